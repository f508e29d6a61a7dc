package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/render/docx"
	"pactwright/generator/source"
)

// asWord is the name of a document as a Word document.
func asWord(file string) string { return strings.TrimSuffix(file, ".pdf") + ".docx" }

// inWord reports whether a document is made as a Word document, too: where Word is
// asked for all that a part of the pack has, else the clean copy of what people
// negotiate or put on their own letterhead.
func (s *state) inWord(r request) bool {
	if r.kind == "index" || !s.kept(asWord(r.file)) {
		return false
	}
	return len(s.opts.Formats) > 0 || r.typ.Word && !r.annotated
}

// wordOf makes a document again as a Word document, to negotiate in. Its contents
// name the pages of the PDF until Word counts its own.
func (s *state) wordOf(d document) ([]byte, error) {
	style, err := s.wordStyle(d.typ.Style)
	if err != nil {
		return nil, err
	}
	return docx.Render(d.settled, docx.Meta{
		Title: d.settled.Title, Author: s.author(d.lang), Lang: d.lang, Date: d.date, Style: style, Pages: d.where,
		Made: docx.Made{Project: s.project.Info.ID, Document: madeOf(d), Text: saidHash(d.settled)},
	})
}

// madeOf names a document within its project.
func madeOf(d document) string { return strings.TrimSuffix(d.file, ".pdf") }

// saidHash is a hash of what a document says.
func saidHash(r *doc.Resolved) string {
	sum := sha256.New()
	for _, p := range r.Printed() {
		fmt.Fprintln(sum, doc.Text(p.Text))
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// wordStyle reads from a style of the template layers what Word can follow of it.
func (s *state) wordStyle(name string) (docx.Style, error) {
	var style docx.Style
	file, err := s.layers.Read("styles/" + name + ".yaml")
	if err != nil {
		return style, err
	}
	f, found := source.Decode(file.Path, file.Data)
	if f != nil {
		found.Add(source.Into(f, f.Root, &style)...)
	}
	if found.Has(diag.Blocking) {
		return style, fmt.Errorf("the style %s cannot be read: %s", file.Path, found[0].Message.EN)
	}
	return style, nil
}
