package merge

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
)

// FuzzDocument fills arbitrary templates. Nothing may panic or hang, and a
// document without findings prints no trap.
func FuzzDocument(f *testing.F) {
	for _, tt := range traps {
		f.Add(tt.body, true)
	}
	for _, shape := range shapes {
		f.Add(shape.body, false)
	}
	for _, x := range Functions() {
		f.Add(x.Usage, true)
	}
	f.Add("{{end}}{{define \"ko\"}}{{template \"en\" .}}", true)
	f.Add("{{range .Parties}}{{break}}{{else}}{{continue}}{{end}}", false)
	f.Fuzz(func(t *testing.T, body string, korean bool) {
		lang := diag.English
		if korean {
			lang = diag.Korean
		}
		c := clause{id: "term/fixed", front: daysFront, body: "1. Text.", params: map[string]agreement.Value{"days": {Type: "days", Set: true, Count: countOf(30)}}}
		in := job{lang: lang, body: body, clauses: []clause{c}, annotated: true}.input(t)
		article := in.Plan.Articles()[0].Option
		article.Body = section(lang, "1. "+body)
		d, found := Document(in)
		if d == nil {
			t.Fatal("no document")
		}
		for _, x := range found {
			if x.Message.EN == "" || x.Message.KO == "" {
				t.Errorf("a finding says nothing: %+v", x)
			}
			if strings.Contains(x.Message.EN, "runtime error") {
				t.Errorf("a function panics: %s", x.Message.EN)
			}
		}
		if len(found) == 0 && !strings.Contains(body, "<n") && !strings.Contains(body, "%!") && utf8.ValidString(body) {
			printsNoTrap(t, d)
		}
	})
}
