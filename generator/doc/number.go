package doc

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
)

// scheme is how one language numbers and refers.
type scheme interface {
	heading(kind HeadingKind, n int) string                       // "Article 12", "" if the kind has no number
	title(kind HeadingKind, number string) (before, after string) // what stands around the text of a heading
	clause(article int, path []int) (string, bool)                // "12.2" or "(a)"; false if there is no such number
	reference(s spot) string                                      // "Section 12.2(a)"
	within(reference string, article int) string                  // the same as it is printed inside an article
}

// HeadingNumber returns the number of the nth heading of a kind as references
// print it: Article 12, 제12조.
func HeadingNumber(lang diag.Lang, kind HeadingKind, n int) string {
	return schemeOf(lang).heading(kind, n)
}

func schemeOf(lang diag.Lang) scheme {
	if lang == diag.Korean {
		return koreanScheme{}
	}
	return englishScheme{}
}

type englishScheme struct{}

func (englishScheme) heading(kind HeadingKind, n int) string {
	switch kind {
	case PartHeading:
		return "Part " + strconv.Itoa(n)
	case ArticleHeading:
		return "Article " + strconv.Itoa(n)
	case ExhibitHeading:
		return "Exhibit " + upperLetters(n)
	}
	return ""
}

func (englishScheme) title(_ HeadingKind, number string) (before, after string) {
	return number + ". ", ""
}

func (englishScheme) clause(article int, path []int) (string, bool) {
	n := path[len(path)-1]
	switch len(path) {
	case 1:
		return strconv.Itoa(article) + "." + strconv.Itoa(n), true
	case 2:
		return "(" + strings.ToLower(upperLetters(n)) + ")", true
	case 3:
		return "(" + strings.ToLower(roman(n)) + ")", true
	}
	return "(" + upperLetters(n) + ")", true
}

func (e englishScheme) reference(s spot) string {
	whole := strconv.Itoa(s.number)
	for depth := range s.path {
		number, _ := e.clause(s.number, s.path[:depth+1])
		switch {
		case depth > 0:
			whole += number
		case !s.single:
			whole = number
		}
	}
	if isWhole(s) {
		return e.heading(ArticleHeading, s.number)
	}
	return "Section " + whole
}

// isWhole reports whether a spot is an article itself or its only sub-clause,
// which is printed without a number.
func isWhole(s spot) bool { return len(s.path) == 0 || s.single && len(s.path) == 1 }

// upperLetters returns A to Z, then AA, BB, CC.
func upperLetters(n int) string {
	if n < 1 {
		return "?"
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

// roman returns a number from 1 in Roman numerals.
func roman(n int) string {
	var out strings.Builder
	for _, r := range romanNumerals {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.text)
		}
	}
	return out.String()
}

var romanNumerals = []struct {
	value int
	text  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// within returns a reference as it is: sections carry their article's number.
func (englishScheme) within(reference string, _ int) string { return reference }

type koreanScheme struct{}

// within leaves the article out of a reference to one of its own sub-clauses:
// 제2항, not 제12조제2항 inside Article 12.
func (k koreanScheme) within(reference string, article int) string {
	own := k.heading(ArticleHeading, article)
	if rest, ok := strings.CutPrefix(reference, own); ok && strings.HasPrefix(rest, "제") {
		return rest
	}
	return reference
}

func (koreanScheme) heading(kind HeadingKind, n int) string {
	switch kind {
	case PartHeading:
		return "제" + strconv.Itoa(n) + "장"
	case ArticleHeading:
		return "제" + strconv.Itoa(n) + "조"
	case ExhibitHeading:
		return "별표 " + strconv.Itoa(n)
	}
	return ""
}

func (koreanScheme) title(kind HeadingKind, number string) (before, after string) {
	switch kind {
	case ArticleHeading:
		return number + "(", ")"
	case ExhibitHeading:
		return "[" + number + "] ", ""
	}
	return number + " ", ""
}

// maxCircled is the last number that is written in a circle: ⑳.
const maxCircled = 20

func (koreanScheme) clause(_ int, path []int) (string, bool) {
	n := path[len(path)-1]
	switch len(path) {
	case 1:
		if n < 1 || n > maxCircled {
			return "(" + strconv.Itoa(n) + ")", false
		}
		return string(rune('①' + n - 1)), true
	case 2:
		return strconv.Itoa(n) + ".", true
	case 3:
		letter, ok := mok(n)
		return letter + ".", ok
	}
	return strconv.Itoa(n) + ")", true
}

// mok returns the letter of the nth 목: 가 나 다 … 하, then 거 너 더 … 허, then
// 고, 구, 그, 기.
func mok(n int) (string, bool) {
	consonants := []rune("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
	initials := []rune{0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18} // indices of those among the 19 initials of Unicode
	vowels := []rune{0, 4, 8, 13, 18, 20}                               // ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ among its 21 vowels
	if n < 1 || n > len(consonants)*len(vowels) {
		return strconv.Itoa(n), false
	}
	initial, vowel := initials[(n-1)%len(consonants)], vowels[(n-1)/len(consonants)]
	return string('가' + (initial*21+vowel)*28), true
}

func (k koreanScheme) reference(s spot) string {
	out := k.heading(ArticleHeading, s.number)
	for depth, n := range s.path {
		switch depth {
		case 0:
			if !s.single {
				out += "제" + strconv.Itoa(n) + "항"
			}
		case 1:
			out += "제" + strconv.Itoa(n) + "호"
		case 2:
			letter, _ := mok(n)
			out += letter + "목"
		default:
			out += strconv.Itoa(n) + ")"
		}
	}
	return out
}
