package call

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// listDateMin asks that a date of each entry of a list is not before another
// date of the project or, without one, the day for which is asked. Entries
// without the date pass: they set no end.
type listDateMin struct {
	Label     law.Text            `yaml:"label"`
	List      List                `yaml:"list"`
	Show      column              `yaml:"show"`
	Date      column              `yaml:"date"`
	NotBefore Path[calendar.Date] `yaml:"not_before"`
	FirstName law.Text            `yaml:"not_before_label"`
}

func (m *listDateMin) prepare(*Call) error {
	if err := m.Show.resolve(m.List); err != nil {
		return err
	}
	return m.Date.resolve(m.List, dateType)
}

func (m *listDateMin) check(e *env) outcome {
	entries := m.List.entries(e.in.Project)
	if len(entries) == 0 {
		return notApplicable(diag.T("%s: none", "%s 없음", m.Label.Diag()))
	}
	first, ok := m.first(e)
	if !ok {
		return notChecked(diag.T("%s is not known", "%s: 알 수 없음", m.FirstName.Diag()), m.NotBefore.path)
	}
	var faults []Fault
	var evidence []Evidence
	for _, x := range entries {
		path := m.Date.pathIn(x)
		date := dateOf(m.Date, x)
		name := diag.T("%s %s", "%s %s", m.Label.Diag(), m.Show.text(x))
		if date.IsZero() {
			evidence = append(evidence, e.evidence(x.path, diag.T("%s: no end of validity", "%s: 유효기간의 정함 없음", name)))
			continue
		}
		evidence = append(evidence, e.evidence(path, diag.T("%s: valid until %s", "%s: %s까지 유효", name, shownDate(date))))
		if date.Before(first) {
			faults = append(faults, Fault{Path: path, Text: diag.T("%s: valid until %s, before %s on %s", "%s: %s까지 유효, %s(%s)보다 빠름",
				name, shownDate(date), m.FirstName.Diag(), shownDate(first))})
		}
	}
	pass := diag.T("%s: valid on %s, %s", "%s: 유효함(%[3]s %[2]s 기준)", m.Label.Diag(), shownDate(first), m.FirstName.Diag())
	return judged(pass, faults, evidence)
}

// first returns the earliest date that is good enough.
func (m *listDateMin) first(e *env) (calendar.Date, bool) {
	date := e.in.Date
	if !m.NotBefore.missing() {
		date = m.NotBefore.in(e.in.Project)
	}
	return date, !date.IsZero()
}
