package project

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Amount is an amount of the plan in minor units of the grant's currency, which
// the call states and no amount repeats. The project file writes major units,
// with decimals where the currency has them: 12_000 or 12000.50.
type Amount int64

// In returns the amount with its currency.
func (a Amount) In(grant money.Currency) money.Amount { return money.New(int64(a), grant) }

// Amounts makes [source.Into] read amounts in the currency of the grant. Without
// a currency, since the call is not known, they stay 0.
func Amounts(grant money.Currency) source.Option {
	read := func(number string) (Amount, error) {
		if grant.IsZero() {
			return 0, nil
		}
		a, err := money.Parse(number, grant)
		return Amount(a.Minor()), err
	}
	fix := diag.T("write an amount in %s without decimals", "%s 금액을 소수점 없이 쓰십시오", grant.Code())
	if n := grant.Digits(); n > 0 {
		fix = diag.T("write an amount in %s with %d decimals, or without any", "%s 금액을 소수점 아래 %d자리까지 쓰거나 소수점 없이 쓰십시오", grant.Code(), n)
	}
	return source.Numbers(read, fix)
}

// InGrant returns an amount in the currency of the grant, at the rate that the
// budget states for its own one; ok is false if it states none.
func (p *Project) InGrant(a money.Amount) (converted money.Amount, ok bool) {
	if a.Currency() == p.Grant {
		return a, true
	}
	rate, ok := p.rate(a.Currency())
	if !ok {
		return money.Amount{}, false
	}
	converted, err := money.ConvertBack(a, rate, p.Grant)
	return converted, err == nil
}

func (p *Project) rate(currency money.Currency) (money.Decimal, bool) {
	for _, r := range p.Budget.Rates {
		if r.Currency == currency && !currency.IsZero() && r.PerUnit.IsPositive() {
			return r.PerUnit, true
		}
	}
	return money.Decimal{}, false
}

// Compare compares an amount of the plan with one in another currency, at the
// rate that the budget states for it; ok is false if it states none.
func (p *Project) Compare(a, other money.Amount) (order int, ok bool) {
	if other.Currency() == p.Grant {
		order, err := a.Cmp(other)
		return order, err == nil
	}
	rate, ok := p.rate(other.Currency())
	if !ok {
		return 0, false
	}
	return a.Decimal().Cmp(other.Decimal().Mul(rate)), true
}
