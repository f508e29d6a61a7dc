package generator

import (
	"path"
	"slices"
	"strings"
	"sync"

	"pactwright/generator/agreement"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/readback"
	"pactwright/generator/render/pdf"
	"pactwright/generator/source"
)

// request asks for one document: which type, in which language, from which
// data.
type request struct {
	file      string // in the pack
	kind      string // agreement, letter, summary, budget, report, index
	id        string // of the agreement or letter
	typ       *library.DocumentType
	lang      diag.Lang
	beside    diag.Lang // the language of a second column; empty: one language
	stacked   bool      // it stands below the first instead, article by article
	plan      *agreement.Plan
	own       *agreement.Article // the parameters of a document that stands by itself
	context   any
	annotated bool
	paper     doc.Paper
	mark      string
	parties   []string
	date      calendar.Date
	use       string // group "use" of the words: what the document is for
}

// document is one document after layout, and after rendering if it will be written.
type document struct {
	request
	texts   []*doc.Resolved // in each language it has
	settled *doc.Resolved   // what the pages show: the one text, or two side by side
	where   doc.Locations
	pages   int
	fields  []pdf.PlacedField
	data    []byte
	word    []byte      // the same as a Word document, if it is made as one
	made    *merge.Made // what it has in common with another document of its contract; nil: nothing
	figures int         // read back from data
	found   diag.List
	err     error
}

// langCode names the language or languages in file names: en, ko, en-ko.
func (r request) langCode() string {
	if r.beside == "" {
		return string(r.lang)
	}
	return string(r.lang) + "-" + string(r.beside)
}

// make makes the documents, as many at a time as there are processors, and
// returns them in the order of the requests. Only files that will be written are
// rendered: those that belong into the pack, as long as nothing blocks.
func (s *state) make(requests []request) []document {
	out := make([]document, len(requests))
	blocked := s.settled().Has(diag.Blocking)
	var wg sync.WaitGroup
	for i, r := range requests {
		wg.Go(func() { out[i] = s.document(r, !blocked) })
	}
	wg.Wait()
	return out
}

// document merges, resolves and lays out one document, and renders its files if
// they will be written. Findings that block keep it from being rendered.
func (s *state) document(r request, written bool) document {
	d := document{request: r}
	resolved := d.settle(s)
	if resolved == nil || d.found.Has(diag.Blocking) && !onlyGaps(d.found, s.opts.Draft) {
		return d
	}
	style, found, err := s.style(r.typ.Style)
	d.found.Add(found...)
	if err != nil || found.Has(diag.Blocking) {
		d.err = err
		return d
	}
	laid, where, found := pdf.Layout(resolved, style, s.faces)
	d.found.Add(found...)
	d.where, d.pages, d.fields = where, len(laid.Pages), laid.Fields()
	if found.Has(diag.Blocking) {
		return d
	}
	d.settled = resolved
	d.found.Add(readback.Amounts(d.file, resolved, s.known)...)
	if written && s.kept(d.file) {
		d.data, d.err = pdf.Render(laid, s.meta(r, resolved.Title))
		if d.err == nil {
			d.found.Add(d.readBack(d.data)...)
		}
	}
	if written && d.err == nil && s.inWord(r) {
		d.word, d.err = s.wordOf(d)
	}
	return d
}

// settle makes the resolved document in one language, or in two side by side.
func (d *document) settle(s *state) *doc.Resolved {
	left := d.merge(s, d.lang)
	if d.beside == "" || left == nil {
		d.texts = []*doc.Resolved{left}
		return left
	}
	right := d.merge(s, d.beside)
	if right == nil {
		return nil
	}
	d.texts = []*doc.Resolved{left, right}
	both, found := doc.SideBySide(left, right)
	d.found.Add(found...)
	if both != nil {
		both.Stacked = d.stacked
	}
	return both
}

func (d *document) merge(s *state, lang diag.Lang) *doc.Resolved {
	paper := d.paper
	if d.typ.Orientation == library.Landscape {
		paper = paper.Landscape()
	}
	title := d.typ.Title.Diag().In(lang)
	symbolic, found := merge.Document(merge.Input{
		Type: d.typ, Lang: lang, Project: s.project, Law: s.law, Call: s.call, Plan: d.plan, Own: d.own, Words: s.words,
		Context: d.context, Annotated: d.annotated, Draft: s.opts.Draft, Trusted: s.standing, Checks: s.checks, Made: d.made,
		Meta: doc.Document{Title: title, Paper: paper, Mark: d.mark, Across: s.across(d.request, lang), Signing: s.signingFoot(d.request, lang, title), Logos: s.logos},
	})
	d.found.Add(found...)
	if symbolic == nil {
		return nil
	}
	resolved, found := doc.Resolve(symbolic, s.glossary)
	d.found.Add(found...)
	return resolved
}

// across returns the words that lie under the text of a draft and of a reference
// translation. Copies to read beside the signed text are marked at the head alone.
func (s *state) across(r request, lang diag.Lang) string {
	kind := ""
	switch {
	case s.opts.Draft:
		kind = "draft"
	case r.use == "reference" && r.beside == "" && r.mark != "":
		kind = "reference"
	}
	word, _ := s.words.In("across", kind)
	return word.In(lang)
}

// signingFoot returns what stands at the foot of pages on which people sign a
// document with a title. Copies that nobody signs have none.
func (s *state) signingFoot(r request, lang diag.Lang, title string) string {
	if r.mark != "" || !slices.Contains(r.typ.SignPages, string(lang)) {
		return ""
	}
	word, _ := s.words.In("foot", "signing")
	return strings.ReplaceAll(word.In(lang), "{title}", title)
}

func onlyGaps(found diag.List, draft bool) bool {
	for _, f := range found {
		if f.Severity == diag.Blocking && !(draft && f.Gap) {
			return false
		}
	}
	return true
}

// meta returns what a document says about itself, and what it carries.
func (s *state) meta(r request, title string) pdf.Meta {
	m := pdf.Meta{Title: title, Author: s.author(r.lang), Lang: r.lang, Date: r.date, Archive: s.opts.archive()}
	if m.Archive == pdf.Archive3b {
		m.Source = &pdf.Attachment{Name: path.Base(s.world.Name), Data: s.file.Data}
	}
	return m
}

// author names the lead R&D institution in the properties of a document.
func (s *state) author(lang diag.Lang) string {
	lead := s.project.Lead()
	if lead == nil {
		return ""
	}
	if lang == diag.Korean && lead.Name.Native != "" {
		return lead.Name.Native
	}
	return lead.Name.EN
}

// style reads a style of the template layers.
func (s *state) style(name string) (pdf.Style, diag.List, error) {
	var style pdf.Style
	file, err := s.layers.Read("styles/" + name + ".yaml")
	if err != nil {
		return style, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	if f != nil && f.Root != nil {
		found.Add(source.Into(f, f.Root, &style, source.Strict)...)
	}
	return style, found, nil
}
