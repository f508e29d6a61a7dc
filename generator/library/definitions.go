package library

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Definitions are the meanings of the terms of a document type, each a template
// of its own in documents/<id>/definitions.md.tmpl: {{define "en results"}}.
// Options print them as a list, in an exhibit or in the articles.
type Definitions struct {
	source.At
	// Ahead is the option with which each definition stands at the head of the
	// article that it belongs to, as {{define "en ahead"}} sets it.
	Ahead string       `yaml:"ahead"`
	Terms []Definition `yaml:"terms"`
	File  File         `yaml:"-"`
	Body  string       `yaml:"-"`
}

// Definition says where a term is defined if it stands in the articles.
type Definition struct {
	source.At
	Key  string   `yaml:"key"`  // of the glossary
	Home []string `yaml:"home"` // articles on its subject: the first that the contract has
}

// Slot returns the article of the option named under ahead.
func (d *Definitions) Slot() string {
	slot, _, _ := strings.Cut(d.Ahead, "/")
	return slot
}

// definitions reads the meanings of the terms of a document type, which may have
// none.
func (ls Layers) definitions(id string, t *DocumentType) (diag.List, error) {
	file, err := ls.Read(path.Join("documents", id, "definitions.md.tmpl"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	head, body, ok := splitFront(file.Data)
	if !ok {
		return diag.List{{
			Code: "LIB-FRONT", Severity: diag.Blocking, Template: diag.Place{File: file.Path, Line: 1, Column: 1},
			Message: diag.T("%s has no front matter", "%s 파일에 머리말(front matter)이 없습니다", file.Path),
			Fix:     diag.T("begin the file with a block between two lines of ---", "파일 맨 앞에 --- 두 줄로 둘러싼 블록을 넣으십시오"),
		}}, nil
	}
	f, found := source.Decode(file.Path, head)
	d := &Definitions{File: file, Body: body}
	if f != nil {
		found.Add(source.Into(f, f.Root, d, source.Strict)...)
	}
	t.Definitions = d
	return append(asTemplate(found), d.known(t.Slots())...), nil
}

// known reports articles that the document does not have: a term whose article
// is misspelt would be defined elsewhere.
func (d *Definitions) known(slots []string) diag.List {
	var found diag.List
	check := func(slot string, place diag.Place) {
		if slices.Contains(slots, slot) {
			return
		}
		fix := diag.T("possible: %s", "가능한 값: %s", strings.Join(slots, ", "))
		if near := source.Suggest(slot, slots); near != "" {
			fix = diag.T("did you mean %s?", "%s 값을 쓰려던 것입니까?", near)
		}
		found.Add(diag.Finding{
			Code: "LIB-NAME", Severity: diag.Blocking, Template: diag.Place{File: d.File.Path, Line: place.Line, Column: place.Column},
			Message: diag.T("a definition names the article %q, which the document does not have", "정의 항목에 적힌 조항이 문서에 없습니다: %q", slot), Fix: fix,
		})
	}
	check(d.Slot(), d.Place)
	for _, t := range d.Terms {
		for _, slot := range t.Home {
			check(slot, t.Place)
		}
	}
	return found
}
