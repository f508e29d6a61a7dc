package agreement

import (
	"slices"

	"pactwright/generator/project"
)

// companyKinds are the kinds of institutions that live from what they sell.
var companyKinds = []string{"company", "sme", "foreign_corporation"}

// business reports whether results are to be sold: on the track of
// commercialization, or by a company among the parties.
func (p *Plan) business(pr *project.Project) bool {
	return pr.Info.Track == "commercialization" ||
		slices.ContainsFunc(p.Parties, func(x *project.Party) bool { return slices.Contains(companyKinds, x.Kind) })
}

// equipment reports whether it matters between the parties to whom things
// belong: a party abroad buys equipment or materials in the budget, or a party
// brings materials in.
func (p *Plan) equipment(pr *project.Project) bool {
	bought := slices.ContainsFunc(pr.Budget.Lines, func(l project.Line) bool {
		abroad := slices.ContainsFunc(p.Overseas, func(x *project.Party) bool { return x.ID == l.Party })
		return abroad && (l.Category == "EQUIP" || l.Category == "MATL")
	})
	return bought || p.materials(pr)
}

// visits reports whether people work at the premises of another party of the
// contract, or materials come there that may be dangerous.
func (p *Plan) visits(pr *project.Project) bool {
	hosted := slices.ContainsFunc(p.Roles(pr), func(r project.RoleRow) bool { return r.Host != r.Party && p.has(r.Host) })
	return hosted || p.materials(pr)
}

// materials reports whether a party brings in materials.
func (p *Plan) materials(pr *project.Project) bool {
	return slices.ContainsFunc(p.Background(pr), func(b project.Background) bool { return b.Kind == "material" })
}
