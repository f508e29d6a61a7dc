package readback

import (
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// inputs are what is set: dates, limits, rates, and amounts that are given.
func (l *list) inputs() {
	l.settings()
	for _, phase := range l.b.Phases {
		start, end := diag.T("first day", "시작일"), diag.T("last day", "종료일")
		add := l.row(plain(phase.ID), key{column: "Phase_ID", text: phase.ID})
		if !phase.Period.Start.IsZero() {
			add("Phase_Start", day(phase.Period.Start), start)
		}
		if !phase.Period.End.IsZero() {
			add("Phase_End", day(phase.Period.End), end)
		}
		if end := l.b.StageEnd(phase.ID); !end.IsZero() {
			add("Phase_Purchase", day(end), diag.T("end of purchases", "구매 기준 종료일"))
		}
		add("Phase_Months", count(int64(phase.Months)), months)
		if phase.Cap != (money.Amount{}) {
			add("Phase_Cap", phase.Cap.Decimal(), diag.T("limit of the call", "공고 한도"))
		}
	}
	l.limits()
	for _, r := range l.b.Rates {
		add := l.row(plain(r.Currency.Code()), key{column: "Rate_Currency", text: r.Currency.Code()})
		add("Rate_Won", r.PerUnit, rate)
		add("Rate_Decimals", count(int64(r.Currency.Digits())), diag.T("decimals", "소수 자리"))
		if r.Entry != nil && !r.Entry.Date.IsZero() {
			add("Rate_Date", day(r.Entry.Date), diag.T("day of the rate", "환율 기준일"))
		}
	}
	l.given()
}

// settings are what holds for the whole project.
func (l *list) settings() {
	days := func(name string, d calendar.Date, what diag.Text) {
		if !d.IsZero() {
			l.single(name, day(d), what)
		}
	}
	days("Project_Start", l.p.Info.Start, diag.T("first day", "시작일"))
	days("Project_End", l.p.Info.End, diag.T("last day", "종료일"))
	days("Agreement_Date", l.p.Info.AgreementDate, diag.T("day of the project agreement", "과제 협약일"))
	l.single("Round_Unit", l.b.Options.RoundingUnit.Decimal(), diag.T("unit of rounding", "절사 단위"))
	l.single("FX_Stress", l.b.Options.Stress.Fraction(), diag.T("rise of the currencies", "환율 상승률"))
	if len(l.form.Rows) > 0 {
		l.single("Form_Unit", l.form.Unit.In(l.b.Currency).Decimal(), diag.T("unit of the form", "서식 단위"))
	}
	if most := l.b.Options.IntlCap; !most.IsZero() {
		l.single("Intl_Cap", most.Fraction(), abroad, diag.T("limit of the call", "공고 한도"))
	}
}

// limits are the percentages of the law, each once, with the amounts under the
// other reading of a setting, and what single rows are measured against.
func (l *list) limits() {
	seen := map[string]bool{"": true}
	for _, x := range l.b.Limits {
		if !seen[x.Key] {
			seen[x.Key] = true
			l.single("Limit_"+x.Key, x.Percent.Fraction(), x.Name)
		}
		if x.Other {
			add := l.row(words(plain(x.Party), x.Name, diag.T("other reading", "다른 해석")), anyRow)
			add("Other_Left", x.Amount.Decimal())
			right := x.Percent.Fraction().Mul(x.Of.Decimal())
			if l.b.Currency.Digits() > 0 {
				right = x.Bound.Decimal()
			}
			add("Other_Right", right)
		}
	}
	for _, key := range []string{budget.SharingThreshold, budget.ReviewThreshold, budget.EquipmentBefore, budget.SoftwareBefore} {
		if t, ok := l.b.Law.Threshold(key); ok {
			l.single("Threshold_"+key, t.Amount.Decimal().Add(count(t.Months)), t.Name.Diag())
		}
	}
}

// given are the rate of indirect cost and the amounts that institutions state.
// The name of a category may be shown in one language or in both.
func (l *list) given() {
	for _, in := range l.b.Institutions {
		id := in.Party.ID
		l.row(plain(id), key{column: "Institution_ID", text: id})("Institution_Rate", in.IndirectRate.Fraction(), diag.T("rate of indirect cost", "간접비 비율"))
		l.amounts(id, budget.Allowance, in.Allowance, in.ToLimit)
		l.amounts(id, budget.Indirect, in.Indirect, in.Computed)
	}
}

func (l *list) amounts(id, category string, amounts []money.Amount, computed bool) {
	if computed {
		return
	}
	name := l.category(category)
	add := l.row(words(plain(id), name), key{column: "Given_Institution", text: id}, key{"Given_Category", name.KO, name.EN})
	for i, a := range amounts {
		add(numbered("Given", i), a.Decimal(), plain(l.b.Phases[i].ID))
	}
}

// bases are the sums that limits of the law speak about.
func (l *list) bases() {
	for _, in := range l.b.Institutions {
		id := in.Party.ID
		seen := map[budget.Measure]bool{"": true}
		for _, m := range append([]budget.Measure{budget.ModifiedDirect}, l.measures(id)...) {
			if seen[m] {
				continue
			}
			seen[m] = true
			add := l.row(words(plain(id), m.Name()), key{column: "Basis_Institution", text: id}, key{column: "Basis_Measure", text: string(m)})
			for i, phase := range l.b.Phases {
				add(numbered("Basis", i), in.Measure(m, i).Decimal(), plain(phase.ID))
			}
			add("Basis_Total", in.Measure(m, budget.AllPhases).Decimal(), total)
		}
	}
}

// measures are those of the limits of an institution.
func (l *list) measures(id string) []budget.Measure {
	var out []budget.Measure
	for _, x := range l.b.Limits {
		if x.Party == id {
			out = append(out, x.Base, x.Part)
		}
	}
	return out
}

// summary is the first sheet but its payees.
func (l *list) summary() {
	whole := l.sum("", totalRow, "", "")
	for _, phase := range append(l.b.Phases, budget.Phase{}) {
		k, what := key{column: "Summary_Phase", text: phase.ID}, plain(phase.ID)
		if phase.ID == "" {
			k, what = last, total
		}
		add := l.row(what, k)
		l.bySource("Summary_Phase", "", phase.ID, add)
		government, intl := l.sum("", totalRow, phase.ID, l.from[0]), l.sum("", budget.International, phase.ID, "")
		add("Summary_Phase_Share", l.percentage(intl, government), share)
		if l.capped() {
			limit := l.cap(phase.ID)
			add("Summary_Phase_Cap", limit, diag.T("limit of the call", "공고 한도"))
			add("Summary_Phase_Headroom", limit.Sub(government), diag.T("left of the limit", "한도 잔액"))
		}
	}
	for _, in := range append(l.b.Institutions, nil) {
		id, k, what := "", last, total
		if in != nil {
			id = in.Party.ID
			k, what = key{column: "Summary_Institution", text: id}, plain(id)
		}
		add := l.row(what, k)
		l.bySource("Summary_Institution", id, "", add)
		add("Summary_Institution_Share", l.percentage(l.sum(id, totalRow, "", ""), whole), share)
	}
}

// bySource are the sources, their total and the funds abroad of one row.
func (l *list) bySource(name, party, phase string, add func(string, money.Decimal, ...diag.Text)) {
	for _, source := range l.from {
		add(name+"_"+source, l.sum(party, totalRow, phase, source), sources[source])
	}
	add(name+"_Total", l.sum(party, totalRow, phase, ""), total)
	add(name+"_International", l.sum(party, budget.International, phase, ""), abroad)
}

func (l *list) capped() bool {
	for _, phase := range l.b.Phases {
		if phase.Cap != (money.Amount{}) {
			return true
		}
	}
	return false
}

// cap is the limit of the call in a phase, or in all of them.
func (l *list) cap(id string) money.Decimal {
	sum := money.NewDecimal(0)
	for _, phase := range l.b.Phases {
		if id == "" || phase.ID == id {
			sum = sum.Add(phase.Cap.Decimal())
		}
	}
	return sum
}
