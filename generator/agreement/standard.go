package agreement

import (
	"slices"

	"pactwright/generator/library"
)

// Standard makes the plan of a contract as its package has it, whatever the
// project file chooses: the options of the package and the library, with the
// standard values of their parameters. What an option cannot do without and has
// no standard value, such as shares, is that of the contract, where the contract
// has the same option; otherwise it is not set. The layers and the document type
// of the inputs are those that hold the standard.
func Standard(in Inputs, contract *Plan) (*Plan, error) {
	bare := *contract.Agreement
	bare.Clauses = nil
	p := &Plan{Agreement: &bare, Type: in.Type, Lead: contract.Lead, Overseas: contract.Overseas, Parties: contract.Parties}
	packages, _, err := in.Layers.Packages()
	if err != nil {
		return nil, err
	}
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
