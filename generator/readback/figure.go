package readback

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// form is how a figure is printed.
type form uint8

// Forms of figures. A whole number is one without separator, point or percent
// sign: a day, a count, the number of an article.
const (
	whole form = iota
	number
	koreanWords
	englishWords
)

// figure is a figure as it is printed.
type figure struct {
	form  form
	text  string // what is compared: without blanks, words in small letters
	shown string
	at    int // where it begins in its text
}

// figures returns the figures of a text in order:
//
//	320,000,000  231,884.06  60.00%  -5  2024
//	금구억육천만원, 금일십달러오센트
//	nine hundred sixty million
//
// A number is digits with commas and points between them, a percent sign behind
// and a minus sign before it. An amount in Korean words begins with 금; one in
// English words has a hundred, a thousand or more. Lines may end within words.
func figures(text string) []figure {
	var out []figure
	for i := 0; i < len(text); {
		end := 0
		var f figure
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			f, end = digits(text, i)
		case c == geum[0]:
			f, end = inKorean(text, i)
		case isLetter(c) && (i == 0 || !isLetter(text[i-1])):
			f, end = inEnglish(text, i)
		}
		if end <= i {
			i++
			continue
		}
		out = append(out, f)
		i = end
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// digits reads a number.
func digits(text string, i int) (figure, int) {
	end, form := i, whole
	for end < len(text) {
		switch c := text[end]; {
		case isDigit(c):
			end++
			continue
		case (c == ',' || c == '.') && end+1 < len(text) && isDigit(text[end+1]):
			end, form = end+1, number
			continue
		case c == '%':
			end, form = end+1, number
		}
		break
	}
	start := i
	if i > 0 && text[i-1] == '-' && (i == 1 || strings.IndexByte(" \n(", text[i-2]) >= 0) {
		start--
	}
	return figure{form, text[start:end], text[start:end], start}, end
}

// geum begins an amount in Korean words.
const geum = "금"

// Words of Korean numbers.
const (
	koreanDigits = "영일이삼사오육칠팔구"
	koreanPowers = "십백천만억조"
)

func isNumeral(r rune) bool { return strings.ContainsRune(koreanDigits+koreanPowers, r) }

// inKorean reads an amount in Korean words: 금, at least two numerals of which
// one is a power, and what stands for its decimals.
func inKorean(text string, i int) (figure, int) {
	if !strings.HasPrefix(text[i:], geum) {
		return figure{}, 0
	}
	words, end := numerals(text, i+len(geum))
	if utf8.RuneCountInString(words) < 2 || !strings.ContainsAny(words, koreanPowers) {
		return figure{}, 0
	}
	if minor, after := decimals(text, end); minor != "" {
		words, end = words+minor, after
	}
	return figure{koreanWords, geum + words, squeeze(text[i:end]), i}, end
}

// numerals reads Korean numerals, over blanks and line ends.
func numerals(text string, i int) (words string, end int) {
	end = i
	for i < len(text) && len(words) < longestAmount*len(geum) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isNumeral(r):
			words += string(r)
			end = i + size
		case !unicode.IsSpace(r):
			return words, end
		}
		i += size
	}
	return words, end
}

// longestUnit is how many characters the name of a currency has at most.
const longestUnit = 5

// decimals reads what follows the whole units: 달러오센트, 점영오헤알.
func decimals(text string, i int) (words string, end int) {
	unit := 0
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if isNumeral(r) {
			break
		}
		if unit++; !unicode.Is(unicode.Hangul, r) || unit > longestUnit {
			return "", 0
		}
		i += size
		if r == '점' {
			words, end = numerals(text, i)
			return "점" + words, end
		}
	}
	words, end = numerals(text, i)
	rest := squeeze(text[end:min(len(text), end+16)])
	for _, minor := range []string{"센트", "펜스"} {
		if words != "" && unit > 0 && strings.HasPrefix(rest, minor) {
			return "." + words, end
		}
	}
	return "", 0
}

// squeeze drops blanks and line ends.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
