//go:build conformance

package xlsx_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/budget/budgettest"
	"pactwright/generator/money"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
)

// More is calculated when other programs are there to do it, too.

func TestManyCalculated(t *testing.T) { calculateAll(t, 50) }

func TestEveryDisturbance(t *testing.T) { disturb(t, 1) }

// randomOffice is how many random workbooks LibreOffice calculates.
const randomOffice = 20

// book is a workbook for other programs, and how it judges what they make of it.
type book struct {
	name  string
	made  *sheet.Workbook
	data  []byte
	judge func(*testing.T, map[string]map[string]xlsx.Cell)
}

// plainBooks are the workbooks as they are made.
func plainBooks(t *testing.T) []book {
	t.Helper()
	all := variants(t)
	for name, in := range random(t, randomOffice, budgettest.Most) {
		all[name] = in
	}
	var books []book
	for name, in := range all {
		w, data := in.make(t)
		books = append(books, book{name, w, data, everyFormula(w)})
	}
	slices.SortFunc(books, func(a, b book) int { return strings.Compare(a.name, b.name) })
	return books
}

// books are all workbooks, those with changed inputs among them.
func books(t *testing.T) []book {
	t.Helper()
	all, known := append(plainBooks(t), edited(t)), variants(t)
	for i, d := range disturbances(t) {
		w, data := d.make(t, known)
		all = append(all, book{fmt.Sprintf("disturbed-%02d", i), w, data, func(t *testing.T, cells map[string]map[string]xlsx.Cell) {
			d.compare(t, d.flipped(w, func(ref sheet.Ref) string { return cells["Checks"][ref.String()].Value }))
		}})
	}
	return all
}

// edited changes inputs in the file; the judge is the model of the project that
// was changed in the same way: the formulas are alive.
func edited(t *testing.T) book {
	t.Helper()
	before, after := load(t, "consortium"), load(t, "consortium")
	line := &after.p.Budget.Lines[0]
	line.UnitPrice = line.UnitPrice.Add(money.NewDecimal(12_345))
	after.p.Budget.Payments[0].Phases[0] += 1000
	after.p.Budget.Payments[0].Instalments[0].Amount += 1000
	after.p.Budget.People[2].Monthly += 77
	after.p.Budget.Institutions[0].Allowance[1] += 5
	old, _ := before.make(t)
	want, _ := after.make(t)
	inputs := 0
	for i, s := range old.Sheets {
		if s.Hidden {
			continue // it keeps what the workbook was made with, whatever is typed
		}
		for j := range s.Cells {
			changed := want.Sheets[i].Cells[j]
			if s.Cells[j].Formula == "" && s.Cells[j].Value.String() != changed.Value.String() {
				s.Cells[j] = changed
				inputs++
			}
		}
	}
	if inputs != 5 {
		t.Errorf("%d inputs differ, want 5", inputs)
	}
	data := write(t, old)
	return book{"edited", old, data, everyFormula(want)}
}
