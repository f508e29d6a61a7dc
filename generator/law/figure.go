package law

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// unit is what a figure of the law counts.
type unit string

const (
	percentUnit unit = "percent"
	amountUnit  unit = "amount"
	monthsUnit  unit = "months"
	daysUnit    unit = "days"
	countUnit   unit = "projects"
)

// unitWords are the ways to write a unit after a number. An amount has its
// currency before it.
var unitWords = map[string]unit{
	"%": percentUnit, "percent": percentUnit, "퍼센트": percentUnit,
	"month": monthsUnit, "months": monthsUnit, "개월": monthsUnit,
	"day": daysUnit, "days": daysUnit, "일": daysUnit,
	"project": countUnit, "projects": countUnit, "개": countUnit,
}

// unitNames are the units with an example of each.
var unitNames = map[unit]diag.Text{
	percentUnit: {EN: "a percentage, as in 25%", KO: "비율(예: 25%)"},
	amountUnit:  {EN: "an amount with its currency, as in KRW 200,000,000", KO: "통화가 적힌 금액(예: KRW 200,000,000)"},
	monthsUnit:  {EN: "months, as in 3 months", KO: "개월 수(예: 3개월)"},
	daysUnit:    {EN: "days, as in 20 days", KO: "일수(예: 20일)"},
	countUnit:   {EN: "a number of projects, as in 6 projects", KO: "과제 수(예: 6개)"},
}

// figure is a number with its unit.
type figure struct {
	unit    unit
	percent money.Percent // of a percentage
	amount  money.Amount  // of an amount
	number  int64         // of anything else
}

// maxFigure bounds the terms and numbers that an override may set.
const maxFigure = 1_000_000

// readFigure reads a number with a unit after it, or an amount with its currency
// before it.
func readFigure(text string) (figure, bool) {
	text = strings.TrimSpace(text)
	var a money.Amount
	if a.UnmarshalText([]byte(text)) == nil {
		return figure{unit: amountUnit, amount: a}, !a.IsZero() && !a.IsNegative()
	}
	end := strings.LastIndexAny(text, "0123456789") + 1
	u, ok := unitWords[strings.ToLower(strings.TrimSpace(text[end:]))]
	if !ok {
		return figure{}, false
	}
	f := figure{unit: u}
	var err error
	if u == percentUnit {
		f.percent, err = money.ParsePercent(text[:end])
		return f, err == nil && !f.percent.IsZero() && !f.percent.IsNegative() && f.percent.Cmp(money.Hundred) <= 0
	}
	f.number, err = strconv.ParseInt(source.Digits(text[:end]), 10, 64)
	return f, err == nil && f.number > 0 && f.number <= maxFigure
}

// figure reads the value of an override, which must have the unit of what it
// replaces.
func (c *changer) figure(o Override, want unit) (figure, bool) {
	f, ok := readFigure(o.Value)
	if ok && f.unit == want {
		return f, true
	}
	c.wrong(o, ".value",
		diag.T("%s takes %s, not %q", "%s 값은 %s이어야 하는데 %q로 적혀 있습니다", o.Provision, unitNames[want], o.Value),
		diag.T("write the number with its unit", "수와 단위를 함께 쓰십시오"))
	return figure{}, false
}

func (f figure) shown() diag.Text {
	number := money.NewDecimal(f.number).Plain()
	switch f.unit {
	case amountUnit:
		return diag.Text{EN: f.amount.Code(), KO: f.amount.Korean()}
	case monthsUnit:
		return diag.T("%s months", "%s개월", number)
	case daysUnit:
		return diag.T("%s days", "%s일", number)
	case countUnit:
		return diag.T("%s projects", "%s개 과제", number)
	}
	return diag.Text{EN: f.percent.English(), KO: f.percent.Korean()}
}

func (l Limit) shown() diag.Text { return figure{unit: percentUnit, percent: l.Percent}.shown() }

func (t Threshold) shown() diag.Text {
	return figure{unit: t.unit(), amount: t.Amount, number: max(t.Months, t.Days, t.Count)}.shown()
}

func (t Threshold) unit() unit {
	switch {
	case !t.Amount.IsZero():
		return amountUnit
	case t.Months > 0:
		return monthsUnit
	case t.Days > 0:
		return daysUnit
	}
	return countUnit
}

// set replaces the figure of a threshold, in its own unit.
func (t *Threshold) set(f figure) {
	switch t.unit() {
	case amountUnit:
		t.Amount = f.amount
	case monthsUnit:
		t.Months = f.number
	case daysUnit:
		t.Days = f.number
	default:
		t.Count = f.number
	}
}
