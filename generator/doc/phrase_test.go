package doc

import (
	"testing"

	"pactwright/generator/diag"
)

// A phrase is no Markdown: what would begin a list or a heading stays as it is.
func TestPhrase(t *testing.T) {
	tokens := []Token{
		{Inlines: []Inline{{Kind: TextInline, Text: "정보원"}}},
		{Inlines: []Inline{{Kind: ParticleInline, Target: "은/는"}}},
		{Inlines: []Inline{{Kind: TextInline, Text: "a"}, {Kind: LineBreak}, {Kind: BlankInline, Text: "[b]"}}},
	}
	for text, want := range map[string]string{
		"# 1. *a* \\* &amp;":                        "# 1. *a* \\* &amp;",
		PlaceMark(1, 3) + Mark(0) + Mark(1) + " 여기": "정보원은 여기",
		"단위\n" + Mark(2):                            "단위\na\n[b]",
		"":                                          "",
	} {
		got, found := Phrase(Filled{Text: text, Tokens: tokens}, diag.Korean, nil)
		if got != want || len(found) > 0 {
			t.Errorf("%q: got %q, %v", text, got, found)
		}
	}
	if _, found := Phrase(Filled{Text: Mark(9), Tokens: tokens}, diag.Korean, nil); len(found) != 1 || found[0].Code != CodeMarkdown {
		t.Errorf("a mark that stands for nothing: %v", found)
	}
	ref := []Token{{Inlines: []Inline{{Kind: RefInline, Target: "shares"}}}}
	if _, found := Phrase(Filled{Text: Mark(0), Tokens: ref}, diag.English, nil); len(found) != 1 || found[0].Code != CodeRef {
		t.Errorf("a reference: %v", found)
	}
}
