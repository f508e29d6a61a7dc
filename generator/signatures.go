package generator

import (
	"bytes"
	"encoding/json"

	"pactwright/generator/pack"
)

// signaturesFile lists the empty signature fields of all documents, for programs
// that ask people to sign.
const signaturesFile = "signatures.json"

// signatureList is what signaturesFile holds.
type signatureList struct {
	Format int              `json:"format"`
	Unit   string           `json:"unit"`
	Fields []signatureEntry `json:"fields"`
}

// signatureEntry is one field. Its rectangle is left, bottom, right and top.
type signatureEntry struct {
	File      string         `json:"file"`
	Field     string         `json:"field"`
	Party     string         `json:"party"`
	Signatory string         `json:"signatory"`
	Native    string         `json:"signatory_native,omitempty"`
	Page      int            `json:"page"`
	Rectangle [4]json.Number `json:"rectangle"`
}

// signatures lists the fields of the documents that are in the pack.
func (s *state) signatures(documents []document) (pack.File, error) {
	list := signatureList{Format: 1, Unit: "pt from the lower left corner of the page", Fields: []signatureEntry{}}
	for _, d := range byFolder(documents) {
		if !s.kept(d.file) {
			continue
		}
		for _, f := range d.fields {
			party, person := s.project.Signer(f.Signer)
			e := signatureEntry{File: d.file, Field: f.Name, Party: party, Signatory: person.EN, Native: person.Native, Page: f.Page}
			for i, n := range f.Rectangle {
				e.Rectangle[i] = json.Number(n)
			}
			list.Fields = append(list.Fields, e)
		}
	}
	var out bytes.Buffer
	w := json.NewEncoder(&out)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(list)
	return pack.File{Path: signaturesFile, Data: out.Bytes()}, err
}
