package library

import (
	"path"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// DocumentType is a folder in documents/: what is made, from which data, in
// which order of articles.
type DocumentType struct {
	source.At
	ID          string               `yaml:"id"`
	Title       Text                 `yaml:"title"`
	Context     string               `yaml:"context"` // which data the templates see: agreement, letter, budget, report, index
	Style       string               `yaml:"style"`
	Contents    bool                 `yaml:"contents"`
	Orientation string               `yaml:"orientation"` // portrait, landscape; empty: portrait
	Languages   []string             `yaml:"languages"`   // the languages it is made in; empty: those that the project asks for
	Parts       []Part               `yaml:"parts"`
	Exhibits    []string             `yaml:"exhibits"`
	Switched    source.Pairs[string] `yaml:"switched"` // slot: the condition under which it stands
	Body        File                 `yaml:"-"`
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
	t := &DocumentType{}
	found.Add(source.Into(f, f.Root, t, source.Strict)...)
	if f.Root != nil {
		found.Add(t.orientation(f)...)
	}
	t.Body, err = ls.Read(path.Join("documents", id, "body.md.tmpl"))
	if err != nil {
		return nil, nil, err
	}
	return t, asTemplate(found), nil
}
