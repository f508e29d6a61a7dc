package doc

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// TestReferencesWithinAnArticle: a Korean text names a sub-clause of the same
// article without the article, an English one always in full.
func TestReferencesWithinAnArticle(t *testing.T) {
	tokens := []Token{
		{Inlines: []Inline{{Kind: AnchorInline, Target: "first.a"}}},
		{Inlines: []Inline{{Kind: RefInline, Target: "first.a"}}},
		{Inlines: []Inline{{Kind: RefInline, Target: "first"}}},
	}
	text := "### One {#first .article}\n\n1. " + Mark(0) + "x\n1. see " + Mark(1) + "; all of " + Mark(2) + "\n\n" +
		"### Two {#second .article}\n\n1. y\n1. see " + Mark(1) + "\n"
	for lang, want := range map[diag.Lang][]string{
		diag.Korean:  {"see 제1항; all of 제1조", "see 제1조제1항"},
		diag.English: {"see Section 1.1; all of Article 1", "see Section 1.1"},
	} {
		d, found := Parse(Filled{Text: text, Tokens: tokens}, Document{Lang: lang})
		r, more := Resolve(d, nil)
		if len(found)+len(more) > 0 {
			t.Fatal(found, more)
		}
		got := PlainText(r.Blocks)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not in\n%s", lang, w, got)
			}
		}
	}
}
