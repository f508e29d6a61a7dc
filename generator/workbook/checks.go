package workbook

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// rule is how the two sides of a check stand to each other.
type rule string

const (
	equal   rule = "="
	atMost  rule = "≤"
	atLeast rule = "≥"
)

// side is one side of a check: a formula with its exact value.
type side struct {
	formula string
	value   sheet.Value
}

// check is one row of the sheet Checks. Limits are compared unrounded: hitting
// one exactly keeps it.
type check struct {
	text        string
	left, right side
	rule        rule
	cite        string
}

// difference is left minus right, exactly.
func (c check) difference() money.Decimal { return c.left.value.Number().Sub(c.right.value.Number()) }

func (c check) passed() bool {
	d := c.difference()
	switch c.rule {
	case atMost:
		return !d.IsPositive()
	case atLeast:
		return !d.IsNegative()
	}
	return d.IsZero()
}

// test is the formula of the result. It looks at the rounded difference, since
// some programs keep the noise of binary fractions in a rounded value.
func (r rule) test(difference, tolerance sheet.Ref) string {
	switch r {
	case atMost:
		return difference.String() + "<=" + tolerance.String()
	case atLeast:
		return "-" + difference.String() + "<=" + tolerance.String()
	}
	return "ABS(" + difference.String() + ")<=" + tolerance.String()
}

// makeChecks builds the sheet on which the budget checks itself.
func (m *maker) makeChecks() {
	m.arithmetic()
	m.yearChecks()
	m.shareChecks()
	m.institutionChecks()
	m.instalmentChecks()
	m.contractChecks()
	m.capChecks()
	m.limitChecks()
	m.inputChecks()
	m.rateChecks()
	m.dateChecks()
	s := m.open(Checks, "checks", "checks_remark", 70, 520, 175, 60, 185, 95, 165, 80, 125, 560)
	texts := []string{"number", "check", "left", "rule", "right", "tolerance", "difference", "passed", "outcome", "citation"}
	for i, key := range texts {
		texts[i] = m.words.head(key)
	}
	heads(s, headRow, texts...)
	s.Expect(10 * len(m.checks))
	for i, c := range m.checks {
		m.checkRow(s, firstRow+i, i, c)
	}
	m.otherReadings(s, firstRow+len(m.checks)+1)
	results := sheet.Down(sheet.At(8, firstRow), len(m.checks))
	m.book.Name("Check_Result", s, results)
	m.nameColumns(s, sheet.At(1, firstRow), len(m.checks),
		"Check_Number", "", "Check_Left", "Check_Rule", "Check_Right", "Check_Tolerance", "Check_Difference")
	s.Put(sheet.At(7, remarkRow), sheet.Text(m.words.both("not_passed")), sheet.RemarkStyle)
	failed := sheet.At(8, remarkRow)
	s.Calc(failed, "COUNT(Check_Result)-SUM(Check_Result)", sheet.Int(int64(m.failed())), sheet.TotalStyle)
	m.book.Name("Check_Failed", s, failed.Cell())
	rows := sheet.Range{From: results.From, To: results.To.Right(1)}
	first := results.From.FixedColumn()
	s.Conditions = append(s.Conditions,
		sheet.Condition{Range: rows, Formula: first + "=1", Style: sheet.GoodCondition},
		sheet.Condition{Range: rows, Formula: first + "=0", Style: sheet.BadCondition})
	freeze(s, 2)
}

func (m *maker) checkRow(s *sheet.Sheet, row, i int, c check) {
	at := sheet.At(1, row)
	left, right, tolerance, result := at.Right(2), at.Right(4), at.Right(5), at.Right(7)
	s.Put(at, sheet.Int(int64(i+1)), sheet.TextStyle)
	s.Put(at.Right(1), sheet.Text(c.text), sheet.TextStyle)
	m.side(s, left, c.left)
	s.Put(at.Right(3), sheet.Text(string(c.rule)), sheet.CalcStyle)
	m.side(s, right, c.right)
	s.Put(tolerance, sheet.Int(0), sheet.InputStyle)
	s.Calc(at.Right(6), "ROUND("+left.String()+"-"+right.String()+","+strconv.Itoa(exactDecimals(c.left.value, c.right.value))+")", sheet.Decimal(c.difference(), c.right.value.Places()), sheet.CalcStyle)
	s.Calc(result, "IF("+c.rule.test(at.Right(6), tolerance)+",1,0)", oneIf(c.passed()), sheet.CalcStyle)
	outcome := "outcome_failed"
	if c.passed() {
		outcome = "outcome_passed"
	}
	formula := "IF(" + result.String() + "=1," + quote(m.words.both("outcome_passed")) + "," + quote(m.words.both("outcome_failed")) + ")"
	s.Calc(at.Right(8), formula, sheet.Text(m.words.both(outcome)), sheet.CalcStyle)
	s.Put(at.Right(9), sheet.Text(c.cite), sheet.TextStyle)
}

func (m *maker) side(s *sheet.Sheet, at sheet.Ref, x side) {
	if x.formula == "" {
		s.Put(at, x.value, sheet.CalcStyle)
		return
	}
	s.Calc(at, x.formula, x.value, sheet.CalcStyle)
}

// failed counts the checks that are not passed.
func (m *maker) failed() int {
	n := 0
	for _, c := range m.checks {
		if !c.passed() {
			n++
		}
	}
	return n
}

func (m *maker) check(text string, left side, r rule, right side, cite string) {
	m.checks = append(m.checks, check{text: text, left: left, rule: r, right: right, cite: cite})
}

// arithmetic checks that every way of adding the budget up ends at one figure.
func (m *maker) arithmetic() {
	own := m.words.both("cite_arithmetic")
	if whole := m.p.Period(); whole.Valid() {
		months := 0
		for _, phase := range m.b.Phases {
			months += phase.Months
		}
		m.check(m.words.head("check_months"), side{"SUM(Phase_Months)", sheet.Int(int64(months))}, equal,
			side{monthsBetween("Project_Start", "Project_End"), sheet.Int(int64(whole.Months()))}, own)
	}
	total := sheet.Amount(m.b.Totals.Total)
	institutions := side{sumIfs("Amount_Total", "Amount_Category", quote(totalKey)), total}
	m.check(m.words.head("check_rows"), side{m.rowsFormula(), total}, equal, institutions, own)
	m.check(m.words.head("check_categories"), side{"Category_Total", total}, equal, institutions, own)
	m.check(m.words.head("check_sources"), side{"Source_Total", total}, equal, institutions, own)
	var phases []string
	for i := range m.b.Phases {
		phases = append(phases, numbered("Phase_Total", i))
	}
	m.check(m.words.head("check_phases"), side{sumOfParts(phases), total}, equal, institutions, own)
	m.check(m.words.head("check_international"),
		side{sumIfs("Amount_Total", "Amount_Category", quote(budget.International)), sheet.Amount(m.b.Totals.International)}, equal,
		side{"SUM(Payment_Total)", sheet.Amount(m.b.Totals.International)}, own)
}

// rowsFormula adds up the rows that the user enters and what is computed from
// them.
func (m *maker) rowsFormula() string {
	parts := []string{
		"SUM(Person_Total)-" + sumIfs("Person_Total", personSource, quote(budget.Unpaid)),
		"SUM(" + lineAmount + ")", "SUM(Payment_Total)",
		sumIfs("Amount_Total", "Amount_Category", quote(budget.Allowance)),
		sumIfs("Amount_Total", "Amount_Category", quote(budget.Indirect)),
	}
	return strings.Join(parts, "+")
}

// instalmentChecks compare each phase of a payment with its instalments.
func (m *maker) instalmentChecks() {
	cite := m.words.both("cite_contract")
	for i, pay := range m.b.Payments {
		for phase, planned := range pay.Planned {
			paid := int64(0)
			for _, in := range pay.Instalments {
				if in.Phase == m.b.Phases[phase].ID {
					paid += in.Paid.Minor()
				}
			}
			id := on(Overseas, sheet.At(1, firstRow+i))
			formula := sumIfs("Instalment_Won", "Instalment_Payment", id, "Instalment_Phase", on(Inputs, m.in.phase[phase]))
			m.check(pay.ID+", "+m.b.Phases[phase].ID+": "+m.words.head("check_instalments"), side{formula, sheet.Amount(m.b.Amount(paid))}, equal,
				side{on(Overseas, sheet.At(7+phase, firstRow+i)), sheet.Amount(planned)}, cite)
		}
	}
}

// capChecks compare the government's money with what the call allows.
func (m *maker) capChecks() {
	most, capped := int64(0), len(m.b.Phases) > 0
	for i, phase := range m.b.Phases {
		left := side{sumIfs(numbered("Amount_gov", i), "Amount_Category", quote(totalKey)), sheet.Amount(phase.Totals.Government)}
		m.awardCheck(i, left)
		if phase.Cap == (money.Amount{}) {
			capped = false
			continue
		}
		most += phase.Cap.Minor()
		m.check(phase.ID+": "+m.words.head("check_cap"), left, atMost, side{on(Inputs, m.in.caps[i]), sheet.Amount(phase.Cap)}, m.words.both("cite_call"))
	}
	if capped {
		m.check(m.words.head("check_cap_total"), side{"Total_gov", sheet.Amount(m.b.Totals.Government)}, atMost,
			side{"SUM(Phase_Cap)", sheet.Amount(m.b.Amount(most))}, m.words.both("cite_call"))
	}
	if share := m.b.Options.IntlCap; !share.IsZero() {
		right := side{"ROUND(Intl_Cap*Total_gov,6)", sheet.Decimal(share.Fraction().Mul(m.b.Totals.Government.Decimal()), 2)}
		if m.scale() != "" {
			right = side{m.wholeMinor("Intl_Cap*Total_gov", false), sheet.Amount(share.FloorOf(m.b.Totals.Government))}
		}
		m.check(m.words.head("check_intl_cap"), side{"SUM(Payment_Total)", sheet.Amount(m.b.Totals.International)}, atMost, right, m.words.both("cite_call"))
	}
}

// limitChecks are the limits of the law.
func (m *maker) limitChecks() {
	for _, l := range m.b.Limits {
		if l.Other {
			continue
		}
		phase, who := budget.AllPhases, l.Party
		if l.Phase != "" {
			phase, who = m.p.Phase(l.Phase), who+", "+l.Phase
		}
		left := side{on(Bases, m.basisCell(l.Party, l.Part, phase)), sheet.Amount(l.Amount)}
		text, cite := who+": "+m.words.show(l.Name, "\n"), l.Code+"\n"+m.words.show(l.Cite, "\n")
		r, right := atMost, side{"", sheet.Int(0)}
		switch {
		case l.Forbidden:
			text = who + ": " + m.words.head("check_forbidden") + "\n" + m.words.show(l.Name, " ")
		case l.Recognised:
			text += "\n" + m.words.both("recognised")
			right = side{on(Bases, m.basisCell(l.Party, l.Base, phase)), sheet.Amount(l.Of)}
		default:
			right = m.boundOf(l, phase)
		}
		if l.Least {
			r = atLeast
		}
		m.check(text, left, r, right, cite)
	}
}

// boundOf is the percentage of the base, with the noise of binary fractions
// rounded away. In a currency with minor units it is the most, or the least, of
// whole ones: a percentage of cents has more decimals than a large number holds.
func (m *maker) boundOf(l budget.Limit, phase int) side {
	percent := "Limit_" + l.Key
	if l.Key == "" {
		percent = on(Inputs, m.in.rate[l.Party])
	}
	if m.scale() != "" {
		return side{m.wholeMinor(percent+"*"+on(Bases, m.basisCell(l.Party, l.Base, phase)), l.Least), sheet.Amount(l.Bound)}
	}
	exact := l.Percent.Fraction().Mul(l.Of.Decimal())
	bound := sheet.Decimal(exact, 2)
	formula := "ROUND(" + percent + "*" + on(Bases, m.basisCell(l.Party, l.Base, phase)) + "," + strconv.Itoa(exactDecimals(bound)) + ")"
	return side{formula, bound}
}

// exactDecimals is how many decimals of amounts this large are free of the noise
// of binary fractions, which hold fifteen digits in all: six up to a hundred
// million.
func exactDecimals(values ...sheet.Value) int {
	decimals := 6
	for most := int64(100_000_000); decimals > 0; most *= 10 {
		large := slices.ContainsFunc(values, func(v sheet.Value) bool { return v.Number().Cmp(money.NewDecimal(most)) > 0 })
		if !large {
			break
		}
		decimals--
	}
	return decimals
}

// inputChecks look at what is typed into the sheets of rows.
func (m *maker) inputChecks() {
	own := m.words.both("cite_entry")
	for _, list := range []struct {
		word, name string
		rows       int
	}{
		{"check_people", "Person_Valid", len(m.b.People)}, {"check_lines", "Line_Valid", len(m.b.Lines)},
		{"check_payments", "Instalment_Valid", m.instalments()},
	} {
		if list.rows > 0 {
			m.check(m.words.head(list.word), side{"COUNT(" + list.name + ")-SUM(" + list.name + ")", sheet.Int(0)}, equal, zero, own)
		}
	}
	if len(m.b.People) > 0 && len(m.b.Phases) > 0 {
		highest := money.Percent{}
		for _, person := range m.b.People {
			for _, p := range person.Participation {
				if p.Cmp(highest) > 0 {
					highest = p
				}
			}
		}
		m.check(m.words.head("check_participation"), side{"MAX(Person_Participation)", sheet.Percent(highest)}, atMost,
			side{"", sheet.Percent(money.Hundred)}, own)
	}
	m.ruleChecks()
}

func (m *maker) instalments() int {
	n := 0
	for _, pay := range m.b.Payments {
		n += len(pay.Instalments)
	}
	return n
}
