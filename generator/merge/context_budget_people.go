package merge

import (
	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// PeopleTable is the posts with their cost in a group of phases.
type PeopleTable struct {
	Phases []string
	Whole  bool
	Rows   []PersonRow
	Sums   []money.Amount // of the posts that the project pays
	Total  money.Amount
}

// PersonRow is one post.
type PersonRow struct {
	*project.Staff
	Institution diag.Text
	Category    diag.Text
	Monthly     money.Amount
	Phases      []PersonPhase
	Total       money.Amount
}

// PersonPhase is the share of time of a post in a phase and what it costs.
type PersonPhase struct {
	Share  money.Percent
	Amount money.Amount
	Change *money.Amount // part of Amount: what an award changed; nil: nothing
}

// people lists the posts. Those whom the project does not pay are listed and not
// counted.
func (t tables) people() []PeopleTable {
	if len(t.b.People) == 0 {
		return nil
	}
	groups := t.groups(phasesWide)
	var out []PeopleTable
	from := 0
	for n, phases := range groups {
		table := PeopleTable{Phases: idsOf(phases), Whole: n+1 == len(groups), Total: t.b.Amount(0)}
		for range phases {
			table.Sums = append(table.Sums, t.b.Amount(0))
		}
		for _, p := range t.b.People {
			row := t.person(p, from, len(phases))
			if p.Source != budget.Unpaid {
				table.Total = plus(table.Total, p.Total)
				for i := range phases {
					table.Sums[i] = plus(table.Sums[i], row.Phases[i].Amount)
				}
			}
			table.Rows = append(table.Rows, row)
		}
		from += len(phases)
		out = append(out, table)
	}
	return out
}

func (t tables) person(p budget.Person, from, count int) PersonRow {
	row := PersonRow{
		Staff: p.Staff, Institution: t.nameOf(p.Party), Category: t.categoryName(p.Category),
		Monthly: p.Monthly.In(t.b.Currency), Total: p.Total,
	}
	for i := from; i < from+count; i++ {
		phase := PersonPhase{Share: p.Participation[i], Amount: p.Amounts[i]}
		if p.Cut != nil {
			phase.Change = changed(p.Cut[i])
		}
		row.Phases = append(row.Phases, phase)
	}
	return row
}

func (t tables) line(l budget.CostLine) LineRow {
	return LineRow{
		Line: l.Line, Institution: t.nameOf(l.Party), Name: t.categoryName(l.Category),
		Foreign: l.Currency != t.b.Currency, Rate: l.Rate, Amount: l.Amount, Change: changed(l.Cut),
	}
}

// nameOf names an institution of the budget.
func (t tables) nameOf(party string) diag.Text {
	if in := t.b.Institution(party); in != nil {
		return shortName(in.Party)
	}
	return diag.Text{EN: party, KO: party}
}

func (t tables) categoryName(key string) diag.Text {
	for _, c := range t.b.Categories {
		if c.Key == key {
			return c.Name
		}
	}
	return diag.Text{EN: key, KO: key}
}
