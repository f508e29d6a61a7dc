package generator

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// parity compares the texts of each contract: every numbered sub-clause must
// carry the same amounts, dates, counts and references in both languages.
func parity(documents []document) diag.List {
	first := map[string]*doc.Resolved{}
	var found diag.List
	for _, d := range documents {
		if d.kind != "agreement" || d.annotated {
			continue
		}
		for _, text := range d.texts {
			if text == nil {
				continue
			}
			other, seen := first[d.id]
			switch {
			case !seen:
				first[d.id] = text
			case other.Lang != text.Lang:
				found.Add(doc.Parity(other, text)...)
			}
		}
	}
	return found
}
