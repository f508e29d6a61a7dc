package money

import (
	"fmt"
	"strconv"
	"strings"
)

// Plain returns the number with separators and the currency's decimals, as in
// 231,884.06, for a table whose head names the currency.
func (a Amount) Plain() string {
	whole, fraction := a.digits()
	text := a.sign() + group(whole)
	if fraction != "" {
		text += "." + fraction
	}
	return text
}

// Code returns the amount as in USD 231,884.06, in every language.
func (a Amount) Code() string { return withCode(a.currency, a.Plain()) }

// String returns the amount as Code does.
func (a Amount) String() string { return a.Code() }

// Value returns the form in which documents in different languages are
// compared: the minor units, as in USD 23188406.
func (a Amount) Value() string {
	return withCode(a.currency, strconv.FormatInt(a.minor, 10))
}

// English returns the amount as in US$231,884.06 or KRW 960,000,000.
func (a Amount) English() string { return inEnglish(a, a.Plain()) }

// Korean returns the amount for running text, as in 960,000,000원 or 미화
// 231,884.06달러(USD 231,884.06). A currency without a Korean form stands as
// Code writes it.
func (a Amount) Korean() string {
	text := inKorean(a.currency, a.Plain())
	if a.currency.KoreanPrefix() == "" {
		return text
	}
	return text + "(" + a.Code() + ")"
}

// KoreanFormal returns the amount in figures and words, as contracts state a
// price: 금960,000,000원(금구억육천만원), 미화 금10.05달러(미화 금일십달러오센트).
// Every 일 is kept, so that no figure can be put in front. A currency without a
// Korean form stands as Code writes it.
func (a Amount) KoreanFormal() string {
	form, known := koreanForms[a.currency.code]
	if !known {
		return a.Code()
	}
	head := "금"
	if form.prefix != "" {
		head = form.prefix + " 금"
	}
	return fmt.Sprintf("%[1]s%[2]s%[3]s(%[1]s%[4]s)", head, a.Plain(), form.unit, a.koreanWords(form))
}

// koreanWords returns the amount in words with its units, as in 일십달러오센트 or,
// without a word for the minor unit, 일십점영오헤알.
func (a Amount) koreanWords(form koreanForm) string {
	whole, fraction := a.digits()
	text := koreanMagnitude(parseDigits(whole))
	if a.IsNegative() {
		text = "마이너스" + text
	}
	cents := parseDigits(fraction)
	switch {
	case cents == 0:
		return text + form.unit
	case form.minor != "":
		return text + form.unit + koreanMagnitude(cents) + form.minor
	}
	return text + "점" + koreanDigits(fraction) + form.unit
}

// EnglishWords returns the amount in words, as in nine hundred sixty million
// Korean won or ten and 05/100 US dollars. With hundredths the name is always
// plural: one and 00/100 US dollars.
func (a Amount) EnglishWords() string {
	whole, fraction := a.digits()
	text := englishMagnitude(parseDigits(whole))
	if a.IsNegative() {
		text = "minus " + text
	}
	name := a.currency.EnglishPlural()
	switch {
	case fraction != "":
		text += " and " + fraction + "/1" + strings.Repeat("0", len(fraction))
	case whole == "1":
		name = a.currency.English()
	}
	return strings.TrimSpace(text + " " + name)
}

// ApproximateEnglish returns the amount rounded half away from zero to the major
// unit, as in approximately US$695,652.
func (a Amount) ApproximateEnglish() string {
	return "approximately " + inEnglish(a, a.roundedPlain())
}

// ApproximateKorean returns the amount rounded half away from zero to the major
// unit, as in 미화 약 695,652달러.
func (a Amount) ApproximateKorean() string {
	if prefix := a.currency.KoreanPrefix(); prefix != "" {
		return prefix + " 약 " + a.roundedPlain() + a.currency.KoreanUnit()
	}
	return "약 " + inKorean(a.currency, a.roundedPlain())
}

// Thousand returns the number of thousands of major units, as in 960,000 for
// KRW 960,000,000; ok is false if the amount is no whole number of thousands.
func (a Amount) Thousand() (text string, ok bool) {
	unit := 1000 * a.currency.scale()
	if magnitude(a.minor)%unit != 0 {
		return "", false
	}
	return a.sign() + group(strconv.FormatUint(magnitude(a.minor)/unit, 10)), true
}

func (a Amount) roundedPlain() string {
	scale := a.currency.scale()
	whole := (magnitude(a.minor) + scale/2) / scale
	if whole == 0 {
		return "0"
	}
	return a.sign() + group(strconv.FormatUint(whole, 10))
}

func (a Amount) sign() string {
	if a.IsNegative() {
		return "-"
	}
	return ""
}

// digits returns the digits before and after the point, without the sign.
func (a Amount) digits() (whole, fraction string) {
	n := a.currency.Digits()
	text := fmt.Sprintf("%0*d", n+1, magnitude(a.minor))
	return text[:len(text)-n], text[len(text)-n:]
}

// scale returns how many minor units make a major unit.
func (c Currency) scale() uint64 {
	scale := uint64(1)
	for range c.Digits() {
		scale *= 10
	}
	return scale
}

func inEnglish(a Amount, number string) string {
	if a.currency.code != "USD" {
		return withCode(a.currency, number)
	}
	if digits, negative := strings.CutPrefix(number, "-"); negative {
		return "-US$" + digits
	}
	return "US$" + number
}

func inKorean(currency Currency, number string) string {
	form, known := koreanForms[currency.code]
	if !known {
		return withCode(currency, number)
	}
	return strings.TrimSpace(form.prefix + " " + number + form.unit)
}

func withCode(currency Currency, number string) string {
	return strings.TrimSpace(currency.code + " " + number)
}
