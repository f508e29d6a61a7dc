package call

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// partyCountry asks that there is a party with a role and that all such parties
// are in one of several countries.
type partyCountry struct {
	Label     law.Text       `yaml:"label"`
	Roles     []project.Role `yaml:"roles"`
	Countries []string       `yaml:"countries"`
}

func (c *partyCountry) prepare(*Call) error {
	if len(c.Roles) == 0 || len(c.Countries) == 0 {
		return textError("the check needs roles and countries", "검사에 roles와 countries가 필요합니다")
	}
	return nil
}

func (c *partyCountry) check(e *env) outcome {
	label := c.Label.Diag()
	members := e.members(c.Roles)
	if len(members) == 0 {
		return judged(diag.Text{}, []Fault{{Text: diag.T("there is no party that is %s", "해당 기관 없음: %s", label), Path: "parties"}}, nil)
	}
	var faults []Fault
	var evidence []Evidence
	for _, m := range members {
		path := m.path + ".country"
		text := diag.T("%s, %s: %s", "%s, %s: %s", label, m.name(), m.Country)
		evidence = append(evidence, e.evidence(path, text))
		if !slices.Contains(c.Countries, m.Country) {
			faults = append(faults, Fault{Path: path, Text: diag.T("%s; must be in %s", "%s, 다음 국가여야 함: %s", text, strings.Join(c.Countries, ", "))})
		}
	}
	return judged(evidence[0].Text, faults, evidence)
}
