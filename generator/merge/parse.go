package merge

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"
	"unicode"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// site is one action of a template: where a value is printed.
type site struct {
	place diag.Place
	expr  string // as written: .Party.Address.EN
	field string // the last field name, if the action is a plain field path
	takes bool   // it prints one parameter of an article
}

// emitName is the hidden function that every printing action ends with. A
// template cannot call it: the name is no identifier that authors would write,
// and parse refuses it.
const emitName = "printed__"

// stepName is the hidden function that counts.
const stepName = "step__"

// parsed is a template file whose printing actions end with emit, and in which a
// mark with its place stands before every text. It is the same for every
// document, and nobody changes it.
type parsed struct {
	file  string
	id    int // of the file in the marks; from 1
	lines lines
	set   *template.Template
	calls []string // the functions that it may call
	sites []site   // the numbers in the actions stand for these
}

// parse returns the templates of a file with the functions of this document, and
// the file, which is nil if it cannot be parsed. While they run, the sites are those
// of the file.
func (m *merger) parse(file, text string) (*template.Template, *parsed) {
	p, f := remembered(file, text)
	if p == nil {
		m.found.Add(f)
		return nil, nil
	}
	m.files[file], m.sites, m.byID[p.id] = p.lines, p.sites, p
	if set := m.sets[p]; set != nil {
		return set, p
	}
	set, err := p.bound(m.funcs())
	if err != nil { // text/template has no such case
		m.found.Add(parseFinding(file, 1, diag.T("%s", "%s", err.Error())))
		return nil, nil
	}
	m.sets[p] = set
	return set, p
}

// bound returns the templates of the file with functions of a document: those
// that the file calls and no others, since text/template copies all it is given.
func (p *parsed) bound(all template.FuncMap) (*template.Template, error) {
	called := template.FuncMap{}
	for _, name := range p.calls {
		called[name] = all[name]
	}
	set := template.New(p.file).Option("missingkey=error").Funcs(called)
	for _, t := range p.set.Templates() {
		if t.Tree == nil {
			continue
		}
		if _, err := set.AddParseTree(t.Name(), t.Tree); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// parseFile parses a file and puts emit at the end of every printing action.
func parseFile(file, text string, id int) (*parsed, diag.Finding) {
	if f, reserved := reservedFinding(file, text); reserved {
		return nil, f
	}
	all := new(merger).bind()
	set, err := template.New(file).Option("missingkey=error").Funcs(all).Parse(text)
	if err != nil {
		line, reason := parseError(file, err)
		return nil, parseFinding(file, line, reason)
	}
	p := &parsed{file: file, id: id, lines: newLines(text), set: set, calls: []string{emitName, stepName}}
	for name := range all {
		if strings.Contains(text, name) {
			p.calls = append(p.calls, name)
		}
	}
	for _, t := range set.Templates() {
		if t.Tree != nil && t.Tree.Root != nil {
			p.mark(t.Tree.Root)
			count(t.Tree.Root)
		}
	}
	return p, diag.Finding{}
}

// reservedFinding reports what would be taken for the program's own: the names
// of hidden functions, and the characters that marks of values are made of.
func reservedFinding(file, text string) (diag.Finding, bool) {
	at := -1
	for _, word := range []string{emitName, stepName} {
		if i := strings.Index(text, word); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if i := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Co, r) }); i >= 0 && (at < 0 || i < at) {
		at = i
	}
	if at < 0 {
		return diag.Finding{}, false
	}
	place := newLines(text).place(file, at)
	return parseFinding(file, place.Line, diag.T("a name or a character that is reserved", "예약된 이름이나 문자가 있습니다")), true
}

var parsePosition = regexp.MustCompile(`^template: [^:]*:(\d+)(?::\d+)?: (.*)$`)

// parseError takes the line out of a parse error, which text/template offers in
// no other form.
func parseError(file string, err error) (int, diag.Text) {
	found := parsePosition.FindStringSubmatch(strings.ReplaceAll(err.Error(), file, "file"))
	if found == nil {
		return 0, diag.T("%s", "%s", strings.TrimPrefix(err.Error(), "template: "))
	}
	line, _ := strconv.Atoi(found[1])
	if name := unknownFunction.FindStringSubmatch(found[2]); name != nil {
		return line, diag.T("there is no function %s", "%s: 없는 함수입니다", name[1])
	}
	return line, diag.T("%s", "%s", strings.TrimPrefix(found[2], "template: "))
}

var unknownFunction = regexp.MustCompile(`^function "(.*)" not defined$`)

func parseFinding(file string, line int, reason diag.Text) diag.Finding {
	return diag.Finding{
		Code: "MERGE-PARSE", Severity: diag.Blocking, Template: diag.Place{File: file, Line: line},
		Message: diag.T("the template cannot be read: %s", "템플릿을 읽을 수 없습니다: %s", reason),
		Fix:     diag.T("correct this line of the template; pactwright functions lists what may be used", "템플릿의 이 줄을 고치십시오. 쓸 수 있는 함수는 pactwright functions로 볼 수 있습니다"),
	}
}

// mark walks a tree and ends every printing action with emit.
func (p *parsed) mark(node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			p.mark(c)
		}
		p.placed(n.Nodes)
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			p.markPipe(n.Pipe)
		}
	case *parse.IfNode:
		p.mark(n.List)
		p.mark(n.ElseList)
	case *parse.RangeNode:
		p.mark(n.List)
		count(n.List)
		p.mark(n.ElseList)
	case *parse.WithNode:
		p.mark(n.List)
		p.mark(n.ElseList)
	}
}

// count lets a template, or the body of a loop, begin with the function that
// counts.
func count(list *parse.ListNode) {
	cmd := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: list.Pos, Args: []parse.Node{parse.NewIdentifier(stepName).SetPos(list.Pos)}}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: list.Pos, Cmds: []*parse.CommandNode{cmd}}
	list.Nodes = append([]parse.Node{&parse.ActionNode{NodeType: parse.NodeAction, Pos: list.Pos, Pipe: pipe}}, list.Nodes...)
}

// placed puts a mark with its place before every text, so that what is wrong
// with literal text is reported with its line.
func (p *parsed) placed(nodes []parse.Node) {
	for _, n := range nodes {
		text, ok := n.(*parse.TextNode)
		if !ok || len(bytes.TrimSpace(text.Text)) == 0 {
			continue
		}
		blank := len(text.Text) - len(bytes.TrimLeft(text.Text, " \t\n"))
		p.sites = append(p.sites, site{place: p.lines.place(p.file, int(text.Pos)+blank)})
		mark := doc.PlaceMark(p.id, len(p.sites)-1)
		text.Text = slices.Concat(text.Text[:blank], []byte(mark), text.Text[blank:])
	}
}

func number(n int, pos parse.Pos) *parse.NumberNode {
	return &parse.NumberNode{NodeType: parse.NodeNumber, Pos: pos, IsInt: true, Int64: int64(n), Text: strconv.Itoa(n)}
}

func (p *parsed) markPipe(pipe *parse.PipeNode) {
	s := site{place: p.lines.place(p.file, int(pipe.Pos)), expr: pipe.String(), takes: takesParameter(pipe)}
	parent := parentOf(pipe)
	if parent != nil {
		s.field = lastField(pipe)
	}
	index := len(p.sites)
	p.sites = append(p.sites, s)
	args := []parse.Node{
		parse.NewIdentifier(emitName).SetPos(pipe.Pos),
		number(index, pipe.Pos),
	}
	if parent != nil {
		args = append(args, parent)
	}
	pipe.Cmds = append(pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: pipe.Pos, Args: args})
}

// parentOf returns the node of the struct that holds the printed field, so that
// a missing value can be named by its YAML path. In a call it is the struct
// that holds the last argument.
func parentOf(pipe *parse.PipeNode) parse.Node {
	switch n := printed(pipe).(type) {
	case *parse.FieldNode:
		if len(n.Ident) == 1 {
			return &parse.DotNode{NodeType: parse.NodeDot, Pos: n.Pos}
		}
		return &parse.FieldNode{NodeType: parse.NodeField, Pos: n.Pos, Ident: n.Ident[:len(n.Ident)-1]}
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return &parse.VariableNode{NodeType: parse.NodeVariable, Pos: n.Pos, Ident: n.Ident[:len(n.Ident)-1]}
		}
	case *parse.ChainNode:
		if len(n.Field) == 1 {
			return n.Node
		}
		return &parse.ChainNode{NodeType: parse.NodeChain, Pos: n.Pos, Node: n.Node, Field: n.Field[:len(n.Field)-1]}
	}
	return nil
}

// printed returns the node whose value an action prints or passes to the
// function that it prints, or nil.
func printed(pipe *parse.PipeNode) parse.Node {
	if len(pipe.Cmds) != 1 {
		return nil
	}
	args := pipe.Cmds[0].Args
	if _, isCall := args[0].(*parse.IdentifierNode); len(args) == 1 || isCall {
		return args[len(args)-1]
	}
	return nil
}

// takesParameter reports whether one parameter of an article is all that an
// action prints, in whatever form.
func takesParameter(pipe *parse.PipeNode) bool {
	if len(pipe.Cmds) != 1 {
		return false
	}
	args := pipe.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); ok && slices.Contains([]string{"param", "paramof", "cell"}, f.Ident) {
		return true
	}
	inner, ok := args[len(args)-1].(*parse.PipeNode)
	return ok && takesParameter(inner)
}

func lastField(pipe *parse.PipeNode) string {
	switch n := printed(pipe).(type) {
	case *parse.FieldNode:
		return n.Ident[len(n.Ident)-1]
	case *parse.VariableNode:
		return n.Ident[len(n.Ident)-1]
	case *parse.ChainNode:
		return n.Field[len(n.Field)-1]
	}
	return ""
}

// lines turns byte offsets of a file into lines and columns.
type lines struct {
	text   string
	starts []int
}

func newLines(text string) lines {
	l := lines{text: text, starts: []int{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

func (l lines) place(file string, offset int) diag.Place {
	line := 0
	for line+1 < len(l.starts) && l.starts[line+1] <= offset {
		line++
	}
	column := 1
	for range l.text[l.starts[line]:min(offset, len(l.text))] {
		column++
	}
	return diag.Place{File: file, Line: line + 1, Column: column}
}

// column returns the place on a line that has so many bytes before it.
func (l lines) column(file string, line, before int) diag.Place {
	if line < 1 || line > len(l.starts) {
		return diag.Place{File: file}
	}
	return l.place(file, l.starts[line-1]+before)
}
