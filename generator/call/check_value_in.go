package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// valueIn asks that a value is one of several: the tracks or the fields of the
// call, or values listed with the rule.
type valueIn struct {
	Label  law.Text   `yaml:"label"`
	Path   scalarPath `yaml:"path"`
	Of     string     `yaml:"of"` // tracks, fields
	Values []Option   `yaml:"values"`

	options []Option
}

func (v *valueIn) prepare(c *Call) error {
	v.options = v.Values
	switch v.Of {
	case "":
	case "tracks":
		for _, t := range c.Tracks {
			v.options = append(v.options, Option{ID: t.ID, Name: t.Name})
		}
	case "fields":
		v.options = append(v.options, c.Fields...)
	default:
		return textError("%q is nothing to choose from: write tracks or fields", "%q: tracks 또는 fields를 쓰십시오", v.Of)
	}
	if v.Path.path == "" || len(v.options) == 0 {
		return textError("the check needs a path and something to choose from", "검사에 path와 선택할 값이 필요합니다")
	}
	return nil
}

func (v *valueIn) check(e *env) outcome {
	value := v.Path.in(e.in.Project)
	label := v.Label.Diag()
	if i := slices.IndexFunc(v.options, func(o Option) bool { return o.ID == value }); i >= 0 {
		text := diag.T("%s: %s", "%s: %s", label, v.options[i].Name.Diag())
		return judged(text, nil, []Evidence{e.evidence(v.Path.path, text)})
	}
	text := diag.T("%s: %s is none of %s", "%s: %s, 다음 중 하나여야 합니다: %s", label, value, optionIDs(v.options))
	if value == "" {
		text = diag.T("%s is not stated; possible: %s", "%s: 기재되지 않음, 다음 중 하나여야 합니다: %s", label, optionIDs(v.options))
	}
	return judged(diag.Text{}, []Fault{{Text: text, Path: v.Path.path}}, nil)
}
