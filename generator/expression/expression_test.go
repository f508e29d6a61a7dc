package expression

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/source"
)

type person struct {
	source.At
	Name string `yaml:"name"`
	Age  int64  `yaml:"age"`
	Lead bool   `yaml:"lead"`
}

type group struct {
	Title    string               `yaml:"title"`
	Start    calendar.Date        `yaml:"start"`
	People   []person             `yaml:"people"`
	Rate     money.Percent        `yaml:"rate"`
	Sum      money.Amount         `yaml:"sum"`
	Settings source.Pairs[string] `yaml:"settings"`
	Head     *person              `yaml:"head"`
	hidden   int
	Untagged int
}

func scope(t testing.TB) *Scope {
	t.Helper()
	s, err := NewScope(Names{"group": reflect.TypeFor[group](), "computed": reflect.TypeFor[group](), "limits": reflect.TypeFor[map[string]int64]()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const groupText = `title: 북쪽
start: 2024-07-01
rate: 17.5
people:
  - {name: A, age: 30, lead: true}
  - {name: B, lead: false}
settings: {scope: each}
`

// vars are those of a group that a file states, one age apart, with an amount
// that the file does not state.
func vars(t testing.TB, s *Scope) *Vars {
	t.Helper()
	file, found := source.Decode("group.yaml", []byte(groupText))
	g := group{}
	found.Add(source.Into(file, file.Root, &g)...)
	if len(found) > 0 {
		t.Fatal(found)
	}
	g.Sum = moneytest.KRW(1_000)
	return s.Vars(map[string]Root{
		"group": {Value: g, Path: "group", File: file.Root}, "limits": {Value: map[string]int64{"ten": 1000}},
		"computed": {Value: g},
	})
}

func TestConditions(t *testing.T) {
	s := scope(t)
	v := vars(t, s)
	for _, text := range []string{
		`group.title == "북쪽"`,
		`group.start == date("2024-07-01")`,
		`months(group.start, 9) == date("2025-04-01")`,
		`days(group.start, -1) < group.start`,
		`days_between(group.start, date("2024-07-31")) == 30`,
		`group.people.exists(p, p.lead && p.age >= 30)`,
		`group.rate == 1750`,
		`computed.sum * 10000 <= 10000 * limits["ten"]`,
		`group.settings["scope"] == "each"`,
		`sum(computed.people.map(p, p.age)) == 30`,
		`size(group.people.filter(p, p.name in ["A", "C"])) == 1`,
		`!has(group.head.name) || true`,
		`cel.bind(n, size(group.people), n == 2)`,
	} {
		p, err := s.Condition(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if ok, err := p.True(v); !ok || err != nil {
			t.Errorf("%s: %v, %v", text, ok, err)
		}
	}
}

func TestWhatIsNotStatedIsNoNumber(t *testing.T) {
	s := scope(t)
	v := vars(t, s)
	for text, want := range map[string]string{
		`group.people.all(p, p.age > 10)`:                   "group.people[1].age",
		`group.people.all(p, !has(p.age) || p.age > 10)`:    "",
		`group.people.exists(p, p.age == 30)`:               "",
		`group.people.filter(p, p.name == "B")[0].age == 0`: "group.people[1].age",
		`group.sum == 0`:       "group.sum",
		`computed.sum == 1000`: "",
	} {
		p, err := s.Condition(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		ok, err := p.True(v)
		var missing *NotStated
		switch {
		case want == "" && (err != nil || !ok):
			t.Errorf("%s: %v, %v", text, ok, err)
		case want != "" && (!errors.As(err, &missing) || missing.Path != want):
			t.Errorf("%s: %v, want %s not stated", text, err, want)
		}
	}
}

func TestWrongExpressions(t *testing.T) {
	s := scope(t)
	costly := `group.people.all(a, group.people.all(b, group.people.all(c, group.people.all(d, a.age + b.age + c.age + d.age > 0))))`
	for text, want := range map[string]string{
		`group.titel == "x"`:                    "1:6: undefined field 'titel'",
		`group.title == 3`:                      "1:13: found no matching overload",
		`group.hidden == 1`:                     "undefined field",
		`group.untagged == 1`:                   "undefined field",
		"group.title == \"x\" &&\n  grupe == 1": "2:3: undeclared reference",
		`group.sum * 0.1 > 1`:                   "found no matching overload",
		`group.title ==`:                        "Syntax error",
		`group.title`:                           "not true or false",
		`now() > group.start`:                   "undeclared reference",
		costly:                                  "nest fewer loops",
		strings.Repeat("(", 200) + "true" + strings.Repeat(")", 200): "",
		strings.Repeat("x", MaxLength+1):                             "longer than",
	} {
		_, err := s.Condition(text)
		var wrong *Error
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80s: %v, want %q", text, err, want)
		}
	}
}

func TestEachEntryHasItsPath(t *testing.T) {
	s := scope(t)
	list, inner, err := s.Each("p", `group.people.filter(p, p.name == "B")`)
	if err != nil {
		t.Fatal(err)
	}
	v := vars(t, s)
	all, err := list.List(v)
	if err != nil || len(all) != 1 || all[0].Path() != "group.people[1]" {
		t.Fatalf("%v, %v", all, err)
	}
	name, err := inner.Compile(`p.name`)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := name.Eval(v.With("p", all[0])); err != nil || got.String() != "B" {
		t.Errorf("%v, %v", got, err)
	}
	if _, _, err := s.Each("p", `group.title`); err == nil {
		t.Error("a text passes as a list")
	}
}

// What a program costs in fact is bounded, too: lists may be longer than reckoned.
func TestCostIsBounded(t *testing.T) {
	s := scope(t)
	p, err := s.Condition(`group.people.all(a, group.people.all(b, a.name + b.name != "-"))`)
	if err != nil {
		t.Fatal(err)
	}
	many := make([]person, 5_000)
	v := s.Vars(map[string]Root{"group": {Value: group{People: many}}})
	if _, err := p.True(v); err == nil || !strings.Contains(err.Error(), "cost limit") {
		t.Errorf("no end: %v", err)
	}
}

func BenchmarkCondition(b *testing.B) {
	s := scope(b)
	v := vars(b, s)
	p, err := s.Condition(`group.people.all(p, !p.lead || p.age >= 30)`)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if ok, err := p.True(v); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}
