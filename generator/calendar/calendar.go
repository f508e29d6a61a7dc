// Package calendar holds dates and periods: days without a time of day, a time
// zone or a clock. A [Date] prints itself in the forms of English and Korean
// documents; a [Period] runs from its first day to its last, both included.
package calendar

import (
	"fmt"
	"strconv"
)

// ParseError says in both languages why a text is not a date.
type ParseError struct{ EN, KO string }

// Error returns the English text.
func (e ParseError) Error() string { return e.EN }

// Korean returns the Korean text.
func (e ParseError) Korean() string { return e.KO }

func parseError(en, ko string, args ...any) error {
	return ParseError{EN: fmt.Sprintf(en, args...), KO: fmt.Sprintf(ko, args...)}
}

// quoted repeats what was read in an error, without control characters and not
// at any length.
func quoted(text string) string {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		return strconv.Quote(string(runes[:most])) + "…"
	}
	return strconv.Quote(text)
}
