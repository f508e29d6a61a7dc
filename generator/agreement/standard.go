package agreement

import (
	"slices"

	"pactwright/generator/library"
)

// Standards makes the plan of each contract as its package has it, whatever the
// project file chooses; of one without its parties it is nil. It has the options
// of the package and the library, with the standard values of their parameters.
// What an option cannot do without and has no standard value, such as shares, is
// that of the contract, where the contract has the same option; otherwise it is
// not set. The layers and the document type of the inputs are those that hold the
// standard.
func Standards(in Inputs, contracts []*Plan) ([]*Plan, error) {
	in.shelves = map[string]shelf{}
	packages, _, err := in.Layers.Packages()
	if err != nil {
		return nil, err
	}
	out := make([]*Plan, len(contracts))
	for i, contract := range contracts {
		if !contract.Seated() {
			continue
		}
		if out[i], err = standard(in, contract, packages); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func standard(in Inputs, contract *Plan, packages []*library.Package) (*Plan, error) {
	bare := *contract.Agreement
	bare.Clauses = nil
	p := &Plan{Agreement: &bare, Type: in.Type, Lead: contract.Lead, Overseas: contract.Overseas, Parties: contract.Parties}
	p.Package = contract.Package // that of an office, if the library has none of the name
	if i := slices.IndexFunc(packages, func(k *library.Package) bool { return contract.Package != nil && k.ID == contract.Package.ID }); i >= 0 {
		p.Package = packages[i]
	}
	if _, err := p.choose(in, contract); err != nil {
		return nil, err
	}
	p.dress()
	return p, nil
}

// agreed returns the value that the contract itself has for a parameter without
// a standard value.
func (c *chooser) agreed(a *Article, p library.Param, unset Value) Value {
	own := c.own.Article(a.Option.Slot)
	if !p.Required || own == nil || own.Option.Name != a.Option.Name || own.Params[p.Name].Type != p.Type {
		return unset
	}
	v := own.Params[p.Name]
	v.Chosen = false
	return v
}
