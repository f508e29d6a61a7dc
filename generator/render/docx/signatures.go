package docx

import (
	"unicode/utf8"

	"pactwright/generator/doc"
)

// Lengths of signature blocks in twips: a seal has a free square of 30 mm.
const (
	sealSize    = 1701
	sealGap     = 220
	longestRule = 4535
)

// signatures writes the blocks below each other, or in pairs if none of them has a
// seal. Their paragraphs stay on a page together with what stands above.
func (w *writer) signatures(v *doc.Signatures, s side) {
	paired := len(v.Blocks) > 1
	for _, b := range v.Blocks {
		paired = paired && b.Seal == ""
	}
	step := 1
	if paired {
		step = 2
	}
	for i := 0; i < len(v.Blocks); i += step {
		last := i+step >= len(v.Blocks)
		if paired {
			w.signaturePair(v.Blocks[i:min(i+2, len(v.Blocks))], last, s)
		} else {
			w.signatureBlock(v.Blocks[i], last, s)
		}
	}
}

// signatureGap writes the distance above a block.
func (w *writer) signatureGap() {
	p := para{style: spacerStyle, keepNext: true, before: max(twips(w.style.Signatures.Gap)-120, 1)}
	w.paragraphWith(p, doc.Unchanged, first, func() {})
}

// labels returns the width of the labels of blocks within a width.
func (w *writer) labels(blocks []doc.SignatureBlock, width int) int {
	longest := 0
	for _, b := range blocks {
		for _, l := range b.Lines {
			_, line := extent(l.Label)
			longest = max(longest, line)
		}
	}
	return min(longest*twips(w.style.Signatures.Size)*58/100+160, width/2)
}

// signatureBlock writes one block over the whole width, with the square for a seal
// at its right.
func (w *writer) signatureBlock(b doc.SignatureBlock, last bool, s side) {
	if len(b.Heading) == 0 && len(b.Lines) == 0 && b.Seal == "" {
		return // a table has a row
	}
	w.signatureGap()
	width := w.width
	if b.Seal != "" {
		width -= sealSize + sealGap
	}
	labels := w.labels([]doc.SignatureBlock{b}, width)
	value := width - labels
	if b.Seal == "" {
		value = min(value, longestRule)
	}
	g := grid{columns: []int{labels, value}}
	if b.Seal != "" {
		g.columns = append(g.columns, sealGap, sealSize)
	}
	w.beginTable(g)
	if len(b.Heading) > 0 {
		w.beginRow(rowLook{whole: true, change: changeOf(b.Heading)})
		w.cell(cellLook{width: sum(g.columns), span: len(g.columns)}, g, func() { w.paragraph(para{style: signHeadStyle, keepNext: true}, b.Heading, s) })
		w.endRow()
	}
	height := 0
	for i, l := range b.Lines {
		r := w.signatureRow(l)
		r.change = changeOf(l.Label, l.Value)
		height += max(r.height, twips(w.style.Signatures.Leading))
		rest := sealSize - height
		end := last && i+1 == len(b.Lines) && (b.Seal == "" || rest <= 0)
		w.beginRow(r)
		w.signatureLine(l, g, labels, value, end, s)
		w.sealBeside(b, i == 0, end, g)
		w.endRow()
	}
	if rest := sealSize - height; b.Seal != "" && rest > 0 { // the square is higher than the lines
		w.beginRow(rowLook{whole: true, height: rest})
		w.signatureLine(doc.SignatureLine{}, g, labels, value, last, s)
		w.sealBeside(b, len(b.Lines) == 0, last, g)
		w.endRow()
	}
	w.endTable(doc.Unchanged)
}

// signatureRow returns how high a line is: one to write on has room above it.
func (w *writer) signatureRow(l doc.SignatureLine) rowLook {
	if isBlankLine(l) && len(l.Label) > 0 {
		return rowLook{whole: true, height: twips(w.style.Signatures.Writing)}
	}
	return rowLook{whole: true}
}

// sealBeside writes the part of the square that stands beside a line, if the block
// has a square.
func (w *writer) sealBeside(b doc.SignatureBlock, begins, end bool, g grid) {
	if b.Seal != "" {
		w.cell(cellLook{width: sealGap}, g, func() {})
		w.seal(b, begins, end, g)
	}
}

func isBlankLine(l doc.SignatureLine) bool {
	return utf8.RuneCountInString(doc.Text(l.Value)) == 0
}

// signatureLine writes a label with its value, or with a rule to write on.
func (w *writer) signatureLine(l doc.SignatureLine, g grid, labels, value int, end bool, s side) {
	st := w.style.Signatures
	blank := isBlankLine(l) && len(l.Label) > 0
	low := func(c cellLook, p para, text doc.Cell) {
		if blank && c.width == value {
			c.edges = []edge{{name: "w:bottom", width: 6, color: st.Label}}
		}
		c.bottom = blank
		p.keepNext = !end
		w.cell(c, g, func() { w.paragraph(p, text, s) })
	}
	low(cellLook{width: labels}, para{style: signStyle, color: st.Label.hex()}, l.Label)
	low(cellLook{width: value}, para{style: signStyle}, l.Value)
}

// seal writes a part of the square, the first of them with its label.
func (w *writer) seal(b doc.SignatureBlock, begins, end bool, g grid) {
	merge, text := "continue", []doc.Inline(nil)
	if begins {
		merge, text = "restart", words(b.Seal)
	}
	c := cellLook{width: sealSize, merge: merge, middle: true}
	for _, name := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		c.edges = append(c.edges, edge{name: name, width: 4, dash: true, color: w.style.Signatures.Label})
	}
	w.cell(c, g, func() { w.paragraph(para{style: sealStyle, keepNext: !end}, text, first) })
}

// signaturePair writes two blocks side by side, line by line.
func (w *writer) signaturePair(blocks []doc.SignatureBlock, last bool, s side) {
	w.signatureGap()
	between := twips(w.style.Signatures.Gap)
	half := (w.width - between) / 2
	labels := w.labels(blocks, half)
	value := half - labels
	g := grid{columns: []int{labels, value, between, labels, value}}
	w.beginTable(g)
	headings := make([]doc.Cell, 2)
	for i, b := range blocks {
		headings[i] = b.Heading
	}
	w.beginRow(rowLook{whole: true, change: rowChange(headings)})
	for i := range 2 {
		if i == 1 {
			w.cell(cellLook{width: between}, g, func() {})
		}
		w.cell(cellLook{width: half, span: 2}, g, func() { w.paragraph(para{style: signHeadStyle, keepNext: true}, headings[i], s) })
	}
	w.endRow()
	count := 0
	for _, b := range blocks {
		count = max(count, len(b.Lines))
	}
	for i := range count {
		w.pairRow(blocks, i, g, last && i+1 == count, s)
	}
	w.endTable(doc.Unchanged)
}

func (w *writer) pairRow(blocks []doc.SignatureBlock, i int, g grid, end bool, s side) {
	line := func(k int) (doc.SignatureLine, bool) {
		if k < len(blocks) && i < len(blocks[k].Lines) {
			return blocks[k].Lines[i], true
		}
		return doc.SignatureLine{}, false
	}
	r := rowLook{whole: true}
	var cells []doc.Cell
	for k := range 2 {
		if l, ok := line(k); ok {
			r.height = max(r.height, w.signatureRow(l).height)
			cells = append(cells, l.Label, l.Value)
		}
	}
	r.change = rowChange(cells)
	w.beginRow(r)
	for k := range 2 {
		if k == 1 {
			w.cell(cellLook{width: g.columns[2]}, g, func() {})
		}
		l, _ := line(k)
		w.signatureLine(l, g, g.columns[0], g.columns[1], end, s)
	}
	w.endRow()
}
