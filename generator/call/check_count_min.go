package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// countMin asks that enough entries of a list are of a kind.
type countMin struct {
	Label law.Text    `yaml:"label"`
	List  List        `yaml:"list"`
	Where []condition `yaml:"where"`
	Show  column      `yaml:"show"` // what names an entry in a report
	Min   int64       `yaml:"min"`
}

func (m *countMin) prepare(*Call) error {
	if m.Min < 1 {
		return textError("the check needs a min of at least 1", "검사에 1 이상의 min이 필요합니다")
	}
	if err := m.Show.resolve(m.List); err != nil {
		return err
	}
	return resolveAll(m.List, m.Where)
}

func (m *countMin) check(e *env) outcome {
	var evidence []Evidence
	for _, x := range m.List.entries(e.in.Project) {
		if holdAll(m.Where, x) {
			name := m.Show.text(x)
			evidence = append(evidence, e.evidence(x.path, diag.T("%s: %s", "%s: %s", m.Label.Diag(), name)))
		}
	}
	text := diag.T("%s: %d (at least %d needed)", "%s: %d (%d 이상 필요)", m.Label.Diag(), len(evidence), m.Min)
	if int64(len(evidence)) >= m.Min {
		return judged(text, nil, evidence)
	}
	fault := diag.T("%s: %d, at least %d needed", "%s: %d, %d 이상 필요", m.Label.Diag(), len(evidence), m.Min)
	return judged(diag.Text{}, []Fault{{Text: fault, Path: m.List.path}}, evidence)
}
