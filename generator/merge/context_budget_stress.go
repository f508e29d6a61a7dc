package merge

import "pactwright/generator/money"

// StressTable shows what the payments abroad would cost if every currency rose.
type StressTable struct {
	Rise                money.Percent
	Rows                []StressRow
	Won, Stressed, More money.Amount
}

// StressRow is one payee.
type StressRow struct {
	Payee    string
	Currency money.Currency
	Rate     money.Decimal
	Foreign  money.Amount // what the contract promises
	Won      money.Amount // planned
	Stressed money.Amount // what Foreign costs if the currency rises
	More     money.Amount
}

// stress shows the stress test of the exchange rates; none without one.
func (t tables) stress() *StressTable {
	if t.b.Options.Stress.IsZero() || len(t.b.Payments) == 0 {
		return nil
	}
	out := &StressTable{Rise: t.b.Options.Stress, Won: money.KRW(0), Stressed: money.KRW(0)}
	for _, y := range t.b.Payments {
		out.Rows = append(out.Rows, StressRow{
			Payee: y.Payee, Currency: y.Total.Currency(), Rate: y.Rate, Foreign: y.Total,
			Won: y.Won, Stressed: y.StressedWon, More: minus(y.StressedWon, y.Won),
		})
		out.Won, out.Stressed = plus(out.Won, y.Won), plus(out.Stressed, y.StressedWon)
	}
	out.More = minus(out.Stressed, out.Won)
	return out
}
