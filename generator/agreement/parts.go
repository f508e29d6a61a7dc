package agreement

import (
	"slices"

	"pactwright/generator/project"
)

// has reports whether a party is bound by this contract.
func (p *Plan) has(id string) bool { return slices.Contains(p.Agreement.Parties, id) }

// only returns the rows that concern the contract.
func only[T any](rows []T, concerns func(T) bool) []T {
	var out []T
	for _, r := range rows {
		if concerns(r) {
			out = append(out, r)
		}
	}
	return out
}

// Payments returns the international joint R&D funds that a party of this
// contract pays to an overseas party of it.
func (p *Plan) Payments(pr *project.Project) []project.Payment {
	return only(pr.Budget.Payments, func(y project.Payment) bool { return p.has(y.Payer) && p.has(y.Payee) })
}

// DataFlows returns the data flows between parties of this contract.
func (p *Plan) DataFlows(pr *project.Project) []project.DataFlow {
	return only(pr.DataFlows, func(f project.DataFlow) bool { return p.has(f.Exporter) && p.has(f.Importer) })
}

// Ethics returns the ethics approvals of the parties of this contract.
func (p *Plan) Ethics(pr *project.Project) []project.Ethics {
	return only(pr.Evidence.Ethics, func(e project.Ethics) bool { return p.has(e.Party) })
}

// Roles returns the roles of the parties of this contract.
func (p *Plan) Roles(pr *project.Project) []project.RoleRow {
	return only(pr.Roles, func(r project.RoleRow) bool { return p.has(r.Party) })
}

// Results returns the results that a party of this contract delivers.
func (p *Plan) Results(pr *project.Project) []project.Result {
	return only(pr.Results, func(r project.Result) bool { return p.has(r.Party) })
}

// Background returns what the parties of this contract bring in.
func (p *Plan) Background(pr *project.Project) []project.Background {
	return only(pr.Background, func(b project.Background) bool { return p.has(b.Owner) })
}
