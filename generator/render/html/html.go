// Package html writes a settled document as one page for the screen: no script,
// nothing loaded from elsewhere. What differs in a comparison stands in ins and
// del, so that it can be told apart without colour and is read aloud as such.
package html

import (
	"bytes"
	"html"
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// writer writes one document.
type writer struct {
	out   bytes.Buffer
	doc   *doc.Resolved
	lists int // how many lists of sub-clauses are open
}

// Render writes the document. The same input makes the same bytes.
func Render(d *doc.Resolved) []byte {
	w := &writer{doc: d}
	w.raw(`<!DOCTYPE html>` + "\n" + `<html lang="` + attribute(string(d.Lang)) + `">` + "\n<head>\n<meta charset=\"utf-8\">\n")
	w.raw(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	w.raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` + "\n")
	w.raw("<title>" + html.EscapeString(d.Title) + "</title>\n<style>\n" + sheet + "</style>\n</head>\n<body>\n<main>\n")
	if d.Mark != "" {
		w.raw(`<p class="small">` + html.EscapeString(d.Mark) + "</p>\n")
	}
	for _, b := range d.Blocks {
		w.block(b, d.Lang)
	}
	w.close(0)
	if d.Footer != "" {
		w.raw(`<p class="small">` + html.EscapeString(d.Footer) + "</p>\n")
	}
	w.raw("</main>\n</body>\n</html>\n")
	return w.out.Bytes()
}

func (w *writer) raw(markup string) { w.out.WriteString(markup) }

func attribute(text string) string { return html.EscapeString(text) }

// id returns the attribute that names a place, or nothing.
func id(anchor string) string {
	if anchor == "" {
		return ""
	}
	return ` id="` + attribute(anchor) + `"`
}

// text writes inlines. What belongs together in a comparison stands in one
// element.
func (w *writer) text(text []doc.Inline) {
	open := doc.Unchanged
	for _, in := range text {
		if in.Change != open {
			w.change(open, "</")
			w.change(in.Change, "<")
			open = in.Change
		}
		w.inline(in)
	}
	w.change(open, "</")
}

func (w *writer) change(c doc.Change, begin string) {
	switch c {
	case doc.Inserted:
		w.raw(begin + "ins>")
	case doc.Deleted:
		w.raw(begin + "del>")
	}
}

func (w *writer) inline(in doc.Inline) {
	switch in.Kind {
	case doc.AnchorInline:
		w.raw("<span" + id(in.Target) + "></span>")
		return
	case doc.LineBreak:
		w.raw("<br>")
		return
	}
	var closing string
	around := func(open, close string) {
		w.raw(open)
		closing = close + closing
	}
	if in.Strong {
		around("<strong>", "</strong>")
	}
	if in.Emph {
		around("<em>", "</em>")
	}
	switch {
	case in.Kind == doc.RefInline && w.doc.Reference(in.Target) != "":
		around(`<a href="#`+attribute(in.Target)+`">`, "</a>")
	case in.Kind == doc.LinkInline:
		around(`<a href="`+attribute(in.Target)+`" rel="noreferrer">`, "</a>")
	case in.Kind == doc.BlankInline:
		around("<mark>", "</mark>")
	}
	w.raw(html.EscapeString(in.Text) + closing)
}

func itoa(n int) string { return strconv.Itoa(n) }

// language is the attribute of what stands in another language than the document.
func (w *writer) language(lang diag.Lang) string {
	if lang == w.doc.Lang || lang == "" {
		return ""
	}
	return ` lang="` + attribute(string(lang)) + `"`
}
