package money

import "strings"

// Unit is what a [Count] counts. The zero value counts nothing in particular.
type Unit string

// The units of contracts and budgets. A copy is any counterpart of a document,
// an original one that is signed; both are 부 in Korean.
const (
	Day         Unit = "day"
	BusinessDay Unit = "business-day"
	Week        Unit = "week"
	Month       Unit = "month"
	Year        Unit = "year"
	Hour        Unit = "hour"
	PersonMonth Unit = "person-month"
	Copy        Unit = "copy"
	Original    Unit = "original"
	Page        Unit = "page"
	Case        Unit = "case"
	Study       Unit = "study"
	Item        Unit = "item"
	Person      Unit = "person"
	Time        Unit = "time"
)

// unitRow is how a unit is written: the English words for one and for several,
// and the Korean word that is closed up to the number.
type unitRow struct {
	unit      Unit
	one, many string
	korean    string
}

var units = []unitRow{
	{Day, "day", "days", "일"},
	{BusinessDay, "business day", "business days", "영업일"},
	{Week, "week", "weeks", "주"},
	{Month, "month", "months", "개월"},
	{Year, "year", "years", "년"},
	{Hour, "hour", "hours", "시간"},
	{PersonMonth, "person-month", "person-months", "인월"},
	{Copy, "copy", "copies", "부"},
	{Original, "original", "originals", "부"},
	{Page, "page", "pages", "쪽"},
	{Case, "case", "cases", "건"},
	{Study, "study", "studies", "건"},
	{Item, "item", "items", "개"},
	{Person, "person", "persons", "명"},
	{Time, "time", "times", "회"},
}

// ParseUnit reads a unit written as its name, as in business-day, or as its
// English words for one or several, as in business days. Its errors are
// [ParseError] values.
func ParseUnit(text string) (Unit, error) {
	for _, row := range units {
		if text == string(row.unit) || text == row.one || text == row.many {
			return row.unit, nil
		}
	}
	return "", parseError(
		"%s is not a unit: write one of %s",
		"%s: 알 수 없는 단위입니다. 다음 중 하나로 쓰세요: %s", quoted(text), strings.Join(UnitNames(), ", "))
}

// UnitNames returns the names of all units, in the order of the table.
func UnitNames() []string {
	names := make([]string, len(units))
	for i, row := range units {
		names[i] = string(row.unit)
	}
	return names
}

// UnmarshalText reads the unit as [ParseUnit] does. An empty text is no unit.
func (u *Unit) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*u = ""
		return nil
	}
	parsed, err := ParseUnit(string(text))
	if err != nil {
		return err
	}
	*u = parsed
	return nil
}

// English returns the word for one or for several.
func (u Unit) English(one bool) string {
	if one {
		return u.row().one
	}
	return u.row().many
}

// Korean returns the Korean word, which is closed up to the number.
func (u Unit) Korean() string { return u.row().korean }

func (u Unit) row() unitRow {
	for _, row := range units {
		if row.unit == u {
			return row
		}
	}
	return unitRow{unit: u, one: string(u), many: string(u), korean: string(u)}
}
