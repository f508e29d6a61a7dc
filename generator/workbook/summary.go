package workbook

import (
	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// makeSummary builds the first sheet: phases, institutions, payees abroad, and
// the way to the other sheets.
func (m *maker) makeSummary() {
	n := len(m.sources) + 6
	s := m.open(Summary, "summary", "summary_remark", repeat([]int{idWidth, 400}, moneyWidth, n)...)
	row := m.phaseSummary(s, headRow)
	institutions := row + 1
	row = m.institutionSummary(s, institutions)
	row = m.payeeSummary(s, row+1)
	m.contents(s, row+1)
	m.charts(s, row+1, headRow+1, institutions+1) // headings stand below the names of their tables
	s.Freeze = sheet.At(1, headRow)
	s.Print.OnePage = true
}

func (m *maker) phaseSummary(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_phase_summary")
	texts := []string{m.words.head("phase"), m.words.head("period")}
	for _, source := range m.sources {
		texts = append(texts, m.words.head(source))
	}
	texts = append(texts, m.words.head("total"), m.words.head("international"), m.words.head("share_of_government"))
	capped := m.capped()
	if capped {
		texts = append(texts, m.words.head("cap"), m.words.head("headroom"))
	}
	heads(s, row, texts...)
	first := row + 1
	for i, phase := range m.b.Phases {
		row++
		at := sheet.At(1, row)
		line(s, at, sheet.TextStyle, phase.ID, phase.Period.KoreanPoint()+"\n"+phase.Period.English())
		for j, source := range m.sources {
			formula := sumIfs(numbered("Amount_"+source, i), "Amount_Category", quote(totalKey))
			s.Calc(at.Right(2+j), formula, sheet.Amount(phase.Totals.Source(source)), sheet.CalcStyle)
		}
		total := at.Right(2 + len(m.sources))
		s.Calc(total, sumRange(at.Right(2), len(m.sources)), sheet.Amount(phase.Totals.Total), sheet.TotalStyle)
		s.Calc(total.Right(1), "SUM("+numbered("Payment_Won", i)+")", sheet.Amount(phase.Totals.International), sheet.CalcStyle)
		s.Calc(total.Right(2), shareFormula(total.Right(1).String(), at.Right(2).String()), share(phase.Totals.International, phase.Totals.Government), sheet.CalcStyle)
		if capped {
			m.headroom(s, total.Right(3), at.Right(2), i)
		}
	}
	row++
	m.phaseTotals(s, row, first)
	names := m.each([]string{"Summary_Phase", ""}, "Summary_Phase", m.sources, "Summary_Phase_Total", "Summary_Phase_International", "Summary_Phase_Share")
	if capped {
		names = append(names, "Summary_Phase_Cap", "Summary_Phase_Headroom")
	}
	m.nameColumns(s, sheet.At(1, first), len(m.b.Phases)+1, names...)
	return row + 1
}

// headroom shows what the call allows and what is left of it.
func (m *maker) headroom(s *sheet.Sheet, at, government sheet.Ref, phase int) {
	most := m.b.Phases[phase].Cap
	if most == (money.Amount{}) {
		most = m.b.Amount(0)
	}
	left := m.b.Amount(most.Minor() - m.b.Phases[phase].Totals.Government.Minor())
	s.Calc(at, "SUM("+on(Inputs, m.in.caps[phase])+")", sheet.Amount(most), sheet.CalcStyle)
	s.Calc(at.Right(1), m.difference(at.String()+"-"+government.String()), sheet.Amount(left), sheet.CalcStyle)
}

func (m *maker) capped() bool {
	for _, phase := range m.b.Phases {
		if phase.Cap != (money.Amount{}) {
			return true
		}
	}
	return false
}

func (m *maker) phaseTotals(s *sheet.Sheet, row, first int) {
	at, n := sheet.At(1, row), len(m.b.Phases)
	line(s, at, sheet.TotalStyle, m.words.both("sum"), "")
	above := func(cell sheet.Ref) string { return sumColumn(sheet.At(cell.Column, first), n) }
	for j, source := range m.sources {
		s.Calc(at.Right(2+j), above(at.Right(2+j)), sheet.Amount(m.b.Totals.Source(source)), sheet.TotalStyle)
	}
	total := at.Right(2 + len(m.sources))
	s.Calc(total, above(total), sheet.Amount(m.b.Totals.Total), sheet.TotalStyle)
	s.Calc(total.Right(1), above(total.Right(1)), sheet.Amount(m.b.Totals.International), sheet.TotalStyle)
	s.Calc(total.Right(2), shareFormula(total.Right(1).String(), at.Right(2).String()), share(m.b.Totals.International, m.b.Totals.Government), sheet.TotalStyle)
	if !m.capped() {
		return
	}
	most, left := int64(0), int64(0)
	for _, phase := range m.b.Phases {
		most += phase.Cap.Minor()
		left += phase.Cap.Minor() - phase.Totals.Government.Minor()
	}
	s.Calc(total.Right(3), above(total.Right(3)), sheet.Amount(m.b.Amount(most)), sheet.TotalStyle)
	s.Calc(total.Right(4), above(total.Right(4)), sheet.Amount(m.b.Amount(left)), sheet.TotalStyle)
}

func (m *maker) institutionSummary(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_institution_summary")
	texts := []string{m.words.head("institution"), m.words.head("name")}
	for _, source := range m.sources {
		texts = append(texts, m.words.head(source))
	}
	heads(s, row, append(texts, m.words.head("total"), m.words.head("international"), m.words.head("share"))...)
	first, n := row+1, len(m.b.Institutions)
	totalCell := sheet.At(3+len(m.sources), first+n)
	for _, in := range m.b.Institutions {
		row++
		at := sheet.At(1, row)
		line(s, at, sheet.TextStyle, in.Party.ID, partyName(in.Party))
		of := func(column, key string) string {
			return sumIfs(column, "Amount_Institution", at.FixedColumn(), "Amount_Category", quote(key))
		}
		for j, source := range m.sources {
			s.Calc(at.Right(2+j), of("Amount_"+source, totalKey), sheet.Amount(in.Totals.Source(source)), sheet.CalcStyle)
		}
		total := at.Right(2 + len(m.sources))
		s.Calc(total, sumRange(at.Right(2), len(m.sources)), sheet.Amount(in.Totals.Total), sheet.TotalStyle)
		s.Calc(total.Right(1), of("Amount_Total", budget.International), sheet.Amount(in.Totals.International), sheet.CalcStyle)
		s.Calc(total.Right(2), shareFormula(total.String(), totalCell.Absolute()), share(in.Totals.Total, m.b.Totals.Total), sheet.CalcStyle)
	}
	m.institutionTotals(s, row+1, first)
	m.nameColumns(s, sheet.At(1, first), n+1, m.each([]string{"Summary_Institution", ""}, "Summary_Institution", m.sources,
		"Summary_Institution_Total", "Summary_Institution_International", "Summary_Institution_Share")...)
	return row + 2
}

// institutionTotals adds up the columns above.
func (m *maker) institutionTotals(s *sheet.Sheet, row, first int) {
	at, n := sheet.At(1, row), len(m.b.Institutions)
	line(s, at, sheet.TotalStyle, m.words.both("sum"), "")
	values := make([]money.Amount, 0, len(m.sources)+2)
	for _, source := range m.sources {
		values = append(values, m.b.Totals.Source(source))
	}
	for j, value := range append(values, m.b.Totals.Total, m.b.Totals.International) {
		s.Calc(at.Right(2+j), sumColumn(sheet.At(3+j, first), n), sheet.Amount(value), sheet.TotalStyle)
	}
	total := at.Right(2 + len(m.sources)).String()
	s.Calc(at.Right(4+len(m.sources)), shareFormula(total, total), share(m.b.Totals.Total, m.b.Totals.Total), sheet.TotalStyle)
}

func (m *maker) payeeSummary(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_payee_summary")
	heads(s, row, m.words.head("payee"), m.words.head("name"), m.words.head("payer"), m.words.head("total_amount"), m.words.head("currency"), m.words.head("contract_total"), m.words.head("share_of_government"))
	n := len(m.b.Phases)
	m.nameColumns(s, sheet.At(1, row+1), len(m.b.Payments),
		"Summary_Payee", "", "Summary_Payee_Payer", "Summary_Payee_Won", "", "Summary_Payee_Contract", "Summary_Payee_Share")
	for i, pay := range m.b.Payments {
		row++
		at := sheet.At(1, row)
		from := func(column int) string { return on(Overseas, sheet.At(column, firstRow+i)) }
		planned := int64(0)
		for _, a := range pay.Planned {
			planned += a.Minor()
		}
		line(s, at, sheet.TextStyle, pay.Payee, partyName(m.p.Party(pay.Payee)), pay.Payer)
		s.Calc(at.Right(3), from(7+n), sheet.Amount(m.b.Amount(planned)), sheet.CalcStyle)
		s.Calc(at.Right(4), from(5), sheet.Text(pay.Currency.Code()), sheet.CalcStyle)
		s.Calc(at.Right(5), from(8+2*n), sheet.Amount(pay.Total), sheet.TotalStyle)
		s.Calc(at.Right(6), shareFormula(at.Right(3).String(), "Total_gov"), share(m.b.Amount(planned), m.b.Totals.Government), sheet.CalcStyle)
	}
	return row + 1
}

// contents lists the other sheets with links.
func (m *maker) contents(s *sheet.Sheet, row int) {
	row = m.part(s, row, "part_contents")
	for _, entry := range m.tables()[1:] {
		at := sheet.At(1, row)
		s.Put(at, sheet.Text(entry.name), sheet.LinkStyle)
		s.Put(at.Right(1), sheet.Text(m.words.both(entry.key)), sheet.TextStyle)
		s.Links = append(s.Links, sheet.Link{Ref: at, Target: entry.name + "!A1", Tip: m.words.both(entry.key)})
		row++
	}
	for _, p := range m.prose {
		at := sheet.At(1, row)
		s.Put(at, sheet.Text(p.name), sheet.LinkStyle)
		s.Put(at.Right(1), sheet.Text(p.title), sheet.TextStyle)
		s.Links = append(s.Links, sheet.Link{Ref: at, Target: p.name + "!A1", Tip: p.title})
		row++
	}
}
