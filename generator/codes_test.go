package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
)

// catalogue is where the findings are explained.
const catalogue = "../data/reference/codes.yaml"

// explained is one entry of the catalogue.
type explained struct {
	Code    string       `yaml:"code"`
	Title   library.Text `yaml:"title"`
	Meaning library.Text `yaml:"meaning"`
	Fix     library.Text `yaml:"fix"`
	Source  library.Text `yaml:"source"`
	Judged  []string     `yaml:"judged_by"`
}

func readCatalogue(t *testing.T) []explained { return readCodes(t, catalogue) }

func readCodes(t *testing.T, name string) []explained {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, found := source.Decode("codes.yaml", text)
	var rows []explained
	if f != nil {
		found.Add(source.Into(f, f.Root, &rows, source.Strict)...)
	}
	for _, x := range found {
		t.Errorf("%s: %s", x.Place, x.Message.EN)
	}
	if len(rows) == 0 {
		t.Fatal("the catalogue is empty")
	}
	return rows
}

// contractRules is where the rules of contracts are explained.
const contractRules = "../data/reference/contract-rules.yaml"

// ruleIDs returns the ids of the rules of all calls and law versions: those are
// explained from their data.
func ruleIDs(t *testing.T) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, folder := range []string{"calls", "laws"} {
		names, err := filepath.Glob("../data/" + folder + "/*.yaml")
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", folder, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, _ := source.Decode(filepath.Base(name), text)
			for _, r := range f.Root.Get("rules").Items {
				ids[r.Get("id").Text] = true
			}
		}
	}
	return ids
}

// codeForm is what the code of a finding looks like.
var codeForm = regexp.MustCompile(`^(YAML|PRJ|PTY|AGR|X|BUD|FIG|LAW|LIB|MERGE|DOC|PDF|PACK|CALL|WB|SHEET|RULE|XLSX|RECV|IMP|LINT|LET|LOGO|FONT|EDIT|REV|WORD)-[A-Z0-9-]+$`)

// collector finds the codes that the sources mention, each with a place.
type collector struct {
	files  *token.FileSet
	consts map[string]string // package.Name: value, of constants and variables
	codes  map[string]string // code: where it stands
}

// codesOfSources reads every Go file of the program, tests apart.
func codesOfSources(t *testing.T) map[string]string {
	t.Helper()
	c := &collector{files: token.NewFileSet(), consts: map[string]string{}, codes: map[string]string{}}
	var parsed []*ast.File
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return fs.SkipDir
			case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			f, err := parser.ParseFile(c.files, path, nil, parser.SkipObjectResolution)
			parsed = append(parsed, f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range parsed {
		c.declarations(f)
	}
	for _, f := range parsed {
		c.file(f)
	}
	return c.codes
}

// declarations remembers the text constants and variables of a file by name.
func (c *collector) declarations(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			if i < len(spec.Values) {
				if text, ok := literal(spec.Values[i]); ok {
					c.consts[f.Name.Name+"."+name.Name] = text
				}
			}
		}
		return true
	})
}

// file collects every text that has the form of a code, wherever it stands, and
// every text that is the Code of a finding, whatever its form.
func (c *collector) file(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if text, ok := literal(n); ok && codeForm.MatchString(text) {
				c.add(text, n)
			}
		case *ast.CompositeLit:
			c.composite(f.Name.Name, n)
		}
		return true
	})
}

// composite reads diag.Finding{…} and the bare {…} within a list of findings.
func (c *collector) composite(pkg string, lit *ast.CompositeLit) {
	switch name := typeName(lit.Type); name {
	case "diag.Finding":
		c.finding(pkg, lit)
	case "diag.List", "[]diag.Finding":
		for _, e := range lit.Elts {
			if bare, ok := e.(*ast.CompositeLit); ok && bare.Type == nil {
				c.finding(pkg, bare)
			}
		}
	}
}

func (c *collector) finding(pkg string, lit *ast.CompositeLit) {
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*ast.Ident); !ok || key.Name != "Code" {
			continue
		}
		if text, ok := literal(pair.Value); ok {
			c.add(text, pair)
			continue
		}
		name := typeName(pair.Value)
		if !strings.Contains(name, ".") {
			name = pkg + "." + name
		}
		if text, ok := c.consts[name]; ok {
			c.add(text, pair)
		}
	}
}

func (c *collector) add(code string, at ast.Node) {
	if _, known := c.codes[code]; !known {
		c.codes[code] = c.files.Position(at.Pos()).String()
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// typeName spells a simple name: Code, source.CodeKey, []diag.Finding.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	case *ast.ArrayType:
		if e.Len == nil {
			return "[]" + typeName(e.Elt)
		}
	}
	return ""
}

// Every code that a finding can bear is explained, and nothing else is.
func TestCodesAreExplained(t *testing.T) {
	mentioned, rules := codesOfSources(t), ruleIDs(t)
	if len(mentioned) < 50 {
		t.Fatalf("only %d codes found in the sources", len(mentioned))
	}
	known := map[string]bool{}
	for _, row := range readCodes(t, contractRules) {
		known[row.Code] = true
	}
	for _, row := range readCatalogue(t) {
		known[row.Code] = true
		if _, ok := mentioned[row.Code]; !ok {
			t.Errorf("%s is explained, but no source mentions it", row.Code)
		}
		if rules[row.Code] {
			t.Errorf("%s is a rule of a call or of the law, which explains it", row.Code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(mentioned)) {
		if !known[code] && !rules[code] {
			t.Errorf("%s: %s is not explained in %s", mentioned[code], code, catalogue)
		}
	}
}

// The catalogue is sorted, says everything in both languages, and leaves the
// last point away, as hints do.
func TestCatalogueOfCodes(t *testing.T) {
	inOrder(t, readCatalogue(t))
	inOrder(t, readCodes(t, contractRules))
}

func inOrder(t *testing.T, rows []explained) {
	t.Helper()
	for i, row := range rows {
		if i > 0 && rows[i-1].Code >= row.Code {
			t.Errorf("%s stands after %s", row.Code, rows[i-1].Code)
		}
		for name, text := range map[string]library.Text{"title": row.Title, "meaning": row.Meaning, "fix": row.Fix} {
			if strings.TrimSpace(text.EN) == "" || strings.ContainsFunc(text.EN, isHangul) && row.Code != "DOC-PARTICLE" {
				t.Errorf("%s: %s in English: %q", row.Code, name, text.EN)
			}
			if !strings.ContainsFunc(text.KO, isHangul) {
				t.Errorf("%s: %s in Korean: %q", row.Code, name, text.KO)
			}
			for _, s := range []string{text.EN, text.KO} {
				if strings.HasSuffix(s, ".") != (name == "meaning") {
					t.Errorf("%s: %s: %q: only a meaning ends with a point", row.Code, name, s)
				}
			}
		}
	}
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

// What the program prints for a code is what the catalogue says.
func TestExplainFindings(t *testing.T) {
	for _, row := range readCatalogue(t) {
		e, near, err := generator.Explain(strings.ToLower(row.Code))
		if err != nil || e == nil {
			t.Fatalf("Explain(%s) = %v, %q, %v", row.Code, e, near, err)
		}
		if e.Code != row.Code || e.Title != row.Title.Diag() || len(e.Lines) != 2 || e.Lines[0] != row.Meaning.Diag() {
			t.Errorf("Explain(%s) = %+v", row.Code, e)
			continue
		}
		for _, lang := range []diag.Lang{diag.English, diag.Korean} {
			if !strings.HasSuffix(e.Lines[1].In(lang), row.Fix.Diag().In(lang)) {
				t.Errorf("Explain(%s) ends with %q", row.Code, e.Lines[1].In(lang))
			}
		}
	}
	if e, near, err := generator.Explain("MERGE-GAPP"); err != nil || e != nil || near != "MERGE-GAP" {
		t.Errorf("a slip of the pen: %v, %q, %v; want the code MERGE-GAP as a hint", e, near, err)
	}
}
