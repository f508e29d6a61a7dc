package money

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestPercentForms(t *testing.T) {
	tests := []struct{ in, english, value, fraction string }{
		{"60", "60%", "60 %", "0.6"},
		{"60.00", "60.00%", "60 %", "0.6"},
		{"0", "0%", "0 %", "0"},
		{"21.93", "21.93%", "21.93 %", "0.2193"},
		{"-5.50", "-5.50%", "-5.5 %", "-0.055"},
		{"1500", "1,500%", "1500 %", "15"},
	}
	for _, test := range tests {
		p := percent(t, test.in)
		if p.English() != test.english || p.Korean() != test.english || p.String() != test.english ||
			p.Value() != test.value || p.Fraction().Value() != test.fraction {
			t.Errorf("%s: %q %q %q", test.in, p.English(), p.Value(), p.Fraction())
		}
	}
	if p := (Percent{}); p.English() != "0%" || p.Value() != "0 %" || !p.IsZero() {
		t.Errorf("zero value %s", p)
	}
}

func TestParsePercentRefuses(t *testing.T) {
	for _, text := range append([]string{"60%", "60 %", "%", "100,00", "0.6.0"}, notNumbers...) {
		_, err := ParsePercent(text)
		checkBilingual(t, text, err)
	}
	_, err := ParsePercent("60%")
	want := ParseError{
		EN: `"60%": write the percentage as a number without the % sign`,
		KO: `"60%": % 기호 없이 숫자만 쓰세요`,
	}
	if err != want {
		t.Errorf("got %#v", err)
	}
}

func TestPercentArithmetic(t *testing.T) {
	sum := SumPercent(percent(t, "33.33"), percent(t, "33.33"), percent(t, "33.34"))
	if !sum.Equal(Hundred) || sum.Cmp(Hundred) != 0 || sum.English() != "100.00%" {
		t.Errorf("sum %s", sum)
	}
	if s := SumPercent(percent(t, "0.1"), percent(t, "0.2")); !s.Equal(percent(t, "0.3")) {
		t.Errorf("0.1 + 0.2 = %s", s)
	}
	if d := Hundred.Sub(percent(t, "99.99")); d.Value() != "0.01 %" || d.Cmp(Percent{}) != 1 || d.IsNegative() {
		t.Errorf("difference %s", d)
	}
	if !SumPercent().IsZero() || !percent(t, "60").Equal(NewPercent(dec(t, "60.0"))) || percent(t, "7").Decimal().Value() != "7" {
		t.Error("sum of none, equality, Decimal")
	}
}

func TestPercentOfAmounts(t *testing.T) {
	tests := []struct {
		percent, amount, floor, ceil, round string
	}{
		{"10", "KRW 700000000", "KRW 70000000", "KRW 70000000", "KRW 70000000"},
		{"29", "KRW 100", "KRW 29", "KRW 29", "KRW 29"}, // 28.999… in binary fractions
		{"21.93", "KRW 1234567", "KRW 270740", "KRW 270741", "KRW 270741"},
		{"50", "KRW 5", "KRW 2", "KRW 3", "KRW 3"},
		{"50", "KRW -5", "KRW -3", "KRW -2", "KRW -3"},
		{"33.33", "USD 0.01", "USD 0.00", "USD 0.01", "USD 0.00"},
		{"40", "KRW 850000000", "KRW 340000000", "KRW 340000000", "KRW 340000000"},
		{"0", "KRW 5", "KRW 0", "KRW 0", "KRW 0"},
		{"100", "KRW 9007199254740991", "KRW 9007199254740991", "KRW 9007199254740991", "KRW 9007199254740991"},
		{"999999999999999999", "KRW 9007199254740991", "KRW 9007199254740991", "KRW 9007199254740991", "KRW 9007199254740991"},
		{"-200", "KRW 9007199254740991", "KRW -9007199254740991", "KRW -9007199254740991", "KRW -9007199254740991"},
	}
	for _, test := range tests {
		p, a := percent(t, test.percent), amount(t, test.amount)
		if p.FloorOf(a) != amount(t, test.floor) || p.CeilOf(a) != amount(t, test.ceil) || p.RoundOf(a) != amount(t, test.round) {
			t.Errorf("%s of %s: %s, %s, %s", p, a, p.FloorOf(a), p.CeilOf(a), p.RoundOf(a))
		}
	}
}

func TestPercentOfAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		a := KRW(random.Int64N(2_000_000_000_001) - 1_000_000_000_000)
		p := NewPercent(NewDecimal(random.Int64N(20001) - 10000).Mul(dec(t, "0.01")))
		exact := new(big.Rat).Mul(rational(t, p.Decimal()), big.NewRat(a.Minor(), 100))
		floor := new(big.Int).Div(exact.Num(), exact.Denom()).Int64()
		ceil := floor
		if !exact.IsInt() {
			ceil++
		}
		if p.FloorOf(a).Minor() != floor || p.CeilOf(a).Minor() != ceil || p.RoundOf(a).Minor() != roundHalfAway(exact) {
			t.Fatalf("%s of %s: %s, %s, %s", p, a, p.FloorOf(a), p.CeilOf(a), p.RoundOf(a))
		}
	}
}

func TestPercentOfWhole(t *testing.T) {
	tests := []struct {
		part, whole string
		places      int
		want        string
	}{
		{"KRW 320000000", "KRW 1600000000", 2, "20.00%"},
		{"KRW 1", "KRW 3", 2, "33.33%"},
		{"KRW 2", "KRW 3", 1, "66.7%"},
		{"USD 0.01", "USD 8.00", 2, "0.13%"}, // 0.125
		{"KRW -1", "KRW 800", 2, "-0.13%"},
		{"KRW 0", "KRW 3", 0, "0%"},
	}
	for _, test := range tests {
		got, err := PercentOf(amount(t, test.part), amount(t, test.whole), test.places)
		if err != nil || got.English() != test.want {
			t.Errorf("%s of %s: %s, %v", test.part, test.whole, got, err)
		}
	}
	_, err := PercentOf(KRW(1), KRW(0), 2)
	checkBilingual(t, "of nothing", err)
	_, err = PercentOf(KRW(1), amount(t, "USD 1"), 2)
	checkBilingual(t, "of another currency", err)
	if got, err := PercentOf(New(math.MinInt64, Won()), KRW(1), 0); err != nil || got.Value() != "-922337203685477580800 %" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestPercentJSON(t *testing.T) {
	in := []Percent{percent(t, "60.00")}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `["60.00"]` {
		t.Fatalf("%s, %v", text, err)
	}
	var out []Percent
	if err := json.Unmarshal(text, &out); err != nil || out[0].English() != "60.00%" {
		t.Errorf("%v, %v", out, err)
	}
	p := Hundred
	if err := p.UnmarshalText([]byte("all")); err == nil || !p.Equal(Hundred) {
		t.Errorf("a failed read left %s, %v", p, err)
	}
}

func FuzzParsePercent(f *testing.F) {
	for _, seed := range []string{"60", "60.00", "60%", "-5", "1e2", "100,0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePercent(text)
		if err != nil {
			checkBilingual(t, text, err)
			return
		}
		limit := p.FloorOf(KRW(MaxMinor))
		if magnitude(limit.Minor()) > MaxMinor {
			t.Errorf("%q of the largest amount is %s", text, limit)
		}
	})
}
