package workbook

import (
	"pactwright/generator/sheet"
)

// makePayments builds the sheet of instalments: each is converted by itself at
// the rate of the contract.
func (m *maker) makePayments() {
	s := m.open(Payments, "payments", "payments_remark",
		codeWidth, idWidth, codeWidth, 70, dateWidth, moneyWidth, codeWidth, numberWidth, 165, moneyWidth, textWidth, textWidth, flagWidth)
	texts := []string{"id", "payment", "payee", "phase", "due", "typed", "currency", "rate", "foreign", "cumulative", "event", "evidence", "valid"}
	for i, key := range texts {
		texts[i] = m.words.head(key)
	}
	heads(s, headRow, texts...)
	row := firstRow
	for i := range m.b.Payments {
		row = m.instalmentRows(s, i, row)
	}
	t := table{m, s, row - firstRow}
	t.end()
	t.name("Instalment_ID", 1)
	t.name("Instalment_Payment", 2)
	t.name("Instalment_Phase", 4)
	t.name("Instalment_Due", 5)
	t.name("Instalment_Won", 6)
	t.name("Instalment_Rate", 8)
	t.name("Instalment_Foreign", 9)
	t.name("Instalment_Cumulative", 10)
	t.name("Instalment_Event", 11)
	t.name("Instalment_Evidence", 12)
	t.name("Instalment_Valid", 13)
	t.validate(2, m.oneOf("Payment_ID"))
	t.validate(4, m.oneOf("Phase_ID"))
	t.validate(5, sheet.Validation{
		Kind: sheet.DateValidation, Min: "Project_Start", Max: "Project_End",
		Prompt: m.words.both("prompt_date"), Problem: m.words.both("problem_date"),
	})
	t.validate(6, m.amounts(sheet.Range{}))
	freeze(s, 4)
}

func (m *maker) instalmentRows(s *sheet.Sheet, payment, row int) int {
	pay := m.b.Payments[payment]
	paid := int64(0)
	for _, in := range pay.Instalments {
		at := sheet.At(1, row)
		amount, currency, rate := at.Right(5), at.Right(6), at.Right(7)
		line(s, at, sheet.InputStyle, in.ID, pay.ID)
		s.Calc(at.Right(2), m.ofPayment("Payment_Payee", at.Right(1)), sheet.Text(pay.Payee), sheet.CalcStyle)
		s.Put(at.Right(3), sheet.Text(in.Phase), sheet.InputStyle)
		s.Put(at.Right(4), sheet.Date(in.Due), sheet.InputStyle)
		s.Put(amount, sheet.Amount(in.Paid), sheet.InputStyle)
		s.Calc(currency, m.ofPayment("Payment_Currency", at.Right(1)), sheet.Text(pay.Currency.Code()), sheet.CalcStyle)
		s.Calc(rate, look("Rate_Won", currency), sheet.Decimal(pay.Rate, 4), sheet.CalcStyle)
		s.Calc(at.Right(8), toForeign(amount, rate, look("Rate_Decimals", currency)), sheet.Amount(in.Foreign), sheet.TotalStyle)
		paid += in.Paid.Minor()
		s.Calc(at.Right(9), sumIfs(upTo(amount), upTo(at.Right(1)), at.Right(1).String()), sheet.Amount(m.b.Amount(paid)), sheet.CalcStyle)
		line(s, at.Right(10), sheet.InputStyle, prose(in.Event), prose(in.Evidence))
		s.Calc(at.Right(12), valid(listed("Payment_ID", at.Right(1)), listed("Phase_ID", at.Right(3))), oneIf(true), sheet.CalcStyle)
		row++
	}
	return row
}

// toForeign converts an amount and rounds half up to the smallest unit of the currency,
// counted as a whole number, since 1.005 is no binary fraction but 100.5 is.
func toForeign(amount, rate sheet.Ref, decimals string) string {
	return "ROUND(ROUND(" + amount.String() + "*10^" + decimals + "/" + rate.String() + ",6),0)/10^" + decimals
}

// ofPayment looks up a column of the payments by their id.
func (m *maker) ofPayment(column string, id sheet.Ref) string {
	return "INDEX(" + column + ",MATCH(" + id.String() + ",Payment_ID,0))"
}

// upTo is the range from the first row of the table to a cell.
func upTo(r sheet.Ref) string {
	return sheet.At(r.Column, firstRow).Absolute() + ":" + r.FixedColumn()
}

// makeOverseas builds the sheet of the payees abroad: what is planned,
// and what the contract says in the payee's currency.
func (m *maker) makeOverseas() {
	n := len(m.b.Phases)
	s := m.open(Overseas, "overseas", "overseas_remark",
		repeat(repeat([]int{idWidth, codeWidth, codeWidth, nameWidth, codeWidth, numberWidth}, 140, n, moneyWidth), 165, n, 175, numberWidth, 150, 150)...)
	texts := []string{"payment", "payer", "payee", "name", "currency", "rate"}
	for i, key := range texts {
		texts[i] = m.words.head(key)
	}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID+"\n"+m.words.head("typed"))
	}
	texts = append(texts, m.words.head("total_amount"))
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID+"\n"+m.words.head("foreign"))
	}
	heads(s, headRow, append(texts, m.words.head("contract_total"), m.words.head("share_of_government"), m.words.head("stressed"), m.words.head("exposure"))...)
	for i := range m.b.Payments {
		m.payeeRow(s, i)
	}
	t := table{m, s, len(m.b.Payments)}
	t.end()
	t.name("Payment_ID", 1)
	t.name("Payment_Payer", 2)
	t.name("Payment_Payee", 3)
	t.name("Payment_Name", 4)
	t.name("Payment_Currency", 5)
	t.name("Payment_Rate", 6)
	for phase := range n {
		t.name(numbered("Payment_Won", phase), 7+phase)
		t.name(numbered("Payment_Foreign", phase), 8+n+phase)
		t.validate(7+phase, m.amounts(sheet.Range{}))
	}
	t.name("Payment_Total", 7+n)
	t.name("Payment_Foreign", 8+2*n)
	t.name("Payment_Share", 9+2*n)
	t.name("Payment_Stressed", 10+2*n)
	t.name("Payment_Exposure", 11+2*n)
	t.validate(2, m.oneOf("Institution_ID"))
	t.validate(5, m.oneOf("Rate_Currency"))
	freeze(s, 4)
}

func (m *maker) payeeRow(s *sheet.Sheet, i int) {
	pay, n := m.b.Payments[i], len(m.b.Phases)
	at := sheet.At(1, firstRow+i)
	line(s, at, sheet.InputStyle, pay.ID, pay.Payer, pay.Payee, partyName(m.p.Party(pay.Payee)), pay.Currency.Code())
	s.Calc(at.Right(5), look("Rate_Won", at.Right(4)), sheet.Decimal(pay.Rate, 4), sheet.CalcStyle)
	total := at.Right(6 + n)
	planned := int64(0)
	for phase := range n {
		s.Put(at.Right(6+phase), sheet.Amount(pay.Planned[phase]), sheet.InputStyle)
		planned += pay.Planned[phase].Minor()
		formula := sumIfs("Instalment_Foreign", "Instalment_Payment", at.FixedColumn(), "Instalment_Phase", on(Inputs, m.in.phase[phase]))
		s.Calc(total.Right(1+phase), formula, sheet.Amount(pay.Foreign[phase]), sheet.CalcStyle)
	}
	s.Calc(total, sumRange(at.Right(6), n), sheet.Amount(m.b.Amount(planned)), sheet.TotalStyle)
	s.Calc(total.Right(1+n), sumRange(total.Right(1), n), sheet.Amount(pay.Total), sheet.TotalStyle)
	s.Calc(total.Right(2+n), shareFormula(total.String(), "Total_gov"), share(m.b.Amount(planned), m.b.Totals.Government), sheet.CalcStyle)
	m.stress(s, i, total)
}

// stress shows what a payment costs if its currency rises, and how much more that
// is.
func (m *maker) stress(s *sheet.Sheet, i int, total sheet.Ref) {
	pay, n := m.b.Payments[i], len(m.b.Phases)
	rate := sheet.At(6, total.Row).FixedColumn()
	parts := make([]string, n)
	for phase := range n {
		parts[phase] = m.toMinor(total.Right(1+phase).String()+"*"+rate+"*(1+FX_Stress)", 6)
	}
	stressed := total.Right(3 + n)
	s.Calc(stressed, sumOfParts(parts), sheet.Amount(pay.StressedSum), sheet.CalcStyle)
	s.Calc(stressed.Right(1), m.difference(stressed.String()+"-"+total.String()), sheet.Amount(m.b.Amount(pay.StressedSum.Minor()-pay.Paid.Minor())), sheet.CalcStyle)
}
