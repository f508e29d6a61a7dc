package merge

import (
	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Pledge is what one institution bears itself, exactly as the budget has it.
type Pledge struct {
	Party      string
	Phases     []PledgePhase
	Categories []PledgeRow // in the order of the budget; those without own funds are left out
	Posts      []PledgePost
	Items      []PledgeItem
	Cash       money.Amount
	Kind       money.Amount
	Total      money.Amount
}

// PledgePhase is what it bears in one phase.
type PledgePhase struct {
	Phase      string
	Cash, Kind money.Amount
}

// PledgeRow is what it bears in one cost category: in each phase, and in all.
type PledgeRow struct {
	Name   diag.Text
	Phases []Split
	Total  Split
}

// PledgePost is a post that it bears.
type PledgePost struct {
	*project.Staff
	Kind  bool
	Total money.Amount
}

// PledgeItem is a cost line that it bears.
type PledgeItem struct {
	*project.Line
	Kind   bool
	Amount money.Amount
}

// pledge collects what an institution bears; false if that is nothing.
func pledge(b *budget.Budget, party string) (Pledge, bool) {
	in := b.Institution(party)
	if in == nil || in.Totals.Own.IsZero() {
		return Pledge{}, false
	}
	out := Pledge{Party: party, Cash: in.Totals.OwnCash, Kind: in.Totals.OwnInKind, Total: in.Totals.Own}
	for i, p := range b.Phases {
		out.Phases = append(out.Phases, PledgePhase{Phase: p.ID, Cash: in.Phases[i].OwnCash, Kind: in.Phases[i].OwnInKind})
	}
	t := tables{b: b}
	own := func(category, phase string) Split {
		return Split{Cash: t.sum(party, category, phase, project.OwnCash), Kind: t.sum(party, category, phase, project.OwnInKind)}
	}
	for _, c := range b.Categories {
		row := PledgeRow{Name: c.Name, Total: own(c.Key, "")}
		if row.Total.Cash.IsZero() && row.Total.Kind.IsZero() {
			continue
		}
		for _, p := range b.Phases {
			row.Phases = append(row.Phases, own(c.Key, p.ID))
		}
		out.Categories = append(out.Categories, row)
	}
	for _, p := range b.People {
		if p.Party == party && isOwn(p.Source) {
			out.Posts = append(out.Posts, PledgePost{Staff: p.Staff, Kind: p.Source == project.OwnInKind, Total: p.Total})
		}
	}
	for _, l := range b.Lines {
		if l.Party == party && isOwn(l.Source) {
			out.Items = append(out.Items, PledgeItem{Line: l.Line, Kind: l.Source == project.OwnInKind, Amount: l.Amount})
		}
	}
	return out, true
}

func isOwn(source string) bool { return source == project.OwnCash || source == project.OwnInKind }
