package call

import (
	"reflect"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// entryPerParty asks that every party with one of the roles is named in an entry
// of a list, in which certain values are filled in.
type entryPerParty struct {
	Label  law.Text       `yaml:"label"`
	Roles  []project.Role `yaml:"roles"`
	List   List           `yaml:"list"`
	Party  column         `yaml:"party"` // id or ids of the parties that an entry is about
	With   []project.Role `yaml:"with"`  // an entry must also name a party with one of these roles
	Filled []column       `yaml:"filled"`
}

var (
	textType  = reflect.TypeFor[string]()
	textsType = reflect.TypeFor[[]string]()
)

func (p *entryPerParty) prepare(*Call) error {
	if len(p.Roles) == 0 {
		return textError("the check needs roles", "검사에 roles가 필요합니다")
	}
	for i := range p.Filled {
		if err := p.Filled[i].resolve(p.List); err != nil {
			return err
		}
	}
	return p.Party.resolve(p.List, textType, textsType)
}

func (p *entryPerParty) check(e *env) outcome {
	members := e.members(p.Roles)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no party to which this applies", "해당하는 기관이 없습니다"))
	}
	var faults []Fault
	var evidence []Evidence
	for _, m := range members {
		found := p.entriesFor(e, m)
		if len(found) == 0 {
			faults = append(faults, Fault{Text: diag.T("%s: none for %s", "%s 없음: %s", p.Label.Diag(), m.name()), Path: m.path})
			continue
		}
		for _, x := range found {
			evidence = append(evidence, e.evidence(x.path, diag.T("%s: %s", "%s: %s", p.Label.Diag(), m.name())))
		}
	}
	pass := diag.T("%s: there for %s", "%s: 있음(%s)", p.Label.Diag(), memberNames(members))
	return judged(pass, faults, evidence)
}

func (p *entryPerParty) entriesFor(e *env, m member) []entry {
	var found []entry
	for _, x := range p.List.entries(e.in.Project) {
		named := p.Party.texts(x)
		if slices.Contains(named, m.ID) && e.namesOne(named, p.With) && p.isFilled(x) {
			found = append(found, x)
		}
	}
	return found
}

// namesOne reports whether one of the parties has one of the roles, or whether
// no role is asked for.
func (e *env) namesOne(parties []string, roles []project.Role) bool {
	return len(roles) == 0 || slices.ContainsFunc(parties, func(id string) bool {
		m, ok := e.member(id)
		return ok && slices.Contains(roles, m.Role)
	})
}

func (p *entryPerParty) isFilled(x entry) bool {
	for _, c := range p.Filled {
		if len(c.texts(x)) == 0 {
			return false
		}
	}
	return true
}
