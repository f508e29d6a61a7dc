package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// rates reads the exchange rates; won is always there at 1.
func (c *computer) rates() {
	c.b.Rates = []Rate{{Currency: money.Won(), Won: money.NewDecimal(1)}}
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
		case !entry.Won.IsPositive():
			c.add(entry.Path+".krw_per_unit", diag.Finding{
				Code: CodeRate, Severity: diag.Blocking,
				Message: diag.T("the rate of %s must be more than 0", "환율은 0보다 커야 합니다: %s", entry.Currency.Code()),
				Fix:     diag.T("write how many won one unit of the currency is", "외화 1단위가 몇 원인지 쓰십시오"),
			})
		default:
			c.b.Rates = append(c.b.Rates, Rate{entry.Currency, entry.Won, entry})
		}
	}
}

func (b *Budget) rate(currency money.Currency) (money.Decimal, bool) {
	for _, r := range b.Rates {
		if r.Currency == currency {
			return r.Won, true
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
// rounded half up to the won.
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
	if !valid {
		return
	}
	row := Person{Staff: s, Total: money.KRW(0)}
	for phase, share := range s.Participation {
		months := money.NewDecimal(int64(c.b.Phases[phase].Months))
		exact := money.NewDecimal(s.Monthly).Mul(share.Fraction()).Mul(months)
		amount, err := money.Rounded(exact, money.Won())
		if err != nil {
			c.overflow(s.Path+".monthly", err)
			return
		}
		if !c.bookPerson(s, party, category, phase, source, amount) {
			return
		}
		row.Won = append(row.Won, amount)
		row.Total = money.KRW(row.Total.Minor() + amount.Minor())
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
// half up to the won.
func (c *computer) lines() {
	for i := range c.p.Budget.Lines {
		c.line(&c.p.Budget.Lines[i])
	}
}

func (c *computer) line(l *project.Line) {
	row := CostLine{Line: l, Currency: l.Currency}
	if row.Currency.IsZero() {
		row.Currency = money.Won()
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
	amount, err := money.Rounded(row.Cost.Mul(rate), money.Won())
	if err != nil {
		c.overflow(l.Path+".unit_price", err)
		return
	}
	row.Won = amount
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
	fix := map[string]diag.Text{
		Allowance:     diag.T("write it per phase as budget.institutions[].allowance", "budget.institutions[].allowance에 연차별로 쓰십시오"),
		Indirect:      diag.T("write it per phase as budget.institutions[].indirect, or leave it to be computed", "budget.institutions[].indirect에 연차별로 쓰거나 계산에 맡기십시오"),
		International: diag.T("write it as a payment with its instalments in budget.payments", "budget.payments에 지급과 분할 지급으로 쓰십시오"),
	}[l.Category]
	if fix.IsZero() {
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

// allowances books the research allowance that the institutions state.
func (c *computer) allowances() {
	for i, in := range c.b.Institutions {
		if in.Entry == nil || len(in.Entry.Allowance) == 0 {
			continue
		}
		given, ok := c.given(in.Entry.Allowance, in.Entry.Path+".allowance")
		if !ok {
			continue
		}
		c.bookGiven(i, Allowance, given, in.Entry.Path+".allowance")
		in.Allowance = given
	}
}

// given reads a list of one amount in won per phase.
func (c *computer) given(list []int64, path string) ([]money.Amount, bool) {
	if !c.perPhase(len(list), path) {
		return nil, false
	}
	amounts, valid := make([]money.Amount, len(list)), true
	for i, n := range list {
		valid = c.notNegative(n < 0, item(path, i)) && valid
		amounts[i] = money.KRW(n)
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
