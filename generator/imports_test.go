package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is which of our packages a package may import, and which libraries
// it owns. A package that is not named here fails the test.
var mayImport = map[string]struct{ ours, libraries string }{
	"generator/diag":        {"", "golang.org/x/term github.com/mattn/go-runewidth"},
	"generator/calendar":    {"", ""},
	"generator/money":       {"", "github.com/shopspring/decimal"},
	"generator/source":      {"diag", "gopkg.in/yaml.v3 github.com/santhosh-tekuri/jsonschema/v6"},
	"generator/law":         {"diag money calendar source", ""},
	"generator/project":     {"diag money calendar source law", ""},
	"generator/budget":      {"diag money calendar law project source", ""},
	"generator/doc":         {"diag money calendar", "github.com/yuin/goldmark"},
	"generator/sheet":       {"money calendar", ""},
	"generator/library":     {"diag source", ""},
	"generator/lint":        {"diag library", ""},
	"generator/agreement":   {"diag money calendar law project budget library source", ""},
	"generator/guide":       {"diag money source project library agreement", ""},
	"generator/expression":  {"calendar money source", "cel.dev/cel-go"},
	"generator/call":        {"diag money calendar source law project budget agreement doc expression received", ""},
	"generator/timeline":    {"diag money calendar source law project budget agreement call", ""},
	"generator/merge":       {"diag money calendar source law project budget agreement call timeline doc library", "github.com/Masterminds/sprig/v3"},
	"generator/review":      {"diag money source doc library project agreement merge", ""},
	"generator/workbook":    {"diag money calendar law budget project doc merge sheet source", ""},
	"generator/render/pdf":  {"diag money calendar doc", "github.com/go-pdf/fpdf"},
	"generator/render/docx": {"diag calendar doc", ""},
	"generator/render/html": {"diag money doc", ""},
	"generator/render/ics":  {"calendar", "github.com/arran4/golang-ical"},
	"generator/render/xlsx": {"diag money calendar sheet", "github.com/xuri/excelize/v2"},
	"generator/intake":      {"diag money calendar source law project budget sheet workbook render/xlsx", ""},
	"generator/redraft":     {"diag money calendar source project agreement doc review render/docx", ""},
	"generator/pack":        {"diag", ""},
	"generator/received":    {"readback/pdftext", ""},
	"generator/origin":      {"diag money source library project agreement call doc sheet workbook", ""},
	"generator/versions":    {"diag money calendar source project budget agreement doc sheet merge review workbook", ""},

	"generator/readback":         {"diag money calendar project call budget doc readback/cells readback/pdftext", ""}, // nothing that writes
	"generator/readback/cells":   {"", ""},
	"generator/readback/pdftext": {"", ""},

	"generator":      {"*", "github.com/rogpeppe/go-internal/diff"},
	"cmd/pactwright": {"*", "github.com/spf13/cobra golang.org/x/term"},
	"data":           {"", ""},
	"templates":      {"", ""},

	// for tests only
	"generator/budget/budgettest": {"calendar money project", ""},
	"generator/money/moneytest":   {"money", ""},
}

// shared are libraries that several packages may use.
var shared = []string{"golang.org/x/text", "golang.org/x/image"}

// TestImportGraph holds the table above: no other import between packages, no
// library outside the package that owns it. Go itself refuses cycles.
func TestImportGraph(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		row, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: the package %s is not in the table of imports", name, pkg)
			return nil
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if !allowed(row.ours, row.libraries, imported) {
				t.Errorf("%s imports %s, which %s may not", name, imported, pkg)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func allowed(ours, libraries, imported string) bool {
	if own, ok := strings.CutPrefix(imported, "pactwright/"); ok {
		return ours == "*" || slices.Contains(strings.Fields(ours), strings.TrimPrefix(own, "generator/"))
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return true
	}
	return slices.ContainsFunc(append(strings.Fields(libraries), shared...), func(l string) bool {
		return imported == l || strings.HasPrefix(imported, l+"/")
	})
}
