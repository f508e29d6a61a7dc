package docx

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// look is how runs differ from their paragraph.
type look struct {
	side  side
	bold  bool
	color string
	size  int // in half points; 0 as the paragraph
}

// runs writes the text of a paragraph.
func (w *writer) runs(text []doc.Inline, l look) {
	for _, in := range text {
		w.inline(in, l)
	}
}

// inline writes one run of text as what it stands for.
func (w *writer) inline(in doc.Inline, l look) {
	switch in.Kind {
	case doc.AnchorInline:
		return // Resolve leaves none that a reference needs
	case doc.LineBreak:
		w.tracked(in.Change, func() {
			w.body.open("w:r")
			w.body.empty("w:br")
			w.body.close("w:r")
		})
		return
	}
	if printed(in) == "" {
		return
	}
	switch {
	case in.Change == doc.Deleted:
		w.tracked(in.Change, func() { w.run(in, printed(in), l, "") })
	case in.Kind == doc.RefInline:
		w.reference(in, l)
	case in.Kind == doc.LinkInline && address(in.Target) != "":
		w.body.open("w:hyperlink", "r:id", w.link(address(in.Target)), "w:history", "1")
		w.tracked(in.Change, func() { w.run(in, printed(in), l, "Hyperlink") })
		w.body.close("w:hyperlink")
	case in.Change == doc.Unchanged && isValue(in) && in.Path != w.wording:
		w.control(in, l)
	default:
		w.tracked(in.Change, func() { w.run(in, printed(in), l, "") })
	}
}

// isValue reports whether a run is a value of the project file that may be edited
// in its place: names made of it by the program, as labels of parties, may not.
func isValue(in doc.Inline) bool {
	switch in.Kind {
	case doc.TextInline, doc.AmountInline, doc.PercentInline, doc.DateInline, doc.CountInline, doc.NumberInline, doc.BlankInline:
		return in.Path != ""
	}
	return false
}

// control writes a value in a content control that says which it is. It is not one
// for plain text only: LibreOffice writes Korean words in such a one several times.
func (w *writer) control(in doc.Inline, l look) {
	w.controls++
	tag := Tag(in.Path)
	m := &w.body
	m.open("w:sdt")
	m.open("w:sdtPr")
	w.runLook(in, printed(in), l, "") // what is typed in looks like what stands there
	m.value("w:alias", tag)
	m.value("w:tag", tag)
	m.value("w:id", itoa(firstControl+w.controls))
	m.close("w:sdtPr")
	m.open("w:sdtContent")
	w.run(in, printed(in), l, "")
	m.close("w:sdtContent")
	m.close("w:sdt")
}

// firstControl keeps the ids of content controls apart from small numbers, which
// some programs give to their own.
const firstControl = 700000

// run writes words in one look.
func (w *writer) run(in doc.Inline, words string, l look, style string) {
	m := &w.body
	m.open("w:r")
	w.runLook(in, words, l, style)
	name := "w:t"
	if in.Change == doc.Deleted {
		name = "w:delText"
	}
	m.open(name, "xml:space", "preserve")
	m.text(words)
	m.close(name)
	m.close("w:r")
}

// runLook writes the properties of a run, in the order of the schema.
func (w *writer) runLook(in doc.Inline, words string, l look, style string) {
	m := &w.body
	m.open("w:rPr")
	if style != "" {
		m.value("w:rStyle", style)
	}
	w.font(m, words, l.side)
	if l.bold || in.Strong {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if in.Emph {
		m.empty("w:i")
		m.empty("w:iCs")
	}
	if l.color != "" {
		m.value("w:color", l.color)
	}
	if l.size > 0 {
		m.value("w:sz", itoa(l.size))
		m.value("w:szCs", itoa(l.size))
	}
	if in.Kind == doc.BlankInline {
		m.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", w.style.Gap.hex())
	}
	writeLang(m)
	m.close("w:rPr")
}

// font names the faces of a run if they are others than those of the document.
// The hint makes signs that both scripts have, as “ and ①, those of Korean.
func (w *writer) font(m *markup, words string, s side) {
	korean := w.lang(s) == diag.Korean
	var attributes []string
	if korean || hasHangul(words) {
		attributes = append(attributes, "w:hint", "eastAsia")
	}
	if latin := latinFont(w.lang(s)); latin != latinFont(w.doc.Lang) {
		attributes = append(attributes, "w:ascii", latin, "w:hAnsi", latin, "w:cs", latin)
	}
	if len(attributes) > 0 {
		m.empty("w:rFonts", attributes...)
	}
}

// writeLang says in which languages a run is: Word chooses between the two by the
// script of each character.
func writeLang(m *markup) { m.empty("w:lang", "w:val", "en-US", "w:eastAsia", "ko-KR") }

func hasHangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// tracked writes runs within the change that they are part of.
func (w *writer) tracked(c doc.Change, runs func()) {
	name := changeElement(c)
	if name == "" {
		runs()
		return
	}
	w.body.open(name, w.changeAttributes()...)
	runs()
	w.body.close(name)
}

// printed returns what an inline puts on paper.
func printed(in doc.Inline) string {
	s := in.Text
	switch {
	case in.Kind == doc.BlankInline && s == "":
		s = "[________]"
	case in.Kind == doc.BlankInline && !strings.HasPrefix(s, "["):
		s = "[" + s + "]"
	case in.Kind == doc.LinkInline && s == "":
		s = in.Target
	}
	return norm.NFC.String(s)
}

// address returns where a link leads, or "" if it is not one that a document may
// lead to.
func address(target string) string {
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "https" && u.Scheme != "mailto" || u.Scheme == "https" && u.Host == "" {
		return ""
	}
	return u.String()
}

// link returns the relation of an address outside the document.
func (w *writer) link(to string) string {
	for i, known := range w.links {
		if known == to {
			return linkRelation(i)
		}
	}
	w.links = append(w.links, to)
	return linkRelation(len(w.links) - 1)
}

func linkRelation(i int) string { return "rIdLink" + itoa(i+1) }
