package call

import (
	"pactwright/generator/diag"
)

// budgetRule takes up what the computation of the budget found out under the id
// of the rule: the limits that it looked at, kept or not. The budget judges
// them since the workbook shows them, too, with the same figures.
type budgetRule struct {
	Limit bool `yaml:"limit"` // the rule is about a limit
	id    string
}

func (b *budgetRule) prepare(*Call) error { return nil }

func (b *budgetRule) check(e *env) outcome {
	if e.in.Budget == nil {
		return notChecked(diag.T("there is no budget", "예산이 없습니다"), "budget")
	}
	if why, ok := e.in.Budget.Unchecked[b.id]; ok {
		return notChecked(why, "budget.rates")
	}
	var faults []Fault
	for _, f := range e.in.Reported {
		if f.Code == b.id {
			faults = append(faults, Fault{Text: f.Message, Path: f.Path, Severity: f.Severity, Lighter: true, Fix: f.Fix})
		}
	}
	var evidence []Evidence
	for _, l := range e.in.Budget.Limits {
		if l.Code == b.id && l.Kept && !l.Other {
			text := l.Shown()
			if l.Phase != "" {
				text = diag.T("%s: %s", "%s: %s", diag.Text{EN: l.Phase, KO: l.Phase}, text)
			}
			evidence = append(evidence, e.evidence(e.partyPath(l.Party), diag.T("%s: %s", "%s: %s", e.nameOf(l.Party), text)))
		}
	}
	if len(faults) == 0 && len(evidence) == 0 {
		return judged(diag.T("nothing in the budget is against it", "예산에 어긋나는 항목이 없음"), nil, nil)
	}
	return judged(diag.T("kept by the budget (limits looked at: %d)", "예산이 지킴(확인한 한도 %d건)", len(evidence)), faults, evidence)
}

// partyPath is where a party stands in the project file.
func (e *env) partyPath(id string) string {
	m, _ := e.member(id)
	return m.path
}
