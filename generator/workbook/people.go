package workbook

import (
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// personColumns are the columns of the sheet Personnel. Time in other projects
// and cuts have columns only where there are any.
func (m *maker) personColumns() *columns {
	c := newColumns()
	for _, x := range []struct {
		key   string
		width int
	}{
		{"id", idWidth}, {"institution", codeWidth}, {"post", nameWidth}, {"category", codeWidth}, {"source", 120},
		{"new_hire", flagWidth}, {"support_staff", flagWidth}, {"person", codeWidth}, {"employment", 110}, {"cash_ground", 120}, {"monthly", 130},
	} {
		c.add(x.key, x.width, m.words.head(x.key))
	}
	m.perPhase(c, "participation", codeWidth)
	if m.timeElsewhere() {
		m.perPhase(c, "other_projects", codeWidth)
	}
	if m.b.Requested != nil {
		m.perPhase(c, "cut", 130)
	}
	m.perPhase(c, "amount", 135)
	c.add("total", moneyWidth, m.words.head("total"))
	c.add("person_months", numberWidth, m.words.head("person_months"))
	c.add("valid", flagWidth, m.words.head("valid"))
	c.add("rule_kept", ruleWidth, m.words.head("rule_kept"))
	c.add("kept", flagWidth, m.words.head("kept"))
	return c
}

// Codes of two columns, as the project file has them.
var (
	EmploymentCodes = []string{"faculty", "civil_servant"}
	CashGroundCodes = []string{"registered_provider", "state_owned", "recognised"}
)

// ruleWidth holds the sentence that says which rule a row breaks.
const ruleWidth = 300

// perPhase adds a column for each phase.
func (m *maker) perPhase(c *columns, key string, width int) {
	for i, phase := range m.b.Phases {
		c.add(numbered(key, i), width, phase.ID+"\n"+m.words.head(key))
	}
}

func (m *maker) timeElsewhere() bool {
	for _, p := range m.b.People {
		if len(p.OtherProjects) > 0 {
			return true
		}
	}
	return false
}

// makePersonnel builds the sheet of posts.
func (m *maker) makePersonnel() {
	c := m.personColumns()
	s := m.open(Personnel, "personnel", "personnel_remark", c.widths...)
	heads(s, headRow, c.heads...)
	s.Expect(len(m.b.People) * len(c.keys))
	decimals := m.personDecimals()
	for i := range m.b.People {
		m.personRow(row{s, c, firstRow + i}, i, decimals)
	}
	t := table{m, s, len(m.b.People)}
	t.end()
	m.personNames(t, c)
	m.personRules(t, c)
	if len(m.b.Phases) > 0 {
		s.Notes = append(s.Notes, sheet.Note{Ref: c.cell(numbered("participation", 0), headRow), Text: m.words.head("note_participation")})
	}
	s.Notes = append(s.Notes, sheet.Note{Ref: c.cell("cash_ground", headRow), Text: m.words.head("note_cash_ground")})
	freeze(s, 3)
}

func (m *maker) personRow(r row, i, decimals int) {
	person := m.b.People[i]
	r.text("id", person.ID)
	r.text("institution", person.Party)
	r.text("post", prose(person.Name))
	r.text("category", person.Category)
	r.text("source", person.Source)
	r.put("new_hire", yesNo(person.NewHire), sheet.InputStyle)
	r.put("support_staff", yesNo(person.Support), sheet.InputStyle)
	r.text("person", person.Person)
	r.text("employment", person.Employment)
	r.text("cash_ground", person.CashGround)
	r.put("monthly", sheet.Amount(person.Monthly.In(m.b.Currency)), sheet.InputStyle)
	n := len(m.b.Phases)
	months := make([]string, n)
	for phase := range n {
		m.personPhase(r, i, phase, decimals)
		months[phase] = r.ref(numbered("participation", phase)).String() + "*" + numbered("Months", phase)
	}
	if n > 0 {
		r.calc("total", sumRange(r.ref(numbered("amount", 0)), n), sheet.Amount(person.Total), sheet.TotalStyle)
	} else {
		r.put("total", sheet.Amount(person.Total), sheet.TotalStyle)
	}
	all := money.NewDecimal(0)
	for _, x := range person.Months {
		all = all.Add(x)
	}
	r.calc("person_months", "ROUND("+sumOfParts(months)+",6)", sheet.Decimal(all, 2), sheet.CalcStyle)
	r.calc("valid", valid(
		listed("Institution_ID", r.ref("institution")), listed("Category_ID", r.ref("category")), listed("Person_Source_ID", r.ref("source")),
	), oneIf(true), sheet.CalcStyle)
	r.calc("rule_kept", m.personRuleFormula(r), sheet.Text(m.ruleText(m.personRule(person))), sheet.CalcStyle)
	m.kept(r, m.personRule(person))
}

// personPhase writes one phase of a post.
func (m *maker) personPhase(r row, i, phase, decimals int) {
	person := m.b.People[i]
	r.put(numbered("participation", phase), sheet.Percent(person.Participation[phase]), sheet.InputStyle)
	elsewhere := sheet.Value{}
	if phase < len(person.OtherProjects) {
		elsewhere = sheet.Percent(person.OtherProjects[phase])
	}
	r.put(numbered("other_projects", phase), elsewhere, sheet.InputStyle)
	formula := m.rounded(r.ref("monthly").FixedColumn()+"*"+r.ref(numbered("participation", phase)).String()+"*"+numbered("Months", phase), decimals)
	if m.b.Requested != nil {
		cut := numbered("cut", phase)
		r.put(cut, sheet.Amount(person.Cut[phase]), sheet.CalcStyle)
		formula += "+" + r.ref(cut).String()
	}
	r.calc(numbered("amount", phase), formula, sheet.Amount(person.Amounts[phase]), sheet.CalcStyle)
}

func (m *maker) personNames(t table, c *columns) {
	names := map[string]string{
		"id": "Person_ID", "institution": personInstitution, "post": "Person_Post", "category": personCategory, "source": personSource,
		"new_hire": "Person_NewHire", "support_staff": personSupport, "person": "Person_Human", "employment": "Person_Employment",
		"cash_ground": "Person_CashGround", "monthly": "Person_Monthly", "total": "Person_Total", "person_months": "Person_Months",
		"valid": "Person_Valid", "rule_kept": "Person_Rule", "kept": "Person_Kept",
	}
	for phase := range m.b.Phases {
		names[numbered("participation", phase)] = numbered(personShare, phase)
		names[numbered("other_projects", phase)] = numbered(personElsewhere, phase)
		names[numbered("cut", phase)] = numbered("Person_Cut", phase)
		names[numbered("amount", phase)] = numbered(personAmount, phase)
	}
	t.names(c, names)
	if n := len(m.b.Phases); n > 0 {
		from := c.cell(numbered("participation", 0), firstRow)
		m.book.Name("Person_Participation", t.s, sheet.Range{From: from, To: from.Right(n - 1).Down(t.rows)})
	}
}

func (m *maker) personRules(t table, c *columns) {
	for _, x := range [][2]string{
		{"institution", "Institution_ID"}, {"category", "Category_ID"}, {"source", "Person_Source_ID"},
		{"new_hire", "Flag_ID"}, {"support_staff", "Flag_ID"}, {"employment", "Employment_ID"}, {"cash_ground", "Cash_Ground_ID"},
	} {
		t.validate(c.at[x[0]], m.oneOf(x[1]))
	}
	t.validate(c.at["monthly"], m.amounts(sheet.Range{}))
	for phase := range m.b.Phases {
		for _, key := range []string{"participation", "other_projects"} {
			if key := numbered(key, phase); c.has(key) {
				t.validate(c.at[key], sheet.Validation{
					Kind: sheet.DecimalValidation, Min: "0", Max: "1",
					Prompt: m.words.both("prompt_participation"), Problem: m.words.both("problem_participation"),
				})
			}
		}
	}
}

// personRule names the rule that a post breaks first, or says that it keeps all.
// The formula beside it tells the same.
func (m *maker) personRule(p budget.Person) string {
	party := m.p.Party(p.Party)
	cash := p.Source != project.OwnInKind && p.Source != budget.Unpaid
	switch {
	case cash && budget.IsCompany(party.LawClass) && p.CashGround == "" && !(p.NewHire && budget.HiresInCash(party.LawClass)):
		return "rule_company_cash"
	case cash && party.LawClass == budget.University && p.Employment != "":
		return "rule_faculty_cash"
	case p.Category == budget.StudentPersonnel && !budget.HasStudents(party.LawClass):
		return "rule_students"
	case budget.WholePerson(party.LawClass) && m.overTime(p):
		return "rule_time"
	}
	return "rule_ok"
}

// overTime reports whether the posts of one person, with other projects, take
// more than all the time in some phase.
func (m *maker) overTime(p budget.Person) bool {
	for phase := range m.b.Phases {
		var sum money.Percent
		for _, other := range m.b.People {
			same := p.Person != "" && strings.EqualFold(other.Person, p.Person) || other.ID == p.ID
			if !same {
				continue
			}
			sum = sum.Add(other.Participation[phase])
			if phase < len(other.OtherProjects) {
				sum = sum.Add(other.OtherProjects[phase])
			}
		}
		if sum.Cmp(money.Hundred) > 0 {
			return true
		}
	}
	return false
}

// personRuleFormula tells which rule a row breaks. What a class of institutions
// may do stands on the sheet Inputs.
func (m *maker) personRuleFormula(r row) string {
	of := func(column string) string {
		return "INDEX(" + column + ",MATCH(" + r.ref("institution").String() + ",Institution_ID,0))"
	}
	source := r.ref("source").String()
	cash := source + "<>" + quote(project.OwnInKind) + "," + source + "<>" + quote(budget.Unpaid)
	hired := "IF(" + r.ref("new_hire").String() + `="Y",` + of("Institution_HireCash") + `,"N")="N"`
	return m.rules([][2]string{
		{r.ref("valid").String() + "=0", "rule_codes"}, // what follows looks the codes up
		{"AND(" + cash + "," + of("Institution_Company") + `="Y",` + blank(r.ref("cash_ground")) + "," + hired + ")", "rule_company_cash"},
		{"AND(" + cash + "," + of("Institution_Faculty") + `="Y",` + r.ref("employment").String() + `&""<>"")`, "rule_faculty_cash"},
		{"AND(" + r.ref("category").String() + "=" + quote(budget.StudentPersonnel) + "," + of("Institution_Students") + `="N")`, "rule_students"},
		{"AND(" + of("Institution_WholePerson") + `="Y",` + m.timeFormula(r) + "-1>0.000000001)", "rule_time"},
	})
}

// timeFormula is the most time of a person in any phase.
func (m *maker) timeFormula(r row) string {
	if len(m.b.Phases) == 0 {
		return "0"
	}
	var posts, people []string
	human := r.ref("person").String()
	for phase := range m.b.Phases {
		own, all := r.ref(numbered("participation", phase)).String(), sumIfs(numbered(personShare, phase), "Person_Human", human)
		if m.timeElsewhere() {
			own += "+" + r.ref(numbered("other_projects", phase)).String()
			all += "+" + sumIfs(numbered(personElsewhere, phase), "Person_Human", human)
		}
		posts, people = append(posts, own), append(people, all)
	}
	return "IF(" + blank(r.ref("person")) + ",MAX(" + strings.Join(posts, ",") + "),MAX(" + strings.Join(people, ",") + "))"
}

// blank is whether a cell is empty. Some programs take an empty cell for the
// number 0, so its text is compared.
func blank(at sheet.Ref) string { return at.String() + `&""=""` }

// rules nests conditions with the word for each, the first that holds first.
func (m *maker) rules(list [][2]string) string {
	formula := ruleName("rule_ok")
	for i := len(list) - 1; i >= 0; i-- {
		formula = "IF(" + list[i][0] + "," + ruleName(list[i][1]) + "," + formula + ")"
	}
	return formula
}

// kept says in a number whether a row keeps its rules: not all programs count
// texts that formulas give.
func (m *maker) kept(r row, rule string) {
	r.calc("kept", "IF("+r.ref("rule_kept").String()+"="+ruleName("rule_ok")+",1,0)", oneIf(rule == "rule_ok"), sheet.CalcStyle)
}

// ruleName is the name of the cell with the sentence of a rule.
func ruleName(key string) string { return "R" + key[1:] }

// ruleKeys are the rules of rows in the order in which they are listed.
var ruleKeys = []string{
	"rule_ok", "rule_codes", "rule_company_cash", "rule_faculty_cash", "rule_students", "rule_time", "rule_sharing", "rule_review", "rule_late", "rule_reason",
}

// ruleRows lists the rules of rows with the provisions that they come from.
func (m *maker) ruleRows(s *sheet.Sheet, row int) int {
	row = m.part(s, row, "part_rules")
	heads(s, row, m.texts("key", "rule_kept", "source_of_law")...)
	for _, key := range ruleKeys {
		row++
		line(s, sheet.At(1, row), sheet.TextStyle, key, m.ruleText(key), m.ruleNote(key))
		m.book.Name(ruleName(key), s, sheet.At(2, row).Cell())
	}
	return row + 1
}

// provisions are those that the rules of rows come from, by the key of the word.
var provisions = map[string][]string{
	"rule_company_cash": {"std-65-4"},
	"rule_faculty_cash": {"std-48-4"},
	"rule_students":     {"std-7"},
	"rule_sharing":      {"std-23-4"},
	"rule_review":       {"std-23-3"},
	"rule_late":         {"std-23-5", "std-25-9"},
}

// ruleText is the sentence of a rule with its articles.
func (m *maker) ruleText(key string) string {
	text := m.words.text(key)
	var articles diag.Text
	for i, cite := range provisions[key] {
		c, ok := m.b.Law.Citation(cite)
		if !ok {
			continue
		}
		if i > 0 {
			articles.EN += ", "
			articles.KO += ", "
		}
		articles.EN += c.Article.EN
		articles.KO += c.Article.KO
	}
	if articles.EN != "" {
		text = diag.T("%s (%s)", "%s(%s)", text, articles)
	}
	return m.words.show(text, " ")
}

// ruleNote lists the provisions behind a rule.
func (m *maker) ruleNote(key string) string {
	var lines []string
	for _, cite := range provisions[key] {
		lines = append(lines, m.words.show(m.b.Law.Cite(cite), "\n"))
	}
	return strings.Join(lines, "\n")
}
