package money

import "strings"

var englishSmall = [...]string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}

var englishTens = [...]string{
	"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
}

// englishScales are the powers of a thousand; a uint64 has no more.
var englishScales = [...]string{
	"", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion",
}

// EnglishNumber returns a number in words, US style: one hundred twenty-three.
func EnglishNumber(n int64) string {
	if n < 0 {
		return "minus " + englishMagnitude(magnitude(n))
	}
	return englishMagnitude(uint64(n))
}

func englishMagnitude(n uint64) string {
	if n == 0 {
		return englishSmall[0]
	}
	var groups []string // lowest first
	for scale := 0; n > 0; scale++ {
		if part := n % 1000; part > 0 {
			groups = append(groups, englishBelowThousand(part)+englishScales[scale])
		}
		n /= 1000
	}
	return joinReversed(groups, " ")
}

// englishBelowThousand writes 1 to 999.
func englishBelowThousand(n uint64) string {
	var words []string
	if n >= 100 {
		words = append(words, englishSmall[n/100]+" hundred")
		n %= 100
	}
	switch {
	case n == 0:
	case n < 20:
		words = append(words, englishSmall[n])
	case n%10 == 0:
		words = append(words, englishTens[n/10])
	default:
		words = append(words, englishTens[n/10]+"-"+englishSmall[n%10])
	}
	return strings.Join(words, " ")
}

var (
	koreanFigures = [...]string{"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"}
	koreanPlaces  = [...]string{"", "십", "백", "천"}
	// koreanScales are the powers of ten thousand; a uint64 has no more.
	koreanScales = [...]string{"", "만", "억", "조", "경"}
)

// KoreanNumber returns a number in words without spaces and with every 일 kept,
// as contracts write it: 1,110 is 일천일백일십.
func KoreanNumber(n int64) string {
	if n < 0 {
		return "마이너스" + koreanMagnitude(magnitude(n))
	}
	return koreanMagnitude(uint64(n))
}

func koreanMagnitude(n uint64) string {
	if n == 0 {
		return koreanFigures[0]
	}
	var groups []string // lowest first
	for scale := 0; n > 0; scale++ {
		if part := n % 10000; part > 0 {
			groups = append(groups, koreanBelowMyriad(part)+koreanScales[scale])
		}
		n /= 10000
	}
	return joinReversed(groups, "")
}

// koreanBelowMyriad writes 1 to 9999.
func koreanBelowMyriad(n uint64) string {
	var words []string // lowest first
	for place := 0; n > 0; place++ {
		if figure := n % 10; figure > 0 {
			words = append(words, koreanFigures[figure]+koreanPlaces[place])
		}
		n /= 10
	}
	return joinReversed(words, "")
}

// koreanDigits reads digits one by one, as those after a point are read.
func koreanDigits(digits string) string {
	var out strings.Builder
	for _, digit := range digits {
		out.WriteString(koreanFigures[digit-'0'])
	}
	return out.String()
}

func joinReversed(parts []string, between string) string {
	var out strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		out.WriteString(parts[i])
		if i > 0 {
			out.WriteString(between)
		}
	}
	return out.String()
}
