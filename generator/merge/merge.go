// Package merge fills templates with the project's data and yields documents.
//
// A template is Markdown with text/template in it. Every value that an action
// prints becomes an opaque mark with its typed value and its place kept beside
// it, so no value can break the Markdown around it and money stays money.
package merge

import (
	"strings"
	"text/template"

	"pactwright/generator/agreement"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/project"
)

// Input is what one document is made from.
type Input struct {
	Type      *library.DocumentType
	Lang      diag.Lang
	Project   *project.Project
	Law       *law.Version
	Call      *call.Call
	Plan      *agreement.Plan // of a contract; nil for other documents
	Words     Words
	Own       *agreement.Article   // the parameters of a document that stands by itself
	Phrases   map[string]diag.Text // of a sheet: the words of the workbook around it
	Context   any                  // what the templates see as dot
	Annotated bool
	Draft     bool
	Trusted   bool         // the templates are part of the program: what their branches name, and their terms, are not looked at anew
	Checks    *Checks      // of the documents of the project; nil: each checks its templates anew
	Made      *Made        // what another document of the contract may have in common with this one; nil: nothing
	Meta      doc.Document // title, paper, marks and footers, without blocks
}

// merger is the state of one document while it is filled.
type merger struct {
	in     Input
	tokens []doc.Token
	taken  string // the path of the parameter that was asked for last
	size   int    // bytes of the values in them
	steps  int    // taken by the templates so far
	sites  []site // of the template file being filled
	found  diag.List
	scope  []*agreement.Article // the article being filled, innermost last
	asked  []question           // by its templates, about other places of the contract
	filled map[string]made      // the articles that were filled without a finding, by slot

	contract bool                           // the document prints all articles
	files    map[string]lines               // the template files parsed so far
	byID     map[int]*parsed                // the same by their number
	sets     map[*parsed]*template.Template // their templates with the functions of this document
	terms    *meanings                      // the definitions of the contract, filled once
	table    template.FuncMap               // the functions bound to this document
}

func newMerger(in Input) *merger {
	return &merger{in: in, files: map[string]lines{}, byID: map[int]*parsed{}, sets: map[*parsed]*template.Template{}, filled: map[string]made{}}
}

// Document fills the templates of a document type.
func Document(in Input) (*doc.Document, diag.List) {
	m := newMerger(in)
	text := m.fill(in.Type.Body.Path, string(in.Type.Body.Data), in.Context)
	d := in.Meta
	d.Lang, d.Style, d.Contents, d.Draft, d.Trusted = in.Lang, in.Type.Style, in.Type.Contents, in.Draft, in.Trusted
	out, found := doc.Parse(m.filledText(text), d)
	m.found.Add(found...)
	if m.contract {
		m.keep(out)
		m.edit(out)
	}
	return out, m.found
}

// filledText is filled text with what its marks stand for.
func (m *merger) filledText(text string) doc.Filled {
	return doc.Filled{Text: text, Tokens: m.tokens, Place: m.placed}
}

// fill parses one template file, checks every field path in every branch, and
// executes the section of the document's language.
func (m *merger) fill(file, text string, dot any) string {
	return m.fillSection(file, text, string(m.in.Lang), dot)
}

// fillSection does so with another section of the file.
func (m *merger) fillSection(file, text, section string, dot any) string {
	defer func(outer []site) { m.sites = outer }(m.sites)
	set, p := m.parse(file, text)
	if p == nil {
		return ""
	}
	if set.Lookup(section) == nil {
		m.found.Add(diag.Finding{
			Code: "MERGE-SECTION", Severity: diag.Blocking, Template: diag.Place{File: file, Line: 1},
			Message: diag.T("the template has no section %q", "템플릿에 %q 부분이 없습니다", section),
			Fix:     diag.T(`add {{define %q}} … {{end}}`, `{{define %q}} … {{end}} 를 추가하십시오`, section),
		})
		return ""
	}
	if !m.sound(set, p, section, dot) {
		return ""
	}
	var out strings.Builder
	out.Grow(len(text) / 2) // a file has a section in each language
	if err := set.ExecuteTemplate(&limited{w: &out}, section, dot); err != nil {
		m.found.Add(m.ranFinding(file, err))
		return ""
	}
	return out.String()
}
