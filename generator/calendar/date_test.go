package calendar

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func date(t testing.TB, text string) Date {
	t.Helper()
	if text == "" {
		return Date{}
	}
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	for _, text := range []string{"1900-01-01", "2024-02-29", "2000-02-29", "2024-12-31", "2199-12-31"} {
		if d, err := Parse(text); err != nil || d.String() != text {
			t.Errorf("Parse(%q) = %v, %v", text, d, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "2024", "2024-7-1", "24-07-01", "2024/07/01", "2024.07.01", "20240701", "2024-07-01 ", " 2024-07-01",
		"2024-07-01T00:00:00Z", "2024-00-10", "2024-13-01", "2024-04-31", "2024-02-30", "2023-02-29", "1900-02-29",
		"2100-02-29", "2024-07-00", "1899-12-31", "2200-01-01", "0000-00-00", "-024-07-01", "+024-07-01",
		"２０２４-07-01", "2024‐07‐01", "today", "\x00\x00\x00\x00-00-00", strings.Repeat("9", 1000),
	} {
		d, err := Parse(text)
		var fault ParseError
		if !errors.As(err, &fault) || fault.EN == "" || fault.KO == "" || !d.IsZero() {
			t.Errorf("Parse(%q) = %v, %v", text, d, err)
		}
		if len(fault.EN) > 300 || strings.ContainsRune(fault.EN+fault.KO, 0) {
			t.Errorf("Parse(%q): message %q", text, fault.EN)
		}
	}
}

func TestParseErrorsSpeakBothLanguages(t *testing.T) {
	_, err := Parse("2024-02-30")
	want := ParseError{
		EN: "there is no day 2024-02-30 in the calendar",
		KO: "달력에 없는 날짜입니다: 2024-02-30",
	}
	if err != want || want.Error() != want.EN || want.Korean() != want.KO {
		t.Errorf("got %#v", err)
	}
}

func TestDateForms(t *testing.T) {
	tests := []struct{ in, english, korean, point string }{
		{"2024-07-01", "July 1, 2024", "2024년 7월 1일", "2024. 7. 1."},
		{"2026-12-31", "December 31, 2026", "2026년 12월 31일", "2026. 12. 31."},
		{"2025-02-09", "February 9, 2025", "2025년 2월 9일", "2025. 2. 9."},
		{"", "", "", ""},
	}
	for _, test := range tests {
		d := date(t, test.in)
		if d.English() != test.english || d.Korean() != test.korean || d.KoreanPoint() != test.point ||
			d.String() != test.in || d.Value() != test.in {
			t.Errorf("%s: %q %q %q", test.in, d.English(), d.Korean(), d.KoreanPoint())
		}
	}
}

func TestCompare(t *testing.T) {
	ordered := []string{"", "1900-01-01", "2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01", "2199-12-31"}
	for i, a := range ordered {
		for j, b := range ordered {
			x, y := date(t, a), date(t, b)
			if x.Before(y) != (i < j) || x.After(y) != (i > j) || (x.Compare(y) == 0) != (i == j) || (x == y) != (i == j) {
				t.Errorf("%q against %q: %d", a, b, x.Compare(y))
			}
		}
	}
}

func TestAddDays(t *testing.T) {
	tests := []struct {
		from string
		days int
		want string
	}{
		{"2024-02-28", 1, "2024-02-29"},
		{"2023-02-28", 1, "2023-03-01"},
		{"2024-12-31", 1, "2025-01-01"},
		{"2024-01-01", -1, "2023-12-31"},
		{"2024-07-01", 0, "2024-07-01"},
		{"2024-07-01", 914, "2027-01-01"},
		{"1900-01-01", 109572, "2199-12-31"},
		{"2199-12-31", 1, ""},
		{"1900-01-01", -1, ""},
		{"2024-07-01", 1 << 62, ""},
		{"2024-07-01", -1 << 62, ""},
		{"", 5, ""},
	}
	for _, test := range tests {
		if got := date(t, test.from).AddDays(test.days); got != date(t, test.want) {
			t.Errorf("%q %+d days = %q, want %q", test.from, test.days, got, test.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		from   string
		months int
		want   string
	}{
		{"2024-07-01", 9, "2025-04-01"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-01-31", 3, "2024-04-30"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2199-12-01", 1, ""},
		{"1900-01-01", -1, ""},
		{"2024-07-01", 1 << 62, ""},
		{"2024-07-01", -1 << 62, ""},
		{"", 1, ""},
	}
	for _, test := range tests {
		if got := date(t, test.from).AddMonths(test.months); got != date(t, test.want) {
			t.Errorf("%q %+d months = %q, want %q", test.from, test.months, got, test.want)
		}
	}
}

// Every day of the range, one after the other, against a count of days.
func TestEveryDay(t *testing.T) {
	first := date(t, "1900-01-01")
	d := first
	for n := 0; !d.IsZero(); n++ {
		want := time.Date(1900, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		if d.String() != want || first.DaysUntil(d) != n || d.DaysUntil(first) != -n || first.AddDays(n) != d {
			t.Fatalf("day %d is %s, want %s", n, d, want)
		}
		d = d.AddDays(1)
	}
}

func TestDaysUntil(t *testing.T) {
	if n := date(t, "2024-07-01").DaysUntil(date(t, "2026-12-31")); n != 913 {
		t.Errorf("got %d", n)
	}
	if n := date(t, "2024-07-01").DaysUntil(Date{}); n != 0 {
		t.Errorf("until no date: %d", n)
	}
}

func TestSerial(t *testing.T) {
	tests := map[string]int{
		"": 0, "1900-01-01": 1, "1900-02-28": 59, "1900-03-01": 61, "1970-01-01": 25569, "2000-01-01": 36526,
		"2024-01-01": 45292, "2024-07-01": 45474, "2026-12-31": 46387,
	}
	for text, want := range tests {
		if got := date(t, text).Serial(); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestDateJSON(t *testing.T) {
	type dates struct {
		Signed  Date `json:"signed"`
		Missing Date `json:"missing"`
		Left    Date `json:"left,omitzero"`
	}
	in := dates{Signed: date(t, "2024-05-13")}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `{"signed":"2024-05-13","missing":""}` {
		t.Fatalf("%s, %v", text, err)
	}
	var out dates
	if err := json.Unmarshal(text, &out); err != nil || out != in {
		t.Errorf("%+v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"signed":"13.05.2024"}`), &out); err == nil {
		t.Error("a date in another form was read")
	}
	if out.Signed != in.Signed {
		t.Error("a failed read changed the date")
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2024-07-01", "2024-02-30", "1900-01-01", "", "2024-7-1", "９999-01-01"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			if !d.IsZero() {
				t.Error("a date beside an error")
			}
			return
		}
		if _, err := time.Parse(time.DateOnly, text); err != nil || d.String() != text {
			t.Errorf("%q was read as %s", text, d)
		}
	})
}
