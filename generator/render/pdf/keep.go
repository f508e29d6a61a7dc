package pdf

import "pactwright/generator/doc"

// keepsNext tells whether the end of a block stays with the next block: a heading
// with what it heads, an introduction with its first sub-clause, a line set right
// above a table, as the unit of its amounts is, with the table.
func keepsNext(b, next doc.Block) bool {
	if isHeading(b) {
		return true
	}
	if line, ok := b.(*doc.Paragraph); ok && line.Style == doc.Right {
		_, table := next.(*doc.Table)
		return table
	}
	if pair, ok := b.(*doc.Columns); ok {
		if below, ok := next.(*doc.Columns); ok {
			return keepsNext(leading(pair), leading(below))
		}
		return false
	}
	v, ok := b.(*doc.Clause)
	n, also := next.(*doc.Clause)
	return ok && also && depth(n) > depth(v)
}

// isHeading tells whether a block is a heading, or columns that begin with one.
func isHeading(b doc.Block) bool {
	switch v := b.(type) {
	case *doc.Heading:
		return true
	case *doc.Columns:
		return isHeading(leading(v))
	}
	return false
}

// isFigure tells whether a block is a chart, which is one piece and yet no single
// line.
func isFigure(b doc.Block) bool {
	_, ok := b.(*doc.Figure)
	return ok
}

// keptColumns is how much of a page columns may take and still stay, as a whole,
// with what follows, in per cent.
const keptColumns = 25

// keepTail keeps the end of items with what follows. Columns are kept as a whole,
// since their sides end at different heights; long ones are not kept.
func (c *compositor) keepTail(items []item) {
	if len(items) == 0 {
		return
	}
	last := &items[len(items)-1]
	if last.columns {
		if last.whole() > c.pageHeight()*keptColumns/100 {
			return
		}
		keepNext(last.left)
		keepNext(last.right)
		return
	}
	last.keep = !last.newPage
}

// keepUnderHeading makes a heading keep two lines: where the block below it has
// but one, that line stays with the next one too.
func (c *compositor) keepUnderHeading(items []item) {
	if len(items) == 1 && !items[0].columns {
		c.keepTail(items)
	}
}

// keepAbove makes the last two lines stay with the signatures below them, so that
// nobody signs a page without words. A date above the signatures is but one.
func (c *compositor) keepAbove(items []item) {
	for i, lines := len(items)-1, 0; i >= 0 && lines < minLines && !items[i].newPage; i-- {
		c.keepTail(items[i : i+1])
		lines++
		if items[i].columns {
			return
		}
	}
}
