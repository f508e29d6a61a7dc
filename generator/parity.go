package generator

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// parity compares the texts of each contract and of what changes one: every numbered sub-clause must
// carry the same amounts, dates, counts and references in both languages.
func parity(documents []document) diag.List {
	first := map[string]*doc.Resolved{}
	var found diag.List
	for _, d := range documents {
		derived := d.typ != nil && d.typ.Each != "" && d.typ.Style == "contract"
		if d.kind != "agreement" && !derived || d.annotated {
			continue
		}
		for _, text := range d.texts {
			if text == nil {
				continue
			}
			key := d.kind + "/" + d.id
			other, seen := first[key]
			switch {
			case !seen:
				first[key] = text
			case other.Lang != text.Lang:
				found.Add(doc.Parity(other, text)...)
			}
		}
	}
	return found
}
