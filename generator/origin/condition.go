package origin

import (
	"slices"
	"strings"
	"text/template/parse"

	"pactwright/generator/agreement"
)

// condition is one if of a clause file.
type condition struct {
	line  int
	text  string // as written: flag "first_right"
	known bool
	holds bool
}

// stretch is the lines of a template that a place was printed from.
type stretch struct {
	lines map[int]bool
	whole bool // all of the article: conditions that printed nothing count, too
}

// conditions returns the ifs of a section of a clause file that decide about the
// text printed from some lines: around it, in it, or in the whole article.
func conditions(body, section string, printed stretch, a *agreement.Article, plan *agreement.Plan) []condition {
	sets := map[string]*parse.Tree{}
	t := parse.New("clause")
	t.Mode = parse.SkipFuncCheck
	if _, err := t.Parse(body, "", "", sets); err != nil || sets[section] == nil {
		return nil // merging has reported it
	}
	w := walker{body: body, printed: printed, article: a, plan: plan}
	w.list(sets[section].Root)
	return w.out
}

type walker struct {
	body    string
	printed stretch
	article *agreement.Article
	plan    *agreement.Plan
	out     []condition
}

func (w *walker) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			w.branch(n)
			w.list(n.List)
			w.list(n.ElseList)
		case *parse.RangeNode:
			w.list(n.List)
			w.list(n.ElseList)
		case *parse.WithNode:
			w.list(n.List)
			w.list(n.ElseList)
		}
	}
}

func (w *walker) branch(n *parse.IfNode) {
	yes, no := w.lines(n.List), w.lines(n.ElseList)
	c := condition{line: w.at(int(n.Pos)), text: n.Pipe.String()}
	around := c.line != firstOf(yes)
	printedYes, printedNo := w.any(yes), w.any(no)
	if !w.printed.whole && !printedYes && !printedNo {
		return
	}
	c.holds, c.known = w.value(n.Pipe)
	if !c.known && around && printedYes != printedNo {
		c.holds, c.known = printedYes, true
	}
	w.out = append(w.out, c)
}

func firstOf(lines []int) int {
	if len(lines) == 0 {
		return 0
	}
	return lines[0]
}

func (w *walker) any(lines []int) bool {
	return slices.ContainsFunc(lines, func(l int) bool { return w.printed.lines[l] })
}

func (w *walker) at(offset int) int { return 1 + strings.Count(w.body[:offset], "\n") }

// lines returns the lines on which the texts of a list begin, those within it
// included.
func (w *walker) lines(l *parse.ListNode) []int {
	if l == nil {
		return nil
	}
	var out []int
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			for i, line := range strings.Split(string(n.Text), "\n") {
				if strings.TrimSpace(line) != "" {
					out = append(out, w.at(int(n.Pos))+i)
				}
			}
		case *parse.IfNode:
			out = append(append(out, w.lines(n.List)...), w.lines(n.ElseList)...)
		case *parse.RangeNode:
			out = append(out, w.lines(n.List)...)
		case *parse.WithNode:
			out = append(append(out, w.lines(n.List)...), w.lines(n.ElseList)...)
		case *parse.ActionNode:
			out = append(out, w.at(int(n.Pos)))
		}
	}
	return out
}

// value answers the questions about the choices of a contract; others depend on
// what the template sees.
func (w *walker) value(p *parse.PipeNode) (holds, known bool) {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		return false, false
	}
	return w.command(p.Cmds[0].Args)
}

func (w *walker) command(args []parse.Node) (holds, known bool) {
	if inner, ok := args[0].(*parse.PipeNode); ok && len(args) == 1 {
		return w.value(inner)
	}
	f, ok := args[0].(*parse.IdentifierNode)
	if !ok {
		return false, false
	}
	words := texts(args[1:])
	switch {
	case f.Ident == "not" && len(args) == 2:
		holds, known = w.command(args[1:])
		return !holds, known
	case f.Ident == "and" || f.Ident == "or":
		return w.joined(f.Ident == "and", args[1:])
	case f.Ident == "eq" && len(args) == 3:
		return w.chosen(args[1], texts(args[2:]))
	case words == nil:
		return false, false
	}
	return w.asked(f.Ident, words)
}

// joined is what and and or give, as far as it is known.
func (w *walker) joined(all bool, args []parse.Node) (holds, known bool) {
	known = true
	for _, a := range args {
		h, k := w.command([]parse.Node{a})
		if k && h != all {
			return !all, true
		}
		known = known && k
	}
	return all, known
}

// chosen compares a choice with a value.
func (w *walker) chosen(of parse.Node, value []string) (holds, known bool) {
	p, ok := of.(*parse.PipeNode)
	if !ok || len(p.Cmds) != 1 || len(value) != 1 {
		return false, false
	}
	f, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	words := texts(p.Cmds[0].Args[1:])
	switch {
	case ok && f.Ident == "choice" && len(words) == 1:
		return w.article.Params[words[0]].Choice == value[0], true
	case ok && f.Ident == "choiceof" && len(words) == 2:
		a := w.plan.Article(words[0])
		return a != nil && a.Params[words[1]].Choice == value[0], true
	}
	return false, false
}

func (w *walker) asked(function string, words []string) (holds, known bool) {
	switch {
	case function == "has" && len(words) == 1:
		return w.plan.Article(words[0]) != nil, true
	case function == "flag" && len(words) == 1:
		return w.article.Params[words[0]].Flag, true
	case function == "rows" && len(words) == 1:
		return len(w.article.Params[words[0]].Rows) > 0, true
	case function == "rowsof" && len(words) == 2, function == "hasparam" && len(words) == 2, function == "optionis" && len(words) == 2:
		a := w.plan.Article(words[0])
		switch {
		case a == nil:
			return false, true
		case function == "rowsof":
			return len(a.Params[words[1]].Rows) > 0, true
		case function == "optionis":
			return a.Option.Name == words[1], true
		}
		return a.Params[words[1]].Set, true
	}
	return false, false
}

// texts returns the literal texts of arguments, or nil if others are among them.
func texts(args []parse.Node) []string {
	var out []string
	for _, a := range args {
		s, ok := a.(*parse.StringNode)
		if !ok {
			return nil
		}
		out = append(out, s.Text)
	}
	return out
}
