package workbook

import (
	"strconv"
	"strings"

	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// Names in formulas of the columns of the sheets of rows.
const (
	personInstitution = "Person_Institution"
	personCategory    = "Person_Category"
	personSource      = "Person_Source"
	personSupport     = "Person_Support"
	personWon         = "Person_Won" // with the number of the phase
	lineInstitution   = "Line_Institution"
	lineCategory      = "Line_Category"
	linePhase         = "Line_Phase"
	lineSource        = "Line_Source"
	lineExpert        = "Line_Expert"
	lineWon           = "Line_Won"
)

// table is a sheet with one table: what a column of it is called in formulas.
type table struct {
	m    *maker
	s    *sheet.Sheet
	rows int
}

// name gives a column of the table a name. The last row of it is blank: rows
// that are inserted above it become part of the range.
func (t table) name(name string, column int) {
	t.m.book.Name(name, t.s, t.column(column))
}

func (t table) column(column int) sheet.Range {
	return sheet.Down(sheet.At(column, firstRow), t.rows+1)
}

// end marks the blank row below the table.
func (t table) end() {
	t.s.Put(sheet.At(1, firstRow+t.rows), sheet.Text(t.m.words.both("end_of_table")), sheet.RemarkStyle)
}

// validate restricts a column.
func (t table) validate(column int, v sheet.Validation) {
	v.Range = t.column(column)
	t.s.Validations = append(t.s.Validations, v)
}

// makePersonnel builds the sheet of posts.
func (m *maker) makePersonnel() {
	n := len(m.b.Phases)
	s := m.open(Personnel, "personnel", "personnel_remark",
		repeat(repeat([]int{idWidth, codeWidth, nameWidth, codeWidth, 120, flagWidth, flagWidth, 130}, codeWidth, n), 135, n, moneyWidth, flagWidth)...)
	texts := []string{"id", "institution", "post", "category", "source", "new_hire", "support_staff", "monthly"}
	for i, key := range texts {
		texts[i] = m.words.head(key)
	}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID+"\n"+m.words.head("participation"))
	}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID+"\n"+m.words.head("won"))
	}
	heads(s, headRow, append(texts, m.words.head("total"), m.words.head("valid"))...)
	for i := range m.b.People {
		m.personRow(s, i)
	}
	t := table{m, s, len(m.b.People)}
	t.end()
	m.personNames(t)
	m.personRules(t)
	s.Notes = append(s.Notes, sheet.Note{Ref: sheet.At(9, headRow), Text: m.words.head("note_participation")})
	freeze(s, 3)
}

func (m *maker) personRow(s *sheet.Sheet, i int) {
	person, n, row := m.b.People[i], len(m.b.Phases), firstRow+i
	at := sheet.At(1, row)
	line(s, at, sheet.InputStyle, person.ID, person.Party, prose(person.Name), person.Category, person.Source)
	s.Put(at.Right(5), yesNo(person.NewHire), sheet.InputStyle)
	s.Put(at.Right(6), yesNo(person.Support), sheet.InputStyle)
	s.Put(at.Right(7), sheet.Amount(money.KRW(person.Monthly)), sheet.InputStyle)
	for phase := range n {
		part, won := at.Right(8+phase), at.Right(8+n+phase)
		s.Put(part, sheet.Percent(person.Participation[phase]), sheet.InputStyle)
		formula := toWon(at.Right(7).FixedColumn()+"*"+part.String()+"*"+numbered("Months", phase), m.personDecimals())
		s.Calc(won, formula, sheet.Amount(person.Won[phase]), sheet.CalcStyle)
	}
	total := at.Right(8 + 2*n)
	s.Calc(total, sumRange(at.Right(8+n), n), sheet.Amount(person.Total), sheet.TotalStyle)
	s.Calc(total.Right(1), valid(
		listed("Institution_ID", at.Right(1)), listed("Category_ID", at.Right(3)), listed("Person_Source_ID", at.Right(4)),
	), oneIf(true), sheet.CalcStyle)
}

func (m *maker) personNames(t table) {
	n := len(m.b.Phases)
	t.name(personInstitution, 2)
	t.name(personCategory, 4)
	t.name(personSource, 5)
	t.name(personSupport, 7)
	for phase := range n {
		t.name(numbered(personWon, phase), 9+n+phase)
	}
	t.name("Person_Total", 9+2*n)
	t.name("Person_Valid", 10+2*n)
	if n > 0 {
		m.book.Name("Person_Participation", t.s, sheet.Range{From: sheet.At(9, firstRow), To: sheet.At(8+n, firstRow+t.rows)})
	}
}

func (m *maker) personRules(t table) {
	t.validate(2, m.oneOf("Institution_ID"))
	t.validate(4, m.oneOf("Category_ID"))
	t.validate(5, m.oneOf("Person_Source_ID"))
	t.validate(6, m.oneOf("Flag_ID"))
	t.validate(7, m.oneOf("Flag_ID"))
	t.validate(8, m.wholeNumber(sheet.Range{}))
	for phase := range m.b.Phases {
		t.validate(9+phase, sheet.Validation{
			Kind: sheet.DecimalValidation, Min: "0", Max: "1",
			Prompt: m.words.both("prompt_participation"), Problem: m.words.both("problem_participation"),
		})
	}
}

// makeCostLines builds the sheet of cost lines.
func (m *maker) makeCostLines() {
	s := m.open(CostLines, "cost_lines", "cost_lines_remark",
		codeWidth, codeWidth, codeWidth, 70, textWidth, codeWidth, numberWidth, 140, codeWidth, numberWidth, moneyWidth, 110, flagWidth, textWidth, flagWidth)
	texts := []string{"id", "institution", "category", "phase", "item", "payee", "quantity", "unit_price", "currency", "rate", "won", "source", "expert", "justification", "valid"}
	for i, key := range texts {
		texts[i] = m.words.head(key)
	}
	heads(s, headRow, texts...)
	for i := range m.b.Lines {
		m.lineRow(s, i)
	}
	t := table{m, s, len(m.b.Lines)}
	t.end()
	t.name(lineInstitution, 2)
	t.name(lineCategory, 3)
	t.name(linePhase, 4)
	t.name(lineWon, 11)
	t.name(lineSource, 12)
	t.name(lineExpert, 13)
	t.name("Line_Valid", 15)
	t.validate(2, m.oneOf("Institution_ID"))
	t.validate(3, m.oneOf("Category_ID"))
	t.validate(4, m.oneOf("Phase_ID"))
	t.validate(9, m.oneOf("Rate_Currency"))
	t.validate(12, m.oneOf("Source_ID"))
	t.validate(13, m.oneOf("Flag_ID"))
	for _, column := range []int{7, 8} {
		t.validate(column, sheet.Validation{
			Kind: sheet.DecimalValidation, Min: "0", Prompt: m.words.both("prompt_number"), Problem: m.words.both("problem_number"),
		})
	}
	freeze(s, 5)
}

func (m *maker) lineRow(s *sheet.Sheet, i int) {
	l := m.b.Lines[i]
	at := sheet.At(1, firstRow+i)
	line(s, at, sheet.InputStyle, l.ID, l.Party, l.Category, l.Phase, prose(l.Item), l.Payee)
	quantity, price, currency, rate := at.Right(6), at.Right(7), at.Right(8), at.Right(9)
	s.Put(quantity, number(l.Quantity, 0), sheet.InputStyle)
	s.Put(price, number(l.UnitPrice, l.Currency.Digits()), sheet.InputStyle)
	s.Put(currency, sheet.Text(l.Currency.Code()), sheet.InputStyle)
	s.Calc(rate, look("Rate_Won", currency), sheet.Decimal(l.Rate, 4), sheet.CalcStyle)
	s.Calc(at.Right(10), toWon(quantity.String()+"*"+price.String()+"*"+rate.String(), m.lineDecimals()), sheet.Amount(l.Won), sheet.TotalStyle)
	s.Put(at.Right(11), sheet.Text(l.Source), sheet.InputStyle)
	s.Put(at.Right(12), yesNo(l.Expert), sheet.InputStyle)
	s.Put(at.Right(13), sheet.Text(prose(l.Justification)), sheet.InputStyle)
	s.Calc(at.Right(14), valid(
		listed("Institution_ID", at.Right(1)), listed("Category_ID", at.Right(2)), listed("Phase_ID", at.Right(3)),
		listed("Rate_Currency", currency), listed("Source_ID", at.Right(11)),
	), oneIf(true), sheet.CalcStyle)
}

// toWon rounds a product half up to the won. As a binary fraction a product that
// ends in exactly half a won may fall just below it; rounding it first to the
// decimals that it has puts that right.
func toWon(product string, decimals int) string {
	return "ROUND(ROUND(" + product + "," + strconv.Itoa(decimals) + "),0)"
}

// Decimals to which products are rounded first: those of the longest product of
// the sheet, so that no digit is lost, within what a binary fraction can tell.
const (
	fewestDecimals = 4
	mostDecimals   = 9
)

func (m *maker) lineDecimals() int {
	most := 0
	for _, l := range m.b.Lines {
		most = max(most, places(l.Cost.Mul(l.Rate)))
	}
	return min(max(most, fewestDecimals), mostDecimals)
}

func (m *maker) personDecimals() int {
	most := 0
	for _, person := range m.b.People {
		for _, p := range person.Participation {
			most = max(most, places(p.Fraction()))
		}
	}
	return min(max(most, fewestDecimals), mostDecimals)
}

// places counts the decimals that a number needs.
func places(d money.Decimal) int {
	_, fraction, _ := strings.Cut(d.Value(), ".")
	return len(fraction)
}

// number shows as many decimals as were written, some at least.
func number(d money.Decimal, least int) sheet.Value {
	return sheet.Decimal(d, max(least, places(d)))
}

// listed is whether a cell's code is in a list.
func listed(list string, at sheet.Ref) string { return "COUNTIF(" + list + "," + at.String() + ")=1" }

// valid is 1 if all conditions hold.
func valid(conditions ...string) string {
	return "IF(AND(" + strings.Join(conditions, ",") + "),1,0)"
}

// look finds the row of a currency among the rates.
func look(column string, currency sheet.Ref) string {
	return "INDEX(" + column + ",MATCH(" + currency.String() + ",Rate_Currency,0))"
}

// sumRange adds up n cells to the right.
func sumRange(from sheet.Ref, n int) string { return "SUM(" + sheet.Right(from, n).String() + ")" }

// sumColumn adds up n cells downwards; none are 0.
func sumColumn(from sheet.Ref, n int) string {
	if n == 0 {
		return "0"
	}
	return "SUM(" + sheet.Down(from, n).String() + ")"
}

// sumIfs adds up a column where each further column has the value of a cell.
func sumIfs(column string, criteria ...string) string {
	return "SUMIFS(" + column + "," + strings.Join(criteria, ",") + ")"
}
