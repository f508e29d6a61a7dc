package calendar

import (
	"cmp"
	"fmt"
	"strconv"
	"time"
)

// The years a date may lie in. They are wide for contracts and narrow enough to
// catch a slip of the hand.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// Date is a day of the Gregorian calendar. The zero value is no date. Dates may
// be compared with == and used as map keys.
type Date struct{ year, month, day int16 }

// New returns the date, or an error if there is no such day or the year lies
// outside [FirstYear] to [LastYear].
func New(year, month, day int) (Date, error) {
	if year < FirstYear || year > LastYear {
		return Date{}, parseError(
			"the year %d is outside %d to %d",
			"연도 %d: %d년부터 %d년까지만 쓸 수 있습니다", year, FirstYear, LastYear)
	}
	if month < 1 || month > 12 || day < 1 || day > monthDays(year, month) {
		return Date{}, parseError(
			"there is no day %04d-%02d-%02d in the calendar",
			"달력에 없는 날짜입니다: %04d-%02d-%02d", year, month, day)
	}
	return Date{int16(year), int16(month), int16(day)}, nil
}

// Parse reads a date written YYYY-MM-DD and nothing else. Its errors are
// [ParseError] values.
func Parse(text string) (Date, error) {
	if !isoShape(text) {
		return Date{}, parseError(
			"%s is not a date: write year-month-day, as in 2024-07-01",
			"%s: 날짜 형식이 아닙니다. 2024-07-01처럼 연-월-일로 쓰세요", quoted(text))
	}
	return New(digits(text[:4]), digits(text[5:7]), digits(text[8:]))
}

func isoShape(text string) bool {
	if len(text) != len("2024-07-01") {
		return false
	}
	for i := range len(text) {
		isDash := i == 4 || i == 7
		if isDash && text[i] != '-' || !isDash && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

func digits(text string) int {
	n := 0
	for i := range len(text) {
		n = 10*n + int(text[i]-'0')
	}
	return n
}

// MarshalText returns the date as YYYY-MM-DD, and nothing for no date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes. An empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, 0 for no date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month from 1 to 12, 0 for no date.
func (d Date) Month() int { return int(d.month) }

// Day returns the day of the month from 1, 0 for no date.
func (d Date) Day() int { return int(d.day) }

// Compare returns -1, 0 or 1 as d is before, the same as, or after o. No date
// comes before every date.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.year, o.year), cmp.Compare(d.month, o.month), cmp.Compare(d.day, o.day))
}

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// AddDays returns the date n days later, earlier for a negative n. The result is
// no date if d is none or if the result leaves the years a date may lie in: a
// missing date is noticed further on, a wrong one is not.
func (d Date) AddDays(n int) Date {
	const most = (LastYear - FirstYear + 1) * 366
	if d.IsZero() || n < -most || n > most {
		return Date{}
	}
	t := d.time().AddDate(0, 0, n)
	return orNone(t.Year(), int(t.Month()), t.Day())
}

// AddMonths returns the same day n months later, or the last day of that month
// if the month is too short: January 31 and one month is the end of February.
// The result is no date in the cases of [Date.AddDays].
func (d Date) AddMonths(n int) Date {
	const most = (LastYear - FirstYear + 1) * 12
	if d.IsZero() || n < -most || n > most {
		return Date{}
	}
	index := d.monthIndex() + n
	year, month := index/12, index%12+1
	return orNone(year, month, min(d.Day(), monthDays(year, month)))
}

// DaysUntil returns how many days lie between d and o: 1 from one day to the
// next, negative if o is earlier, 0 if either is no date.
func (d Date) DaysUntil(o Date) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	return o.dayNumber() - d.dayNumber()
}

// Weekend returns the day of the week if d is a Saturday or a Sunday.
func (d Date) Weekend() (time.Weekday, bool) {
	if d.IsZero() {
		return 0, false
	}
	day := d.time().Weekday()
	return day, day == time.Saturday || day == time.Sunday
}

// Serial returns the day number that workbooks use for d in their 1900 date
// system, 0 for no date. The system counts a February 29, 1900, which never
// was, so days before March 1900 have a number that is one lower.
func (d Date) Serial() int {
	if d.IsZero() {
		return 0
	}
	march := Date{1900, 3, 1}
	if d.Before(march) {
		return Date{1900, 1, 1}.DaysUntil(d) + 1
	}
	return march.DaysUntil(d) + 61
}

// FromSerial returns the date of a day number from March 1900 on, and no date for
// others.
func FromSerial(n int) Date {
	if n < 61 {
		return Date{}
	}
	return Date{1900, 3, 1}.AddDays(n - 61)
}

// String returns the date as YYYY-MM-DD, for data and never for documents.
func (d Date) String() string { return d.print("%04d-%02d-%02d") }

// Value returns the form in which documents in different languages are
// compared: YYYY-MM-DD.
func (d Date) Value() string { return d.String() }

// English returns the date as in July 1, 2024.
func (d Date) English() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d, %d", time.Month(d.month), d.day, d.year)
}

// Korean returns the date as in 2024년 7월 1일, for running text.
func (d Date) Korean() string { return d.print("%d년 %d월 %d일") }

// KoreanPoint returns the date as in 2024. 7. 1., for tables and letters.
func (d Date) KoreanPoint() string { return d.print("%d. %d. %d.") }

func (d Date) print(format string) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf(format, d.year, d.month, d.day)
}

// time returns the date in the type that knows how to count days.
func (d Date) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// dayNumber numbers days without a break. A time.Duration would end after 292
// years, seconds do not.
func (d Date) dayNumber() int { return int(d.time().Unix() / (24 * 60 * 60)) }

// monthIndex numbers months without a break from one year to the next.
func (d Date) monthIndex() int { return d.Year()*12 + d.Month() - 1 }

func orNone(year, month, day int) Date {
	d, err := New(year, month, day)
	if err != nil {
		return Date{}
	}
	return d
}

// monthDays returns the length of a month; day 0 of the next month is its last.
func monthDays(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// FromEpoch returns the UTC day of a moment in seconds since 1970, as
// SOURCE_DATE_EPOCH gives it. Its errors are [ParseError] values.
func FromEpoch(seconds string) (Date, error) {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return Date{}, ParseError{
			EN: fmt.Sprintf("SOURCE_DATE_EPOCH is %q and not a number of seconds", seconds),
			KO: fmt.Sprintf("SOURCE_DATE_EPOCH 값 %q: 초 단위 정수가 아닙니다", seconds),
		}
	}
	t := time.Unix(n, 0).UTC()
	return New(t.Year(), int(t.Month()), t.Day())
}
