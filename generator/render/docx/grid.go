package docx

import "pactwright/generator/doc"

// grid is how a table is built: the widths of its columns in twips, its rules and
// the room around the text of its cells.
type grid struct {
	columns []int
	frame   *Color // above and below
	line    *Color // between the rows
	padX    int
	padY    int
	head    bool       // the first row is repeated on every page
	caption string     // what the table shows, for those who do not see it
	change  doc.Change // that all of the table is part of
}

// cellLook is how one cell is set.
type cellLook struct {
	width  int
	span   int
	merge  string // restart or continue, of cells above each other
	ground *Color
	edges  []edge
	margin [2]int // left and right, in twips, if it has its own
	middle bool   // the text stands in the middle of the height
	bottom bool   // or at its bottom
}

// edge is a rule at one side of a cell.
type edge struct {
	name  string
	width int // eighths of a point; 0 for none
	dash  bool
	color Color
}

// beginTable begins a table. A page cannot begin, tables cannot follow each other,
// and a paragraph that goes with a change cannot go whole, without a paragraph
// before the table.
func (w *writer) beginTable(g grid) {
	w.spaceBehindTable("")
	if w.newPage || w.dangling && g.change == doc.Unchanged {
		w.paragraphWith(para{style: spacerStyle, keepNext: true}, doc.Unchanged, first, func() {})
	}
	m := &w.body
	m.open("w:tbl")
	m.open("w:tblPr")
	m.empty("w:tblW", "w:w", itoa(sum(g.columns)), "w:type", "dxa")
	if g.frame != nil || g.line != nil {
		m.open("w:tblBorders")
		if g.frame != nil {
			border(m, "w:top", 8, 0, *g.frame)
			border(m, "w:bottom", 8, 0, *g.frame)
		}
		if g.line != nil {
			border(m, "w:insideH", 4, 0, *g.line)
		}
		m.close("w:tblBorders")
	}
	m.empty("w:tblLayout", "w:type", "fixed")
	m.open("w:tblCellMar")
	for _, e := range []struct {
		name  string
		width int
	}{{"w:top", g.padY}, {"w:left", g.padX}, {"w:bottom", g.padY}, {"w:right", g.padX}} {
		m.empty(e.name, "w:w", itoa(twips(e.width)), "w:type", "dxa")
	}
	m.close("w:tblCellMar")
	look := []string{"w:val", "0000", "w:firstRow", "0", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1"}
	if g.head {
		look[1], look[3] = "0020", "1"
	}
	m.empty("w:tblLook", look...)
	if g.caption != "" {
		m.value("w:tblDescription", g.caption)
	}
	m.close("w:tblPr")
	m.open("w:tblGrid")
	for _, width := range g.columns {
		m.empty("w:gridCol", "w:w", itoa(width))
	}
	m.close("w:tblGrid")
}

func (w *writer) endTable(change doc.Change) {
	w.body.close("w:tbl")
	w.afterTable, w.goneWith = true, change
}

// spaceBehindTable writes the distance between a table and what follows, which is
// of a style: tables have none of their own, and Word joins those that touch.
func (w *writer) spaceBehindTable(style string) {
	if !w.afterTable {
		return
	}
	w.afterTable = false
	held := w.held
	w.held = false
	if style != spacerStyle {
		w.paragraphWith(para{style: spacerStyle, keepNext: held}, w.goneWith, first, func() {})
	}
}

// rowLook is how one row is set.
type rowLook struct {
	whole  bool // it is not divided between pages
	height int  // twips at least
	head   bool
	change doc.Change
}

func (w *writer) beginRow(r rowLook) {
	m := &w.body
	m.open("w:tr")
	name := changeElement(r.change)
	if !r.whole && r.height == 0 && !r.head && name == "" {
		return
	}
	m.open("w:trPr")
	if r.whole {
		m.empty("w:cantSplit")
	}
	if r.height > 0 {
		m.empty("w:trHeight", "w:val", itoa(r.height), "w:hRule", "atLeast")
	}
	if r.head {
		m.empty("w:tblHeader")
	}
	if name != "" {
		m.empty(name, w.changeAttributes()...)
	}
	m.close("w:trPr")
}

func (w *writer) endRow() { w.body.close("w:tr") }

// cell writes one cell. What stands in it has the width of the cell.
func (w *writer) cell(c cellLook, g grid, inside func()) {
	m := &w.body
	m.open("w:tc")
	m.open("w:tcPr")
	m.empty("w:tcW", "w:w", itoa(c.width), "w:type", "dxa")
	if c.span > 1 {
		m.value("w:gridSpan", itoa(c.span))
	}
	if c.merge != "" {
		m.value("w:vMerge", c.merge)
	}
	if len(c.edges) > 0 {
		m.open("w:tcBorders")
		for _, e := range c.edges {
			kind := "single"
			if e.width == 0 {
				kind = "nil"
			} else if e.dash {
				kind = "dashed"
			}
			m.empty(e.name, "w:val", kind, "w:sz", itoa(e.width), "w:space", "0", "w:color", e.color.hex())
		}
		m.close("w:tcBorders")
	}
	if c.ground != nil {
		m.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", c.ground.hex())
	}
	if c.margin != [2]int{} {
		m.open("w:tcMar")
		m.empty("w:left", "w:w", itoa(c.margin[0]), "w:type", "dxa")
		m.empty("w:right", "w:w", itoa(c.margin[1]), "w:type", "dxa")
		m.close("w:tcMar")
	}
	switch {
	case c.middle:
		m.value("w:vAlign", "center")
	case c.bottom:
		m.value("w:vAlign", "bottom")
	}
	m.close("w:tcPr")
	outer, open := w.width, w.open
	w.width = c.width - 2*twips(g.padX)
	if c.margin != [2]int{} {
		w.width = c.width - c.margin[0] - c.margin[1]
	}
	w.newPage, w.afterTable, w.open, w.dangling = false, false, false, false
	w.nested++
	before := m.Len()
	inside()
	if m.Len() == before || w.afterTable || w.dangling {
		w.paragraphWith(para{style: spacerStyle}, doc.Unchanged, first, func() {}) // a cell ends with a paragraph that stays
	}
	w.nested--
	w.width, w.open = outer, open
	m.close("w:tc")
}

func sum(widths []int) int {
	total := 0
	for _, v := range widths {
		total += v
	}
	return total
}

// shares divides a width in the proportion of weights, to the last twip.
func shares(width int, weights []int) []int {
	total, given := max(sum(weights), 1), 0
	out := make([]int, len(weights))
	for i, weight := range weights {
		out[i] = width * weight / total
		given += out[i]
	}
	if len(out) > 0 {
		out[len(out)-1] += width - given
	}
	return out
}
