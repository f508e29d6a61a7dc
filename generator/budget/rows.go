package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// rates reads the exchange rates; the grant's own currency is always there at 1.
func (c *computer) rates() {
	c.b.Rates = []Rate{{Currency: c.b.Currency, PerUnit: money.NewDecimal(1)}}
	for i := range c.p.Budget.Rates {
		entry := &c.p.Budget.Rates[i]
		switch _, known := c.b.rate(entry.Currency); {
		case entry.Currency.IsZero():
			c.noCurrency(entry.Path + ".currency")
		case known:
			c.add(entry.Path+".currency", diag.Finding{
				Code: CodeRate, Severity: diag.Blocking,
				Message: diag.T("there already is a rate for %s", "이미 환율이 정해진 통화입니다: %s", entry.Currency.Code()),
				Fix:     diag.T("keep one of the two", "둘 중 하나만 두십시오"),
			})
		case !entry.PerUnit.IsPositive():
			c.add(entry.Path+".krw_per_unit", diag.Finding{
				Code: CodeRate, Severity: diag.Blocking,
				Message: diag.T("the rate of %s must be more than 0", "환율은 0보다 커야 합니다: %s", entry.Currency.Code()),
				Fix:     diag.T("write how many %s one unit of the currency is", "외화 1단위가 몇 %s인지 쓰십시오", c.units()),
			})
		default:
			c.b.Rates = append(c.b.Rates, Rate{entry.Currency, entry.PerUnit, entry})
			c.rateDate(entry)
		}
	}
}

// rateDate warns of a rate that is younger than the project agreement, whose
// plan is the one that binds: Standards, Art. 28(5).
func (c *computer) rateDate(r *project.ExchangeRate) {
	agreed := c.p.Info.AgreementDate
	if agreed.IsZero() || !r.Date.After(agreed) {
		return
	}
	c.add(r.Path+".date", diag.Finding{
		Code: CodeRateDate, Severity: diag.Warning,
		Message: diag.T("the rate of %s is of %s, later than the project agreement", "%s 환율의 기준일 %s이 협약일보다 늦습니다", r.Currency.Code(), dayText(r.Date)),
		Why:     diag.T("the plan at the time of the project agreement is what later amounts are compared with", "이후 금액은 협약 당시의 계획과 비교됩니다"),
		Fix:     diag.T("use a rate of the day of the agreement or earlier", "협약일 또는 그 이전의 환율을 쓰십시오"),
	})
}

func (b *Budget) rate(currency money.Currency) (money.Decimal, bool) {
	for _, r := range b.Rates {
		if r.Currency == currency {
			return r.PerUnit, true
		}
	}
	return money.Decimal{}, false
}

// rateOf finds the rate that a row needs and reports a missing one.
func (c *computer) rateOf(currency money.Currency, path string) (money.Decimal, bool) {
	rate, known := c.b.rate(currency)
	if !known {
		c.add(path, diag.Finding{
			Code: CodeRate, Severity: diag.Blocking,
			Message: diag.T("there is no exchange rate for %s", "환율이 없는 통화입니다: %s", currency.Code()),
			Fix:     diag.T("add it to budget.rates", "budget.rates에 환율을 추가하십시오"),
		})
	}
	return rate, known
}

func (c *computer) noCurrency(path string) {
	c.add(path, diag.Finding{
		Code: CodeCurrency, Severity: diag.Blocking,
		Message: diag.T("the currency is missing", "통화가 없습니다"),
		Fix:     diag.T("write its code, as in USD", "USD처럼 통화 코드를 쓰십시오"),
	})
}

// people computes the posts: monthly cost times participation times months,
// rounded half up to the minor unit.
func (c *computer) people() {
	for i := range c.p.Budget.People {
		c.person(&c.p.Budget.People[i])
	}
}

func (c *computer) person(s *project.Staff) {
	party, partyOK := c.institution(s.Party, s.Path+".party")
	category, categoryOK := c.category(s.Category, s.Path+".category")
	source, sourceOK := c.source(s.Source, s.Path+".source", Unpaid)
	if categoryOK && s.Category != Personnel && s.Category != StudentPersonnel {
		c.unknown(CodeRoute, s.Path+".category", diag.T("category for people", "인력 비목"), s.Category,
			[]string{Personnel, StudentPersonnel})
		categoryOK = false
	}
	valid := partyOK && categoryOK && sourceOK
	valid = c.notNegative(s.Monthly < 0, s.Path+".monthly") && valid
	valid = c.participation(s) && valid
	valid = c.otherProjects(s) && valid
	if !valid {
		return
	}
	row := Person{Staff: s, Total: c.b.Amount(0)}
	for phase, share := range s.Participation {
		months := share.Fraction().Mul(money.NewDecimal(int64(c.b.Phases[phase].Months)))
		amount, err := c.b.Options.rounded(s.Monthly.In(c.b.Currency).Decimal().Mul(months), c.b.Currency)
		if err != nil {
			c.overflow(s.Path+".monthly", err)
			return
		}
		if cut := c.cut.person(s, phase, amount); cut != nil {
			row.Cut = append(row.Cut, *cut)
			amount = c.b.Amount(amount.Minor() + cut.Minor())
		}
		row.Months = append(row.Months, months)
		if !c.bookPerson(s, party, category, phase, source, amount) {
			return
		}
		row.Amounts = append(row.Amounts, amount)
		row.Total = c.b.Amount(row.Total.Minor() + amount.Minor())
	}
	c.b.People = append(c.b.People, row)
}

// bookPerson books one phase of a post. Unpaid staff count in the base of the
// allowance only, support staff everywhere but there: Standards, Art. 26(1).
func (c *computer) bookPerson(s *project.Staff, party, category, phase, source int, amount money.Amount) bool {
	in := c.b.Institutions[party]
	if s.Source == Unpaid {
		sum, err := c.grand.Add(amount)
		if err != nil {
			c.overflow(s.Path+".monthly", err)
			return false
		}
		c.grand = sum
		if !s.Support {
			in.count(unpaidCost, phase, len(c.b.Phases), amount)
		}
		return true
	}
	if s.Support && s.Category == Personnel {
		in.count(supportCost, phase, len(c.b.Phases), amount)
	}
	return c.book(party, category, phase, source, amount, s.Path)
}

func (c *computer) participation(s *project.Staff) bool {
	path := s.Path + ".participation"
	if !c.perPhase(len(s.Participation), path) {
		return false
	}
	valid := true
	for i, share := range s.Participation {
		valid = c.notNegative(share.IsNegative(), item(path, i)) && valid
	}
	c.participationLimit(s)
	return valid
}

// lines computes the cost lines: quantity times price times rate, rounded once,
// half up to the minor unit.
func (c *computer) lines() {
	for i := range c.p.Budget.Lines {
		c.line(&c.p.Budget.Lines[i])
	}
}

func (c *computer) line(l *project.Line) {
	row := CostLine{Line: l, Currency: l.Currency}
	if row.Currency.IsZero() {
		row.Currency = c.b.Currency
	}
	party, partyOK := c.institution(l.Party, l.Path+".party")
	category, categoryOK := c.category(l.Category, l.Path+".category")
	phase, phaseOK := c.phase(l.Phase, l.Path+".phase")
	source, sourceOK := c.source(l.Source, l.Path+".source")
	rate, rateOK := c.rateOf(row.Currency, l.Path+".currency")
	valid := partyOK && categoryOK && phaseOK && sourceOK && rateOK
	valid = c.notNegative(l.Quantity.IsNegative(), l.Path+".quantity") && valid
	valid = c.notNegative(l.UnitPrice.IsNegative(), l.Path+".unit_price") && valid
	valid = c.ownRoute(l) && valid
	if !valid {
		return
	}
	row.Rate = rate
	row.Cost = l.Quantity.Mul(l.UnitPrice)
	amount, err := c.b.Options.rounded(row.Cost.Mul(rate), c.b.Currency)
	if err != nil {
		c.overflow(l.Path+".unit_price", err)
		return
	}
	row.Cut = c.cut.line(l, amount)
	amount = c.b.Amount(amount.Minor() + row.Cut.Minor())
	row.Amount = amount
	if !c.book(party, category, phase, source, amount, l.Path) {
		return
	}
	if l.Expert {
		c.b.Institutions[party].count(Expertise, phase, len(c.b.Phases), amount)
		c.remember(l.Party, string(Expertise), l.Path)
	}
	c.payeeOfLine(l)
	c.b.Lines = append(c.b.Lines, row)
}

// ownRoute reports categories that are not made of cost lines.
func (c *computer) ownRoute(l *project.Line) bool {
	var fix diag.Text
	switch l.Category {
	case Allowance:
		fix = diag.T("write it per phase as budget.institutions[].allowance", "budget.institutions[].allowance에 연차별로 쓰십시오")
	case Indirect:
		fix = diag.T("write it per phase as budget.institutions[].indirect, or leave it to be computed", "budget.institutions[].indirect에 연차별로 쓰거나 계산에 맡기십시오")
	case International:
		fix = diag.T("write it as a payment with its instalments in budget.payments", "budget.payments에 지급과 분할 지급으로 쓰십시오")
	default:
		return true
	}
	c.add(l.Path+".category", diag.Finding{
		Code: CodeRoute, Severity: diag.Blocking,
		Message: diag.T("the category %s is not entered as a cost line", "소요명세 행으로 입력하지 않는 비목입니다: %s", l.Category),
		Fix:     fix,
	})
	return false
}

// count adds to a measure that the cells do not show.
func (in *Institution) count(m Measure, phase, phases int, amount money.Amount) {
	if in.measures[m] == nil {
		in.measures[m] = make([]int64, phases)
	}
	in.measures[m][phase] += amount.Minor()
}

// allowances books the research allowance that the institutions state, or have
// computed to the limit.
func (c *computer) allowances() {
	for i, in := range c.b.Institutions {
		if in.Entry == nil || len(in.Entry.Allowance) == 0 && !in.Entry.ToLimit {
			continue
		}
		path := in.Entry.Path + ".allowance"
		amounts, ok := c.allowance(i, in, path)
		if !ok {
			continue
		}
		if awarded := c.cut.allowance(in); awarded != nil {
			amounts, in.ToLimit = awarded, false
		}
		c.bookGiven(i, Allowance, amounts, path)
		in.Allowance = amounts
	}
}

func (c *computer) allowance(i int, in *Institution, path string) ([]money.Amount, bool) {
	if !in.Entry.ToLimit {
		return c.given(in.Entry.Allowance, path)
	}
	if len(in.Entry.Allowance) > 0 {
		c.add(path, diag.Finding{
			Code: CodeTwice, Severity: diag.Blocking,
			Message: diag.T("%s states its allowance and has it computed", "%s: 연구수당을 적으면서 계산하도록 하였습니다", in.Party.ID),
			Fix:     diag.T("keep allowance or allowance_to_limit", "allowance와 allowance_to_limit 가운데 하나만 두십시오"),
		})
		return nil, false
	}
	in.ToLimit = true
	amounts := make([]money.Amount, len(c.b.Phases))
	limit, ok := c.limit(AllowanceLimit)
	for phase := range amounts {
		amounts[phase] = c.b.Amount(0)
		if ok {
			base := c.b.Amount(c.b.modifiedPersonnel(i, phase, in))
			amounts[phase] = c.b.Options.floored(limit.Percent.FloorOf(base))
		}
	}
	return amounts, true
}

// given reads a list of one amount per phase.
func (c *computer) given(list []project.Amount, path string) ([]money.Amount, bool) {
	if !c.perPhase(len(list), path) {
		return nil, false
	}
	amounts, valid := make([]money.Amount, len(list)), true
	for i, n := range list {
		valid = c.notNegative(n < 0, item(path, i)) && valid
		amounts[i] = n.In(c.b.Currency)
	}
	return amounts, valid
}

// bookGiven books one amount per phase in a category of the institution.
func (c *computer) bookGiven(party int, key string, amounts []money.Amount, path string) {
	category, ok := c.category(key, path)
	if !ok {
		return
	}
	source := c.b.sources[c.b.Institutions[party].CostSource]
	for phase, amount := range amounts {
		if !c.book(party, category, phase, source, amount, path) {
			return
		}
	}
}
