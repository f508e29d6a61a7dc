package merge

import (
	"strings"
	"testing"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
)

// A field that does not exist is found wherever it stands, also in a branch that
// this project does not take, at its line and column and with the name that was
// probably meant.
func TestUnknownFields(t *testing.T) {
	tests := []struct {
		name, body   string
		line, column int
		says, fix    string
	}{
		{"plain", "{{.Projct}}", 2, 3, "no field Projct", "did you mean Project?"},
		{"further down", "first\n\n  제목: {{ .Projct }}", 4, 10, "no field Projct", "did you mean Project?"},
		{"second step", "{{.Project.Titel}}", 2, 11, "no field Titel", "did you mean Title?"},
		{"third step", "{{.Party.Name.ENG}}", 2, 14, "no field ENG", "did you mean EN?"},
		{"step that all follow", "{{.Project.Titel.EN}}", 2, 11, "no field Titel", "did you mean Title?"},
		{"no field of text", "{{.Project.ID.Text}}", 2, 14, "no field Text", ""},
		{"known names", "{{.Period.Xyzzy}}", 2, 10, "no field Xyzzy", "known here: Start, End"},
		{"method", "{{.Party.PII}}", 2, 9, "no field PII", "known here: "},
		{"unexported", "{{.Party.path}}", 2, 9, "no field path", ""},
		{"branch not taken", "{{if false}}{{.Project.Titel}}{{end}}", 2, 23, "no field Titel", "did you mean Title?"},
		{"branch taken by all", "{{if true}}a{{else}}{{.Project.Titel}}{{end}}", 2, 31, "no field Titel", ""},
		{"else if", "{{if true}}a{{else if .Projct}}b{{end}}", 2, 23, "no field Projct", ""},
		{"condition", "{{if and false (eq .Projct 1)}}a{{end}}", 2, 20, "no field Projct", ""},
		{"range over nothing", "{{range .Rows}}{{.Amout}}{{end}}", 2, 18, "no field Amout", "did you mean Amount?"},
		{"what range goes through", "{{range .Row}}{{.}}{{end}}", 2, 9, "no field Row", "did you mean Rows?"},
		{"else of range", "{{range .Rows}}a{{else}}{{.Projct}}{{end}}", 2, 27, "no field Projct", ""},
		{"variables of range", "{{range $i, $r := .Rows}}{{$r.Amout}}{{end}}", 2, 30, "no field Amout", "did you mean Amount?"},
		{"one variable of range", "{{range $r := .Rows}}{{$r.Amout}}{{end}}", 2, 26, "no field Amout", ""},
		{"with", "{{with .Nobody}}{{.Nmae}}{{end}}", 2, 19, "no field Nmae", "did you mean Name?"},
		{"what with takes", "{{with .Party.Nmae}}{{.}}{{end}}", 2, 14, "no field Nmae", ""},
		{"else of with", "{{with .Party}}a{{else}}{{.Nmae}}{{end}}", 2, 27, "no field Nmae", ""},
		{"variable of with", "{{with $p := .Nobody}}{{$p.Nmae}}{{end}}", 2, 27, "no field Nmae", ""},
		{"variable", "{{$p := .Party}}{{$p.Nmae}}", 2, 21, "no field Nmae", "did you mean Name?"},
		{"the dollar", "{{range .Rows}}{{$.Projct}}{{end}}", 2, 19, "no field Projct", ""},
		{"argument", "{{code (index .Rows 0).Amout}}", 2, 23, "no field Amout", "did you mean Amount?"},
		{"result of a function", `{{(pi "KR1").Nmae}}`, 2, 13, "no field Nmae", "did you mean Name?"},
		{"in a pipe", "{{.Projct | trim}}", 2, 3, "no field Projct", ""},
		{"declaration", "{{$x := .Projct}}a", 2, 9, "no field Projct", ""},
		{"nested template", "{{template \"row\" .Party}}{{end}}\n{{define \"row\"}}{{.Nmae}}", 3, 19, "no field Nmae", "did you mean Name?"},
		{"argument of a template", "{{if false}}{{template \"row\" .Prty}}{{end}}{{end}}\n{{define \"row\"}}a", 2, 30, "no field Prty", ""},
		{"block", "{{block \"b\" .Party}}{{.Nmae}}{{end}}", 2, 23, "no field Nmae", ""},
		{"template that does not exist", "{{if false}}{{template \"rwo\" .}}{{end}}{{end}}\n{{define \"row\"}}a", 2, 24, `no template "rwo"`, "did you mean row?"},
	}
	for _, lang := range languages {
		for _, tt := range tests {
			t.Run(string(lang)+" "+tt.name, func(t *testing.T) {
				d, found := job{lang: lang, body: tt.body}.fill(t)
				f := one(t, found, "MERGE-FIELD")
				at := diag.Place{File: bodyFile, Line: tt.line, Column: tt.column}
				if f.Template != at || !strings.Contains(f.Message.EN, tt.says) || !strings.Contains(f.Fix.EN, tt.fix) || f.Gap {
					t.Errorf("found\n%s\nwant %s: %q, %q", said(found), at, tt.says, tt.fix)
				}
				if len(d.Blocks) > 0 {
					t.Error("something was filled all the same")
				}
			})
		}
	}
}

// Several wrong names are all found, each once, however often a template is
// called.
func TestUnknownFieldsAllAtOnce(t *testing.T) {
	body := "{{.A}}{{.B}}{{with .C}}{{end}}{{range .D}}{{end}}{{template \"t\" .}}{{template \"t\" $}}{{end}}{{define \"t\"}}{{.E}}"
	_, found := job{lang: diag.English, body: body}.fill(t)
	var got []string
	for _, f := range found {
		got = append(got, f.Message.EN[len(f.Message.EN)-1:])
	}
	if strings.Join(got, "") != "ABCDE" {
		t.Errorf("found\n%s", said(found))
	}
}

// What only a run can know is not reported.
func TestFieldsThatCannotBeChecked(t *testing.T) {
	for _, body := range []string{
		"{{with .Any}}{{.Whatever}}{{end}}", "{{if .Nobody}}{{.Nobody.ID}}{{end}}", `{{$d := dict "a" "b"}}{{$d.a}}`,
		"{{template \"t\" (dict \"a\" \"b\")}}{{end}}{{define \"t\"}}{{.a}}", "{{.Texts.any}}", "{{range $i, $x := .Rows}}{{$i}}{{end}}a",
	} {
		context := sampleView(loadProject(t, projectText))
		context.Texts["any"] = "x"
		_, found := job{lang: diag.English, body: body, context: context}.fill(t)
		none(t, found)
	}
}

const daysFront = "params:\n  - {name: days, type: days, title: {en: Time, ko: 기간}}\n  - {name: fast, type: flag, title: {en: Fast, ko: 신속}}\n"

// Parameters are checked like fields, in a file whose front matter keeps its
// lines.
func TestUnknownParameters(t *testing.T) {
	tests := []struct {
		body         string
		line, column int
		fix          string
	}{
		{`1. {{param "dyas"}}`, 8, 6, "did you mean days?"},
		{"1. Text.\n\n   {{param \"dyas\"}}", 10, 6, "did you mean days?"},
		{`1. {{if false}}{{param "dyas"}}{{end}}`, 8, 18, "did you mean days?"},
		{`1. {{if flag "fats"}}a{{end}}`, 8, 9, "did you mean fast?"},
		{`1. {{if eq (choice "x") "y"}}a{{end}}`, 8, 13, "known here: days, fast"},
		{`1. {{range shares "x"}}a{{end}}`, 8, 12, "known here: days, fast"},
		{`1. {{.Projct}}`, 8, 6, "did you mean Project?"},
	}
	for _, tt := range tests {
		c := clause{id: "term/fixed", front: daysFront, body: tt.body}
		_, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}}.fill(t)
		f := one(t, found, "MERGE-FIELD")
		if at := (diag.Place{File: "clauses/term/fixed.md.tmpl", Line: tt.line, Column: tt.column}); f.Template != at || !strings.Contains(f.Fix.EN, tt.fix) {
			t.Errorf("%s: found\n%s\nwant %s", tt.body, said(found), at)
		}
	}
}

// Names of articles in functions that ask about them are checked too: a
// misspelt one would silently leave text out.
func TestUnknownArticles(t *testing.T) {
	for _, body := range []string{
		`{{if has "trem"}}a{{end}}`, `{{if false}}{{paramof "trem" "days"}}{{end}}`, `{{if hasparam "trem" "days"}}a{{end}}`,
		`{{if optionis "trem" "fixed"}}a{{end}}`, `{{range sharesof "trem" "shares"}}a{{end}}`,
	} {
		in := job{lang: diag.English, body: body, clauses: []clause{{id: "term/fixed", body: "1. Text."}}}.input(t)
		in.Type.Parts, in.Type.Exhibits = documentParts("term", "ownership"), []string{"exhibit-budget"}
		_, found := Document(in)
		f := one(t, found, "MERGE-FIELD")
		if !strings.Contains(f.Message.EN, `no article "trem"`) || !strings.Contains(f.Fix.EN, "did you mean term?") || f.Template.Line != 2 {
			t.Errorf("%s: found\n%s", body, said(found))
		}
	}
	for _, body := range []string{`{{if has "ownership"}}a{{end}}b`, `{{if has "exhibit-budget"}}a{{end}}b`, `{{if optionis "term" "fixed"}}a{{end}}b`} {
		in := job{lang: diag.English, body: body, clauses: []clause{{id: "term/fixed", body: "1. Text."}}}.input(t)
		in.Type.Parts, in.Type.Exhibits = documentParts("term", "ownership"), []string{"exhibit-budget"}
		_, found := Document(in)
		none(t, found)
	}
}

// What a parameter prints, by its type, and what the questions about articles
// answer.
func TestParametersInClauses(t *testing.T) {
	params := map[string]agreement.Value{
		"days": {Type: "days", Set: true, Count: countOf(30)}, "fast": {Type: "flag", Set: true, Flag: true},
		"who": {Type: "party", Set: true, Party: "US1"}, "all": {Type: "parties", Set: true, Parties: []string{"KR1", "US1"}},
		"institution": {Type: "choice", Set: true, Choice: "kcab"}, "number": {Type: "int", Set: true, Count: countOf(3)},
		"cost": {Type: "amount", Set: true, Amount: amount("USD", 1005)}, "on": {Type: "date", Set: true, Date: date("2024-07-01")},
		"part":   {Type: "shares", Set: true, Shares: []agreement.Share{{Party: "KR1", Percent: percentOf("60.00")}, {Party: "US1", Percent: percentOf("40.00")}}},
		"at":     {Type: "percent", Set: true, Percent: percentOf("12.50")},
		"unset":  {Type: "days"},
		"phrase": {Type: "text", Set: true, Text: textOf("both", "둘 다")},
	}
	front := "params:\n"
	for _, name := range []string{"days", "fast", "who", "all", "institution", "number", "cost", "on", "part", "at", "unset", "phrase"} {
		front += "  - {name: " + name + ", type: " + params[name].Type + ", values: [kcab], title: {en: T, ko: 값}}\n"
	}
	tests := []struct{ body, en, ko string }{
		{`{{param "days"}}`, "thirty (30) days", "30일"},
		{`{{param "who"}}`, "the Overseas Institution", "해외기관"},
		{`{{param "all"}}`, "the Lead Institution and the Overseas Institution", "주관기관 및 해외기관"},
		{`{{param "institution"}}`, "KCAB", "대한상사중재원"},
		{`{{choice "institution"}}`, "kcab", "kcab"},
		{`{{param "number"}}`, "3", "3"},
		{`{{param "cost"}}`, "US$10.05", "미화 10.05달러(USD 10.05)"},
		{`{{param "on"}}`, "July 1, 2024", "2024년 7월 1일"},
		{`{{param "at"}}`, "12.50%", "12.50%"},
		{`{{param "phrase"}}`, "both", "둘 다"},
		{`{{range shares "part"}}{{party .Party}} {{.Percent}}; {{end}}`, "the Lead Institution 60.00%; the Overseas Institution 40.00%;", "주관기관 60.00%; 해외기관 40.00%;"},
		{`{{range sharesof "term" "part"}}{{.Percent}}; {{end}}`, "60.00%; 40.00%;", "60.00%; 40.00%;"},
		{`{{if flag "fast"}}yes{{else}}no{{end}}`, "yes", "yes"},
		{`{{paramof "term" "days"}}`, "thirty (30) days", "30일"},
		{`{{if hasparam "term" "days"}}yes{{else}}no{{end}}`, "yes", "yes"},
		{`{{if hasparam "term" "unset"}}yes{{else}}no{{end}}`, "no", "no"},
		{`{{if has "term"}}yes{{else}}no{{end}}`, "yes", "yes"},
		{`{{if has "ownership"}}yes{{else}}no{{end}}`, "no", "no"},
		{`{{if optionis "term" "fixed"}}yes{{else}}no{{end}}`, "yes", "yes"},
		{`{{if optionis "term" "open"}}yes{{else}}no{{end}}`, "no", "no"},
	}
	for _, tt := range tests {
		for _, lang := range languages {
			c := clause{id: "term/fixed", front: front, body: "1. " + tt.body, params: params}
			in := job{lang: lang, body: "{{articles}}", clauses: []clause{c}}.input(t)
			in.Type.Parts = documentParts("term", "ownership")
			d, found := Document(in)
			none(t, found)
			if got, want := strings.TrimSpace(textOfClauses(d)), (diag.Text{EN: tt.en, KO: tt.ko}).In(lang); got != want {
				t.Errorf("%s in %s is %q, want %q", tt.body, lang, got, want)
			}
		}
	}
	refused := map[string]string{`{{param "fast"}}`: "with flag, shares or rows", `{{param "part"}}`: "with flag, shares or rows", `{{paramof "ownership" "x"}}`: "no article ownership", `{{paramof "term" "x"}}`: "term/fixed has no parameter x"}
	for body, says := range refused {
		c := clause{id: "term/fixed", front: front, body: "1. " + body, params: params}
		_, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}}.fill(t)
		if f := one(t, found, "MERGE-VALUE"); !strings.Contains(f.Message.EN, says) {
			t.Errorf("%s: found\n%s", body, said(found))
		}
	}
}
