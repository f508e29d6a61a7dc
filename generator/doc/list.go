package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"pactwright/generator/diag"
)

// maxClauseDepth is the depth of 1) in 제1조제1항제1호가목1).
const maxClauseDepth = 4

// maxListStart is the largest number a list may begin with. Beyond it the text
// is a date or a figure at the start of a line.
const maxListStart = 99

// list reads a list. Ordered lists of an article are its sub-clauses.
func (p *parser) list(n *ast.List) {
	if p.article > 0 && n.IsOrdered() {
		p.clauses(n, 1)
		return
	}
	p.plainList(n)
}

// isFigure finds a line that begins with a figure and was read as a list.
func (p *parser) isFigure(n *ast.List) bool {
	if !n.IsOrdered() || n.Start <= maxListStart {
		return false
	}
	at := start(n)
	p.markdownFinding(at,
		diag.T("a line that begins with a number and a point is read as a list: %d. “%s”", "숫자와 점으로 시작하는 줄이 목록으로 읽힙니다: %d. “%s”", n.Start, p.near(p.source, at)),
		diag.T("join it to the line above, or write \\. for the point", "윗줄에 이어 쓰거나 점을 \\.로 쓰십시오"))
	return true
}

// clauses adds the items of an ordered list as sub-clauses of the depth.
func (p *parser) clauses(n *ast.List, depth int) {
	if depth > maxClauseDepth {
		p.markdownFinding(start(n),
			diag.T("sub-clauses are nested deeper than %d levels: “%s”", "항·호·목의 단계가 %d단계보다 깊습니다: “%s”", maxClauseDepth, p.near(p.source, start(n))),
			diag.T("split the article", "조를 나누십시오"))
		return
	}
	if p.isFigure(n) {
		return
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := p.itemText(item)
		if first == nil {
			continue
		}
		text := p.inlines(first, running)
		anchor := p.takeAnchor(&text)
		p.checkItem(item, text)
		p.emit(&Clause{Origin: p.origin(start(first), text), Depth: depth, Anchor: anchor, Text: text})
		for c := first.NextSibling(); c != nil; c = c.NextSibling() {
			p.withinClause(c, depth)
		}
	}
}

// withinClause adds what follows the text of a sub-clause within its item.
func (p *parser) withinClause(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.List:
		if n.IsOrdered() {
			p.clauses(n, depth+1)
			return
		}
		p.plainList(n)
	case *ast.Paragraph, *ast.TextBlock:
		p.secondParagraph(n)
	default:
		p.refuse(n)
	}
}

func (p *parser) secondParagraph(n ast.Node) {
	p.markdownFinding(start(n),
		diag.T("a list item has a second paragraph: “%s”", "목록의 한 항목에 문단이 둘 있습니다: “%s”", p.near(p.source, start(n))),
		diag.T("split it: make the paragraph an item of its own, or join it to the one above", "항목을 나누어 따로 번호를 주거나 위 문단에 합치십시오"))
}

// plainList adds a list of one level.
func (p *parser) plainList(n *ast.List) {
	if p.isFigure(n) {
		return
	}
	out := &List{Ordered: n.IsOrdered()}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := p.itemText(item)
		if first == nil {
			continue
		}
		text := p.dropAnchors(p.inlines(first, running))
		p.checkItem(item, text)
		if len(out.Items) == 0 {
			out.Origin = p.origin(start(first), text)
		}
		out.Items = append(out.Items, text)
		for c := first.NextSibling(); c != nil; c = c.NextSibling() {
			switch c.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				p.secondParagraph(c)
			default:
				p.refuse(c)
			}
		}
	}
	if len(out.Items) > 0 {
		p.emit(out)
	}
}

// itemText returns the paragraph that a list item begins with, or nil and a
// finding if it begins otherwise.
func (p *parser) itemText(item ast.Node) ast.Node {
	first := item.FirstChild()
	switch first.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return first
	case nil:
		p.checkItem(item, nil)
	default:
		p.refuse(first)
	}
	return nil
}

func (p *parser) checkItem(item ast.Node, text []Inline) {
	if strings.TrimSpace(Text(text)) != "" || hasPending(text) {
		return
	}
	p.markdownFinding(start(item),
		diag.T("a list item has no text", "목록에 글이 없는 항목이 있습니다"),
		diag.T("write its text, or delete the item", "글을 쓰거나 항목을 지우십시오"))
}
