package generator_test

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/doc"
)

// TestDefinitions makes the contract with the terms in a list, in an exhibit and
// in the articles: each way defines the same terms, where it says.
func TestDefinitions(t *testing.T) {
	where := map[string]string{"list": "definitions", "schedule": "exhibit-definitions", "inline": "background"}
	var first [][]string
	for _, option := range []string{"list", "schedule", "inline"} {
		p := example(t, "two-party")
		contractOf(p)["texts"] = []any{"en", "ko"}
		contractOf(p)["clauses"].(node)["definitions"] = node{"option": option}
		texts, found, err := generator.Contracts(world(t, "two-party", p))
		if err != nil || len(found) > 0 || len(texts) != 2 {
			t.Fatal(option, texts, found, err)
		}
		for i, text := range texts {
			all, background := meanings(text)
			if background != where[option] {
				t.Errorf("%s: the %s text defines the background in %q", option, text.Lang, background)
			}
			slices.Sort(all)
			if option == "list" {
				first = append(first, all)
			} else if !slices.Equal(all, first[i]) {
				t.Errorf("%s: the %s text defines\n%s\nand not\n%s", option, text.Lang, strings.Join(all, "\n"), strings.Join(first[i], "\n"))
			}
		}
	}
	if len(first[0]) != 22 || len(first[1]) != 22 {
		t.Errorf("%d and %d terms are defined", len(first[0]), len(first[1]))
	}
}

// meanings returns which terms a contract defines below its opening, and in
// which article the background.
func meanings(d *doc.Resolved) (keys []string, background string) {
	in := ""
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Anchor != "" {
			in = h.Anchor
		}
		for _, x := range inlinesOf(b) {
			if x.Kind != doc.TermInline || !x.Define || in == "" {
				continue
			}
			keys = append(keys, x.Target)
			if x.Target == "background" {
				background = in
			}
		}
	}
	return keys, background
}

// inlinesOf returns the texts of a sub-clause or of the items of a list.
func inlinesOf(b doc.Block) []doc.Inline {
	switch b := b.(type) {
	case *doc.Clause:
		return b.Text
	case *doc.List:
		return slices.Concat(b.Items...)
	}
	return nil
}
