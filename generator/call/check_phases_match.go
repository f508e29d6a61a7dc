package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// phasesMatch asks that the project has the phases of the call, with the same
// days.
type phasesMatch struct{}

func (*phasesMatch) prepare(c *Call) error {
	if len(c.Phases) == 0 {
		return textError("the call has no phases", "공고에 단계가 없습니다")
	}
	return nil
}

func (*phasesMatch) check(e *env) outcome {
	var faults []Fault
	var evidence []Evidence
	phases := e.in.Project.Phases
	for i, p := range phases {
		path := source.Item("phases", i)
		if i >= len(e.in.Call.Phases) {
			faults = append(faults, Fault{Text: diag.T("the call has no phase %d", "공고에는 %d번째 단계가 없습니다", i+1), Path: path})
			continue
		}
		want := e.in.Call.Phases[i]
		text := diag.T("%s: %s", "%s: %s", want.Label.Diag(), shownPeriod(p.Period()))
		evidence = append(evidence, e.evidence(path, text))
		if p.Period() != want.Period() {
			faults = append(faults, Fault{Path: path, Text: diag.T("%s, in the call %s, %d months", "%s, 공고 기준 %s, %d개월",
				text, shownPeriod(want.Period()), want.Months)})
		}
	}
	if missing := len(e.in.Call.Phases) - len(phases); missing > 0 {
		faults = append(faults, Fault{Path: "phases", Text: diag.T("the project has %d phases, the call %d", "과제의 단계 %d개, 공고의 단계 %d개",
			len(phases), len(e.in.Call.Phases))})
	}
	return judged(diag.T("the phases are those of the call: %d", "단계 구성이 공고와 같음: %d개", len(phases)), faults, evidence)
}
