package sheet

import (
	"strconv"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
)

// Kind is the type of a cell's value.
type Kind int

// Kinds of values.
const (
	Empty Kind = iota
	TextKind
	IntKind
	AmountKind
	DecimalKind
	PercentKind
	DateKind
	BoolKind
)

// Value is the exact value of a cell. The zero Value is empty.
type Value struct {
	kind     Kind
	text     string
	whole    int64
	number   money.Decimal
	currency money.Currency
	places   int
}

// Text returns a text; the empty text is a value, too.
func Text(s string) Value { return Value{kind: TextKind, text: s} }

// Int returns a whole number.
func Int(n int64) Value { return Value{kind: IntKind, whole: n, number: money.NewDecimal(n)} }

// Amount returns money, shown with the decimals of its currency.
func Amount(a money.Amount) Value {
	return Value{
		kind: AmountKind, whole: a.Minor(), number: a.Decimal(),
		currency: a.Currency(), places: a.Currency().Digits(),
	}
}

// Decimal returns a number, shown with the given count of decimals.
func Decimal(d money.Decimal, places int) Value {
	return Value{kind: DecimalKind, number: d, places: places}
}

// Percent returns a percentage; the cell holds the fraction.
func Percent(p money.Percent) Value { return Value{kind: PercentKind, number: p.Fraction()} }

// Date returns a day, or an empty value for no date.
func Date(d calendar.Date) Value {
	if d.IsZero() {
		return Value{}
	}
	n := int64(d.Serial())
	return Value{kind: DateKind, whole: n, number: money.NewDecimal(n)}
}

// Bool returns a truth value.
func Bool(b bool) Value {
	v := Value{kind: BoolKind}
	if b {
		v.whole = 1
	}
	return v
}

// Kind returns the type of the value.
func (v Value) Kind() Kind { return v.kind }

// Text returns the text of a TextKind value.
func (v Value) Text() string { return v.text }

// IsTrue returns a BoolKind value.
func (v Value) IsTrue() bool { return v.whole != 0 }

// IsNumber reports whether a spreadsheet holds the value as a number.
func (v Value) IsNumber() bool {
	switch v.kind {
	case IntKind, AmountKind, DecimalKind, PercentKind, DateKind:
		return true
	}
	return false
}

// Number returns the exact number that the cell holds: the amount in major
// units, the percentage as a fraction, the date as its day number.
func (v Value) Number() money.Decimal { return v.number }

// Places returns how many decimals of an amount or decimal are shown.
func (v Value) Places() int { return v.places }

// Currency returns the currency of an AmountKind value.
func (v Value) Currency() money.Currency { return v.currency }

// Amount returns an AmountKind value.
func (v Value) Amount() money.Amount { return money.New(v.whole, v.currency) }

// Printed returns the value as people read it, dates as 2024-07-01.
func (v Value) Printed() string {
	switch v.kind {
	case AmountKind:
		return v.Amount().Code()
	case IntKind, DecimalKind:
		return v.number.Plain()
	case PercentKind:
		return percent(v.number.Mul(money.NewDecimal(100))) + "%"
	case DateKind:
		return calendar.FromSerial(int(v.whole)).String()
	}
	return v.String()
}

// percent prints a percentage with four decimals at most.
func percent(d money.Decimal) string {
	text := d.Value()
	if _, decimals, _ := strings.Cut(text, "."); len(decimals) > 4 {
		return d.StringFixed(4)
	}
	return text
}

// String returns the value as plain data, for dumps and comparisons: numbers
// without needless zeros, true and false, texts as they are.
func (v Value) String() string {
	switch {
	case v.kind == TextKind:
		return v.text
	case v.kind == BoolKind:
		return strconv.FormatBool(v.IsTrue())
	case v.IsNumber():
		return v.number.Value()
	}
	return ""
}
