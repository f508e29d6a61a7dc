package docx

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Names of the styles in the file. Those of headings, the contents and the
// furniture of the page are Word's own, so that its commands know them.
const (
	bodyStyle        = "Normal"
	spacerStyle      = "Spacer"
	smallStyle       = "Small"
	centerStyle      = "Centered"
	rightStyle       = "RightAligned"
	conspicuousStyle = "Conspicuous"
	letterheadStyle  = "Letterhead"
	senderStyle      = "Sender"
	titleStyle       = "Title"
	listStyle        = "ListParagraph"
	tableStyle       = "TableText"
	tableHeadStyle   = "TableHead"
	keyStyle         = "KeyTerm"
	valueStyle       = "KeyTermValue"
	noticeStyle      = "NoticeText"
	noticeTitleStyle = "NoticeTitle"
	signStyle        = "SignatureText"
	signHeadStyle    = "SignatureHead"
	sealStyle        = "Seal"
	contentsStyle    = "TOCHeading"
	headerStyle      = "Header"
	footerStyle      = "Footer"
	remarkStyle      = "CommentText"
)

// maxLevel is the deepest level of headings.
const maxLevel = 6

func clauseStyle(depth int) string { return "Clause" + itoa(depth) }
func tocStyle(level int) string    { return "TOC" + itoa(min(max(level, 1), 3)) }

// Fonts of the two scripts. Word has both; a reader without them gets what its
// system has for the script.
const hangulFont = "Malgun Gothic"

// latinFont returns the face of Latin letters: in Korean text that of the Hangul.
func latinFont(lang diag.Lang) string {
	if lang == diag.Korean {
		return hangulFont
	}
	return "Arial"
}

// isBuiltIn reports whether a heading has a heading style of Word. In a document
// with articles its sections have styles of their own, since the contents, which
// gather the headings of Word, do not name them.
func (w *writer) isBuiltIn(v *doc.Heading) bool {
	return v.Kind != doc.TitleHeading && (v.Kind != doc.SectionHeading || !w.articles)
}

// headingStyle returns the style of a heading. The second language has its own,
// for the contents in that language.
func (w *writer) headingStyle(v *doc.Heading, s side) string {
	level := itoa(min(max(v.Level, 1), maxLevel))
	switch {
	case v.Kind == doc.TitleHeading:
		return titleStyle
	case !w.isBuiltIn(v):
		return "Section" + level
	case s == second:
		return "SecondHeading" + level
	}
	return "Heading" + level
}

// typeOf returns how a heading is set.
func (w *writer) typeOf(v *doc.Heading) Type {
	switch v.Kind {
	case doc.TitleHeading:
		return w.style.Title
	case doc.PartHeading:
		return w.style.Part
	case doc.ArticleHeading:
		return w.style.Article
	case doc.ExhibitHeading:
		return w.style.Exhibit
	}
	return w.style.section(v.Level)
}

// levelType returns how the style of a level looks: as the first heading that has
// it.
func (w *writer) levelType(level int) Type {
	for _, b := range w.blocks {
		if v, ok := leading(b).(*doc.Heading); ok && w.isBuiltIn(v) && v.Level == level {
			return w.typeOf(v)
		}
	}
	return w.style.section(level)
}

// sheet writes styles.xml.
type sheet struct {
	*markup
	w     *writer
	exact bool // lines are as high as said, whatever stands in them
}

func (w *writer) stylesheet() []byte {
	s := sheet{markup: root("w:styles"), w: w}
	s.defaults()
	st := w.style
	body := st.Body
	s.paragraph("Normal", "Normal", "", body, func() {}, align(st.Justify, body.Align))
	s.headings()
	s.paragraph(titleStyle, "Title", bodyStyle, st.Title, s.keep, jc(st.Title.Align))
	s.paragraph(smallStyle, "Small", bodyStyle, st.Small, func() {}, "left")
	s.paragraph(centerStyle, "Centered", bodyStyle, body, func() {}, "center")
	s.paragraph(rightStyle, "Right Aligned", bodyStyle, body, func() {}, "right")
	bold := body
	bold.Bold = true
	s.paragraph(conspicuousStyle, "Conspicuous", bodyStyle, bold, func() {}, align(st.Justify, ""))
	s.paragraph(letterheadStyle, "Letterhead", bodyStyle, st.Letterhead, func() {}, jc(st.Letterhead.Align))
	s.paragraph(senderStyle, "Sender", bodyStyle, st.Sender, s.keep, jc(st.Letterhead.Align))
	for d := 1; d <= maxDepth; d++ {
		s.paragraph(clauseStyle(d), "Clause "+itoa(d), bodyStyle, body, func() {}, align(st.Justify, ""))
	}
	s.paragraph(listStyle, "List Paragraph", bodyStyle, body, func() {}, align(st.Justify, ""))
	s.cells()
	s.furniture()
	s.close("w:styles")
	return s.Bytes()
}

// align returns how running text is set.
func align(justify bool, align string) string {
	if justify && align == "" {
		return "both"
	}
	return jc(align)
}

func (s sheet) keep() { s.empty("w:keepNext") }

// defaults writes what all text has in common.
func (s sheet) defaults() {
	latin := latinFont(s.w.doc.Lang)
	s.open("w:docDefaults")
	s.open("w:rPrDefault")
	s.open("w:rPr")
	s.empty("w:rFonts", "w:ascii", latin, "w:hAnsi", latin, "w:eastAsia", hangulFont, "w:cs", latin)
	s.value("w:sz", itoa(halfPoints(s.w.style.Body.Size)))
	s.value("w:szCs", itoa(halfPoints(s.w.style.Body.Size)))
	writeLang(s.markup)
	s.close("w:rPr")
	s.close("w:rPrDefault")
	s.open("w:pPrDefault")
	s.open("w:pPr")
	s.value("w:autoSpaceDE", "0") // figures beside Hangul stand as close as they are written
	s.value("w:autoSpaceDN", "0")
	s.close("w:pPr")
	s.close("w:pPrDefault")
	s.close("w:docDefaults")
}

// head begins a style.
func (s sheet) head(kind, id, name, basedOn string) {
	attributes := []string{"w:type", kind}
	if id == bodyStyle || id == "DefaultParagraphFont" || id == "TableNormal" {
		attributes = append(attributes, "w:default", "1")
	}
	s.open("w:style", append(attributes, "w:styleId", id)...)
	s.value("w:name", name)
	if basedOn != "" {
		s.value("w:basedOn", basedOn)
	}
}

// paragraph writes a paragraph style. before writes the first properties of a
// paragraph, down to those in front of its spacing.
func (s sheet) paragraph(id, name, basedOn string, t Type, before func(), align string) {
	s.paragraphAt(id, name, basedOn, t, before, func() {}, align, -1)
}

func (s sheet) paragraphAt(id, name, basedOn string, t Type, before, indent func(), align string, outline int) {
	s.head("paragraph", id, name, basedOn)
	if outline >= 0 {
		s.value("w:next", bodyStyle)
		s.value("w:uiPriority", "9")
	}
	s.empty("w:qFormat")
	s.open("w:pPr")
	before()
	rule := "atLeast"
	if s.exact {
		rule = "exact"
	}
	s.empty("w:spacing", "w:before", itoa(twips(t.Before)), "w:after", itoa(twips(t.After)), "w:line", itoa(twips(t.Leading)), "w:lineRule", rule)
	indent()
	s.value("w:jc", align)
	if outline >= 0 {
		s.value("w:outlineLvl", itoa(outline))
	}
	s.close("w:pPr")
	s.open("w:rPr")
	s.weight(t)
	s.value("w:color", t.Color.hex())
	s.value("w:sz", itoa(halfPoints(t.Size)))
	s.value("w:szCs", itoa(halfPoints(t.Size)))
	s.close("w:rPr")
	s.close("w:style")
}

func (s sheet) weight(t Type) {
	if t.Bold {
		s.empty("w:b")
		s.empty("w:bCs")
	}
}

// headings writes the styles of headings down to the deepest level.
func (s sheet) headings() {
	keep := func() {
		s.empty("w:keepNext")
		s.empty("w:keepLines")
	}
	none := func() {}
	for level := 1; level <= maxLevel; level++ {
		n := itoa(level)
		t := s.w.levelType(level)
		s.paragraphAt("Heading"+n, "heading "+n, bodyStyle, t, keep, none, jc(t.Align), level-1)
		if s.w.doc.Second() != "" {
			s.paragraphAt("SecondHeading"+n, "Second Heading "+n, "Heading"+n, t, keep, none, jc(t.Align), level-1)
		}
		if s.w.articles {
			section := s.w.style.section(level)
			s.paragraphAt("Section"+n, "Section "+n, bodyStyle, section, keep, none, jc(section.Align), level-1)
		}
	}
}

// cells writes the styles of what stands in tables, notices and signatures.
func (s sheet) cells() {
	st := s.w.style
	flatten := func(t Type, bold bool, c Color) Type {
		t.Before, t.After, t.Bold, t.Color = 0, 0, bold, c
		return t
	}
	none := func() {}
	table, key, sign, note := st.Table, st.KeyValue, st.Signatures, st.Notices
	s.paragraph(tableStyle, "Table Text", bodyStyle, flatten(table.Type, false, table.Color), none, "left")
	s.paragraph(tableHeadStyle, "Table Head", tableStyle, flatten(table.Type, true, table.Color), s.keep, "left")
	s.paragraph(keyStyle, "Key Term", bodyStyle, flatten(key.Type, true, key.Color), none, "left")
	s.paragraph(valueStyle, "Key Term Value", bodyStyle, flatten(key.Type, false, key.Color), none, "left")
	text := flatten(note.Type, false, note.Color)
	text.Before, text.After = note.Leading/6, note.Leading/6
	s.paragraph(noticeStyle, "Notice Text", bodyStyle, text, none, "left")
	text.Bold = true
	s.paragraph(noticeTitleStyle, "Notice Title", noticeStyle, text, s.keep, "left")
	s.paragraph(signStyle, "Signature Text", bodyStyle, flatten(sign.Type, false, sign.Color), none, "left")
	s.paragraph(signHeadStyle, "Signature Head", signStyle, flatten(sign.Type, true, st.Accent), s.keep, "left")
	s.paragraph(sealStyle, "Seal", signStyle, flatten(sign.Type, false, st.Running.Color), none, "center")
	spacer := Type{Size: 400, Leading: 700, Color: st.Body.Color}
	s.paragraph(spacerStyle, "Spacer", bodyStyle, spacer, none, "left")
}

// furniture writes the styles of the contents, of head and foot of the page, of
// links and of comments.
func (s sheet) furniture() {
	st := s.w.style
	toc := st.Part
	toc.Before = 0 // it opens a page
	s.paragraph(contentsStyle, "TOC Heading", bodyStyle, toc, s.keep, jc(toc.Align))
	for level := 1; level <= 3; level++ {
		t := st.Contents.Type
		t.Before, t.Bold = 0, false
		s.exact = true // so that the contents fill as many pages with any face
		s.paragraphAt(tocStyle(level), "toc "+itoa(level), bodyStyle, t, func() {
			s.open("w:tabs")
			s.empty("w:tab", "w:val", "right", "w:leader", "dot", "w:pos", itoa(s.w.width))
			s.close("w:tabs")
		}, func() {
			s.empty("w:ind", "w:left", itoa(220*(level-1)))
		}, "left", -1)
	}
	s.exact = false
	tab := func() {
		s.open("w:tabs")
		s.empty("w:tab", "w:val", "right", "w:pos", itoa(s.w.width))
		s.close("w:tabs")
	}
	s.paragraph(headerStyle, "header", bodyStyle, st.Running, tab, "left")
	s.paragraph(footerStyle, "footer", bodyStyle, st.Running, tab, "left")
	s.paragraph(remarkStyle, "annotation text", bodyStyle, Type{Size: 1000, Leading: 1300, Color: st.Body.Color}, func() {}, "left")
	s.head("character", "DefaultParagraphFont", "Default Paragraph Font", "")
	s.close("w:style")
	s.head("character", "Hyperlink", "Hyperlink", "DefaultParagraphFont")
	s.open("w:rPr")
	s.value("w:color", st.Link.hex())
	s.value("w:u", "single")
	s.close("w:rPr")
	s.close("w:style")
	s.head("character", "CommentReference", "annotation reference", "DefaultParagraphFont")
	s.open("w:rPr")
	s.value("w:sz", "16")
	s.value("w:szCs", "16")
	s.close("w:rPr")
	s.close("w:style")
	s.tables()
}

// tables writes the style that tables have by default.
func (s sheet) tables() {
	s.head("table", "TableNormal", "Normal Table", "")
	s.open("w:tblPr")
	s.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	s.open("w:tblCellMar")
	for _, edge := range []struct{ name, width string }{{"top", "0"}, {"left", "0"}, {"bottom", "0"}, {"right", "0"}} {
		s.empty("w:"+edge.name, "w:w", edge.width, "w:type", "dxa")
	}
	s.close("w:tblCellMar")
	s.close("w:tblPr")
	s.close("w:style")
}
