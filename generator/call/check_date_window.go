package call

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// dateWindow asks that a date lies in the window of the call.
type dateWindow struct {
	Label law.Text            `yaml:"label"`
	Path  Path[calendar.Date] `yaml:"path"`
}

func (w *dateWindow) prepare(c *Call) error {
	if w.Path.missing() || !c.Window.Period().Valid() {
		return textError("the check needs a path, and the call a window", "검사에 path가, 공고에 접수 기간이 필요합니다")
	}
	return nil
}

func (w *dateWindow) check(e *env) outcome {
	date := w.Path.in(e.in.Project)
	label, window := w.Label.Diag(), e.in.Call.Window
	if date.IsZero() {
		return notChecked(diag.T("%s is not stated", "%s: 기재되지 않음", label), w.Path.path)
	}
	if !window.Period().Contains(date) {
		return judged(diag.Text{}, []Fault{{
			Text: diag.T("%s: %s is outside the window of %s", "%s: %s, 접수 기간(%s) 밖", label, shownDate(date), shownPeriod(window.Period())),
			Path: w.Path.path,
		}}, nil)
	}
	text := diag.T("%s: %s (window: %s)", "%s: %s (접수 기간: %s)", label, shownDate(date), shownPeriod(window.Period()))
	evidence := []Evidence{e.evidence(w.Path.path, text)}
	if date == window.Close && !window.Note.Diag().IsZero() {
		evidence = append(evidence, Evidence{Text: window.Note.Diag()})
	}
	return judged(text, nil, evidence)
}

func shownDate(d calendar.Date) diag.Text { return diag.Text{EN: d.English(), KO: d.KoreanPoint()} }

func shownPeriod(p calendar.Period) diag.Text { return diag.Text{EN: p.English(), KO: p.KoreanPoint()} }
