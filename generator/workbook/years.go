package workbook

import (
	"strconv"

	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// yearColumns are where the years begin in every table of the sheet ByYear:
// phase, first month, month after the last, months or amount.
const firstYear = 5

// makeByYear builds the sheet that spreads the phases over calendar years by
// months. The running total is rounded and not each part, so that the years of a
// phase add up to it.
func (m *maker) makeByYear() {
	years := m.b.Years
	s := m.open(ByYear, "by_year", "by_year_remark", repeat([]int{idWidth, 260, 110, 150}, 150, len(years), 165)...)
	row := m.part(s, headRow, "part_months")
	heads(s, row, append(m.texts("phase", "first_month", "month_after", "months"), yearTexts(years)...)...)
	months := row + 1
	for p, phase := range m.b.Phases {
		m.monthRow(s, months+p, p, phase)
	}
	m.nameColumns(s, sheet.At(1, months), len(m.b.Phases), m.each([]string{"Year_Phase", "Year_First", "Year_After", "Year_Months"}, "Year_Months", yearTexts(years))...)
	row = months + len(m.b.Phases)
	first := row + 1
	totals := map[string]int{}
	for i, source := range m.sources {
		row = m.yearsOf(s, row+1, i, source, months)
		totals[source] = row - 1
	}
	m.yearTotals(s, row+1, totals)
	s.Print.OnePage = first < 60
}

func (m *maker) texts(keys ...string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = m.words.head(key)
	}
	return out
}

func yearTexts(years []budget.Year) []string {
	out := make([]string, len(years))
	for i, y := range years {
		out[i] = strconv.Itoa(y.Year)
	}
	return out
}

// monthRow counts the months of a phase in each year, as numbers of months since
// the beginning of the calendar.
func (m *maker) monthRow(s *sheet.Sheet, row, p int, phase budget.Phase) {
	at := sheet.At(1, row)
	line(s, at, sheet.TextStyle, phase.ID)
	start, end := on(Inputs, m.in.phase[p].Right(1)), on(Inputs, m.in.phase[p].Right(2))
	from, to := phase.Period.Start, phase.Period.End
	s.Calc(at.Right(1), "12*YEAR("+start+")+MONTH("+start+")-1", sheet.Int(int64(12*from.Year()+from.Month()-1)), sheet.CalcStyle)
	s.Calc(at.Right(2), "12*YEAR("+end+")+MONTH("+end+")", sheet.Int(int64(12*to.Year()+to.Month())), sheet.CalcStyle)
	s.Calc(at.Right(3), at.Right(2).String()+"-"+at.Right(1).String(), sheet.Int(int64(phase.Months)), sheet.CalcStyle)
	for i, y := range m.b.Years {
		cell := sheet.At(firstYear+i, row)
		formula := "MAX(0,MIN(" + strconv.Itoa(12*y.Year+12) + "," + at.Right(2).FixedColumn() + ")-MAX(" + strconv.Itoa(12*y.Year) + "," + at.Right(1).FixedColumn() + "))"
		s.Calc(cell, formula, sheet.Int(int64(y.Months[p])), sheet.CalcStyle)
	}
}

// yearsOf spreads one source of money and returns the row below its total.
func (m *maker) yearsOf(s *sheet.Sheet, row, index int, source string, months int) int {
	s.Put(sheet.At(1, row), sheet.Text(m.words.both(source)), sheet.PartStyle)
	row++
	heads(s, row, append(append(m.texts("phase", "period", "months", "amount"), yearTexts(m.b.Years)...), m.words.head("total"))...)
	first := row + 1
	for p := range m.b.Phases {
		m.spreadRow(s, first+p, p, source, months+p)
	}
	row = first + len(m.b.Phases)
	name := "Year_" + source
	m.nameColumns(s, sheet.At(1, first), len(m.b.Phases)+1, m.each([]string{name, "", name + "_Months", name + "_Won"}, name, yearTexts(m.b.Years), name+"_Total")...)
	line(s, sheet.At(1, row), sheet.TotalStyle, m.words.both("sum"), "", "")
	n := len(m.b.Phases)
	s.Calc(sheet.At(4, row), sumColumn(sheet.At(4, first), n), sheet.Amount(m.b.Totals.Source(source)), sheet.TotalStyle)
	for i, y := range m.b.Years {
		s.Calc(sheet.At(firstYear+i, row), sumColumn(sheet.At(firstYear+i, first), n), sheet.Amount(m.ofYear(y.Whole, source)), sheet.TotalStyle)
	}
	s.Calc(sheet.At(firstYear+len(m.b.Years), row), sumRange(sheet.At(firstYear, row), len(m.b.Years)), sheet.Amount(m.b.Totals.Source(source)), sheet.TotalStyle)
	return row + 1
}

func (m *maker) spreadRow(s *sheet.Sheet, row, p int, source string, months int) {
	phase := m.b.Phases[p]
	at := sheet.At(1, row)
	line(s, at, sheet.TextStyle, phase.ID, m.span(phase))
	count, amount := at.Right(2), at.Right(3)
	s.Calc(count, sheet.At(4, months).String(), sheet.Int(int64(phase.Months)), sheet.CalcStyle)
	s.Calc(amount, sumIfs(numbered("Amount_"+source, p), "Amount_Category", quote(totalKey)), sheet.Amount(phase.Totals.Source(source)), sheet.CalcStyle)
	for i, y := range m.b.Years {
		soFar := "SUM(" + sheet.Range{From: sheet.At(firstYear, months), To: sheet.At(firstYear+i, months)}.String() + ")"
		formula := m.toMinor(amount.String()+"*"+soFar+"/"+count.String(), 6)
		if i > 0 {
			formula += "-SUM(" + sheet.Range{From: sheet.At(firstYear, row), To: sheet.At(firstYear+i-1, row)}.String() + ")"
		}
		s.Calc(sheet.At(firstYear+i, row), formula, sheet.Amount(m.ofYear(y.Phases[p], source)), sheet.CalcStyle)
	}
	s.Calc(sheet.At(firstYear+len(m.b.Years), row), sumRange(sheet.At(firstYear, row), len(m.b.Years)), sheet.Amount(phase.Totals.Source(source)), sheet.TotalStyle)
}

// span is a phase's period in short.
func (m *maker) span(phase budget.Phase) string { return phase.Period.KoreanPoint() }

func (m *maker) ofYear(part budget.YearPart, source string) money.Amount {
	for i, s := range budget.Sources() {
		if s == source {
			return part.BySource[i]
		}
	}
	return m.b.Amount(0)
}

// yearTotals is source of money × year.
func (m *maker) yearTotals(s *sheet.Sheet, row int, totals map[string]int) {
	row = m.part(s, row, "part_years")
	heads(s, row, append(append(m.texts("source", "name"), "", ""), append(yearTexts(m.b.Years), m.words.head("total"))...)...)
	first, n := row+1, len(m.b.Years)
	for _, source := range m.sources {
		row++
		line(s, sheet.At(1, row), sheet.TextStyle, source, m.words.both(source), "", "")
		for i, y := range m.b.Years {
			s.Calc(sheet.At(firstYear+i, row), sheet.At(firstYear+i, totals[source]).String(), sheet.Amount(m.ofYear(y.Whole, source)), sheet.CalcStyle)
		}
		s.Calc(sheet.At(firstYear+n, row), sumRange(sheet.At(firstYear, row), n), sheet.Amount(m.b.Totals.Source(source)), sheet.TotalStyle)
	}
	row++
	m.nameColumns(s, sheet.At(1, first), len(m.sources)+1, m.each([]string{"Year_Source", "", "", ""}, "Year_All", yearTexts(m.b.Years), "Year_All_Total")...)
	line(s, sheet.At(1, row), sheet.TotalStyle, totalKey, m.words.both("total_cost"), "", "")
	for i, y := range m.b.Years {
		cell := sheet.At(firstYear+i, row)
		s.Calc(cell, sumColumn(sheet.At(cell.Column, first), len(m.sources)), sheet.Amount(y.Whole.Total), sheet.TotalStyle)
		m.book.Name("Year_Total_"+strconv.Itoa(y.Year), s, cell.Cell())
	}
	whole := sheet.At(firstYear+n, row)
	s.Calc(whole, sumRange(sheet.At(firstYear, row), n), sheet.Amount(m.b.Totals.Total), sheet.TotalStyle)
	m.book.Name("Year_Total", s, whole.Cell())
	m.book.Name("Year_Government", s, sheet.At(firstYear+n, first).Cell())
}

// hasYears reports whether every phase has dates and so belongs to years.
func (m *maker) hasYears() bool {
	for _, phase := range m.b.Phases {
		if phase.Months == 0 {
			return false
		}
	}
	return len(m.b.Years) > 0
}
