package docx

import (
	"slices"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func changed(c doc.Change, s string) doc.Inline { return doc.Inline{Text: s, Change: c} }

// redline compares two texts: words, values, paragraphs, clauses and rows.
func redline(t testing.TB) *doc.Resolved {
	t.Helper()
	in, out, same := doc.Inserted, doc.Deleted, doc.Unchanged
	number := func(c *doc.Clause, n string) *doc.Clause { c.Number = n; return c }
	row := func(c doc.Change, a, b string) []doc.Cell { return []doc.Cell{{changed(c, a)}, {changed(c, b)}} }
	reference := func(c doc.Change, target, text string) doc.Inline {
		return doc.Inline{Kind: doc.RefInline, Target: target, Text: text, Change: c}
	}
	article := func(n, title string, c doc.Change) *doc.Heading {
		return &doc.Heading{Kind: doc.ArticleHeading, Level: 1, Anchor: "a" + n + string(c), Number: "Article " + n, Text: []doc.Inline{changed(c, "Article "+n+". "), changed(c, title)}}
	}
	return &doc.Resolved{Document: doc.Document{Lang: diag.English, Title: "Redline", Blocks: []doc.Block{
		article("1", "Ownership", same),
		number(clause(1, "one", changed(same, "The Parties own "), changed(out, "60 %"), changed(in, "50 %"), changed(same, " each.")), "1.1"),
		number(clause(1, "", changed(out, "Old clause.")), "1.2"),
		number(clause(1, "", changed(in, "New clause, see "), reference(in, "one", "Section 1.1"), reference(out, "one", "Section 1.1")), "1.2"),
		number(clause(1, "", changed(in, "Whole new clause.")), "1.3"),
		article("2", "Gone", out),
		number(clause(1, "", changed(out, "Gone with it.")), "2.1"),
		article("2", "Stays", same),
		&doc.Paragraph{Text: []doc.Inline{changed(in, "New text,"), {Kind: doc.LineBreak, Change: in}, changed(in, "two lines.")}},
		&doc.Paragraph{Text: []doc.Inline{{Origin: doc.Origin{Path: "a.b"}, Kind: doc.AmountInline, Text: "KRW 5", Change: out}, {Origin: doc.Origin{Path: "a.b"}, Kind: doc.AmountInline, Text: "KRW 6", Change: in}, changed(same, " is due.")}},
		&doc.Table{Head: cells("A", "B"), Rows: [][]doc.Cell{row(same, "1", "2"), row(out, "3", "4"), row(in, "5", "6")}},
		&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: doc.Cell{changed(in, "New key")}, Value: doc.Cell{changed(in, "new value")}}, {Key: say("Key"), Value: doc.Cell{changed(out, "old"), changed(in, "new")}}}},
		&doc.List{Items: [][]doc.Inline{{changed(out, "old item")}, {changed(in, "new item")}}},
		&doc.Paragraph{Text: say("Behind it.")},
		&doc.Columns{Left: &doc.Paragraph{Text: []doc.Inline{changed(out, "left")}}, Right: &doc.Paragraph{Text: []doc.Inline{changed(out, "right")}}},
		&doc.Columns{Left: &doc.Paragraph{Text: say("L")}, Right: &doc.Paragraph{Text: say("R")}},
	}}}
}

// TestChangesAcceptedAndRejected: without what was deleted the new text stands
// there, without what was inserted the old one, and Word numbers both without gaps.
func TestChangesAcceptedAndRejected(t *testing.T) {
	f := made(t, redline(t))
	accepted := []string{
		"Article 1. Ownership", "1.1\tThe Parties own 50 % each.", "1.2\tNew clause, see Section 1.1", "1.3\tWhole new clause.", "Article 2. Stays",
		"New text,\ntwo lines.", "KRW 6 is due.", "A", "B", "1", "2", "5", "6", "New key", "new value", "Key", "new", "•\tnew item", "Behind it.", "L", "R",
	}
	rejected := []string{
		"Article 1. Ownership", "1.1\tThe Parties own 60 % each.", "1.2\tOld clause.", "1.3\tSection 1.1", "Article 2. Gone", "2.1\tGone with it.", "Article 3. Stays",
		"KRW 5 is due.", "A", "B", "1", "2", "3", "4", "Key", "old", "•\told item", "Behind it.", "left", "right", "L", "R",
	}
	if got := f.paragraphs("w:del"); !slices.Equal(got, accepted) {
		t.Errorf("accepted:\n got %q\nwant %q", got, accepted)
	}
	if got := f.paragraphs("w:ins"); !slices.Equal(got, rejected) {
		t.Errorf("rejected:\n got %q\nwant %q", got, rejected)
	}
	for _, d := range f.body().all("w:del") {
		if len(d.all("w:t")) > 0 || len(d.all("w:sdt")) > 0 || len(d.all("w:fldChar")) > 0 {
			t.Errorf("what is deleted is not plain: %q", d.shown(""))
		}
	}
	if len(f.parts["word/settings.xml"].all("w:trackRevisions")) != 1 {
		t.Error("further changes are not tracked")
	}
	if len(made(t, contract(t, diag.English)).parts["word/settings.xml"].all("w:trackRevisions")) != 0 {
		t.Error("changes are tracked in a document without any")
	}
}

func TestCommentsThatStandNowhere(t *testing.T) {
	r := contract(t, diag.English)
	for _, c := range []Comment{{Anchor: "nothing"}, {Block: -1}, {Block: len(r.Blocks)}, {Block: 4}} {
		m := testMeta(t, r)
		m.Comments = []Comment{c}
		if _, err := Render(r, m); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
	m := testMeta(t, r)
	m.Comments = []Comment{{Anchor: "ownership.shares", Author: "A B", Text: "x"}}
	out, err := Render(r, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range opened(t, out).body().all("w:p") {
		if len(p.all("w:commentReference")) > 0 && p.shown("") != "Share 2" {
			t.Errorf("the comment stands at %q", p.shown(""))
		}
	}
}

// A table that is new goes whole: its head, the distance behind it, and a paragraph
// without a number before the heading above it, which is all that may stay.
func TestNewTableGoesWhole(t *testing.T) {
	in := doc.Inserted
	f := made(t, &doc.Resolved{Document: doc.Document{Lang: diag.English, Title: "Redline", Blocks: []doc.Block{
		&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "Exhibit A", Text: []doc.Inline{changed(in, "Exhibit A. "), changed(in, "New")}},
		&doc.Paragraph{Text: []doc.Inline{changed(in, "A table.")}},
		&doc.Table{Head: []doc.Cell{{changed(in, "A")}}, Rows: [][]doc.Cell{{{changed(in, "1")}}}},
		&doc.Paragraph{Text: say("Behind it.")},
	}}})
	for i, row := range f.body().all("w:tr") {
		if marks := row.at("w:trPr"); marks == nil || len(marks.all("w:ins")) != 1 {
			t.Errorf("row %d does not go with the table", i)
		}
	}
	kids := f.body().kids
	at := slices.IndexFunc(kids, func(n *node) bool { return n.name == "w:tbl" })
	for name, i := range map[string]int{"before its heading": 0, "behind the table": at + 1} {
		if kids[i].shown("") != "" || len(kids[i].all("w:ins")) != 1 {
			t.Errorf("the paragraph %s does not go with the table", name)
		}
	}
}
