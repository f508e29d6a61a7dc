// Package moneytest names currencies and amounts in the tests of several
// packages, which know that they exist.
package moneytest

import "pactwright/generator/money"

// Currency returns the currency with a code, and stops the test if there is
// none.
func Currency(code string) money.Currency {
	c, err := money.ParseCurrency(code)
	if err != nil {
		panic(err)
	}
	return c
}

// Amount returns an amount of minor units.
func Amount(minor int64, code string) money.Amount { return money.New(minor, Currency(code)) }

// KRW returns n won.
func KRW(n int64) money.Amount { return Amount(n, "KRW") }
