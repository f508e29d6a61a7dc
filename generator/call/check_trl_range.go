package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// trlRange asks that a range of whole numbers lies within the technology
// readiness levels of the project's track.
type trlRange struct {
	Label law.Text    `yaml:"label"`
	From  Path[int64] `yaml:"from"`
	To    Path[int64] `yaml:"to"`
}

func (r *trlRange) prepare(c *Call) error {
	if r.From.missing() || r.To.missing() {
		return textError("the check needs from and to", "검사에 from과 to가 필요합니다")
	}
	for _, t := range c.Tracks {
		if t.TRL.Min < 1 || t.TRL.Max < t.TRL.Min {
			return textError("the track %s has no range of readiness levels", "트랙 %s에 기술성숙도 범위가 없습니다", t.ID)
		}
	}
	return nil
}

func (r *trlRange) check(e *env) outcome {
	label := r.Label.Diag()
	track, ok := e.in.Call.Track(e.in.Project.Info.Track)
	if !ok {
		return notChecked(diag.T("the track is not known", "지원 트랙을 알 수 없습니다"), "project.track")
	}
	within := track.TRL
	if !e.stated(r.From.path) || !e.stated(r.To.path) {
		return judged(diag.Text{}, []Fault{{
			Text: diag.T("%s: not stated, %d to %d needed", "%s: 기재되지 않음, %d~%d 필요", label, within.Min, within.Max),
			Path: r.From.path,
		}}, nil)
	}
	from, to := r.From.in(e.in.Project), r.To.in(e.in.Project)
	var faults []Fault
	fault := func(path string, text diag.Text) { faults = append(faults, Fault{Text: text, Path: path}) }
	if from < within.Min || from > within.Max {
		fault(r.From.path, diag.T("%s: starts at %d, outside %d to %d", "%s: 시작 %d, %d~%d 범위 밖", label, from, within.Min, within.Max))
	}
	if to < within.Min || to > within.Max {
		fault(r.To.path, diag.T("%s: ends at %d, outside %d to %d", "%s: 종료 %d, %d~%d 범위 밖", label, to, within.Min, within.Max))
	}
	if from > to {
		fault(r.To.path, diag.T("%s: ends at %d, below its start %d", "%s: 종료 %d, 시작 %d보다 낮음", label, to, from))
	}
	pass := diag.T("%s: %d to %d (within %d to %d)", "%s: %d~%d (허용 범위 %d~%d)", label, from, to, within.Min, within.Max)
	return judged(pass, faults, []Evidence{
		e.evidence(r.From.path, diag.T("%s: %d to %d", "%s: %d~%d", label, from, to)),
	})
}
