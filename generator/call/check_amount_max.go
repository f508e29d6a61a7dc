package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// amountMax asks that the government's money stays within the caps of the
// project's track, in each phase and in all of them together.
type amountMax struct {
	Label law.Text `yaml:"label"`
	List  List     `yaml:"list"` // where amounts are stated, for the place of a finding
}

func (m *amountMax) prepare(c *Call) error {
	if m.List.missing() {
		return textError("the check needs a list", "검사에 list 항목이 필요합니다")
	}
	for _, t := range c.Tracks {
		if len(t.Caps) == 0 || t.Total <= 0 {
			return textError("the track %s has no caps", "트랙 %s에 한도가 없습니다", t.ID)
		}
	}
	return nil
}

func (m *amountMax) check(e *env) outcome {
	if e.funds == nil {
		return notChecked(diag.T("there is no budget", "예산이 없습니다"), "budget")
	}
	if _, ok := e.in.Call.Track(e.in.Project.Info.Track); !ok {
		return notChecked(diag.T("the track is not known", "지원 트랙을 알 수 없습니다"), "project.track")
	}
	j := capJudge{e: e, label: m.Label.Diag(), path: m.List.path}
	caps := e.in.Call.Caps(e.in.Project)
	for i, limit := range caps {
		phase := e.in.Project.Phases[i].ID
		if limit.IsZero() {
			return notChecked(diag.T("the call has no phase %s, so that it sets no cap for it", "공고에 없는 단계여서 한도를 확인할 수 없습니다: %s", phase),
				source.Item("phases", i))
		}
		j.compare(phase, diag.Text{EN: phase, KO: phase}, limit)
	}
	j.compare("", diag.Text{EN: "total", KO: "합계"}, e.in.Call.TotalCap(e.in.Project))
	if j.err != nil {
		return broken(diag.T("the amounts cannot be compared: %s", "금액을 비교할 수 없습니다: %s", j.err))
	}
	return judged(diag.T("%s: within the caps (%s)", "%s: 한도 이내(%s)", j.label, j.last), j.faults, j.evidence)
}

// capJudge compares amounts with caps one after another.
type capJudge struct {
	e        *env
	label    diag.Text
	path     string
	faults   []Fault
	evidence []Evidence
	last     diag.Text // the last comparison, that of the total
	err      error
}

func (j *capJudge) compare(phase string, name diag.Text, limit money.Amount) {
	amount, err := j.e.funds.GovernmentTotal(phase)
	if err != nil {
		j.err = err
		return
	}
	j.last = diag.T("%s: %s of at most %s", "%s: %s, 한도 %s", name, shown(amount), shown(limit))
	j.evidence = append(j.evidence, j.e.evidence(j.path, j.last))
	over, err := amount.Sub(limit)
	if err != nil {
		j.err = err
		return
	}
	if over.Minor() > 0 {
		j.faults = append(j.faults, Fault{Path: j.path, Text: diag.T("%s, %s: %s exceeds the cap of %s by %s", "%s, %s: %s, 한도 %s보다 %s 많음",
			j.label, name, shown(amount), shown(limit), shown(over))})
	}
}

func shown(a money.Amount) diag.Text { return diag.Text{EN: a.English(), KO: a.Korean()} }
