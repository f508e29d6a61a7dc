package merge

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// specials are values that would break the Markdown around them if they were
// put into it as text.
var specials = []string{
	"# Ltd: *x* | y", "a | b", "| a | b |", "```", "`code`", "*x*", "**x**", "_x_", "<b>x</b>", "<br>", "[x](https://example.org)", "![x](y)",
	`back\slash`, `\*`, "&amp;", "&lt;", "1. x", "- x", "+ x", "> x", "---", "===", "    x", "{#anchor .article}", "x {.part}", "Label: value", "~~~ notice",
	"{{.Project.ID}}", "https://example.org", "<https://example.org>", "x  ", "\u201c성과\u201d란", "a\\", "Name:", "heading: x", "1980-01-01", "$x$", "%s %d",
}

// shapes are the places in which a value may stand, and which block each makes.
var shapes = []struct{ name, body, block string }{
	{"paragraph", "{{.Any}}", "paragraph"},
	{"start of a line", "text\n{{.Any}} text", "paragraph"},
	{"title", "# {{.Any}}", "heading title 0"},
	{"section", "## A {{.Any}} b", "heading section 1"},
	{"article", "### {{.Any}} {#name .article}", "heading article 1 #name"},
	{"emphasis", "a **{{.Any}}** b", "paragraph"},
	{"link text", "see [{{.Any}}](https://example.org)", "paragraph"},
	{"bullet", "- {{.Any}}", "list"},
	{"number", "1. {{.Any}}", "list ordered"},
	{"clause", "### A {#a .article}\n\n1. {{.Any}}", "heading article 1 #a|clause 1"},
	{"table head", "| {{.Any}} | b |\n|---|---|\n| c | d |", "table"},
	{"table cell", "| a | b |\n|---|---|\n| {{.Any}} | d |", "table"},
	{"centred", "```center\n{{.Any}}\n```", "paragraph center"},
	{"letterhead", "```letterhead\n{{.Any}}\n```", "paragraph letterhead"},
	{"key term", "```keyterms\nKey: {{.Any}}\n```", "keyvalue"},
	{"name of a key term", "```keyterms\n{{.Any}}: value\n```", "keyvalue"},
	{"signature", "```signatures\nheading: A\nName: {{.Any}}\n```", "signatures"},
	{"notice", "```notice info\nTitle {{.Any}}\n\nBody\n```", "notice info"},
}

// A value stays text wherever it stands: the blocks are the ones that the
// template writes, and the value is in them letter by letter.
func TestValuesNeverBecomeMarkdown(t *testing.T) {
	for _, shape := range shapes {
		plain, found := job{lang: diag.English, body: shape.body, context: view{Any: "plain"}}.fill(t)
		none(t, found)
		want := outline(plain)
		for _, value := range specials {
			d, found := job{lang: diag.English, body: shape.body, context: view{Any: value}}.fill(t)
			if len(found) > 0 {
				t.Errorf("%s with %q: found\n%s", shape.name, value, said(found))
				continue
			}
			if got := outline(d); got != want {
				t.Errorf("%s with %q: the blocks are\n%s\nwant\n%s", shape.name, value, got, want)
			}
			if got, want := doc.Text(inlines(d)), strings.Replace(doc.Text(inlines(plain)), "plain", value, 1); got != want {
				t.Errorf("%s with %q: the text is %q, want %q", shape.name, value, got, want)
			}
		}
	}
}

// outline is what a document consists of, without its texts: kinds of blocks and
// inlines, numbers of rows and cells.
func outline(d *doc.Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&out, "%T", b)
		switch b := b.(type) {
		case *doc.Heading:
			fmt.Fprintf(&out, " %d %d %q", b.Kind, b.Level, b.Anchor)
		case *doc.Clause:
			fmt.Fprintf(&out, " %d %q", b.Depth, b.Anchor)
		case *doc.Paragraph:
			fmt.Fprintf(&out, " %q %q", b.Style, b.Anchor)
		case *doc.List:
			fmt.Fprintf(&out, " %v %d", b.Ordered, len(b.Items))
		case *doc.Table:
			fmt.Fprintf(&out, " %v %d", b.Align, len(b.Head))
			for _, r := range b.Rows {
				fmt.Fprintf(&out, " %d", len(r))
			}
		case *doc.KeyValue:
			fmt.Fprintf(&out, " %d", len(b.Rows))
		case *doc.Notice:
			fmt.Fprintf(&out, " %s %d", b.Kind, len(b.Body))
		case *doc.Signatures:
			fmt.Fprintf(&out, " %d %d", len(b.Blocks), len(b.Blocks[0].Lines))
		}
		for _, in := range inlinesOf(b) {
			fmt.Fprintf(&out, " %s:%v:%v:%s", in.Kind, in.Strong, in.Emph, in.Target)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// The shapes are what their names say; else the test above would prove nothing.
func TestShapes(t *testing.T) {
	for _, shape := range shapes {
		d, found := job{lang: diag.English, body: shape.body, context: view{Any: "plain"}}.fill(t)
		none(t, found)
		dump := doc.Dump(d)
		for _, block := range strings.Split(shape.block, "|") {
			if !strings.Contains(dump, "\n"+block) {
				t.Errorf("%s is not %q:\n%s", shape.name, block, dump)
			}
		}
	}
}

// Money in a table and in a heading is still money after the Markdown is read.
func TestTypesSurviveMarkdown(t *testing.T) {
	for _, shape := range shapes {
		if shape.name == "link text" {
			continue // a link holds text only, and says so
		}
		d, found := job{lang: diag.English, body: shape.body, context: view{Any: amount("USD", 1005)}}.fill(t)
		none(t, found)
		n := 0
		for _, in := range inlines(d) {
			if in.Kind == doc.AmountInline && in.Value == "USD 1005" && in.Template.Line > 1 {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s: %d amounts in\n%s", shape.name, n, doc.Dump(d))
		}
	}
}

// A title of an option is a value as well.
func TestTitlesAreValues(t *testing.T) {
	d, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{{id: "term/a", front: "title: {en: \"# A | *b* {.part}\", ko: \"제목\"}\n", body: "1. Text."}}}.fill(t)
	none(t, found)
	var titles []string
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Kind == doc.ArticleHeading {
			titles = append(titles, doc.Text(h.Text))
		}
	}
	if len(titles) != 1 || titles[0] != "# A | *b* {.part}" {
		t.Errorf("the titles are %q", titles)
	}
}

// Wherever in a template a value is printed, it becomes a mark.
func TestEveryBranchIsMarked(t *testing.T) {
	bodies := []string{
		"{{.Any}}", "{{- .Any -}}", "{{if true}}{{.Any}}{{end}}", "{{if false}}{{else}}{{.Any}}{{end}}", "{{if false}}{{else if true}}{{.Any}}{{end}}",
		"{{range .Texts}}{{else}}{{.Any}}{{end}}", `{{range list 1}}{{$.Any}}{{end}}`, `{{range $x := list .Any}}{{$x}}{{end}}`,
		"{{with .Any}}{{.}}{{end}}", "{{with false}}{{else}}{{.Any}}{{end}}", "{{with false}}{{else with .Any}}{{.}}{{end}}",
		"{{template \"t\" .}}{{end}}{{define \"t\"}}{{.Any}}", "{{block \"t\" .}}{{.Any}}{{end}}", "{{$x := .Any}}{{$x}}", "{{$x := 1}}{{$x = .Any}}{{$x}}",
		"{{(index (list .Any) 0)}}", "{{.Any | first}}", "{{or .Any 1}}", "{{if true}}{{range list 1}}{{if false}}{{else}}{{with $}}{{.Any}}{{end}}{{end}}{{end}}{{end}}",
	}
	for _, body := range bodies {
		value := any(amount("USD", 1005))
		if strings.Contains(body, "first") {
			value = []any{value}
		}
		d, found := job{lang: diag.English, body: body, context: view{Any: value}}.fill(t)
		none(t, found)
		got := inlines(d)
		if len(got) != 1 || got[0].Kind != doc.AmountInline || got[0].Template.Line != 2 || got[0].Template.Column == 0 {
			t.Errorf("%s is %+v", body, got)
		}
	}
}
