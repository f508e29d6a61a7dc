package intake

import (
	"strconv"
	"strings"
)

// shift writes digits with an exponent without it: 8.8 and 7 give 88000000.
func shift(whole, fraction, exponent string) (string, bool) {
	n := 0
	if exponent != "" {
		var err error
		if n, err = strconv.Atoi(exponent); err != nil || n > 40 || n < -40 {
			return "", false
		}
	}
	digits, point := whole+fraction, len(whole)+n
	if point <= 0 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	return joined(digits[:point], digits[point:]), true
}

// joined writes a number without needless zeros.
func joined(whole, fraction string) string {
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// significant rounds a number half up to a count of digits that say something.
func significant(number string, most int) string {
	whole, fraction, _ := strings.Cut(number, ".")
	digits := whole + fraction
	first := len(digits) - len(strings.TrimLeft(digits, "0"))
	if len(digits)-first <= most {
		return number
	}
	keep := first + most
	up := digits[keep] >= '5'
	kept := []byte(digits[:keep] + strings.Repeat("0", len(digits)-keep))
	for i := keep - 1; up && i >= 0; i-- {
		if kept[i] != '9' {
			kept[i]++
			up = false
			continue
		}
		kept[i] = '0'
	}
	rounded, point := string(kept), len(whole)
	if up {
		rounded, point = "1"+rounded, point+1
	}
	return joined(rounded[:point], rounded[point:])
}
