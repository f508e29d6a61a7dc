// Package money holds exact amounts, currencies, rates, percentages and counts,
// and how they are written in English and Korean documents.
//
// An [Amount] is a whole number of the smallest unit of its [Currency]: won,
// cents, fils. Rates, quantities and percentages are [Decimal] values read as
// text, so that no binary fraction touches an amount. Every rounding has a name
// in the comment of the function that does it; a half goes away from zero, as in
// a workbook's ROUND, unless the comment says otherwise.
//
// Each value has the forms English and Korean for documents, and Value for
// comparing documents in different languages: equal values have equal Values.
package money

import (
	"fmt"
	"strconv"
)

// MaxMinor is the largest number of minor units an amount may have, in either
// direction: the largest whole number that a workbook cell holds exactly.
const MaxMinor = 1<<53 - 1

// ParseError says in both languages why a text cannot be read, or why a value
// cannot be computed from what was read.
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
