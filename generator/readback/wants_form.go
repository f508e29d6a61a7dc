package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// forms are the tables in the order of the agency's form, one for each
// institution: rows cut to the unit of the form, what they come to, and the won
// that the unit cuts off.
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
	put := func(column string, row int, value int64, what ...diag.Text) {
		l.out = append(l.out, wanted{column: column, at: row, value: won(value), what: words(append([]diag.Text{plain(id)}, what...)...)})
	}
	for i, r := range l.form.Rows {
		all := int64(0)
		for p, phase := range l.b.Phases {
			n := l.formWon(id, phase.ID, r) / l.form.Unit
			all += n
			sums[p] += n
			put(numbered(name, p), i+1, n, r.Name.Diag(), plain(phase.ID))
		}
		sums[len(l.b.Phases)] += all
		put(name+"_Total", i+1, all, r.Name.Diag(), total)
	}
	rows, rest := len(l.form.Rows), diag.T("less than the unit", "단위 미만")
	for p, phase := range append(l.b.Phases, budget.Phase{ID: ""}) {
		column, what := name+"_Total", diag.Text{}
		if phase.ID != "" {
			column, what = numbered(name, p), plain(phase.ID)
		}
		whole, _ := l.sum(id, totalRow, phase.ID, "").Int64()
		put(column, rows+1, sums[p], what, total)
		put(column, rows+2, whole-sums[p]*l.form.Unit, what, rest)
	}
}

// formWon is what a row of the form has in a phase.
func (l *list) formWon(id, phase string, r call.FormRow) int64 {
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
	n, _ := sum.Int64()
	return n
}
