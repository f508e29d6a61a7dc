package project_test

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Letters of two institutions that say the same in the same words are noticed,
// whatever their capitals, marks and line breaks; what one institution says
// twice is not.
func TestLettersAlike(t *testing.T) {
	const head = "parties: [{id: KR1, role: lead}, {id: US1, role: overseas}, {id: JP1, role: overseas}]\nletters:\n"
	for _, tt := range []struct {
		name, letters string
		paths         []string
	}{
		{"different", "  - {id: A, party: US1, role: {en: to measure}}\n  - {id: B, party: JP1, role: {en: to validate}}\n", nil},
		{"one party", "  - {id: A, party: US1, role: {en: to measure}}\n  - {id: B, party: US1, role: {en: to measure}}\n", nil},
		{"nothing", "  - {id: A, party: US1, role: {en: \"\"}}\n  - {id: B, party: JP1, role: {en: \"\"}}\n", nil},
		{"alike but for marks", "  - {id: A, party: US1, reason: {en: \"We measure, well.\"}}\n  - {id: B, party: JP1, reason: {en: \"we  measure well\"}}\n", []string{"letters[1].reason"}},
		{"alike in Korean", "  - {id: A, party: US1, operation: {en: a, ko: 격주 회의}}\n  - {id: B, party: JP1, operation: {en: b, ko: 격주 회의}}\n", []string{"letters[1].operation"}},
	} {
		_, found := load(t, "letters.yaml", []byte(head+tt.letters))
		var paths []string
		for _, f := range found {
			if f.Code == "LET-ALIKE" {
				if f.Severity != diag.Warning {
					t.Errorf("%s: %s", tt.name, f.Severity)
				}
				paths = append(paths, f.Path)
			}
		}
		if strings.Join(paths, " ") != strings.Join(tt.paths, " ") {
			t.Errorf("%s: found %v, want %v", tt.name, paths, tt.paths)
		}
	}
}

func TestWhatBinds(t *testing.T) {
	for _, tt := range []struct {
		letter  project.Letter
		article string
		binds   bool
	}{
		{project.Letter{Binding: "binding"}, "costs", true},
		{project.Letter{Binding: "non_binding", BindingArticles: []string{"costs"}}, "costs", false},
		{project.Letter{Binding: "mixed"}, "costs", false},
		{project.Letter{Binding: "mixed"}, "names", true},
		{project.Letter{Binding: "mixed", BindingArticles: []string{"costs"}}, "costs", true},
		{project.Letter{Binding: "mixed", BindingArticles: []string{"costs"}}, "names", false},
	} {
		if got := tt.letter.Binds(tt.article); got != tt.binds {
			t.Errorf("%+v binds by %s: %t", tt.letter, tt.article, got)
		}
	}
}
