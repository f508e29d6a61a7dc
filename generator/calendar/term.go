package calendar

// Term is a length of time as laws and contracts state it: days, or months and
// years by the calendar.
//
// A term is counted as the Korean Civil Act counts one (Arts. 157, 159 and 160)
// unless a text says otherwise: the day of the event is not counted, a term that
// does not begin with a month or year ends on the day before the day of the same
// number, and where the last month has no such day, on its last day. A last day
// that is a Saturday or a holiday is not moved here.
type Term struct{ Years, Months, Days int }

// IsZero reports whether t has no length.
func (t Term) IsZero() bool { return t == Term{} }

// After returns the last day of the term that begins when d has ended: three
// months after December 31 is March 31. It is no date in the cases of
// [Date.AddDays].
func (t Term) After(d Date) Date {
	return d.endOfMonths(12*t.Years + t.Months).AddDays(t.Days)
}

// Before returns the last day after which the whole term still runs until d has
// ended: two months before December 31 is October 31. It is no date in the cases
// of [Date.AddDays].
func (t Term) Before(d Date) Date {
	months := 12*t.Years + t.Months
	return d.AddDays(1).AddMonths(-months).AddDays(-1 - t.Days)
}

// endOfMonths returns the last day of n months that begin on the day after d.
func (d Date) endOfMonths(n int) Date {
	if n == 0 {
		return d
	}
	first := d.AddDays(1)
	same := first.AddMonths(n)
	if same.Day() < first.Day() {
		return same // the month has no such day: the term ends with the month
	}
	return same.AddDays(-1)
}

// InMonth returns the day of a month, or its last day if the month has fewer: day
// 31 of February is its end. It is no date if the month does not exist.
func InMonth(year, month, day int) Date {
	if month < 1 || month > 12 {
		return Date{}
	}
	return orNone(year, month, min(day, monthDays(year, month)))
}
