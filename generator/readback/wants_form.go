package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// forms are the tables in the order of the agency's form, one for each
// institution: rows cut to the unit of the form, what they come to, and what the
// unit cuts off.
func (l *list) forms() {
	if len(l.form.Rows) == 0 || l.form.Unit < 1 {
		return
	}
	for i, in := range l.b.Institutions {
		l.formOf(numbered("Form", i), in)
	}
}

func (l *list) formOf(name string, in *budget.Institution) {
	id := in.Party.ID
	sums := make([]int64, len(l.b.Phases)+1)
	unit := int64(l.form.Unit)
	put := func(column string, row int, value money.Decimal, what ...diag.Text) {
		l.out = append(l.out, wanted{column: column, at: row, value: value, what: words(append([]diag.Text{plain(id)}, what...)...)})
	}
	for i, r := range l.form.Rows {
		all := int64(0)
		for p, phase := range l.b.Phases {
			n := l.formAmount(id, phase.ID, r) / unit
			all += n
			sums[p] += n
			put(numbered(name, p), i+1, count(n), r.Name.Diag(), plain(phase.ID))
		}
		sums[len(l.b.Phases)] += all
		put(name+"_Total", i+1, count(all), r.Name.Diag(), total)
	}
	rows, rest := len(l.form.Rows), diag.T("less than the unit", "단위 미만")
	for p, phase := range append(l.b.Phases, budget.Phase{ID: ""}) {
		column, what := name+"_Total", diag.Text{}
		if phase.ID != "" {
			column, what = numbered(name, p), plain(phase.ID)
		}
		put(column, rows+1, count(sums[p]), what, total)
		put(column, rows+2, l.sum(id, totalRow, phase.ID, "").Sub(l.b.Amount(sums[p]*unit).Decimal()), what, rest)
	}
}

// formAmount is what a row of the form has in a phase, in minor units.
func (l *list) formAmount(id, phase string, r call.FormRow) int64 {
	sum := money.NewDecimal(0)
	for _, source := range l.from {
		kind := source == project.OwnInKind
		if r.Money == "cash" && kind || r.Money == "in_kind" && !kind {
			continue
		}
		for _, category := range r.Categories {
			sum = sum.Add(l.sum(id, category, phase, source))
		}
	}
	a, err := money.Exact(sum, l.b.Currency)
	if err != nil { // a sum of amounts is one
		return 0
	}
	return a.Minor()
}
