package merge

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pactwright/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The list of functions is what authors of templates may rely on.
func TestFunctionsGolden(t *testing.T) {
	var out strings.Builder
	for _, f := range Functions() {
		fmt.Fprintf(&out, "%s\n  %s\n  %s\n  %s\n", f.Name, f.Usage, f.Doc.EN, f.Doc.KO)
	}
	path := filepath.Join("testdata", "functions.txt")
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("the functions differ (-want +got); run with -update if this is meant:\n%s", diff)
	}
}

// Every function has a name of its own and is explained; its example can be
// read.
func TestFunctionsAreExplained(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Functions() {
		if seen[f.Name] {
			t.Errorf("%s stands in the list twice", f.Name)
		}
		seen[f.Name] = true
		if f.Doc.EN == "" || f.Doc.KO == "" || f.Doc.EN == f.Doc.KO || !strings.Contains(f.Usage, f.Name) {
			t.Errorf("%s is not explained: %+v", f.Name, f)
		}
		body := f.Usage
		for _, opening := range []string{"{{if ", "{{range "} {
			if strings.HasPrefix(f.Usage, opening) {
				body += "a{{end}}"
			}
		}
		_, found := job{lang: diag.English, body: body, clauses: []clause{}}.fill(t)
		if i := slices.IndexFunc(found, func(x diag.Finding) bool { return x.Code == "MERGE-PARSE" }); i >= 0 {
			t.Errorf("the example of %s cannot be read: %s", f.Name, found[i].Message.EN)
		}
	}
}
