package calendar

// Period is the days from Start to End, both included. The zero value is no
// period.
type Period struct {
	Start Date `json:"start"`
	End   Date `json:"end"`
}

// IsZero reports whether p has neither a first nor a last day.
func (p Period) IsZero() bool { return p == Period{} }

// Valid reports whether both days are known and the last is not before the
// first.
func (p Period) Valid() bool {
	return !p.Start.IsZero() && !p.End.IsZero() && !p.End.Before(p.Start)
}

// Months returns how many months of the calendar have a day in p, 0 if p is not
// valid. For a period of whole months this is its length; July 15 to August 14
// counts as 2. Workbooks count months in the same way.
func (p Period) Months() int {
	if !p.Valid() {
		return 0
	}
	return p.End.monthIndex() - p.Start.monthIndex() + 1
}

// WholeMonths reports whether p begins on the first day of a month and ends on
// the last day of one.
func (p Period) WholeMonths() bool {
	return p.Valid() && p.Start.Day() == 1 && p.End.Day() == monthDays(p.End.Year(), p.End.Month())
}

// Days returns how many days p has, 0 if p is not valid.
func (p Period) Days() int {
	if !p.Valid() {
		return 0
	}
	return p.Start.DaysUntil(p.End) + 1
}

// Contains reports whether d is a day of p.
func (p Period) Contains(d Date) bool {
	return p.Valid() && !d.IsZero() && !d.Before(p.Start) && !d.After(p.End)
}

// ContainsPeriod reports whether every day of o is a day of p. An o that is not
// valid is in no period.
func (p Period) ContainsPeriod(o Period) bool {
	return o.Valid() && p.Contains(o.Start) && p.Contains(o.End)
}

// Overlap returns the days that p and o share, no period if there are none.
func (p Period) Overlap(o Period) Period {
	if !p.Valid() || !o.Valid() {
		return Period{}
	}
	shared := p
	if o.Start.After(shared.Start) {
		shared.Start = o.Start
	}
	if o.End.Before(shared.End) {
		shared.End = o.End
	}
	if !shared.Valid() {
		return Period{}
	}
	return shared
}

// String returns the period as in 2024-07-01/2025-03-31, for data and never for
// documents.
func (p Period) String() string { return p.join(p.Start.String(), "/", p.End.String(), "") }

// Value returns the form in which documents in different languages are
// compared, the same as String.
func (p Period) Value() string { return p.String() }

// English returns the period as in July 1, 2024 to March 31, 2025.
func (p Period) English() string { return p.join(p.Start.English(), " to ", p.End.English(), "") }

// Korean returns the period as in 2024년 7월 1일부터 2025년 3월 31일까지.
func (p Period) Korean() string { return p.join(p.Start.Korean(), "부터 ", p.End.Korean(), "까지") }

// KoreanPoint returns the period as in 2024. 7. 1.~2025. 3. 31.
func (p Period) KoreanPoint() string {
	return p.join(p.Start.KoreanPoint(), "~", p.End.KoreanPoint(), "")
}

// join prints nothing for a period that lacks a day, so that half a period never
// looks like a whole one.
func (p Period) join(start, between, end, after string) string {
	if p.Start.IsZero() || p.End.IsZero() {
		return ""
	}
	return start + between + end + after
}
