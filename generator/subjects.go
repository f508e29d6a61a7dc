package generator

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/call"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// subject is what a document is made for.
type subject struct {
	id      string // in the name of the file
	context merge.Dossier
	plan    *agreement.Plan
	parties []string // ids of those whom the document concerns
	paper   *project.Party
}

// eaches are what documents may be made for each of.
var eaches = []string{"project", "party", "overseas", "agreement", "instalment", "change"}

// subjects returns what a type of documents is made for, one after the other.
// Those that are contracts have been made once for all types.
func (s *state) subjects(typ *library.DocumentType, d merge.Dossier, contracts []subject) []subject {
	var out []subject
	switch typ.Each {
	case "project":
		return []subject{{context: d, paper: s.project.Lead()}}
	case "party", "overseas":
		for _, p := range d.Parties {
			if typ.Each == "party" || p.Role.IsForeign() {
				out = append(out, subject{id: p.ID, context: d.ForParty(p), parties: []string{p.ID}, paper: p})
			}
		}
	case "agreement":
		return contracts
	case "instalment":
		for _, x := range contracts {
			out = append(out, instalments(x)...)
		}
	case "change":
		for i := range s.project.Changes {
			for _, x := range contracts {
				if c := &s.project.Changes[i]; x.id == c.Agreement {
					out = append(out, s.changeSubject(x, c)...)
				}
			}
		}
	}
	return out
}

// contractSubjects makes a subject of every contract that can be made.
func (s *state) contractSubjects(d merge.Dossier, contracts []document) []subject {
	var out []subject
	for _, plan := range s.plans {
		if plan.Seated() {
			out = append(out, s.contractSubject(plan, d, contracts))
		}
	}
	return out
}

func (s *state) contractSubject(plan *agreement.Plan, d merge.Dossier, contracts []document) subject {
	x := subject{id: plan.Agreement.ID, plan: plan, parties: plan.Agreement.Parties, paper: plan.Overseas[0]}
	x.context = d.ForContract(s.project, plan)
	x.context.Articles = s.articleRows(plan, contracts)
	find := finder(plan, contracts)
	wanted := call.WantedOf(s.input(), x.id, func(anchor string) bool { _, ok := find(anchor); return ok })
	x.context.Requirements = merge.Requirements(s.rulebook, wanted, x.context.Articles, find)
	return x
}

// changeSubject turns the subject of a contract into that of one of its changes.
// Amounts that cannot be added up have been reported with the budget.
func (s *state) changeSubject(x subject, c *project.Change) []subject {
	context, err := x.context.ForChange(s.project, c)
	if err != nil {
		return nil
	}
	x.id, x.context, x.paper = c.ID, context, s.project.Lead()
	if c.Party != "" && !slices.Contains(x.parties, c.Party) {
		x.parties = append(slices.Clone(x.parties), c.Party)
	}
	return []subject{x}
}

// instalments makes a subject of every payment of a contract.
func instalments(x subject) []subject {
	var out []subject
	for i := range x.context.Payments {
		y := &x.context.Payments[i]
		for j := range y.Instalments {
			z := x
			z.id, z.context.Payment, z.context.Instalment = y.Instalments[j].ID, y, &y.Instalments[j]
			for _, p := range x.context.Parties {
				if p.ID == y.Payee {
					z.context.Party, z.paper = p, p
				}
			}
			out = append(out, z)
		}
	}
	return out
}
