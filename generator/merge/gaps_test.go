package merge

import (
	"strings"
	"testing"

	"pactwright/generator/agreement"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Whatever is empty is a gap: with the place in the template and, where the
// template says which value it prints, the path in the project file.
func TestGaps(t *testing.T) {
	text := func(en, ko string) view {
		return view{Rows: []row{{At: source.At{Path: "rows[0]"}, Text: project.Text{EN: en, KO: ko}}}}
	}
	with := func(v any) view { return view{Any: v} }
	tests := []struct {
		name, body string
		context    any
		path       string // of the finding
		line       int    // of the project file; 0: none
		column     int    // of the template, in line 2
	}{
		{"empty string", "Number {{.Project.Number}}", nil, "project.number", 4, 10},
		{"missing key", "{{.Project.Field}}", nil, "project.field", 1, 3},
		{"missing text", "{{.Party.Form}}", nil, "parties[0].form", 8, 3},
		{"missing text in a loop", "{{range .Parties}}{{.Seat}}{{end}}", view{Parties: []*project.Party{{At: source.At{Path: "parties[2]"}}}}, "parties[2].seat", 19, 21},
		{"one language", "{{range .Rows}}{{.Text}}{{end}}", text("", ""), "rows[0].text", 1, 18},
		{"blank", "{{range .Rows}}{{.Text}}{{end}}", text(" \n\t", " \u3000"), "rows[0].text", 1, 18},
		{"nil", "{{.Any}}", with(nil), "", 0, 3},
		{"nil pointer", "{{.Nobody}}", nil, "", 0, 3},
		{"nil pointer to a name", "{{.Party.Entity}}", nil, "parties[0].entity", 8, 3},
		{"nil pointer to a text", "{{.Any}}", with((*library.Text)(nil)), "", 0, 3},
		{"nil pointer to an amount", "{{.Any}}", with((*money.Amount)(nil)), "", 0, 3},
		{"no date", "{{.Project.Date}}", nil, "project.date", 1, 3},
		{"no date, in its short form", "{{short .Project.Date}}", nil, "project.date", 1, 3},
		{"no period", "{{.Any}}", with(calendar.Period{}), "", 0, 3},
		{"half a period", "{{.Any}}", with(calendar.Period{Start: date("2024-07-01")}), "", 0, 3},
		{"no currency", "{{.Any}}", with(money.Currency{}), "", 0, 3},
		{"amount without a currency", "{{.Any}}", with(money.Amount{}), "", 0, 3},
		{"its words", "{{range .Rows}}{{words .Amount}}{{end}}", view{Rows: []row{{}}}, "", 0, 18},
		{"its code", "{{range .Rows}}{{code .Amount}}{{end}}", view{Rows: []row{{}}}, "", 0, 18},
		{"its plain form", "{{range .Rows}}{{plain .Amount}}{{end}}", view{Rows: []row{{}}}, "", 0, 18},
		{"its approximate form", "{{range .Rows}}{{approx .Amount}}{{end}}", view{Rows: []row{{}}}, "", 0, 18},
		{"missing key of a map", `{{index .Texts "zz"}}`, nil, "", 0, 3},
		{"trimmed to nothing", `{{trim "  "}}`, nil, "", 0, 3},
		{"empty list", "{{join .Any}}", with([]string{}), "", 0, 3},
		{"nothing in a list", "{{join .Any}}", with([]string{"a", ""}), "", 0, 3},
		{"party without a short name", `{{party "KR2"}}`, nil, "parties[1].short", 15, 3},
		{"its definition", `{{deflabel "KR2"}}`, nil, "parties[1].short", 15, 3},
		{"a party that no field names", "{{party .Project.Number}}", nil, "project.number", 4, 3},
		{"full name of it", "{{fullname .Project.Number}}", nil, "project.number", 4, 3},
		{"person of a party without people", `{{person (pi "US1")}}`, nil, "parties[2].people", 19, 3},
		{"title of such a person", `{{(pi "US1").Title}}`, nil, "parties[2].people.title", 19, 3},
		{"e-mail of a person", `{{(pi "KR1").Email}}`, nil, "parties[0].people[0].email", 14, 3},
		{"e-mail of one in a variable", `{{$p := pi "KR1"}}{{$p.Email}}`, nil, "parties[0].people[0].email", 14, 21},
		{"name of a person without a name", `{{(pi "US2").Name}}`, nil, "parties[3].people[0].name", 29, 3},
		{"who receives notices", `{{person (contact "US1")}}`, nil, "parties[2].notices.attention", 19, 3},
		{"no person at all", `{{person .Any}}`, with((*project.Person)(nil)), "", 0, 3},
		{"nobody's id", `{{person .Project.Number}}`, nil, "project.number", 4, 3},
		{"code without a word", `{{enum "country" .Party.Country}}`, nil, "parties[0].country", 8, 3},
		{"country", `{{country .Party.Country}}`, nil, "parties[0].country", 8, 3},
	}
	for _, lang := range languages {
		for _, tt := range tests {
			t.Run(string(lang)+" "+tt.name, func(t *testing.T) {
				d, found := job{lang: lang, body: tt.body, context: tt.context}.fill(t)
				f := one(t, found, "MERGE-GAP")
				at := diag.Place{File: bodyFile, Line: 2, Column: tt.column}
				if !f.Gap || f.Path != tt.path || f.Template != at || f.Place.Line != tt.line {
					t.Errorf("the finding is %s, line %d; want path %q, line %d, template %s", said(found), f.Place.Line, tt.path, tt.line, at)
				}
				if tt.line > 0 && f.Place.File != "project.yaml" {
					t.Errorf("the finding is about %q", f.Place.File)
				}
				blank(t, d)
			})
		}
	}
}

// blank checks that a draft shows the gap as a mark that can be searched for.
func blank(t *testing.T, d *doc.Document) {
	t.Helper()
	for _, in := range inlines(d) {
		if in.Kind == doc.BlankInline && strings.HasPrefix(in.Text, "[") && len(in.Text) > 2 {
			return
		}
	}
	t.Errorf("no mark in\n%s", doc.Dump(d))
}

// Text that is there in one language only is a gap in the other.
func TestGapInOneLanguage(t *testing.T) {
	for lang, gaps := range map[diag.Lang]int{diag.English: 0, diag.Korean: 1} {
		_, found := job{lang: lang, body: "{{range .Parties}}{{.Address}}{{end}}", context: view{Parties: sampleView(loadProject(t, projectText)).Parties[2:3]}}.fill(t)
		if len(found) != gaps {
			t.Errorf("%s: found\n%s", lang, said(found))
		}
	}
}

// A parameter without a value is a gap at the place where the project file
// would set it.
func TestGapOfAParameter(t *testing.T) {
	const path = "agreements[0].clauses.term.days"
	c := clause{
		id: "term/fixed", front: "params:\n  - {name: days, type: days, title: {en: Time, ko: 기간}}\n",
		body: `1. Within {{param "days"}}.`, params: map[string]agreement.Value{"days": {Type: "days", Path: path}},
	}
	_, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}}.fill(t)
	f := one(t, found, "MERGE-GAP")
	at := diag.Place{File: "clauses/term/fixed.md.tmpl", Line: 7, Column: 13}
	if !f.Gap || f.Path != path || f.Template != at {
		t.Errorf("the finding is %s", said(found))
	}
}

// All gaps are found at once, each at its own place.
func TestAllGapsAtOnce(t *testing.T) {
	_, found := job{lang: diag.English, body: "{{.Project.Number}}\n{{.Project.Field}}\n\n| a | {{.Project.Channel}} |\n|---|---|\n| {{.Project.Security}} | b |"}.fill(t)
	var got []string
	for _, f := range found {
		got = append(got, f.Template.String()+" "+f.Path)
	}
	want := []string{bodyFile + ":2:3 project.number", bodyFile + ":3:3 project.field", bodyFile + ":5:9 project.submission_channel", bodyFile + ":7:5 project.security_class"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
}

// A zero that nobody wrote is a gap; one that somebody wrote is a number.
func TestNumbersThatNobodyWrote(t *testing.T) {
	tests := []struct {
		written string
		gap     bool
	}{
		{"", true}, {"person_months: 0", false}, {"person_months: null", true}, {"person_months: 3.5", false},
	}
	for _, tt := range tests {
		text := strings.Replace(projectText, "- {party: US1,", "- {party: US1, "+tt.written+strings.Repeat(",", min(1, len(tt.written))), 1)
		d, found := job{lang: diag.English, project: text, body: "{{range .Roles}}{{.PersonMonths}}{{end}}"}.fill(t)
		if !tt.gap {
			none(t, found)
			if got := inlines(d); len(got) != 1 || got[0].Kind != doc.NumberInline {
				t.Errorf("%q is %+v", tt.written, got)
			}
			continue
		}
		if f := one(t, found, "MERGE-GAP"); f.Path != "roles[0].person_months" {
			t.Errorf("%q: found\n%s", tt.written, said(found))
		}
	}
}
