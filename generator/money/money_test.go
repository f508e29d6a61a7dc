package money

import (
	"errors"
	"testing"
)

// Shorthands of the tests in this package; they stop the test on bad input.

func currency(t testing.TB, code string) Currency {
	t.Helper()
	c, err := ParseCurrency(code)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// amount reads "USD 231884.06".
func amount(t testing.TB, text string) Amount {
	t.Helper()
	var a Amount
	if err := a.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return a
}

func dec(t testing.TB, text string) Decimal {
	t.Helper()
	d, err := ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func percent(t testing.TB, text string) Percent {
	t.Helper()
	p, err := ParsePercent(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checkBilingual fails unless err says what is wrong in both languages, at a
// length that fits a screen.
func checkBilingual(t testing.TB, what string, err error) {
	t.Helper()
	var fault ParseError
	if !errors.As(err, &fault) {
		t.Errorf("%s: error %v, want a ParseError", what, err)
		return
	}
	if fault.EN == "" || fault.KO == "" || fault.Error() != fault.EN || fault.Korean() != fault.KO {
		t.Errorf("%s: %#v", what, fault)
	}
	if len(fault.EN) > 500 || !hasHangul(fault.KO) {
		t.Errorf("%s: %q, %q", what, fault.EN, fault.KO)
	}
}

func hasHangul(text string) bool {
	for _, r := range text {
		if r >= '가' && r <= '힣' {
			return true
		}
	}
	return false
}

// KRW returns n won.
func KRW(n int64) Amount { return Amount{n, Won()} }

// Won returns the currency of KRW.
func Won() Currency { return Currency{"KRW"} }
