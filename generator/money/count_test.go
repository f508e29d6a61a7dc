package money

import (
	"encoding/json"
	"math"
	"testing"
)

func TestCountForms(t *testing.T) {
	tests := []struct {
		count                         Count
		english, plain, korean, value string
	}{
		{Count{N: 30, Unit: Day}, "thirty (30) days", "30 days", "30일", "30 day"},
		{Count{N: 1, Unit: Day}, "one (1) day", "1 day", "1일", "1 day"},
		{Count{N: 0, Unit: Day}, "zero (0) days", "0 days", "0일", "0 day"},
		{Count{N: 10, Unit: BusinessDay}, "ten (10) business days", "10 business days", "10영업일", "10 business-day"},
		{Count{N: 2, Unit: Week}, "two (2) weeks", "2 weeks", "2주", "2 week"},
		{Count{N: 12, Unit: Month}, "twelve (12) months", "12 months", "12개월", "12 month"},
		{Count{N: 5, Unit: Year}, "five (5) years", "5 years", "5년", "5 year"},
		{Count{N: 24, Unit: Hour}, "twenty-four (24) hours", "24 hours", "24시간", "24 hour"},
		{Count{N: 2, Unit: Copy}, "two (2) copies", "2 copies", "2부", "2 copy"},
		{Count{N: 1, Unit: Original}, "one (1) original", "1 original", "1부", "1 original"},
		{Count{N: 3, Unit: Page}, "three (3) pages", "3 pages", "3쪽", "3 page"},
		{Count{N: 3, Unit: Case}, "three (3) cases", "3 cases", "3건", "3 case"},
		{Count{N: 12000, Unit: Study}, "twelve thousand (12,000) studies", "12,000 studies", "12,000건", "12000 study"},
		{Count{N: 7, Unit: Item}, "seven (7) items", "7 items", "7개", "7 item"},
		{Count{N: 1, Unit: Person}, "one (1) person", "1 person", "1명", "1 person"},
		{Count{N: 3, Unit: Person}, "three (3) persons", "3 persons", "3명", "3 person"},
		{Count{N: 2, Unit: Time}, "two (2) times", "2 times", "2회", "2 time"},
		{Count{N: 2, Unit: PersonMonth}, "two (2) person-months", "2 person-months", "2인월", "2 person-month"},
		{Count{N: 3}, "three (3)", "3", "3", "3"},
		{Count{N: -5, Unit: Day}, "minus five (-5) days", "-5 days", "-5일", "-5 day"},
	}
	for _, test := range tests {
		c := test.count
		if c.English() != test.english || c.EnglishPlain() != test.plain || c.String() != test.plain ||
			c.Korean() != test.korean || c.Value() != test.value {
			t.Errorf("%+v: %q %q %q %q", c, c.English(), c.EnglishPlain(), c.Korean(), c.Value())
		}
	}
}

func TestNewCount(t *testing.T) {
	tests := []struct {
		n                      string
		unit                   Unit
		english, korean, value string
	}{
		{"2.4", PersonMonth, "2.4 person-months", "2.4인월", "2.4 person-month"},
		{"2.40", PersonMonth, "2.4 person-months", "2.4인월", "2.4 person-month"},
		{"0.5", PersonMonth, "0.5 person-months", "0.5인월", "0.5 person-month"},
		{"-1.25", PersonMonth, "-1.25 person-months", "-1.25인월", "-1.25 person-month"},
		{"1.000001", PersonMonth, "1.000001 person-months", "1.000001인월", "1.000001 person-month"},
		{"1200.5", PersonMonth, "1,200.5 person-months", "1,200.5인월", "1200.5 person-month"},
		{"1.0", PersonMonth, "one (1) person-month", "1인월", "1 person-month"},
		{"30.00", Day, "thirty (30) days", "30일", "30 day"},
	}
	for _, test := range tests {
		c, err := NewCount(dec(t, test.n), test.unit)
		if err != nil || c.English() != test.english || c.Korean() != test.korean || c.Value() != test.value {
			t.Errorf("%s %s: %q %q %q, %v", test.n, test.unit, c.English(), c.Korean(), c.Value(), err)
		}
		if !c.Decimal().Equal(dec(t, test.n)) {
			t.Errorf("%s came back as %s", test.n, c.Decimal())
		}
	}
	a, _ := NewCount(dec(t, "2.4"), PersonMonth)
	b, _ := NewCount(dec(t, "2.40"), PersonMonth)
	if a != b || a.IsZero() {
		t.Error("equal counts differ")
	}
}

func TestNewCountRefuses(t *testing.T) {
	tests := []struct {
		n    Decimal
		unit Unit
	}{
		{dec(t, "2.5"), Day},
		{dec(t, "0.5"), ""},
		{dec(t, "1.0000001"), PersonMonth},
		{NewDecimal(math.MaxInt64).Add(NewDecimal(1)), PersonMonth},
	}
	for _, test := range tests {
		c, err := NewCount(test.n, test.unit)
		checkBilingual(t, test.n.String(), err)
		if c != (Count{}) {
			t.Errorf("%s gave %s", test.n, c)
		}
	}
}

func TestParseCount(t *testing.T) {
	tests := map[string]Count{
		"30 days":          {N: 30, Unit: Day},
		"1 day":            {N: 1, Unit: Day},
		"10 business days": {N: 10, Unit: BusinessDay},
		"10 business-day":  {N: 10, Unit: BusinessDay},
		"4_000 studies":    {N: 4000, Unit: Study},
		"2 copies":         {N: 2, Unit: Copy},
		"3":                {N: 3},
	}
	for text, want := range tests {
		if got, err := ParseCount(text); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "days", "30 ", " 30 days", "30days", "30  days", "thirty days", "30 moons", "2.5 days", "30 일"} {
		c, err := ParseCount(text)
		checkBilingual(t, text, err)
		if c != (Count{}) {
			t.Errorf("%q gave %s", text, c)
		}
	}
}

func TestUnitTable(t *testing.T) {
	seen := map[string]Unit{}
	for _, row := range units {
		if row.one == "" || row.many == "" || !hasHangul(row.korean) {
			t.Errorf("%+v", row)
		}
		for _, name := range []string{string(row.unit), row.one, row.many} {
			if other, known := seen[name]; known && other != row.unit {
				t.Errorf("%q is %s and %s", name, row.unit, other)
			}
			seen[name] = row.unit
			if got, err := ParseUnit(name); err != nil || got != row.unit {
				t.Errorf("%q: %s, %v", name, got, err)
			}
		}
	}
	if names := UnitNames(); len(names) != len(units) || names[0] != "day" {
		t.Errorf("%v", names)
	}
	if u := Unit("crate"); u.English(true)+u.English(false)+u.Korean() != "cratecratecrate" {
		t.Error("an unknown unit prints as something else")
	}
}

func TestCountJSON(t *testing.T) {
	type terms struct {
		Notice Count `json:"notice"`
		Unit   Unit  `json:"unit"`
	}
	in := terms{Count{N: 30, Unit: Day}, PersonMonth}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `{"notice":"30 day","unit":"person-month"}` {
		t.Fatalf("%s, %v", text, err)
	}
	var out terms
	if err := json.Unmarshal(text, &out); err != nil || out != in {
		t.Errorf("%+v, %v", out, err)
	}
	checkBilingual(t, "count", out.Notice.UnmarshalText([]byte("soon")))
	checkBilingual(t, "unit", out.Unit.UnmarshalText([]byte("moon")))
	if out != in {
		t.Errorf("a failed read left %+v", out)
	}
	if err := out.Unit.UnmarshalText(nil); err != nil || out.Unit != "" {
		t.Errorf("no unit: %q, %v", out.Unit, err)
	}
}

func FuzzParseCount(f *testing.F) {
	for _, seed := range []string{"30 days", "2.4 person-months", "3", "30 moons", "-1 copy", "0.0000001 person-month"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCount(text)
		if err != nil {
			checkBilingual(t, text, err)
			return
		}
		if again, err := ParseCount(c.Value()); err != nil || again != c {
			t.Errorf("%q is %s, read again %s, %v", text, c, again, err)
		}
	})
}
