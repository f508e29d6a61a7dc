package origin

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
)

const clause = `{{define "en"}}
1. Always.
{{- if flag "on"}}
1. Printed because of a flag.
{{- else}}
1. Not printed.
{{- end}}
{{- if .Data}}
1. Printed because of the data.
{{- end}}
{{- if and (has "funds") (not (eq (choice "how") "fast"))}}
1. Left out.
{{- end}}
1. In a line: {{if .Other}}one{{else}}two{{end}}.
{{end}}
`

// TestConditions: the ifs around a printed line are known to hold or not, those
// that depend on the data of the contract only where the line tells.
func TestConditions(t *testing.T) {
	own := &agreement.Article{Option: &library.Option{Slot: "own"}, Params: map[string]agreement.Value{
		"on": {Flag: true}, "how": {Choice: "fast"},
	}}
	plan := &agreement.Plan{Sections: []*agreement.Article{own, {Option: &library.Option{Slot: "funds"}}}}
	for _, c := range []struct {
		lines []int
		whole bool
		want  string
	}{
		{[]int{2}, false, ""},
		{[]int{4}, false, `3 flag "on" true true`},
		{[]int{9}, false, `8 .Data true true`},
		{[]int{14}, false, `14 .Other false false`},
		{[]int{2, 4, 9, 14}, true, `3 flag "on" true true|8 .Data true true|11 and (has "funds") (not (eq (choice "how") "fast")) true false|14 .Other false false`},
	} {
		printed := stretch{lines: map[int]bool{}, whole: c.whole}
		for _, l := range c.lines {
			printed.lines[l] = true
		}
		var got []string
		for _, x := range conditions(clause, "en", printed, own, plan) {
			got = append(got, fmt.Sprint(x.line, " ", x.text, " ", x.known, " ", x.holds))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("lines %v:\n%s\nwant\n%s", c.lines, s, c.want)
		}
	}
	if found := conditions("{{if", "en", stretch{}, own, plan); found != nil {
		t.Errorf("a broken file has conditions: %v", found)
	}
}

func TestNormal(t *testing.T) {
	for _, same := range [][]string{
		{"12.3", "Section 12.3", "section  12.3", "§12.3", "Sec. 12.3"},
		{"Article 12", "12", "art. 12"},
		{"제12조제3항제1호가목", "12조 3항 1호 가목", "제12조 제3항 제1호 가목"},
		{"Exhibit C", "exhibit c"},
		{"별표 3", "[별표 3]"},
	} {
		for _, s := range same[1:] {
			if normal(s) != normal(same[0]) {
				t.Errorf("%q is %q, %q is %q", s, normal(s), same[0], normal(same[0]))
			}
		}
	}
}

// sampleContract has two articles, of which the second has anchors with the names
// of those of the first.
func sampleContract(t *testing.T) Contract {
	t.Helper()
	words := func(s string) []doc.Inline { return []doc.Inline{{Text: s}} }
	article := func(anchor string) doc.Block {
		return &doc.Heading{Kind: doc.ArticleHeading, Level: 2, Anchor: anchor, Text: words(anchor)}
	}
	d := &doc.Document{Lang: diag.English, Blocks: []doc.Block{
		article("one"),
		&doc.Clause{Depth: 1, Anchor: "one.days", Text: words("first")},
		&doc.Clause{Depth: 2, Text: words("below")},
		&doc.Clause{Depth: 1, Text: words("second")},
		article("two"),
		&doc.Clause{Depth: 1, Anchor: "two.days", Text: words("only")},
	}}
	r, found := doc.Resolve(d, nil)
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	return Contract{Plan: &agreement.Plan{}, Texts: []*doc.Resolved{r}}
}

func TestFind(t *testing.T) {
	c := sampleContract(t)
	for wanted, want := range map[string]string{
		"1":         "Article 1: heading first below second",
		"1.1":       "Section 1.1: first below",
		"1.1(a)":    "Section 1.1(a): below",
		"제1조제1항제1호": "Section 1.1(a): below",
		"1.2":       "Section 1.2: second",
		"two":       "Article 2: heading only",
		"#two.days": "Article 2: only",
		"TWO.Days":  "Article 2: only",
		"days":      "Section 1.1: first below; Article 2: only",
		"3":         "",
		"1.1(b)":    "",
		"":          "",
		"ays":       "",
	} {
		var got []string
		for _, m := range Find([]Contract{c}, wanted) {
			var words []string
			for _, b := range m.Places[0].Blocks {
				if _, ok := b.(*doc.Heading); ok {
					words = append(words, "heading")
					continue
				}
				words = append(words, doc.Text(doc.Runs(b)[0]))
			}
			got = append(got, m.Places[0].Reference.EN+": "+strings.Join(words, " "))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q finds %q, want %q", wanted, s, want)
		}
	}
	if near := Near([]Contract{c}, "1.9"); len(near) != 4 {
		t.Errorf("near 1.9: %v", near)
	}
}
