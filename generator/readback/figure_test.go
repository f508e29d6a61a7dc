package readback

import (
	"strings"
	"testing"

	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
)

func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"KRW 960,000,000 (nine hundred sixty million Korean won)": "960,000,000|ninehundredsixtymillion",
		"nine hundred\nsixty mil-lion":                            "ninehundredsixty",
		"금960,000,000원(금구억육천\n만원)을":                               "960,000,000|금구억육천만",
		"미화 금10.05달러(미화 금일십달러오센트)":                                "10.05|금일십.오",
		"금1,000.50헤알(금일천점오영헤알)":                                   "1,000.50|금일천점오영",
		"60.00%, 2.5 and 7%.":                                     "60.00%|2.5|7%",
		"제12조제2항, 2024. 7. 1.부터 30일":                              "12|2|2024|7|1|30",
		"from -5 to (-7%), 02-123, KR1":                           "-5|-7%|02|123|1",
		"1,380.00.":                                               "1,380.00",
		"현금이 송금일부터 지원금 이자 자금 조달":                                  "",
		"thirty (30) days, one and two":                           "30",
		"ten and 05/100 thousand and one US dollars":              "05|100|thousandone",
		"세종대왕 금":                                                  "",
		"":                                                        "",
	} {
		var got []string
		for _, f := range figures(text) {
			got = append(got, f.text)
			if !strings.Contains(text[f.at:], f.text[:1]) {
				t.Errorf("%q: %q does not begin at %d", text, f.text, f.at)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %s", text, got, want)
		}
	}
}

// TestAmountsAreRead writes amounts in every form of package money and reads
// them back; the next amount is told from them.
func TestAmountsAreRead(t *testing.T) {
	for _, code := range []string{"KRW", "USD", "BRL", "JPY", "EUR", "GBP"} {
		currency, err := money.ParseCurrency(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, minor := range []int64{0, 1, 5, 10, 99, 100, 101, 1005, 1_000, 11_000, 23_188_406, 69_565_218, 960_000_000, 1_010_101_010, 100_000_000_000_000, 4_800_000_000} {
			a, next := money.New(minor, currency), money.New(minor+1, currency)
			for _, text := range []string{
				a.English(), a.Korean(), a.KoreanFormal(), a.Code(), a.Plain(), a.English() + " (" + a.EnglishWords() + ")", a.Neg().English(),
			} {
				if !says(text, a, false) {
					t.Errorf("%q is not read as %s", text, a.Code())
				}
				if says(text, next, false) {
					t.Errorf("%q passes for %s", text, next.Code())
				}
			}
			if text := a.ApproximateKorean(); !says(text, a, true) {
				t.Errorf("%q is not read as about %s", text, a.Code())
			}
		}
	}
}

// TestWordsAreCompared: figures that are right beside words that are wrong.
func TestWordsAreCompared(t *testing.T) {
	krw, usd := moneytest.KRW(960_000_000), money.New(1005, must(money.ParseCurrency("USD")))
	for text, a := range map[string]money.Amount{
		"금960,000,000원(금구억육천만일원)":                                   krw,
		"금960,000,000원(금육억구천만원)":                                    krw,
		"KRW 960,000,000 (nine hundred sixteen million Korean won)": krw,
		"US$10.05 (ten thousand and 05/100 US dollars)":             usd,
		"US$10.05 (ten and 06/100 US dollars)":                      usd,
		"미화 금10.05달러(미화 금일십달러육센트)":                                  usd,
		"ten dollars": usd,
		"미화 10.5달러":   usd,
	} {
		if says(text, a, false) {
			t.Errorf("%q passes for %s", text, a.Code())
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
