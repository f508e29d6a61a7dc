package money

import "strings"

// numeral is a number as it was written, taken apart.
type numeral struct {
	negative bool
	whole    string // digits without separators or needless zeros in front
	fraction string // digits after the point
}

// maxDigits bounds what is read as one number; it fits an int64.
const maxDigits = 18

// readNumeral reads a number written with digits, at most one point, a minus
// sign and the given separators between groups of three digits.
func readNumeral(text, separators string) (numeral, error) {
	rest, negative := strings.CutPrefix(text, "-")
	whole, fraction, point := strings.Cut(rest, ".")
	plain, grouped := ungroup(whole, separators)
	if !grouped || point && !isDigits(fraction) {
		return numeral{}, numeralError(text, separators)
	}
	if len(plain) > 1 && plain[0] == '0' {
		return numeral{}, parseError(
			"%s: write the number without a zero in front",
			"%s: 숫자 앞의 0을 빼고 쓰세요", quoted(text))
	}
	if len(strings.TrimPrefix(plain, "0"))+len(fraction) > maxDigits {
		return numeral{}, parseError(
			"%s has too many digits: at most %d are read",
			"%s: 숫자가 너무 깁니다. 최대 %d자리까지 쓸 수 있습니다", quoted(text), maxDigits)
	}
	return numeral{negative, plain, fraction}, nil
}

func numeralError(text, separators string) error {
	switch {
	case text == "":
		return parseError("the number is missing", "숫자가 비어 있습니다")
	case isMadeOf(text, "0123456789.+-eE"):
		return parseError(
			"%s is not a plain number: write it out with digits, without an exponent, as in 231884.06",
			"%s: 일반 숫자가 아닙니다. 지수 없이 231884.06처럼 쓰세요", quoted(text))
	case isMadeOf(text, "0123456789.-_,") && strings.Contains(separators, ","):
		return parseError(
			"%s: a separator belongs before every third digit and nowhere else, as in 1,275,000 or 1_275_000",
			"%s: 자릿수 구분 기호는 1,275,000이나 1_275_000처럼 세 자리마다 쓰세요", quoted(text))
	case isMadeOf(text, "0123456789.-_,"):
		return parseError(
			"%s: write no commas in this number; decimals follow a point, as in 1380.00, and thousands may be set off as in 1_275_000",
			"%s: 이 숫자에는 쉼표를 쓰지 않습니다. 소수는 1380.00, 큰 수는 1_275_000처럼 쓰세요", quoted(text))
	}
	return parseError(
		"%s is not a number: write digits only, as in 1275000 or 231884.06",
		"%s: 숫자가 아닙니다. 1275000이나 231884.06처럼 숫자만 쓰세요", quoted(text))
}

// ungroup removes the separators of a whole number, which must all be the same
// and stand before every third digit.
func ungroup(text, separators string) (plain string, ok bool) {
	at := strings.IndexAny(text, separators)
	if at < 0 {
		return text, isDigits(text)
	}
	groups := strings.Split(text, text[at:at+1])
	for i, group := range groups {
		if !isDigits(group) || len(group) > 3 || i > 0 && len(group) < 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func isDigits(text string) bool { return text != "" && isMadeOf(text, "0123456789") }

func isMadeOf(text, characters string) bool { return strings.Trim(text, characters) == "" }

// group sets off thousands with commas in a row of digits.
func group(digits string) string {
	var out strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(digit)
	}
	return out.String()
}

// separated sets off thousands in a number that may have a sign and decimals.
func separated(number string) string {
	digits, negative := strings.CutPrefix(number, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	text := group(whole)
	if point {
		text += "." + fraction
	}
	if negative {
		text = "-" + text
	}
	return text
}

// magnitude is n without its sign. Unlike -n it is right for every int64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// parseDigits reads at most 19 digits, none being 0.
func parseDigits(digits string) uint64 {
	n := uint64(0)
	for _, digit := range digits {
		n = 10*n + uint64(digit-'0')
	}
	return n
}
