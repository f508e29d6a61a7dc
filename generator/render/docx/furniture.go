package docx

import (
	"strings"

	"pactwright/generator/doc"
)

// Parts of the page that stand on every one: the first page has its own head, as it
// has the title itself.
const (
	headerPart      = "header1.xml"
	firstHeaderPart = "header2.xml"
	footerPart      = "footer1.xml"
	firstFooterPart = "footer2.xml"
)

// furniture returns head and foot of the pages by the name of their parts.
func (w *writer) furniture() []part {
	title := ""
	if w.style.RunningTitle {
		title = w.doc.Title
	}
	foot := w.footer()
	return []part{
		{headerPart, w.header(title, 1)}, {firstHeaderPart, w.header("", 2)},
		{footerPart, foot}, {firstFooterPart, foot},
	}
}

// aside writes a part with the means of the text, and keeps both apart.
func (w *writer) aside(name string, attributes []string, inside func()) []byte {
	outer := w.body
	w.body = markup{}
	inside()
	content := w.body.Bytes()
	w.body = outer
	m := root(name, attributes...)
	m.Write(content)
	m.close(name)
	return m.Bytes()
}

// header writes the head of a page: the running title on the left, the mark of the
// document on the right, and the words that lie under the text.
func (w *writer) header(title string, n int) []byte {
	names := []string{"xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office"}
	return w.aside("w:hdr", names, func() {
		p := para{style: headerStyle}
		if title != "" || w.doc.Mark != "" {
			p.line = "w:bottom"
		}
		w.paragraphWith(p, doc.Unchanged, first, func() {
			if title != "" {
				w.run(doc.Inline{}, w.shortened(title), look{}, "")
			}
			if w.doc.Mark != "" {
				w.tab()
				w.run(doc.Inline{Strong: true}, w.doc.Mark, look{color: w.style.Accent.hex()}, "")
			}
			if w.doc.Across != "" {
				w.watermark(w.doc.Across, n)
			}
		})
	})
}

// shortened returns the running title as far as it has room beside the mark, of a
// title in two languages the first alone.
func (w *writer) shortened(title string) string {
	_, mark := extent(doc.Cell(words(w.doc.Mark)))
	room := w.width*22/10/max(twips(w.style.Running.Size), 1) - mark - 4 // in halves of one em, of which letters take nine tenths
	fits := func(s string) bool {
		_, n := extent(doc.Cell(words(s)))
		return n <= room
	}
	if fits(title) {
		return title
	}
	if left, _, two := strings.Cut(title, " / "); two && fits(left) {
		return left
	}
	runes := []rune(title)
	runes = runes[:min(len(runes), max(room, 0))]
	for len(runes) > 0 && !fits(string(runes)+"…") {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func (w *writer) tab() {
	w.body.open("w:r")
	w.body.empty("w:tab")
	w.body.close("w:r")
}

// footer writes the foot of a page: the words of the document, and the page and how
// many there are, which Word fills in.
func (w *writer) footer() []byte {
	return w.aside("w:ftr", nil, func() {
		w.paragraphWith(para{style: footerStyle, line: "w:top"}, doc.Unchanged, first, func() {
			if w.doc.Footer != "" {
				w.run(doc.Inline{}, w.doc.Footer, look{}, "")
			}
			w.tab()
			for i, code := range []string{"PAGE", "NUMPAGES"} {
				if i > 0 {
					w.run(doc.Inline{}, " / ", look{}, "")
				}
				w.fieldMark("begin", first)
				w.fieldCode(code, first)
				w.fieldMark("separate", first)
				w.run(doc.Inline{}, "1", look{}, "")
				w.fieldMark("end", first)
			}
		})
	})
}

// watermark writes words under the text as Word itself does: a drawing in the head
// of the page.
func (w *writer) watermark(text string, n int) {
	_, length := extent(doc.Cell(words(text)))
	height := min(110, 880/max(length, 1)) // points, so that it fits the diagonal
	width := height * length * 6 / 10
	m := &w.body
	m.open("w:r")
	m.open("w:pict")
	m.open("v:shapetype", "id", "_x0000_t136", "coordsize", "21600,21600", "o:spt", "136", "adj", "10800", "path", "m@7,l@8,m@5,21600l@6,21600e")
	m.open("v:formulas")
	for _, f := range []string{
		"sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
		"if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
	} {
		m.empty("v:f", "eqn", f)
	}
	m.close("v:formulas")
	m.empty("v:path", "textpathok", "t", "o:connecttype", "custom", "o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800", "o:connectangles", "270,180,90,0")
	m.empty("v:textpath", "on", "t", "fitshape", "t")
	m.close("v:shapetype")
	m.open("v:shape", "id", "PowerPlusWaterMarkObject"+itoa(n), "o:spid", "_x0000_s"+itoa(2048+n), "type", "#_x0000_t136",
		"style", "position:absolute;margin-left:0;margin-top:0;width:"+itoa(width)+"pt;height:"+itoa(height)+"pt;rotation:315;z-index:-251658752;"+
			"mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin",
		"o:allowincell", "f", "fillcolor", "#"+w.style.Watermark.hex(), "stroked", "f")
	m.empty("v:textpath", "style", `font-family:"`+hangulFont+`";font-size:1pt;font-weight:bold`, "string", text)
	m.close("v:shape")
	m.close("w:pict")
	m.close("w:r")
}

// Sizes of paper in twips.
var papers = map[doc.Paper][2]int{doc.A4: {11906, 16838}, doc.Letter: {12240, 15840}}

// paper returns the width and the height of a page.
func (w *writer) paper() (width, height int) {
	size, ok := papers[w.doc.Paper.Upright()]
	if !ok {
		size = papers[doc.A4]
	}
	if w.doc.Paper.IsLandscape() {
		return size[1], size[0]
	}
	return size[0], size[1]
}

// section writes the properties of the pages.
func (w *writer) section() {
	m := &w.body
	width, height := w.paper()
	m.open("w:sectPr")
	for _, r := range []struct{ element, kind, id string }{
		{"w:headerReference", "default", "rIdHeader"}, {"w:headerReference", "first", "rIdFirstHeader"},
		{"w:footerReference", "default", "rIdFooter"}, {"w:footerReference", "first", "rIdFirstFooter"},
	} {
		m.empty(r.element, "w:type", r.kind, "r:id", r.id)
	}
	size := []string{"w:w", itoa(width), "w:h", itoa(height)}
	if width > height {
		size = append(size, "w:orient", "landscape")
	}
	m.empty("w:pgSz", size...)
	margins := w.meta.Style.Margins
	m.empty("w:pgMar", "w:top", itoa(twips(margins.Top)), "w:right", itoa(twips(margins.Outer)), "w:bottom", itoa(twips(margins.Bottom)),
		"w:left", itoa(twips(margins.Inner)), "w:header", itoa(twips(margins.Top)*45/100), "w:footer", itoa(twips(margins.Bottom)*42/100), "w:gutter", "0")
	m.empty("w:cols", "w:space", "708")
	m.empty("w:titlePg")
	m.close("w:sectPr")
}
