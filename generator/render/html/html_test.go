package html

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func resolved(t *testing.T, blocks ...doc.Block) *doc.Resolved {
	t.Helper()
	r, found := doc.Resolve(&doc.Document{Lang: diag.Korean, Title: `A <b> & "c"`, Blocks: blocks}, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return r
}

func words(text string) []doc.Inline { return []doc.Inline{{Text: text}} }

// everything has each kind of block, and sub-clauses that go down and up by more
// than one step.
func everything(t *testing.T) *doc.Resolved {
	cell := func(text string) doc.Cell { return words(text) }
	return resolved(t,
		&doc.Heading{Kind: doc.TitleHeading, Text: words("Title")},
		&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Anchor: "a", Text: words("Article")},
		&doc.Clause{Depth: 1, Text: words("one")}, &doc.Clause{Depth: 2, Text: words("two")}, &doc.Clause{Depth: 3, Text: words("three")},
		&doc.Clause{Depth: 1, Anchor: "a.b", Text: append(words("four "), doc.Inline{Kind: doc.RefInline, Target: "a.b"})},
		&doc.Paragraph{Style: doc.Small, Text: words("small")},
		&doc.List{Ordered: true, Items: [][]doc.Inline{words("item")}},
		&doc.Table{Head: []doc.Cell{cell("head")}, Align: []doc.Align{doc.AlignRight}, Rows: [][]doc.Cell{{cell("row")}, {cell("sum")}}, Total: true},
		&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: cell("key"), Value: cell("value")}}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: cell("who"), Lines: []doc.SignatureLine{{Label: cell("By")}}, Seal: "seal"}}},
		&doc.Notice{Kind: doc.BadNotice, Title: words("notice"), Body: [][]doc.Inline{words("body")}},
		&doc.PageBreak{},
		&doc.Columns{Left: &doc.Paragraph{Text: words("left")}, Right: &doc.Paragraph{Text: words("right")}},
	)
}

// balanced reports whether every element is closed where it was opened.
func balanced(page []byte) error {
	d := xml.NewDecoder(strings.NewReader(string(page)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestPagesAreWhole(t *testing.T) {
	page := Render(everything(t))
	if err := balanced(page); err != nil {
		t.Fatalf("%v in\n%s", err, page)
	}
	for _, want := range []string{`<html lang="ko">`, `<th scope="col" class="right">head</th>`, `<tr class="total">`, `<h1>Title</h1>`, `<h2 id="a">`, `<a href="#a.b">`, `default-src 'none'`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in\n%s", want, page)
		}
	}
	if string(page) != string(Render(everything(t))) {
		t.Error("the same document makes other bytes")
	}
}

// Whatever a project file holds, it stays text.
func TestHostileTextStaysText(t *testing.T) {
	const evil = `<script>alert("x")</script>&amp;' onload="x"`
	link := doc.Inline{Kind: doc.LinkInline, Text: evil, Target: `https://example.org/?"><img src=x>`}
	page := string(Render(resolved(t,
		&doc.Paragraph{Text: []doc.Inline{{Text: evil}, link, {Kind: doc.BlankInline, Text: evil}}},
		&doc.Table{Head: []doc.Cell{words(evil)}, Rows: [][]doc.Cell{{words(evil)}}},
	)))
	if err := balanced([]byte(page)); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "&amp;amp;amp;"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s stands in the page", bad)
		}
	}
	if strings.Count(page, "&lt;script&gt;") != 5 {
		t.Errorf("the text is not shown as it is:\n%s", page)
	}
}

// What differs is told by elements, not by colour alone, and each change is one
// element whatever its words look like.
func TestChanges(t *testing.T) {
	page := string(Render(resolved(t, &doc.Paragraph{Text: []doc.Inline{
		{Text: "pays "}, {Text: "ten", Change: doc.Deleted}, {Text: " days", Strong: true, Change: doc.Deleted}, {Text: "20 days", Change: doc.Inserted}, {Text: " later"},
	}})))
	if want := "<p>pays <del>ten<strong> days</strong></del><ins>20 days</ins> later</p>"; !strings.Contains(page, want) {
		t.Errorf("%s is not in\n%s", want, page)
	}
	for _, want := range []string{"ins { color: #1446aa; text-decoration: underline double", "del { color: #b01c24; text-decoration: line-through"} {
		if !strings.Contains(page, want) {
			t.Errorf("the style lacks %s", want)
		}
	}
}
