package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// cut is what an award leaves of each row, in minor units. A nil cut leaves everything.
type cut struct {
	currency    money.Currency
	people      map[*project.Staff][]int64 // per phase
	lines       map[*project.Line]int64
	payments    map[*project.Payment][]int64 // per phase
	instalments map[*project.Instalment]int64
	allowances  map[string][]int64 // by institution, per phase
	indirects   map[string][]int64
}

// newCut spreads an award over the rows of what was asked for.
func newCut(p *project.Project, v *law.Version, requested *Budget) (*cut, diag.List) {
	k := &cutter{p: p, v: v, b: requested, cut: cut{
		currency: requested.Currency,
		people:   map[*project.Staff][]int64{}, lines: map[*project.Line]int64{},
		payments: map[*project.Payment][]int64{}, instalments: map[*project.Instalment]int64{},
		allowances: map[string][]int64{}, indirects: map[string][]int64{},
	}}
	if !k.perPhase(p.Award.Government, p.Award.Path+".government") {
		return nil, k.findings
	}
	if p.Award.Method == project.AwardByRow {
		k.byRow()
	} else {
		k.proRata()
	}
	k.spreadInstalments()
	return &k.cut, k.findings
}

// person returns what an award changes of a post in a phase, or nil without an
// award.
func (k *cut) person(s *project.Staff, phase int, asked money.Amount) *money.Amount {
	if k == nil {
		return nil
	}
	change := money.New(0, k.currency)
	if awarded, ok := k.people[s]; ok {
		change = money.New(awarded[phase]-asked.Minor(), k.currency)
	}
	return &change
}

// line returns what an award changes of a cost line.
func (k *cut) line(l *project.Line, asked money.Amount) money.Amount {
	if k != nil {
		if awarded, ok := k.lines[l]; ok {
			return money.New(awarded-asked.Minor(), k.currency)
		}
	}
	return money.New(0, asked.Currency())
}

// planned returns what an award leaves of a payment per phase, or the amounts
// asked for.
func (k *cut) planned(p *project.Payment, asked []money.Amount) []money.Amount {
	if k == nil || k.payments[p] == nil {
		return asked
	}
	return k.amounts(k.payments[p])
}

func (k *cut) instalment(in *project.Instalment, grant money.Currency) money.Amount {
	if k != nil {
		if awarded, ok := k.instalments[in]; ok {
			return money.New(awarded, grant)
		}
	}
	return in.Amount.In(grant)
}

func (k *cut) allowance(in *Institution) []money.Amount {
	if k == nil || k.allowances[in.Party.ID] == nil {
		return nil
	}
	return k.amounts(k.allowances[in.Party.ID])
}

func (k *cut) indirect(in *Institution) []money.Amount {
	if k == nil || k.indirects[in.Party.ID] == nil {
		return nil
	}
	return k.amounts(k.indirects[in.Party.ID])
}

func (k *cut) amounts(list []int64) []money.Amount {
	out := make([]money.Amount, len(list))
	for i, n := range list {
		out[i] = money.New(n, k.currency)
	}
	return out
}

// cutter turns an award into a cut.
type cutter struct {
	p        *project.Project
	v        *law.Version
	b        *Budget // what was asked for
	cut      cut
	findings diag.List
}

func (k *cutter) add(path string, f diag.Finding) {
	f.Code, f.Severity, f.Path = CodeAward, diag.Blocking, path
	if k.p.File != nil {
		f.Place = k.p.File.Place(path)
	}
	k.findings.Add(f)
}

func (k *cutter) perPhase(list []project.Amount, path string) bool {
	if len(list) == len(k.b.Phases) {
		return true
	}
	k.add(path, diag.Finding{
		Message: diag.T("the list has %d values, but the project has %d phases", "값이 %d개인데 과제의 연차는 %d개입니다", len(list), len(k.b.Phases)),
		Fix:     diag.T("write one value per phase", "연차마다 값을 하나씩 쓰십시오"),
	})
	return false
}

// spreadInstalments gives each instalment its part of what is left of its phase.
func (k *cutter) spreadInstalments() {
	for i := range k.p.Budget.Payments {
		p := &k.p.Budget.Payments[i]
		awarded := k.cut.payments[p]
		for phase := range awarded {
			k.spreadPhase(p, k.b.Phases[phase].ID, awarded[phase])
		}
	}
}

func (k *cutter) spreadPhase(p *project.Payment, phase string, awarded int64) {
	var in []*project.Instalment
	var weights []int64
	for i := range p.Instalments {
		if x := &p.Instalments[i]; x.Phase == phase {
			in = append(in, x)
			weights = append(weights, int64(x.Amount))
		}
	}
	parts, err := money.Split(k.b.Amount(awarded), weights)
	if err != nil { // a phase without money has none to spread
		return
	}
	for i, x := range in {
		k.cut.instalments[x] = parts[i].Minor()
	}
}

// awardKept compares the government's money of each phase with the award.
func awardKept(p *project.Project, b *Budget) diag.List {
	k := &cutter{p: p, b: b}
	for phase, n := range p.Award.Government {
		got := b.Phases[phase].Totals.Government
		if got.Minor() == int64(n) {
			continue
		}
		k.add(item(p.Award.Path+".government", phase), diag.Finding{
			Message: diag.T("%s: the awarded rows add up to %s of government money, but the award is %s",
				"%s: 확정 후 정부지원연구개발비 합계는 %s인데 확정 금액은 %s입니다", b.Phases[phase].ID, shown(got), shown(n.In(b.Currency))),
			Why: diag.T("the budget must use the awarded money and no more", "예산의 정부지원연구개발비는 확정 금액과 같아야 합니다"),
			Fix: byHowMuch(b.Amount(int64(n) - got.Minor())),
		})
	}
	return k.findings
}

// byHowMuch tells how the rows of an award must change.
func byHowMuch(missing money.Amount) diag.Text {
	if missing.IsNegative() {
		return diag.T("lower the amounts under award.rows by %s", "award.rows의 금액을 %s 줄이십시오", shown(missing.Neg()))
	}
	return diag.T("raise the amounts under award.rows by %s", "award.rows의 금액을 %s 늘리십시오", shown(missing))
}
