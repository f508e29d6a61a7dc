package money

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Amount is a whole number of minor units of a currency. The zero value is 0
// without a currency; it may be added to and compared with any amount. Amounts
// may be compared with == and used as map keys.
type Amount struct {
	minor    int64
	currency Currency
}

// New returns an amount of minor units: cents for USD, won for KRW. It does not
// look at the size; every operation that can fail does.
func New(minor int64, currency Currency) Amount { return Amount{minor, currency} }

// Parse reads an amount in major units, as in 231884.06, 82_000_000 or
// 1,275,000. Decimals are either left out or as many as the currency has. Its
// errors are [ParseError] values.
func Parse(text string, currency Currency) (Amount, error) {
	if currency.IsZero() {
		return Amount{}, parseError(
			"%s: an amount needs a currency", "%s: 금액의 통화가 없습니다", quoted(text))
	}
	n, err := readNumeral(text, "_,")
	if err != nil {
		return Amount{}, err
	}
	if n.fraction != "" && len(n.fraction) != currency.Digits() {
		return Amount{}, decimalsError(text, currency)
	}
	n.fraction += strings.Repeat("0", currency.Digits()-len(n.fraction))
	minor, err := strconv.ParseInt(n.whole+n.fraction, 10, 64)
	if err != nil || minor > MaxMinor {
		return Amount{}, sizeError(currency)
	}
	if n.negative {
		minor = -minor
	}
	return Amount{minor, currency}, nil
}

func decimalsError(text string, currency Currency) error {
	if currency.Digits() == 0 {
		return parseError(
			"%[1]s: amounts in %[2]s have no decimals",
			"%[1]s: %[2]s 금액에는 소수점 아래를 쓰지 않습니다", quoted(text), currency.Code())
	}
	return parseError(
		"%[1]s: amounts in %[2]s have exactly %[3]d decimals, or none",
		"%[1]s: %[2]s 금액은 소수점 아래 %[3]d자리를 모두 쓰거나 아예 쓰지 않습니다",
		quoted(text), currency.Code(), currency.Digits())
}

func sizeError(currency Currency) error {
	most := Amount{MaxMinor, currency}.Code()
	return parseError(
		"the amount is too large: at most %s can be counted",
		"금액이 너무 큽니다. 최대 %s까지 쓸 수 있습니다", most)
}

// Exact returns the amount of d major units. A d with more decimals than the
// currency has is an error.
func Exact(d Decimal, currency Currency) (Amount, error) {
	minor := d.value.Shift(int32(currency.Digits()))
	if !minor.IsInteger() {
		return Amount{}, decimalsError(d.String(), currency)
	}
	return fromMinor(minor, currency)
}

// Rounded returns the amount of d major units, rounded half away from zero to
// the minor unit.
func Rounded(d Decimal, currency Currency) (Amount, error) {
	return fromMinor(d.value.Shift(int32(currency.Digits())), currency)
}

// fromMinor makes an amount of minor units, rounded half away from zero.
func fromMinor(minor decimal.Decimal, currency Currency) (Amount, error) {
	minor = minor.Round(0)
	if minor.Abs().GreaterThan(decimal.New(MaxMinor, 0)) {
		return Amount{}, sizeError(currency)
	}
	return Amount{minor.IntPart(), currency}, nil
}

// MarshalText returns the amount as in USD 231,884.06.
func (a Amount) MarshalText() ([]byte, error) {
	if a == (Amount{}) {
		return nil, nil
	}
	return []byte(a.Code()), nil
}

// UnmarshalText reads an amount with its currency in front. An empty text is the
// zero amount.
func (a *Amount) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*a = Amount{}
		return nil
	}
	code, number, found := strings.Cut(string(text), " ")
	if !found {
		return parseError(
			"%s: write the currency and the amount, as in USD 231,884.06",
			"%s: USD 231,884.06처럼 통화와 금액을 쓰세요", quoted(string(text)))
	}
	currency, err := ParseCurrency(code)
	if err != nil {
		return err
	}
	parsed, err := Parse(number, currency)
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}

// Minor returns the number of minor units.
func (a Amount) Minor() int64 { return a.minor }

// Currency returns the currency.
func (a Amount) Currency() Currency { return a.currency }

// Decimal returns the amount in major units, with the decimals of the currency.
func (a Amount) Decimal() Decimal {
	return Decimal{decimal.New(a.minor, -int32(a.currency.Digits()))}
}

// IsZero reports whether the amount is 0, in whatever currency.
func (a Amount) IsZero() bool { return a.minor == 0 }

// IsNegative reports whether the amount is less than 0.
func (a Amount) IsNegative() bool { return a.minor < 0 }

// Neg returns the amount with the other sign.
func (a Amount) Neg() Amount { return Amount{-a.minor, a.currency} }

// Cmp returns -1, 0 or 1 as a is less than, equal to, or more than b. Amounts in
// different currencies cannot be compared: that is an error, also if both are 0.
func (a Amount) Cmp(b Amount) (int, error) {
	if _, err := sameCurrency(a, b); err != nil {
		return 0, err
	}
	switch {
	case a.minor < b.minor:
		return -1, nil
	case a.minor > b.minor:
		return 1, nil
	}
	return 0, nil
}

// Add returns a + b. Different currencies and a sum beyond [MaxMinor] are
// errors.
func (a Amount) Add(b Amount) (Amount, error) {
	currency, err := sameCurrency(a, b)
	if err != nil {
		return Amount{}, err
	}
	// Both sides are within 2^53 here, so that the sum of two is within int64.
	if a.tooLarge() || b.tooLarge() {
		return Amount{}, sizeError(currency)
	}
	sum := Amount{a.minor + b.minor, currency}
	if sum.tooLarge() {
		return Amount{}, sizeError(currency)
	}
	return sum, nil
}

// Sub returns a - b, with the errors of Add.
func (a Amount) Sub(b Amount) (Amount, error) { return a.Add(b.Neg()) }

// Sum adds amounts of one currency, with the errors of Add. The sum of none is
// the zero Amount.
func Sum(amounts ...Amount) (Amount, error) {
	var sum Amount
	for _, a := range amounts {
		var err error
		if sum, err = sum.Add(a); err != nil {
			return Amount{}, err
		}
	}
	return sum, nil
}

func (a Amount) tooLarge() bool { return magnitude(a.minor) > MaxMinor }

// sameCurrency returns the currency of two amounts, one of which may be the zero
// Amount.
func sameCurrency(a, b Amount) (Currency, error) {
	switch {
	case a.currency == b.currency, b == Amount{}:
		return a.currency, nil
	case a == Amount{}:
		return b.currency, nil
	}
	return Currency{}, parseError(
		"%s and %s are amounts in different currencies",
		"통화가 서로 다른 금액입니다: %s, %s", a.Code(), b.Code())
}
