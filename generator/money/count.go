package money

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Count is a number of days, copies, cases and the like. A literal with N and
// Unit is a whole number; [NewCount] also makes fractions of person-months.
// Counts may be compared with == and used as map keys.
type Count struct {
	N    int64
	Unit Unit

	millionths int32 // what comes on top of N, with its sign
}

// millionthDigits is how many decimals a count may have.
const millionthDigits = 6

// NewCount returns n of a unit. Only person-months may have a fraction, of at
// most 6 decimals.
func NewCount(n Decimal, unit Unit) (Count, error) {
	if unit != PersonMonth && !n.IsInteger() {
		return Count{}, parseError(
			"%[1]s: a number of %[2]s must be whole",
			"%[1]s: 이 단위(%[3]s)에는 소수를 쓸 수 없습니다", n, unit.English(false), unit.Korean())
	}
	millionths := n.value.Shift(millionthDigits)
	whole, ok := Decimal{n.value.Truncate(0)}.Int64()
	if !ok || !millionths.IsInteger() {
		return Count{}, parseError(
			"%s: a count has at most %d decimals and fits 18 digits",
			"%s: 수량은 소수점 아래 %d자리, 전체 18자리까지 쓸 수 있습니다", n, millionthDigits)
	}
	rest := n.value.Sub(decimal.New(whole, 0)).Shift(millionthDigits)
	return Count{N: whole, Unit: unit, millionths: int32(rest.IntPart())}, nil
}

// ParseCount reads a count written as a number and a unit of [ParseUnit], as in
// 30 days or 2.4 person-months. Its errors are [ParseError] values.
func ParseCount(text string) (Count, error) {
	number, word, found := strings.Cut(text, " ")
	n, err := ParseDecimal(number)
	if err != nil {
		return Count{}, err
	}
	if !found {
		return NewCount(n, "")
	}
	unit, err := ParseUnit(word)
	if err != nil {
		return Count{}, err
	}
	return NewCount(n, unit)
}

// MarshalText returns the count as Value does.
func (c Count) MarshalText() ([]byte, error) { return []byte(c.Value()), nil }

// UnmarshalText reads the count as [ParseCount] does.
func (c *Count) UnmarshalText(text []byte) error {
	parsed, err := ParseCount(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}

// Decimal returns the number.
func (c Count) Decimal() Decimal {
	if c.millionths == 0 {
		return NewDecimal(c.N)
	}
	return Decimal{decimal.New(c.N, 0).Add(decimal.New(int64(c.millionths), -millionthDigits))}
}

// IsZero reports whether the number is 0, of whatever unit.
func (c Count) IsZero() bool { return c.N == 0 && c.millionths == 0 }

// String returns the count as EnglishPlain does.
func (c Count) String() string { return c.EnglishPlain() }

// English returns the count in words and figures, as in thirty (30) days or one
// (1) day. A fraction stands in figures only.
func (c Count) English() string {
	if c.millionths != 0 {
		return c.EnglishPlain()
	}
	text := fmt.Sprintf("%s (%s) %s", EnglishNumber(c.N), c.number(), c.word())
	return strings.TrimSpace(text)
}

// EnglishPlain returns the count in figures, as in 30 days.
func (c Count) EnglishPlain() string { return strings.TrimSpace(c.number() + " " + c.word()) }

// Korean returns the count as in 30일 or 2.4인월.
func (c Count) Korean() string { return c.number() + c.Unit.Korean() }

// Value returns the form in which documents in different languages are compared,
// as in 30 day.
func (c Count) Value() string {
	return strings.TrimSpace(c.Decimal().Value() + " " + string(c.Unit))
}

// number returns the figures with separators and without needless zeros.
func (c Count) number() string { return separated(c.Decimal().Value()) }

func (c Count) word() string { return c.Unit.English(c.N == 1 && c.millionths == 0) }
