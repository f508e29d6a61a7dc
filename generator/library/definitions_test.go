package library

import (
	"strings"
	"testing"
)

func TestDefinitionFindings(t *testing.T) {
	const file = "documents/agreement/definitions.md.tmpl"
	const sound = "---\nahead: term/inline\nterms:\n  - {key: results, home: [roles]}\n---\n{{define \"en results\"}}A.{{end}}\n"
	tests := []struct{ name, text, want string }{
		{"sound", sound, ""},
		{"no front matter", "{{define \"en\"}}{{end}}", "LIB-FRONT " + file + ":1:1"},
		{"unknown key", strings.Replace(sound, "home", "hom", 1), "YAML-KEY " + file + ":4:20"},
		{"unknown article", strings.Replace(sound, "[roles]", "[rolls]", 1), "LIB-NAME " + file + ":4:"},
		{"unknown article of the option", strings.Replace(sound, "term/", "terms/", 1), "LIB-NAME " + file},
	}
	for _, tt := range tests {
		layers := Layers{folder("built in", map[string]string{
			"documents/agreement/document.yaml": agreementYAML, "documents/agreement/body.md.tmpl": "", file: tt.text,
		})}
		d, found, err := layers.Document("agreement")
		if err != nil || !strings.HasPrefix(said(found), tt.want) || len(found) > 0 != (tt.want != "") {
			t.Errorf("%s: %v, found\n%s\nwant %s", tt.name, err, said(found), tt.want)
		}
		if tt.want == "" && (d.Definitions == nil || d.Definitions.Slot() != "term" || d.Definitions.Terms[0].Home[0] != "roles") {
			t.Errorf("the definitions are %+v", d.Definitions)
		}
	}
}
