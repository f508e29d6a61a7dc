package merge

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money/moneytest"
)

// What cannot be printed truthfully is refused in words, with its place.
func TestValuesRefused(t *testing.T) {
	const group, float = "is a group of values", "is a floating-point number"
	tests := []struct {
		name, body string
		value      any
		says       string
	}{
		{"print", "{{print .Any}}", "x", "print would print a value without its type"},
		{"printf", `{{printf "%s" .Any}}`, nil, "printf would print a value without its type"},
		{"printf of a float", `{{printf "%d" 1.5}}`, nil, "printf would print"},
		{"println", "{{println .Any}}", nil, "println would print"},
		{"html", "{{html .Any}}", "x", "html would print"},
		{"js", "{{js .Any}}", "x", "js would print"},
		{"urlquery", "{{urlquery .Any}}", "x", "urlquery would print"},
		{"call", "{{call .Any}}", func() string { return "x" }, "call would print"},
		{"in a pipe", "{{.Any | printf \"%s\"}}", "x", "printf would print"},
		{"float", "{{.Any}}", 1.5, float},
		{"small float", "{{.Any}}", float32(1), float},
		{"float in a template", "{{1.5}}", nil, float},
		{"float in a list", "{{join .Any}}", []float64{1.5}, float},
		{"pointer to a float", "{{.Any}}", pointer(1.5), float},
		{"true", "{{.Any}}", true, group},
		{"comparison", "{{eq 1 1}}", nil, group},
		{"list", "{{.Any}}", []string{"a"}, group},
		{"map", "{{.Texts}}", nil, group},
		{"struct", "{{.Party}}", nil, group},
		{"the dot", "{{.}}", nil, group},
		{"function", "{{.Any}}", func() {}, group},
		{"list of lists", "{{join .Any}}", [][]string{{"a"}}, group},
		{"join of no list", "{{join .Any}}", "a", "join takes a list"},
		{"join of nothing", "{{join .Any}}", nil, "join takes a list"},
		{"short of no date", "{{short .Any}}", "2024-07-01", "short takes a date or a period"},
		{"unknown party", `{{party "XX1"}}`, nil, "there is no party XX1"},
		{"unknown full name", `{{fullname "XX1"}}`, nil, "there is no party XX1"},
		{"unknown institution", `{{institution "XX1"}}`, nil, "there is no party XX1"},
		{"unknown label", `{{deflabel "XX1"}}`, nil, "there is no party XX1"},
		{"unknown person", `{{person "nobody"}}`, nil, "there is no such person"},
		{"person of a number", `{{person 1}}`, nil, "there is no such person"},
		{"unknown phase", `{{phase "P9"}}`, nil, "the call call-1 has no phase P9"},
		{"unknown word", `{{enum "country" "ZZ"}}`, nil, "there is no word for ZZ"},
		{"unknown group", `{{enum "planet" "US"}}`, nil, "there is no word for US"},
		{"word for a number", `{{enum "country" 7}}`, nil, "enum takes a code"},
		{"word for nothing", `{{enum "country" .Any}}`, nil, "enum takes a code"},
		{"unknown citation", `{{lawref "act-0"}}`, nil, "has no citation act-0"},
		{"citation that was not found", `{{lawref "act-99"}}`, nil, "is not confirmed in a source"},
		{"overseas in a letter", "{{overseas}}", nil, "overseas is for contracts"},
		{"param outside of a clause", `{{param "days"}}`, nil, "param is for clauses"},
		{"articles in a letter", "{{articles}}", nil, "articles is for contracts"},
		{"exhibits in a letter", "{{exhibits}}", nil, "exhibits is for contracts"},
		{"paramof in a letter", `{{paramof "term" "days"}}`, nil, "paramof is for contracts"},
	}
	for _, lang := range languages {
		for _, tt := range tests {
			t.Run(string(lang)+" "+tt.name, func(t *testing.T) {
				context := sampleView(loadProject(t, projectText))
				context.Any = tt.value
				_, found := job{lang: lang, body: "제목 " + tt.body, context: context}.fill(t)
				f := one(t, found, "MERGE-VALUE")
				if !strings.Contains(f.Message.EN, tt.says) || f.Gap || f.Template != (diag.Place{File: bodyFile, Line: 2, Column: 6}) {
					t.Errorf("the finding is\n%s\nwant %q", said(found), tt.says)
				}
			})
		}
	}
}

// Characters that no document can carry are refused by their number; all others
// are printed.
func TestForbiddenRunes(t *testing.T) {
	forbidden := []rune{0, 1, '\t', '\r', 0x1b, 0x7f, 0x80, 0x9f, 0xe000, 0xe001, 0xf8ff, 0xfffd}
	for _, r := range forbidden {
		_, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: "a" + string(r) + "b"}}.fill(t)
		f := one(t, found, "MERGE-VALUE")
		if number := fmt.Sprintf("U+%04X", r); !strings.Contains(f.Message.EN, number) || !strings.Contains(f.Message.KO, number) {
			t.Errorf("%U: %s", r, f.Message.EN)
		}
	}
	for _, text := range []string{"a\xffb", "한"[:2]} {
		_, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: text}}.fill(t)
		one(t, found, "MERGE-VALUE")
	}
	for _, r := range []rune{'\n', ' ', 0xa0, 0xad, 'ß', '한', '漢', 0x1f600, '\u200d'} {
		_, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: "a" + string(r) + "b"}}.fill(t)
		none(t, found)
	}
}

// A template cannot forge the marks that stand for values.
func TestMarksInATemplate(t *testing.T) {
	_, found := job{lang: diag.English, body: "{{.Any}} and " + doc.Mark(0), context: view{Any: "secret"}}.fill(t)
	f := one(t, found, "MERGE-PARSE")
	if f.Template.Line != 2 {
		t.Errorf("found\n%s", said(found))
	}
	for _, name := range []string{emitName, stepName} {
		_, found := job{lang: diag.English, body: "{{" + name + " 0}}"}.fill(t)
		one(t, found, "MERGE-PARSE")
	}
}

// Numbers that an account needs exactly are printed to the last unit.
func TestLargeAmounts(t *testing.T) {
	d, found := job{lang: diag.English, body: "{{.Any}}", context: view{Any: moneytest.KRW(9_007_199_254_740_993)}}.fill(t)
	none(t, found)
	if got := doc.Text(inlines(d)); got != "KRW 9,007,199,254,740,993" {
		t.Errorf("the amount is %s", got)
	}
}
