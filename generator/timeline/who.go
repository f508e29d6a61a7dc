package timeline

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/project"
)

// concerned are the names of those whom a row may concern.
var concerned = []string{
	"lead", "institutions", "companies", "own_cash", "own_cash_abroad", "consortium", // of the project
	"party",                      // of the date
	"contract", "others", "paid", // of the contract: all parties, all but the lead, those that are paid
	"ministry",
}

// who returns the parties that a row concerns, and whether it concerns anybody.
func (m *maker) who(name string, p point, plan *agreement.Plan) ([]string, bool) {
	var ids []string
	switch name {
	case "ministry":
		return nil, true
	case "lead":
		if lead := m.Project.Lead(); lead != nil {
			ids = []string{lead.ID}
		}
	case "party":
		ids = m.known(p.parties)
	case "contract", "others", "paid":
		ids = m.ofContract(name, plan)
	default:
		for _, party := range m.Project.Parties {
			if m.isOne(name, party, p) {
				ids = append(ids, party.ID)
			}
		}
	}
	return ids, len(ids) > 0
}

// known leaves out ids that no party has; they have been reported.
func (m *maker) known(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return m.Project.Party(id) == nil })
}

func (m *maker) ofContract(name string, plan *agreement.Plan) []string {
	if plan == nil {
		return nil
	}
	return slices.DeleteFunc(idsOf(plan.Parties), func(id string) bool {
		return name == "others" && plan.Lead != nil && id == plan.Lead.ID || name == "paid" && len(m.Budget.PaymentsTo(id)) == 0
	})
}

// isOne reports whether a party belongs to a group of the project.
func (m *maker) isOne(group string, party project.Party, p point) bool {
	company := budget.IsCompany(party.LawClass)
	switch group {
	case "consortium":
		return true
	case "institutions":
		return party.Role != project.Overseas
	case "companies":
		return company
	case "own_cash":
		return company && m.paysIn(party.ID, p.phase)
	case "own_cash_abroad":
		return party.Role == project.JointForeign && m.paysIn(party.ID, p.phase)
	}
	return false
}

// paysIn reports whether an institution bears own money in cash in a phase.
func (m *maker) paysIn(id, phase string) bool {
	sum, err := m.Budget.Sum(id, "", phase, project.OwnCash)
	return err == nil && !sum.IsZero()
}

// conditions are the names of conditions of rows.
var conditions = []string{"stages", "security", "general"}

// applies reports whether all conditions of a row hold for the project.
func (m *maker) applies(when []string) bool {
	secret := m.Project.Info.Security == "security_project"
	holds := map[string]bool{"stages": m.inStages(), "security": secret, "general": !secret}
	return !slices.ContainsFunc(when, func(c string) bool { return !holds[c] })
}
