// Package merge fills templates with the project's data and yields documents.
//
// A template is Markdown with text/template in it. Every value that an action
// prints becomes an opaque mark with its typed value and its place kept beside
// it, so no value can break the Markdown around it and money stays money.
package merge

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
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
	Context   any // what the templates see as dot
	Annotated bool
	Draft     bool
	Meta      doc.Document // title, paper, marks and footers, without blocks
}

// maxText bounds what the templates of one document may print, in bytes.
const maxText = 4 << 20

// maxDepth bounds how deep templates may include each other.
const maxDepth = 16

// merger is the state of one document while it is filled.
type merger struct {
	in     Input
	tokens []doc.Token
	sites  []site
	found  diag.List
	scope  []*agreement.Article // the article being filled, innermost last
	files  map[string]lines     // the template files parsed so far
	table  template.FuncMap     // the functions bound to this document
}

// Document fills the templates of a document type.
func Document(in Input) (*doc.Document, diag.List) {
	m := &merger{in: in, files: map[string]lines{}}
	text := m.fill(in.Type.Body.Path, string(in.Type.Body.Data), in.Context)
	d := in.Meta
	d.Lang, d.Style, d.Contents, d.Draft = in.Lang, in.Type.Style, in.Type.Contents, in.Draft
	out, found := doc.Parse(text, m.tokens, d)
	m.found.Add(found...)
	return out, m.found
}

// fill parses one template file, checks every field path in every branch, and
// executes the section of the document's language.
func (m *merger) fill(file, text string, dot any) string {
	set, ok := m.parse(file, text)
	if !ok {
		return ""
	}
	section := string(m.in.Lang)
	if set.Lookup(section) == nil {
		m.found.Add(diag.Finding{
			Code: "MERGE-SECTION", Severity: diag.Blocking, Template: diag.Place{File: file, Line: 1},
			Message: diag.T("the template has no section %q", "템플릿에 %q 부분이 없습니다", section),
			Fix:     diag.T(`add {{define %q}} … {{end}}`, `{{define %q}} … {{end}} 를 추가하십시오`, section),
		})
		return ""
	}
	if list := m.check(set, section, dot); len(list) > 0 {
		m.found.Add(list...)
		return ""
	}
	var out bytes.Buffer
	if err := set.ExecuteTemplate(&limited{w: &out}, section, dot); err != nil {
		m.found.Add(executionFinding(file, err))
		return ""
	}
	return out.String()
}

// limited refuses to grow beyond maxText.
type limited struct{ w *bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.w.Len()+len(p) > maxText {
		return 0, fmt.Errorf("the document is larger than %d MiB", maxText>>20)
	}
	return l.w.Write(p)
}

// execution takes place, expression and reason out of an error of a running
// template, which text/template offers in no other form.
var execution = regexp.MustCompile(`^template: (.+?):(\d+):(\d+): executing "[^"]*" at <(.*)>: (.*)$`)

// executionFinding words an error that only showed while a template ran.
func executionFinding(file string, err error) diag.Finding {
	f := diag.Finding{
		Code: "MERGE-RUN", Severity: diag.Blocking, Template: diag.Place{File: file},
		Message: diag.T("the template cannot be filled: %s", "템플릿을 채울 수 없습니다: %s", err.Error()),
		Fix:     diag.T("guard the place in the template with {{if}}, or correct it", "템플릿의 해당 위치를 {{if}}로 감싸거나 고치십시오"),
	}
	if m := execution.FindStringSubmatch(err.Error()); m != nil {
		f.Template.Line, _ = strconv.Atoi(m[2])
		f.Template.Column, _ = strconv.Atoi(m[3])
		f.Message = diag.T("the template cannot print {{%s}}: %s", "템플릿이 {{%s}} 값을 쓸 수 없습니다: %s", m[4], reason(m[5]))
	}
	return f
}

// reason says why a value cannot be had, without the words of the language.
func reason(text string) diag.Text {
	switch {
	case strings.Contains(text, "nil pointer"), strings.Contains(text, "nil data"):
		return diag.T("there is nothing to take it from", "그 값을 담은 항목이 없습니다")
	case strings.Contains(text, "index out of range"), strings.Contains(text, "error calling index"):
		return diag.T("the list has no such element", "목록에 그런 요소가 없습니다")
	case strings.Contains(text, "wrong type for value"), strings.Contains(text, "can't"):
		return diag.T("the value is of a kind that cannot stand here", "여기에 쓸 수 없는 종류의 값입니다")
	}
	return diag.Text{EN: text, KO: text}
}
