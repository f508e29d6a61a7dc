// Package sheet holds a workbook as data: cells that carry a formula and its
// value together, the names, validations and print set-up around them, and the
// checks that a workbook must pass before it may be written.
//
// Values are exact. Only the writer of a file format turns one into the binary
// fraction that a spreadsheet cell needs.
package sheet

import (
	"slices"

	"pactwright/generator/money"
)

// Workbook is sheets in order with the names that their formulas use.
type Workbook struct {
	Title    string // document property; readers announce it
	Subject  string
	Language string         // of the document property, as in ko-KR
	Currency money.Currency // amounts in it show no code, since the sheets say which it is
	Sheets   []*Sheet
	Names    []Name
}

// Name is a defined name for a range, written absolutely: Inputs!$A$6:$A$9.
type Name struct{ Name, Range string }

// Sheet is one sheet.
type Sheet struct {
	Name        string
	Role        Role
	Columns     []Column // from column A
	Cells       []Cell   // in any order
	Validations []Validation
	Conditions  []Condition
	Notes       []Note
	Links       []Link
	Charts      []Chart
	Merged      []Range // cells of a row that show as one; only the first holds a value
	Unit        Unit    // in which amounts in the currency of the workbook are shown
	Hidden      bool    // seen by programs only, and never printed
	Freeze      Ref     // first cell that scrolls; the zero Ref freezes nothing
	Print       Print
	Protected   bool // without a password: cells of unlocked styles stay open
}

// Role says what a sheet is for, which decides the colour of its tab.
type Role int

// Roles of sheets.
const (
	OutputSheet Role = iota
	InputSheet
	CalculationSheet
	ControlSheet
)

// Unit is the unit in which amounts in the currency of the workbook are shown. The
// cell holds the amount in full whatever the unit, and other currencies, counts
// and rates have none.
type Unit int

// Units.
const (
	Ones Unit = iota
	Thousands
	Millions
)

// Column is a column's width in tenths of a character of the default font.
type Column struct{ Width int }

// Cell is one cell. A cell with a formula holds the value that the formula
// gives, computed by the model and not by a spreadsheet.
type Cell struct {
	Ref     Ref
	Formula string // without the leading =
	Value   Value
	Style   Style
}

// Validation restricts what may be typed into a range.
type Validation struct {
	Range   Range
	Kind    ValidationKind
	List    string // of ListValidation: a defined name
	Min     string // of the others: a number or a defined name; empty: no bound
	Max     string
	Prompt  string // shown when the cell is chosen
	Problem string // shown when the input is refused
}

// ValidationKind is what a validation compares.
type ValidationKind int

// Kinds of validations. Lists are always ranges: lists typed into a validation
// cannot hold a comma and end at 255 characters.
const (
	ListValidation ValidationKind = iota
	WholeValidation
	DecimalValidation
	DateValidation
)

// Condition shows a range in another style while its formula is true. The
// formula is written for the first cell of the range.
type Condition struct {
	Range   Range
	Formula string
	Style   ConditionStyle
}

// ConditionStyle is how a condition shows its range.
type ConditionStyle int

// Styles of conditions. Colour is never the only sign: the cell's text says the
// same.
const (
	GoodCondition ConditionStyle = iota
	BadCondition
)

// Note is a remark at a cell that is not printed; what a reader of paper needs
// stands in cells.
type Note struct {
	Ref  Ref
	Text string
}

// Link leads from a cell to a cell of the workbook, written as Inputs!A1, or to
// an address that begins with https: or mailto:.
type Link struct {
	Ref    Ref
	Target string
	Tip    string
}

// Print is how a sheet is printed: A4, all columns on as many pages across as
// Wide says, one if it is 0.
type Print struct {
	Portrait     bool
	Wide         int
	OnePage      bool   // all rows on one page, too
	Breaks       []int  // rows that begin a new page
	TitleRows    [2]int // first and last row repeated on every page; zeros: none
	TitleColumns int    // how many columns from A on are repeated on every page
	Header       string
	Footer       string // stands before the page number
}

// Expect makes room for cells that are to come.
func (s *Sheet) Expect(cells int) { s.Cells = slices.Grow(s.Cells, cells) }

// Put adds a cell with a value. An empty value makes a cell that only has a
// style.
func (s *Sheet) Put(ref Ref, value Value, style Style) {
	s.Cells = append(s.Cells, Cell{Ref: ref, Value: value, Style: style})
}

// Calc adds a cell with a formula and the value that the formula gives. It is
// the only way in which a formula comes into a sheet, so that none is without
// its value.
func (s *Sheet) Calc(ref Ref, formula string, value Value, style Style) {
	s.Cells = append(s.Cells, Cell{Ref: ref, Formula: formula, Value: value, Style: style})
}

// Name adds a defined name for a range of the sheet.
func (w *Workbook) Name(name string, s *Sheet, r Range) {
	w.Names = append(w.Names, Name{Name: name, Range: s.Name + "!" + r.Absolute()})
}

// Sheet returns the sheet with the name, or nil.
func (w *Workbook) Sheet(name string) *Sheet {
	for _, s := range w.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Filled returns the range from A1 to the last row and column that hold a cell.
func (s *Sheet) Filled() Range {
	filled := Range{From: At(1, 1), To: At(1, 1)}
	for _, c := range s.Cells {
		filled.To = filled.To.join(c.Ref)
	}
	return filled
}

// Used returns the range from A1 to the last row and column that hold a cell or
// lie below a chart: all that is printed.
func (s *Sheet) Used() Range {
	used := s.Filled()
	for _, c := range s.Charts {
		used.To = used.To.join(c.Covers().To)
	}
	return used
}

// Values returns the values of the cells of a range, row by row. Cells that are
// not filled have empty values.
func (s *Sheet) Values(r Range) []Value {
	if !r.Valid() {
		return nil
	}
	width := r.To.Column - r.From.Column + 1
	values := make([]Value, width*(r.To.Row-r.From.Row+1))
	for _, c := range s.Cells {
		if r.Contains(c.Ref) {
			values[(c.Ref.Row-r.From.Row)*width+c.Ref.Column-r.From.Column] = c.Value
		}
	}
	return values
}
