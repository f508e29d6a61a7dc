package workbook

import (
	"pactwright/generator/budget"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// inputCells are the cells of the sheet Inputs that formulas of other sheets
// name one by one.
type inputCells struct {
	phase     []sheet.Ref            // id of each phase
	caps      []sheet.Ref            // what the call allows in each phase
	source    map[string]sheet.Ref   // id of each source of money
	rate      map[string]sheet.Ref   // indirect rate of each institution
	allowance map[string][]sheet.Ref // given per institution and phase
	indirect  map[string][]sheet.Ref
	limits    map[string]bool // keys of the limits that have a name
}

// on writes a cell of the sheet Inputs absolutely.
func on(name string, r sheet.Ref) string { return name + "!" + r.Absolute() }

// makeInputs builds the sheet of everything that is set and not computed, apart
// from the rows of people, cost lines and payments.
func (m *maker) makeInputs() {
	m.in = inputCells{
		source: map[string]sheet.Ref{}, rate: map[string]sheet.Ref{},
		allowance: map[string][]sheet.Ref{}, indirect: map[string][]sheet.Ref{}, limits: map[string]bool{},
	}
	columns := max(8, len(m.b.Phases))
	s := m.open(Inputs, "inputs", "inputs_remark", repeat([]int{170, 400, 520}, moneyWidth, columns)...)
	row := m.projectRows(s, headRow)
	row = m.phaseRows(s, row+1)
	row = m.limitRows(s, row+1)
	row = m.ruleRows(s, row+1)
	row = m.institutionRows(s, row+1)
	row = m.givenRows(s, row+1)
	s.Print.Breaks = []int{row + 1}
	m.listRows(s, row+1)
}

// part writes the heading of one table among several and returns the row below.
func (m *maker) part(s *sheet.Sheet, row int, key string) int {
	s.Put(sheet.At(1, row), sheet.Text(m.words.both(key)), sheet.PartStyle)
	return row + 1
}

func (m *maker) projectRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_project")
	for _, r := range []struct {
		key, name string
		value     sheet.Value
	}{
		{"project_id", "Project_ID", sheet.Text(m.p.Info.ID)},
		{"project_title", "Project_Title", sheet.Text(prose(m.p.Info.Title))},
		{"project_start", "Project_Start", sheet.Date(m.p.Info.Start)},
		{"project_end", "Project_End", sheet.Date(m.p.Info.End)},
		{"agreement_date", "Agreement_Date", sheet.Date(m.p.Info.AgreementDate)},
		{"round_unit", "Round_Unit", whole(m.b.Options.RoundingUnit)},
		{"fx_stress", "FX_Stress", sheet.Percent(m.b.Options.Stress)},
		{"form_unit", "Form_Unit", whole(m.form.Unit)},
		{"intl_cap", "Intl_Cap", sheet.Percent(m.b.Options.IntlCap)},
	} {
		if r.name == "Form_Unit" && len(m.form.Rows) == 0 || r.name == "Intl_Cap" && m.b.Options.IntlCap.IsZero() {
			continue
		}
		s.Put(sheet.At(1, row), sheet.Text(m.words.head(r.key)), sheet.TextStyle)
		s.Put(sheet.At(2, row), r.value, sheet.InputStyle)
		m.book.Name(r.name, s, sheet.At(2, row).Cell())
		row++
	}
	return row
}

func (m *maker) phaseRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_phases")
	heads(s, row, m.words.head("phase"), m.words.head("phase_start"), m.words.head("phase_end"), m.words.head("months"), m.words.head("cap"), m.words.head("purchase_end"))
	first := row + 1
	for i, phase := range m.b.Phases {
		row++
		id := sheet.At(1, row)
		start, end, months := id.Right(1), id.Right(2), id.Right(3)
		s.Put(id, sheet.Text(phase.ID), sheet.InputStyle)
		s.Put(start, sheet.Date(phase.Period.Start), sheet.InputStyle)
		s.Put(end, sheet.Date(phase.Period.End), sheet.InputStyle)
		s.Calc(months, monthsBetween(start.String(), end.String()), sheet.Int(int64(phase.Months)), sheet.CalcStyle)
		m.book.Name(numbered("Months", i), s, months.Cell())
		m.in.phase = append(m.in.phase, id)
		m.in.caps = append(m.in.caps, id.Right(4))
		if phase.Cap == (money.Amount{}) {
			s.Put(id.Right(4), sheet.Value{}, sheet.InputStyle)
		} else {
			s.Put(id.Right(4), sheet.Amount(phase.Cap), sheet.InputStyle)
		}
		m.purchaseEnd(s, id.Right(5), end, phase)
	}
	n := len(m.b.Phases)
	m.book.Name("Phase_ID", s, sheet.Down(sheet.At(1, first), n))
	for i, name := range []string{"Phase_Start", "Phase_End", "Phase_Months", "Phase_Cap", "Phase_Purchase"} {
		m.book.Name(name, s, sheet.Down(sheet.At(2+i, first), n))
	}
	return max(row, first) + 1
}

// purchaseEnd is the end of the period from which the last day of purchases is
// counted: that of the phase if phases are stages, else that of the project.
func (m *maker) purchaseEnd(s *sheet.Sheet, at, phaseEnd sheet.Ref, phase budget.Phase) {
	end := m.b.StageEnd(phase.ID)
	switch {
	case end.IsZero():
		s.Put(at, sheet.Value{}, sheet.CalcStyle)
	case m.b.Options.PhaseKind == budget.StagePhases:
		s.Calc(at, phaseEnd.String(), sheet.Date(end), sheet.CalcStyle)
	case m.p.Info.End.IsZero():
		s.Calc(at, "MAX(Phase_End)", sheet.Date(end), sheet.CalcStyle)
	default:
		s.Calc(at, "Project_End", sheet.Date(end), sheet.CalcStyle)
	}
}

// monthsBetween counts the months of the calendar from the month of one date to
// that of another, both included.
func monthsBetween(start, end string) string {
	return "(YEAR(" + end + ")-YEAR(" + start + "))*12+MONTH(" + end + ")-MONTH(" + start + ")+1"
}

// limitRows lists the limits of the law that bind somebody here.
func (m *maker) limitRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_limits")
	heads(s, row, m.words.head("key"), m.words.head("limit"), m.words.head("source_of_law"), m.words.head("percent"))
	first := row + 1
	for _, l := range m.b.Limits {
		if l.Key == "" || m.in.limits[l.Key] {
			continue
		}
		row++
		m.in.limits[l.Key] = true
		at := sheet.At(1, row)
		line(s, at, sheet.TextStyle, l.Key, m.words.show(l.Name, "\n"), m.words.show(l.Cite, "\n"))
		s.Put(at.Right(3), sheet.Percent(l.Percent), sheet.InputStyle)
		m.book.Name("Limit_"+l.Key, s, at.Right(3).Cell())
	}
	if row >= first {
		m.book.Name("Limit_Key", s, sheet.Down(sheet.At(1, first), row-first+1))
		m.book.Name("Limit_Percent", s, sheet.Down(sheet.At(4, first), row-first+1))
	}
	return m.thresholdRows(s, row) + 1
}

// thresholdRows lists the amounts and terms of the law that rows are measured
// against.
func (m *maker) thresholdRows(s *sheet.Sheet, row int) int {
	first := row + 1
	for _, key := range []string{budget.SharingThreshold, budget.ReviewThreshold, budget.EquipmentBefore, budget.SoftwareBefore} {
		t, ok := m.b.Law.Threshold(key)
		if !ok {
			continue
		}
		row++
		at := sheet.At(1, row)
		line(s, at, sheet.TextStyle, key, m.words.show(t.Name.Diag(), "\n"), m.words.show(m.b.Law.Cite(t.Cite), "\n"))
		value := sheet.Int(t.Months)
		if !t.Amount.IsZero() {
			value = sheet.Amount(t.Amount)
		}
		s.Put(at.Right(3), value, sheet.InputStyle)
		m.book.Name("Threshold_"+key, s, at.Right(3).Cell())
	}
	if row >= first {
		m.book.Name("Threshold_Key", s, sheet.Down(sheet.At(1, first), row-first+1))
		m.book.Name("Threshold_Value", s, sheet.Down(sheet.At(4, first), row-first+1))
	}
	return row
}

func (m *maker) institutionRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_institutions")
	heads(s, row, m.words.head("institution"), m.words.head("name"), m.words.head("indirect_basis"), m.words.head("indirect_rate"),
		m.words.head("role"), m.words.head("law_class"), m.words.head("company"), m.words.head("hires_in_cash"),
		m.words.head("faculty"), m.words.head("may_plan_students"), m.words.head("whole_person"))
	first := row + 1
	for _, in := range m.b.Institutions {
		row++
		at := sheet.At(1, row)
		basis := ""
		if in.Entry != nil {
			basis = prose(in.Entry.IndirectBasis)
		}
		if basis == "" && m.in.limits[in.RateKey] {
			basis = m.words.head("rate_from_limit")
		}
		line(s, at, sheet.TextStyle, in.Party.ID, partyName(in.Party), basis)
		m.in.rate[in.Party.ID] = at.Right(3)
		if m.in.limits[in.RateKey] {
			s.Calc(at.Right(3), "Limit_"+in.RateKey, sheet.Percent(in.IndirectRate), sheet.CalcStyle)
		} else {
			s.Put(at.Right(3), sheet.Percent(in.IndirectRate), sheet.InputStyle)
		}
		line(s, at.Right(4), sheet.TextStyle, m.coded("role_", string(in.Party.Role)), m.coded("class_", in.Party.LawClass))
		class := in.Party.LawClass
		for j, yes := range []bool{budget.IsCompany(class), budget.HiresInCash(class), class == budget.University, budget.HasStudents(class), budget.WholePerson(class)} {
			s.Put(at.Right(6+j), yesNo(yes), sheet.TextStyle)
		}
	}
	n := len(m.b.Institutions)
	m.book.Name("Institution_ID", s, sheet.Down(sheet.At(1, first), n))
	m.book.Name("Institution_Rate", s, sheet.Down(sheet.At(4, first), n))
	for j, name := range []string{"Institution_Company", "Institution_HireCash", "Institution_Faculty", "Institution_Students", "Institution_WholePerson"} {
		m.book.Name(name, s, sheet.Down(sheet.At(7+j, first), n))
	}
	return max(row, first) + 1
}

// coded words a code of the project file. A draft may lack the code.
func (m *maker) coded(prefix, code string) string {
	if code == "" {
		return ""
	}
	return m.words.head(prefix + code)
}

// givenRows holds the amounts that institutions state per phase. An empty
// indirect cost is computed.
func (m *maker) givenRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_given")
	texts := []string{m.words.head("institution"), m.words.head("category"), m.words.head("how")}
	for _, phase := range m.b.Phases {
		texts = append(texts, phase.ID)
	}
	heads(s, row, texts...)
	first := row + 1
	for _, in := range m.b.Institutions {
		row++
		allowance := m.words.show(m.categoryName(budget.Allowance), "\n")
		how := "how_allowance"
		if in.ToLimit {
			how = "how_allowance_limit"
		}
		line(s, sheet.At(1, row), sheet.TextStyle, in.Party.ID, allowance, m.words.head(how))
		m.in.allowance[in.Party.ID] = m.given(s, row, in.Allowance, in.ToLimit)
	}
	m.givenNames(s, "Allowance", first)
	for _, in := range m.b.Institutions {
		row++
		indirect := m.words.show(m.categoryName(budget.Indirect), "\n")
		line(s, sheet.At(1, row), sheet.TextStyle, in.Party.ID, indirect, m.words.head("how_indirect"))
		m.in.indirect[in.Party.ID] = m.given(s, row, in.Indirect, in.Computed)
	}
	m.nameColumns(s, sheet.At(1, first), row-first+1, m.each([]string{"Given_Institution", "Given_Category", ""}, "Given", m.numbers())...)
	m.givenNames(s, "Indirect", first+len(m.b.Institutions))
	if n := row - first + 1; n > 0 {
		s.Validations = append(s.Validations, m.amounts(sheet.Range{From: sheet.At(4, first), To: sheet.At(3+len(m.b.Phases), row)}))
	}
	return row + 1
}

// givenNames names the rows of one category: institutions, then one column for
// each phase.
func (m *maker) givenNames(s *sheet.Sheet, name string, first int) {
	n := len(m.b.Institutions)
	m.book.Name(name+"_Institution", s, sheet.Down(sheet.At(1, first), n))
	for phase := range m.b.Phases {
		m.book.Name(numbered(name, phase), s, sheet.Down(sheet.At(4+phase, first), n))
	}
}

func (m *maker) given(s *sheet.Sheet, row int, amounts []money.Amount, empty bool) []sheet.Ref {
	var cells []sheet.Ref
	for i, a := range amounts {
		at := sheet.At(4+i, row)
		value := sheet.Amount(a)
		if empty {
			value = sheet.Value{}
		}
		s.Put(at, value, sheet.InputStyle)
		cells = append(cells, at)
	}
	return cells
}

// listRows holds the codes that rows may use.
func (m *maker) listRows(s *sheet.Sheet, row int) {
	row = m.part(s, row, "part_categories")
	heads(s, row, m.words.head("key"), m.words.head("name"))
	first := row + 1
	for _, c := range m.b.Categories {
		row++
		line(s, sheet.At(1, row), sheet.TextStyle, c.Key, m.words.show(c.Name, " "))
	}
	m.book.Name("Category_ID", s, sheet.Down(sheet.At(1, first), len(m.b.Categories)))
	row = m.part(s, max(row, first)+2, "part_sources")
	heads(s, row, m.words.head("key"), m.words.head("name"))
	first = row + 1
	for _, source := range append(budget.Sources(), budget.Unpaid) {
		row++
		m.in.source[source] = sheet.At(1, row)
		line(s, sheet.At(1, row), sheet.TextStyle, source, m.words.both(source))
	}
	m.book.Name("Source_ID", s, sheet.Down(sheet.At(1, first), len(budget.Sources())))
	m.book.Name("Person_Source_ID", s, sheet.Down(sheet.At(1, first), len(budget.Sources())+1))
	for _, list := range []struct {
		part, name, prefix string
		codes              []string
	}{
		{"part_flags", "Flag_ID", "flag_", []string{"Y", "N"}},
		{"part_employment", "Employment_ID", "employment_", EmploymentCodes},
		{"part_cash_ground", "Cash_Ground_ID", "ground_", CashGroundCodes},
	} {
		row = m.part(s, row+2, list.part)
		heads(s, row, m.words.head("key"), m.words.head("name"))
		for i, code := range list.codes {
			line(s, sheet.At(1, row+1+i), sheet.TextStyle, code, m.words.both(list.prefix+code))
		}
		m.book.Name(list.name, s, sheet.Down(sheet.At(1, row+1), len(list.codes)))
		row += len(list.codes)
	}
}

// whole is a unit in which amounts are counted, with decimals only if it has some.
func whole(unit money.Amount) sheet.Value {
	if n, ok := unit.Decimal().Int64(); ok {
		return sheet.Int(n)
	}
	return sheet.Decimal(unit.Decimal(), unit.Currency().Digits())
}

// amounts restricts a range to amounts in the currency of the grant.
func (m *maker) amounts(r sheet.Range) sheet.Validation {
	if m.b.Currency.Digits() > 0 {
		return sheet.Validation{
			Range: r, Kind: sheet.DecimalValidation, Min: "0",
			Prompt: m.words.both("prompt_number"), Problem: m.words.both("problem_number"),
		}
	}
	return sheet.Validation{
		Range: r, Kind: sheet.WholeValidation, Min: "0",
		Prompt: m.words.both("prompt_whole"), Problem: m.words.both("problem_whole"),
	}
}

// oneOf restricts a range to the codes of a list.
func (m *maker) oneOf(list string) sheet.Validation {
	return sheet.Validation{
		Kind: sheet.ListValidation, List: list,
		Prompt: m.words.both("prompt_list"), Problem: m.words.both("problem_list"),
	}
}

// makeRates builds the sheet of exchange rates.
func (m *maker) makeRates() {
	s := m.open(Rates, "rates", "rates_remark", idWidth, 170, 130, dateWidth, 640)
	heads(s, headRow, m.words.head("currency"), m.words.head("per_unit"), m.words.head("decimals"), m.words.head("rate_date"), m.words.head("rate_source"))
	for i, r := range m.b.Rates {
		at := sheet.At(1, firstRow+i)
		s.Put(at, sheet.Text(r.Currency.Code()), sheet.TextStyle)
		style, text := sheet.InputStyle, m.words.both("own_currency")
		date := sheet.Value{}
		if r.Entry == nil {
			style = sheet.TextStyle
		} else {
			text, date = prose(r.Entry.Source), sheet.Date(r.Entry.Date)
		}
		s.Put(at.Right(1), sheet.Decimal(r.PerUnit, 4), style)
		s.Put(at.Right(2), sheet.Int(int64(r.Currency.Digits())), sheet.TextStyle)
		s.Put(at.Right(3), date, style)
		s.Put(at.Right(4), sheet.Text(text), style)
	}
	n := len(m.b.Rates)
	m.book.Name("Rate_Currency", s, sheet.Down(sheet.At(1, firstRow), n))
	m.book.Name("Rate_Won", s, sheet.Down(sheet.At(2, firstRow), n))
	m.book.Name("Rate_Decimals", s, sheet.Down(sheet.At(3, firstRow), n))
	m.book.Name("Rate_Date", s, sheet.Down(sheet.At(4, firstRow), n))
	m.book.Name("Rate_Source", s, sheet.Down(sheet.At(5, firstRow), n))
	freeze(s, 1)
}
