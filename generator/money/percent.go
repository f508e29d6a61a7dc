package money

import "github.com/shopspring/decimal"

// Percent is a percentage: 60 means 60 %. The zero value is 0 %. It remembers
// how many decimals were written; compare with Cmp or Equal, not with ==.
type Percent struct{ value Decimal }

// Hundred is the whole, 100 %.
var Hundred = Percent{NewDecimal(100)}

// NewPercent returns a percentage: NewPercent of 60 is 60 %.
func NewPercent(value Decimal) Percent { return Percent{value} }

// BasisPoints returns a percentage given in hundredths of a percent: 1050 is
// 10.5 %.
func BasisPoints(n int64) Percent {
	value := decimal.New(n, -2)
	for n%10 == 0 && value.Exponent() < 0 {
		n /= 10
		value = decimal.New(n, value.Exponent()+1)
	}
	return Percent{Decimal{value}}
}

// ParsePercent reads a percentage without its sign, as in 60 or 60.00, by the
// rules of [ParseDecimal]. Its errors are [ParseError] values.
func ParsePercent(text string) (Percent, error) {
	if len(text) > 1 && text[len(text)-1] == '%' {
		return Percent{}, parseError(
			"%s: write the percentage as a number without the %% sign",
			"%s: %% 기호 없이 숫자만 쓰세요", quoted(text))
	}
	value, err := ParseDecimal(text)
	return Percent{value}, err
}

// PercentOf returns what part is of whole, rounded half away from zero to the
// given number of decimals. It is for showing a share; to judge one, compare
// amounts with [Percent.FloorOf] or [Percent.CeilOf], which do not round it.
func PercentOf(part, whole Amount, places int) (Percent, error) {
	if _, err := sameCurrency(part, whole); err != nil {
		return Percent{}, err
	}
	if whole.IsZero() {
		return Percent{}, parseError(
			"there is no percentage of nothing: the whole is 0",
			"전체 금액이 0이므로 비율을 계산할 수 없습니다")
	}
	ratio := decimal.New(part.minor, 2).DivRound(decimal.New(whole.minor, 0), int32(places))
	return Percent{Decimal{ratio}}, nil
}

// MarshalText returns the number as it was written, without a sign.
func (p Percent) MarshalText() ([]byte, error) { return p.value.MarshalText() }

// UnmarshalText reads the percentage as [ParsePercent] does.
func (p *Percent) UnmarshalText(text []byte) error {
	parsed, err := ParsePercent(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}

// Decimal returns the number before the sign: 60 for 60 %.
func (p Percent) Decimal() Decimal { return p.value }

// Fraction returns the percentage as a factor: 0.6 for 60 %.
func (p Percent) Fraction() Decimal { return Decimal{p.value.value.Shift(-2)} }

// IsZero reports whether p is 0 %.
func (p Percent) IsZero() bool { return p.value.IsZero() }

// IsNegative reports whether p is less than 0 %.
func (p Percent) IsNegative() bool { return p.value.IsNegative() }

// Cmp returns -1, 0 or 1 as p is less than, equal to, or more than o.
func (p Percent) Cmp(o Percent) int { return p.value.Cmp(o.value) }

// Equal reports whether p and o are the same, however they were written.
func (p Percent) Equal(o Percent) bool { return p.value.Equal(o.value) }

// Add returns p + o, exactly.
func (p Percent) Add(o Percent) Percent { return Percent{p.value.Add(o.value)} }

// Sub returns p - o, exactly.
func (p Percent) Sub(o Percent) Percent { return Percent{p.value.Sub(o.value)} }

// SumPercent adds percentages, exactly. The sum of none is 0 %.
func SumPercent(percents ...Percent) Percent {
	var sum Percent
	for _, p := range percents {
		sum = sum.Add(p)
	}
	return sum
}

// FloorOf returns the percentage of an amount, rounded down to the minor unit:
// the most that a limit of p allows. A result beyond [MaxMinor] is held there.
func (p Percent) FloorOf(a Amount) Amount { return held(p.of(a).Floor(), a.currency) }

// CeilOf returns the percentage of an amount, rounded up to the minor unit: the
// least that a minimum of p asks for. A result beyond [MaxMinor] is held there.
func (p Percent) CeilOf(a Amount) Amount { return held(p.of(a).Ceil(), a.currency) }

// RoundOf returns the percentage of an amount, rounded half away from zero to
// the minor unit. A result beyond [MaxMinor] is held there.
func (p Percent) RoundOf(a Amount) Amount { return held(p.of(a).Round(0), a.currency) }

// of returns the percentage of an amount in minor units, unrounded.
func (p Percent) of(a Amount) decimal.Decimal {
	return p.Fraction().value.Mul(decimal.New(a.minor, 0))
}

// held makes an amount of whole minor units, of MaxMinor if there are more. As a
// limit that is the same, since no amount that was read is larger.
func held(minor decimal.Decimal, currency Currency) Amount {
	most := decimal.New(MaxMinor, 0)
	if minor.GreaterThan(most) {
		minor = most
	}
	if minor.LessThan(most.Neg()) {
		minor = most.Neg()
	}
	return Amount{minor.IntPart(), currency}
}

// String returns the percentage as English does.
func (p Percent) String() string { return p.English() }

// English returns the percentage with as many decimals as were written, as in
// 60.00%.
func (p Percent) English() string { return p.value.Plain() + "%" }

// Korean returns the percentage closed up, as in 60.00%.
func (p Percent) Korean() string { return p.English() }

// Value returns the form in which documents in different languages are
// compared: 60 and 60.00 are both 60 %.
func (p Percent) Value() string { return p.value.Value() + " %" }
