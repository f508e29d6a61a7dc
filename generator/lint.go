package generator

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/lint"
	"pactwright/generator/merge"
	"pactwright/templates"
)

// Lint looks at every template of the layers above the built-in one and of that
// one: what is typed into a text that belongs into data, what breaks the
// glossary, what nothing uses.
func Lint(above []library.Layer) (diag.List, error) {
	layers := append(slices.Clone(above), library.Layer{Name: builtIn, FS: templates.Files})
	terms, found, err := merge.LoadTerms(layers)
	if err != nil {
		return nil, err
	}
	in := lint.Input{Layers: layers}
	for _, t := range terms {
		in.Terms = append(in.Terms, lint.Term{Word: diag.Text{EN: t.EN, KO: t.KO}, Avoid: t.Avoid})
	}
	if in.Names, err = namesOfCalls(); err != nil {
		return nil, err
	}
	list, err := lint.Check(in)
	found.Add(list...)
	return found.Sorted(), err
}

// namesOfCalls are the agencies and ministries of the calls that are known.
func namesOfCalls() ([]string, error) {
	books, err := builtInShelf.all()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, b := range books {
		c := b.Call
		for _, t := range []diag.Text{c.Agency.Name.Diag(), c.Agency.Short.Diag(), c.Ministry.Name.Diag(), c.Ministry.Short.Diag()} {
			for _, name := range []string{t.EN, t.KO} {
				if name != "" && !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out, nil
}
