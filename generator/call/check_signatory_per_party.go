package call

import (
	"cmp"
	"reflect"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// signatoryPerParty asks that every party with one of the roles has a person who
// signs for it, with the values that must be known of that person.
type signatoryPerParty struct {
	Roles  []project.Role `yaml:"roles"`
	Filled []string       `yaml:"filled"` // as in name.en, title.en

	fields []field
}

func (s *signatoryPerParty) prepare(*Call) error {
	if len(s.Roles) == 0 || len(s.Filled) == 0 {
		return textError("the check needs roles and filled", "검사에 roles와 filled가 필요합니다")
	}
	s.fields = nil
	for _, name := range s.Filled {
		f, err := fieldOf(reflect.TypeFor[project.Signatory](), name)
		if err != nil {
			return textError("a signatory has no %q", "서명권자에 %q 값이 없습니다", name)
		}
		s.fields = append(s.fields, f)
	}
	return nil
}

func (s *signatoryPerParty) check(e *env) outcome {
	members := e.members(s.Roles)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no party to which this applies", "해당하는 기관이 없습니다"))
	}
	var faults []Fault
	var evidence []Evidence
	for _, m := range members {
		list := m.path + ".signatories"
		if len(m.Signatories) == 0 {
			faults = append(faults, Fault{Text: diag.T("no signatory is named for %s", "서명권자가 없음: %s", m.name()), Path: list})
		}
		for i, person := range m.Signatories {
			path := source.Item(list, i)
			if missing := s.missing(person); missing != "" {
				faults = append(faults, Fault{Path: path, Text: diag.T("the signatory of %s lacks: %s", "서명권자 정보 부족(%s): %s", m.name(), missing)})
				continue
			}
			evidence = append(evidence, e.evidence(path, diag.T("%s: %s, %s", "%s: %s, %s", m.name(), signatoryName(person), titleOf(person))))
		}
	}
	return judged(diag.T("a signatory is named for %s", "서명권자 있음: %s", memberNames(members)), faults, evidence)
}

func (s *signatoryPerParty) missing(person project.Signatory) string {
	var names []string
	for _, f := range s.fields {
		if len(texts(f.of(reflect.ValueOf(person)))) == 0 {
			names = append(names, f.path)
		}
	}
	return strings.Join(names, ", ")
}

func signatoryName(p project.Signatory) diag.Text {
	return diag.Text{EN: cmp.Or(p.Name.EN, p.Name.Native), KO: cmp.Or(p.Name.KO, p.Name.Native, p.Name.EN)}
}

func titleOf(p project.Signatory) diag.Text {
	return diag.Text{EN: cmp.Or(p.Title.EN, p.Title.KO), KO: cmp.Or(p.Title.KO, p.Title.EN)}
}
