package agreement

import (
	"slices"

	"pactwright/generator/project"
)

// has reports whether a party is bound by this contract.
func (p *Plan) has(id string) bool { return slices.Contains(p.Agreement.Parties, id) }

// Payments returns the international joint R&D funds that a party of this
// contract pays to an overseas party of it.
func (p *Plan) Payments(pr *project.Project) []project.Payment {
	var out []project.Payment
	for _, y := range pr.Budget.Payments {
		if p.has(y.Payer) && p.has(y.Payee) {
			out = append(out, y)
		}
	}
	return out
}

// DataFlows returns the data flows between parties of this contract.
func (p *Plan) DataFlows(pr *project.Project) []project.DataFlow {
	var out []project.DataFlow
	for _, f := range pr.DataFlows {
		if p.has(f.Exporter) && p.has(f.Importer) {
			out = append(out, f)
		}
	}
	return out
}

// Ethics returns the ethics approvals of the parties of this contract.
func (p *Plan) Ethics(pr *project.Project) []project.Ethics {
	var out []project.Ethics
	for _, e := range pr.Evidence.Ethics {
		if p.has(e.Party) {
			out = append(out, e)
		}
	}
	return out
}

// Roles returns the roles of the parties of this contract.
func (p *Plan) Roles(pr *project.Project) []project.RoleRow {
	var out []project.RoleRow
	for _, r := range pr.Roles {
		if p.has(r.Party) {
			out = append(out, r)
		}
	}
	return out
}

// Results returns the results that a party of this contract delivers.
func (p *Plan) Results(pr *project.Project) []project.Result {
	var out []project.Result
	for _, r := range pr.Results {
		if p.has(r.Party) {
			out = append(out, r)
		}
	}
	return out
}

// Background returns what the parties of this contract bring in.
func (p *Plan) Background(pr *project.Project) []project.Background {
	var out []project.Background
	for _, b := range pr.Background {
		if p.has(b.Owner) {
			out = append(out, b)
		}
	}
	return out
}
