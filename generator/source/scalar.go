package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A number has no leading zero and no exponent; single underscores may part its
// digits. Everything else that YAML calls a number is text here: it would be
// read differently by different programs.
var (
	numberText  = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*(_[0-9]+)*)(\.[0-9]+)?$`)
	commaNumber = regexp.MustCompile(`^[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$`)
	leadingZero = regexp.MustCompile(`^[-+]?0[0-9_]+(\.[0-9]+)?$`)
)

// plainKind returns the kind of a scalar without quotes.
func plainKind(text string) Kind {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Null
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return Bool
	}
	if len(text) <= maxDigits && numberText.MatchString(text) {
		return Number
	}
	return String
}

// jsonNumber returns the text of a number as JSON writes it.
func jsonNumber(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(text, "_", ""), "+")
}

// plainNumber returns a number that has underscores or thousands commas without
// them.
func plainNumber(text string) (string, bool) {
	switch {
	case len(text) > maxDigits:
		return "", false
	case commaNumber.MatchString(text):
		text = strings.ReplaceAll(text, ",", "")
	case !numberText.MatchString(text):
		return "", false
	}
	return jsonNumber(text), true
}

// wholeNumber reads an integer with underscores or with thousands commas.
func wholeNumber(text string) (int64, bool) {
	plain, ok := plainNumber(text)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	return n, err == nil
}

// shown repeats text of the user in a message: in quotes, on one line, cut.
func shown(text string) string {
	const most = 40
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most-1]) + "…"
	}
	return `"` + strings.Map(visible, text) + `"`
}

func visible(r rune) rune {
	if forbidden(r) {
		return utf8.RuneError
	}
	return r
}
