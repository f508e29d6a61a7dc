package money

import (
	"math"
	"testing"
)

func TestAmountForms(t *testing.T) {
	tests := []struct{ in, english, korean, plain, code, value string }{
		{"KRW 960000000", "KRW 960,000,000", "960,000,000원", "960,000,000", "KRW 960,000,000", "KRW 960000000"},
		{"USD 231884.06", "US$231,884.06", "미화 231,884.06달러(USD 231,884.06)", "231,884.06", "USD 231,884.06", "USD 23188406"},
		{"JPY 16853933", "JPY 16,853,933", "일본화 16,853,933엔(JPY 16,853,933)", "16,853,933", "JPY 16,853,933", "JPY 16853933"},
		{"CAD 118811.88", "CAD 118,811.88", "캐나다화 118,811.88달러(CAD 118,811.88)", "118,811.88", "CAD 118,811.88", "CAD 11881188"},
		{"EUR 1", "EUR 1.00", "유로화 1.00유로(EUR 1.00)", "1.00", "EUR 1.00", "EUR 100"},
		{"CHF 1000", "CHF 1,000.00", "CHF 1,000.00", "1,000.00", "CHF 1,000.00", "CHF 100000"},
		{"KWD 0.005", "KWD 0.005", "KWD 0.005", "0.005", "KWD 0.005", "KWD 5"},
		{"KRW 0", "KRW 0", "0원", "0", "KRW 0", "KRW 0"},
		{"USD 0.05", "US$0.05", "미화 0.05달러(USD 0.05)", "0.05", "USD 0.05", "USD 5"},
		{"KRW -1000", "KRW -1,000", "-1,000원", "-1,000", "KRW -1,000", "KRW -1000"},
		{"USD -0.05", "-US$0.05", "미화 -0.05달러(USD -0.05)", "-0.05", "USD -0.05", "USD -5"},
		{"KRW 999", "KRW 999", "999원", "999", "KRW 999", "KRW 999"},
		{"", "0", "0", "0", "0", "0"},
	}
	for _, test := range tests {
		a := amount(t, test.in)
		if a.English() != test.english || a.Korean() != test.korean || a.Plain() != test.plain ||
			a.Code() != test.code || a.String() != test.code || a.Value() != test.value {
			t.Errorf("%s: %q %q %q %q %q", test.in, a.English(), a.Korean(), a.Plain(), a.Code(), a.Value())
		}
	}
	least := New(math.MinInt64, currency(t, "USD"))
	if got := least.English(); got != "-US$92,233,720,368,547,758.08" {
		t.Errorf("least int64: %s", got)
	}
}

func TestKoreanFormal(t *testing.T) {
	tests := map[string]string{
		"KRW 960000000":  "금960,000,000원(금구억육천만원)",
		"KRW 1600000000": "금1,600,000,000원(금일십육억원)",
		"KRW 1600000001": "금1,600,000,001원(금일십육억일원)",
		"KRW 1200000":    "금1,200,000원(금일백이십만원)",
		"KRW 1000000":    "금1,000,000원(금일백만원)",
		"KRW 10000":      "금10,000원(금일만원)",
		"KRW 0":          "금0원(금영원)",
		"KRW -1000":      "금-1,000원(금마이너스일천원)",
		"USD 231884.06":  "미화 금231,884.06달러(미화 금이십삼만일천팔백팔십사달러육센트)",
		"USD 10":         "미화 금10.00달러(미화 금일십달러)",
		"USD 0.50":       "미화 금0.50달러(미화 금영달러오십센트)",
		"GBP 3.07":       "영국화 금3.07파운드(영국화 금삼파운드칠펜스)",
		"BRL 10.05":      "브라질화 금10.05헤알(브라질화 금일십점영오헤알)",
		"BRL 240000":     "브라질화 금240,000.00헤알(브라질화 금이십사만헤알)",
		"JPY 16853933":   "일본화 금16,853,933엔(일본화 금일천육백팔십오만삼천구백삼십삼엔)",
		"CHF 1000":       "CHF 1,000.00",
	}
	for in, want := range tests {
		if got := amount(t, in).KoreanFormal(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestEnglishWords(t *testing.T) {
	tests := map[string]string{
		"KRW 960000000": "nine hundred sixty million Korean won",
		"KRW 1":         "one Korean won",
		"KRW 0":         "zero Korean won",
		"USD 231884.06": "two hundred thirty-one thousand eight hundred eighty-four and 06/100 US dollars",
		"USD 1":         "one and 00/100 US dollars",
		"USD 1.01":      "one and 01/100 US dollars",
		"USD -1":        "minus one and 00/100 US dollars",
		"USD 0.50":      "zero and 50/100 US dollars",
		"BRL 240000":    "two hundred forty thousand and 00/100 Brazilian reais",
		"KWD 2.060":     "two and 060/1000 Kuwaiti dinars",
		"JPY 16853933":  "sixteen million eight hundred fifty-three thousand nine hundred thirty-three Japanese yen",
		"XAF 1":         "one Central African CFA franc",
		"XAF 2":         "two Central African CFA francs",
		"GBP 2":         "two and 00/100 pounds sterling",
		"":              "zero",
	}
	for in, want := range tests {
		if got := amount(t, in).EnglishWords(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestApproximate(t *testing.T) {
	tests := []struct{ in, english, korean string }{
		{"USD 695652.18", "approximately US$695,652", "미화 약 695,652달러"},
		{"USD 695652.50", "approximately US$695,653", "미화 약 695,653달러"},
		{"USD 695652.49", "approximately US$695,652", "미화 약 695,652달러"},
		{"USD 0.49", "approximately US$0", "미화 약 0달러"},
		{"USD -0.49", "approximately US$0", "미화 약 0달러"},
		{"USD -1.50", "approximately -US$2", "미화 약 -2달러"},
		{"KRW 960000000", "approximately KRW 960,000,000", "약 960,000,000원"},
		{"CHF 999.50", "approximately CHF 1,000", "약 CHF 1,000"},
		{"KWD 1.500", "approximately KWD 2", "약 KWD 2"},
	}
	for _, test := range tests {
		a := amount(t, test.in)
		if a.ApproximateEnglish() != test.english || a.ApproximateKorean() != test.korean {
			t.Errorf("%s: %q %q", test.in, a.ApproximateEnglish(), a.ApproximateKorean())
		}
	}
}

func TestThousand(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"KRW 960000000", "960,000", true},
		{"KRW 1000", "1", true},
		{"KRW 0", "0", true},
		{"KRW -2000", "-2", true},
		{"KRW 1066666667", "", false},
		{"KRW 999", "", false},
		{"USD 5000", "5", true},
		{"USD 5000.01", "", false},
	}
	for _, test := range tests {
		if got, ok := amount(t, test.in).Thousand(); got != test.want || ok != test.ok {
			t.Errorf("%s: %q, %v", test.in, got, ok)
		}
	}
}

func BenchmarkForms(b *testing.B) {
	a := New(23188406, currency(b, "USD"))
	for b.Loop() {
		if a.English() == "" || a.KoreanFormal() == "" || a.EnglishWords() == "" {
			b.Fatal("empty")
		}
	}
}
