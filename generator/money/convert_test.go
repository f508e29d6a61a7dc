package money

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestConvert(t *testing.T) {
	tests := []struct {
		won        int64
		rate, want string
	}{
		{320_000_000, "1380.00", "USD 231884.06"},
		{960_000_000, "1380.00", "USD 695652.17"},
		{150_000_000, "8.9000", "JPY 16853933"},
		{60_000_000, "250", "BRL 240000.00"},
		{120_000_000, "1010.00", "CAD 118811.88"},
		{0, "1380", "USD 0.00"},
		{-320_000_000, "1380.00", "USD -231884.06"},
		{5, "10", "JPY 1"}, // 0.5
		{-5, "10", "JPY -1"},
		{4, "10", "JPY 0"},
		{1, "200", "USD 0.01"}, // 0.005
		{1, "200.01", "USD 0.00"},
		{MaxMinor, "1", "KRW 9007199254740991"},
	}
	euros, err := Convert(amount(t, "EUR 320000.50"), dec(t, "0.9217"), currency(t, "USD"))
	if err != nil || euros != amount(t, "USD 347185.09") { // 347,185.093848…
		t.Errorf("from euros: %s, %v", euros, err)
	}
	back, err := ConvertBack(euros, dec(t, "0.9217"), currency(t, "EUR"))
	if err != nil || back != amount(t, "EUR 320000.50") { // 320,000.497453
		t.Errorf("back to euros: %s, %v", back, err)
	}
	for _, test := range tests {
		want := amount(t, test.want)
		got, err := Convert(KRW(test.won), dec(t, test.rate), want.Currency())
		if err != nil || got != want {
			t.Errorf("%d at %s: %s, %v, want %s", test.won, test.rate, got, err, want)
		}
	}
}

func TestConvertBack(t *testing.T) {
	tests := []struct {
		foreign, rate string
		want          int64
	}{
		{"USD 231884.06", "1380.00", 320_000_003},
		{"BRL 240000.00", "250", 60_000_000},
		{"JPY 16853933", "8.9000", 150_000_004},
		{"USD 0.01", "50", 1}, // 0.5
		{"USD -0.01", "50", -1},
		{"USD 0.01", "49.99", 0},
	}
	for _, test := range tests {
		got, err := ConvertBack(amount(t, test.foreign), dec(t, test.rate), Won())
		if err != nil || got != KRW(test.want) {
			t.Errorf("%s at %s: %s, %v", test.foreign, test.rate, got, err)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	usd, rate := currency(t, "USD"), dec(t, "1380")
	tests := []struct {
		name string
		do   func() (Amount, error)
	}{
		{"to nothing", func() (Amount, error) { return Convert(KRW(1), rate, Currency{}) }},
		{"rate 0", func() (Amount, error) { return Convert(KRW(1), Decimal{}, usd) }},
		{"negative rate", func() (Amount, error) { return Convert(KRW(1), dec(t, "-1"), usd) }},
		{"result too large", func() (Amount, error) { return Convert(KRW(MaxMinor), dec(t, "0.000000000000000001"), usd) }},
		{"back at rate 0", func() (Amount, error) { return ConvertBack(amount(t, "USD 1"), Decimal{}, Won()) }},
		{"back to nothing", func() (Amount, error) { return ConvertBack(amount(t, "USD 1"), rate, Currency{}) }},
		{"back too large", func() (Amount, error) { return ConvertBack(New(MaxMinor, usd), dec(t, "999999999999999999"), Won()) }},
		{"times too large", func() (Amount, error) { return Times(dec(t, "999999999999999999"), New(MaxMinor, usd)) }},
	}
	for _, test := range tests {
		got, err := test.do()
		checkBilingual(t, test.name, err)
		if got != (Amount{}) {
			t.Errorf("%s: %s beside an error", test.name, got)
		}
	}
}

func TestConvertTheZeroAmount(t *testing.T) {
	usd := currency(t, "USD")
	if got, err := Convert(Amount{}, dec(t, "1380"), usd); err != nil || got != New(0, usd) {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := ConvertBack(Amount{}, dec(t, "1380"), Won()); err != nil || got != KRW(0) {
		t.Errorf("back: %s, %v", got, err)
	}
}

func TestTimes(t *testing.T) {
	tests := []struct{ quantity, price, want string }{
		{"3", "USD 19.99", "USD 59.97"},
		{"2.4", "USD 333.33", "USD 799.99"}, // 799.992
		{"0.5", "KRW 1", "KRW 1"},
		{"0.5", "KRW -1", "KRW -1"},
		{"0", "KRW 5", "KRW 0"},
		{"1.5", "KWD 0.001", "KWD 0.002"},
	}
	for _, test := range tests {
		got, err := Times(dec(t, test.quantity), amount(t, test.price))
		if err != nil || got != amount(t, test.want) {
			t.Errorf("%s times %s: %s, %v", test.quantity, test.price, got, err)
		}
	}
}

// A quantity times a price times a rate is rounded once, as its workbook formula
// does, and not on the way.
func TestLineIsRoundedOnce(t *testing.T) {
	quantity, price, rate := dec(t, "2.4"), dec(t, "333.33"), dec(t, "1380.00")
	once, err := Rounded(quantity.Mul(price).Mul(rate), Won())
	if err != nil || once != KRW(1_103_989) {
		t.Errorf("once: %s, %v", once, err)
	}
	line, _ := Times(quantity, amount(t, "USD 333.33"))
	if twice, err := ConvertBack(line, rate, Won()); err != nil || twice != KRW(1_103_986) {
		t.Errorf("twice: %s, %v", twice, err)
	}
}

func TestConvertAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	targets := []Currency{currency(t, "USD"), currency(t, "JPY"), currency(t, "KWD"), currency(t, "BRL")}
	for range 5000 {
		won := KRW(random.Int64N(20_000_000_001) - 10_000_000_000)
		rate := NewDecimal(1 + random.Int64N(20_000_000)).Mul(dec(t, "0.0001"))
		target := targets[random.IntN(len(targets))]
		scale := new(big.Rat).SetInt64(int64(target.scale()))

		exact := new(big.Rat).Quo(new(big.Rat).SetInt64(won.Minor()), rational(t, rate))
		got, err := Convert(won, rate, target)
		if want := roundHalfAway(exact.Mul(exact, scale)); err != nil || got.Minor() != want {
			t.Fatalf("%s at %s: %s, %v, want %d", won, rate, got, err, want)
		}

		foreign := New(random.Int64N(2_000_000_001)-1_000_000_000, target)
		exact = new(big.Rat).Quo(new(big.Rat).SetInt64(foreign.Minor()), scale)
		got, err = ConvertBack(foreign, rate, Won())
		if want := roundHalfAway(exact.Mul(exact, rational(t, rate))); err != nil || got != KRW(want) {
			t.Fatalf("%s at %s: %s, %v, want %d", foreign, rate, got, err, want)
		}
	}
}

// roundHalfAway rounds by another way than the package: through floor(x + 1/2).
func roundHalfAway(exact *big.Rat) int64 {
	plusHalf := new(big.Rat).Abs(exact)
	plusHalf.Add(plusHalf, big.NewRat(1, 2))
	rounded := new(big.Int).Div(plusHalf.Num(), plusHalf.Denom()).Int64()
	if exact.Sign() < 0 {
		return -rounded
	}
	return rounded
}

func BenchmarkConvert(b *testing.B) {
	rate, usd := dec(b, "1380.00"), currency(b, "USD")
	for b.Loop() {
		if _, err := Convert(KRW(320_000_000), rate, usd); err != nil {
			b.Fatal(err)
		}
	}
}
