package readback

import (
	"strings"
	"unicode/utf8"

	"pactwright/generator/money"
)

// englishNumbers are the words below a hundred, englishPowers the others.
var (
	englishNumbers = map[string]int64{
		"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
		"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
		"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	englishPowers = map[string]int64{
		"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
	}
)

// longestWord is the length of seventeen.
const longestWord = 9

// longestAmount bounds the words of one amount.
const longestAmount = 60

// inEnglish reads an amount in English words, over blanks, hyphens and line
// ends. "and" may stand between them.
func inEnglish(text string, i int) (figure, int) {
	var words []string
	end, power := i, false
	for at := i; at < len(text) && len(words) < longestAmount; {
		word, after := englishWord(text, at)
		_, small := englishNumbers[word]
		_, large := englishPowers[word]
		switch {
		case small || large:
			words, end, power = append(words, word), after, power || large
		case word != "and" || len(words) == 0:
			at = len(text)
			continue
		}
		at = after
		for at < len(text) && strings.IndexByte(" \n-", text[at]) >= 0 {
			at++
		}
		if at == after {
			break
		}
	}
	if !power {
		return figure{}, 0
	}
	return figure{englishWords, strings.Join(words, ""), strings.Join(words, " "), i}, end
}

// englishWord returns the word at a place in small letters, or "" if it is too
// long to be one of a number.
func englishWord(text string, at int) (word string, end int) {
	end = at
	for end < len(text) && isLetter(text[end]) {
		end++
	}
	if end == at || end-at > longestWord || end < len(text) && text[end] >= utf8.RuneSelf {
		return "", end
	}
	return strings.ToLower(text[at:end]), end
}

// fromEnglish returns the whole number that words say. Words that say none, and
// numbers beyond those of amounts, are not ok.
func fromEnglish(words string) (n int64, ok bool) {
	var part int64 // below the next power from a thousand on
	for _, word := range strings.Fields(words) {
		small, isSmall := englishNumbers[word]
		large := englishPowers[word]
		switch {
		case isSmall:
			part += small
		case large == 100 && part < 100:
			part *= large
		case large > 0 && part < 1000:
			n, part = n+part*large, 0
		default:
			return 0, false
		}
		if part > money.MaxMinor || n > money.MaxMinor {
			return 0, false
		}
	}
	return n + part, true
}

// fromKorean returns the whole number that Korean numerals say: 구억육천만 is
// 960,000,000. A power without a number before it counts once.
func fromKorean(words string) (n int64, ok bool) {
	var part, digit int64 // below the next 만; before the next power
	powers := map[rune]int64{'십': 10, '백': 100, '천': 1_000, '만': 10_000, '억': 100_000_000, '조': 1_000_000_000_000}
	for _, r := range words {
		power := powers[r]
		at := strings.IndexRune(koreanDigits, r)
		switch {
		case at >= 0:
			digit = int64(at / utf8.RuneLen('영'))
		case power >= 10_000:
			n, part, digit = n+max(part+digit, 1)*power, 0, 0
		case power > 0:
			part, digit = part+max(digit, 1)*power, 0
		default:
			return 0, false
		}
		if n > money.MaxMinor {
			return 0, false
		}
	}
	return n + part + digit, true
}
