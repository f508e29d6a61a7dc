package doc

import (
	"testing"

	"pactwright/generator/diag"
)

// An exhibit is named by a text outside of it; by its own or by one of its
// sub-clauses it is not enough to be named within it.
func TestExhibitsAreNamed(t *testing.T) {
	ref := func(target string) []Inline { return []Inline{{Kind: RefInline, Target: target}} }
	article := &Heading{Kind: ArticleHeading, Anchor: "term", Text: []Inline{{Text: "Term"}}}
	exhibit := func(anchor string) *Heading {
		return &Heading{Kind: ExhibitHeading, Anchor: anchor, Text: []Inline{{Text: anchor}}}
	}
	tests := []struct {
		name   string
		blocks []Block
		codes  int
	}{
		{"named", []Block{article, &Clause{Depth: 1, Text: ref("data")}, exhibit("data")}, 0},
		{"named from another exhibit", []Block{article, &Clause{Depth: 1, Text: ref("data")}, exhibit("data"), &Paragraph{Text: ref("forms")}, exhibit("forms")}, 0},
		{"not named", []Block{article, &Clause{Depth: 1, Text: []Inline{{Text: "Text."}}}, exhibit("data")}, 1},
		{"named only within itself", []Block{article, &Clause{Depth: 1, Text: []Inline{{Text: "Text."}}}, exhibit("data"), &Paragraph{Text: ref("data")}}, 1},
	}
	for _, tt := range tests {
		_, found := Resolve(&Document{Lang: diag.English, Blocks: tt.blocks}, nil)
		n := 0
		for _, f := range found {
			if f.Code == CodeExhibit {
				n++
			}
		}
		if n != tt.codes {
			t.Errorf("%s: %d findings, want %d: %v", tt.name, n, tt.codes, found)
		}
	}
}
