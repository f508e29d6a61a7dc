package library

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

const agreementYAML = `id: agreement
title: {en: Agreement, ko: 계약서}
context: agreement
style: contract
contents: true
languages: [en, ko]
parts:
  - title: {en: General, ko: 총칙}
    slots: [term, roles]
exhibits: [exhibit-budget]
switched:
  exhibit-budget: funded
`

func TestDocument(t *testing.T) {
	layers := Layers{
		folder("project", map[string]string{"documents/agreement/body.md.tmpl": "mine"}),
		folder("built in", map[string]string{"documents/agreement/document.yaml": agreementYAML, "documents/agreement/body.md.tmpl": "theirs"}),
	}
	d, found, err := layers.Document("agreement")
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if d.ID != "agreement" || d.Context != "agreement" || d.Style != "contract" || !d.Contents || d.Title.KO != "계약서" ||
		!slices.Equal(d.Languages, []string{"en", "ko"}) || !slices.Equal(d.Exhibits, []string{"exhibit-budget"}) ||
		len(d.Parts) != 1 || d.Parts[0].Title.EN != "General" || !slices.Equal(d.Parts[0].Slots, []string{"term", "roles"}) {
		t.Errorf("the type is %+v", d)
	}
	if string(d.Body.Data) != "mine" || d.Body.Layer != "project" {
		t.Errorf("the body is %q of the layer %q", d.Body.Data, d.Body.Layer)
	}
	for slot, want := range map[string]string{"exhibit-budget": "funded", "term": "", "none": ""} {
		if got := d.Condition(slot); got != want {
			t.Errorf("the condition of %s is %q", slot, got)
		}
	}
}

func TestDocumentFindings(t *testing.T) {
	const file = "documents/a/document.yaml"
	tests := []struct{ name, text, want string }{
		{"unknown key", "id: a\nstile: x\n", "YAML-KEY " + file + ":2:1"},
		{"wrong type", "id: a\n\nparts: none\n", "YAML-TYPE " + file + ":3:8"},
		{"orientation", "id: a\norientation: askew\n", "LIB-ORIENTATION " + file + ":2:14"},
		{"no YAML", "id: [a\n", "YAML-SYNTAX " + file},
		{"nothing", "", "YAML-BLANK " + file},
	}
	for _, tt := range tests {
		_, found, err := Layers{folder("built in", map[string]string{file: tt.text, "documents/a/body.md.tmpl": ""})}.Document("a")
		if err != nil || len(found) != 1 || !strings.HasPrefix(said(found), tt.want) || !found[0].Place.IsZero() {
			t.Errorf("%s: %v, found\n%s\nwant %s", tt.name, err, said(found), tt.want)
		}
	}
}

func TestDocumentMissing(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no folder": {"documents/other/document.yaml": ""},
		"no body":   {"documents/a/document.yaml": "id: a\n"},
	} {
		if _, _, err := (Layers{folder("built in", files)}).Document("a"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
