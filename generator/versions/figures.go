package versions

import (
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// figure is an amount of the budget with its name.
type figure struct {
	key    string
	what   diag.Text
	amount money.Amount
}

// amounts compares the sums of the two budgets, in front of the values from which
// they come.
func (c *Comparison) amounts(old, new Version) {
	if old.Budget == nil || new.Budget == nil {
		c.missing(diag.T("the budget", "연구개발비"), old.Budget == nil, new.Budget == nil)
		return
	}
	was, is := figures(old.Budget), figures(new.Budget)
	var out []Change
	find := func(all []figure, key string) (money.Amount, bool) {
		i := slices.IndexFunc(all, func(f figure) bool { return f.key == key })
		if i < 0 {
			return money.Amount{}, false
		}
		return all[i].amount, true
	}
	for _, f := range is {
		before, ok := find(was, f.key)
		if ok && before == f.amount || !ok && f.amount.IsZero() {
			continue
		}
		out = append(out, amountChange(f.what, before, f.amount, ok, true))
	}
	for _, f := range was {
		if _, ok := find(is, f.key); !ok && !f.amount.IsZero() {
			out = append(out, amountChange(f.what, f.amount, money.Amount{}, true, false))
		}
	}
	c.Amounts = append(out, c.Amounts...)
}

func amountChange(what diag.Text, old, new money.Amount, was, is bool) Change {
	c := Change{What: what}
	if was {
		c.Old = inBoth(old)
	}
	if is {
		c.New = inBoth(new)
	}
	c.Kind = kindOf(c.Old, c.New)
	if d, err := new.Sub(old); was && is && err == nil {
		c.Difference = signedAmount(d)
	}
	return c
}

func inBoth(a money.Amount) diag.Text { return diag.Text{EN: a.English(), KO: a.Korean()} }

// signedAmount is a difference of amounts with its sign in front.
func signedAmount(d money.Amount) diag.Text {
	sign := "+"
	if d.IsNegative() {
		sign, d = "-", d.Neg()
	}
	return diag.Text{EN: sign + d.Code(), KO: sign + d.Korean()}
}

// figures lists the sums of a budget: of the project, of each institution, of
// each payment abroad.
func figures(b *budget.Budget) []figure {
	var out []figure
	totals := func(key string, who diag.Text, t budget.Totals) {
		for _, x := range []struct {
			key    string
			what   diag.Text
			amount money.Amount
		}{
			{"total", diag.T("total", "총액"), t.Total},
			{"government", diag.T("government's money", "정부지원연구개발비"), t.Government},
			{"cash", diag.T("own cash", "기관부담 현금"), t.OwnCash},
			{"kind", diag.T("own contribution in kind", "기관부담 현물"), t.OwnInKind},
			{"other", diag.T("other money", "그 밖의 지원금"), t.Other},
			{"indirect", diag.T("indirect cost", "간접비"), t.Indirect},
			{"international", diag.T("international joint R&D funds", "국제공동연구개발비"), t.International},
		} {
			out = append(out, figure{key + " " + x.key, diag.T("%s: %s", "%s: %s", who, x.what), x.amount})
		}
	}
	totals("project", diag.T("project", "과제 전체"), b.Totals)
	for _, in := range b.Institutions {
		totals("institution "+in.Party.ID, both(in.Party.ID), in.Totals)
	}
	for _, y := range b.Payments {
		out = append(out,
			figure{"payment " + y.ID, diag.T("%s: paid to %s", "%s: %s 지급액", y.ID, y.Payee), y.Paid},
			figure{"contract " + y.ID, diag.T("%s: in the currency of the contract", "%s: 계약 통화 금액", y.ID), y.Total})
	}
	return out
}

// dates compares the dates that follow from the project, the call, the law and
// the contracts, in front of those of the project file alone.
func (c *Comparison) dates(old, new Version) {
	find := func(all []Date, id string) int {
		return slices.IndexFunc(all, func(d Date) bool { return d.ID == id })
	}
	var out []Change
	text := func(d Date) diag.Text { return diag.Text{EN: d.Date.English(), KO: d.Date.Korean()} }
	for _, n := range new.Dates {
		ch := Change{What: n.What, New: text(n)}
		if i := find(old.Dates, n.ID); i >= 0 {
			ch.Old = text(old.Dates[i])
			if old.Dates[i].Date == n.Date {
				continue
			}
		}
		ch.Kind = kindOf(ch.Old, ch.New)
		out = append(out, ch)
	}
	for _, o := range old.Dates {
		if find(new.Dates, o.ID) < 0 {
			out = append(out, Change{Kind: Removed, What: o.What, Old: text(o)})
		}
	}
	c.Dates = append(out, c.Dates...)
}
