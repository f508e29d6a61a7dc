package merge

import (
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Letter is what the templates of a letter of an overseas party see.
type Letter struct {
	Base
	Letter    *project.Letter
	Party     *project.Party
	Signatory project.Signatory
	Contact   *project.Person
	PI        *project.Person
	Proofs    []project.Excellence
	Roles     []project.RoleRow
	Results   []project.Result
	Payments  []Payment
}

// NewLetter collects what the templates of a letter see. The letter's party
// must exist.
func NewLetter(base Base, p *project.Project, b *budget.Budget, l *project.Letter) Letter {
	party := p.Party(l.Party)
	if !l.Date.IsZero() {
		base.Date = l.Date
	}
	out := Letter{Base: base, Letter: l, Party: party, Contact: party.Person(l.Contact), PI: party.PI()}
	out.Signatory.Path = source.Child(party.Path, "signatories") // so that a gap is named
	if len(party.Signatories) > 0 {
		out.Signatory = party.Signatories[0]
	}
	for _, id := range l.Excellence {
		if proof := p.Proof(id); proof != nil {
			out.Proofs = append(out.Proofs, *proof)
		}
	}
	for _, r := range p.Roles {
		if r.Party == party.ID {
			out.Roles = append(out.Roles, r)
		}
	}
	for _, r := range p.Results {
		if r.Party == party.ID || slices.Contains(r.With, party.ID) {
			out.Results = append(out.Results, r)
		}
	}
	for _, y := range b.PaymentsTo(party.ID) {
		out.Payments = append(out.Payments, payment(p, y))
	}
	return out
}
