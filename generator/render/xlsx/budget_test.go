package xlsx_test

import (
	"bytes"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// inputs is what a budget workbook is made of.
type inputs struct {
	p     *project.Project
	v     *law.Version
	words workbook.Words
	o     budget.Options
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// load reads one of the projects of package workbook.
func load(t testing.TB, name string) inputs {
	t.Helper()
	return loadFile(t, "../../workbook/testdata/"+name+".yaml")
}

// loadFile reads a project with the law and the words that are shipped.
func loadFile(t testing.TB, name string) inputs {
	t.Helper()
	v, found := law.Load("law.yaml", read(t, "../../../data/laws/kr-2024-02-29.yaml"))
	file, more := source.Decode(name, read(t, name))
	p := &project.Project{File: file, Grant: moneytest.Currency("KRW")}
	found = append(append(found, more...), source.Into(file, file.Root, p, project.Amounts(p.Grant))...)
	book, more := merge.ReadPhrasebook([]library.File{{Path: "words.yaml", Data: read(t, "../../../templates/documents/budget/words.yaml")}})
	found = append(found, more...)
	words, more := book.Fill(merge.Input{Project: p, Context: merge.Notes{
		Unit: diag.Text{EN: "Unit: KRW", KO: "단위: 원"}, Money: diag.Text{EN: "KRW", KO: "원"},
	}}, nil, book.Keys()...)
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
	}
	return inputs{p, v, words, budget.Options{}}
}

// make returns the workbook and its file.
func (in inputs) make(t testing.TB) (*sheet.Workbook, []byte) {
	t.Helper()
	b, found := budget.Compute(in.p, in.v, in.o)
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	w, found := workbook.Budget(in.p, b, in.words, workbook.Options{Form: formIn(in.p.Grant)})
	if len(found) > 0 {
		t.Fatal(found)
	}
	data, err := xlsx.Write(w)
	if err != nil {
		t.Fatal(err)
	}
	return w.Book(), data
}

// write checks and writes a workbook that was changed.
func write(t testing.TB, w *sheet.Workbook) []byte {
	t.Helper()
	checked, problems := w.Checked()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := xlsx.Write(checked)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// same reports whether a cell read from a file has the value of the model.
// Numbers may differ in the last digits that a binary fraction holds.
func same(want sheet.Value, got string) bool {
	if !want.IsNumber() {
		return got == want.String()
	}
	exact, err := strconv.ParseFloat(want.Number().Value(), 64)
	if err != nil {
		return false
	}
	read, err := strconv.ParseFloat(got, 64)
	return err == nil && math.Abs(read-exact) <= 1e-9*math.Max(1, math.Abs(exact))
}

// TestCalculated lets the library recalculate every formula of the file as it
// was read back.
func TestCalculated(t *testing.T) { calculateAll(t, 6) }

// calculateAll does so with the variants and some random workbooks.
func calculateAll(t *testing.T, randomBooks int) {
	t.Helper()
	all := variants(t)
	for name, in := range random(t, randomBooks, fewer) {
		all[name] = in
	}
	for name, in := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, data := in.make(t)
			calculate := open(t, data)
			for _, s := range w.Sheets {
				for _, c := range s.Cells {
					if c.Formula == "" {
						continue
					}
					if got := calculate(s.Name, c.Ref); !same(c.Value, got) {
						t.Errorf("%s!%s =%s is %q, the model has %q", s.Name, c.Ref, c.Formula, got, c.Value)
					}
				}
			}
		})
	}
}

// open reads a file with the library and returns how it calculates a cell.
func open(t *testing.T, data []byte) func(name string, ref sheet.Ref) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return func(name string, ref sheet.Ref) string {
		value, err := f.CalcCellValue(name, ref.String(), excelize.Options{RawCellValue: true})
		if err != nil {
			return "#" + err.Error()
		}
		return value
	}
}

// TestReadBack compares every cell of a real budget with what readers see.
func TestReadBack(t *testing.T) {
	w, data := load(t, "consortium").make(t)
	cells, err := xlsx.ReadCells(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range w.Sheets {
		for _, c := range s.Cells {
			if c.Value.Kind() == sheet.Empty {
				continue
			}
			if got := cells[s.Name][c.Ref.String()]; !same(c.Value, got.Value) || got.Formula != c.Formula {
				t.Errorf("%s!%s: read %+v, wrote %q %q", s.Name, c.Ref, got, c.Formula, c.Value)
			}
		}
	}
}
