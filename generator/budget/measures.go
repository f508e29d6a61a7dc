package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Measure is a sum over an institution that a limit of the law speaks about.
type Measure string

// Measures. The bases follow the Standards for Use of R&D Funds: ModifiedDirect
// Art. 2(9), ModifiedPersonnel Art. 26(1), EntrustedBase Art. 27(1), DirectCost
// for external expertise Art. 25(2). SharedGovernment and ShareBase leave the
// international joint R&D funds out if the setting gov_share_base says so.
const (
	AllowanceCost     Measure = "allowance"
	ModifiedPersonnel Measure = "modified_personnel"
	IndirectCost      Measure = "indirect"
	ModifiedDirect    Measure = "modified_direct"
	EntrustedCost     Measure = "entrusted"
	EntrustedBase     Measure = "entrusted_base"
	Expertise         Measure = "expertise"
	DirectCost        Measure = "direct"
	SecurityCost      Measure = "security_allowance"
	PersonnelCost     Measure = "personnel"
	StudentCost       Measure = "students"
	BurdenCost        Measure = "burden"
	SharedGovernment  Measure = "shared_government"
	ShareBase         Measure = "share_base"
	OwnCashMoney      Measure = "own_cash"
	OwnMoney          Measure = "own"
	OwnInKindMoney    Measure = "own_in_kind"

	// The other reading of the setting gov_share_base, shown and not judged.
	OtherGovernment Measure = "other_government"
	OtherShareBase  Measure = "other_share_base"

	unpaidCost  Measure = "unpaid"
	supportCost Measure = "support_staff"
)

// AllPhases asks for the sum over the whole project.
const AllPhases = all

// Measure returns a measure in a phase, counted from 0, or over AllPhases.
func (in *Institution) Measure(m Measure, phase int) money.Amount {
	perPhase := in.measures[m]
	if phase != AllPhases {
		if phase < 0 || phase >= len(perPhase) {
			return in.amount(0)
		}
		return in.amount(perPhase[phase])
	}
	var sum int64
	for _, n := range perPhase {
		sum += n
	}
	return in.amount(sum)
}

func (in *Institution) amount(minor int64) money.Amount {
	return money.New(minor, in.currency)
}

// measure fills the measures of every institution and phase.
func (c *computer) measure() {
	for i, in := range c.b.Institutions {
		for phase, t := range in.Phases {
			for m, n := range c.b.measures(i, phase, in, t) {
				in.count(m, phase, len(c.b.Phases), c.b.Amount(n))
			}
		}
	}
}

func (b *Budget) measures(party, phase int, in *Institution, t Totals) map[Measure]int64 {
	cost := func(key string) int64 { return b.category(selection{party, all, phase, all}, key) }
	direct, intl := t.Direct.Minor(), cost(International)
	personnel := cost(Personnel) + cost(StudentPersonnel)
	shared, base := t.Government.Minor(), t.Total.Minor()
	otherShared, otherBase := shared-intl, base-intl
	if b.Options.GovShareBase == BaseTotalMinusIntl {
		shared, otherShared = otherShared, shared
		base, otherBase = otherBase, base
	}
	return map[Measure]int64{
		AllowanceCost:     cost(Allowance),
		ModifiedPersonnel: b.modifiedPersonnel(party, phase, in),
		IndirectCost:      t.Indirect.Minor(),
		ModifiedDirect:    b.modifiedDirect(party, phase),
		EntrustedCost:     cost(Entrusted),
		EntrustedBase:     direct - cost(Entrusted) - intl - cost(Burden),
		DirectCost:        direct,
		SecurityCost:      cost(SecurityAllowance),
		PersonnelCost:     personnel,
		StudentCost:       cost(StudentPersonnel),
		BurdenCost:        cost(Burden),
		SharedGovernment:  shared,
		ShareBase:         base,
		OtherGovernment:   otherShared,
		OtherShareBase:    otherBase,
		OwnCashMoney:      t.OwnCash.Minor(),
		OwnMoney:          t.Own.Minor(),
		OwnInKindMoney:    t.OwnInKind.Minor(),
	}
}

// modifiedPersonnel is the base of the research allowance: personnel cost with
// what is unpaid and without support staff. Standards, Art. 26(1).
func (b *Budget) modifiedPersonnel(party, phase int, in *Institution) int64 {
	at := selection{party, all, phase, all}
	return b.category(at, Personnel) + b.category(at, StudentPersonnel) +
		in.Measure(unpaidCost, phase).Minor() - in.Measure(supportCost, phase).Minor()
}

// Name returns what the measure is called in messages.
func (m Measure) Name() diag.Text { return measureNames[m] }

var measureNames = map[Measure]diag.Text{
	AllowanceCost:     {EN: "research allowance", KO: "연구수당"},
	ModifiedPersonnel: {EN: "modified personnel cost", KO: "수정인건비"},
	IndirectCost:      {EN: "indirect cost", KO: "간접비"},
	ModifiedDirect:    {EN: "modified direct cost", KO: "수정직접비"},
	EntrustedCost:     {EN: "entrusted R&D cost", KO: "위탁연구개발비"},
	EntrustedBase:     {EN: "direct cost without entrusted, international joint and R&D contribution cost", KO: "위탁·국제공동·부담비를 뺀 직접비"},
	Expertise:         {EN: "external expertise cost", KO: "외부 전문기술 활용비"},
	DirectCost:        {EN: "direct cost", KO: "직접비"},
	SecurityCost:      {EN: "security allowance", KO: "보안수당"},
	PersonnelCost:     {EN: "personnel cost", KO: "인건비와 학생인건비"},
	StudentCost:       {EN: "student personnel cost", KO: "학생인건비"},
	BurdenCost:        {EN: "R&D contribution cost", KO: "연구개발부담비"},
	SharedGovernment:  {EN: "government-supported money", KO: "정부지원연구개발비"},
	ShareBase:         {EN: "R&D cost of the institution", KO: "기관의 연구개발비"},
	OwnCashMoney:      {EN: "own money in cash", KO: "기관부담 현금"},
	OwnMoney:          {EN: "own money", KO: "기관부담연구개발비"},
	OwnInKindMoney:    {EN: "own contribution in kind", KO: "기관부담 현물"},
	OtherGovernment:   {EN: "government-supported money, other reading", KO: "정부지원연구개발비(다른 해석)"},
	OtherShareBase:    {EN: "R&D cost of the institution, other reading", KO: "기관의 연구개발비(다른 해석)"},
}

// origins are the categories, sources and measures whose first row a finding
// about the measure points at.
func (m Measure) origins() []string {
	return map[Measure][]string{
		AllowanceCost:  {Allowance},
		IndirectCost:   {Indirect},
		EntrustedCost:  {Entrusted},
		Expertise:      {string(Expertise)},
		SecurityCost:   {SecurityAllowance},
		StudentCost:    {StudentPersonnel},
		BurdenCost:     {Burden},
		OwnCashMoney:   {project.OwnCash, project.OwnInKind},
		OwnInKindMoney: {project.OwnInKind},
	}[m]
}
