package call

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// limited is a check that compares numbers or dates with a limit. Its rule is
// tried at the limit and one step beyond it.
type limited interface{ limited() bool }

func (a *assertion) limited() bool    { return a.numbers }
func (*amountMax) limited() bool      { return true }
func (*countMin) limited() bool       { return true }
func (*dateWindow) limited() bool     { return true }
func (*intMin) limited() bool         { return true }
func (*listDateMin) limited() bool    { return true }
func (*listDateWindow) limited() bool { return true }
func (*periodInside) limited() bool   { return true }
func (*trlRange) limited() bool       { return true }
func (b *budgetRule) limited() bool   { return b.Limit }

// tests asks for a case that passes and one that fails, unless the check cannot
// fail, and for cases on both sides of a limit.
func (r *review) tests(rule *Rule) {
	for i, t := range rule.Tests {
		if t.Expect == "" {
			r.empty(source.Item(rule.path+".tests", i) + ".expect")
		}
	}
	has := func(s Status) bool {
		return slices.ContainsFunc(rule.Tests, func(t Test) bool { return t.Expect == s })
	}
	if _, advice := rule.checker.(*adviceCountries); !has(Passed) || !has(Failed) && !advice {
		r.add(CodeTests, rule.path+".tests",
			diag.T("the rule %s has no case that passes and one that fails", "규칙 %s: 충족 사례와 미충족 사례가 모두 있어야 합니다", rule.ID),
			diag.T("add tests with expect: pass and expect: fail", "expect: pass와 expect: fail인 시험을 추가하십시오"))
		return
	}
	if c, ok := rule.checker.(limited); ok && c.limited() {
		r.edges(rule)
	}
}

// edges asks for a case at the limit that passes and one a single step beyond it
// that fails.
func (r *review) edges(rule *Rule) {
	at := slices.IndexFunc(rule.Tests, func(t Test) bool { return t.Edge == EdgeAt && t.Expect == Passed })
	over := slices.IndexFunc(rule.Tests, func(t Test) bool { return t.Edge == EdgeOver && t.Expect == Failed })
	if at < 0 || over < 0 {
		r.add(CodeEdge, rule.path+".tests",
			diag.T("the rule %s is about a limit and has no case at it and one step beyond it", "규칙 %s: 한도에 관한 규칙이므로 한도에 꼭 맞는 사례와 한 단위 넘는 사례가 있어야 합니다", rule.ID),
			diag.T("mark a case that passes with edge: at and one that fails with edge: over", "충족 사례에 edge: at, 미충족 사례에 edge: over를 표시하십시오"))
		return
	}
	for i, t := range rule.Tests {
		if t.Edge == EdgeOver && !slices.ContainsFunc(rule.Tests, func(o Test) bool { return o.Edge == EdgeAt && oneStep(o, t) }) {
			r.add(CodeEdge, source.Item(rule.path+".tests", i)+".edge",
				diag.T("no case at the limit differs from this one by a single step", "한도에 꼭 맞는 사례와 한 단위만 다른 사례가 아닙니다"),
				diag.T("let the two cases differ in one value, by one", "두 사례가 한 값에서 한 단위만 다르게 하십시오"))
		}
	}
}

// oneStep reports whether two cases differ in just one value, of the project or
// of its contracts, by one unit, one day, one letter or one entry.
func oneStep(a, b Test) bool {
	steps := differences(a.Given, b.Given)
	if a.Date != b.Date {
		steps = append(steps, dayApart(a.Date, b.Date))
	}
	steps = append(steps, differentValues(a.Contracts, b.Contracts)...)
	for i := range max(len(a.Government), len(b.Government)) {
		if i >= len(a.Government) || i >= len(b.Government) {
			return false
		}
		if d := a.Government[i] - b.Government[i]; d != 0 {
			steps = append(steps, d == 1 || d == -1)
		}
	}
	return len(steps) == 1 && steps[0]
}

// differentValues tells for each number in contracts that differs whether it is
// by one.
func differentValues(a, b []TestContract) []bool {
	if len(a) != len(b) {
		return []bool{false}
	}
	var steps []bool
	for i := range a {
		for name, v := range a[i].Values {
			if d := v.Number - b[i].Values[name].Number; d != 0 {
				steps = append(steps, d == 1 || d == -1)
			}
		}
	}
	return steps
}

// differences tells for each place where two trees differ whether it is by one
// step.
func differences(a, b *source.Value) []bool {
	switch {
	case a == nil && b == nil:
		return nil
	case a == nil || b == nil || a.Kind != b.Kind:
		return []bool{false}
	case a.Kind == source.Map:
		return differentKeys(a, b)
	case a.Kind == source.List:
		return differentItems(a, b)
	case a.Text == b.Text:
		return nil
	}
	return []bool{stepApart(a.Text, b.Text)}
}

func differentKeys(a, b *source.Value) []bool {
	var steps []bool
	for _, e := range a.Entries {
		steps = append(steps, differences(e.Value, b.Get(e.Key))...)
	}
	for _, e := range b.Entries {
		if a.Get(e.Key) == nil {
			steps = append(steps, false)
		}
	}
	return steps
}

// differentItems takes a list that has one more entry at its end as one step
// away.
func differentItems(a, b *source.Value) []bool {
	if len(a.Items) > len(b.Items) {
		a, b = b, a
	}
	var steps []bool
	for i := range a.Items {
		steps = append(steps, differences(a.Items[i], b.Items[i])...)
	}
	for i := len(a.Items); i < len(b.Items); i++ {
		steps = append(steps, i == len(a.Items))
	}
	return steps
}

func stepApart(a, b string) bool {
	x, placesX, isX := digitsOf(a)
	y, placesY, isY := digitsOf(b)
	if isX && isY && placesX == placesY {
		return x-y == 1 || y-x == 1
	}
	from, errFrom := calendar.Parse(a)
	to, errTo := calendar.Parse(b)
	if errFrom == nil && errTo == nil {
		return dayApart(from, to)
	}
	return oneLetter(a, b) || oneLetter(b, a)
}

// digitsOf reads a number by its digits, with how many of them are decimals: a
// step is one of the last digit.
func digitsOf(text string) (n int64, decimals int, ok bool) {
	whole, fraction, _ := strings.Cut(source.Digits(text), ".")
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	return n, len(fraction), err == nil
}

// oneLetter reports whether a text is the other one with one letter more.
func oneLetter(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && utf8.RuneCountInString(rest) == 1
}

func dayApart(a, b calendar.Date) bool {
	days := a.DaysUntil(b)
	return days == 1 || days == -1
}
