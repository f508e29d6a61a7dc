package merge

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/library"
)

var wordPlace = diag.Place{File: "documents/budget/words.yaml", Line: 7, Column: 12}

func phrases(t *testing.T, lang diag.Lang) *Phrases {
	t.Helper()
	in := job{lang: lang, body: "-"}.input(t)
	in.Type = nil
	return NewPhrases(in, nil)
}

func TestPhrases(t *testing.T) {
	for text, want := range map[string][2]string{
		"Total (KRW)":        {"Total (KRW)", "Total (KRW)"},
		"{{.Project.Title}}": {"Deep reading of images", "영상 판독"},
		"# {{.Call.Title}}: *{{.Project.Start}}*": {"# The Call: *July 1, 2024*", "# 공고: *2024년 7월 1일*"},
		"{{.Project.Title}}{{particle \"은/는\"}}":  {"Deep reading of images는", "영상 판독은"},
		"{{if .Draft}}a{{else}}b{{end}}":          {"b", "b"},
	} {
		for i, lang := range []diag.Lang{diag.English, diag.Korean} {
			got, _ := phrases(t, lang).Fill(text, wordPlace)
			if got != want[i] {
				t.Errorf("%s %q: got %q, want %q", lang, text, got, want[i])
			}
		}
	}
}

// What is wrong with a phrase stands where the phrase does.
func TestPhraseFindings(t *testing.T) {
	for text, code := range map[string]string{
		"{{.Projct}}": "MERGE-FIELD", "{{.Project": "MERGE-PARSE", "{{nofunc}}": "MERGE-PARSE", "{{.Project.Number}}": "MERGE-GAP",
		`{{index .Rows 3}}`: "MERGE-RUN", `{{phrase "total"}}`: "MERGE-VALUE", `{{has "funds"}}`: "MERGE-VALUE", "{{.Party}}": "MERGE-VALUE",
		`{{ref "a"}}`: "DOC-REF", "{{printed__ 1}}": "MERGE-PARSE",
	} {
		got, found := phrases(t, diag.English).Fill(text, wordPlace)
		if len(found) != 1 || found[0].Code != code || found[0].Template != wordPlace {
			t.Errorf("%q: %q\n%s", text, got, said(found))
		}
	}
}

// A gap of a draft is a mark that can be seen and searched for.
func TestPhraseGap(t *testing.T) {
	got, found := phrases(t, diag.Korean).Fill("과제번호 {{.Project.Number}}", wordPlace)
	if got != "과제번호 [project.number]" || len(found) != 1 || !found[0].Gap || found[0].Path != "project.number" {
		t.Errorf("%q\n%s", got, said(found))
	}
}

// All phrases together are bounded as one document is.
func TestPhrasesAreBounded(t *testing.T) {
	p := phrases(t, diag.English)
	loop := strings.Repeat("{{range $.Parties}}", 6) + strings.Repeat("{{end}}", 6)
	for range 1 << 10 {
		if _, found := p.Fill(loop, wordPlace); len(found) > 0 {
			if found[0].Code != "MERGE-RUN" || !strings.Contains(found[0].Message.EN, "more than") {
				t.Errorf("%s", said(found))
			}
			return
		}
	}
	t.Error("nothing stops them")
}

// A phrase without an action costs nothing.
func TestPlainPhraseIsFree(t *testing.T) {
	p := phrases(t, diag.Korean)
	if n := testing.AllocsPerRun(10, func() { p.Fill("합계(원)", wordPlace) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestPhraseFunction(t *testing.T) {
	in := job{lang: diag.Korean, body: `{{phrase "total"}}`}.input(t)
	in.Phrases = map[string]diag.Text{"total": {EN: "Total", KO: "합계"}}
	d, found := Document(in)
	if len(found) > 0 || len(inlines(d)) != 1 || inlines(d)[0].Text != "합계" {
		t.Errorf("%s %+v", said(found), inlines(d))
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		`{{define "en"}}a{{end}}`:                          "en",
		`{{define "ko"}}a{{end}}{{define "row"}}b{{end}}`:  "ko",
		`{{define "en"}}a{{end}}{{- define "ko"}}b{{end}}`: "ko en",
		`{{define "de"}}a{{end}}`:                          "ko en",
		`{{define "en"}}a`:                                 "ko en",
		`{{/* define "ko" */}}{{define "en"}}text{{end}}`:  "en",
	} {
		var got []string
		for _, l := range Languages(library.File{Path: "sheets/A.md.tmpl", Data: []byte(text)}) {
			got = append(got, string(l))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}
