package budget

import (
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Keys of the provisions on who may be paid in cash.
const (
	citeCompanyCash = "std-65-4" // a company's staff in cash
	citeFacultyCash = "std-48-4" // faculty and civil servants at universities
)

// staffRules look at what the posts say about the people who hold them.
func (c *computer) staffRules() {
	for i := range c.b.People {
		s := c.b.People[i].Staff
		c.companyCash(s)
		c.facultyCash(s)
	}
	c.wholePerson()
}

// inCash reports whether a post is paid in money.
func inCash(s *project.Staff) bool { return s.Source != project.OwnInKind && s.Source != Unpaid }

// companyCash reports staff whom a company pays in cash without a ground. New
// hires are one only at small and mid-size companies.
func (c *computer) companyCash(s *project.Staff) {
	party := c.parties[s.Party]
	if party == nil || !isCompany(party.LawClass) || !inCash(s) || s.CashGround != "" {
		return
	}
	if s.NewHire && HiresInCash(party.LawClass) {
		return
	}
	c.add(s.Path+".source", diag.Finding{
		Code: CodeCompanyCash, Severity: diag.Unmet,
		Message: diag.T("%s: a company plans the cost of its existing staff in kind, not in cash", "%s: 영리기관의 기존 인력 인건비는 현금이 아니라 현물로 계상합니다", s.ID),
		Why:     c.v.Cite(citeCompanyCash),
		Fix: diag.T("set source: own_in_kind, or state new_hire: true or the cash_ground that applies",
			"source: own_in_kind로 고치거나, 해당하면 new_hire: true 또는 cash_ground를 적으십시오"),
	})
}

// facultyCash reports faculty and civil servants whom a university pays.
func (c *computer) facultyCash(s *project.Staff) {
	party := c.parties[s.Party]
	if party == nil || party.LawClass != university || s.Employment == "" || !inCash(s) {
		return
	}
	c.add(s.Path+".source", diag.Finding{
		Code: CodeFacultyCash, Severity: diag.Unmet,
		Message: diag.T("%s: faculty and civil servants are not paid in cash", "%s: 대학 교원과 공무원의 인건비는 현금으로 계상할 수 없습니다", s.ID),
		Why:     c.v.Cite(citeFacultyCash),
		Fix:     diag.T("set source: unpaid, or leave employment out if an exception applies", "source: unpaid로 고치거나, 예외에 해당하면 employment를 적지 마십시오"),
	})
}

// holder is one human being with the posts that he or she holds.
type holder struct {
	posts []*Person
	party string
}

// wholePerson reports people whose posts and other projects together take more
// than all their time. Government-funded institutes go by another rule.
func (c *computer) wholePerson() {
	var order []string
	holders := map[string]*holder{}
	for i := range c.b.People {
		row := &c.b.People[i]
		key := "person " + row.Person
		if row.Person == "" {
			key = "post " + row.Path
		}
		if holders[key] == nil {
			holders[key] = &holder{party: row.Party}
			order = append(order, key)
		}
		holders[key].posts = append(holders[key].posts, row)
	}
	for _, key := range order {
		c.holderTime(holders[key])
	}
}

func (c *computer) holderTime(h *holder) {
	party := c.parties[h.party]
	first := h.posts[0]
	if party == nil || !WholePerson(party.LawClass) {
		return
	}
	if len(h.posts) == 1 && len(first.OtherProjects) == 0 {
		return // one post alone is judged with its row
	}
	for phase := range c.b.Phases {
		var sum money.Percent
		path := first.Path + ".participation"
		for _, post := range h.posts {
			sum = sum.Add(post.Participation[phase])
			if phase < len(post.OtherProjects) {
				sum = sum.Add(post.OtherProjects[phase])
				path = post.Path + ".other_projects"
			}
		}
		if sum.Cmp(money.Hundred) <= 0 {
			continue
		}
		c.add(item(path, phase), diag.Finding{
			Code: CodeParticipation, Severity: diag.Unmet,
			Message: diag.T("%s, %s: all posts and projects together take %s of a person", "%s, %s: 모든 자리와 과제의 참여율 합계가 %s입니다", first.ID, c.b.Phases[phase].ID, sum.English()),
			Why:     c.v.Cite(personRule[party.LawClass]),
			Fix:     diag.T("lower a share of time so that the sum is at most 100 %%", "합계가 100%%를 넘지 않도록 참여율을 낮추십시오"),
		})
	}
}

// otherProjects reports lists without one value per phase.
func (c *computer) otherProjects(s *project.Staff) bool {
	return len(s.OtherProjects) == 0 || c.perPhase(len(s.OtherProjects), s.Path+".other_projects")
}
