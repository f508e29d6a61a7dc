package merge

import (
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// How many phases one table shows. A project of more has its columns in groups,
// one table below the other; two columns for each phase make the groups smaller.
const (
	phasesWide  = 6
	phasesSplit = 3
)

// Grid is a table of amounts with one column for each phase.
type Grid struct {
	Phases []string
	Whole  bool // the last group: the sum over all phases stands in it
	Rows   []GridRow
}

// GridRow is one row of amounts.
type GridRow struct {
	Sum     string // direct, total: what the row adds up; empty for a category
	Name    diag.Text
	Source  string // of a row of one source only
	Amounts []money.Amount
	Total   money.Amount
}

// SplitGrid is a table with two columns for each phase: in cash and in kind.
type SplitGrid struct {
	Phases []string
	Whole  bool
	Rows   []SplitRow
}

// SplitRow is one row of amounts in cash and in kind.
type SplitRow struct {
	Sum     string
	Name    diag.Text
	Amounts []Split
	Total   Split
}

// Split is an amount in cash and in kind.
type Split struct{ Cash, Kind money.Amount }

// Sums of a table.
const (
	directSum = "direct"
	totalSum  = "total"
)

// tables makes the tables of one budget.
type tables struct {
	b       *budget.Budget
	sources []string // those with money
}

// sum adds up a selection of the budget. Its keys come from the budget itself.
func (t tables) sum(party, category, phase, source string) money.Amount {
	a, err := t.b.Sum(party, category, phase, source)
	if err != nil {
		return t.b.Amount(0)
	}
	return a
}

func (t tables) bySources(of budget.Totals) []money.Amount {
	var out []money.Amount
	for _, s := range t.sources {
		out = append(out, of.Source(s))
	}
	return out
}

func (t tables) phase(i int) PhaseSum {
	p := t.b.Phases[i]
	out := PhaseSum{
		Phase: p.ID, Period: p.Period, Months: p.Months, BySource: t.bySources(p.Totals), Total: p.Totals.Total,
		International: p.Totals.International, Government: shareOf(p.Totals.Government, p.Totals.Total), Cap: p.Cap,
	}
	if (p.Cap != money.Amount{}) {
		out.Left = minus(p.Cap, p.Totals.Government)
	}
	return out
}

// whole is the sum over all phases; it has a ceiling if all of them have one.
func (t tables) whole(period calendar.Period) PhaseSum {
	of := t.b.Totals
	out := PhaseSum{
		Period: period, BySource: t.bySources(of), Total: of.Total, International: of.International,
		Government: shareOf(of.Government, of.Total),
	}
	most, capped := t.b.Amount(0), len(t.b.Phases) > 0
	for _, p := range t.b.Phases {
		out.Months += p.Months
		most = plus(most, p.Cap)
		capped = capped && p.Cap != money.Amount{}
	}
	if capped {
		out.Cap, out.Left = most, minus(most, of.Government)
	}
	return out
}

func (t tables) institution(in *budget.Institution) InstitutionSum {
	return InstitutionSum{
		Party: in.Party.ID, Name: shortName(in.Party), Role: in.Party.Role, BySource: t.bySources(in.Totals),
		Total: in.Totals.Total, International: in.Totals.International, Share: shareOf(in.Totals.Total, t.b.Totals.Total),
	}
}

func (t tables) detail(in *budget.Institution) InstitutionBudget {
	out := InstitutionBudget{
		Party: in.Party.ID, Name: shortName(in.Party), Rate: in.IndirectRate, Stated: in.RateStated, Computed: in.Computed,
		Grids: t.detailGrids(in),
	}
	if in.Entry != nil {
		out.Basis = in.Entry.IndirectBasis
	}
	return out
}

// groups cuts the phases into groups of at most so many.
func (t tables) groups(most int) [][]budget.Phase {
	var out [][]budget.Phase
	for from := 0; from < len(t.b.Phases); from += most {
		out = append(out, t.b.Phases[from:min(from+most, len(t.b.Phases))])
	}
	return out
}

func idsOf(phases []budget.Phase) []string {
	var out []string
	for _, p := range phases {
		out = append(out, p.ID)
	}
	return out
}

// rowKind is one row of a table before its amounts: a category, from one source
// or from all, or a sum.
type rowKind struct {
	sum              string
	category, source string
	name             diag.Text
}

// amount returns what the row holds of an institution in a phase.
func (t tables) amount(r rowKind, party, phase string) money.Amount {
	switch r.sum {
	case totalSum:
		return t.sum(party, "", phase, r.source)
	case directSum:
		return minus(t.sum(party, "", phase, r.source), t.sum(party, budget.Indirect, phase, r.source))
	}
	return t.sum(party, r.category, phase, r.source)
}

// kinds returns the rows of a table of categories: those with money, the sum of
// the direct ones before the others, the total. Bysource divides the categories.
func (t tables) kinds(party string, bySource bool) []rowKind {
	sources := []string{""}
	if bySource {
		sources = t.sources
	}
	var out []rowKind
	direct := true
	for _, c := range t.b.Categories {
		if direct && !c.Direct {
			direct = false
			out = append(out, rowKind{sum: directSum})
		}
		for _, s := range sources {
			if !t.sum(party, c.Key, "", s).IsZero() {
				out = append(out, rowKind{category: c.Key, source: s, name: c.Name})
			}
		}
	}
	return append(out, rowKind{sum: totalSum})
}

// grids makes the tables of an institution, or of all of them, for rows.
func (t tables) grids(party string, kinds []rowKind) []Grid {
	groups := t.groups(phasesWide)
	var out []Grid
	for n, phases := range groups {
		g := Grid{Phases: idsOf(phases), Whole: n+1 == len(groups)}
		for _, k := range kinds {
			row := GridRow{Sum: k.sum, Name: k.name, Source: k.source, Total: t.amount(k, party, "")}
			for _, id := range g.Phases {
				row.Amounts = append(row.Amounts, t.amount(k, party, id))
			}
			g.Rows = append(g.Rows, row)
		}
		out = append(out, g)
	}
	return out
}

// categories is category × phase of an institution, or of all if it is empty.
func (t tables) categories(party string) []Grid { return t.grids(party, t.kinds(party, false)) }

// detailGrids is category × source × phase of an institution.
func (t tables) detailGrids(in *budget.Institution) []Grid {
	return t.grids(in.Party.ID, t.kinds(in.Party.ID, true))
}

// bySource is category × source over the whole project.
func (t tables) bySource() []GridRow {
	var out []GridRow
	for _, k := range t.kinds("", false) {
		row := GridRow{Sum: k.sum, Name: k.name, Total: t.amount(k, "", "")}
		for _, s := range t.sources {
			k.source = s
			row.Amounts = append(row.Amounts, t.amount(k, "", ""))
		}
		out = append(out, row)
	}
	return out
}

// inKind is category × phase, each in cash and in kind.
func (t tables) inKind() []SplitGrid {
	if !t.b.HasSource(project.OwnInKind) {
		return nil
	}
	groups := t.groups(phasesSplit)
	var out []SplitGrid
	for n, phases := range groups {
		g := SplitGrid{Phases: idsOf(phases), Whole: n+1 == len(groups)}
		for _, k := range t.kinds("", false) {
			row := SplitRow{Sum: k.sum, Name: k.name, Total: t.split(k, "")}
			for _, id := range g.Phases {
				row.Amounts = append(row.Amounts, t.split(k, id))
			}
			g.Rows = append(g.Rows, row)
		}
		out = append(out, g)
	}
	return out
}

func (t tables) split(k rowKind, phase string) Split {
	whole := t.amount(k, "", phase)
	k.source = project.OwnInKind
	kind := t.amount(k, "", phase)
	return Split{Cash: minus(whole, kind), Kind: kind}
}
