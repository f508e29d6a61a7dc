package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/doc"
)

// TestColumnsShareTheWidth: the language with more words gets the wider column,
// within bounds, and equal texts get equal columns.
func TestColumnsShareTheWidth(t *testing.T) {
	for _, tc := range []struct {
		name        string
		left, right string
		least, most int
	}{
		{"equal", "The Parties agree.", "The Parties agree.", 500, 500},
		{"longer on the left", strings.Repeat("The Parties agree. ", 3), strings.Repeat("The Parties agree. ", 2), 599, 600},
		{"much longer on the right", "The Parties agree.", strings.Repeat("The Parties agree. ", 30), 400, 400},
		{"nothing on the right", "The Parties agree.", "", 500, 500},
	} {
		words := func(s string) doc.Block { return &doc.Paragraph{Text: []doc.Inline{{Text: s}}} }
		r := &doc.Resolved{Document: doc.Document{Paper: doc.A4, Blocks: []doc.Block{&doc.Columns{Left: words(tc.left), Right: words(tc.right)}}}}
		c := newCompositor(r, testStyle(t, "contract"), testFaces(t))
		if got := c.leftShare(); got < tc.least || got > tc.most {
			t.Errorf("%s: the left column has %d per mille of the width, not %d–%d", tc.name, got, tc.least, tc.most)
		}
		left, right := c.halves(where{x: 100, width: 40000})
		if gap := right.x - left.x - left.width; gap != c.style.Columns.Gutter || right.x+right.width != 40100 {
			t.Errorf("%s: columns at %d+%d and %d+%d do not fill the width", tc.name, left.x, left.width, right.x, right.width)
		}
	}
}
