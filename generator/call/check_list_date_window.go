package call

import (
	"reflect"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// listDateWindow asks that each entry of a list bears a date in the window of
// the call that is not after another date of the project.
type listDateWindow struct {
	Label    law.Text            `yaml:"label"`
	List     List                `yaml:"list"`
	Show     column              `yaml:"show"`
	Date     column              `yaml:"date"`
	NotAfter Path[calendar.Date] `yaml:"not_after"`
	LastName law.Text            `yaml:"not_after_label"`
}

var dateType = reflect.TypeFor[calendar.Date]()

func (w *listDateWindow) prepare(c *Call) error {
	if !c.Window.Period().Valid() || w.NotAfter.missing() {
		return textError("the check needs not_after, and the call a window", "검사에 not_after가, 공고에 접수 기간이 필요합니다")
	}
	if err := w.Show.resolve(w.List); err != nil {
		return err
	}
	return w.Date.resolve(w.List, dateType)
}

func (w *listDateWindow) check(e *env) outcome {
	entries := w.List.entries(e.in.Project)
	if len(entries) == 0 {
		return notApplicable(diag.T("%s: none", "%s 없음", w.Label.Diag()))
	}
	window, last := e.in.Call.Window.Period(), w.NotAfter.in(e.in.Project)
	var faults []Fault
	var evidence []Evidence
	for _, x := range entries {
		path := w.Date.pathIn(x)
		date := dateOf(w.Date, x)
		name := diag.T("%s %s", "%s %s", w.Label.Diag(), w.Show.text(x))
		evidence = append(evidence, e.evidence(path, diag.T("%s: dated %s", "%s: 작성일 %s", name, shownDate(date))))
		switch {
		case date.IsZero():
			faults = append(faults, Fault{Text: diag.T("%s: no date", "%s: 작성일 없음", name), Path: path})
		case !window.Contains(date):
			faults = append(faults, Fault{Path: path, Text: diag.T("%s: dated %s, outside the window of %s", "%s: 작성일 %s, 접수 기간(%s) 밖", name, shownDate(date), shownPeriod(window))})
		case !last.IsZero() && date.After(last):
			faults = append(faults, Fault{Path: path, Text: diag.T("%s: dated %s, after %s on %s", "%s: 작성일 %s, %s(%s) 이후", name, shownDate(date), w.LastName.Diag(), shownDate(last))})
		}
	}
	pass := diag.T("%s: dated within the window of %s", "%s: 작성일이 접수 기간(%s) 안에 있음", w.Label.Diag(), shownPeriod(window))
	return judged(pass, faults, evidence)
}

// dateOf returns the date in a column that was resolved to dates.
func dateOf(c column, x entry) calendar.Date {
	date, _ := c.of(x.value).Interface().(calendar.Date)
	return date
}
