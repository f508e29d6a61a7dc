package call

import (
	"slices"

	"pactwright/generator/doc"
)

// Document is a document of the pack after layout: what it is, who concludes
// it, and where its anchors came to stand.
type Document struct {
	ID      string
	Kind    string   // agreement, letter, …
	Parties []string // ids
	Lang    string   // en, ko, en-ko
	File    string   // in the pack
	Where   doc.Locations
}

// Trace judges the rules that need the clauses of documents, in the order of the
// call. A rule that is due later is judged all the same if the documents are
// there, so that a draft shows what it lacks.
func Trace(in Input, documents []Document) []Result {
	e := newEnv(in)
	var results []Result
	for i := range in.Rules {
		rule := &in.Rules[i]
		t, ok := rule.checker.(tracer)
		if !ok {
			continue
		}
		o, excluded := e.excluded(rule)
		if !excluded {
			o = t.trace(e, rule, documents)
		}
		results = append(results, e.result(rule, o))
	}
	return results
}

// concluded returns the documents of the kinds to which a party is a party.
func concluded(documents []Document, kinds []string, party string) []Document {
	var all []Document
	for _, d := range documents {
		if slices.Contains(kinds, d.Kind) && slices.Contains(d.Parties, party) {
			all = append(all, d)
		}
	}
	return all
}
