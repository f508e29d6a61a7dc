package merge

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// AwardView is what the agency granted after selection, against what was asked
// for.
type AwardView struct {
	*project.Award
	Phases       []ChangeRow
	Institutions []ChangeRow
	Categories   []ChangeRow
	Total        ChangeRow
}

// ChangeRow compares what was asked for with what was awarded.
type ChangeRow struct {
	Name       diag.Text
	Government Change
	Total      Change // with the institutions' own money
}

// Change is an amount before and after an award.
type Change struct{ Requested, Awarded, Difference money.Amount }

// award compares the budget with that before the award, or returns nil if there
// is none.
func (t tables) award(p *project.Project) *AwardView {
	if t.b.Requested == nil || p.Award == nil {
		return nil
	}
	out := &AwardView{Award: p.Award, Total: t.change(diag.Text{}, "", "", "")}
	for _, phase := range t.b.Phases {
		out.Phases = append(out.Phases, t.change(diag.Text{EN: phase.ID, KO: phase.ID}, "", "", phase.ID))
	}
	for _, in := range t.b.Institutions {
		out.Institutions = append(out.Institutions, t.change(shortName(in.Party), in.Party.ID, "", ""))
	}
	for _, c := range t.b.Categories {
		row := t.change(c.Name, "", c.Key, "")
		if !row.Total.Requested.IsZero() || !row.Total.Awarded.IsZero() {
			out.Categories = append(out.Categories, row)
		}
	}
	return out
}

func (t tables) change(name diag.Text, party, category, phase string) ChangeRow {
	before := tables{b: t.b.Requested}
	of := func(source string) Change {
		asked, awarded := before.sum(party, category, phase, source), t.sum(party, category, phase, source)
		return Change{Requested: asked, Awarded: awarded, Difference: minus(awarded, asked)}
	}
	return ChangeRow{Name: name, Government: of(project.Government), Total: of("")}
}

// changed returns what an award changes of one row, or nil if it changes nothing.
func changed(a money.Amount) *money.Amount {
	if a.IsZero() {
		return nil
	}
	return &a
}
