package merge

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/project"
)

// Flow is one flow of data between two parties of a contract.
type Flow struct {
	project.DataFlow
	Provider *project.Party
	Receiver *project.Party

	// Roles is who decides on the processing of personal data: as the flow says
	// itself, else as the article on data protection says for all of them. It is
	// empty where neither does.
	Roles string `yaml:"roles"`
}

// Flows are the flows of a contract. Each method keeps some of them, so that an
// article can ask for exactly the flows that a sentence is about.
type Flows []Flow

func newFlows(plan *agreement.Plan, list []project.DataFlow) Flows {
	var out Flows
	for _, f := range list {
		flow := Flow{DataFlow: f, Roles: rolesOf(plan, f)}
		for _, p := range plan.Parties {
			if p.ID == f.Exporter {
				flow.Provider = p
			}
			if p.ID == f.Importer {
				flow.Receiver = p
			}
		}
		if flow.Provider != nil && flow.Receiver != nil {
			out = append(out, flow)
		}
	}
	return out
}

// rolesOf returns who decides on the processing of personal data in a flow.
func rolesOf(plan *agreement.Plan, f project.DataFlow) string {
	a := plan.Article("data-protection")
	if f.Roles != "" || a == nil || !slices.Contains(personal, f.Identifiability) {
		return f.Roles
	}
	return a.Params["role"].Choice
}

func (fs Flows) only(keep func(Flow) bool) Flows {
	var out Flows
	for _, f := range fs {
		if keep(f) {
			out = append(out, f)
		}
	}
	return out
}

// personal is how far individuals can be recognised in data that are personal
// to the one who provides them.
var personal = []string{"identifiable", "pseudonymised", "limited_data_set"}

// Personal keeps the flows of personal data.
func (fs Flows) Personal() Flows { return fs.As(personal...) }

// Impersonal keeps the flows of data that are said not to be personal.
func (fs Flows) Impersonal() Flows {
	return fs.only(func(f Flow) bool { return !slices.Contains(personal, f.Identifiability) })
}

// As keeps the flows in which individuals can be recognised so far.
func (fs Flows) As(kinds ...string) Flows {
	return fs.only(func(f Flow) bool { return slices.Contains(kinds, f.Identifiability) })
}

// By keeps the flows that move in one of these modes.
func (fs Flows) By(modes ...string) Flows {
	return fs.only(func(f Flow) bool { return slices.Contains(modes, f.Mode) })
}

// Under keeps the flows in which the parties have these roles in the processing.
func (fs Flows) Under(roles ...string) Flows {
	return fs.only(func(f Flow) bool { return slices.Contains(roles, f.Roles) })
}

// IDs returns the numbers of the flows.
func (fs Flows) IDs() []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.ID)
	}
	return out
}

// Abroad keeps the flows from one country to another.
func (fs Flows) Abroad() Flows {
	return fs.only(func(f Flow) bool { return f.Provider.Country != f.Receiver.Country })
}

// From keeps the flows that a party in one of these countries provides.
func (fs Flows) From(countries ...string) Flows {
	return fs.only(func(f Flow) bool { return slices.Contains(countries, f.Provider.Country) })
}

// Providers returns the parties that provide the data, each once, in the order
// of the flows.
func (fs Flows) Providers() []string {
	var out []string
	for _, f := range fs {
		if !slices.Contains(out, f.Exporter) {
			out = append(out, f.Exporter)
		}
	}
	return out
}

// Kinds returns how far individuals can be recognised in the flows, each word
// once, in their order.
func (fs Flows) Kinds() []string {
	var out []string
	for _, f := range fs {
		if !slices.Contains(out, f.Identifiability) {
			out = append(out, f.Identifiability)
		}
	}
	return out
}
