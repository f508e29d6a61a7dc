package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/library"
)

// typed is a layer with one document type.
func typed(id, head, body string) library.Layer {
	return library.Layer{Name: "--templates", FS: fstest.MapFS{
		"documents/" + id + "/document.yaml": {Data: []byte("id: " + id + "\ntitle: {en: A Sample, ko: 표본}\ncontext: dossier\nstyle: report\nlanguages: [en]\nuse: internal\n" + head)},
		"documents/" + id + "/body.md.tmpl":  {Data: []byte("{{define \"en\"}}# Sample\n\n" + body + "{{end}}\n")},
	}}
}

// madeWith builds an example with one more document type and returns the names
// of the files that it made.
func madeWith(t *testing.T, name string, layer library.Layer, change func(node)) ([]string, diag.List) {
	t.Helper()
	p := example(t, name)
	for _, a := range list(p, "agreements") {
		a.(node)["texts"] = []any{"en"}
	}
	if change != nil {
		change(p)
	}
	w := world(t, name, p)
	w.Layers = []library.Layer{layer}
	out, err := generator.Build(w, generator.Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range out.Files {
		if strings.Contains(f.Path, "sample") && !strings.HasPrefix(f.Path, "inputs/") {
			files = append(files, f.Path)
		}
	}
	return files, out.Findings
}

// A folder with a head and a body is a document: for the project, for each
// institution, contract or installment, under its condition, where asked for.
func TestDocumentsForEach(t *testing.T) {
	tests := []struct {
		name, head, body string
		files            []string
	}{
		{"two-party", "each: project\nname: proposal/sample.{lang}", "{{.Project.Title}} {{range .Parties}}{{institution .ID}} {{end}}", []string{"proposal/sample.en.pdf"}},
		{"two-party", "each: overseas\nname: letters/sample-{id}.{lang}\npaper: partner", "{{institution .Party.ID}}", []string{"letters/sample-us1.en.pdf"}},
		{"two-party", "each: party\nname: proposal/sample-{id}.{lang}", "{{institution .Party.ID}}", []string{"proposal/sample-kr1.en.pdf", "proposal/sample-us1.en.pdf"}},
		{"field-of-use", "each: agreement\nname: agreement/sample-{id}.{lang}", "{{range .Articles}}{{if .Page}}{{.Number}} {{.Title}}, page {{.Page}}\n\n{{end}}{{end}}", []string{"agreement/sample-jp1.en.pdf", "agreement/sample-us1.en.pdf"}},
		{"two-party", "each: instalment\nname: agreement/sample-{id}.{lang}", "{{.Instalment.Foreign}} {{.Instalment.Due}}", []string{"agreement/sample-us1-1.en.pdf", "agreement/sample-us1-2.en.pdf", "agreement/sample-us1-3.en.pdf"}},
		{"two-party", "each: project\nname: proposal/sample.{lang}\nwhen: trial_exempt", "Text.", nil},
		{"two-party", "each: overseas\nname: letters/sample-{id}.{lang}\nasked: true", "Text.", nil},
	}
	for _, tt := range tests {
		files, found := madeWith(t, tt.name, typed("sample", tt.head, tt.body), nil)
		if len(found) > 0 || !slices.Equal(files, tt.files) {
			t.Errorf("%s: made %v, want %v; found %v", tt.head, files, tt.files, found)
		}
	}
}

func TestDocumentsAskedFor(t *testing.T) {
	layer := typed("sample", "each: overseas\nname: letters/sample-{id}.{lang}\nasked: true", "{{.Date}} {{.Asked.Note}}")
	ask := func(typ, who string) func(node) {
		return func(p node) {
			p["documents"] = []any{node{"type": typ, "for": who, "date": "2024-05-02", "note": node{"en": "Note.", "ko": "비고."}}}
		}
	}
	files, found := madeWith(t, "field-of-use", layer, ask("sample", "US1"))
	if len(found) > 0 || !slices.Equal(files, []string{"letters/sample-us1.en.pdf"}) {
		t.Errorf("made %v; found %v", files, found)
	}
	for _, tt := range []struct{ typ, who, code, path string }{
		{"smaple", "US1", "PRJ-UNKNOWN", "documents[0].type"},
		{"sample", "US9", "PRJ-UNKNOWN", "documents[0].for"},
	} {
		_, found := madeWith(t, "field-of-use", layer, ask(tt.typ, tt.who))
		if len(found) != 1 || found[0].Code != tt.code || found[0].Path != tt.path {
			t.Errorf("%s for %s: found %v", tt.typ, tt.who, found)
		}
	}
}

// A misspelt condition would silently never hold.
func TestDocumentTypesAreKnown(t *testing.T) {
	for _, head := range []string{
		"each: oversea\nname: a/sample.{lang}", "each: project\nname: a/sample.{lang}\nwhen: fundde",
		"each: project\nname: a/sample.{lang}\npaper: big", "each: project",
	} {
		_, found := madeWith(t, "two-party", typed("sample", head, "Text."), nil)
		if len(found) != 1 || found[0].Code != "LIB-NAME" || found[0].Template.File != "documents/sample/document.yaml" {
			t.Errorf("%s: found %v", head, found)
		}
	}
}

// A change of a contract is a subject of its own, with the institution that it
// is about, the others, and the amounts.
func TestDocumentsForChanges(t *testing.T) {
	change := func(id, kind string) node {
		return node{
			"id": id, "kind": kind, "date": "2025-05-02", "agreement": "us1", "party": "US1",
			"reason":   node{"en": "Reason.", "ko": "사유."},
			"amounts":  []any{node{"payment": "PAY-US1", "phase": "P2", "before": 300_000_000, "after": 320_000_000}},
			"approval": node{"reference": "Letter", "date": "2025-04-02"},
		}
	}
	add := func(p node) {
		p["changes"] = []any{change("c1", "amend"), change("c2", "leave")}
		p["changes"].([]any)[1].(node)["amounts"] = []any{}
	}
	body := `{{.Change.Reason}} {{party .Party.ID}} {{article "amendment"}} {{range .Others}}{{party .ID}} {{end}}{{range .Changed.Rows}}{{.Before}} {{.After}} {{.Difference}} {{end}}{{.Changed.Difference}}`
	for when, want := range map[string][]string{
		"":                     {"changes/sample-c1.en.pdf", "changes/sample-c2.en.pdf"},
		"when: change_leave\n": {"changes/sample-c2.en.pdf"},
		"when: change_amend\n": {"changes/sample-c1.en.pdf"},
		"when: change_join\n":  nil,
	} {
		files, found := madeWith(t, "two-party", typed("sample", when+"each: change\nname: changes/sample-{id}.{lang}", body), add)
		if len(found) > 0 || !slices.Equal(files, want) {
			t.Errorf("%q: made %v, want %v; found %v", when, files, want, found)
		}
	}
}

// A document that is made where asked for may also be made unasked, under a
// condition, and has values that the project file may set otherwise.
func TestDocumentsOfTheirOwn(t *testing.T) {
	head := "each: overseas\nname: letters/sample-{id}.{lang}\nasked: true\nunasked: limited_data_set\nparams: [{name: days, type: days, default: \"30\", title: {en: Days, ko: 날}}]"
	layer := typed("sample", head, `{{param "days"}}`)
	files, found := madeWith(t, "two-party", layer, nil)
	if len(found) > 0 || !slices.Equal(files, []string{"letters/sample-us1.en.pdf"}) {
		t.Errorf("made %v; found %v", files, found)
	}
	for value, code := range map[any]string{45: "", "soon": "AGR-TYPE"} {
		_, found := madeWith(t, "two-party", layer, func(p node) {
			p["documents"] = []any{node{"type": "sample", "values": node{"days": value}}}
		})
		if code == "" && len(found) > 0 || code != "" && (len(found) != 1 || found[0].Code != code || found[0].Path != "documents[0].values.days") {
			t.Errorf("%v: found %v", value, found)
		}
	}
}
