package readback

import (
	"strconv"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Keys of the rows of sums beside those of the cost categories.
const (
	directRow = "DIRECT"
	totalRow  = "TOTAL"
)

// Model is what a workbook is compared with.
type Model struct {
	Project *project.Project
	Budget  *budget.Budget
	Form    call.BudgetForm // of the agency; without rows it has no sheet
}

// list collects the numbers of the workbook from the model.
type list struct {
	p    *project.Project
	b    *budget.Budget
	form call.BudgetForm
	out  []wanted
	rows []string // keys of the rows of an institution
	from []string // sources of money that have a column
}

// wants returns the numbers that a workbook of the budget must hold.
func wants(m Model) []wanted {
	l := &list{p: m.Project, b: m.Budget, form: m.Form}
	for _, source := range budget.Sources() {
		if source != project.Other || l.b.HasSource(source) {
			l.from = append(l.from, source)
		}
	}
	for _, direct := range []bool{true, false} {
		for _, c := range l.b.Categories {
			if c.Direct == direct {
				l.rows = append(l.rows, c.Key)
			}
		}
		l.rows = append(l.rows, map[bool]string{true: directRow, false: totalRow}[direct])
	}
	l.institutions()
	l.consortium()
	l.people()
	l.lines()
	l.payments()
	l.inputs()
	l.bases()
	l.summary()
	l.years()
	l.award()
	l.forms()
	return l.out
}

// row begins the numbers of one row, which its keys tell from others.
func (l *list) row(what diag.Text, keys ...key) func(column string, value money.Decimal, more ...diag.Text) {
	return func(column string, value money.Decimal, more ...diag.Text) {
		l.out = append(l.out, wanted{column: column, row: keys, value: value, what: words(append([]diag.Text{what}, more...)...)})
	}
}

// single adds a number with a name of its own.
func (l *list) single(name string, value money.Decimal, what ...diag.Text) {
	l.out = append(l.out, wanted{column: name, value: value, what: words(what...)})
}

// Keys of the last row of a table, and of each row of one that has no keys, in
// order.
var (
	last   = key{}
	anyRow = key{column: "Other_Label"}
)

// words joins what a number is; what says nothing is left out.
func words(parts ...diag.Text) diag.Text {
	var en, ko []string
	for _, p := range parts {
		if !p.IsZero() {
			en, ko = append(en, p.EN), append(ko, p.KO)
		}
	}
	return diag.Text{EN: strings.Join(en, ", "), KO: strings.Join(ko, ", ")}
}

// plain is a code or an id, which is the same in both languages.
func plain(text string) diag.Text { return diag.Text{EN: text, KO: text} }

// numbered is the name of a phase's column.
func numbered(name string, phase int) string { return name + "_" + strconv.Itoa(phase+1) }

// Words for what a number is.
var (
	sources = map[string]diag.Text{
		project.Government: {EN: "government", KO: "정부지원"},
		project.OwnCash:    {EN: "own cash", KO: "기관부담 현금"},
		project.OwnInKind:  {EN: "own in kind", KO: "기관부담 현물"},
		project.Other:      {EN: "other", KO: "그 밖의 재원"},
	}
	total     = diag.Text{EN: "total", KO: "합계"}
	share     = diag.Text{EN: "share", KO: "비율"}
	rate      = diag.Text{EN: "exchange rate", KO: "환율"}
	inGrant   = diag.Text{EN: "in the currency of the grant", KO: "연구개발비 통화"}
	contract  = diag.Text{EN: "in the currency of the contract", KO: "지급통화"}
	marker    = diag.Text{EN: "mark of a valid row", KO: "행 유효 표시"}
	consortia = diag.Text{EN: "all institutions", KO: "전체 기관"}
	abroad    = diag.Text{EN: "international joint R&D funds", KO: "국제공동연구개발비"}
	months    = diag.Text{EN: "months", KO: "개월 수"}
	changed   = diag.Text{EN: "change by the award", KO: "선정 결과 조정액"}
)

// category is what a row of a table of cost categories is called.
func (l *list) category(key string) diag.Text {
	switch key {
	case directRow:
		return diag.T("direct cost", "직접비")
	case totalRow:
		return diag.T("total cost", "총 연구개발비")
	}
	for _, c := range l.b.Categories {
		if c.Key == key {
			return c.Name
		}
	}
	return plain(key)
}

// sum adds up the budget for a row of a table of cost categories. What the
// budget does not know is none of its money.
func (l *list) sum(party, row, phase, source string) money.Decimal {
	var keys []string
	switch row {
	case directRow:
		for _, c := range l.b.Categories {
			if c.Direct {
				keys = append(keys, c.Key)
			}
		}
	case totalRow:
		keys = []string{""}
	default:
		keys = []string{row}
	}
	sum := money.NewDecimal(0)
	for _, key := range keys {
		if a, err := l.b.Sum(party, key, phase, source); err == nil {
			sum = sum.Add(a.Decimal())
		}
	}
	return sum
}

// percentage is the share that a part is of a whole, as the fraction that a
// cell holds; of nothing it is 0.
func (l *list) percentage(part, whole money.Decimal) money.Decimal {
	a, errA := money.Rounded(part, l.b.Currency)
	b, errB := money.Rounded(whole, l.b.Currency)
	p, err := money.PercentOf(a, b, 14)
	if errA != nil || errB != nil || err != nil {
		return money.NewDecimal(0)
	}
	return p.Fraction()
}

func day(d calendar.Date) money.Decimal { return money.NewDecimal(int64(d.Serial())) }

func count(n int64) money.Decimal { return money.NewDecimal(n) }

var one = money.NewDecimal(1)
