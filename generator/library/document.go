package library

import (
	"path"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// DocumentType is a folder in documents/: what is made, from which data, in
// which order of articles.
type DocumentType struct {
	source.At
	ID          string               `yaml:"id"`
	Title       Text                 `yaml:"title"`
	Context     string               `yaml:"context"` // which data the templates see: agreement, letter, budget, report, timeline, index, dossier
	Style       string               `yaml:"style"`
	Contents    bool                 `yaml:"contents"`
	Orientation string               `yaml:"orientation"` // portrait, landscape; empty: portrait
	Languages   []string             `yaml:"languages"`   // the languages it is made in; empty: those that the project asks for
	Sections    []string             `yaml:"sections"`    // slots without a number, which the body prints where they belong
	Parts       []Part               `yaml:"parts"`
	Exhibits    []string             `yaml:"exhibits"`
	Switched    source.Pairs[string] `yaml:"switched"`        // slot: the condition under which it stands
	Each        string               `yaml:"each"`            // what one document is made for each of: project, overseas, agreement …; empty: a step of its own makes it
	When        string               `yaml:"when"`            // the condition under which it is made
	Asked       bool                 `yaml:"asked"`           // made only where the project file asks for it under documents
	ByCall      bool                 `yaml:"by_call"`         // made only under calls that name it
	Unasked     string               `yaml:"unasked"`         // the condition under which it is made without being asked for
	Signed      string               `yaml:"signed"`          // the language of the text that is signed: en, ko, or contract (as the contract); the other is a reference translation
	SignPages   []string             `yaml:"signature_pages"` // the languages in which pages with signatures say at their foot to which document they belong
	Params      []Param              `yaml:"params"`          // values of its templates, which the project file may set otherwise where it asks for the document
	Name        string               `yaml:"name"`            // of the file in the pack: proposal/linkage.{lang}, letters/pledge-{id}.{lang}
	Use         string               `yaml:"use"`             // group "use" of the words: what the document is for
	Paper       string               `yaml:"paper"`           // partner: the paper of the party that it is for; empty: A4
	Own         bool                 `yaml:"own_language"`    // made only in the language of the party that it is for
	Workbook    bool                 `yaml:"workbook"`        // also made as a workbook, to copy from
	Word        bool                 `yaml:"word"`            // also made as a Word document, to negotiate in
	LeadSigns   bool                 `yaml:"lead_signs"`      // of a letter: the lead R&D institution signs it, too
	Body        File                 `yaml:"-"`
	Definitions *Definitions         `yaml:"-"` // of a contract; nil: its options define the terms themselves

	file string // where the head stands
}

// Slots returns the clause slots of a document: its sections, then its articles
// in order, then its exhibits.
func (t *DocumentType) Slots() []string {
	out := slices.Clone(t.Sections)
	for _, p := range t.Parts {
		out = append(out, p.Slots...)
	}
	return append(out, t.Exhibits...)
}

// HasSlot reports whether a document has a clause slot.
func (t *DocumentType) HasSlot(slot string) bool {
	return slices.Contains(t.Sections, slot) || slices.Contains(t.Exhibits, slot) ||
		slices.ContainsFunc(t.Parts, func(p Part) bool { return slices.Contains(p.Slots, slot) })
}

// orientation finds a way to lie on the paper that there is not.
func (t *DocumentType) orientation(f *source.File) diag.List {
	switch t.Orientation {
	case "", "portrait", Landscape:
		return nil
	}
	return diag.List{{
		Code: "LIB-ORIENTATION", Severity: diag.Blocking, Place: f.Place("orientation"),
		Message: diag.T("the orientation %q of the document type %s is not known", "문서 종류 %[2]s의 용지 방향을 알 수 없습니다: %[1]q", t.Orientation, t.ID),
		Fix:     diag.T("write portrait or landscape", "portrait 또는 landscape로 쓰십시오"),
	}}
}

// Known finds names in the head of a document type that nothing stands for:
// taken as they are, the document would silently never be made.
func (t *DocumentType) Known(conditions, eaches, uses []string) diag.List {
	var found diag.List
	check := func(key, value string, known []string) {
		if !slices.Contains(known, value) {
			found.Add(diag.Finding{
				Code: "LIB-NAME", Severity: diag.Blocking, Template: diag.Place{File: t.file, Line: t.Place.Line, Column: t.Place.Column},
				Message: diag.T("%s: %q is not known in the document type %s", "문서 종류 %[3]s의 %[1]s 값을 알 수 없습니다: %[2]q", key, value, t.ID),
				Fix:     diag.T("possible: %s", "가능한 값: %s", strings.Join(known, ", ")),
			})
		}
	}
	check("each", t.Each, eaches)
	check("use", t.Use, uses)
	if t.When != "" {
		check("when", t.When, conditions)
	}
	if t.Unasked != "" {
		check("unasked", t.Unasked, conditions)
	}
	if t.Signed != "" {
		check("signed", t.Signed, []string{"en", "ko", "contract"})
	}
	for _, lang := range t.SignPages {
		check("signature_pages", lang, []string{"en", "ko"})
	}
	if t.Paper != "" {
		check("paper", t.Paper, []string{"partner"})
	}
	if !strings.Contains(t.Name, "/") {
		check("name", t.Name, []string{"proposal/name.{lang}", "letters/name-{id}.{lang}"})
	}
	if len(t.Languages) == 0 {
		check("languages", "", []string{"en", "ko"})
	}
	return found
}

// Landscape is the orientation of documents with wide tables.
const Landscape = "landscape"

// Part is one part (제n장) of a document with its article slots in order.
type Part struct {
	source.At
	Title Text     `yaml:"title"`
	Slots []string `yaml:"slots"`
}

// Condition returns the condition of a slot, or "" if it always stands.
func (t *DocumentType) Condition(slot string) string {
	for _, p := range t.Switched {
		if p.Key == slot {
			return p.Value
		}
	}
	return ""
}

// Document reads a document type.
func (ls Layers) Document(id string) (*DocumentType, diag.List, error) {
	file, err := ls.Read(path.Join("documents", id, "document.yaml"))
	if err != nil {
		return nil, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	if f == nil {
		return nil, asTemplate(found), nil
	}
	t := &DocumentType{file: file.Path}
	found.Add(source.Into(f, f.Root, t, source.Strict)...)
	if f.Root != nil {
		found.Add(t.orientation(f)...)
	}
	t.Body, err = ls.Read(path.Join("documents", id, "body.md.tmpl"))
	if err != nil {
		return nil, nil, err
	}
	list, err := ls.definitions(id, t)
	return t, append(asTemplate(found), list...), err
}
