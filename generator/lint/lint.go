// Package lint reads templates without filling them and finds what must not be
// typed into one: figures, dates and names, which come from data and parameters;
// words that the locked glossary replaces; clauses and documents that nothing
// uses.
package lint

import (
	"regexp"
	"strings"
	"text/template/parse"

	"pactwright/generator/diag"
	"pactwright/generator/library"
)

// Input is what the templates are held against.
type Input struct {
	Layers library.Layers
	Names  []string // of agencies, ministries, institutions and people: they come from data
	Terms  []Term
}

// Term is a term of the glossary with words that must not stand for it.
type Term struct {
	Word  diag.Text
	Avoid []string
}

// Check reads every clause option and every document type.
func Check(in Input) (diag.List, error) {
	l := linter{in: in}
	if err := l.clauses(); err != nil {
		return nil, err
	}
	if err := l.documents(); err != nil {
		return nil, err
	}
	return l.found, nil
}

type linter struct {
	in    Input
	used  map[string]bool // slots that a document type has
	found diag.List
}

func (l *linter) documents() error {
	ids, err := l.in.Layers.List("documents")
	if err != nil {
		return err
	}
	for _, id := range ids {
		typ, found, err := l.in.Layers.Document(id)
		if err != nil {
			return err
		}
		l.found.Add(found...)
		if typ != nil {
			l.template(typ.Body.Path, string(typ.Body.Data))
			if d := typ.Definitions; d != nil {
				l.template(d.File.Path, d.Body)
			}
		}
	}
	return nil
}

func (l *linter) clauses() error {
	l.used = map[string]bool{}
	typ, _, err := l.in.Layers.Document("agreement")
	if err != nil {
		return err
	}
	for _, slot := range typ.Slots() {
		l.used[slot] = true
	}
	slots, err := l.in.Layers.Slots()
	if err != nil {
		return err
	}
	for _, slot := range slots {
		options, found, err := l.in.Layers.Options(slot)
		if err != nil {
			return err
		}
		l.found.Add(found...)
		for _, o := range options {
			l.option(o)
		}
	}
	return nil
}

func (l *linter) option(o *library.Option) {
	if !l.used[o.Slot] {
		l.add("LINT-UNUSED", o.File.Path, 1, diag.T("no document has an article %s", "%s 조항을 쓰는 문서가 없습니다", o.Slot), diag.T("name the article in a document type, or remove it", "문서 종류에 조항을 넣거나 지우십시오"))
	}
	l.template(o.File.Path, o.Body)
}

// template looks at the text of a template between its actions.
func (l *linter) template(path, text string) {
	tree := parse.New(path)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "{{", "}}", set); err != nil {
		return // the merge reports what cannot be parsed, with its place
	}
	for _, t := range set {
		l.node(path, text, t.Root)
	}
}

func (l *linter) node(path, text string, n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			l.node(path, text, child)
		}
	case *parse.IfNode:
		l.branch(path, text, &n.BranchNode)
	case *parse.RangeNode:
		l.branch(path, text, &n.BranchNode)
	case *parse.WithNode:
		l.branch(path, text, &n.BranchNode)
	case *parse.TextNode:
		line := 1 + strings.Count(text[:n.Pos], "\n")
		for i, s := range strings.Split(string(n.Text), "\n") {
			l.line(path, line+i, s, i > 0 || atLineStart(text, int(n.Pos)))
		}
	}
}

func (l *linter) branch(path, text string, b *parse.BranchNode) {
	l.node(path, text, b.List)
	l.node(path, text, b.ElseList)
}

var action = regexp.MustCompile(`{{.*?}}`)

// atLineStart reports whether nothing is printed before a place of its line.
func atLineStart(text string, pos int) bool {
	before := text[strings.LastIndex(text[:pos], "\n")+1 : pos]
	return strings.TrimSpace(action.ReplaceAllString(before, "")) == ""
}

func (l *linter) add(code, path string, line int, message, fix diag.Text) {
	l.found.Add(diag.Finding{Code: code, Severity: diag.Warning, Template: diag.Place{File: path, Line: line, Column: 1}, Message: message, Fix: fix})
}
