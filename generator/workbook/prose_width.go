package workbook

import (
	"slices"
	"strings"

	"pactwright/generator/doc"
)

// Widths of the columns of a sheet of text, in tenths of a character.
const (
	proseWidth    = 1_250 // what a portrait page holds in letters that can be read
	leastWidth    = 90
	flexibleWidth = 200 // columns that want more are of text and give way
	mostWidth     = 500
	leastText     = 160
)

// proseWidths gives columns of numbers and codes what they need, and divides the
// rest of the page among those of text.
func proseWidths(texts []*doc.Resolved) []int {
	var tables []*doc.Table
	columns := 1
	for _, t := range texts {
		for _, b := range t.Blocks {
			for _, table := range tablesOf(b) {
				tables = append(tables, table)
				columns = max(columns, len(table.Head))
			}
		}
	}
	wanted := make([]int, columns)
	for _, table := range tables {
		wants(wanted, table)
	}
	divide(wanted)
	return wanted
}

// tablesOf returns a block as tables: names with values are one without a head.
func tablesOf(b doc.Block) []*doc.Table {
	pair := &doc.Table{Head: make([]doc.Cell, 2)}
	switch b := b.(type) {
	case *doc.Table:
		return []*doc.Table{b}
	case *doc.KeyValue:
		for _, r := range b.Rows {
			pair.Rows = append(pair.Rows, []doc.Cell{r.Key, r.Value})
		}
		return []*doc.Table{pair}
	case *doc.Figure:
		return []*doc.Table{b.Table()}
	case *doc.Signatures:
		return []*doc.Table{pair}
	case *doc.Columns:
		return append(tablesOf(b.Left), tablesOf(b.Right)...)
	}
	return nil
}

// wants notes how wide the columns of a table would be without line breaks.
func wants(wanted []int, t *doc.Table) {
	for _, row := range append([][]doc.Cell{t.Head}, t.Rows...) {
		for i, c := range row {
			if i >= len(wanted) || spans(t, i) && i < len(wanted)-1 {
				continue
			}
			for line := range strings.Lines(doc.Lines(c)) {
				wanted[i] = max(wanted[i], wide(line))
			}
		}
	}
}

// divide turns what columns want into what they get. If none is of text, all of
// them share the page.
func divide(wanted []int) {
	narrow := slices.Max(wanted) <= flexibleWidth
	isText := func(width int) bool { return width > flexibleWidth || narrow }
	rest, text := proseWidth, 0
	for i, w := range wanted {
		wanted[i] = min(max(w, leastWidth), mostWidth)
		if isText(w) {
			text += wanted[i]
		} else {
			rest -= wanted[i]
		}
	}
	for i, w := range wanted {
		if isText(w) {
			wanted[i] = max(w*rest/text, leastText)
		}
	}
}

// wide is how wide a line of text is with the margins of its cell.
func wide(line string) int {
	width := 25
	for _, r := range line {
		if r >= 0x1100 {
			width += 18
		} else {
			width += 10
		}
	}
	return width
}
