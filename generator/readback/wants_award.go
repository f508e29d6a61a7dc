package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// award sets what was asked for beside what was awarded. Rows with the same key
// stand in the order of the sources.
func (l *list) award() {
	if l.b.Requested == nil {
		return
	}
	was := &list{p: l.p, b: l.b.Requested, from: l.from}
	for _, phase := range append(l.b.Phases, budget.Phase{}) {
		for _, source := range append(l.from, "") {
			if phase.ID != "" || source == "" {
				l.compared("Award_Phase", phase.ID, l.source(source), was.sum("", totalRow, phase.ID, source), l.sum("", totalRow, phase.ID, source))
			}
		}
	}
	for _, in := range l.b.Institutions {
		id := in.Party.ID
		l.compared("Award_Institution", id, total, was.sum(id, totalRow, "", ""), l.sum(id, totalRow, "", ""))
	}
	for _, c := range l.b.Categories {
		asked, awarded := was.sum("", c.Key, "", ""), l.sum("", c.Key, "", "")
		if !asked.IsZero() || !awarded.IsZero() {
			l.compared("Award_Category", c.Key, total, asked, awarded)
		}
	}
	l.awardRows()
}

// awardRows are the rows that the award changed.
func (l *list) awardRows() {
	was := l.b.Requested
	row := func(id string, asked, awarded money.Decimal) {
		if !asked.Equal(awarded) {
			l.compared("Award_Row", id, total, asked, awarded)
		}
	}
	for i, p := range l.b.People {
		row(p.ID, was.People[i].Total.Decimal(), p.Total.Decimal())
	}
	for i, x := range l.b.Lines {
		row(x.ID, was.Lines[i].Amount.Decimal(), x.Amount.Decimal())
	}
	for i, p := range l.b.Payments {
		row(p.ID, was.Payments[i].Paid.Decimal(), p.Paid.Decimal())
	}
	before := &list{p: l.p, b: was}
	for _, in := range l.b.Institutions {
		id := in.Party.ID
		for _, category := range []string{budget.Allowance, budget.Indirect} {
			row(id, before.sum(id, category, "", ""), l.sum(id, category, "", ""))
		}
	}
}

// compared are the numbers of one row of a comparison.
func (l *list) compared(name, id string, what diag.Text, asked, awarded money.Decimal) {
	add := l.row(words(plain(id), what), key{column: name, text: id})
	add(name+"_Asked", asked, diag.T("requested", "신청"))
	add(name+"_Awarded", awarded, diag.T("awarded", "선정"))
	add(name+"_Difference", awarded.Sub(asked), changed)
	add(name+"_Change", l.percentage(awarded.Sub(asked), asked), changed, share)
}
