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
	rows  *assertion // the rows that the rule concerns, shown if they are in order; nil: not said
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
	if b.rows != nil {
		return b.concerned(e, faults, evidence)
	}
	if len(faults) == 0 && len(evidence) == 0 {
		return judged(diag.T("nothing in the budget is against it", "예산에 어긋나는 항목이 없음"), nil, nil)
	}
	return judged(diag.T("kept by the budget (limits looked at: %d)", "한도 준수(확인한 한도 %d건)", len(evidence)), faults, evidence)
}

// concerned shows the rows of the project file that the rule is about. Without
// any it does not apply.
func (b *budgetRule) concerned(e *env, faults []Fault, evidence []Evidence) outcome {
	t := trial{assertion: b.rows, env: e}
	t.loop(0, e.expressions(), nil)
	switch {
	case len(faults) > 0:
	case t.err != nil:
		return ruleBroken(t.err)
	case len(t.missing) > 0:
		return notStated(t.missing)
	case t.tried == 0:
		return notApplicable(b.rows.otherwise)
	}
	pass := diag.T("nothing in the budget is against it (looked at: %d)", "예산에 어긋나는 항목이 없음(확인한 항목 %d건)", t.tried)
	return judged(pass, faults, append(evidence, t.evidence...))
}

// partyPath is where a party stands in the project file.
func (e *env) partyPath(id string) string {
	m, _ := e.member(id)
	return m.path
}
