package call

import (
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// Point is a moment in a project's life at which rules come due.
type Point string

// The points in their order.
const (
	Application Point = "application"
	Agreement   Point = "agreement"
	Running     Point = "running"
	Closing     Point = "closing"
)

// Points returns all points in their order.
func Points() []Point { return []Point{Application, Agreement, Running, Closing} }

var pointNames = map[Point]diag.Text{
	Application: {EN: "application", KO: "신청"},
	Agreement:   {EN: "project agreement", KO: "협약 체결"},
	Running:     {EN: "running project", KO: "수행 중"},
	Closing:     {EN: "closing", KO: "종료"},
}

// Name returns the point as people call it.
func (p Point) Name() diag.Text { return pointNames[p] }

// Reached reports whether the point comes no later than now.
func (p Point) Reached(now Point) bool {
	return slices.Index(Points(), p) <= slices.Index(Points(), now)
}

// UnmarshalText reads a point and nothing else.
func (p *Point) UnmarshalText(text []byte) error {
	if !slices.Contains(Points(), Point(text)) {
		return textError("%q is no point: write application, agreement, running or closing",
			"%q: application, agreement, running, closing 중 하나를 쓰십시오", text)
	}
	*p = Point(text)
	return nil
}

// Severity is how much a failed rule weighs.
type Severity struct{ diag.Severity }

// UnmarshalText reads unmet, warning or info. A rule of a call never blocks:
// the documents can be made before the call is satisfied.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range []diag.Severity{diag.Unmet, diag.Warning, diag.Info} {
		if known.String() == string(text) {
			s.Severity = known
			return nil
		}
	}
	return textError("%q is no severity of a rule: write unmet, warning or info",
		"%q: unmet, warning, info 중 하나를 쓰십시오", text)
}

// Rule is one condition of the call.
type Rule struct {
	source.At
	ID       string        `yaml:"id"`
	Alias    []string      `yaml:"alias"` // ids of rules elsewhere that say the same
	Severity Severity      `yaml:"severity"`
	Due      Point         `yaml:"at"`
	Until    Point         `yaml:"until"`  // the last point at which the rule matters; empty: always
	Tracks   []string      `yaml:"tracks"` // empty: all
	Unless   []Exception   `yaml:"unless"`
	Title    law.Text      `yaml:"title"`
	Cite     Cite          `yaml:"cite"`
	Settings []string      `yaml:"settings"` // readings of the call that the rule relies on
	Check    string        `yaml:"check"`
	Params   *source.Value `yaml:"params"`
	Hint     law.Text      `yaml:"hint"`
	Tests    []Test        `yaml:"tests"`

	index   int
	checker checker // nil if the check or its parameters are not understood
}

// Exception takes a rule out of force where the project states a value.
type Exception struct {
	Path scalarPath `yaml:"path"`
	Is   string     `yaml:"is"`
	Why  law.Text   `yaml:"why"`
}

// Cite is where a rule comes from: a source of the call, provisions of the law,
// or both. If neither was found, the rule is a default and says so.
type Cite struct {
	Source  string   `yaml:"source"`
	Section law.Text `yaml:"section"`
	Law     []string `yaml:"law"` // keys of citations of the law version
	Found   bool     `yaml:"found"`
	Checked string   `yaml:"checked"` // date of the last reading
}

// Test is one case that a rule must judge as expected. Given is a part of a
// project file; the rest is what a rule may look at besides.
type Test struct {
	source.At
	Expect     Status         `yaml:"expect"`
	Given      *source.Value  `yaml:"given"`
	Government []int64        `yaml:"government"` // won per phase
	Attached   []string       `yaml:"attached"`   // files that are there and can be read
	Contracts  []TestContract `yaml:"contracts"`
	Date       calendar.Date  `yaml:"date"`
	Point      Point          `yaml:"point"` // the rule's own if empty
}

// TestContract is a contract with the anchors that stand in it.
type TestContract struct {
	Kind    string   `yaml:"kind"`
	Parties []string `yaml:"parties"`
	Anchors []string `yaml:"anchors"`
}

// Why prints the sources of a rule with their versions. The law version may be
// nil; its provisions are then named by their keys.
func (r Rule) Why(c *Call, v *law.Version) diag.Text {
	var parts []diag.Text
	if s, ok := c.Source(r.Cite.Source); ok {
		parts = append(parts, diag.T("%s, %s (%s)", "%s, %s (%s)", s.Title.Diag(), r.Cite.Section.Diag(), s.Version.Diag()))
	}
	for _, key := range r.Cite.Law {
		parts = append(parts, citation(v, key))
	}
	why := join(parts, "; ")
	if !r.Cite.Found {
		why = diag.T("%s; not stated by the call, a default to be checked", "%s; 공고에 명시되지 않은 기본값이므로 확인 필요", why)
	}
	return why
}

func citation(v *law.Version, key string) diag.Text {
	if v != nil {
		if t := v.Cite(key); !t.IsZero() {
			return t
		}
	}
	return diag.Text{EN: key, KO: key}
}

// join puts texts one after another in both languages; empty ones are left out.
func join(texts []diag.Text, between string) diag.Text {
	var en, ko []string
	for _, t := range texts {
		if t.IsZero() {
			continue
		}
		en, ko = append(en, t.EN), append(ko, t.KO)
	}
	return diag.Text{EN: strings.Join(en, between), KO: strings.Join(ko, between)}
}
