package xlsx_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/budget/budgettest"
	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

var update = flag.Bool("update", false, "rewrite the table of disturbed inputs")

const disturbedPath = "testdata/disturbed.txt"

// disturbance is one entry of the table: an input that somebody changes in a
// spreadsheet, and the checks whose outcome changes with it.
type disturbance struct {
	head, book         string
	sheet, row, column string // or a defined name in place of a sheet
	value              string
	flips              []string
}

func disturbances(t testing.TB) []disturbance {
	t.Helper()
	var all []disturbance
	for _, line := range strings.Split(string(read(t, disturbedPath)), "\n") {
		fields := strings.Split(line, "; ")
		switch {
		case line == "", line[0] == '#':
		case strings.HasPrefix(line, "    "):
			last := &all[len(all)-1]
			last.flips = append(last.flips, strings.TrimSpace(line))
		case len(fields) == 3:
			all = append(all, disturbance{head: line, book: fields[0], sheet: fields[1], value: fields[2]})
		case len(fields) == 5:
			all = append(all, disturbance{head: line, book: fields[0], sheet: fields[1], row: fields[2], column: fields[3], value: fields[4]})
		default:
			t.Fatalf("%s: %q is no entry", disturbedPath, line)
		}
	}
	return all
}

// make returns the disturbed workbook, whose values are the old ones, and its
// file.
func (d disturbance) make(t testing.TB, all map[string]inputs) (*sheet.Workbook, []byte) {
	t.Helper()
	in, known := all[d.book]
	if !known {
		t.Fatalf("%s: there is no such workbook", d.head)
	}
	w, _ := in.make(t)
	cell := d.find(t, w)
	if cell.Style != sheet.InputStyle {
		t.Fatalf("%s: the cell is no input", d.head)
	}
	cell.Value = disturbed(cell.Value, d.value)
	data := write(t, w)
	return w, data
}

// disturbed reads a new value of the kind of the old one. A cell without a value
// takes won.
func disturbed(old sheet.Value, text string) sheet.Value {
	switch old.Kind() {
	case sheet.TextKind:
		return sheet.Text(text)
	case sheet.DateKind:
		return sheet.Date(budgettest.Must(calendar.Parse(text)))
	}
	return sheet.Decimal(budgettest.Must(money.ParseDecimal(text)), 4)
}

// find returns the cell: the one of a defined name, or the one in the row with
// an id and the column with a heading. KR1#2 is the second row of KR1.
func (d disturbance) find(t testing.TB, w *sheet.Workbook) *sheet.Cell {
	t.Helper()
	name, want := d.sheet, ""
	if s := w.Sheet(d.sheet); s != nil {
		want = rowOf(s, d.row, d.column)
	} else {
		for _, n := range w.Names {
			if n.Name == d.sheet {
				name, want, _ = strings.Cut(strings.ReplaceAll(n.Range, "$", ""), "!")
			}
		}
	}
	if s := w.Sheet(name); s != nil {
		for i, c := range s.Cells {
			if c.Ref.String() == want {
				return &s.Cells[i]
			}
		}
	}
	t.Fatalf("%s: there is no such cell", d.head)
	return nil
}

// rowOf finds the place below a heading in the row of an id.
func rowOf(s *sheet.Sheet, id, heading string) string {
	id, number, _ := strings.Cut(id, "#")
	left, _ := strconv.Atoi(number)
	row := 0
	for _, c := range s.Cells {
		if c.Ref.Column == 1 && c.Value.String() == id {
			row = c.Ref.Row
			if left--; left <= 0 {
				break
			}
		}
	}
	at := sheet.Ref{}
	for _, c := range s.Cells {
		if c.Style == sheet.HeadStyle && c.Ref.Row < row && c.Ref.Row >= at.Row && shortHead(c.Value.Text()) == heading {
			at = c.Ref
		}
	}
	return sheet.At(at.Column, row).String()
}

// shortHead leaves the Korean line out of a heading: P1 Share of time.
func shortHead(text string) string {
	lines := strings.Split(text, "\n")
	if len(lines) == 3 {
		return lines[0] + " " + lines[2]
	}
	return lines[len(lines)-1]
}

// flipped lists the checks whose outcome is not the one that the model had.
func (d disturbance) flipped(w *sheet.Workbook, outcome func(sheet.Ref) string) []string {
	texts := map[int]string{}
	var results []sheet.Cell
	for _, c := range w.Sheet("Checks").Cells {
		switch {
		case c.Ref.Row < 6:
		case c.Ref.Column == 2:
			texts[c.Ref.Row] = strings.ReplaceAll(c.Value.Text(), "\n", " | ")
		case c.Ref.Column == 8:
			results = append(results, c)
		}
	}
	var flips []string
	for _, c := range results {
		if got := outcome(c.Ref); got != c.Value.String() {
			flips = append(flips, strings.TrimSpace(texts[c.Ref.Row]+notPlain(got)))
		}
	}
	return flips
}

// notPlain shows an outcome that is neither passed nor failed.
func notPlain(outcome string) string {
	if outcome == "0" || outcome == "1" {
		return ""
	}
	return " " + outcome
}

func (d disturbance) compare(t *testing.T, flips []string) {
	t.Helper()
	if !slices.Equal(flips, d.flips) {
		t.Errorf("%s\nflips\n    %s\nwant\n    %s", d.head, strings.Join(flips, "\n    "), strings.Join(d.flips, "\n    "))
	}
}

// TestDisturbed tries every fifth line of the table, to be quick.
func TestDisturbed(t *testing.T) { disturb(t, 5) }

// disturb changes one input at a time in the file, as a user does, and looks which
// checks notice. It tries one of so many lines of the table, and all of them when
// the table is written anew.
func disturb(t *testing.T, every int) {
	t.Helper()
	all, known := disturbances(t), variants(t)
	if *update {
		every = 1
	}
	t.Run("all", func(t *testing.T) {
		for i := range all {
			if i%every != 0 {
				continue
			}
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				w, data := all[i].make(t, known)
				calculate := open(t, data)
				flips := all[i].flipped(w, func(ref sheet.Ref) string { return calculate("Checks", ref) })
				if *update {
					all[i].flips = flips
					return
				}
				all[i].compare(t, flips)
			})
		}
	})
	if *update {
		rewrite(t, all)
	}
}

// rewrite keeps the remarks of the table and what is changed, and puts down what
// it changes.
func rewrite(t *testing.T, all []disturbance) {
	t.Helper()
	var out strings.Builder
	for _, line := range strings.SplitAfter(string(read(t, disturbedPath)), "\n") {
		if strings.HasPrefix(line, "    ") {
			continue
		}
		out.WriteString(line)
		for _, d := range all {
			if d.head+"\n" != line {
				continue
			}
			for _, f := range d.flips {
				out.WriteString("    " + f + "\n")
			}
		}
	}
	if err := os.WriteFile(disturbedPath, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
