package calendar

import (
	"encoding/json"
	"testing"
)

func period(t testing.TB, start, end string) Period {
	t.Helper()
	return Period{Start: date(t, start), End: date(t, end)}
}

func TestPeriodLength(t *testing.T) {
	tests := []struct {
		start, end   string
		months, days int
		whole        bool
	}{
		{"2024-07-01", "2025-03-31", 9, 274, true},
		{"2025-04-01", "2025-12-31", 9, 275, true},
		{"2026-01-01", "2026-12-31", 12, 365, true},
		{"2024-07-01", "2026-12-31", 30, 914, true},
		{"2024-02-01", "2024-02-29", 1, 29, true},
		{"2024-02-01", "2024-02-28", 1, 28, false},
		{"2024-07-15", "2024-08-14", 2, 31, false},
		{"2024-07-02", "2024-07-31", 1, 30, false},
		{"2024-07-01", "2024-07-01", 1, 1, false},
		{"2024-07-02", "2024-07-01", 0, 0, false},
		{"2024-07-01", "", 0, 0, false},
		{"", "2024-07-01", 0, 0, false},
		{"", "", 0, 0, false},
	}
	for _, test := range tests {
		p := period(t, test.start, test.end)
		if p.Months() != test.months || p.Days() != test.days || p.WholeMonths() != test.whole {
			t.Errorf("%s: %d months, %d days, whole %v", p, p.Months(), p.Days(), p.WholeMonths())
		}
	}
}

func TestValid(t *testing.T) {
	tests := []struct {
		start, end  string
		valid, zero bool
	}{
		{"2024-07-01", "2024-07-01", true, false},
		{"2024-07-01", "2024-06-30", false, false},
		{"2024-07-01", "", false, false},
		{"", "2024-07-01", false, false},
		{"", "", false, true},
	}
	for _, test := range tests {
		p := period(t, test.start, test.end)
		if p.Valid() != test.valid || p.IsZero() != test.zero {
			t.Errorf("%v: valid %v, zero %v", test, p.Valid(), p.IsZero())
		}
	}
}

func TestContains(t *testing.T) {
	p := period(t, "2024-07-01", "2025-03-31")
	tests := map[string]bool{
		"2024-06-30": false, "2024-07-01": true, "2024-12-31": true, "2025-03-31": true, "2025-04-01": false, "": false,
	}
	for text, want := range tests {
		if got := p.Contains(date(t, text)); got != want {
			t.Errorf("Contains(%q) = %v", text, got)
		}
	}
	if (Period{Start: p.Start}).Contains(p.Start) || (Period{}).Contains(Date{}) {
		t.Error("a period that is not valid contains a day")
	}
}

func TestContainsPeriodAndOverlap(t *testing.T) {
	tests := []struct {
		name     string
		p, o     Period
		contains bool
		overlap  Period
	}{
		{"itself", period(t, "2024-07-01", "2026-12-31"), period(t, "2024-07-01", "2026-12-31"), true, period(t, "2024-07-01", "2026-12-31")},
		{"inside", period(t, "2024-07-01", "2026-12-31"), period(t, "2025-01-01", "2025-12-31"), true, period(t, "2025-01-01", "2025-12-31")},
		{"across the end", period(t, "2024-07-01", "2025-03-31"), period(t, "2025-01-01", "2025-12-31"), false, period(t, "2025-01-01", "2025-03-31")},
		{"across the start", period(t, "2024-07-01", "2025-03-31"), period(t, "2024-01-01", "2024-12-31"), false, period(t, "2024-07-01", "2024-12-31")},
		{"one day", period(t, "2024-07-01", "2025-03-31"), period(t, "2025-03-31", "2025-04-30"), false, period(t, "2025-03-31", "2025-03-31")},
		{"apart", period(t, "2024-07-01", "2025-03-31"), period(t, "2025-04-01", "2025-12-31"), false, Period{}},
		{"no period", period(t, "2024-07-01", "2025-03-31"), Period{}, false, Period{}},
		{"backwards", period(t, "2024-07-01", "2025-03-31"), period(t, "2025-01-01", "2024-12-31"), false, Period{}},
	}
	for _, test := range tests {
		if got := test.p.ContainsPeriod(test.o); got != test.contains {
			t.Errorf("%s: contains %v", test.name, got)
		}
		if got := test.p.Overlap(test.o); got != test.overlap {
			t.Errorf("%s: overlap %v", test.name, got)
		}
		if got := test.o.Overlap(test.p); got != test.overlap {
			t.Errorf("%s: overlap the other way round %v", test.name, got)
		}
	}
}

func TestPeriodForms(t *testing.T) {
	p := period(t, "2024-07-01", "2025-03-31")
	tests := map[string]string{
		p.English():     "July 1, 2024 to March 31, 2025",
		p.Korean():      "2024년 7월 1일부터 2025년 3월 31일까지",
		p.KoreanPoint(): "2024. 7. 1.~2025. 3. 31.",
		p.Value():       "2024-07-01/2025-03-31",
		p.String():      "2024-07-01/2025-03-31",
	}
	for got, want := range tests {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	half := Period{Start: p.Start}
	if s := half.English() + half.Korean() + half.KoreanPoint() + half.Value(); s != "" {
		t.Errorf("half a period prints %q", s)
	}
}

func TestPeriodJSON(t *testing.T) {
	in := period(t, "2024-07-01", "2025-03-31")
	text, err := json.Marshal(in)
	if err != nil || string(text) != `{"start":"2024-07-01","end":"2025-03-31"}` {
		t.Fatalf("%s, %v", text, err)
	}
	var out Period
	if err := json.Unmarshal(text, &out); err != nil || out != in {
		t.Errorf("%v, %v", out, err)
	}
}
