package workbook

import (
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// zero is the right side of checks that count what must not occur.
var zero = side{"", sheet.Int(0)}

// yearChecks compare the calendar years with what they are made of.
func (m *maker) yearChecks() {
	if !m.hasYears() {
		return
	}
	own := m.words.both("cite_arithmetic")
	m.check(m.words.head("check_years"), side{"Year_Total", sheet.Amount(m.b.Totals.Total)}, equal, side{"Source_Total", sheet.Amount(m.b.Totals.Total)}, own)
	m.check(m.words.head("check_years_government"), side{"Year_Government", sheet.Amount(m.b.Totals.Government)}, equal,
		side{"Total_" + project.Government, sheet.Amount(m.b.Totals.Government)}, own)
}

// shareChecks see that the sources of each phase are all of it.
func (m *maker) shareChecks() {
	whole := sheet.Percent(money.Hundred)
	for i, phase := range m.b.Phases {
		if phase.Totals.Total.IsZero() {
			continue
		}
		formula := ""
		for j, source := range m.sources {
			if j > 0 {
				formula += "+"
			}
			formula += sumIfs(numbered("Amount_"+source, i), "Amount_Category", quote(totalKey)) + "/" + numbered("Phase_Total", i)
		}
		m.check(phase.ID+": "+m.words.head("check_shares"), side{"ROUND(" + formula + ",9)", whole}, equal, side{"", whole}, m.words.both("cite_arithmetic"))
	}
}

// institutionChecks compare the two ways of adding up each institution, and see
// that no indirect cost is borne in kind.
func (m *maker) institutionChecks() {
	own := m.words.both("cite_arithmetic")
	for i, in := range m.b.Institutions {
		whole := sheet.Amount(in.Totals.Total)
		column := m.totalColumn()
		costs := m.sumRows(i, append(m.categories(true), m.categories(false)...), column, column, ByInstitution)
		sources := m.sumRows(i, []string{totalKey}, m.sourceColumn(len(m.b.Phases), 0), m.sourceColumn(len(m.b.Phases), len(m.sources)-1), ByInstitution)
		m.check(in.Party.ID+": "+m.words.head("check_institution"), side{sources, whole}, equal, side{costs, whole}, own)
	}
	kind := m.sum("", budget.Indirect, "", project.OwnInKind)
	m.check(m.words.head("check_indirect_cash"), side{sumIfs("Amount_"+project.OwnInKind, "Amount_Category", quote(budget.Indirect)), sheet.Amount(kind)}, equal,
		zero, m.words.show(m.b.Law.Cite("std-64-3"), "\n")+"\n"+m.words.show(m.b.Law.Cite("std-38"), "\n"))
}

// contractChecks compare each contract in its own currency with its instalments,
// and see that each payee gets something.
func (m *maker) contractChecks() {
	cite := m.words.both("cite_contract")
	for i, pay := range m.b.Payments {
		id := on(Overseas, sheet.At(1, firstRow+i))
		total := sheet.Amount(pay.Total)
		m.check(pay.ID+": "+m.words.head("check_contract"), side{sumIfs("Instalment_Foreign", "Instalment_Payment", id), total}, equal,
			side{on(Overseas, sheet.At(8+2*len(m.b.Phases), firstRow+i)), total}, cite)
	}
	if len(m.b.Payments) == 0 {
		return
	}
	nothing := int64(0)
	for _, pay := range m.b.Payments {
		if m.total(pay.Planned).IsZero() {
			nothing++
		}
	}
	m.check(m.words.head("check_payees"), side{`COUNTIF(Payment_Total,0)`, sheet.Int(nothing)}, equal, zero, cite)
}

// ruleChecks count the rows that break a rule of their own.
func (m *maker) ruleChecks() {
	broken := func(name string) string { return "COUNT(" + name + ")-SUM(" + name + ")" }
	if len(m.b.People) > 0 {
		n := int64(0)
		for _, p := range m.b.People {
			if m.personRule(p) != "rule_ok" {
				n++
			}
		}
		m.check(m.words.head("check_person_rules"), side{broken("Person_Kept"), sheet.Int(n)}, equal, zero, m.words.both("cite_rows"))
	}
	if len(m.b.Lines) > 0 {
		n := int64(0)
		for _, l := range m.b.Lines {
			if m.lineRule(l) != "rule_ok" {
				n++
			}
		}
		m.check(m.words.head("check_line_rules"), side{broken("Line_Kept"), sheet.Int(n)}, equal, zero, m.words.both("cite_rows"))
	}
}

// rateChecks look at exchange rates: above zero, and not later than the project
// agreement.
func (m *maker) rateChecks() {
	own := m.words.both("cite_entry")
	m.check(m.words.head("check_rates"), side{`COUNTIF(Rate_Won,"<=0")`, sheet.Int(0)}, equal, zero, own)
	last := calendar.Date{}
	for _, r := range m.b.Rates {
		if r.Entry != nil && r.Entry.Date.After(last) {
			last = r.Entry.Date
		}
	}
	agreed := m.p.Info.AgreementDate
	if !last.IsZero() && !agreed.IsZero() {
		m.check(m.words.head("check_rate_date"), side{"MAX(Rate_Date)", sheet.Date(last)}, atMost, side{"Agreement_Date", sheet.Date(agreed)}, m.words.both("cite_advice"))
	}
}

// dateChecks compare the days on which money goes abroad with the project and
// with its agreement.
func (m *maker) dateChecks() {
	first, last := calendar.Date{}, calendar.Date{}
	for _, pay := range m.b.Payments {
		for _, in := range pay.Instalments {
			if in.Due.IsZero() {
				continue
			}
			if first.IsZero() || in.Due.Before(first) {
				first = in.Due
			}
			if in.Due.After(last) {
				last = in.Due
			}
		}
	}
	if last.IsZero() {
		return
	}
	own := m.words.both("cite_entry")
	if end := m.p.Info.End; !end.IsZero() {
		m.check(m.words.head("check_due"), side{"MAX(Instalment_Due)", sheet.Date(last)}, atMost, side{"Project_End", sheet.Date(end)}, own)
	}
	if start := m.p.Info.Start; !start.IsZero() {
		m.check(m.words.head("check_due_start"), side{"MIN(Instalment_Due)", sheet.Date(first)}, atLeast, side{"Project_Start", sheet.Date(start)}, own)
	}
	if agreed := m.p.Info.AgreementDate; !agreed.IsZero() {
		m.check(m.words.head("check_due_agreement"), side{"MIN(Instalment_Due)", sheet.Date(first)}, atLeast, side{"Agreement_Date", sheet.Date(agreed)}, m.words.both("cite_advice"))
	}
}

// awardCheck compares the government's money of each phase with the award.
func (m *maker) awardCheck(phase int, left side) {
	if m.p.Award == nil || m.b.Requested == nil {
		return
	}
	m.check(m.b.Phases[phase].ID+": "+m.words.head("check_award"), left, equal,
		side{"", sheet.Amount(m.p.Award.Government[phase].In(m.b.Currency))}, m.words.both("cite_award"))
}

// otherReadings shows, below the checks, how the budget stands if a point that
// the call leaves open is read the other way. Nothing here is judged.
func (m *maker) otherReadings(s *sheet.Sheet, row int) {
	first := 0
	for _, l := range m.b.Limits {
		if !l.Other {
			continue
		}
		if first == 0 {
			row = m.part(s, row, "part_other_reading")
			first = row
		}
		phase, who := budget.AllPhases, l.Party
		if l.Phase != "" {
			phase, who = m.p.Phase(l.Phase), who+", "+l.Phase
		}
		at := sheet.At(1, row)
		line(s, at, sheet.TextStyle, "", who+": "+m.words.show(l.Name, "\n"))
		left, right := at.Right(2), at.Right(4)
		bound := m.boundOf(l, phase)
		m.side(s, left, side{on(Bases, m.basisCell(l.Party, l.Part, phase)), sheet.Amount(l.Amount)})
		s.Put(at.Right(3), sheet.Text(string(atMost)), sheet.CalcStyle)
		m.side(s, right, bound)
		outcome := "other_over"
		if l.Kept {
			outcome = "other_within"
		}
		s.Calc(at.Right(8), "IF("+left.String()+"<="+right.String()+","+quote(m.words.both("other_within"))+","+quote(m.words.both("other_over"))+")",
			sheet.Text(m.words.both(outcome)), sheet.CalcStyle)
		s.Put(at.Right(9), sheet.Text(m.words.head("other_reading")), sheet.TextStyle)
		row++
	}
	if first > 0 {
		m.nameColumns(s, sheet.At(1, first), row-first, "Other_Label", "", "Other_Left", "", "Other_Right")
	}
}
