package workbook

import (
	"strconv"
	"strings"

	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// Names in formulas of the columns of the sheets of rows.
const (
	personInstitution = "Person_Institution"
	personCategory    = "Person_Category"
	personSource      = "Person_Source"
	personSupport     = "Person_Support"
	personAmount      = "Person_Won"       // with the number of the phase
	personShare       = "Person_Share"     // with the number of the phase
	personElsewhere   = "Person_Elsewhere" // with the number of the phase
	lineInstitution   = "Line_Institution"
	lineCategory      = "Line_Category"
	linePhase         = "Line_Phase"
	lineSource        = "Line_Source"
	lineExpert        = "Line_Expert"
	lineAmount        = "Line_Won"
)

// table is a sheet with one table: what a column of it is called in formulas.
type table struct {
	m    *maker
	s    *sheet.Sheet
	rows int
}

// name gives a column of the table a name. The last row of it is blank: rows
// that are inserted above it become part of the range.
func (t table) name(name string, column int) {
	t.m.book.Name(name, t.s, t.column(column))
}

func (t table) column(column int) sheet.Range {
	return sheet.Down(sheet.At(column, firstRow), t.rows+1)
}

// end marks the blank row below the table.
func (t table) end() {
	t.s.Put(sheet.At(1, firstRow+t.rows), sheet.Text(t.m.words.both("end_of_table")), sheet.RemarkStyle)
}

// names gives columns of a table names by their keys.
func (t table) names(c *columns, names map[string]string) {
	for _, key := range c.keys { // in their order: names come out the same each time
		if name, ok := names[key]; ok {
			t.name(name, c.at[key])
		}
	}
}

// validate restricts a column.
func (t table) validate(column int, v sheet.Validation) {
	v.Range = t.column(column)
	t.s.Validations = append(t.s.Validations, v)
}

// rounded rounds a product half up to the minor unit, and then down to the
// rounding unit.
func (m *maker) rounded(product string, decimals int) string {
	return m.inUnits(m.toMinor(product, decimals))
}

// toMinor rounds a product half up to the minor unit of the grant's currency. As
// a binary fraction a product that ends in exactly half a unit may fall just
// below it; rounding it first to the decimals that it has, in minor units, puts
// that right.
func (m *maker) toMinor(product string, decimals int) string {
	scale := m.scale()
	if scale == "" {
		return "ROUND(ROUND(" + product + "," + strconv.Itoa(decimals) + "),0)"
	}
	return "ROUND(ROUND(" + product + "*" + scale + "," + strconv.Itoa(decimals) + "),0)/" + scale
}

// inUnits rounds an amount down to the rounding unit, counted in minor units,
// which are whole numbers also as binary fractions.
func (m *maker) inUnits(amount string) string {
	scale := m.scale()
	if scale == "" {
		return "ROUNDDOWN(" + amount + "/Round_Unit,0)*Round_Unit"
	}
	return "ROUND(ROUNDDOWN(ROUND(" + amount + "*" + scale + ",4)/ROUND(Round_Unit*" + scale + ",0),0)*Round_Unit," +
		strconv.Itoa(m.b.Currency.Digits()) + ")"
}

// difference is a formula that takes amounts from each other. In a currency with
// a minor unit they are binary fractions, whose noise would stay in what is left.
func (m *maker) difference(formula string) string {
	if m.scale() == "" {
		return formula
	}
	return "ROUND(" + formula + "," + strconv.Itoa(m.b.Currency.Digits()) + ")"
}

// wholeMinor rounds a product down, or up, to the minor unit of a currency that
// has one.
func (m *maker) wholeMinor(product string, up bool) string {
	scale := m.scale()
	exact := "ROUND(" + product + "*" + scale + ",4)"
	down := "ROUNDDOWN(" + exact + ",0)"
	if up {
		return "(" + down + "+IF(" + exact + ">" + down + ",1,0))/" + scale
	}
	return down + "/" + scale
}

// scale is how many minor units of the grant's currency make one of it, as in
// 100; nothing if it has none.
func (m *maker) scale() string {
	if n := m.b.Currency.Digits(); n > 0 {
		return "1" + strings.Repeat("0", n)
	}
	return ""
}

// Decimals to which products are rounded first: those of the longest product of
// the sheet, so that no digit is lost, within what a binary fraction can tell.
const (
	fewestDecimals = 4
	mostDecimals   = 9
)

func (m *maker) lineDecimals() int {
	most := 0
	for _, l := range m.b.Lines {
		most = max(most, places(l.Cost.Mul(l.Rate))-m.b.Currency.Digits())
	}
	return min(max(most, fewestDecimals), mostDecimals)
}

func (m *maker) personDecimals() int {
	most := 0
	for _, person := range m.b.People {
		for _, p := range person.Participation {
			most = max(most, places(p.Fraction()))
		}
	}
	return min(max(most, fewestDecimals), mostDecimals)
}

// places counts the decimals that a number needs.
func places(d money.Decimal) int {
	_, fraction, _ := strings.Cut(d.Value(), ".")
	return len(fraction)
}

// number shows as many decimals as were written, some at least.
func number(d money.Decimal, least int) sheet.Value {
	return sheet.Decimal(d, max(least, places(d)))
}

// listed is whether a cell's code is in a list.
func listed(list string, at sheet.Ref) string { return "COUNTIF(" + list + "," + at.String() + ")=1" }

// valid is 1 if all conditions hold.
func valid(conditions ...string) string {
	return "IF(AND(" + strings.Join(conditions, ",") + "),1,0)"
}

// look finds the row of a currency among the rates.
func look(column string, currency sheet.Ref) string {
	return "INDEX(" + column + ",MATCH(" + currency.String() + ",Rate_Currency,0))"
}

// sumRange adds up n cells to the right.
func sumRange(from sheet.Ref, n int) string { return "SUM(" + sheet.Right(from, n).String() + ")" }

// sumColumn adds up n cells downwards; none are 0.
func sumColumn(from sheet.Ref, n int) string {
	if n == 0 {
		return "0"
	}
	return "SUM(" + sheet.Down(from, n).String() + ")"
}

// sumIfs adds up a column where each further column has the value of a cell.
func sumIfs(column string, criteria ...string) string {
	return "SUMIFS(" + column + "," + strings.Join(criteria, ",") + ")"
}
