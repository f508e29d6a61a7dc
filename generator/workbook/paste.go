package workbook

import (
	"strconv"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// Form is the order in which an agency's form asks for the budget of one
// institution.
type Form struct {
	Unit money.Amount // what is below it is shown in a row of its own
	Note diag.Text
	Rows []FormRow
}

// FormRow is one line of a form: some cost categories, all money or a part.
type FormRow struct {
	Name       diag.Text
	Categories []string
	Money      string // AllMoney, CashMoney, KindMoney
}

// Parts of the money that a form asks for by themselves.
const (
	AllMoney  = "all"
	CashMoney = "cash"
	KindMoney = "in_kind"
)

// makePaste builds the sheet to copy into the agency's form: each institution's
// budget in the order and unit of the form. Amounts are cut to the unit, and
// what is cut off stands below them, so that they tie exactly.
func (m *maker) makePaste() {
	n := len(m.b.Phases)
	s := m.open(Paste, "paste", "paste_remark", repeat([]int{420}, 150, n, 165)...)
	s.Put(sheet.At(1, remarkRow+1), sheet.Text(m.words.show(m.form.Note, " ")), sheet.RemarkStyle)
	row := headRow
	for i, in := range m.b.Institutions {
		row = m.pasteBlock(s, row, i, in) + 1
	}
	s.Print.Portrait = true
}

// pasteBlock writes the form of one institution and returns the row below it.
func (m *maker) pasteBlock(s *sheet.Sheet, row, i int, in *budget.Institution) int {
	s.Put(sheet.At(1, row), sheet.Text(in.Party.ID+"  "+partyLine(in.Party)), sheet.PartStyle)
	row++
	texts := []string{m.words.head("form_row")}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID)
	}
	heads(s, row, append(texts, m.words.head("total"))...)
	first := row + 1
	for _, r := range m.form.Rows {
		row++
		m.pasteRow(s, row, i, in, r)
	}
	m.pasteTotals(s, row+1, first, in)
	form := numbered("Form", i) // with the number of the institution
	m.nameColumns(s, sheet.At(1, first), len(m.form.Rows)+2, m.each([]string{form}, form, m.numbers(), form+"_Total")...)
	return row + 3
}

func (m *maker) pasteRow(s *sheet.Sheet, at, i int, in *budget.Institution, r FormRow) {
	n := len(m.b.Phases)
	s.Put(sheet.At(1, at), sheet.Text(m.words.show(r.Name, " ")), sheet.TextStyle)
	for phase := range n {
		from, to := m.moneyColumns(phase, r.Money)
		formula := "0"
		if from <= to {
			formula = m.sumRows(i, r.Categories, from, to, ByInstitution)
		}
		s.Calc(sheet.At(2+phase, at), m.inForm(formula), sheet.Int(m.formAmount(in, r, phase)/m.form.Unit.Minor()), sheet.CalcStyle)
	}
	s.Calc(sheet.At(2+n, at), sumRange(sheet.At(2, at), n), sheet.Int(m.formSum(in, r)), sheet.TotalStyle)
}

// inForm cuts a sum to the unit of the form. A sum of amounts with decimals is
// rounded first: as a binary fraction it may fall just below itself.
func (m *maker) inForm(sum string) string {
	if n := m.b.Currency.Digits(); n > 0 {
		sum = "ROUND(" + sum + "," + strconv.Itoa(n) + ")"
	}
	return "ROUNDDOWN(" + sum + "/Form_Unit,0)"
}

// moneyColumns are the columns of ByInstitution for a part of the money; cash
// stands before in kind.
func (m *maker) moneyColumns(phase int, part string) (from, to int) {
	last := len(m.sources) - 1
	switch part {
	case CashMoney:
		return m.sourceColumn(phase, 0), m.sourceColumn(phase, last-1)
	case KindMoney:
		return m.sourceColumn(phase, last), m.sourceColumn(phase, last)
	}
	return m.sourceColumn(phase, 0), m.sourceColumn(phase, last)
}

// formAmount is what a row of the form has in a phase, in minor units.
func (m *maker) formAmount(in *budget.Institution, r FormRow, phase int) int64 {
	id := m.b.Phases[phase].ID
	sum := int64(0)
	for _, source := range m.sources {
		kind := source == project.OwnInKind
		if r.Money == CashMoney && kind || r.Money == KindMoney && !kind {
			continue
		}
		sum += m.sumOf(in.Party.ID, r.Categories, id, source).Minor()
	}
	return sum
}

// formSum adds up the phases of a row in units.
func (m *maker) formSum(in *budget.Institution, r FormRow) int64 {
	sum := int64(0)
	for phase := range m.b.Phases {
		sum += m.formAmount(in, r, phase) / m.form.Unit.Minor()
	}
	return sum
}

// pasteTotals adds up a block and says what the unit cuts off.
func (m *maker) pasteTotals(s *sheet.Sheet, at, first int, in *budget.Institution) {
	n, rows := len(m.b.Phases), len(m.form.Rows)
	s.Put(sheet.At(1, at), sheet.Text(m.words.both("form_total")), sheet.TotalStyle)
	s.Put(sheet.At(1, at+1), sheet.Text(m.words.both("form_rest")), sheet.TextStyle)
	for phase := range n + 1 {
		cell := sheet.At(2+phase, at)
		units, all := int64(0), in.Totals.Total
		column := "Amount_Total"
		if phase < n {
			all = in.Phases[phase].Total
		}
		for _, r := range m.form.Rows {
			if phase < n {
				units += m.formAmount(in, r, phase) / m.form.Unit.Minor()
			} else {
				units += m.formSum(in, r)
			}
		}
		s.Calc(cell, sumColumn(sheet.At(cell.Column, first), rows), sheet.Int(units), sheet.TotalStyle)
		whole := sumIfs(column, "Amount_Institution", partyText(in), "Amount_Category", quote(totalKey))
		if phase < n {
			whole = m.phaseOf(in, phase)
		}
		s.Calc(cell.Down(1), m.difference(whole+"-"+cell.String()+"*Form_Unit"), sheet.Amount(m.b.Amount(all.Minor()-units*m.form.Unit.Minor())), sheet.CalcStyle)
	}
}

// phaseOf is the whole budget of an institution in a phase.
func (m *maker) phaseOf(in *budget.Institution, phase int) string {
	formula := ""
	for i, source := range m.sources {
		if i > 0 {
			formula += "+"
		}
		formula += sumIfs(numbered("Amount_"+source, phase), "Amount_Institution", partyText(in), "Amount_Category", quote(totalKey))
	}
	return formula
}

// partyLine is what a party is called, on one line.
func partyLine(p *project.Party) string {
	return join(diag.Text{EN: p.Name.EN, KO: p.Name.Native}, " / ")
}
