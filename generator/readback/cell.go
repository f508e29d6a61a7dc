package readback

import (
	"cmp"
	"math/big"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/readback/cells"
)

// wanted is a number that the model has and the workbook must hold.
type wanted struct {
	column string // defined name of its column, or of its one cell
	row    []key  // what the row says in other columns; none for a single cell
	at     int    // or the number of the row in its column, from 1
	value  money.Decimal
	what   diag.Text // what the number is
}

// key is what a row says in the column of a name: the text, or one of its
// lines, or the same in the other language. The zero key stands for the last row.
type key struct{ column, text, or string }

// locator finds cells by names and row labels.
type locator struct {
	book    *cells.Book
	rows    map[string]map[string][]int // by columns of the keys: by their texts, the rows
	claimed map[place]bool
}

// place is a cell of the workbook.
type place struct {
	sheet string
	ref   cells.Ref
}

// String returns the place as in ByInstitution!F12.
func (p place) String() string { return p.sheet + "!" + p.ref.String() }

func newLocator(b *cells.Book) *locator {
	return &locator{book: b, rows: map[string]map[string][]int{}, claimed: map[place]bool{}}
}

// find returns the cell that a number must stand in.
func (l *locator) find(w wanted) (place, bool) {
	area, ok := l.book.Names[w.column]
	if !ok {
		return place{}, false
	}
	at := place{area.Sheet, area.From}
	switch {
	case w.at > 0:
		at.ref.Row += w.at - 1
		return at, at.ref.Row <= area.To.Row
	case len(w.row) == 0:
		return at, area.From == area.To
	case len(w.row) == 1 && w.row[0] == key{}:
		at.ref.Row = area.To.Row
		return at, true
	}
	row, ok := l.row(area, w)
	at.ref.Row = row
	return at, ok
}

// row returns the row with the keys of a number. Of several with the same keys
// each stands for one number of the model, in order.
func (l *locator) row(area cells.Range, w wanted) (int, bool) {
	var columns, texts, others []string
	for _, k := range w.row {
		columns, texts = append(columns, k.column), append(texts, k.text)
		others = append(others, cmp.Or(k.or, k.text))
	}
	of := strings.Join(columns, "\x00")
	if l.rows[of] == nil {
		l.rows[of] = l.index(columns)
	}
	rows := l.rows[of][strings.Join(texts, "\x00")]
	if len(rows) == 0 {
		rows = l.rows[of][strings.Join(others, "\x00")]
	}
	for _, row := range rows {
		at := place{area.Sheet, cells.Ref{Column: area.From.Column, Row: row}}
		if !l.claimed[at] && row >= area.From.Row && row <= area.To.Row {
			return row, true
		}
	}
	return 0, false
}

// index lists the rows of a table by what they say in some columns. A cell of
// several lines says each of them.
func (l *locator) index(columns []string) map[string][]int {
	out := map[string][]int{}
	first, ok := l.book.Names[columns[0]]
	if !ok {
		return out
	}
	for row := first.From.Row; row <= first.To.Row && row-first.From.Row < maxRows; row++ {
		says := []string{""}
		for i, column := range columns {
			area := l.book.Names[column]
			var next []string
			for _, line := range strings.Split(l.text(area, row), "\n") {
				for _, before := range says {
					if i > 0 {
						before += "\x00"
					}
					next = append(next, before+line)
				}
			}
			says = next[:min(len(next), maxLabels)]
		}
		for _, s := range says {
			out[s] = append(out[s], row)
		}
	}
	return out
}

// Bounds on a table: a hostile name may stand for a whole sheet.
const (
	maxRows   = 20_000
	maxLabels = 16
)

// text returns the text of a column in a row.
func (l *locator) text(area cells.Range, row int) string {
	s := l.book.Sheet(area.Sheet)
	if s == nil {
		return ""
	}
	c := s.Cells[cells.Ref{Column: area.From.Column, Row: row}]
	if c.Kind != cells.Text {
		return ""
	}
	return c.Value
}

// cell returns what stands in a cell.
func (l *locator) cell(at place) cells.Cell {
	if s := l.book.Sheet(at.sheet); s != nil {
		return s.Cells[at.ref]
	}
	return cells.Cell{}
}

// exact reads the number of a cell; ok is false if it is none.
func exact(c cells.Cell) (*big.Rat, bool) {
	if c.Kind != cells.Number || len(c.Value) > 40 {
		return nil, false
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(c.Value), "e")
	if len(exponent) > 4 || strings.ContainsAny(mantissa, "/_xpb") {
		return nil, false
	}
	return new(big.Rat).SetString(c.Value)
}

// sameNumber reports whether a cell holds a number of the model. Numbers of up
// to fifteen digits, which are all amounts, must be equal; of a longer one, such
// as a third, the file may keep fewer.
func sameNumber(c cells.Cell, want money.Decimal) bool {
	have, ok := exact(c)
	if !ok {
		return false
	}
	model, ok := new(big.Rat).SetString(want.Value())
	if !ok {
		return false
	}
	if have.Cmp(model) == 0 {
		return true
	}
	digits := strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(want.Value()), "0")
	if len(digits) <= mostDigits {
		return false
	}
	off := new(big.Rat).Sub(have, model)
	off.Mul(off.Abs(off), new(big.Rat).SetInt64(keptDigits))
	return off.Cmp(model.Abs(model)) <= 0
}

// Digits of a number that every spreadsheet keeps: those that are always exact,
// and a part of the number beyond which a longer one may be cut.
const (
	mostDigits = 15
	keptDigits = 100_000_000_000_000
)
