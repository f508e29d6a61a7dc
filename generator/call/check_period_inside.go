package call

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// periodInside asks that a period lies within the phases of the call.
type periodInside struct {
	Label law.Text            `yaml:"label"`
	Start Path[calendar.Date] `yaml:"start"`
	End   Path[calendar.Date] `yaml:"end"`
}

func (p *periodInside) prepare(c *Call) error {
	if p.Start.missing() || p.End.missing() || !c.Period().Valid() {
		return textError("the check needs start and end, and the call phases", "검사에 start와 end가, 공고에 단계가 필요합니다")
	}
	return nil
}

func (p *periodInside) check(e *env) outcome {
	period := calendar.Period{Start: p.Start.in(e.in.Project), End: p.End.in(e.in.Project)}
	label, whole := p.Label.Diag(), e.in.Call.Period()
	if period.Start.IsZero() || period.End.IsZero() {
		return notChecked(diag.T("%s is not stated", "%s: 기재되지 않음", label), p.Start.path)
	}
	var faults []Fault
	fault := func(path string, text diag.Text) { faults = append(faults, Fault{Text: text, Path: path}) }
	if period.End.Before(period.Start) {
		fault(p.End.path, diag.T("%s ends on %s, before it starts", "%s: 종료일 %s, 시작일보다 빠름", label, shownDate(period.End)))
	}
	if period.Start.Before(whole.Start) {
		fault(p.Start.path, diag.T("%s starts on %s, before %s", "%s: 시작일 %s, %s보다 빠름", label, shownDate(period.Start), shownDate(whole.Start)))
	}
	if period.End.After(whole.End) {
		fault(p.End.path, diag.T("%s ends on %s, after %s", "%s: 종료일 %s, %s보다 늦음", label, shownDate(period.End), shownDate(whole.End)))
	}
	text := diag.T("%s: %s (call: %s)", "%s: %s (공고: %s)", label, shownPeriod(period), shownPeriod(whole))
	return judged(text, faults, []Evidence{e.evidence(p.Start.path, diag.T("%s: %s", "%s: %s", label, shownPeriod(period)))})
}
