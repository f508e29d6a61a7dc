package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
)

// Limit is one limit of the law as one institution keeps or breaks it. Part must
// be at most, or at least, the percentage of Base; a Forbidden part must be 0.
// The comparison is exact: hitting a limit keeps it.
type Limit struct {
	Code       string
	Key        string // of the limit in the law; empty if Forbidden or at the rate that the project states
	Party      string
	Phase      string // empty: the whole project
	Part, Base Measure
	Least      bool // a minimum
	Forbidden  bool
	Other      bool // the other reading of a setting that the call leaves open: shown, not judged
	Percent    money.Percent
	Amount     money.Amount // of Part
	Of         money.Amount // of Base
	Bound      money.Amount // in whole minor units: the most or the least that keeps the limit
	Kept       bool
	Recognised bool // over the limit, but the ministry recognised it
	Name       diag.Text
	Cite       diag.Text
}

// AllowanceLimit is the key of the limit of the research allowance in the law.
const AllowanceLimit = "allowance"

// limits judges every institution, over the whole project or per stage.
func (c *computer) limits() {
	for _, in := range c.b.Institutions {
		for _, l := range c.rules(in) {
			c.judge(in, l)
		}
		c.belowNotified(in)
	}
	c.intlCap()
}

// intlCap judges the cap of the call on international joint R&D cost, if it has
// one. The law has none.
func (c *computer) intlCap() {
	most := c.b.Options.IntlCap
	if most.IsZero() {
		return
	}
	got, of := c.b.Totals.International, c.b.Totals.Government
	bound := most.FloorOf(of)
	if got.Minor() <= bound.Minor() {
		return
	}
	path := "budget.payments"
	c.add(path, diag.Finding{
		Code: CodeIntlCap, Severity: diag.Unmet,
		Message: diag.T("international joint R&D cost of %s is more than %s of the government's money of %s", "국제공동연구개발비 %s이 한도를 넘습니다. 한도는 정부지원연구개발비 %[3]s의 %[2]s입니다", shown(got), most.English(), shown(of)),
		Why:     c.b.Options.IntlCapCite,
		Fix:     diag.T("lower it to %s or less", "%s 이하로 낮추십시오", shown(bound)),
	})
}

// rules returns the limits that bind an institution, without amounts.
func (c *computer) rules(in *Institution) []Limit {
	class := in.Party.LawClass
	rules := []Limit{
		{Code: CodeAllowance, Key: AllowanceLimit, Part: AllowanceCost, Base: ModifiedPersonnel},
		{Code: CodeExpertise, Key: "expertise", Part: Expertise, Base: DirectCost, Recognised: c.b.Options.ExpertiseRecognised},
	}
	rules = append(rules, c.indirectRule(in)...)
	rules = append(rules, c.categoryRules(in)...)
	if key := matchingKey(class); key != "" {
		rules = append(rules, Limit{Code: CodeMatch, Key: "gov_share_" + key, Part: SharedGovernment, Base: ShareBase})
		if isCompany(class) {
			rules = append(rules,
				Limit{Code: CodeMatch, Key: "gov_share_" + key, Part: OtherGovernment, Base: OtherShareBase, Other: true},
				Limit{Code: CodeMatch, Key: "own_cash_" + key, Part: OwnCashMoney, Base: OwnMoney, Least: true})
		} else {
			rules = append(rules, c.forbidden(CodeInKind, OwnInKindMoney, citeCashOnly))
		}
	}
	return rules
}

// matchingKey is the ending of the limits on government share and own cash. To
// a foreign institution the table of the Decree is not known to apply.
func matchingKey(class string) string {
	switch {
	case isCompany(class):
		return class
	case class == nonprofit, class == university, class == governmentInst:
		return "nonprofit"
	}
	return ""
}

func (c *computer) indirectRule(in *Institution) []Limit {
	class := in.Party.LawClass
	l := Limit{Code: CodeNotifiedRate, Part: IndirectCost, Base: ModifiedDirect, Key: defaultRateKey(class)}
	switch {
	case isCompany(class):
		l.Code = CodeIndirect
	case in.RateStated && class != foreign:
		l.Key, l.Percent = "", in.IndirectRate
		l.Name = diag.T("Indirect cost, of modified direct cost, at the notified rate", "수정직접비 대비 간접비(간접비고시비율)")
		l.Cite = c.v.Cite(notifiedRule[class])
	case l.Key == "":
		return nil
	}
	return []Limit{l}
}

// categoryRules are those on who may plan a category at all: Standards 7, 11-2,
// 12 and 29.
func (c *computer) categoryRules(in *Institution) []Limit {
	class := in.Party.LawClass
	var rules []Limit
	if in.Party.Role == lead {
		rules = append(rules, Limit{
			Code: CodeEntrusted, Key: "entrusted", Part: EntrustedCost, Base: EntrustedBase,
			Recognised: c.b.Options.EntrustedRecognised,
		})
	} else {
		rules = append(rules, c.forbidden(CodeEntrusting, EntrustedCost, citeEntrusting))
	}
	if c.p.Info.Security == securityProject {
		rules = append(rules, Limit{Code: CodeSecurity, Key: "security_allowance", Part: SecurityCost, Base: PersonnelCost})
	} else {
		rules = append(rules, c.forbidden(CodeSecurity, SecurityCost, c.categoryCite(SecurityAllowance)))
	}
	if !HasStudents(class) {
		rules = append(rules, c.forbidden(CodeStudents, StudentCost, c.categoryCite(StudentPersonnel)))
	}
	if class != governmentInst {
		rules = append(rules, c.forbidden(CodeContribution, BurdenCost, citeContribution))
	}
	return rules
}

func (c *computer) forbidden(code string, part Measure, cite string) Limit {
	return Limit{Code: code, Part: part, Forbidden: true, Cite: c.v.Cite(cite), Name: part.Name()}
}

func (c *computer) categoryCite(key string) string {
	category, _ := c.v.Category(key)
	return category.Cite
}

// limit finds a limit of the law and reports, once, a version that lacks it:
// what cannot be looked at is not kept.
func (c *computer) limit(key string) (law.Limit, bool) {
	if key == "" {
		return law.Limit{}, false
	}
	l, ok := c.v.Limit(key)
	if !ok {
		c.notChecked(key,
			diag.T("the law version %s has no limit %q, so it was not checked",
				"법령 데이터(%s)에 한도가 없어 확인하지 못했습니다: %q", c.v.ID, key), diag.Text{}, "budget",
			diag.T("add the limit with its source to the law version", "법령 데이터에 한도와 출처를 추가하십시오"))
	}
	return l, ok
}

// judge applies one limit to the stages. Where the phases are annual periods of
// one stage, a phase beyond a limit that the whole keeps is worth a warning.
func (c *computer) judge(in *Institution, l Limit) {
	if l.Key != "" {
		found, ok := c.limit(l.Key)
		if !ok {
			return
		}
		l.Percent, l.Name, l.Cite = found.Percent, found.Name.Diag(), c.v.Cite(found.Cite)
	}
	l.Party = in.Party.ID
	if c.b.Options.PhaseKind == StagePhases && !l.Forbidden {
		for phase := range c.b.Phases {
			c.settle(in, l.at(in, c.b, phase), diag.Unmet)
		}
		return
	}
	whole := l.at(in, c.b, AllPhases)
	c.settle(in, whole, diag.Unmet)
	if !whole.Kept || l.Forbidden || l.Other {
		return
	}
	for phase := range c.b.Phases {
		if part := l.at(in, c.b, phase); !part.Kept {
			c.broken(in, part, diag.Warning)
		}
	}
}

// settle keeps a limit as evidence and reports it if it is broken.
func (c *computer) settle(in *Institution, l Limit, severity diag.Severity) {
	c.b.Limits = append(c.b.Limits, l)
	if !l.Kept && !l.Other {
		c.broken(in, l, severity)
	}
}

// at fills in the amounts of a phase or of the whole project.
func (l Limit) at(in *Institution, b *Budget, phase int) Limit {
	l.Amount = in.Measure(l.Part, phase)
	l.Of, l.Bound = b.Amount(0), b.Amount(0)
	if phase != AllPhases {
		l.Phase = b.Phases[phase].ID
	}
	switch {
	case l.Forbidden:
	case l.Least:
		l.Of = in.Measure(l.Base, phase)
		l.Bound = l.Percent.CeilOf(l.Of)
	default:
		l.Of = in.Measure(l.Base, phase)
		l.Bound = l.Percent.FloorOf(l.Of)
	}
	within := l.Amount.Minor() <= l.Bound.Minor()
	if l.Least {
		within = l.Amount.Minor() >= l.Bound.Minor()
	}
	l.Recognised = l.Recognised && !within
	l.Kept = within || l.Recognised
	return l
}

// broken reports a limit that is not kept.
func (c *computer) broken(in *Institution, l Limit, severity diag.Severity) {
	who := l.Party
	if l.Phase != "" {
		who += ", " + l.Phase
	}
	f := diag.Finding{Code: l.Code, Severity: severity, Why: l.why()}
	part, base := l.Part.Name(), l.Base.Name()
	switch {
	case l.Forbidden:
		f.Message = diag.T("%s: %s of %s cannot be planned by this institution", "%s: 이 기관이 계상할 수 없는 항목입니다. %s %s", who, part, shown(l.Amount))
		f.Fix = diag.T("move it to another category or institution", "다른 비목이나 기관으로 옮기십시오")
	case l.Least:
		f.Message = diag.T("%s: %s of %s is less than %s of its base of %s (%s)",
			"%s: %s %s이 최소 비율보다 적습니다. 최소 비율은 %s, 산정 기준은 %s(%s)입니다", who, part, shown(l.Amount), l.Percent.English(), shown(l.Of), base)
		f.Fix = diag.T("raise it to %s or more", "%s 이상으로 올리십시오", shown(l.Bound))
	default:
		f.Message = diag.T("%s: %s of %s is more than %s of its base of %s (%s)",
			"%s: %s %s이 한도를 넘습니다. 한도는 %s, 산정 기준은 %s(%s)입니다", who, part, shown(l.Amount), l.Percent.English(), shown(l.Of), base)
		f.Fix = diag.T("lower it to %s or less", "%s 이하로 낮추십시오", shown(l.Bound))
	}
	c.add(c.pathOf(in, l.Part), f)
}

// Shown prints what was compared, as in "Indirect cost 70 of at most 10% of 700".
func (l Limit) Shown() diag.Text {
	part, base := l.Part.Name(), l.Base.Name()
	switch {
	case l.Forbidden:
		return diag.T("no %s", "%s 없음", part)
	case l.Recognised:
		return diag.T("%s %s, more than %s of %s (%s), recognised", "%s %s, %[4]s(%[5]s)의 %[3]s 초과분 인정", part, shown(l.Amount), l.Percent.English(), shown(l.Of), base)
	case l.Least:
		return diag.T("%s %s, at least %s of %s (%s)", "%s %s, %[4]s(%[5]s)의 %[3]s 이상", part, shown(l.Amount), l.Percent.English(), shown(l.Of), base)
	}
	return diag.T("%s %s, at most %s of %s (%s)", "%s %s, %[4]s(%[5]s)의 %[3]s 이하", part, shown(l.Amount), l.Percent.English(), shown(l.Of), base)
}

// why names the limit and its source.
func (l Limit) why() diag.Text {
	if l.Cite.IsZero() {
		return l.Name
	}
	return diag.T("%s: %s", "%s: %s", l.Name, l.Cite)
}

// pathOf is where an amount comes from in the project file.
func (c *computer) pathOf(in *Institution, m Measure) string {
	for _, what := range m.origins() {
		if path, known := c.first[origin{in.Party.ID, what}]; known {
			return path
		}
	}
	return c.entryPath(in)
}

// belowNotified warns of a non-profit's indirect cost below its rate, which
// applies in principle and is no ceiling with free choice: Standards 37, 46.
func (c *computer) belowNotified(in *Institution) {
	if in.Computed || c.cut != nil || isCompany(in.Party.LawClass) || matchingKey(in.Party.LawClass) == "" {
		return
	}
	planned := in.Measure(IndirectCost, AllPhases)
	full := in.IndirectRate.FloorOf(in.Measure(ModifiedDirect, AllPhases))
	if in.IndirectRate.IsZero() || planned.Minor() >= full.Minor()-int64(len(c.b.Phases)) {
		return
	}
	c.add(c.pathOf(in, IndirectCost), diag.Finding{
		Code: CodeNotifiedRate, Severity: diag.Warning,
		Message: diag.T("%s: indirect cost of %s is below the rate of %s, which would give %s",
			"%s: 간접비 %s이 고시 비율(%s)에 따른 금액 %s보다 적습니다",
			in.Party.ID, shown(planned), in.IndirectRate.English(), shown(full)),
		Why: c.v.Cite(notifiedRule[in.Party.LawClass]),
		Fix: diag.T("leave the indirect cost out to have it computed, or record why it is lower", "간접비를 비워 두어 계산하게 하거나 낮춘 사유를 남기십시오"),
	})
}
