package budget

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// lead is the role of the institution that may entrust R&D.
const lead = project.Lead

// securityProject is the class of a project that may plan a security allowance.
const securityProject = "security_project"

// Keys of the provisions that findings cite beside those of limits and
// categories. A law version without one leaves the reason short.
const (
	citeIntlPayee    = "std-13"   // payee located abroad, as the project agreement lays down
	citeSameProject  = "std-21-4" // no cost between institutions of one project
	citeSpending     = "std-22-4" // spending before the period ends
	citeIntlPayer    = "std-27-6" // no international funds in an entrusted institution
	citeEntrusting   = "std-12"   // only the lead institution entrusts
	citeCashOnly     = "std-38"   // non-profits plan in cash
	citeContribution = "std-29"   // only government-funded institutes plan it
)

// personRule cites the provision on the participation of one person by class.
// Government-funded institutes go by the average of the year over all projects,
// which one post does not show.
var personRule = map[string]string{
	sme: "std-65-7", midSize: "std-65-7", large: "std-65-7", publicCorporation: "std-65-7",
	university: "std-48-5", nonprofit: "std-57",
}

// notifiedRule cites the provision on the notified indirect cost rate.
var notifiedRule = map[string]string{governmentInst: "std-37", university: "std-46", nonprofit: "std-55"}

// participationLimit reports a post that takes more than a whole person.
func (c *computer) participationLimit(s *project.Staff) {
	party := c.parties[s.Party]
	if party == nil || !WholePerson(party.LawClass) {
		return
	}
	for i, share := range s.Participation {
		if share.Cmp(money.Hundred) > 0 {
			c.add(item(s.Path+".participation", i), diag.Finding{
				Code: CodeParticipation, Severity: diag.Unmet,
				Message: diag.T("%s: a participation of %s is more than a whole person", "%s: 참여율 %s: 100%%를 넘습니다", s.ID, share.English()),
				Why:     c.v.Cite(personRule[party.LawClass]),
				Fix:     diag.T("lower the participation", "참여율을 낮추십시오"),
			})
		}
	}
}

// payee reports payees to whom no international joint R&D funds can go.
func (c *computer) payee(p *project.Payment) bool {
	party := c.parties[p.Payee]
	if party == nil {
		c.unknown(CodeParty, p.Path+".payee", diag.T("institution", "기관"), p.Payee, c.partyIDs())
		return false
	}
	f := diag.Finding{Code: CodePayee, Severity: diag.Unmet, Why: c.v.Cite(citeIntlPayee)}
	switch {
	case party.Role == project.JointForeign:
		f.Message = diag.T("%s is an R&D institution of the project itself, so its share is its own budget and no payment of another one",
			"과제에 직접 참여하는 연구개발기관의 몫은 자체 예산이며 다른 기관의 지급이 될 수 없습니다: %s", p.Payee)
		f.Fix = diag.T("plan its money as its own budget", "자체 예산으로 계상하십시오")
		f.Code, f.Why = CodeIntra, c.v.Cite(citeSameProject)
	case party.Role != project.Overseas, party.Country == "KR":
		f.Message = diag.T("%s is not an institution abroad, so international joint R&D funds cannot go to it",
			"해외에 있는 기관이 아니므로 국제공동연구개발비를 지급할 수 없습니다: %s", p.Payee)
		f.Fix = diag.T("name the institution abroad that does the joint research", "공동연구를 수행하는 해외기관을 쓰십시오")
	default:
		return true
	}
	c.add(p.Path+".payee", f)
	return true
}

// payer reports an entrusted institution that pays abroad.
func (c *computer) payer(p *project.Payment, party *project.Party) {
	if party.Role != project.Entrusted {
		return
	}
	c.add(p.Path+".payer", diag.Finding{
		Code: CodePayer, Severity: diag.Unmet,
		Message: diag.T("%s is an entrusted institution and cannot plan international joint R&D funds",
			"위탁연구개발기관은 국제공동연구개발비를 계상할 수 없습니다: %s", p.Payer),
		Why: c.v.Cite(citeIntlPayer),
		Fix: diag.T("let the lead or a joint institution pay", "주관기관이나 공동기관이 지급하도록 하십시오"),
	})
}

// payeeOfLine reports a cost line that pays another institution of the project:
// only entrusted R&D is paid that way.
func (c *computer) payeeOfLine(l *project.Line) {
	party := c.parties[l.Payee]
	if party == nil || party.Role == project.Overseas {
		return
	}
	if l.Category == Entrusted && party.Role == project.Entrusted {
		c.entrustedTwice(l, party)
		return
	}
	c.add(l.Path+".payee", diag.Finding{
		Code: CodeIntra, Severity: diag.Unmet,
		Message: diag.T("%s is an institution of the project, to which no cost of the project can be paid",
			"같은 과제의 연구개발기관에 지급하는 비용은 계상할 수 없습니다: %s", l.Payee),
		Why: c.v.Cite(citeSameProject),
		Fix: diag.T("plan the money in the budget of that institution", "해당 기관의 예산으로 계상하십시오"),
	})
}

// entrustedTwice warns of money that stands both with the lead and with the
// entrusted institution.
func (c *computer) entrustedTwice(l *project.Line, party *project.Party) {
	if _, own := c.b.institutions[party.ID]; !own {
		return
	}
	c.add(l.Path, diag.Finding{
		Code: CodeTwice, Severity: diag.Warning,
		Message: diag.T("%s has a budget of its own beside this entrusted R&D cost, so the money may be counted twice",
			"위탁연구개발비와 별도로 자체 예산이 있어 금액이 이중으로 계상될 수 있습니다: %s", party.ID),
		Fix: diag.T("keep the money in one of the two", "둘 중 한 곳에만 계상하십시오"),
	})
}

// projectEnd is the project's last day; failing that, the end of the last phase.
func projectEnd(p *project.Project, phases []Phase) calendar.Date {
	end := p.Info.End
	if end.IsZero() {
		for _, phase := range phases {
			if phase.Period.End.After(end) {
				end = phase.Period.End
			}
		}
	}
	return end
}
