package calendar

import "testing"

func TestTermAfter(t *testing.T) {
	tests := []struct {
		from string
		term Term
		want string
	}{
		{"2026-12-31", Term{Days: 60}, "2027-03-01"},
		{"2025-03-31", Term{Months: 1}, "2025-04-30"},
		{"2026-12-31", Term{Months: 3}, "2027-03-31"},
		{"2026-12-31", Term{Years: 5}, "2031-12-31"},
		{"2024-02-28", Term{Years: 1}, "2025-02-28"},
		{"2024-02-29", Term{Years: 1}, "2025-02-28"},
		{"2023-02-28", Term{Years: 1}, "2024-02-29"},
		{"2024-07-26", Term{Months: 1}, "2024-08-26"},
		// The month has no day of that number: the term ends with the month.
		{"2025-01-30", Term{Months: 1}, "2025-02-28"},
		{"2024-01-30", Term{Months: 1}, "2024-02-29"},
		{"2025-01-31", Term{Months: 1}, "2025-02-28"},
		{"2024-08-30", Term{Months: 6}, "2025-02-28"},
		{"2025-01-31", Term{}, "2025-01-31"},
		{"2199-12-01", Term{Years: 1}, ""},
		{"", Term{Months: 1}, ""},
	}
	for _, test := range tests {
		if got := test.term.After(date(t, test.from)); got != date(t, test.want) {
			t.Errorf("%+v after %s is %q, want %q", test.term, test.from, got, test.want)
		}
	}
}

func TestTermBefore(t *testing.T) {
	tests := []struct {
		to   string
		term Term
		want string
	}{
		{"2026-12-31", Term{Months: 2}, "2026-10-31"},
		{"2025-03-31", Term{Months: 3}, "2024-12-31"},
		{"2025-12-31", Term{Months: 3}, "2025-09-30"},
		{"2025-03-31", Term{Days: 30}, "2025-03-01"},
		{"2027-03-01", Term{Days: 30}, "2027-01-30"},
		{"2024-04-30", Term{Months: 2}, "2024-02-29"},
		{"2025-04-30", Term{Months: 2}, "2025-02-28"},
		{"2025-05-30", Term{Months: 3}, "2025-02-27"},
		{"1900-01-15", Term{Months: 1}, ""},
		{"", Term{Days: 1}, ""},
	}
	for _, test := range tests {
		if got := test.term.Before(date(t, test.to)); got != date(t, test.want) {
			t.Errorf("%+v before %s is %q, want %q", test.term, test.to, got, test.want)
		}
	}
}

// On every day of nine years: a term after a later day never ends earlier, and a
// term before a day is the last one that still ends by that day.
func TestTermsFitTogether(t *testing.T) {
	for _, term := range []Term{{Days: 1}, {Days: 60}, {Months: 1}, {Months: 2}, {Months: 3}, {Months: 18}, {Years: 1}, {Years: 5}} {
		for d := date(t, "2022-01-01"); d.Before(date(t, "2031-01-01")); d = d.AddDays(1) {
			if term.After(d.AddDays(1)).Before(term.After(d)) {
				t.Fatalf("%+v after %s ends later than after the next day", term, d)
			}
			last := term.Before(d)
			if term.After(last).After(d) || !term.After(last.AddDays(1)).After(d) {
				t.Fatalf("%+v before %s is %s, which is not the last day", term, d, last)
			}
		}
	}
}

func TestInMonth(t *testing.T) {
	tests := []struct {
		year, month, day int
		want             string
	}{
		{2028, 2, 31, "2028-02-29"}, {2027, 2, 31, "2027-02-28"}, {2027, 6, 30, "2027-06-30"},
		{2027, 13, 1, ""}, {2027, 0, 1, ""}, {2027, 6, 0, ""}, {2200, 1, 1, ""},
	}
	for _, test := range tests {
		if got := InMonth(test.year, test.month, test.day); got != date(t, test.want) {
			t.Errorf("InMonth(%d, %d, %d) = %q, want %q", test.year, test.month, test.day, got, test.want)
		}
	}
}

func TestDayOff(t *testing.T) {
	tests := map[string]string{"2024-06-01": "Saturday", "2024-06-02": "Sunday", "2024-06-03": "", "": ""}
	for text, want := range tests {
		got := ""
		if day, off := date(t, text).Weekend(); off {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
