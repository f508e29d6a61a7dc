package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// trialExemption asks that a project that needs no clinical trial shows each of
// several proofs, as a file and not only as a statement.
type trialExemption struct {
	Required Path[bool] `yaml:"required"`
	Proofs   []proof    `yaml:"proofs"`
}

// proof is something that the project states to have, and the id under which
// its file comes in.
type proof struct {
	Label    law.Text   `yaml:"label"`
	Path     Path[bool] `yaml:"path"`
	Received string     `yaml:"received"`
}

func (t *trialExemption) prepare(*Call) error {
	if t.Required.missing() || len(t.Proofs) == 0 {
		return textError("the check needs required and proofs", "검사에 required와 proofs가 필요합니다")
	}
	for _, p := range t.Proofs {
		if p.Path.missing() || p.Received == "" {
			return textError("each proof needs a path and received", "증빙마다 path와 received가 필요합니다")
		}
	}
	return nil
}

func (t *trialExemption) check(e *env) outcome {
	switch {
	case !e.stated(t.Required.path):
		return notChecked(diag.T("it is not stated whether a clinical trial is required", "임상시험 필요 여부가 기재되지 않았습니다"), t.Required.path)
	case t.Required.in(e.in.Project):
		return notApplicable(diag.T("a clinical trial is required, so that no exemption is claimed", "임상시험이 필요한 과제이므로 면제를 주장하지 않음"))
	}
	var faults []Fault
	var evidence []Evidence
	for _, p := range t.Proofs {
		label := p.Label.Diag()
		declared := p.Path.in(e.in.Project)
		if declared {
			evidence = append(evidence, e.evidence(p.Path.path, diag.T("%s: declared", "%s: 있는 것으로 기재", label)))
		}
		files, fault := e.received(p.Received, label)
		evidence = append(evidence, files...)
		switch {
		case len(files) > 0:
		case fault != nil:
			faults = append(faults, *fault)
		case declared:
			faults = append(faults, Fault{Path: p.Path.path, Text: diag.T("%s: declared, but no file is attached", "%s: 있는 것으로 기재되었으나 파일이 첨부되지 않음", label)})
		default:
			faults = append(faults, Fault{Path: p.Path.path, Text: diag.T("%s: missing", "%s: 없음", label)})
		}
	}
	return judged(diag.T("no clinical trial is required, and all proofs are attached", "임상시험 불요, 증빙 모두 첨부됨"), faults, evidence)
}
