package docx

import (
	"unicode/utf8"

	"pactwright/generator/doc"
)

// columns writes two blocks side by side, as a row of a table. Rows that follow
// each other are one table, so that the columns go on.
func (w *writer) columns(v *doc.Columns, keep bool) {
	if w.doc.Stacked {
		w.stacked(v, keep)
		return
	}
	if w.opensPage(v.Left) {
		w.endColumns()
		w.newPage = true
	}
	g := w.halves()
	if !w.open {
		w.beginTable(g)
		w.open = true
	}
	_, heading := v.Left.(*doc.Heading)
	w.held = heading || keep
	w.beginRow(rowLook{whole: heading || pairWeight(v) < longPair, change: pairChange(v)})
	right := first
	if w.doc.Second() != "" {
		right = second
	}
	held := w.held
	room := twips(w.style.Columns.Gutter) / 2
	for i, side := range []side{first, right} {
		b := []doc.Block{v.Left, v.Right}[i]
		w.cell(cellLook{width: g.columns[i], margin: [2]int{i * room, (1 - i) * room}}, g, func() {
			if b != nil {
				w.block(b, keep, side)
			}
		})
	}
	w.endRow()
	w.held = held
}

// longPair is how many characters both sides of a row have that may be divided
// between pages: about a third of a page. LibreOffice never comes to an end with some
// long tables of shorter rows that it may divide; Word and LibreOffice both divide a
// row that no page holds.
const longPair = 2400

func pairWeight(v *doc.Columns) int {
	n := 0
	for _, b := range []doc.Block{v.Left, v.Right} {
		if b != nil {
			n += utf8.RuneCountInString(doc.PlainText([]doc.Block{b}))
		}
	}
	return n
}

// endColumns ends the table that columns stand in, if one is open.
func (w *writer) endColumns() {
	if w.open {
		w.open = false
		w.endTable(doc.Unchanged)
	}
}

// halves divides the width among two languages, each with as much as its words
// need, within bounds.
func (w *writer) halves() grid {
	left := w.width / 2
	if l, r := w.lengths[0], w.lengths[1]; l > 0 && r > 0 && w.doc.Second() != "" {
		left = w.width * min(max(l*1000/(l+r), 400), 600) / 1000
	}
	return grid{columns: []int{left, w.width - left}}
}

// stacked writes the one side that a block has over the whole width.
func (w *writer) stacked(v *doc.Columns, keep bool) {
	if v.Left != nil {
		w.block(v.Left, keep, first)
		return
	}
	if v.Right != nil {
		w.block(v.Right, keep, second)
	}
}

// pairChange returns the change that both sides are part of.
func pairChange(v *doc.Columns) doc.Change {
	var texts [][]doc.Inline
	for _, b := range []doc.Block{v.Left, v.Right} {
		switch b := b.(type) {
		case *doc.Heading:
			texts = append(texts, b.Text)
		case *doc.Clause:
			texts = append(texts, b.Text)
		case *doc.Paragraph:
			texts = append(texts, b.Text)
		case *doc.List:
			texts = append(texts, b.Items...)
		case nil:
		default:
			return doc.Unchanged
		}
	}
	return changeOf(texts...)
}

// measure adds up how long the words of both languages are.
func (w *writer) measure() {
	for _, b := range w.blocks {
		v, ok := b.(*doc.Columns)
		if !ok {
			continue
		}
		for i, side := range []doc.Block{v.Left, v.Right} {
			if side == nil {
				continue
			}
			text := doc.PlainText([]doc.Block{side})
			n := utf8.RuneCountInString(text)
			for _, r := range text {
				n += half(r) - 1
			}
			w.lengths[i] += n
		}
	}
}
