package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/Masterminds/sprig/v3"

	"pactwright/generator/diag"
)

// What is wrong with the form of a template carries file and line.
func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, file string
		line       int
		says       string
	}{
		{"unclosed action", "{{define \"en\"}}\n{{.Project\n{{end}}\n", 3, "unexpected"},
		{"no end", "{{define \"en\"}}\n{{if true}}\na", 3, "unexpected EOF"},
		{"end too many", "{{define \"en\"}}\na\n{{end}}\n\n{{end}}", 5, "unexpected {{end}}"},
		{"unknown function", "{{define \"en\"}}\n\n{{daet .Project.Start}}\n{{end}}", 3, "there is no function daet"},
		{"unknown function in a pipe", "{{define \"en\"}}\n{{.Project.ID | quote}}\n{{end}}", 2, "there is no function quote"},
		{"undefined variable", "{{define \"en\"}}\n\n\n{{$x}}\n{{end}}", 4, "$x"},
		{"bad character", "{{define \"en\"}}\n{{.A # .B}}\n{{end}}", 2, "unexpected"},
		{"the same section twice", "{{define \"en\"}}\na\n{{end}}\n{{define \"en\"}}\nb\n{{end}}", 6, "multiple definition"},
		{"comment not closed", "{{define \"en\"}}\n{{/* a\n{{end}}", 2, "unclosed comment"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := job{lang: diag.English, file: tt.file}.fill(t)
			f := one(t, found, "MERGE-PARSE")
			if f.Template.File != bodyFile || f.Template.Line != tt.line || !strings.Contains(f.Message.EN, tt.says) {
				t.Errorf("found\n%s\nwant line %d: %q", said(found), tt.line, tt.says)
			}
			if strings.Contains(f.Message.EN, "template:") {
				t.Errorf("the message is %s", f.Message.EN)
			}
		})
	}
}

// Lines count from the top of the file, front matter included.
func TestParseErrorInAClause(t *testing.T) {
	c := clause{id: "term/fixed", front: daysFront, body: "1. Text.\n\n   {{now}}"}
	_, found := job{lang: diag.English, body: "{{articles}}", clauses: []clause{c}}.fill(t)
	f := one(t, found, "MERGE-PARSE")
	if want := (diag.Place{File: "clauses/term/fixed.md.tmpl", Line: 10}); f.Template != want {
		t.Errorf("found\n%s\nwant %s", said(found), want)
	}
}

func TestSectionOfTheOtherLanguage(t *testing.T) {
	for _, lang := range languages {
		other := map[diag.Lang]diag.Lang{diag.English: diag.Korean, diag.Korean: diag.English}[lang]
		_, found := job{lang: lang, file: section(other, "text")}.fill(t)
		f := one(t, found, "MERGE-SECTION")
		if f.Template.File != bodyFile || !strings.Contains(f.Message.EN, string(lang)) {
			t.Errorf("found\n%s", said(found))
		}
	}
}

// Of all functions of sprig only those that are documented exist.
func TestSprigFunctionsLeftOut(t *testing.T) {
	known := []string{}
	for _, f := range Functions() {
		known = append(known, f.Name)
	}
	known = append(known, "slice") // of text/template itself
	left := 0
	for name := range sprig.TxtFuncMap() {
		if slices.Contains(known, name) {
			continue
		}
		left++
		_, found := job{lang: diag.English, body: "{{" + name + "}}"}.fill(t)
		if len(found) != 1 || found[0].Code != "MERGE-PARSE" || !strings.HasSuffix(found[0].Message.EN, "there is no function "+name) {
			t.Errorf("%s: found\n%s", name, said(found))
		}
	}
	if left < 100 {
		t.Errorf("only %d functions of sprig are left out", left)
	}
}

// These must never come back: they are random, read the clock, the environment
// or the network, compute in floating point, answer nonsense with zero or
// today, follow map order, or cut through letters.
func TestDangerousFunctions(t *testing.T) {
	names := strings.Fields(`now date dateInZone date_modify dateModify htmlDate toDate mustToDate unixEpoch ago duration
		env expandenv getHostByName osBase
		randAlpha randAlphaNum randNumeric randAscii randInt randBytes shuffle uuidv4 genPrivateKey genCA genSelfSignedCert htpasswd bcrypt
		float64 int int64 atoi add sub mul div mod add1 addf add1f subf mulf divf round ceil floor max min biggest
		keys values pick omit merge get dig pluck coalesce default empty toString quote squote cat
		trunc abbrev substr initials wrap nospace upper lower title untitle swapcase snakecase camelcase kebabcase
		toJson fromJson regexMatch regexReplaceAll fail semver derivePassword`)
	for _, name := range names {
		_, found := job{lang: diag.English, body: "{{" + name + "}}"}.fill(t)
		if len(found) != 1 || found[0].Code != "MERGE-PARSE" {
			t.Errorf("%s: found\n%s", name, said(found))
		}
	}
}

// The functions of text/template that stay can break nothing.
func TestBuiltInFunctions(t *testing.T) {
	tests := map[string]string{
		`{{len "abc"}}`: "3", `{{index (list "a" "b") 1}}`: "b", `{{slice "abc" 1}}`: "bc", `{{and "a" "b"}}`: "b", `{{or "" "b"}}`: "b",
		`{{if not false}}a{{end}}`: "a", `{{if lt 1 2}}a{{end}}`: "a", `{{if eq "a" "b" "a"}}a{{end}}`: "a",
		`{{trim " a "}}`: "a", `{{trimPrefix "a" "ab"}}`: "b", `{{trimSuffix "b" "ab"}}`: "a", `{{replace "b" "c" "ab"}}`: "ac",
		`{{ternary "a" "b" true}}`: "a", `{{first (list "a" "b")}}`: "a", `{{last (list "a" "b")}}`: "b", `{{range rest (list "a" "b")}}{{.}}{{end}}`: "b",
		`{{if contains "b" "abc"}}a{{end}}`: "a", `{{if hasPrefix "a" "abc"}}a{{end}}`: "a", `{{if hasSuffix "c" "abc"}}a{{end}}`: "a",
	}
	for body, want := range tests {
		d, found := job{lang: diag.English, body: body}.fill(t)
		none(t, found)
		if got := paragraphs(d); got != want {
			t.Errorf("%s is %q, want %q", body, got, want)
		}
	}
}
