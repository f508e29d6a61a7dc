package doc

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/money"
)

// FigureKind says how a figure shows its values.
type FigureKind string

// Kinds of figures. Columns have one column for each row, its series stacked on
// each other; bars have one horizontal bar for each row.
const (
	ColumnsFigure FigureKind = "columns"
	BarsFigure    FigureKind = "bars"
)

// Figure is a chart as its data: what a format draws of it is the format's own.
// Its values are amounts of one currency, none of them negative; a gap of a
// draft may stand in the place of one.
type Figure struct {
	Origin
	Kind   FigureKind
	Title  []Inline
	Alt    []Inline // what the figure shows, for those who do not see it
	Series []Cell   // names of the series; bars have none
	Rows   []FigureRow
}

// FigureRow is one category of a figure.
type FigureRow struct {
	Label  Cell
	Values []Cell // one per series; of bars one
	Note   Cell   // the total of a column, or the share of a bar; may be empty
}

// Bounds of a figure: more could not be told apart, or read.
const (
	MaxFigureSeries = 6
	MaxFigureRows   = 24
)

// Amount returns the exact amount of a cell that holds one and no other.
func (c Cell) Amount() (money.Amount, bool) {
	var amount money.Amount
	count := 0
	for _, in := range c {
		if in.Kind != AmountInline {
			continue
		}
		count++
		code, minor, _ := strings.Cut(in.Value, " ")
		currency, err := money.ParseCurrency(code)
		n, wrong := strconv.ParseInt(minor, 10, 64)
		if err != nil || wrong != nil || n > money.MaxMinor || n < -money.MaxMinor {
			return money.Amount{}, false
		}
		amount = money.New(n, currency)
	}
	return amount, count == 1
}

// Table returns the data of a figure as a table, for formats that draw no charts.
func (f *Figure) Table() *Table {
	noted := false
	for _, r := range f.Rows {
		noted = noted || len(r.Note) > 0
	}
	out := &Table{Origin: f.Origin, Align: []Align{AlignLeft}, Head: []Cell{nil}}
	column := func(head Cell) {
		out.Align, out.Head = append(out.Align, AlignRight), append(out.Head, head)
	}
	for _, s := range f.Series {
		column(s)
	}
	if len(f.Series) == 0 {
		column(nil)
	}
	if noted {
		column(nil)
	}
	for _, r := range f.Rows {
		cells := append([]Cell{r.Label}, r.Values...)
		if noted {
			cells = append(cells, r.Note)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// hasGap reports whether a value is still missing in a cell.
func (c Cell) hasGap() bool {
	for _, in := range c {
		if in.Kind == BlankInline {
			return true
		}
	}
	return false
}

// cells returns all cells of a figure in the order in which they are read.
func (f *Figure) cells() []run {
	out := []run{{role: headRole, text: &f.Title}, {role: proseRole, text: &f.Alt}}
	add := func(r role, c *Cell) { out = append(out, run{role: r, text: (*[]Inline)(c)}) }
	for i := range f.Series {
		add(headRole, &f.Series[i])
	}
	for i := range f.Rows {
		row := &f.Rows[i]
		add(headRole, &row.Label)
		for j := range row.Values {
			add(proseRole, &row.Values[j])
		}
		add(proseRole, &row.Note)
	}
	return out
}

func cloneFigure(b *Figure) *Figure {
	c := *b
	c.Series = slices.Clone(b.Series)
	c.Rows = slices.Clone(b.Rows)
	for i, r := range c.Rows {
		c.Rows[i].Values = slices.Clone(r.Values)
	}
	return &c
}

// joinFigures makes one figure of the same in two languages.
func joinFigures(l, r *Figure) Block {
	if l.Kind != r.Kind || len(l.Rows) != len(r.Rows) || len(l.Series) != len(r.Series) {
		return nil
	}
	out := &Figure{
		Origin: l.Origin, Kind: l.Kind, Title: joinCell(l.Title, r.Title), Alt: joinCell(l.Alt, r.Alt),
		Series: joinCells(l.Series, r.Series),
	}
	for i, a := range l.Rows {
		b := r.Rows[i]
		if len(a.Values) != len(b.Values) {
			return nil
		}
		out.Rows = append(out.Rows, FigureRow{
			Label: joinCell(a.Label, b.Label), Values: joinCells(a.Values, b.Values), Note: joinCell(a.Note, b.Note),
		})
	}
	return out
}
