package money

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestParseAmount(t *testing.T) {
	tests := []struct {
		text, code string
		minor      int64
	}{
		{"231884.06", "USD", 23188406},
		{"231,884.06", "USD", 23188406},
		{"82_000_000", "KRW", 82000000},
		{"1,275,000", "KRW", 1275000},
		{"1275000", "KRW", 1275000},
		{"5", "USD", 500},
		{"0.05", "USD", 5},
		{"-0.05", "USD", -5},
		{"-1,000", "KRW", -1000},
		{"0", "KRW", 0},
		{"-0", "KRW", 0},
		{"0.00", "EUR", 0},
		{"1.005", "KWD", 1005},
		{"12", "BHD", 12000},
		{"9007199254740991", "KRW", MaxMinor},
		{"-9,007,199,254,740,991", "KRW", -MaxMinor},
		{"90071992547409.91", "USD", MaxMinor},
	}
	for _, test := range tests {
		a, err := Parse(test.text, currency(t, test.code))
		if err != nil || a.Minor() != test.minor || a.Currency().Code() != test.code {
			t.Errorf("Parse(%q, %s) = %s, %v", test.text, test.code, a, err)
		}
	}
}

func TestParseAmountRefuses(t *testing.T) {
	tests := []struct{ text, code string }{
		{"1.0", "KRW"}, {"1.00", "KRW"}, {"1.5", "USD"}, {"1.505", "USD"}, {"1.00", "KWD"}, {"1.0000", "KWD"},
		{"9007199254740992", "KRW"}, {"90071992547409.92", "USD"}, {"999999999999999999", "USD"}, {"999999999999999999", "KWD"},
		{"1,00", "USD"}, {"1.275.000", "KRW"}, {"8200_0000", "KRW"}, {"1,275,00", "KRW"}, {",275", "KRW"}, {"1,275,", "KRW"},
		{"US$5", "USD"}, {"5 USD", "USD"}, {strings.Repeat("9", 10000), "KRW"}, {"0." + strings.Repeat("0", 10000), "USD"},
	}
	for _, text := range notNumbers {
		tests = append(tests, struct{ text, code string }{text, "USD"})
	}
	for _, test := range tests {
		a, err := Parse(test.text, currency(t, test.code))
		checkBilingual(t, test.text+" "+test.code, err)
		if a != (Amount{}) {
			t.Errorf("%q gave %s", test.text, a)
		}
	}
	_, err := Parse("5", Currency{})
	checkBilingual(t, "no currency", err)
}

func TestAmountErrorsNameTheFault(t *testing.T) {
	tests := []struct{ text, code, en, ko string }{
		{"12.5", "USD",
			`"12.5": amounts in USD have exactly 2 decimals, or none`,
			`"12.5": USD 금액은 소수점 아래 2자리를 모두 쓰거나 아예 쓰지 않습니다`},
		{"12.5", "KRW", `"12.5": amounts in KRW have no decimals`, `"12.5": KRW 금액에는 소수점 아래를 쓰지 않습니다`},
		{"9007199254740992", "KRW",
			"the amount is too large: at most KRW 9,007,199,254,740,991 can be counted",
			"금액이 너무 큽니다. 최대 KRW 9,007,199,254,740,991까지 쓸 수 있습니다"},
		{"12,75,000", "KRW",
			`"12,75,000": a separator belongs before every third digit and nowhere else, as in 1,275,000 or 1_275_000`,
			`"12,75,000": 자릿수 구분 기호는 1,275,000이나 1_275_000처럼 세 자리마다 쓰세요`},
	}
	for _, test := range tests {
		_, err := Parse(test.text, currency(t, test.code))
		if err != (ParseError{EN: test.en, KO: test.ko}) {
			t.Errorf("got %#v", err)
		}
	}
}

func TestAddAndSub(t *testing.T) {
	tests := []struct{ a, b, sum, difference string }{
		{"USD 231884.06", "USD 0.94", "USD 231885.00", "USD 231883.12"},
		{"KRW 5", "KRW -7", "KRW -2", "KRW 12"},
		{"KRW 9007199254740990", "KRW 1", "KRW 9007199254740991", "KRW 9007199254740989"},
		{"KRW 5", "", "KRW 5", "KRW 5"},
		{"", "KRW 5", "KRW 5", "KRW -5"},
		{"", "", "", ""},
	}
	for _, test := range tests {
		a, b := amount(t, test.a), amount(t, test.b)
		if got, err := a.Add(b); err != nil || got != amount(t, test.sum) {
			t.Errorf("%s + %s = %s, %v", a, b, got, err)
		}
		if got, err := a.Sub(b); err != nil || got != amount(t, test.difference) {
			t.Errorf("%s - %s = %s, %v", a, b, got, err)
		}
	}
}

func TestArithmeticRefuses(t *testing.T) {
	most, usd := KRW(MaxMinor), amount(t, "USD 1")
	tests := []struct {
		name string
		do   func() (Amount, error)
	}{
		{"add currencies", func() (Amount, error) { return KRW(1).Add(usd) }},
		{"add currencies of 0", func() (Amount, error) { return KRW(0).Add(usd) }},
		{"subtract currencies", func() (Amount, error) { return usd.Sub(KRW(1)) }},
		{"sum of currencies", func() (Amount, error) { return Sum(KRW(1), KRW(2), usd) }},
		{"too large", func() (Amount, error) { return most.Add(KRW(1)) }},
		{"too small", func() (Amount, error) { return most.Neg().Sub(KRW(1)) }},
		{"sum too large", func() (Amount, error) { return Sum(most, most, most) }},
		{"beyond int64", func() (Amount, error) { return KRW(math.MaxInt64).Add(KRW(math.MaxInt64)) }},
		{"least int64", func() (Amount, error) { return KRW(0).Sub(KRW(math.MinInt64)) }},
		{"large and back", func() (Amount, error) { return KRW(math.MaxInt64).Add(KRW(math.MinInt64)) }},
		{"second too large", func() (Amount, error) { return KRW(-5).Add(KRW(MaxMinor + 3)) }},
	}
	for _, test := range tests {
		got, err := test.do()
		checkBilingual(t, test.name, err)
		if got != (Amount{}) {
			t.Errorf("%s: %s beside an error", test.name, got)
		}
	}
}

func TestSum(t *testing.T) {
	instalment := amount(t, "USD 231884.06")
	total, err := Sum(instalment, instalment, instalment)
	if err != nil || total != amount(t, "USD 695652.18") {
		t.Errorf("%s, %v", total, err)
	}
	if none, err := Sum(); err != nil || none != (Amount{}) {
		t.Errorf("sum of none: %s, %v", none, err)
	}
}

func TestCmp(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"KRW 1", "KRW 2", -1}, {"KRW 2", "KRW 2", 0}, {"USD 0.02", "USD 0.01", 1}, {"KRW -1", "", -1}, {"", "USD 0.00", 0},
	}
	for _, test := range tests {
		if got, err := amount(t, test.a).Cmp(amount(t, test.b)); err != nil || got != test.want {
			t.Errorf("%s against %s: %d, %v", test.a, test.b, got, err)
		}
	}
	_, err := KRW(0).Cmp(amount(t, "USD 0"))
	checkBilingual(t, "currencies", err)
}

func TestAmountPredicates(t *testing.T) {
	if !KRW(0).IsZero() || KRW(1).IsZero() || KRW(0).IsNegative() || !KRW(-1).IsNegative() || KRW(-5).Neg() != KRW(5) {
		t.Error("signs")
	}
	if d := amount(t, "USD 1.50").Decimal(); d.String() != "1.50" {
		t.Errorf("Decimal %s", d)
	}
	if a := New(5, currency(t, "KWD")); a.Minor() != 5 || a.Decimal().String() != "0.005" {
		t.Errorf("New %s", a)
	}
}

func TestExactAndRounded(t *testing.T) {
	tests := []struct{ in, code, rounded string }{
		{"12.5", "USD", "USD 12.50"}, {"12.50", "USD", "USD 12.50"}, {"12", "KRW", "KRW 12"}, {"12.00", "KRW", "KRW 12"},
		{"-0.005", "KWD", "KWD -0.005"},
	}
	for _, test := range tests {
		d, c, want := dec(t, test.in), currency(t, test.code), amount(t, test.rounded)
		if got, err := Exact(d, c); err != nil || got != want {
			t.Errorf("Exact %s: %s, %v", d, got, err)
		}
		if got, err := Rounded(d, c); err != nil || got != want {
			t.Errorf("Rounded %s: %s, %v", d, got, err)
		}
	}
	inexact := []struct{ in, code, rounded string }{
		{"0.5", "KRW", "KRW 1"}, {"-0.5", "KRW", "KRW -1"}, {"2.345", "USD", "USD 2.35"}, {"2.3449999", "USD", "USD 2.34"},
	}
	for _, test := range inexact {
		d, c := dec(t, test.in), currency(t, test.code)
		_, err := Exact(d, c)
		checkBilingual(t, test.in, err)
		if got, err := Rounded(d, c); err != nil || got != amount(t, test.rounded) {
			t.Errorf("Rounded %s: %s, %v", d, got, err)
		}
	}
	_, err := Exact(dec(t, "999999999999999999"), Won())
	checkBilingual(t, "Exact of too much", err)
	_, err = Rounded(dec(t, "9007199254740991.5"), Won())
	checkBilingual(t, "Rounded to too much", err)
}

func TestAmountJSON(t *testing.T) {
	in := []Amount{amount(t, "USD 231884.06"), KRW(-960000000), {}}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `["USD 231,884.06","KRW -960,000,000",""]` {
		t.Fatalf("%s, %v", text, err)
	}
	var out []Amount
	if err := json.Unmarshal(text, &out); err != nil || len(out) != 3 || out[0] != in[0] || out[1] != in[1] || out[2] != in[2] {
		t.Errorf("%v, %v", out, err)
	}
}

func TestAmountUnmarshalRefuses(t *testing.T) {
	for _, text := range []string{"5", "USD", "USD ", "USD5", "5 USD", "usd 5", "USD  5", "USD 5 ", "USD 1.5"} {
		a := KRW(7)
		checkBilingual(t, text, a.UnmarshalText([]byte(text)))
		if a != KRW(7) {
			t.Errorf("%q: a failed read left %s", text, a)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range append([]string{"231884.06", "82_000_000", "1,275,000", "-5", "9007199254740992"}, notNumbers...) {
		f.Add(text, "USD")
		f.Add(text, "KRW")
		f.Add(text, "KWD")
	}
	f.Fuzz(func(t *testing.T, text, code string) {
		c, err := ParseCurrency(code)
		if err != nil {
			return
		}
		a, err := Parse(text, c)
		if err != nil {
			checkBilingual(t, text, err)
			return
		}
		again, err := Parse(a.Plain(), c)
		if err != nil || again != a || magnitude(a.Minor()) > MaxMinor {
			t.Errorf("%q is %s, read again %s, %v", text, a, again, err)
		}
	})
}
