package docx

import (
	"strings"

	"pactwright/generator/doc"
)

// para is how a paragraph is set beside its style.
type para struct {
	style    string
	keepNext bool
	number   numbered
	typ      *Type  // of a heading that looks different from its style
	align    string // left, center, right or both
	before   int    // twips above, if it is not as in the style
	tight    bool   // half the distance below
	rule     bool   // a rule below, in the accent colour
	line     string // a quiet line at the side of the paragraph
	hang     int    // number of the level whose indent a text has that Word does not number
	color    string // of the runs
	bold     bool
	place    *place
}

// paragraph writes one paragraph.
func (w *writer) paragraph(p para, text []doc.Inline, s side) {
	w.paragraphWith(p, changeOf(text), s, func() {
		l := look{side: s, bold: p.bold, color: p.color}
		if p.typ != nil {
			l.color, l.size, l.bold = p.typ.Color.hex(), halfPoints(p.typ.Size), p.typ.Bold
		}
		w.runs(text, l)
	})
}

// paragraphWith writes a paragraph around its runs, with the bookmarks and the
// comments that it carries. The mark at its end is part of a change of the whole.
func (w *writer) paragraphWith(p para, change doc.Change, s side, runs func()) {
	m := &w.body
	w.spaceBehindTable(p.style)
	w.dangling = change != doc.Unchanged && (p.number.num > 0 || w.dangling)
	remarks := w.waiting
	w.waiting = nil
	m.open("w:p")
	w.paragraphLook(p, change, s)
	for _, i := range remarks {
		m.empty("w:commentRangeStart", "w:id", itoa(i))
	}
	if p.place != nil {
		m.empty("w:bookmarkStart", "w:id", itoa(p.place.id), "w:name", p.place.name)
	}
	entry := 0
	if p.place != nil && p.place.entry != "" {
		w.marks++
		entry = w.marks
		m.empty("w:bookmarkStart", "w:id", itoa(entry), "w:name", p.place.entry)
	}
	if p.number.text != "" {
		w.literalNumber(p.number.text, change, s)
	}
	runs()
	if entry > 0 {
		m.empty("w:bookmarkEnd", "w:id", itoa(entry))
	}
	if p.place != nil {
		m.empty("w:bookmarkEnd", "w:id", itoa(p.place.id))
	}
	for _, i := range remarks {
		w.remark(i)
	}
	m.close("w:p")
}

// literalNumber writes a number that Word cannot make.
func (w *writer) literalNumber(number string, change doc.Change, s side) {
	w.tracked(change, func() {
		w.run(doc.Inline{Change: change}, number, look{side: s}, "")
		w.body.open("w:r")
		w.body.empty("w:tab")
		w.body.close("w:r")
	})
}

// paragraphLook writes the properties of a paragraph, in the order of the schema.
func (w *writer) paragraphLook(p para, change doc.Change, s side) {
	m := &w.body
	m.open("w:pPr")
	m.value("w:pStyle", p.style)
	if p.keepNext {
		m.empty("w:keepNext")
	}
	if w.newPage {
		m.empty("w:pageBreakBefore")
		w.newPage = false
	}
	if p.number.num > 0 {
		m.open("w:numPr")
		m.value("w:ilvl", itoa(p.number.level))
		m.value("w:numId", itoa(p.number.num))
		m.close("w:numPr")
	}
	if p.rule || p.line != "" {
		m.open("w:pBdr")
		if p.line != "" {
			border(m, p.line, 4, 4, w.style.Rule)
		} else {
			border(m, "w:bottom", 6, 5, w.style.Accent)
		}
		m.close("w:pBdr")
	}
	w.spacing(p)
	if p.hang > 0 {
		left, hanging := schemeOf(clauseList, w.lang(s), w.inColumns()).indent(p.hang)
		m.empty("w:ind", "w:left", itoa(left), "w:hanging", itoa(hanging))
	}
	if align := p.alignment(); align != "" {
		m.value("w:jc", align)
	}
	if name := changeElement(change); name != "" {
		m.open("w:rPr")
		m.empty(name, w.changeAttributes()...)
		m.close("w:rPr")
	}
	m.close("w:pPr")
}

func (w *writer) spacing(p para) {
	switch {
	case p.typ != nil:
		t := p.typ
		w.body.empty("w:spacing", "w:before", itoa(twips(t.Before)), "w:after", itoa(twips(t.After)), "w:line", itoa(twips(t.Leading)), "w:lineRule", "atLeast")
	case p.before > 0:
		w.body.empty("w:spacing", "w:before", itoa(p.before))
	case p.tight:
		w.body.empty("w:spacing", "w:after", itoa(twips(w.style.Body.After)/2))
	}
}

func (p para) alignment() string {
	if p.align == "" && p.typ != nil {
		return jc(p.typ.Align)
	}
	return p.align
}

// jc returns an alignment as Word names it.
func jc(align string) string {
	if align == "" {
		return "left"
	}
	return align
}

// halfPoints returns a size as Word writes it, not larger than it is: the faces of
// Word are wider than ours.
func halfPoints(centipoints int) int { return centipoints / 50 }

// heading writes a heading in the style of its level. A kind that looks different
// from the one that the style follows says so itself.
func (w *writer) heading(v *doc.Heading, s side) {
	at := w.places[v]
	p := para{style: w.headingStyle(v, s), keepNext: true, number: at.number, place: at}
	if t := w.typeOf(v); v.Kind != doc.TitleHeading && w.isBuiltIn(v) && t != w.levelType(v.Level) {
		p.typ = &t
	}
	if w.opensPage(v) {
		w.newPage = true
	}
	w.paragraph(p, titleOf(v, at.number), s)
}

// opensPage tells whether a heading begins a page. In columns the row does.
func (w *writer) opensPage(b doc.Block) bool {
	v, ok := b.(*doc.Heading)
	return ok && v.Kind == doc.ExhibitHeading && w.style.ExhibitOnNewPage && w.nested == 0
}

// clause writes a sub-clause with the number of its level.
func (w *writer) clause(v *doc.Clause, keep bool, s side) {
	at := w.places[v]
	p := para{style: clauseStyle(depthOf(v)), keepNext: keep, number: at.number, place: at}
	if at.number.num == 0 && (at.number.text != "" || depthOf(v) > 1) {
		p.hang = depthOf(v)
	}
	w.paragraph(p, v.Text, s)
}

// textParagraph writes running text.
func (w *writer) textParagraph(v *doc.Paragraph, keep bool, s side) {
	p := para{style: bodyStyle, keepNext: keep, place: w.places[v]}
	switch v.Style {
	case doc.Body:
		if allStrong(v.Text) {
			p.style = conspicuousStyle // some programs lose the look of a value in its control
		}
	case doc.Small:
		p.style = smallStyle
	case doc.Center:
		p.style = centerStyle
	case doc.Right:
		p.style = rightStyle
	case doc.Conspicuous:
		p.style = conspicuousStyle
	case doc.Letterhead:
		w.letterhead(v, p, s)
		return
	}
	w.paragraph(p, v.Text, s)
}

// allStrong reports whether all words of a text are strong.
func allStrong(text []doc.Inline) bool {
	for _, in := range text {
		if !in.Strong && strings.TrimSpace(printed(in)) != "" {
			return false
		}
	}
	return len(text) > 0
}

// letterhead writes the head of a letter: a logo if there is one, the sender's name
// and below it where to reach them.
func (w *writer) letterhead(v *doc.Paragraph, p para, s side) {
	align := jc(w.style.Letterhead.Align)
	if logo := w.doc.Logos[v.Logo]; logo != nil {
		w.paragraphWith(para{style: bodyStyle, keepNext: true, align: align}, doc.Unchanged, s, func() { w.picture(logo) })
	}
	cut := len(v.Text)
	for i, in := range v.Text {
		if in.Kind == doc.LineBreak {
			cut = i
			break
		}
	}
	p.style = senderStyle
	p.keepNext = true
	if cut == len(v.Text) {
		p.rule = w.style.Letterhead.Rule
	}
	w.paragraph(p, v.Text[:cut], s)
	if cut < len(v.Text) {
		w.paragraph(para{style: letterheadStyle, rule: w.style.Letterhead.Rule}, v.Text[cut+1:], s)
	}
}

// list writes bullets, or a list that Word numbers.
func (w *writer) list(v *doc.List, s side) {
	for i, item := range v.Items {
		last := v.After == 0 && i+1 == len(v.Items)
		w.paragraph(para{style: listStyle, number: numbered{num: w.numbers.lists[v]}, tight: !last}, item, s)
	}
}

// border writes one side of a frame. Its width is in eighths of a point, its
// distance in points.
func border(m *markup, name string, width, space int, c Color) {
	m.empty(name, "w:val", "single", "w:sz", itoa(width), "w:space", itoa(space), "w:color", c.hex())
}

// words makes a text of plain words.
func words(s string) []doc.Inline {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []doc.Inline{{Text: s}}
}
