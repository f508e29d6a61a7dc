package workbook

import (
	"strconv"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// lineColumns are the columns of the sheet CostLines. Own equipment and cuts
// have columns only where there are any.
func (m *maker) lineColumns() *columns {
	c := newColumns()
	for _, x := range []struct {
		key   string
		width int
		shown bool
	}{
		{"id", codeWidth, true}, {"institution", codeWidth, true}, {"category", codeWidth, true}, {"phase", 70, true},
		{"item", textWidth, true}, {"payee", codeWidth, true}, {"quantity", numberWidth, true}, {"unit_price", 140, true},
		{"currency", codeWidth, true}, {"rate", numberWidth, true}, {"cut", 130, m.b.Requested != nil}, {"amount", moneyWidth, true},
		{"source", 110, true}, {"expert", flagWidth, true}, {"justification", textWidth, true}, {"bought", dateWidth, true},
		{"sharing_checked", flagWidth, true}, {"review_done", flagWidth, true},
		{"original_price", 140, m.ownEquipment()}, {"acquired", dateWidth, m.ownEquipment()},
		{"valid", flagWidth, true}, {"rule_kept", ruleWidth, true}, {"kept", flagWidth, true},
	} {
		if x.shown {
			c.add(x.key, x.width, m.words.head(x.key))
		}
	}
	return c
}

func (m *maker) ownEquipment() bool {
	for _, l := range m.b.Lines {
		if l.Category == budget.Equipment && l.Source == project.OwnInKind {
			return true
		}
	}
	return false
}

// makeCostLines builds the sheet of cost lines.
func (m *maker) makeCostLines() {
	c := m.lineColumns()
	s := m.open(CostLines, "cost_lines", "cost_lines_remark", c.widths...)
	heads(s, headRow, c.heads...)
	s.Expect(len(m.b.Lines) * len(c.keys))
	decimals := m.lineDecimals()
	for i := range m.b.Lines {
		m.lineRow(row{s, c, firstRow + i}, i, decimals)
	}
	t := table{m, s, len(m.b.Lines)}
	t.end()
	t.names(c, map[string]string{
		"id": "Line_ID", "institution": lineInstitution, "category": lineCategory, "phase": linePhase, "item": "Line_Item", "payee": "Line_Payee",
		"quantity": "Line_Quantity", "unit_price": "Line_Price", "currency": "Line_Currency", "rate": "Line_Rate", "cut": "Line_Cut", "amount": lineAmount, "source": lineSource,
		"expert": lineExpert, "justification": "Line_Justification", "bought": "Line_Bought", "sharing_checked": "Line_Shared",
		"review_done": "Line_Reviewed", "original_price": "Line_OriginalPrice", "acquired": "Line_Acquired", "valid": "Line_Valid", "rule_kept": "Line_Rule", "kept": "Line_Kept",
	})
	m.lineRules(t, c)
	s.Notes = append(s.Notes, sheet.Note{Ref: c.cell("bought", headRow), Text: m.words.head("note_bought")})
	freeze(s, 5)
}

func (m *maker) lineRules(t table, c *columns) {
	for _, x := range [][2]string{
		{"institution", "Institution_ID"}, {"category", "Category_ID"}, {"phase", "Phase_ID"}, {"currency", "Rate_Currency"},
		{"source", "Source_ID"}, {"expert", "Flag_ID"}, {"sharing_checked", "Flag_ID"}, {"review_done", "Flag_ID"},
	} {
		t.validate(c.at[x[0]], m.oneOf(x[1]))
	}
	for _, key := range []string{"quantity", "unit_price"} {
		t.validate(c.at[key], sheet.Validation{
			Kind: sheet.DecimalValidation, Min: "0", Prompt: m.words.both("prompt_number"), Problem: m.words.both("problem_number"),
		})
	}
	if !m.p.Info.Start.IsZero() && !m.p.Info.End.IsZero() {
		t.validate(c.at["bought"], m.projectDay())
	}
	if c.has("original_price") {
		t.validate(c.at["original_price"], m.amounts(sheet.Range{}))
	}
}

// projectDay restricts a range to days of the project.
func (m *maker) projectDay() sheet.Validation {
	return sheet.Validation{
		Kind: sheet.DateValidation, Min: "Project_Start", Max: "Project_End",
		Prompt: m.words.both("prompt_date"), Problem: m.words.both("problem_date"),
	}
}

func (m *maker) lineRow(r row, i, decimals int) {
	l := m.b.Lines[i]
	for _, x := range [][2]string{
		{"id", l.ID}, {"institution", l.Party}, {"category", l.Category}, {"phase", l.Phase}, {"item", prose(l.Item)}, {"payee", l.Payee},
		{"currency", l.Currency.Code()}, {"source", l.Source}, {"justification", prose(l.Justification)},
	} {
		r.text(x[0], x[1])
	}
	r.put("quantity", number(l.Quantity, 0), sheet.InputStyle)
	r.put("unit_price", number(l.UnitPrice, l.Currency.Digits()), sheet.InputStyle)
	r.put("expert", yesNo(l.Expert), sheet.InputStyle)
	r.put("bought", sheet.Date(l.Bought), sheet.InputStyle)
	r.put("sharing_checked", yesNo(l.Shared), sheet.InputStyle)
	r.put("review_done", yesNo(l.Reviewed), sheet.InputStyle)
	original := sheet.Value{}
	if l.OriginalPrice > 0 {
		original = sheet.Amount(l.OriginalPrice.In(m.b.Currency))
	}
	r.put("original_price", original, sheet.InputStyle)
	r.put("acquired", sheet.Date(l.Acquired), sheet.InputStyle)
	r.calc("rate", look("Rate_Won", r.ref("currency")), sheet.Decimal(l.Rate, 4), sheet.CalcStyle)
	formula := m.rounded(r.ref("quantity").String()+"*"+r.ref("unit_price").String()+"*"+r.ref("rate").String(), decimals)
	if r.c.has("cut") {
		r.put("cut", sheet.Amount(l.Cut), sheet.CalcStyle)
		formula += "+" + r.ref("cut").String()
	}
	r.calc("amount", formula, sheet.Amount(l.Amount), sheet.TotalStyle)
	r.calc("valid", valid(
		listed("Institution_ID", r.ref("institution")), listed("Category_ID", r.ref("category")), listed("Phase_ID", r.ref("phase")),
		listed("Rate_Currency", r.ref("currency")), listed("Source_ID", r.ref("source")),
	), oneIf(true), sheet.CalcStyle)
	r.calc("rule_kept", m.lineRuleFormula(r), sheet.Text(m.ruleText(m.lineRule(l))), sheet.CalcStyle)
	m.kept(r, m.lineRule(l))
}

// threshold is a threshold of the law that is a term, 0 if the law version lacks
// it: then nothing is measured against it.
func (m *maker) threshold(key string) int64 {
	t, ok := m.b.Law.Threshold(key)
	if !ok {
		return 0
	}
	return t.Months + t.Days
}

// reaches reports whether a price is a threshold of the law or more; ok is false
// if the law version lacks it, or has it in a currency without a rate.
func (m *maker) reaches(price money.Amount, key string) (reached, ok bool) {
	t, known := m.b.Law.Threshold(key)
	if !known || t.Amount.IsZero() {
		return false, false
	}
	order, ok := m.p.Compare(price, t.Amount)
	return order >= 0, ok
}

// thresholdFormula is a threshold of the law in the currency of the grant.
func (m *maker) thresholdFormula(key string) string {
	t, _ := m.b.Law.Threshold(key)
	name := "Threshold_" + key
	if t.Amount.Currency() == m.b.Currency {
		return name
	}
	return "ROUND(" + name + "*INDEX(Rate_Won,MATCH(" + quote(t.Amount.Currency().Code()) + ",Rate_Currency,0)),6)"
}

// lineRule names the rule that a line breaks first, or says that it keeps all.
func (m *maker) lineRule(l budget.CostLine) string {
	price, err := money.Rounded(l.UnitPrice.Mul(l.Rate), m.b.Currency)
	bought := err == nil && l.Category == budget.Equipment && l.Source != project.OwnInKind
	dear := func(key string) bool { reached, ok := m.reaches(price, key); return ok && reached }
	last := m.lastPurchase(l)
	switch {
	case bought && dear(budget.SharingThreshold) && !l.Shared:
		return "rule_sharing"
	case bought && dear(budget.ReviewThreshold) && !l.Reviewed:
		return "rule_review"
	case l.Source != project.OwnInKind && !l.Bought.IsZero() && !last.IsZero() && l.Bought.After(last):
		return "rule_late"
	case prose(l.Justification) == "":
		return "rule_reason"
	}
	return "rule_ok"
}

// lastPurchase is the last day on which a purchase of the line counts.
func (m *maker) lastPurchase(l budget.CostLine) calendar.Date {
	key := budget.SoftwareBefore
	if l.Category == budget.Equipment {
		key = budget.EquipmentBefore
	}
	end := m.b.StageEnd(l.Phase)
	if end.IsZero() {
		return end
	}
	return calendar.Term{Months: int(m.threshold(key))}.Before(end)
}

func (m *maker) lineRuleFormula(r row) string {
	cell := func(key string) string { return r.ref(key).String() }
	bought := cell("category") + "=" + quote(budget.Equipment) + "," + cell("source") + "<>" + quote(project.OwnInKind)
	price := "ROUND(" + cell("unit_price") + "*" + cell("rate") + "," + strconv.Itoa(m.b.Currency.Digits()) + ")"
	list := [][2]string{{cell("valid") + "=0", "rule_codes"}} // what follows looks the codes up
	for _, x := range [][3]string{{budget.SharingThreshold, "sharing_checked", "rule_sharing"}, {budget.ReviewThreshold, "review_done", "rule_review"}} {
		if _, ok := m.reaches(m.b.Amount(0), x[0]); ok {
			list = append(list, [2]string{"AND(" + bought + "," + price + ">=" + m.thresholdFormula(x[0]) + "," + cell(x[1]) + `<>"Y")`, x[2]})
		}
	}
	if m.purchaseDays() {
		months := "IF(" + cell("category") + "=" + quote(budget.Equipment) + ",Threshold_" + budget.EquipmentBefore + ",Threshold_" + budget.SoftwareBefore + ")"
		last := "EDATE(INDEX(Phase_Purchase,MATCH(" + cell("phase") + ",Phase_ID,0))+1,-" + months + ")-1"
		list = append(list, [2]string{"AND(" + cell("source") + "<>" + quote(project.OwnInKind) + ",COUNT(" + cell("bought") + ")=1," + cell("bought") + ">" + last + ")", "rule_late"})
	}
	return m.rules(append(list, [2]string{blank(r.ref("justification")), "rule_reason"}))
}

// purchaseDays reports whether the last day of purchases is known.
func (m *maker) purchaseDays() bool {
	if m.threshold(budget.EquipmentBefore) == 0 || m.threshold(budget.SoftwareBefore) == 0 {
		return false
	}
	for _, phase := range m.b.Phases {
		if m.b.StageEnd(phase.ID).IsZero() {
			return false
		}
	}
	return len(m.b.Phases) > 0
}
