package docx

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// printedLines returns what the numbered blocks of a document print, in the order
// in which the blocks are written.
func printedLines(blocks []doc.Block) []string {
	var out []string
	for _, b := range blocks {
		switch v := b.(type) {
		case *doc.Heading:
			out = append(out, doc.Text(v.Text))
		case *doc.Clause:
			text := doc.Text(v.Text)
			if v.Number != "" {
				text = v.Number + "\t" + text
			}
			out = append(out, text)
		case *doc.List:
			for i, item := range v.Items {
				mark := "•"
				if v.Ordered {
					mark = itoa(v.Before+i+1) + "."
				}
				out = append(out, mark+"\t"+printedText(item))
			}
		case *doc.Columns:
			for _, side := range []doc.Block{v.Left, v.Right} {
				if side != nil {
					out = append(out, printedLines([]doc.Block{side})...)
				}
			}
		}
	}
	return out
}

func printedText(text []doc.Inline) string {
	var out strings.Builder
	for _, in := range text {
		out.WriteString(printed(in))
	}
	return out.String()
}

// TestWordNumbersAsDoc: with the numbers that Word makes of the lists, every heading,
// sub-clause and list item reads as package doc prints it, in order, in both
// languages, beside and below each other.
func TestWordNumbersAsDoc(t *testing.T) {
	for name, r := range samples(t) {
		if name == "redline" {
			continue // has its own test
		}
		got := made(t, r).paragraphs("w:del")
		at := 0
		for _, want := range printedLines(ordered(r)) {
			i := slices.Index(got[at:], want)
			if i < 0 {
				t.Errorf("%s: %q does not follow in %q", name, want, got[at:min(at+5, len(got))])
				break
			}
			at += i + 1
		}
	}
}

// TestNumbersAsText: text stands only where Word has no such number.
func TestNumbersAsText(t *testing.T) {
	for lang, want := range map[diag.Lang][]string{
		diag.English: {"(aa)", "(bb)"}, diag.Korean: {"거.", "너."},
	} {
		r := contract(t, lang)
		w := newWriter(r, Meta{Style: plainStyle()})
		var got []string
		for _, b := range r.Blocks {
			if p := w.places[b]; p != nil && p.number.text != "" {
				got = append(got, p.number.text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q stand as text, not %q", lang, got, want)
		}
	}
}

// TestNumbersThatDoNotFollow: what begins with another number is begun anew by Word.
func TestNumbersThatDoNotFollow(t *testing.T) {
	d := doc.Document{Lang: diag.English, Blocks: []doc.Block{
		&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Number: "Article 7", Text: say("Article 7. Late")},
		&doc.Clause{Depth: 1, Number: "7.3", Text: say("third")},
		&doc.Clause{Depth: 1, Number: "7.4", Text: say("fourth")},
		&doc.Clause{Depth: 2, Number: "(c)", Text: say("c")},
		&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Number: "Article 8", Text: say("Article 8. Next")},
		&doc.Clause{Depth: 1, Number: "8.1", Text: say("first")},
		&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Number: "§ 9", Text: say("§ 9 Strange")},
	}}
	r := &doc.Resolved{Document: d}
	got := made(t, r).paragraphs("w:del")
	want := printedLines(d.Blocks)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
