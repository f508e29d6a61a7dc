package call

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// adviceCountries tells how the countries of the partners stand to those that
// the call names. It never fails: the choice is free.
type adviceCountries struct {
	Roles []project.Role `yaml:"roles"`
}

func (a *adviceCountries) prepare(c *Call) error {
	if len(a.Roles) == 0 || len(c.Countries.Preferred) == 0 {
		return textError("the check needs roles, and the call countries", "검사에 roles가, 공고에 국가 목록이 필요합니다")
	}
	return nil
}

func (a *adviceCountries) check(e *env) outcome {
	members := e.members(a.Roles)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no overseas institution", "해외기관이 없습니다"))
	}
	var evidence []Evidence
	var texts []diag.Text
	for _, m := range members {
		text := diag.T("%s, %s: %s", "%s, %s: %s", m.name(), m.Country, e.in.Call.Countries.standing(m.Country))
		evidence = append(evidence, e.evidence(m.path+".country", text))
		texts = append(texts, text)
	}
	if note := e.in.Call.Countries.Note.Diag(); !note.IsZero() {
		evidence = append(evidence, Evidence{Text: note})
	}
	return judged(join(texts, "; "), nil, evidence)
}

// standing says what the call and the forum have to do with a country.
func (c Countries) standing(country string) diag.Text {
	if slices.Contains(c.Preferred, country) {
		return diag.T("named by the call (%s)", "공고에 예시된 국가(%s)", c.PreferredAsOf.Diag())
	}
	free := diag.T("not among the countries that the call names (%s); the choice is free", "공고에 예시된 국가(%s)는 아니나 자율 선정 가능",
		strings.Join(c.Preferred, ", "))
	if i := slices.IndexFunc(c.Others, func(o Other) bool { return o.Code == country }); i >= 0 {
		return diag.T("%s; %s %s", "%s, %s %s", free, c.Forum.Diag(), c.Others[i].Standing.Diag())
	}
	if !c.member(country) {
		return free
	}
	return diag.T("%s; %s member (%s)", "%s, %s 회원(%s)", free, c.Forum.Diag(), c.AsOf.Diag())
}

func (c Countries) member(country string) bool {
	return slices.ContainsFunc(c.Members, func(m Member) bool {
		return m.Code == country || slices.Contains(m.Countries, country)
	})
}
