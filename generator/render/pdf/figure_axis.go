package pdf

import (
	"math/bits"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
)

// axis measures values from nothing to its top, with a mark at each step. Values
// are minor units of money, and all of it is done in integers.
type axis struct{ top, step int64 }

// newAxis covers the largest value with at most so many steps, each of 1, 2 or 5
// times a power of ten. Where there is nothing to measure it has no step.
func newAxis(most int64, steps int) axis {
	if most <= 0 || steps < 1 {
		return axis{}
	}
	for power := int64(1); ; power *= 10 {
		for _, m := range []int64{1, 2, 5} {
			step := m * power
			if n := (most + step - 1) / step; n <= int64(steps) {
				return axis{top: n * step, step: step}
			}
		}
	}
}

// at returns how far along a length a value stands, rounded down.
func (a axis) at(value int64, length int) int {
	if a.top <= 0 || value <= 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(min(value, a.top)), uint64(length))
	n, _ := bits.Div64(high, low, uint64(a.top))
	return int(n)
}

// marks returns the values that are marked, the first of them nothing.
func (a axis) marks() []int64 {
	out := []int64{0}
	for v := a.step; v > 0 && v <= a.top; v += a.step {
		out = append(out, v)
	}
	return out
}

// unit is what the marks of an axis are counted in: a power of ten of minor
// units, with its name.
type unit struct {
	name  string
	minor int64
	parts bool // steps are smaller than one
}

// unit returns the largest unit of the style's scales of which every step is a
// whole number. Without one it is the currency's own.
func (c *compositor) unit(a axis, currency money.Currency) unit {
	scales := c.style.Figure.Scales.EN
	if c.doc.Lang == diag.Korean {
		scales = c.style.Figure.Scales.KO
	}
	major := power(currency.Digits())
	best := unit{name: c.unitName("", currency), minor: major, parts: a.step%major != 0}
	for _, s := range scales {
		n := power(s.Digits) * major
		if a.step > 0 && n > best.minor && a.step%n == 0 {
			best = unit{name: c.unitName(s.Word, currency), minor: n}
		}
	}
	return best
}

func power(digits int) int64 {
	n := int64(1)
	for range digits {
		n *= 10
	}
	return n
}

// unitName returns the name of a unit: KRW million, 억원, 미화 백만달러.
func (c *compositor) unitName(word string, currency money.Currency) string {
	if own := currency.KoreanUnit(); c.doc.Lang == diag.Korean && own != "" {
		return strings.TrimSpace(currency.KoreanPrefix() + " " + word + own)
	}
	return strings.TrimSpace(currency.Code() + " " + word)
}

// mark prints a value in a unit, with the decimals of the currency if steps are
// smaller than the unit.
func (u unit) mark(value int64, currency money.Currency) string {
	if u.parts {
		return money.New(value, currency).Plain()
	}
	return money.NewDecimal(value / u.minor).Plain()
}

// scale is an axis with what stands at its marks.
type scale struct {
	axis
	unit   string
	labels []string // per mark
	widest int      // of the labels
}

// scale makes the axis of a figure for values up to most. Its marks are at most
// so many steps, and fewer if along the length each would have less than its
// own width, as marks beside each other need.
func (c *compositor) scale(v *doc.Figure, most int64, steps, length int, t Type) scale {
	currency := currencyOf(v)
	for n := steps; ; n-- {
		s := scale{axis: newAxis(most, n)}
		u := c.unit(s.axis, currency)
		s.unit = u.name
		for _, value := range s.marks() {
			label := u.mark(value, currency)
			s.labels = append(s.labels, label)
			s.widest = max(s.widest, c.widthAs(label, v.Origin, t.base()))
		}
		if n <= 1 || length == 0 || s.at(s.step, length) >= s.widest+t.Size {
			return s
		}
	}
}

// currencyOf returns the currency of the figure's values.
func currencyOf(v *doc.Figure) money.Currency {
	for _, r := range v.Rows {
		for _, cell := range r.Values {
			if a, ok := cell.Amount(); ok {
				return a.Currency()
			}
		}
	}
	return money.Currency{}
}

// unitLine prints above a chart what its marks are counted in.
func (c *compositor) unitLine(d *Drawing, v *doc.Figure, s scale, x, y int, t Type) {
	words := c.style.Figure.Unit.EN
	if c.doc.Lang == diag.Korean {
		words = c.style.Figure.Unit.KO
	}
	quiet := t.base()
	quiet.color = c.style.Figure.Quiet
	c.label(d, strings.TrimSpace(words+" "+s.unit), v.Origin, x, y+t.baseline(), "", quiet)
}
