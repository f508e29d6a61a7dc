package docx

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// contentsAt returns the block that the contents stand before: the first page
// break, which ends the cover of a document that has one, else the first heading
// that is listed. It is -1 if there are no contents.
func (w *writer) contentsAt() int {
	if !w.doc.Contents {
		return -1
	}
	for i, b := range w.blocks {
		if _, ok := b.(*doc.PageBreak); ok {
			return i
		}
		if v, ok := leading(b).(*doc.Heading); ok && w.listed(v) {
			return i
		}
	}
	return -1
}

// listed tells whether the contents name a heading: parts, articles and exhibits,
// and in a document without articles its sections.
func (w *writer) listed(v *doc.Heading) bool {
	switch v.Kind {
	case doc.PartHeading, doc.ArticleHeading, doc.ExhibitHeading:
		return true
	case doc.SectionHeading:
		return v.Level <= 1 && !w.articles
	}
	return false
}

// contents writes the contents as a field of Word with its entries, of a document
// in two languages one after the other: not every reader takes such a field in a
// column.
func (w *writer) contents() {
	for s := range side(2) {
		w.newPage = true
		w.contentsIn(s)
	}
}

// contentsIn writes the contents of one language.
func (w *writer) contentsIn(s side) {
	var listed []*place
	for _, b := range w.blocks {
		sides := []doc.Block{b}
		if v, ok := b.(*doc.Columns); ok {
			sides = []doc.Block{v.Left, v.Right}
		}
		for _, b := range sides {
			if p := w.places[b]; p != nil && p.listing > 0 && p.side == s {
				listed = append(listed, p)
			}
		}
	}
	if len(listed) == 0 {
		return
	}
	title := w.style.Contents.Title.EN
	if w.lang(s) == diag.Korean {
		title = w.style.Contents.Title.KO
	}
	w.paragraph(para{style: contentsStyle, keepNext: true}, words(title), s)
	for i, p := range listed {
		w.entry(p, i == 0, i+1 == len(listed), s)
	}
}

// entry writes one line of the contents. The first one begins the field, the last
// one ends it.
func (w *writer) entry(p *place, begins, ends bool, s side) {
	v := p.block.(*doc.Heading)
	style := tocStyle(p.listing)
	w.paragraphWith(para{style: style}, doc.Unchanged, s, func() {
		if begins {
			w.fieldMark("begin", s)
			w.fieldCode(w.contentsCode(s), s)
			w.fieldMark("separate", s)
		}
		w.body.open("w:hyperlink", "w:anchor", p.entry, "w:history", "1")
		w.run(doc.Inline{}, flatText(v.Text), look{side: s}, "")
		w.body.open("w:r")
		w.body.empty("w:tab")
		w.body.close("w:r")
		w.fieldMark("begin", s)
		w.fieldCode("PAGEREF "+p.entry+` \h`, s)
		w.fieldMark("separate", s)
		w.run(doc.Inline{}, w.pageOf(v), look{side: s}, "")
		w.fieldMark("end", s)
		w.body.close("w:hyperlink")
		if ends {
			w.fieldMark("end", s)
		}
	})
}

// contentsCode returns the code of the contents of a language: the first gathers
// the headings of Word, the second those in its own styles.
func (w *writer) contentsCode(s side) string {
	deepest := 1
	for _, p := range w.places {
		deepest = max(deepest, p.listing)
	}
	if s == first {
		return `TOC \o "1-` + itoa(deepest) + `" \h \z`
	}
	var styles []string
	for level := 1; level <= deepest; level++ {
		styles = append(styles, "Second Heading "+itoa(level)+","+itoa(level))
	}
	return `TOC \h \z \t "` + strings.Join(styles, ",") + `"`
}

// flatText returns the words of a heading on one line, without what is deleted.
func flatText(text []doc.Inline) string {
	var kept []doc.Inline
	for _, in := range text {
		if in.Change != doc.Deleted {
			in.Text = printed(in)
			kept = append(kept, in)
		}
	}
	return doc.Text(kept)
}

// pageOf returns the page of a heading as far as the caller knows it. A part has
// the page of its first article.
func (w *writer) pageOf(v *doc.Heading) string {
	found := false
	for _, b := range w.doc.Blocks {
		h, ok := leading(b).(*doc.Heading)
		if !ok {
			continue
		}
		pair, two := b.(*doc.Columns)
		found = found || h == v || two && pair.Right == doc.Block(v)
		if !found {
			continue
		}
		if page := w.meta.Pages[h.Anchor].Page; page > 0 && h.Anchor != "" {
			return itoa(page)
		}
		if h.Kind != doc.PartHeading {
			break
		}
	}
	return ""
}

func (w *writer) fieldMark(kind string, s side) {
	w.body.open("w:r")
	w.runLook(doc.Inline{}, "", look{side: s}, "")
	w.body.empty("w:fldChar", "w:fldCharType", kind)
	w.body.close("w:r")
}

func (w *writer) fieldCode(code string, s side) {
	w.body.open("w:r")
	w.runLook(doc.Inline{}, "", look{side: s}, "")
	w.body.open("w:instrText", "xml:space", "preserve")
	w.body.text(" " + code + " ")
	w.body.close("w:instrText")
	w.body.close("w:r")
}
