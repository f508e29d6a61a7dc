package call

import (
	"cmp"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// member is one party of the project with its path in the file.
type member struct {
	*project.Party
	path string
}

// name returns what people call the party; its id if it has no name.
func (m member) name() diag.Text {
	return diag.Text{
		EN: cmp.Or(m.Short.EN, m.Name.EN, m.ID),
		KO: cmp.Or(m.Short.KO, m.Name.KO, m.Name.Native, m.Name.EN, m.ID),
	}
}

// members returns the parties that have one of the roles, all of them if no
// role is given.
func (e *env) members(roles []project.Role) []member {
	var all []member
	for i := range e.in.Project.Parties {
		party := &e.in.Project.Parties[i]
		if len(roles) == 0 || slices.Contains(roles, party.Role) {
			all = append(all, member{party, source.Item("parties", i)})
		}
	}
	return all
}

// member returns the party with the id.
func (e *env) member(id string) (member, bool) {
	for i := range e.in.Project.Parties {
		if party := &e.in.Project.Parties[i]; party.ID == id {
			return member{party, source.Item("parties", i)}, true
		}
	}
	return member{}, false
}

// nameOf returns the name of the party with the id.
func (e *env) nameOf(id string) diag.Text {
	if m, ok := e.member(id); ok {
		return m.name()
	}
	return diag.Text{EN: id, KO: id}
}

func memberNames(all []member) diag.Text {
	names := make([]diag.Text, len(all))
	for i, m := range all {
		names[i] = m.name()
	}
	return join(names, ", ")
}

// agreementPath returns the path of the contract with the id.
func (e *env) agreementPath(id string) string {
	i := slices.IndexFunc(e.in.Project.Agreements, func(a project.Agreement) bool { return a.ID == id })
	if i < 0 {
		return "agreements"
	}
	return source.Item("agreements", i)
}
