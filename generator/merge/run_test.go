package merge

import (
	"strings"
	"testing"
	"time"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// What only shows while a template runs is said in words, at its place.
func TestErrorsWhileRunning(t *testing.T) {
	tests := []struct {
		name, body   string
		line, column int
		says         string
	}{
		{"through a nil pointer", "{{.Nobody.Name}}", 2, 10, "{{.Nobody.Name}}: there is nothing to take it from"},
		{"after Hangul", "first\n제목: {{.Nobody.Name}}", 3, 14, "there is nothing to take it from"},
		{"through a missing entity", "{{.Party.Entity.EN}}", 2, 9, "there is nothing to take it from"},
		{"missing key", "{{.Texts.zz}}", 2, 9, "there is no such entry"},
		{"missing key of a dict", "{{with dict \"a\" \"b\"}}{{.c}}{{end}}", 2, 24, "there is no such entry"},
		{"in a condition", "{{if .Texts.zz}}a{{end}}", 2, 12, "there is no such entry"},
		{"element of an empty list", "{{(index .Rows 0).Text}}", 2, 4, "the list has no such element"},
		{"wrong type", "{{party .Project.Title}}", 2, 17, "of a kind that cannot stand here"},
		{"typed value in a text function", "{{trim .Period}}", 2, 8, "of a kind that cannot stand here"},
		{"too many values", "{{trim \"a\" \"b\"}}", 2, 3, "too many or too few values"},
		{"comparison", "{{if eq .Project.ID 1}}a{{end}}", 2, 6, "values of different kinds"},
		{"refused function in a comparison", "{{if eq (printf \"a\") \"a\"}}a{{end}}", 2, 6, ""},
		{"range over text", "{{range .Project.ID}}a{{end}}", 2, 17, ""},
		{"first of text", "{{first .Project.ID}}", 2, 3, ""},
		{"nil", "{{nil}}", 2, 3, "of a kind that cannot stand here"},
		{"bad index", "{{slice .Project.ID 1 99}}", 2, 3, "the list has no such element"},
		{"in a nested template", "{{template \"t\" .}}{{end}}\n{{define \"t\"}}\n{{.Nobody.ID}}", 4, 10, "there is nothing to take it from"},
	}
	for _, lang := range languages {
		for _, tt := range tests {
			t.Run(string(lang)+" "+tt.name, func(t *testing.T) {
				d, found := job{lang: lang, body: "{{/**/}}" + tt.body}.fill(t)
				f := one(t, found, "MERGE-RUN")
				at := diag.Place{File: bodyFile, Line: tt.line, Column: tt.column}
				if tt.line == 2 {
					at.Column += len("{{/**/}}")
				}
				if f.Template != at || !strings.Contains(f.Message.EN, tt.says) {
					t.Errorf("found\n%s\nwant %s: %q", said(found), at, tt.says)
				}
				if len(d.Blocks) > 0 {
					t.Errorf("half a document was printed:\n%s", doc.Dump(d))
				}
			})
		}
	}
}

// A template that would print or run without end is stopped, and soon.
func TestBounds(t *testing.T) {
	long := strings.Repeat("가나다라 ", 12_000)
	thirty := make([]row, 30)
	lists := strings.Repeat("{{range $.Rows}}", 5) + "%s" + strings.Repeat("{{end}}", 5)
	var doubling strings.Builder
	for i := range 60 {
		next := string(rune('a'+(i+1)%26)) + string(rune('a'+(i+1)/26))
		name := string(rune('a'+i%26)) + string(rune('a'+i/26))
		doubling.WriteString("{{define \"" + name + "\"}}{{template \"" + next + "\" .}}{{template \"" + next + "\" .}}{{end}}\n")
	}
	doubling.WriteString("{{define \"ic\"}}{{end}}\n")
	tests := []struct {
		name, file string
		context    any
		code, says string
	}{
		{"a template in itself", section("en", `a {{template "en" .}}`), nil, "MERGE-RUN", ""},
		{"a silent template in itself", section("en", `{{template "en" .}}`), nil, "MERGE-RUN", ""},
		{"two templates in each other", section("en", `{{template "b" .}}`) + `{{define "b"}}{{template "en" .}}{{end}}`, nil, "MERGE-RUN", ""},
		{"templates that double", section("en", `{{template "aa" .}}`) + doubling.String(), nil, "MERGE-RUN", "goes round more than"},
		{"loops in loops that print", section("en", strings.Replace(lists, "%s", "text", 1)), view{Rows: thirty}, "MERGE-RUN", "larger than 4 MiB"},
		{"silent loops in loops", section("en", strings.Replace(lists, "%s", "", 1)), view{Rows: thirty}, "MERGE-RUN", "goes round more than"},
		{"a long value often", section("en", `{{range .Rows}}{{$.Any}}{{end}}`), view{Rows: thirty, Any: long}, "MERGE-RUN", "larger than 4 MiB"},
		{"text that doubles itself", section("en", `{{$x := "aa"}}`+strings.Repeat(`{{$x = replace "a" "aaaaaaaaaaaaaaaa" $x}}`, 16)+`{{$x}}`), nil, "MERGE-RUN", "larger than 4 MiB"},
		{"counting", section("en", `{{range 1000000000000}}{{end}}`), nil, "MERGE-RANGE", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			begin := time.Now()
			_, found := job{lang: diag.English, file: tt.file, context: tt.context}.fill(t)
			f := one(t, found, tt.code)
			if !strings.Contains(f.Message.EN, tt.says) || f.Template.File != bodyFile {
				t.Errorf("found\n%s\nwant %q", said(found), tt.says)
			}
			if took := time.Since(begin); took > time.Minute {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// An article cannot hold all articles.
func TestArticlesInAnArticle(t *testing.T) {
	for _, name := range []string{"articles", "exhibits", `section "term"`} {
		c := clause{id: "term/a", body: "1. {{" + name + "}}"}
		_, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c, {id: "term/b", body: "1. {{" + name + "}}"}, {id: "exhibit-x/a", body: "Text."}}}.fill(t)
		if len(found) != 2 {
			t.Fatalf("found\n%s", said(found))
		}
		for _, f := range found {
			if f.Code != "MERGE-VALUE" || !strings.Contains(f.Message.EN, strings.Fields(name)[0]+" is for the body of a contract") {
				t.Errorf("found\n%s", said(found))
			}
		}
	}
}

// One article that fails does not hide what is wrong with the others.
func TestFailingArticleLeavesTheOthers(t *testing.T) {
	clauses := []clause{{id: "term/a", body: "1. {{.Nobody.ID}}"}, {id: "ownership/a", body: "1. {{.Projct}}"}, {id: "access/a", body: "1. {{.Project.Number}}"}, {id: "forum/a", body: "1. {{now}}"}}
	_, found := job{lang: diag.English, body: "{{articles}}", clauses: clauses}.fill(t)
	var got []string
	for _, f := range found {
		got = append(got, f.Code)
	}
	if strings.Join(got, " ") != "MERGE-RUN MERGE-FIELD MERGE-GAP MERGE-PARSE" {
		t.Errorf("found\n%s", said(found))
	}
}

// An option without a title in the language is found, and not printed as an
// empty heading.
func TestArticleWithoutATitle(t *testing.T) {
	c := clause{id: "term/a", front: "title: {en: Term}\n", body: "1. Text."}
	if _, found := (job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}}).fill(t); len(found) > 0 {
		t.Errorf("found\n%s", said(found))
	}
	_, found := job{lang: diag.Korean, body: "{{articles}}", clauses: []clause{c}}.fill(t)
	if len(found) != 1 || found[0].Severity != diag.Blocking {
		t.Errorf("found\n%s", said(found))
	}
}
