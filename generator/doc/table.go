package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"pactwright/generator/diag"
)

func (p *parser) table(n *extast.Table) {
	t := &Table{}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, tableAlign[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := p.cells(row)
		if _, isHead := row.(*extast.TableHeader); isHead {
			t.Head = cells
			continue
		}
		p.checkCells(row.Pos(), len(n.Alignments))
		t.Rows = append(t.Rows, cells)
	}
	t.Origin = p.origin(p.tableStart(n), firstText(t.Head))
	if len(t.Rows) > 0 {
		t.Total = isStrong(t.Rows[len(t.Rows)-1][0])
	}
	p.emit(t)
}

var tableAlign = map[extast.Alignment]Align{
	extast.AlignRight:  AlignRight,
	extast.AlignCenter: AlignCenter,
}

func (p *parser) cells(row ast.Node) []Cell {
	var out []Cell
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, p.dropAnchors(p.inlines(c, inCell)))
	}
	return out
}

// tableStart returns the offset of the head row.
func (p *parser) tableStart(n *extast.Table) int {
	if head := n.FirstChild(); head != nil && head.FirstChild() != nil {
		return start(head.FirstChild())
	}
	return start(n)
}

func firstText(cells []Cell) []Inline {
	for _, c := range cells {
		if len(c) > 0 {
			return c
		}
	}
	return nil
}

// checkCells compares the cells of a row with the head: the Markdown parser
// leaves out what is too many and fills up what is missing.
func (p *parser) checkCells(offset, columns int) {
	line := strings.TrimSpace(p.line(offset))
	cells := strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	count := strings.Count(cells, "|") - strings.Count(cells, `\|`) + 1
	if count == columns {
		return
	}
	p.markdownFinding(offset,
		diag.T("a table row has %d cells, the head has %d: “%s”", "표의 한 행은 %d칸인데 머리행은 %d칸입니다: “%s”", count, columns, quoted(p.unmark(line))),
		diag.T("give every row as many cells as the head; write \\| for a bar within a cell", "모든 행의 칸 수를 머리행과 맞추십시오. 칸 안의 세로줄은 \\|로 씁니다"))
}

// isStrong reports whether all that a cell prints is strong.
func isStrong(c Cell) bool {
	printed := false
	for _, in := range c {
		if strings.TrimSpace(in.Text) == "" {
			continue
		}
		if !in.Strong {
			return false
		}
		printed = true
	}
	return printed
}
