package lint

import (
	"slices"
	"testing"
	"testing/fstest"

	"pactwright/generator/diag"
	"pactwright/generator/library"
)

// checkText lints a clause with one line of text.
func checkText(t *testing.T, slot, line string) []string {
	t.Helper()
	files := fstest.MapFS{
		"documents/agreement/document.yaml":  {Data: []byte("id: agreement\nparts:\n  - {title: {en: P, ko: 장}, slots: [term]}\nexhibits: [exhibit-a]\n")},
		"documents/agreement/body.md.tmpl":   {Data: []byte("{{define \"en\"}}Text.{{end}}")},
		"clauses/" + slot + "/fixed.md.tmpl": {Data: []byte("---\ncode: A06\n---\n{{define \"en\"}}\n" + line + "\n{{end}}\n")},
	}
	found, err := Check(Input{
		Layers: library.Layers{{Name: "built in", FS: files}},
		Names:  []string{"Institute of Samples", "평가원", "IOS"},
		Terms:  []Term{{Word: diag.Text{EN: "Results", KO: "연구개발성과"}, Avoid: []string{"Foreground", "결과물"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, f := range found {
		codes = append(codes, f.Code)
		if f.Template.File != "clauses/"+slot+"/fixed.md.tmpl" {
			t.Errorf("%s: at %s", line, f.Template)
		}
		if f.Code != "LINT-UNUSED" && f.Template.Line != 5 {
			t.Errorf("%s: on line %d", line, f.Template.Line)
		}
	}
	return codes
}

func TestCheck(t *testing.T) {
	tests := []struct {
		line string
		want []string
	}{
		{`1. {{anchor "a"}}Each Party shall act within {{param "days"}}.`, nil},
		{`   {{if true}}1. {{end}}Text.`, nil},
		{`{{range .Parties}}1. {{party .ID}}{{end}}`, nil},
		{"```conspicuous", nil},
		{"| Party | Share |", nil},
		{"### Title {#article-1 .article}", nil},
		{"제3자에게 알리지 아니한다.", nil},
		{"Each Party acts in two ways.", nil},
		{"1. Each Party shall act within 30 days.", []string{"LINT-TYPED"}},
		{"Each Party shall act within thirty days.", []string{"LINT-TYPED"}},
		{"30일 이내에 한다.", []string{"LINT-TYPED"}},
		{`{{if true}}By July the report is due.{{end}}`, []string{"LINT-TYPED"}},
		{"「특허법」에 따른다.", []string{"LINT-TYPED"}},
		{"The Institute of Samples decides.", []string{"LINT-TYPED"}},
		{"평가원이 정한다.", []string{"LINT-TYPED"}},
		{"IOS decides, RADIOS do not.", []string{"LINT-TYPED"}},
		{"The Foreground belongs to it.", []string{"LINT-TERM"}},
		{"Foregrounds are another word.", nil},
		{"결과물은 귀속한다.", []string{"LINT-TERM"}},
	}
	for _, tt := range tests {
		if got := checkText(t, "term", tt.line); !slices.Equal(got, tt.want) {
			t.Errorf("%s: found %v, want %v", tt.line, got, tt.want)
		}
	}
	if got := checkText(t, "ownership", "Text."); !slices.Equal(got, []string{"LINT-UNUSED"}) {
		t.Errorf("a clause that nothing uses: found %v", got)
	}
}
