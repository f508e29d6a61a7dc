package merge

import "pactwright/generator/money"

// StressTable shows what the payments abroad would cost if every currency rose.
type StressTable struct {
	Rise                    money.Percent
	Rows                    []StressRow
	Planned, Stressed, More money.Amount
}

// StressRow is one payee.
type StressRow struct {
	Payee    string
	Currency money.Currency
	Rate     money.Decimal
	Foreign  money.Amount // what the contract promises
	Planned  money.Amount
	Stressed money.Amount // what Foreign costs if the currency rises
	More     money.Amount
}

// stress shows the stress test of the exchange rates; none without one.
func (t tables) stress() *StressTable {
	if t.b.Options.Stress.IsZero() || len(t.b.Payments) == 0 {
		return nil
	}
	out := &StressTable{Rise: t.b.Options.Stress, Planned: t.b.Amount(0), Stressed: t.b.Amount(0)}
	for _, y := range t.b.Payments {
		out.Rows = append(out.Rows, StressRow{
			Payee: y.Payee, Currency: y.Total.Currency(), Rate: y.Rate, Foreign: y.Total,
			Planned: y.Paid, Stressed: y.StressedSum, More: minus(y.StressedSum, y.Paid),
		})
		out.Planned, out.Stressed = plus(out.Planned, y.Paid), plus(out.Stressed, y.StressedSum)
	}
	out.More = minus(out.Stressed, out.Planned)
	return out
}
