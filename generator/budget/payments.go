package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// payments computes the international joint R&D funds: booked with the payer
// per phase, paid in instalments that the contract rate turns into the payee's
// currency.
func (c *computer) payments() {
	seen := map[string]bool{}
	for i := range c.p.Budget.Payments {
		p := &c.p.Budget.Payments[i]
		if seen[p.ID] {
			c.add(p.Path+".id", diag.Finding{
				Code: CodeTwice, Severity: diag.Blocking,
				Message: diag.T("two payments have the id %s", "지급 ID가 중복되었습니다: %s", p.ID),
				Fix:     diag.T("give each payment an id of its own", "지급마다 다른 ID를 쓰십시오"),
			})
			continue
		}
		seen[p.ID] = true
		c.payment(p)
	}
}

func (c *computer) payment(p *project.Payment) {
	payer, payerOK := c.institution(p.Payer, p.Path+".payer")
	category, categoryOK := c.category(International, p.Path)
	rate, rateOK := money.Decimal{}, false
	if p.Currency.IsZero() {
		c.noCurrency(p.Path + ".currency")
	} else {
		rate, rateOK = c.rateOf(p.Currency, p.Path+".currency")
	}
	payeeOK := c.payee(p)
	planned, plannedOK := c.given(p.Phases, p.Path+".phases")
	if !payerOK || !categoryOK || !rateOK || !payeeOK || !plannedOK {
		return
	}
	planned = c.cut.planned(p, planned)
	c.payer(p, c.b.Institutions[payer].Party)
	government := c.b.sources[project.Government]
	for phase, amount := range planned {
		if !c.book(payer, category, phase, government, amount, item(p.Path+".phases", phase)) {
			return
		}
	}
	row := Payment{Payment: p, Rate: rate, Planned: planned}
	row.Paid, row.Total = c.b.Amount(0), money.New(0, p.Currency)
	row.Foreign = make([]money.Amount, len(planned))
	for phase := range row.Foreign {
		row.Foreign[phase] = money.New(0, p.Currency)
	}
	if c.instalments(&row) {
		c.b.Payments = append(c.b.Payments, row)
	}
}

// instalments converts each payment by itself and compares their sum with the
// amount of its phase.
func (c *computer) instalments(row *Payment) bool {
	sums, valid := make([]money.Amount, len(c.b.Phases)), true
	for i := range row.Payment.Instalments {
		in := &row.Payment.Instalments[i]
		phase, ok := c.phase(in.Phase, in.Path+".phase")
		if !c.notNegative(in.Amount < 0, in.Path+".amount") || !ok {
			valid = false
			continue
		}
		paid := c.cut.instalment(in, c.b.Currency)
		foreign, err := money.Convert(paid, row.Rate, row.Currency)
		if err == nil {
			err = accumulate(paid, &sums[phase], &row.Paid)
		}
		if err == nil {
			err = accumulate(foreign, &row.Foreign[phase], &row.Total)
		}
		if err != nil {
			c.overflow(in.Path+".amount", err)
			valid = false
			continue
		}
		c.due(in, c.b.Phases[phase])
		row.Instalments = append(row.Instalments, Instalment{in, paid, foreign})
	}
	if valid {
		c.compare(row, sums)
		valid = c.stress(row)
	}
	return valid
}

// accumulate adds an amount to several sums.
func accumulate(a money.Amount, sums ...*money.Amount) error {
	for _, sum := range sums {
		added, err := sum.Add(a)
		if err != nil {
			return err
		}
		*sum = added
	}
	return nil
}

// compare reports phases whose instalments do not add up to their amount.
func (c *computer) compare(row *Payment, sums []money.Amount) {
	for phase, planned := range row.Planned {
		if sums[phase].Minor() == planned.Minor() {
			continue
		}
		c.add(item(row.Path+".phases", phase), diag.Finding{
			Code: CodeInstalments, Severity: diag.Blocking,
			Message: diag.T("the instalments to %s in %s add up to %s, but the phase has %s",
				"%s 지급의 %s 분할 지급 합계는 %s, 연차 금액은 %s으로 서로 다릅니다",
				row.Payee, c.b.Phases[phase].ID, shown(c.b.Amount(sums[phase].Minor())), shown(planned)),
			Fix: diag.T("make the instalments of the phase add up to its amount", "연차의 분할 지급 합계를 연차 금액에 맞추십시오"),
		})
	}
}

// stress computes what the contract costs if its currency rises.
func (c *computer) stress(row *Payment) bool {
	row.StressedSum = c.b.Amount(0)
	factor := c.b.Options.Stress.Add(money.Hundred).Fraction()
	for phase, foreign := range row.Foreign {
		cost, err := money.ConvertBack(foreign, row.Rate.Mul(factor), c.b.Currency)
		if err == nil {
			row.StressedSum, err = row.StressedSum.Add(cost)
		}
		if err != nil {
			c.overflow(item(row.Path+".phases", phase), err)
			return false
		}
		row.Stressed = append(row.Stressed, cost)
	}
	return true
}

// due compares the date of an instalment with its phase. In a stage, money may
// not come before it; between annual periods it is only unusual. What is paid
// after the end of the project or stage is judged by a rule of the law.
func (c *computer) due(in *project.Instalment, phase Phase) {
	if in.Due.IsZero() {
		return
	}
	if in.Due.After(c.b.StageEnd(phase.ID)) || !phase.Period.Valid() || phase.Period.Contains(in.Due) {
		return
	}
	f := diag.Finding{
		Code: CodeInstalmentDate, Severity: diag.Warning, Why: c.v.Cite(citeSpending),
		Message: diag.T("the instalment %s is due on %s, outside the phase %s", "분할 지급 %s의 지급일(%s)이 연차 %s 기간 밖입니다", in.ID, dayText(in.Due), phase.ID),
		Fix:     diag.T("choose a date inside the period", "기간 안의 날짜로 정하십시오"),
	}
	if c.b.Options.PhaseKind == StagePhases {
		f.Severity = diag.Unmet
	}
	c.add(in.Path+".due", f)
}
