package merge

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
)

// definitionsText defines three terms, of which one prints nothing.
const definitionsText = `

{{define "en ahead"}}{{range definedhere}}
1. {{anchor .}}{{definition .}}
{{end}}{{end}}
{{define "en results"}}{{defterm "results"}} means what {{lead}} makes.{{end}}
{{define "en funds"}}{{if has "funds"}}{{defterm "funds"}} means money.{{end}}{{end}}
{{define "en party"}}{{defterm "party"}} means each of them.{{end}}
`

// defined fills a contract with an article on definitions and one on roles.
func defined(t *testing.T, option, body string) (*doc.Document, diag.List) {
	t.Helper()
	in := job{lang: diag.English, body: "{{articles}}\n\n{{.Party.Name}}", clauses: []clause{
		{id: "definitions/" + option, body: body}, {id: "roles/table", body: "1. {{.Project.Title}} has roles."},
	}}.input(t)
	in.Type.Parts = []library.Part{{Slots: []string{"definitions", "roles", "funds"}}}
	in.Type.Definitions = &library.Definitions{
		Ahead: "definitions/inline", File: library.File{Path: "documents/test/definitions.md.tmpl"}, Body: definitionsText,
		Terms: []library.Definition{{Key: "results", Home: []string{"funds", "roles"}}, {Key: "funds", Home: []string{"funds"}}, {Key: "party", Home: []string{"funds"}}},
	}
	return Document(in)
}

// A definition is printed where the option asks for it; one that prints nothing
// is left out. A term whose articles are not there stands in that on definitions.
func TestDefinitions(t *testing.T) {
	const list = "{{range definitions}}1. {{definition .}}\n{{end}}1. The end."
	const inline = "1. See {{definedin \"results\"}} and {{definedin \"party\"}}."
	for option, tt := range map[string]struct {
		body string
		want []string // the targets of terms and references, article by article
	}{
		"list":   {list, []string{"definitions: results party", "roles:"}},
		"inline": {inline, []string{"definitions: party roles.results definitions.party", "roles: results"}},
	} {
		d, found := defined(t, option, tt.body)
		if len(found) > 0 {
			t.Fatal(option, said(found))
		}
		var got []string
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case *doc.Heading:
				if b.Kind == doc.ArticleHeading {
					got = append(got, b.Anchor+":")
				}
			case *doc.Clause:
				for _, in := range b.Text {
					if in.Kind == doc.RefInline || in.Kind == doc.TermInline && in.Define && !strings.HasPrefix(in.Target, "party.") {
						got[len(got)-1] += " " + in.Target
					}
				}
			}
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", option, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

// What is missing after a definition is reported in the file that prints it, as
// if the definition had not been read from another one.
func TestAfterDefinitions(t *testing.T) {
	for option, body := range map[string]string{
		"list":   "{{range definitions}}1. {{definition .}}\n{{end}}1. Number {{.Project.Number}}.",
		"inline": "1. {{definedin \"results\"}}.\n1. Number {{.Project.Number}}.",
	} {
		_, found := defined(t, option, body)
		if len(found) != 1 || found[0].Code != "MERGE-GAP" || found[0].Path != "project.number" || found[0].Template.File != "clauses/definitions/"+option+".md.tmpl" {
			t.Errorf("%s: %s", option, said(found))
		}
	}
}

func TestDefinitionFindings(t *testing.T) {
	for body, want := range map[string]string{
		`1. {{definition "funds"}}`:   "this contract has no definition funds",
		`1. {{definition "nothing"}}`: "this contract has no definition nothing",
		`1. {{definedin "results"}}`:  "no article defines the term results",
	} {
		_, found := defined(t, "list", body)
		if len(found) != 1 || !strings.Contains(found[0].Message.EN, want) {
			t.Errorf("%s: %s", body, said(found))
		}
	}
}
