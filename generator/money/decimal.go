package money

import "github.com/shopspring/decimal"

// Decimal is an exact decimal number: a rate, a quantity, a price. The zero
// value is 0. It remembers how many decimals were written; compare with Cmp or
// Equal, not with ==.
type Decimal struct{ value decimal.Decimal }

// NewDecimal returns the whole number n.
func NewDecimal(n int64) Decimal { return Decimal{decimal.New(n, 0)} }

// ParseDecimal reads a number of at most 18 digits, as in 1380.00 or
// 82_000_000. It takes no exponent and no commas, which would leave open whether
// 8,900 is a price or a rate with decimals. Its errors are [ParseError] values.
func ParseDecimal(text string) (Decimal, error) {
	n, err := readNumeral(text, "_")
	if err != nil {
		return Decimal{}, err
	}
	digits := int64(parseDigits(n.whole + n.fraction)) // at most 18 and a leading 0
	if n.negative {
		digits = -digits
	}
	return Decimal{decimal.New(digits, -int32(len(n.fraction)))}, nil
}

// MarshalText returns the number as String does.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the number as [ParseDecimal] does.
func (d *Decimal) UnmarshalText(text []byte) error {
	parsed, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// String returns the number with as many decimals as were written and without
// separators, as in 1380.00.
func (d Decimal) String() string { return d.StringFixed(d.places()) }

// StringFixed returns the number with exactly n decimals, a half rounded away
// from zero.
func (d Decimal) StringFixed(n int) string { return d.value.StringFixed(int32(n)) }

// Plain returns the number for documents, with as many decimals as were written
// and with separators, as in 1,380.00. It is the same in both languages.
func (d Decimal) Plain() string { return separated(d.String()) }

// Value returns the number without needless zeros, so that 1380 and 1380.00 are
// the same.
func (d Decimal) Value() string { return d.value.String() }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.value.IsZero() }

// IsPositive reports whether d is more than 0.
func (d Decimal) IsPositive() bool { return d.value.IsPositive() }

// IsNegative reports whether d is less than 0.
func (d Decimal) IsNegative() bool { return d.value.IsNegative() }

// IsInteger reports whether d is a whole number, however it was written.
func (d Decimal) IsInteger() bool { return d.value.IsInteger() }

// Cmp returns -1, 0 or 1 as d is less than, equal to, or more than o.
func (d Decimal) Cmp(o Decimal) int { return d.value.Cmp(o.value) }

// Equal reports whether d and o are the same number, however they were written.
func (d Decimal) Equal(o Decimal) bool { return d.value.Equal(o.value) }

// Add returns d + o, exactly.
func (d Decimal) Add(o Decimal) Decimal { return Decimal{d.value.Add(o.value)} }

// Sub returns d - o, exactly.
func (d Decimal) Sub(o Decimal) Decimal { return Decimal{d.value.Sub(o.value)} }

// Mul returns d times o, exactly, with the decimals of both.
func (d Decimal) Mul(o Decimal) Decimal { return Decimal{d.value.Mul(o.value)} }

// Int64 returns d as a whole number; ok is false if it is none or is too large.
func (d Decimal) Int64() (n int64, ok bool) {
	if !d.value.IsInteger() {
		return 0, false
	}
	whole := d.value.BigInt()
	return whole.Int64(), whole.IsInt64()
}

// places returns how many decimals were written.
func (d Decimal) places() int { return max(0, -int(d.value.Exponent())) }
