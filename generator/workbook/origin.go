package workbook

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/sheet"
)

// Origin is the name of a hidden sheet on which the workbook carries the values
// that it was made with, so that an edited workbook tells what was changed in
// it and what was changed elsewhere meanwhile.
const Origin = "Origin"

// OriginFormat is the version of that sheet and of the form of its values.
const OriginFormat = "1"

// Marks of rows of Origin that hold no values: the names of the columns of a
// table, and a range of formulas.
const (
	columnNames = "columns"
	calculated  = "calculated"
)

// The columns of the sheet Origin: a table, the id of a row, and all values of
// that row as a list in one cell, so that the sheet stays small. A value that
// nobody can change is null.
const originValues = 3

// Exported is what a workbook was made with.
type Exported struct {
	Format  string
	Project string
	Values  []ExportedValue
	Ranges  []string // of cells with a formula, where they stand now: Summary!C7:F8
}

// ExportedValue is one cell that the user can change, as it was exported. The
// column is named by its defined name.
type ExportedValue struct{ Table, ID, Column, Text string }

// makeOrigin builds the hidden sheet from the cells of all other sheets. What
// stands there is what the user sees.
func (m *maker) makeOrigin() {
	s := &sheet.Sheet{Name: Origin, Role: sheet.ControlSheet, Hidden: true, Protected: true}
	line(s, sheet.At(1, 1), sheet.PlainStyle, "pactwright", OriginFormat, m.p.Info.ID)
	row := 2
	g := newGrid(m.book)
	for _, t := range Tables {
		row = m.originTable(s, row, g, t)
	}
	for _, other := range m.book.Sheets {
		for _, r := range formulas(other) {
			s.Put(sheet.At(1, row), sheet.Text(calculated), sheet.PlainStyle)
			size := (r.To.Row - r.From.Row + 1) * (r.To.Column - r.From.Column + 1)
			s.Calc(sheet.At(originValues, row), "COUNTA("+other.Name+"!"+r.Absolute()+")", sheet.Int(int64(size)), sheet.PlainStyle)
			row++
		}
	}
	m.book.Sheets = append(m.book.Sheets, s)
}

// originTable writes the names of the columns of a table and the values of its
// rows, and returns the row below them.
func (m *maker) originTable(s *sheet.Sheet, row int, g grid, t Table) int {
	columns := g.columns(t, len(m.b.Phases))
	var names []*string
	for i := range columns {
		names = append(names, &columns[i].name)
	}
	if len(names) == 0 {
		return row
	}
	line(s, sheet.At(1, row), sheet.PlainStyle, columnNames, t.Name, listText(names))
	row++
	for i, id := range g.ids(t) {
		values := make([]*string, len(columns))
		some := false
		for j, c := range columns {
			values[j] = g.input(c, i)
			some = some || values[j] != nil
		}
		if id != nil && some {
			line(s, sheet.At(1, row), sheet.PlainStyle, t.Name, *id, listText(values))
			row++
		}
	}
	return row
}

// listText writes texts as a list in one text.
func listText(list []*string) string {
	text, _ := json.Marshal(list) // texts always can be written
	return string(text)
}

// ReadOrigin reads the sheet Origin, whoever has read its cells; blank cells are
// empty texts. The second result is false if there is no such sheet.
func ReadOrigin(cell func(sheet.Ref) (text, formula string)) (Exported, bool) {
	at := func(column, row int) string {
		text, _ := cell(sheet.At(column, row))
		return text
	}
	out := Exported{Format: at(2, 1), Project: at(3, 1)}
	if at(1, 1) != "pactwright" {
		return out, false
	}
	var names []*string
	for row := 2; at(1, row) != ""; row++ {
		switch text, formula := cell(sheet.At(originValues, row)); at(1, row) {
		case calculated:
			if r, ok := strings.CutPrefix(formula, "COUNTA("); ok {
				out.Ranges = append(out.Ranges, strings.TrimSuffix(r, ")"))
			}
		case columnNames:
			names = listOf(text)
		default:
			for i, value := range listOf(text) {
				if value != nil && i < len(names) && names[i] != nil {
					out.Values = append(out.Values, ExportedValue{at(1, row), at(2, row), *names[i], *value})
				}
			}
		}
	}
	return out, true
}

// listOf reads what listText wrote; a text that somebody changed is no list.
func listOf(text string) []*string {
	var list []*string
	if json.Unmarshal([]byte(text), &list) != nil {
		return nil
	}
	return list
}

// OriginOf reads the sheet Origin of a workbook that has just been made.
func OriginOf(book *sheet.Workbook) Exported {
	g := newGrid(book)
	out, _ := ReadOrigin(func(at sheet.Ref) (string, string) {
		c := g.cell(Origin, at)
		return c.Value.String(), c.Formula
	})
	return out
}

// grid finds the cells and names of a workbook.
type grid struct {
	book  *sheet.Workbook
	cells map[string]map[sheet.Ref]int // places in the list of cells, of sheets that were asked for
	names map[string]string
}

func newGrid(book *sheet.Workbook) grid {
	g := grid{book: book, cells: map[string]map[sheet.Ref]int{}, names: map[string]string{}}
	for _, n := range book.Names {
		g.names[n.Name] = n.Range
	}
	return g
}

// cell returns a cell; a blank one is the zero Cell.
func (g grid) cell(on string, at sheet.Ref) sheet.Cell {
	s := g.book.Sheet(on)
	if s == nil {
		return sheet.Cell{}
	}
	if g.cells[on] == nil {
		g.cells[on] = make(map[sheet.Ref]int, len(s.Cells))
		for i, c := range s.Cells {
			g.cells[on][c.Ref] = i
		}
	}
	if i, ok := g.cells[on][at]; ok {
		return s.Cells[i]
	}
	return sheet.Cell{}
}

// first returns the sheet and the first cell of a name.
func (g grid) first(name string) (string, sheet.Ref, bool) {
	on, area, ok := strings.Cut(g.names[name], "!")
	from, _, _ := strings.Cut(area, ":")
	parts := strings.Split(from, "$")
	if !ok || len(parts) != 3 {
		return "", sheet.Ref{}, false
	}
	column := 0
	for _, r := range parts[1] {
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(parts[2])
	return on, sheet.At(column, row), err == nil
}

// rows counts the rows of a name.
func (g grid) rows(name string) int {
	_, area, _ := strings.Cut(g.names[name], "!")
	parts := strings.Split(area, "$")
	if len(parts) != 5 {
		return 1
	}
	first, _ := strconv.Atoi(strings.TrimSuffix(parts[2], ":"))
	last, _ := strconv.Atoi(parts[4])
	return last - first + 1
}

// inputColumn is a column of a table where it stands in a workbook.
type inputColumn struct {
	name  string
	on    string
	from  sheet.Ref
	fixed bool // nobody can change it, but it is watched
}

// columns lists the columns of a table that stand in the workbook.
func (g grid) columns(t Table, phases int) []inputColumn {
	var out []inputColumn
	for _, c := range t.Columns {
		for _, name := range c.Names(phases) {
			if on, from, ok := g.first(name); ok {
				out = append(out, inputColumn{name, on, from, !c.Fixed.IsZero()})
			}
		}
	}
	return out
}

// ids lists the ids of the rows of a table; a row that is none has nil.
func (g grid) ids(t Table) []*string {
	if t.ID == "" {
		return []*string{new(string)}
	}
	on, from, ok := g.first(t.ID)
	if !ok {
		return nil
	}
	ids := make([]*string, g.rows(t.ID))
	for i := range ids {
		if id := g.cell(on, from.Down(i)); id.Value.Kind() != sheet.Empty && id.Style != sheet.RemarkStyle {
			text := id.Value.String()
			ids[i] = &text
		}
	}
	return ids
}

// input is the value of a column in a row, or nil if it cannot be changed.
func (g grid) input(c inputColumn, row int) *string {
	cell := g.cell(c.on, c.from.Down(row))
	if cell.Formula != "" || cell.Style != sheet.InputStyle && !c.fixed {
		return nil
	}
	text := cell.Value.String()
	return &text
}

// formulas lists the cells of a sheet that hold formulas as rectangles, from left
// to right.
func formulas(s *sheet.Sheet) []sheet.Range {
	var cells []sheet.Ref
	for _, c := range s.Cells {
		if c.Formula != "" {
			cells = append(cells, c.Ref)
		}
	}
	slices.SortFunc(cells, func(a, b sheet.Ref) int {
		if a.Column != b.Column {
			return a.Column - b.Column
		}
		return a.Row - b.Row
	})
	var columns []sheet.Range // runs of one column
	for _, at := range cells {
		if n := len(columns); n > 0 && columns[n-1].To.Down(1) == at {
			columns[n-1].To = at
			continue
		}
		columns = append(columns, at.Cell())
	}
	var out []sheet.Range
	for _, c := range columns {
		beside := slices.IndexFunc(out, func(r sheet.Range) bool {
			return r.To.Column+1 == c.From.Column && r.From.Row == c.From.Row && r.To.Row == c.To.Row
		})
		if beside < 0 {
			out = append(out, c)
			continue
		}
		out[beside].To = c.To
	}
	return out
}
