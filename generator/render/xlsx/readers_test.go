//go:build conformance

package xlsx_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pactwright/generator/sheet"
)

// readers is the folder of the script that reads workbooks with exceljs and
// SheetJS.
const readers = "testdata/readers"

// readCell is a cell as one of them reads it.
type readCell struct {
	Reader, File, Sheet, Ref string
	Type, Value, Formula     string
}

// place is where a reader found a cell.
type place struct{ reader, file, sheet, ref string }

func dump(t *testing.T, paths []string) map[place]readCell {
	t.Helper()
	if _, err := os.Stat(filepath.Join(readers, "node_modules")); err != nil {
		t.Fatalf("exceljs and SheetJS are needed for conformance tests; run npm ci in generator/render/xlsx/%s: %v", readers, err)
	}
	node := exec.Command("node", append([]string{filepath.Join(readers, "dump.js")}, paths...)...)
	var problems bytes.Buffer
	node.Stderr = &problems
	out, err := node.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &problems)
	}
	cells := map[place]readCell{}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c readCell
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cells[place{c.Reader, c.File, c.Sheet, c.Ref}] = c
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cells
}

// TestOtherReaders compares every cell with what programs see that only read:
// value, its type and the formula.
func TestOtherReaders(t *testing.T) {
	all := plainBooks(t)
	cells := dump(t, putAll(t, filepath.Join(t.TempDir(), "in"), all))
	for _, b := range all {
		for _, s := range b.made.Sheets {
			for _, c := range s.Cells {
				if c.Value.String() == "" {
					continue
				}
				for _, reader := range []string{"exceljs", "SheetJS"} {
					at := place{reader, b.name + ".xlsx", s.Name, c.Ref.String()}
					got, found := cells[at]
					delete(cells, at)
					if !found || got.Formula != c.Formula || got.Type != scriptType(c.Value) || !same(c.Value, got.Value) {
						t.Errorf("%s: %s: %s!%s is read as %+v, written as %q =%s", reader, b.name, s.Name, c.Ref, got, c.Value, c.Formula)
					}
				}
			}
		}
	}
	for at, c := range cells {
		if c.Value != "" {
			t.Errorf("%+v is read as %q and was not written", at, c.Value)
		}
	}
}

// scriptType is what a script calls the type of a value.
func scriptType(v sheet.Value) string {
	switch {
	case v.IsNumber():
		return "number"
	case v.Kind() == sheet.BoolKind:
		return "boolean"
	}
	return "string"
}
