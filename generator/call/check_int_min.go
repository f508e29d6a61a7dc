package call

import (
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// intMin asks that each of several numbers reaches a minimum, or their sum does
// where a setting of the call says so.
type intMin struct {
	Values  []number `yaml:"values"`
	Min     int64    `yaml:"min"`
	SumWhen *reading `yaml:"sum_when"`
}

// number is a whole number of the project file with what it counts.
type number struct {
	Label law.Text    `yaml:"label"`
	Path  Path[int64] `yaml:"path"`
}

// reading is one value of a setting of the call.
type reading struct {
	Setting string `yaml:"setting"`
	Is      string `yaml:"is"`
}

func (r *reading) applies(e *env) bool {
	return r != nil && e.in.Call.Setting(e.in.Project, r.Setting) == r.Is
}

// prepare makes sure that the setting can have the value.
func (r *reading) prepare(c *Call) error {
	if r == nil {
		return nil
	}
	for _, s := range c.Settings {
		for _, v := range s.Values {
			if s.ID == r.Setting && v.ID == r.Is {
				return nil
			}
		}
	}
	return textError("the call has no setting %s with the value %q", "공고에 %s 설정의 %q 값이 없습니다", r.Setting, r.Is)
}

func (m *intMin) prepare(c *Call) error {
	if len(m.Values) == 0 || m.Min < 1 {
		return textError("the check needs values and a min of at least 1", "검사에 values와 1 이상의 min이 필요합니다")
	}
	for _, n := range m.Values {
		if n.Path.missing() {
			return textError("each value needs a path", "값마다 path가 필요합니다")
		}
	}
	return m.SumWhen.prepare(c)
}

func (m *intMin) check(e *env) outcome {
	var faults []Fault
	var evidence []Evidence
	var sum int64
	for _, n := range m.Values {
		value := n.Path.in(e.in.Project)
		// A negative target takes nothing away from another one.
		sum += max(0, value)
		evidence = append(evidence, e.evidence(n.Path.path, diag.T("%s: %d", "%s: %d", n.Label.Diag(), value)))
		if value < m.Min {
			faults = append(faults, Fault{Text: m.tooFew(e, n, value), Path: n.Path.path})
		}
	}
	if m.SumWhen.applies(e) {
		faults = m.sumFault(sum)
	}
	return judged(m.enough(e, evidence), faults, evidence)
}

func (m *intMin) sumFault(sum int64) []Fault {
	if sum >= m.Min {
		return nil
	}
	return []Fault{{Text: diag.T("%s: %d in all, at least %d needed", "%s: 합계 %d, %d 이상 필요", m.labels(), sum, m.Min), Path: m.Values[0].Path.path}}
}

func (m *intMin) labels() diag.Text {
	labels := make([]diag.Text, len(m.Values))
	for i, n := range m.Values {
		labels[i] = n.Label.Diag()
	}
	return join(labels, ", ")
}

func (m *intMin) tooFew(e *env, n number, value int64) diag.Text {
	if !e.stated(n.Path.path) {
		return diag.T("%s: not stated, at least %d needed", "%s: 기재되지 않음, %d 이상 필요", n.Label.Diag(), m.Min)
	}
	return diag.T("%s: %d, at least %d needed", "%s: %d, %d 이상 필요", n.Label.Diag(), value, m.Min)
}

func (m *intMin) enough(e *env, evidence []Evidence) diag.Text {
	values := make([]diag.Text, len(evidence))
	for i, v := range evidence {
		values[i] = v.Text
	}
	all := join(values, ", ")
	switch {
	case len(values) == 1:
		return diag.T("%s (at least %d needed)", "%s (%d 이상 필요)", all, m.Min)
	case m.SumWhen.applies(e):
		return diag.T("%s (at least %d needed in all)", "%s (합계 %d 이상 필요)", all, m.Min)
	}
	return diag.T("%s (at least %d of each needed)", "%s (각 %d 이상 필요)", all, m.Min)
}
