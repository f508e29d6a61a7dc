package workbook

import (
	"strings"

	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// makeByCategory builds the sheet of the whole consortium by cost category, by
// phase and by source of money.
func (m *maker) makeByCategory() {
	s := m.open(ByCategory, "by_category", "by_category_remark",
		repeat([]int{idWidth, 470}, 165, max(len(m.b.Phases), len(m.sources))+2)...)
	s.Print.Portrait, s.Print.OnePage = true, true
	row := m.byPhase(s, headRow)
	row = m.bySource(s, row+1)
	m.sourcesByPhase(s, row+1)
}

// byPhase is category × phase, with each category's share of the whole.
func (m *maker) byPhase(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_by_phase")
	texts := []string{m.words.head("category"), m.words.head("name")}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID)
	}
	heads(s, row, append(texts, m.words.head("total"), m.words.head("share"))...)
	n, first := len(m.b.Phases), row+1
	totalCell := sheet.At(3+n, row+len(m.rowKeys))
	for _, key := range m.rowKeys {
		row++
		style := m.categoryRow(s, row, key)
		for phase := range n {
			cell := sheet.At(3+phase, row)
			formula := m.consortium(key, first, cell, func(source string) string { return numbered("Amount_"+source, phase) })
			s.Calc(cell, formula, sheet.Amount(m.amountOf("", key, m.b.Phases[phase].ID, "")), style)
		}
		total := sheet.At(3+n, row)
		s.Calc(total, sumRange(sheet.At(3, row), n), sheet.Amount(m.amountOf("", key, "", "")), sheet.TotalStyle)
		s.Calc(total.Right(1), shareFormula(total.String(), totalCell.Absolute()), share(m.amountOf("", key, "", ""), m.b.Totals.Total), style)
	}
	m.book.Name("Category_Total", s, totalCell.Cell())
	m.nameColumns(s, sheet.At(1, first), len(m.rowKeys),
		m.each([]string{"Category_Phase", ""}, "Category_Phase", m.numbers(), "Category_Phase_Total", "Category_Phase_Share")...)
	return row + 1
}

// bySource is category × source of money.
func (m *maker) bySource(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_by_source")
	texts := []string{m.words.head("category"), m.words.head("name")}
	for _, source := range m.sources {
		texts = append(texts, m.words.head(source))
	}
	heads(s, row, append(texts, m.words.head("total"))...)
	first := row + 1
	for _, key := range m.rowKeys {
		row++
		style := m.categoryRow(s, row, key)
		for j, source := range m.sources {
			cell := sheet.At(3+j, row)
			formula := m.consortiumOf(key, first, cell, "Amount_"+source)
			s.Calc(cell, formula, sheet.Amount(m.amountOf("", key, "", source)), style)
		}
		s.Calc(sheet.At(3+len(m.sources), row), sumRange(sheet.At(3, row), len(m.sources)), sheet.Amount(m.amountOf("", key, "", "")), sheet.TotalStyle)
	}
	m.nameColumns(s, sheet.At(1, first), len(m.rowKeys),
		m.each([]string{"Category_Source", ""}, "Category_Source", m.sources, "Category_Source_Total")...)
	for j, source := range m.sources {
		m.book.Name("Total_"+source, s, sheet.At(3+j, row).Cell())
	}
	m.book.Name("Source_Total", s, sheet.At(3+len(m.sources), row).Cell())
	return row + 1
}

// sourcesByPhase is source of money × phase.
func (m *maker) sourcesByPhase(s *sheet.Sheet, row int) {
	row = m.part(s, row, "part_sources_by_phase")
	texts := []string{m.words.head("source"), m.words.head("name")}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID)
	}
	heads(s, row, append(texts, m.words.head("total"), m.words.head("share"))...)
	n, first := len(m.b.Phases), row+1
	totalCell := sheet.At(3+n, row+len(m.sources)+1)
	for _, source := range m.sources {
		row++
		line(s, sheet.At(1, row), sheet.TextStyle, source, m.words.both(source))
		for phase := range n {
			formula := sumIfs(numbered("Amount_"+source, phase), "Amount_Category", quote(totalKey))
			s.Calc(sheet.At(3+phase, row), formula, sheet.Amount(m.sum("", "", m.b.Phases[phase].ID, source)), sheet.CalcStyle)
		}
		m.sourceTotal(s, row, totalCell, m.sum("", "", "", source), sheet.CalcStyle)
	}
	row++
	line(s, sheet.At(1, row), sheet.TotalStyle, totalKey, m.words.both("total_cost"))
	for phase := range n {
		cell := sheet.At(3+phase, row)
		s.Calc(cell, "SUM("+sheet.Down(sheet.At(cell.Column, first), len(m.sources)).String()+")",
			sheet.Amount(m.b.Phases[phase].Totals.Total), sheet.TotalStyle)
		m.book.Name(numbered("Phase_Total", phase), s, cell.Cell())
	}
	m.sourceTotal(s, row, totalCell, m.b.Totals.Total, sheet.TotalStyle)
	m.nameColumns(s, sheet.At(1, first), len(m.sources)+1,
		m.each([]string{"Source_Phase", ""}, "Source_Phase", m.numbers(), "Source_Phase_Total", "Source_Phase_Share")...)
}

func (m *maker) sourceTotal(s *sheet.Sheet, row int, totalCell sheet.Ref, value money.Amount, style sheet.Style) {
	n := len(m.b.Phases)
	total := sheet.At(3+n, row)
	s.Calc(total, sumRange(sheet.At(3, row), n), sheet.Amount(value), sheet.TotalStyle)
	s.Calc(total.Right(1), shareFormula(total.String(), totalCell.Absolute()), share(value, m.b.Totals.Total), style)
}

// categoryRow writes the labels of a row and returns the style of its amounts.
func (m *maker) categoryRow(s *sheet.Sheet, row int, key string) sheet.Style {
	labels, style := sheet.TextStyle, sheet.CalcStyle
	if key == directKey || key == totalKey {
		labels, style = sheet.TotalStyle, sheet.TotalStyle
	}
	line(s, sheet.At(1, row), labels, key, m.rowName(key, " "))
	return style
}

// consortium adds up one category over all institutions and sources; sums are
// made of the rows above them, so that they can be compared with the sums by
// institution.
func (m *maker) consortium(key string, first int, cell sheet.Ref, column func(source string) string) string {
	if key == directKey || key == totalKey {
		return m.sumAbove(key, first, cell)
	}
	parts := make([]string, len(m.sources))
	for i, source := range m.sources {
		parts[i] = sumIfs(column(source), "Amount_Category", cell0(cell, 1))
	}
	return strings.Join(parts, "+")
}

func (m *maker) consortiumOf(key string, first int, cell sheet.Ref, column string) string {
	if key == directKey || key == totalKey {
		return m.sumAbove(key, first, cell)
	}
	return sumIfs(column, "Amount_Category", cell0(cell, 1))
}

// sumAbove is the sum of the direct categories, or of that sum and the indirect
// ones.
func (m *maker) sumAbove(key string, first int, cell sheet.Ref) string {
	direct := len(m.categories(true))
	if key == directKey {
		return "SUM(" + sheet.Down(sheet.At(cell.Column, first), direct).String() + ")"
	}
	return "SUM(" + sheet.Down(sheet.At(cell.Column, first+direct), 1+len(m.categories(false))).String() + ")"
}
