package money

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestEnglishNumber(t *testing.T) {
	tests := map[int64]string{
		0:                 "zero",
		1:                 "one",
		10:                "ten",
		13:                "thirteen",
		19:                "nineteen",
		20:                "twenty",
		21:                "twenty-one",
		30:                "thirty",
		99:                "ninety-nine",
		100:               "one hundred",
		101:               "one hundred one",
		115:               "one hundred fifteen",
		123:               "one hundred twenty-three",
		1000:              "one thousand",
		1001:              "one thousand one",
		12_000_045:        "twelve million forty-five",
		1_600_000_000:     "one billion six hundred million",
		2_000_000_000_001: "two trillion one",
		-7:                "minus seven",
		math.MaxInt64: "nine quintillion two hundred twenty-three quadrillion three hundred seventy-two trillion " +
			"thirty-six billion eight hundred fifty-four million seven hundred seventy-five thousand eight hundred seven",
	}
	for n, want := range tests {
		if got := EnglishNumber(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestKoreanNumber(t *testing.T) {
	tests := map[int64]string{
		0:                 "영",
		1:                 "일",
		10:                "일십",
		11:                "일십일",
		100:               "일백",
		1110:              "일천일백일십",
		10_000:            "일만",
		11_000:            "일만일천",
		100_000:           "일십만",
		1_000_000:         "일백만",
		1_200_000:         "일백이십만",
		10_000_000:        "일천만",
		100_000_000:       "일억",
		960_000_000:       "구억육천만",
		1_600_000_000:     "일십육억",
		1_600_000_001:     "일십육억일",
		1_066_666_667:     "일십억육천육백육십육만육천육백육십칠",
		1_000_000_010_000: "일조일만",
		-5:                "마이너스오",
		math.MaxInt64:     "구백이십이경삼천삼백칠십이조삼백육십팔억오천사백칠십칠만오천팔백칠",
	}
	for n, want := range tests {
		if got := KoreanNumber(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestWordsReadBack(t *testing.T) {
	check := func(n int64) {
		t.Helper()
		want := big.NewInt(n)
		if got := readEnglish(t, EnglishNumber(n)); got.Cmp(want) != 0 {
			t.Fatalf("%d is %q, which is %s", n, EnglishNumber(n), got)
		}
		if got := readKorean(t, KoreanNumber(n)); got.Cmp(want) != 0 {
			t.Fatalf("%d is %q, which is %s", n, KoreanNumber(n), got)
		}
	}
	for n := range int64(20_000) {
		check(n)
	}
	for power := int64(1); power <= math.MaxInt64/10; power *= 10 {
		check(power)
		check(power - 1)
		check(power + 1)
		check(-power)
	}
	check(math.MaxInt64)
	check(math.MinInt64)
	random := rand.New(rand.NewPCG(9, 10))
	for range 5000 {
		check(random.Int64() >> random.IntN(63))
	}
}

// readEnglish adds up the words of a number, from a vocabulary of its own.
func readEnglish(t *testing.T, text string) *big.Int {
	t.Helper()
	small := map[string]int64{}
	for i, word := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen " +
		"fourteen fifteen sixteen seventeen eighteen nineteen") {
		small[word] = int64(i)
	}
	for i, word := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		small[word] = int64(10 * (i + 2))
	}
	scales := map[string]string{
		"thousand": "1000", "million": "1000000", "billion": "1000000000", "trillion": "1000000000000",
		"quadrillion": "1000000000000000", "quintillion": "1000000000000000000",
	}
	text, negative := strings.CutPrefix(text, "minus ")
	total, part := new(big.Int), int64(0)
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' }) {
		value, isSmall := small[word]
		scale, isScale := scales[word]
		switch {
		case isSmall:
			part += value
		case word == "hundred":
			part *= 100
		case isScale:
			factor, _ := new(big.Int).SetString(scale, 10)
			total.Add(total, factor.Mul(factor, big.NewInt(part)))
			part = 0
		default:
			t.Fatalf("%q is no word of a number", word)
		}
	}
	total.Add(total, big.NewInt(part))
	if negative {
		total.Neg(total)
	}
	return total
}

// readKorean adds up the syllables of a number in which every 일 is kept.
func readKorean(t *testing.T, text string) *big.Int {
	t.Helper()
	figures := map[rune]int64{'영': 0, '일': 1, '이': 2, '삼': 3, '사': 4, '오': 5, '육': 6, '칠': 7, '팔': 8, '구': 9}
	places := map[rune]int64{'십': 10, '백': 100, '천': 1000}
	scales := map[rune]int64{'만': 1e4, '억': 1e8, '조': 1e12, '경': 1e16}
	text, negative := strings.CutPrefix(text, "마이너스")
	total, part, figure := new(big.Int), int64(0), int64(-1)
	for _, syllable := range text {
		if value, ok := figures[syllable]; ok {
			if figure >= 0 {
				t.Fatalf("two figures in a row in %q", text)
			}
			figure = value
			continue
		}
		if place, ok := places[syllable]; ok {
			if figure < 1 {
				t.Fatalf("a place without a figure in %q", text)
			}
			part += figure * place
			figure = -1
			continue
		}
		scale, ok := scales[syllable]
		if !ok {
			t.Fatalf("%q is no syllable of a number", syllable)
		}
		part += max(figure, 0)
		total.Add(total, new(big.Int).Mul(big.NewInt(part), big.NewInt(scale)))
		part, figure = 0, -1
	}
	total.Add(total, big.NewInt(part+max(figure, 0)))
	if negative {
		total.Neg(total)
	}
	return total
}
