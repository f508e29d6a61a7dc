package intake_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// input is one cell that can be changed, with its column.
type input struct {
	value   workbook.ExportedValue
	column  workbook.Column
	address string
}

// inputs lists the cells of a workbook that are taken back.
func (s sample) inputs(t testing.TB) []input {
	t.Helper()
	var out []input
	for _, def := range workbook.Tables {
		for _, c := range def.Columns {
			for _, name := range c.Names(len(s.project.Phases)) {
				for _, v := range s.exported.Values {
					if v.Table == def.Name && v.Column == name && c.Fixed.IsZero() {
						out = append(out, input{v, c, s.address(t, def.ID, v.ID, name)})
					}
				}
			}
		}
	}
	return out
}

// address is the cell of a column in the row of an id.
func (s sample) address(t testing.TB, ids, id, column string) string {
	t.Helper()
	rows, _ := xlsx.ParseArea(s.names[ids])
	at, _ := xlsx.ParseArea(s.names[column])
	for row := rows.Range.From.Row; row <= rows.Range.To.Row; row++ {
		if s.cell(t, rows.Sheet, sheet.At(rows.Range.From.Column, row)) == id {
			return at.Sheet + "!" + sheet.At(at.Range.From.Column, row).String()
		}
	}
	t.Fatalf("%s has no row %s", ids, id)
	return ""
}

func (s sample) cell(t testing.TB, name string, at sheet.Ref) string {
	t.Helper()
	for _, c := range s.made.Sheet(name).Cells {
		if c.Ref == at {
			return c.Value.String()
		}
	}
	return ""
}

// anyValue returns a value for a cell and the text that the next workbook must
// show. Words are taken from the same column, so that they fit.
func anyValue(r *rand.Rand, in input, words []string) (value any, text string) {
	switch in.column.Kind {
	case workbook.Money:
		n := r.Int64N(1_000_000_000)
		return n, strconv.FormatInt(n, 10)
	case workbook.Number:
		n := r.Int64N(10_000_000) + 1
		text = decimal(n, 2)
		f, _ := strconv.ParseFloat(text, 64)
		return f, text
	case workbook.Percent:
		text = decimal(r.Int64N(10_000), 4)
		f, _ := strconv.ParseFloat(text, 64)
		return f, text
	case workbook.Date:
		n := 45_474 + r.Int64N(900)
		return n, strconv.FormatInt(n, 10)
	case workbook.Flag:
		text = []string{"Y", "N"}[r.IntN(2)]
		return strings.ToLower(text), text
	case workbook.Bilingual:
		n := strconv.Itoa(r.IntN(1000))
		text = []string{
			"장비 " + n + "\nItem " + n, "쉼표, 콜론: " + n + "\n# no: comment, {" + n + "}", "\"따옴표\" '" + n + "'\n- dash\\" + n,
			n + "번 항목\n[" + n + "] true", "여러 말\n" + strings.Repeat("long words ", 30) + n,
		}[r.IntN(5)]
		return text, text
	}
	text = words[r.IntN(len(words))]
	return strings.ToLower(text), text
}

// decimal writes a number of the smallest unit without needless zeros.
func decimal(n int64, places int) string {
	digits := fmt.Sprintf("%0*d", places+1, n)
	whole, fraction := digits[:len(digits)-places], strings.TrimRight(digits[len(digits)-places:], "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// TestRoundTrip makes random edits: the workbook of the patched project file
// shows exactly the values that were typed, and all others as before.
func TestRoundTrip(t *testing.T) {
	o := newOffice(t)
	for _, name := range []string{example, consortium} {
		s := o.make(t, read(t, name))
		all := s.inputs(t)
		words := map[string][]string{}
		for _, in := range all {
			words[in.value.Column] = append(words[in.value.Column], in.value.Text)
		}
		for seed := range uint64(5) {
			r := rand.New(rand.NewPCG(seed, 1))
			want := map[string]string{}
			for _, v := range s.exported.Values {
				want[keyOf(v)] = v.Text
			}
			book := edit(t, s.book, func(f *excelize.File) {
				for range 40 {
					in := all[r.IntN(len(all))]
					if in.value.Text == "" || in.column.Parent {
						continue // a blank list of phases can only be filled as a whole
					}
					value, text := anyValue(r, in, words[in.value.Column])
					if text == "" {
						continue
					}
					put(t, f, in.address, value)
					want[keyOf(in.value)] = text
				}
			})
			result, out := s.take(t, book)
			if len(result.Found) > 0 {
				t.Fatalf("%s, %d: %s", name, seed, findingsOf(result.Found))
			}
			for _, v := range o.make(t, out).exported.Values {
				if want[keyOf(v)] != v.Text && v.Table != "checks" && v.Table != "limits" && v.Column != "Payment_Name" {
					t.Errorf("%s, %d: %s of %s is %q, typed %q", name, seed, v.Column, v.ID, v.Text, want[keyOf(v)])
				}
			}
			if again := o.make(t, out).compare(t, book); len(again.Edits) > 0 {
				t.Errorf("%s, %d: a second time %s", name, seed, changesOf(again))
			}
		}
	}
}

func keyOf(v workbook.ExportedValue) string { return v.Table + "/" + v.ID + "/" + v.Column }
