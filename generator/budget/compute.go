package budget

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Compute computes the budget of a project under a version of the law. Rows
// that cannot be counted are left out and are blocking findings; amounts beyond
// a limit of the law stay as they are and are unmet findings. There always is a
// budget, so that all findings come at once. If the agency awarded less than was
// asked for, it is the budget of the award.
func Compute(p *project.Project, v *law.Version, o Options) (*Budget, diag.List) {
	requested, found := compute(p, v, o, nil)
	if p.Award == nil || found.Has(diag.Blocking) {
		return requested, append(found, changes(p, requested)...)
	}
	cut, problems := newCut(p, v, requested)
	if problems.Has(diag.Blocking) {
		return requested, append(found, problems...)
	}
	awarded, found := compute(p, v, o, cut)
	awarded.Requested = requested
	found.Add(awardKept(p, awarded)...)
	found.Add(changes(p, awarded)...)
	return awarded, append(found, problems...)
}

// compute computes the budget of what is asked for, or of what a cut leaves.
func compute(p *project.Project, v *law.Version, o Options, cut *cut) (*Budget, diag.List) {
	c := newComputer(p, v, o)
	c.cut = cut
	c.empty()
	c.rates()
	c.people()
	c.lines()
	c.payments()
	c.allowances()
	c.indirects()
	c.b.total()
	c.years()
	c.measure()
	c.limits()
	c.staffRules()
	c.equipmentRules()
	return c.b, c.findings
}

// empty reports a project that asks for no money at all.
func (c *computer) empty() {
	b := c.p.Budget
	if len(b.People)+len(b.Lines)+len(b.Payments) > 0 {
		return
	}
	c.add("budget", diag.Finding{
		Code: CodeEmpty, Severity: diag.Unmet,
		Message: diag.T("the budget holds no person, no cost line and no payment", "예산에 인력, 비용 행, 지급이 하나도 없습니다"),
		Why:     diag.T("an application states what it asks for", "신청서에는 신청하는 연구개발비를 적어야 합니다"),
		Fix:     diag.T("fill in people, lines and payments of the budget", "예산의 people, lines, payments를 적으십시오"),
	})
}

// computer holds what the steps of Compute share.
type computer struct {
	p        *project.Project
	v        *law.Version
	b        *Budget
	cut      *cut // of an award; nil without one
	parties  map[string]*project.Party
	grand    money.Amount      // of all rows, which bounds every other sum
	first    map[origin]string // path of the first row of its kind
	lacking  map[string]bool   // limits that the law version lacks, reported once
	findings diag.List
}

// origin is what a finding about a sum points at: an institution and a category,
// a source or a measure.
type origin struct{ party, what string }

func newComputer(p *project.Project, v *law.Version, o Options) *computer {
	o, unknown := o.withDefaults(p.Grant)
	c := &computer{
		p: p, v: v, findings: unknown,
		b:       &Budget{Currency: p.Grant, Unchecked: map[string]diag.Text{}, Options: o, Law: v, phases: map[string]int{}, categories: map[string]int{}, institutions: map[string]int{}, sources: map[string]int{}},
		parties: make(map[string]*project.Party, len(p.Parties)),
		first:   map[origin]string{},
		lacking: map[string]bool{},
	}
	for i, phase := range p.Phases {
		period := phase.Period()
		c.b.phases[phase.ID] = i
		c.b.Phases = append(c.b.Phases, Phase{ID: phase.ID, Period: period, Months: period.Months()})
		if i < len(o.Caps) {
			c.b.Phases[i].Cap = o.Caps[i]
		}
	}
	c.b.End = projectEnd(p, c.b.Phases)
	for i, category := range v.Categories {
		c.b.categories[category.Key] = i
		c.b.Categories = append(c.b.Categories, Category{Key: category.Key, Name: category.Name.Diag(), Direct: category.Direct})
	}
	for i, source := range Sources() {
		c.b.sources[source] = i
	}
	c.institutions()
	c.b.cells = newTable(len(c.b.Institutions), len(c.b.Categories), len(c.b.Phases), len(c.b.sources))
	return c
}

// institutions finds the institutions that the budget names. Institutions abroad
// outside the project agreement have no budget of their own.
func (c *computer) institutions() {
	named := map[string]bool{}
	for _, in := range c.p.Budget.Institutions {
		named[in.Party] = true
	}
	for _, s := range c.p.Budget.People {
		named[s.Party] = true
	}
	for _, l := range c.p.Budget.Lines {
		named[l.Party] = true
	}
	for _, p := range c.p.Budget.Payments {
		named[p.Payer] = true
	}
	for i := range c.p.Parties {
		party := &c.p.Parties[i]
		c.parties[party.ID] = party
		if !named[party.ID] || party.Role == project.Overseas {
			continue
		}
		c.b.institutions[party.ID] = len(c.b.Institutions)
		c.b.Institutions = append(c.b.Institutions, c.newInstitution(party))
	}
	c.entries()
}

func (c *computer) newInstitution(party *project.Party) *Institution {
	n := len(c.b.Phases)
	in := &Institution{
		Party: party, Allowance: make([]money.Amount, n), Indirect: make([]money.Amount, n),
		CostSource: project.Government, currency: c.b.Currency, measures: map[Measure][]int64{},
	}
	for i := range n {
		in.Allowance[i], in.Indirect[i] = c.b.Amount(0), c.b.Amount(0)
	}
	if party.Funding == "own" {
		in.CostSource = project.OwnCash
	}
	return in
}

// entries joins what the budget says per institution.
func (c *computer) entries() {
	for i := range c.p.Budget.Institutions {
		entry := &c.p.Budget.Institutions[i]
		at, ok := c.institution(entry.Party, entry.Path+".party")
		if !ok {
			continue
		}
		in := c.b.Institutions[at]
		if in.Entry != nil {
			c.add(entry.Path, diag.Finding{
				Code: CodeTwice, Severity: diag.Blocking,
				Message: diag.T("the budget has two entries for the institution %s", "예산에 같은 기관의 항목이 두 번 있습니다: %s", entry.Party),
				Fix:     diag.T("join them into one", "하나로 합치십시오"),
			})
			continue
		}
		in.Entry = entry
	}
}

// book adds an amount to a cell and remembers where the first of its kind
// stands. It reports an overflow and leaves the amount out.
func (c *computer) book(party, category, phase, source int, a money.Amount, path string) bool {
	sum, err := c.grand.Add(a)
	if err != nil {
		c.overflow(path, err)
		return false
	}
	c.grand = sum
	*c.b.cells.at(party, category, phase, source) += a.Minor()
	if a.IsZero() {
		return true
	}
	id := c.b.Institutions[party].Party.ID
	c.remember(id, c.b.Categories[category].Key, path)
	c.remember(id, Sources()[source], path)
	return true
}

func (c *computer) remember(party, what, path string) {
	if _, known := c.first[origin{party, what}]; !known {
		c.first[origin{party, what}] = path
	}
}

// institution finds an institution of the budget and reports any other name.
func (c *computer) institution(id, path string) (int, bool) {
	if i, known := c.b.institutions[id]; known {
		return i, true
	}
	if _, known := c.parties[id]; known {
		c.add(path, diag.Finding{
			Code: CodeOverseas, Severity: diag.Blocking,
			Message: diag.T("%s is an institution abroad outside the project agreement and has no budget of its own",
				"협약 밖의 해외기관에는 자체 예산을 둘 수 없습니다: %s", id),
			Fix: diag.T("book the money as a payment of a Korean institution; keep the partner's own effort outside the budget",
				"국내기관의 지급(payments)으로 계상하고, 해외기관의 자체 부담은 예산에 넣지 마십시오"),
		})
		return 0, false
	}
	c.unknown(CodeParty, path, diag.T("institution", "기관"), id, c.partyIDs())
	return 0, false
}

func (c *computer) phase(id, path string) (int, bool) {
	i, known := c.b.phases[id]
	if !known {
		ids := make([]string, len(c.b.Phases))
		for i, phase := range c.b.Phases {
			ids[i] = phase.ID
		}
		c.unknown(CodePhase, path, diag.T("phase", "연차"), id, ids)
	}
	return i, known
}

func (c *computer) category(key, path string) (int, bool) {
	i, known := c.b.categories[key]
	if !known {
		keys := make([]string, len(c.b.Categories))
		for i, category := range c.b.Categories {
			keys[i] = category.Key
		}
		c.unknown(CodeCategory, path, diag.T("cost category", "비목"), key, keys)
	}
	return i, known
}

func (c *computer) source(name, path string, more ...string) (int, bool) {
	i, known := c.b.sources[name]
	for _, other := range more {
		if name == other {
			return all, true
		}
	}
	if !known {
		c.unknown(CodeSource, path, diag.T("source of money", "재원"), name, append(Sources(), more...))
	}
	return i, known
}

func (c *computer) partyIDs() []string {
	ids := make([]string, len(c.p.Parties))
	for i, p := range c.p.Parties {
		ids[i] = p.ID
	}
	return ids
}

// perPhase reports a list that does not have one value per phase.
func (c *computer) perPhase(n int, path string) bool {
	if n == len(c.b.Phases) {
		return true
	}
	c.add(path, diag.Finding{
		Code: CodePhases, Severity: diag.Blocking,
		Message: diag.T("the list has %d values, but the project has %d phases",
			"값이 %d개인데 과제의 연차는 %d개입니다", n, len(c.b.Phases)),
		Fix: diag.T("write one value per phase", "연차마다 값을 하나씩 쓰십시오"),
	})
	return false
}

// notNegative reports a negative number.
func (c *computer) notNegative(negative bool, path string) bool {
	if negative {
		c.add(path, diag.Finding{
			Code: CodeNegative, Severity: diag.Blocking,
			Message: diag.T("a budget has no negative values", "예산에는 음수를 쓸 수 없습니다"),
			Fix:     diag.T("write the amount without the minus sign, or take the row out", "음수 부호를 빼거나 행을 지우십시오"),
		})
	}
	return !negative
}

func (c *computer) unknown(code, path string, what diag.Text, got string, known []string) {
	c.add(path, diag.Finding{
		Code: code, Severity: diag.Blocking,
		Message: diag.T("the %s %s is not known", "알 수 없는 %s입니다: %s", what, strconv.Quote(got)),
		Fix:     diag.T("use one of %s", "다음 중 하나를 쓰십시오: %s", strings.Join(known, ", ")),
	})
}

// overflow reports an error of package money: an amount beyond what it holds.
func (c *computer) overflow(path string, err error) {
	text := diag.Text{EN: err.Error(), KO: err.Error()}
	if korean, ok := err.(interface{ Korean() string }); ok {
		text.KO = korean.Korean()
	}
	c.add(path, diag.Finding{Code: CodeOverflow, Severity: diag.Blocking, Message: text})
}

// add fills in the place of a finding.
func (c *computer) add(path string, f diag.Finding) {
	f.Path = path
	if c.p.File != nil {
		f.Place = c.p.File.Place(path)
	}
	c.findings.Add(f)
}

// shown is an amount as messages print it.
func shown(a money.Amount) diag.Text { return diag.Text{EN: a.English(), KO: a.Korean()} }

// units are what amounts are counted in, as in won or euros.
func (c *computer) units() diag.Text {
	return diag.Text{EN: c.b.Currency.EnglishUnits(), KO: c.b.Currency.KoreanUnits()}
}

// item names one value of a list in the project file.
func item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
