package merge

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// traps are templates that text/template and sprig fill with something wrong
// and without an error. What each must give here is a finding.
var traps = []struct{ body, code string }{
	// missing values
	{"{{.a.nul}}", "MERGE-GAP"},
	{"{{.a.zz}}", "MERGE-RUN"},
	{`{{index .a "zz"}}`, "MERGE-GAP"},
	{`{{index .m "zz"}}`, "MERGE-GAP"},
	{`{{get .a "zz"}}`, "MERGE-PARSE"},
	{`{{dig "zz" "" .a}}`, "MERGE-PARSE"},
	{`{{pluck "zz" .a | first}}`, "MERGE-PARSE"},
	{`{{coalesce .a.nul ""}}`, "MERGE-PARSE"},
	{`{{join ", " .a.nul}}`, "MERGE-RUN"},
	{"{{join .a.nul}}", "MERGE-VALUE"},
	{"{{.a.nul | quote}}", "MERGE-PARSE"},
	{"{{.a.nul | toString}}", "MERGE-PARSE"},
	{`{{printf "%s" .a.nul}}`, "MERGE-VALUE"},
	{`{{printf "%d" 1.5}}`, "MERGE-VALUE"},
	{"{{print .a.nul}}", "MERGE-VALUE"},
	{"{{html .a.nul}}", "MERGE-VALUE"},
	{"{{js .a.nul}}", "MERGE-VALUE"},
	{"{{urlquery .a.nul}}", "MERGE-VALUE"},
	{"{{or .a.nul .m.zz}}", "MERGE-RUN"},
	{"{{or .a.nul .a.nul}}", "MERGE-GAP"},
	{"{{and .a.nul .a.nul}}", "MERGE-GAP"},
	{"{{if .a.zz}}x{{end}}", "MERGE-RUN"},
	{`{{.a.zz | default "D"}}`, "MERGE-PARSE"},
	{"partial {{range .list}}item {{.n}}{{end}}", "MERGE-RUN"},
	{"{{first .none}}", "MERGE-GAP"},
	{"{{(first .none).n}}", "MERGE-RUN"},
	{"{{with .a}}{{.nul}}{{end}}", "MERGE-GAP"},
	{"{{range .nils}}{{.}}{{end}}", "MERGE-GAP"},
	{"{{$x := .a.nul}}{{$x}}", "MERGE-GAP"},
	{"{{ternary .a.nul .a.nul true}}", "MERGE-GAP"},
	{`{{template "t" .a.nul}}{{end}}{{define "t"}}{{.}}`, "MERGE-GAP"},
	{"{{(dict \"k\").k}}", "MERGE-GAP"},
	{"{{block \"b\" .a}}{{.nul}}{{end}}", "MERGE-GAP"},
	// wrong numbers and dates
	{`{{float64 "1,000.50"}}`, "MERGE-PARSE"},
	{`{{int "12 months"}}`, "MERGE-PARSE"},
	{`{{mul 3 "abc"}}`, "MERGE-PARSE"},
	{"{{add 0.1 0.2}}", "MERGE-PARSE"},
	{`{{date "2006-01-02" "garbage"}}`, "MERGE-PARSE"},
	{`{{toDate "2006-01-02" "2026-13-45"}}`, "MERGE-PARSE"},
	{"{{.float}}", "MERGE-VALUE"},
	{"{{0.1}}", "MERGE-VALUE"},
	{"{{1e3}}", "MERGE-VALUE"},
	{"{{1i}}", "MERGE-VALUE"},
	// order of maps, cut letters
	{"{{keys .m}}", "MERGE-PARSE"},
	{"{{values .m}}", "MERGE-PARSE"},
	{"{{omit .m | keys}}", "MERGE-PARSE"},
	{`{{trunc 5 "한국병원"}}`, "MERGE-PARSE"},
	{`{{abbrev 5 "한국병원"}}`, "MERGE-PARSE"},
	{`{{substr 0 4 "한국병원"}}`, "MERGE-PARSE"},
	{`{{slice "한국병원" 0 4}}`, "MERGE-VALUE"},
	{`{{initials "김 민수"}}`, "MERGE-PARSE"},
	{`{{wrap 4 "한국병원"}}`, "MERGE-PARSE"},
	{`{{"a\uFFFDb"}}`, "MERGE-VALUE"},
	// groups of values
	{"{{.}}", "MERGE-VALUE"},
	{"{{.a}}", "MERGE-VALUE"},
	{"{{.list}}", "MERGE-VALUE"},
	{"{{.fn}}", "MERGE-VALUE"},
	{"{{call .fn}}", "MERGE-VALUE"},
	{"{{true}}", "MERGE-VALUE"},
}

func TestTraps(t *testing.T) {
	for _, lang := range languages {
		for _, tt := range traps {
			t.Run(string(lang)+" "+tt.body, func(t *testing.T) {
				context := map[string]any{
					"a": map[string]any{"nul": nil}, "m": map[string]string{"k": "v"}, "list": []map[string]any{{"n": "1"}, {}},
					"none": []map[string]any{}, "nils": []any{nil}, "float": 1.5, "fn": func() string { return "x" },
				}
				d, found := job{lang: lang, body: tt.body, context: context}.fill(t)
				one(t, found, tt.code)
				printsNoTrap(t, d)
				if tt.code == "MERGE-RUN" && len(d.Blocks) > 0 {
					t.Errorf("half a document was printed:\n%s", doc.Dump(d))
				}
			})
		}
	}
}

// printsNoTrap checks that nothing of what text/template writes for a missing
// value stands in a document.
func printsNoTrap(t *testing.T, d *doc.Document) {
	t.Helper()
	for _, in := range inlines(d) {
		for _, trap := range []string{"<no value>", "<nil>", "%!", "\ufffd", emitName, stepName} {
			if in.Kind != doc.BlankInline && strings.Contains(in.Text, trap) || !utf8.ValidString(in.Text) {
				t.Errorf("the document prints %q", in.Text)
			}
		}
	}
}

// A value that only looks like a trap is printed as it is.
func TestTrapsAsValues(t *testing.T) {
	for _, value := range []string{"<no value>", "<nil>", "100 %!", "null"} {
		d, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: value}}.fill(t)
		none(t, found)
		if got := doc.Text(inlines(d)); got != value {
			t.Errorf("%q is printed as %q", value, got)
		}
	}
}
