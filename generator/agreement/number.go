package agreement

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// Printed is a count or a percentage as people read it.
func (v Value) Printed() diag.Text {
	if v.Type == "percent" {
		return diag.Text{EN: v.Percent.English(), KO: v.Percent.Korean()}
	}
	return diag.Text{EN: v.Count.EnglishPlain(), KO: v.Count.Korean()}
}

// Number is a count in its unit, or a percentage in basis points; false if the
// value is neither or is not set.
func (v Value) Number() (int64, bool) {
	_, counts := countUnits[v.Type]
	switch {
	case !v.Set:
		return 0, false
	case v.Type == "percent":
		return v.Percent.Decimal().Mul(money.NewDecimal(100)).Int64()
	}
	return v.Count.N, counts || v.Type == "int" || v.Type == "count"
}
