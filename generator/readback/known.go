package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Known is the amounts that a document may print.
type Known map[money.Amount]bool

// NewKnown collects the amounts of a budget, and more that are known from
// elsewhere, as the parameters of a contract are.
func NewKnown(b *budget.Budget, more ...money.Amount) Known {
	k := Known{}
	k.sums(b)
	k.totals(b)
	k.rows(b)
	k.years(b)
	for _, l := range b.Limits {
		k.add(l.Amount, l.Of, l.Bound)
	}
	for _, in := range b.Institutions {
		k.share(b, in)
	}
	k.add(more...)
	return k
}

func (k Known) add(amounts ...money.Amount) {
	for _, a := range amounts {
		k[a] = true
	}
}

// sums adds every sum over institutions, categories, phases and sources, with
// direct costs together, with what is in cash, and with what an award changed.
func (k Known) sums(b *budget.Budget) {
	parties, categories, phases := []string{""}, [][]string{{""}, nil}, []string{""}
	for _, in := range b.Institutions {
		parties = append(parties, in.Party.ID)
	}
	for _, c := range b.Categories {
		categories = append(categories, []string{c.Key})
		if c.Direct {
			categories[1] = append(categories[1], c.Key)
		}
	}
	for _, p := range b.Phases {
		phases = append(phases, p.ID)
	}
	for _, party := range parties {
		for _, keys := range categories {
			for _, phase := range phases {
				was := sumsOf(b.Requested, party, keys, phase)
				for i, is := range sumsOf(b, party, keys, phase) {
					k.add(b.Amount(is))
					if b.Requested != nil {
						k.add(b.Amount(was[i]), b.Amount(is-was[i]))
					}
				}
			}
		}
	}
}

// sumsOf returns the minor units of each source, of all of them, and of all in
// cash. A budget of nothing has none.
func sumsOf(b *budget.Budget, party string, categories []string, phase string) []int64 {
	from := append(budget.Sources(), "")
	out := make([]int64, len(from)+1)
	if b == nil {
		return out
	}
	for _, category := range categories {
		for i, source := range from {
			sum, err := b.Sum(party, category, phase, source)
			if err != nil {
				continue
			}
			out[i] += sum.Minor()
			switch source {
			case "":
				out[len(from)] += sum.Minor()
			case project.OwnInKind:
				out[len(from)] -= sum.Minor()
			}
		}
	}
	return out
}

// totals adds the sums by kind of money and of cost, and what is left of what
// the call allows.
func (k Known) totals(b *budget.Budget) {
	all := []budget.Totals{b.Totals}
	for _, c := range b.Categories {
		all = append(all, c.Totals)
	}
	for _, in := range b.Institutions {
		all = append(append(all, in.Totals), in.Phases...)
	}
	caps := int64(0)
	for _, p := range b.Phases {
		all = append(all, p.Totals)
		if p.Cap != (money.Amount{}) {
			k.add(p.Cap, b.Amount(p.Cap.Minor()-p.Totals.Government.Minor()))
		}
		caps += p.Cap.Minor()
	}
	k.add(b.Amount(caps), b.Amount(caps-b.Totals.Government.Minor()))
	for _, t := range all {
		k.add(t.Government, t.OwnCash, t.OwnInKind, t.Other, t.Own, t.Cash, t.Direct, t.Indirect, t.International, t.Total)
	}
}

// rows adds the amounts of people, cost lines and payments, and what each kind of
// row comes to.
func (k Known) rows(b *budget.Budget) {
	posts, phases, lines := int64(0), make([]int64, len(b.Phases)), int64(0)
	for _, p := range b.People {
		k.add(p.Total, p.Monthly.In(b.Currency))
		k.add(p.Amounts...)
		k.add(p.Cut...)
		if p.Source == budget.Unpaid {
			continue
		}
		posts += p.Total.Minor()
		for i, a := range p.Amounts {
			phases[i] += a.Minor()
		}
	}
	for _, minor := range phases {
		k.add(b.Amount(minor))
	}
	for _, l := range b.Lines {
		lines += l.Amount.Minor()
		k.add(l.Amount, l.Cut, l.OriginalPrice.In(b.Currency))
		for _, d := range []money.Decimal{l.UnitPrice, l.Cost} {
			if a, err := money.Rounded(d, l.Currency); err == nil {
				k.add(a)
			}
		}
	}
	k.add(b.Amount(posts), b.Amount(lines), b.Options.RoundingUnit)
	k.payments(b)
}

// payments adds those abroad, with the stress test of their rates.
func (k Known) payments(b *budget.Budget) {
	paid, stressed := int64(0), int64(0)
	for _, p := range b.Payments {
		k.add(p.Planned...)
		k.add(p.Foreign...)
		k.add(p.Stressed...)
		k.add(p.Paid, p.Total, p.StressedSum, b.Amount(p.StressedSum.Minor()-p.Paid.Minor()))
		for _, in := range p.Instalments {
			k.add(in.Paid, in.Foreign)
		}
		paid, stressed = paid+p.Paid.Minor(), stressed+p.StressedSum.Minor()
	}
	k.add(b.Amount(paid), b.Amount(stressed), b.Amount(stressed-paid))
}

// years adds the phases spread over calendar years.
func (k Known) years(b *budget.Budget) {
	for _, y := range b.Years {
		for _, part := range append([]budget.YearPart{y.Whole}, y.Phases...) {
			k.add(part.BySource...)
			k.add(part.Total)
		}
	}
}

// share adds what an institution bears itself and what of the government's
// money it keeps: without what it passes on abroad, with what it receives.
func (k Known) share(b *budget.Budget, in *budget.Institution) {
	kept := in.Totals.Government.Minor() - in.Totals.International.Minor()
	for _, p := range b.PaymentsTo(in.Party.ID) {
		kept += p.Paid.Minor()
	}
	k.add(b.Amount(kept), b.Amount(kept+in.Totals.Own.Minor()))
}
