package source

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pactwright/generator/diag"
)

// day is a type that reads its own text, as dates and amounts do.
type day struct{ text string }

func (d *day) UnmarshalText(text []byte) error {
	switch string(text) {
	case "plain":
		return errors.New("only an English text")
	case "bad":
		return bilingual{}
	}
	d.text = "day " + string(text)
	return nil
}

type bilingual struct{}

func (bilingual) Error() string   { return "internal" }
func (bilingual) English() string { return "not a day" }
func (bilingual) Korean() string  { return "날짜가 아닙니다" }

type role string

type names struct {
	EN string `yaml:"en"`
	KO string `yaml:"ko"`
}

type common struct {
	At
	ID string `yaml:"id"`
}

type placedDay struct {
	At
	day
}

type member struct {
	common `yaml:",inline"` // not exported: left alone
	At
	Names names  `yaml:"name"`
	Role  role   `yaml:"role"`
	Lead  *names `yaml:"lead"`
}

type Common struct {
	At
	ID string `yaml:"id"`
}

type target struct {
	At
	Common   `yaml:",inline"`
	Title    string           `yaml:"title"`
	Months   int              `yaml:"months"`
	Amount   int64            `yaml:"amount"`
	Small    int8             `yaml:"small"`
	Remote   bool             `yaml:"remote"`
	Start    day              `yaml:"start"`
	End      *day             `yaml:"end"`
	Due      placedDay        `yaml:"due"`
	Tags     []string         `yaml:"tags"`
	Parties  []member         `yaml:"parties"`
	Rates    map[string]int64 `yaml:"rates"`
	Roles    map[role]role    `yaml:"roles"`
	Shares   Pairs[int]       `yaml:"shares"`
	Days     Pairs[*day]      `yaml:"days"`
	Raw      *Value           `yaml:"raw"`
	Untagged string
	Ignored  string `yaml:"-"`
}

const filled = `id: a
title: 2024
months: 1_200
amount: "82,000,000"
remote: TRUE
start: 2024-07-01
due: 1
tags: [x, 'y', 3]
parties:
  - {name: {en: A}, role: lead, lead: {en: B}}
  - name:
rates: {USD: 1380, JPY: 8}
roles: {a: b}
shares: {z: 1, a: 2}
days: {first: 1, none: null}
raw: [1, {x: y}]
Untagged: no
`

func TestInto(t *testing.T) {
	f := mustDecode(t, filled)
	var got target
	if found := Into(f, f.Root, &got); len(found) > 0 {
		t.Fatalf("found\n%s", codes(found))
	}
	at := func(path string) At { return At{Path: path, Place: f.Place(path)} }
	want := target{
		At: at(""), Common: Common{At: at(""), ID: "a"},
		Title: "2024", Months: 1200, Amount: 82_000_000, Remote: true,
		Start: day{"day 2024-07-01"}, Due: placedDay{at("due"), day{"day 1"}},
		Tags: []string{"x", "y", "3"},
		Parties: []member{
			{At: at("parties[0]"), Names: names{EN: "A"}, Role: "lead", Lead: &names{EN: "B"}},
			{At: at("parties[1]")},
		},
		Rates: map[string]int64{"USD": 1380, "JPY": 8},
		Roles: map[role]role{"a": "b"},
		Shares: Pairs[int]{
			{Key: "z", Value: 1, Path: "shares.z", Place: f.KeyPlace("shares.z")},
			{Key: "a", Value: 2, Path: "shares.a", Place: f.KeyPlace("shares.a")},
		},
		Days: Pairs[*day]{
			{Key: "first", Value: &day{"day 1"}, Path: "days.first", Place: f.KeyPlace("days.first")},
			{Key: "none", Path: "days.none", Place: f.KeyPlace("days.none")},
		},
		Raw: f.Root.Get("raw"),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("filled wrongly:\n%s", cmp.Diff(want, got, cmp.Exporter(func(reflect.Type) bool { return true })))
	}
}

func TestIntoFindings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"list for text", "title: [a]", "YAML-TYPE@1:8 title"},
		{"text for a number", "months: twelve\namount: 012\nsmall: 1.5\n", "YAML-TYPE@1:9 months\nYAML-TYPE@2:9 amount\nYAML-TYPE@3:8 small"},
		{"number too large", "small: 128\namount: 99999999999999999999\nmonths: -9,999,999,999,999,999,999\n", "YAML-RANGE@1:8 small\nYAML-RANGE@2:9 amount\nYAML-RANGE@3:9 months"},
		{"yes", "remote: yes", "YAML-TYPE@1:9 remote"},
		{"bool for a number", "months: true", "YAML-TYPE@1:9 months"},
		{"text for a list, a map, pairs, a struct", "tags: a\nrates: b\nshares: [c]\nparties: [d]\n",
			"YAML-TYPE@1:7 tags\nYAML-TYPE@2:8 rates\nYAML-TYPE@3:9 shares\nYAML-TYPE@4:11 parties[0]"},
		{"map for a day", "start: {a: b}", "YAML-TYPE@1:8 start"},
		{"not a day", "start: bad\nend: plain\n", "YAML-VALUE@1:8 start\nYAML-VALUE@2:6 end"},
		{"in maps and pairs", "rates: {USD: x}\nshares: {a: y}\n", "YAML-TYPE@1:14 rates.USD\nYAML-TYPE@2:13 shares.a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := mustDecode(t, c.text)
			var got target
			found := Into(f, f.Root, &got)
			// Fields are filled in the order of the struct.
			if got := codes(found.Sorted()); got != c.want {
				t.Errorf("found\n%s\nwant\n%s", got, c.want)
			}
			checkFindings(t, found)
		})
	}
}

func TestIntoTellsErrorsInBothLanguages(t *testing.T) {
	f := mustDecode(t, "start: bad\nend: plain\n")
	found := Into(f, f.Root, new(target))
	if len(found) != 2 || found[0].Message != (diag.Text{EN: "start: not a day", KO: "start: 날짜가 아닙니다"}) ||
		found[1].Message != (diag.Text{EN: "end: only an English text", KO: "end: only an English text"}) {
		t.Errorf("found %v", found)
	}
}

func TestIntoStrict(t *testing.T) {
	f := mustDecode(t, "id: a\ntitel: x\nUntagged: y\nparties: [{nmae: {}}]\nshares: {anything: 1}\nraw: {anything: 1}\n")
	found := Into(f, f.Root, new(target), Strict).Sorted()
	want := "YAML-KEY@2:1 titel\nYAML-KEY@3:1 Untagged\nYAML-KEY@4:12 parties[0].nmae"
	if got := codes(found); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if !strings.HasPrefix(found[0].Fix.EN, `did you mean "title"?`) {
		t.Errorf("fix: %s", found[0].Fix.EN)
	}
	checkFindings(t, found)
}

// cents is a type whose form an option gives.
type cents int64

func TestIntoNumbers(t *testing.T) {
	read := func(number string) (cents, error) {
		whole, fraction, _ := strings.Cut(number, ".")
		if len(fraction) > 2 {
			return 0, errors.New("too many decimals")
		}
		n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
		return cents(n), err
	}
	var got struct {
		A cents   `yaml:"a"`
		B []cents `yaml:"b"`
	}
	f := mustDecode(t, "a: 12_000.50\nb: [3, \"1,234.5\", x, 1.005, {}]\n")
	found := Into(f, f.Root, &got, Numbers(read, diag.T("write cents", "센트까지 쓰십시오")))
	if got.A != 1200050 || got.B[0] != 300 || got.B[1] != 123450 {
		t.Errorf("read %+v", got)
	}
	if got := codes(found.Sorted()); got != "YAML-TYPE@2:19 b[2]\nYAML-VALUE@2:22 b[3]\nYAML-TYPE@2:29 b[4]" {
		t.Errorf("found\n%s", got)
	}
	for _, x := range found {
		if x.Code == CodeValue && (x.Message.EN != "b[3]: too many decimals" || x.Fix.EN != "write cents") {
			t.Errorf("%+v", x)
		}
	}
}

func TestIntoNothing(t *testing.T) {
	var got target
	if found := Into(&File{}, nil, &got); found != nil || !reflect.DeepEqual(got, target{}) {
		t.Errorf("found %v, filled %v", found, got)
	}
}

func TestIntoMisused(t *testing.T) {
	f := mustDecode(t, "a: 1.5")
	for name, dst := range map[string]any{
		"no pointer": target{},
		"nil":        nil,
		"a float": &struct {
			A float64 `yaml:"a"`
		}{},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			Into(f, f.Root, dst)
		}()
	}
}
