package call

import (
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
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

// UnmarshalText reads unmet, warning or info. A rule never blocks:
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

// Rule is one condition of the call or the law. It is judged by a named check
// with parameters, or by an expression (see package expression): for each entry
// of the lists under Each for which When holds, CEL must be true.
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
	Ask      law.Text      `yaml:"ask"`   // what the institution concerned is asked for, in words that it understands; may be empty
	Topic    string        `yaml:"topic"` // under which a report lists it
	Tests    []Test        `yaml:"tests"`

	When      *source.Value               `yaml:"when"`      // a condition under which the rule applies; empty: always
	Otherwise law.Text                    `yaml:"otherwise"` // why it does not apply; empty: a general text
	Each      source.Pairs[*source.Value] `yaml:"each"`      // name: expression for a list
	CEL       string                      `yaml:"cel"`       // what must hold, instead of a check
	Place     string                      `yaml:"place"`     // where a fault stands, as in p.country; empty: the entry
	Message   law.Text                    `yaml:"message"`   // a fault, with {expressions} in it
	Shows     law.Text                    `yaml:"shows"`     // the evidence of an entry that holds, likewise

	file    *source.File // in which it stands
	path    string       // there
	index   int
	gate    *gate
	checker checker // nil if the check or its parameters are not understood
}

// File returns the file in which the rule stands and its path there.
func (r Rule) File() (*source.File, string) { return r.file, r.path }

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
	Expect     Status           `yaml:"expect"`
	Given      *source.Value    `yaml:"given"`
	Government []project.Amount `yaml:"government"` // per phase
	Attached   []string         `yaml:"attached"`   // files that are there and can be read
	Contracts  []TestContract   `yaml:"contracts"`
	Date       calendar.Date    `yaml:"date"`
	Point      Point            `yaml:"point"` // the rule's own if empty
	Edge       Edge             `yaml:"edge"`  // on which side of a limit the case lies
}

// Edge says that a case lies just at the limit of a rule about a number, or one
// step beyond it.
type Edge string

// Edges.
const (
	EdgeAt   Edge = "at"
	EdgeOver Edge = "over"
)

// UnmarshalText reads at or over.
func (e *Edge) UnmarshalText(text []byte) error {
	if x := Edge(text); x == EdgeAt || x == EdgeOver {
		*e = x
		return nil
	}
	return textError("%q is no side of a limit: write at or over", "%q: at 또는 over를 쓰십시오", text)
}

// TestContract is a contract with the anchors that stand in it.
type TestContract struct {
	Kind    string   `yaml:"kind"`
	Parties []string `yaml:"parties"`
	Anchors []string `yaml:"anchors"`

	Options map[string]string `yaml:"options"` // the option of each article
	Values  map[string]Value  `yaml:"values"`  // of parameters, by article.parameter
	Found   []string          `yaml:"found"`   // codes of what the choice of its clauses found out
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
