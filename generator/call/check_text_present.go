package call

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// textPresent asks that a text is written in both languages.
type textPresent struct {
	Label law.Text           `yaml:"label"`
	Path  Path[project.Text] `yaml:"path"`
}

func (t *textPresent) prepare(*Call) error {
	if t.Path.missing() {
		return textError("the check needs a path", "검사에 path가 필요합니다")
	}
	return nil
}

func (t *textPresent) check(e *env) outcome {
	text, label := t.Path.in(e.in.Project), t.Label.Diag()
	var faults []Fault
	for _, l := range []struct {
		key, text string
		name      diag.Text
	}{
		{"en", text.EN, diag.Text{EN: "English", KO: "영문"}},
		{"ko", text.KO, diag.Text{EN: "Korean", KO: "국문"}},
	} {
		if strings.TrimSpace(l.text) == "" {
			faults = append(faults, Fault{
				Text: diag.T("%s: the %s text is missing", "%s: %s 내용이 없음", label, l.name), Path: t.Path.path + "." + l.key,
			})
		}
	}
	pass := diag.T("%s: written in English and Korean", "%s: 영문과 국문 모두 작성됨", label)
	if len(faults) > 0 {
		return judged(diag.Text{}, faults, nil)
	}
	return judged(pass, nil, []Evidence{e.evidence(t.Path.path, pass)})
}
