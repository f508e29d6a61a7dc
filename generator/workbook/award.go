package workbook

import (
	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// makeAward builds the sheet that sets what was asked for beside what was
// awarded (변경 대비표). What was asked for is typed in: it does not change any
// more.
func (m *maker) makeAward() {
	s := m.open(Award, "award", "award_remark", idWidth, 360, 175, 175, 175, 110)
	row := m.part(s, headRow, "part_award_phases")
	row = m.awardTable(s, row, "Award_Phase", m.awardPhases())
	row = m.part(s, row+1, "part_award_institutions")
	row = m.awardTable(s, row, "Award_Institution", m.awardInstitutions())
	row = m.part(s, row+1, "part_award_categories")
	row = m.awardTable(s, row, "Award_Category", m.awardCategories())
	row = m.part(s, row+1, "part_award_rows")
	m.awardTable(s, row, "Award_Row", m.awardRows())
	s.Print.Portrait = true
}

// awardLine is one line of a comparison.
type awardLine struct {
	key, name      string
	asked, awarded money.Amount
	formula        string
	total          bool
}

// awardTable writes a comparison under a name and returns the row below it.
func (m *maker) awardTable(s *sheet.Sheet, row int, name string, lines []awardLine) int {
	m.nameColumns(s, sheet.At(1, row+1), len(lines), name, "", name+"_Asked", name+"_Awarded", name+"_Difference", name+"_Change")
	heads(s, row, m.texts("key", "name", "requested", "awarded", "difference", "change")...)
	for _, l := range lines {
		row++
		labels, style := sheet.TextStyle, sheet.CalcStyle
		if l.total {
			labels, style = sheet.TotalStyle, sheet.TotalStyle
		}
		at := sheet.At(1, row)
		line(s, at, labels, l.key, l.name)
		asked, awarded, change := at.Right(2), at.Right(3), at.Right(4)
		s.Put(asked, sheet.Amount(l.asked), style)
		s.Calc(awarded, l.formula, sheet.Amount(l.awarded), style)
		difference := m.b.Amount(l.awarded.Minor() - l.asked.Minor())
		s.Calc(change, m.difference(awarded.String()+"-"+asked.String()), sheet.Amount(difference), style)
		s.Calc(at.Right(5), shareFormula(change.String(), asked.String()), share(difference, l.asked), style)
	}
	return row + 1
}

func (m *maker) awardPhases() []awardLine {
	var out []awardLine
	for i, phase := range m.b.Phases {
		asked := m.b.Requested.Phases[i].Totals
		for _, source := range m.sources {
			out = append(out, awardLine{
				phase.ID, m.words.both(source), asked.Source(source), phase.Totals.Source(source),
				sumIfs(numbered("Amount_"+source, i), "Amount_Category", quote(totalKey)), false,
			})
		}
		out = append(out, awardLine{phase.ID, m.words.both("total_cost"), asked.Total, phase.Totals.Total, numbered("Phase_Total", i), true})
	}
	return append(out, awardLine{"", m.words.both("total_cost"), m.b.Requested.Totals.Total, m.b.Totals.Total, "Source_Total", true})
}

func (m *maker) awardInstitutions() []awardLine {
	var out []awardLine
	for i, in := range m.b.Institutions {
		out = append(out, awardLine{
			in.Party.ID, partyName(in.Party), m.b.Requested.Institutions[i].Totals.Total, in.Totals.Total,
			sumIfs("Amount_Total", "Amount_Institution", partyText(in), "Amount_Category", quote(totalKey)), false,
		})
	}
	return out
}

func (m *maker) awardCategories() []awardLine {
	var out []awardLine
	for i, c := range m.b.Categories {
		asked := m.b.Requested.Categories[i].Totals.Total
		if asked.IsZero() && c.Totals.Total.IsZero() {
			continue
		}
		out = append(out, awardLine{
			c.Key, m.words.show(c.Name, " "), asked, c.Totals.Total, sumIfs("Amount_Total", "Amount_Category", quote(c.Key)), false,
		})
	}
	return out
}

// awardRows compares the rows that the award changed.
func (m *maker) awardRows() []awardLine {
	var out []awardLine
	for i, p := range m.b.People {
		if asked := m.b.Requested.People[i].Total; asked != p.Total {
			out = append(out, awardLine{p.ID, prose(p.Name), asked, p.Total, m.rowOfTable("Person_Total", "Person_ID", p.ID), false})
		}
	}
	for i, l := range m.b.Lines {
		if asked := m.b.Requested.Lines[i].Amount; asked != l.Amount {
			out = append(out, awardLine{l.ID, prose(l.Item), asked, l.Amount, m.rowOfTable(lineAmount, "Line_ID", l.ID), false})
		}
	}
	for i, y := range m.b.Payments {
		if asked := m.b.Requested.Payments[i].Paid; asked != y.Paid {
			out = append(out, awardLine{y.ID, partyName(m.p.Party(y.Payee)), asked, y.Paid, m.rowOfTable("Payment_Total", "Payment_ID", y.ID), false})
		}
	}
	return append(out, m.awardStated()...)
}

// awardStated compares allowance and indirect cost of each institution.
func (m *maker) awardStated() []awardLine {
	var out []awardLine
	for i, in := range m.b.Institutions {
		was := m.b.Requested.Institutions[i]
		for _, x := range []struct {
			key            string
			asked, awarded []money.Amount
		}{{budget.Allowance, was.Allowance, in.Allowance}, {budget.Indirect, was.Indirect, in.Indirect}} {
			if asked, awarded := m.total(x.asked), m.total(x.awarded); asked != awarded {
				out = append(out, awardLine{
					in.Party.ID, m.words.show(m.categoryName(x.key), " "), asked, awarded,
					sumIfs("Amount_Total", "Amount_Institution", partyText(in), "Amount_Category", quote(x.key)), false,
				})
			}
		}
	}
	return out
}

// total adds up amounts of one institution, which are within the bounds of the
// whole budget.
func (m *maker) total(list []money.Amount) money.Amount {
	sum := int64(0)
	for _, a := range list {
		sum += a.Minor()
	}
	return m.b.Amount(sum)
}

// rowOfTable looks up a column of a table by the id of the row.
func (m *maker) rowOfTable(column, ids, id string) string {
	return "INDEX(" + column + ",MATCH(" + quote(id) + "," + ids + ",0))"
}
