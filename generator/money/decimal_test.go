package money

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestParseDecimal(t *testing.T) {
	tests := []struct{ in, text, plain, value string }{
		{"0", "0", "0", "0"},
		{"-0.00", "0.00", "0.00", "0"},
		{"1380.00", "1380.00", "1,380.00", "1380"},
		{"8.9000", "8.9000", "8.9000", "8.9"},
		{"-12.5", "-12.5", "-12.5", "-12.5"},
		{"82_000_000", "82000000", "82,000,000", "82000000"},
		{"1_000.50", "1000.50", "1,000.50", "1000.5"},
		{"-1234567", "-1234567", "-1,234,567", "-1234567"},
		{"999999999999999999", "999999999999999999", "999,999,999,999,999,999", "999999999999999999"},
		{"0.000000000000000001", "0.000000000000000001", "0.000000000000000001", "0.000000000000000001"},
		{"100", "100", "100", "100"},
	}
	for _, test := range tests {
		d, err := ParseDecimal(test.in)
		if err != nil || d.String() != test.text || d.Plain() != test.plain || d.Value() != test.value {
			t.Errorf("%q: %q %q %q, %v", test.in, d.String(), d.Plain(), d.Value(), err)
		}
	}
}

var notNumbers = []string{
	"", "-", ".", "-.", ".5", "5.", "1e5", "1E5", "1e-5", "1.5e3", "e", "+5", "--5", "5-", "1 000", " 1", "1 ", "1.2.3",
	"01", "-007", "00", "00.5", "1__000", "_1", "1_", "1_00", "10_00", "1000_000", "1_0000", "1.000_000", "0x10", "0b1",
	"NaN", "Inf", "-inf", "five", "１２", "٣", "1\x00", "−5", "5원", "$5", "5%", "1/2", "1_000,000", "1,000_000",
	"1000000000000000000", "0.0000000000000000001", "123456789.1234567891",
}

func TestParseDecimalRefuses(t *testing.T) {
	for _, text := range append([]string{"1,380.00", "8,9", "1,275,000"}, notNumbers...) {
		d, err := ParseDecimal(text)
		checkBilingual(t, text, err)
		if !d.IsZero() {
			t.Errorf("%q gave %s", text, d)
		}
	}
}

func TestDecimalErrorsNameTheFault(t *testing.T) {
	tests := map[string]string{
		"":                      "the number is missing",
		"1e5":                   `"1e5" is not a plain number: write it out with digits, without an exponent, as in 231884.06`,
		"1,380.00":              `"1,380.00": write no commas in this number; decimals follow a point, as in 1380.00, and thousands may be set off as in 1_275_000`,
		"007":                   `"007": write the number without a zero in front`,
		"five":                  `"five" is not a number: write digits only, as in 1275000 or 231884.06`,
		"0.1234567890123456789": `"0.1234567890123456789" has too many digits: at most 18 are read`,
	}
	for text, want := range tests {
		if _, err := ParseDecimal(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestDecimalArithmetic(t *testing.T) {
	a, b := dec(t, "2.40"), dec(t, "-0.1")
	tests := map[string]string{
		a.Add(b).String(): "2.30",
		a.Sub(b).String(): "2.50",
		a.Mul(b).String(): "-0.240",
	}
	for got, want := range tests {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if s := a.String() + " " + b.String(); s != "2.40 -0.1" {
		t.Errorf("arithmetic changed its operands: %s", s)
	}
}

func TestDecimalPredicates(t *testing.T) {
	tests := []struct {
		in                           string
		zero, positive, neg, integer bool
	}{
		{"0", true, false, false, true},
		{"0.00", true, false, false, true},
		{"3.000", false, true, false, true},
		{"-0.5", false, false, true, false},
		{"-4", false, false, true, true},
	}
	for _, test := range tests {
		d := dec(t, test.in)
		if d.IsZero() != test.zero || d.IsPositive() != test.positive || d.IsNegative() != test.neg || d.IsInteger() != test.integer {
			t.Errorf("%s: %v %v %v %v", d, d.IsZero(), d.IsPositive(), d.IsNegative(), d.IsInteger())
		}
	}
	if !dec(t, "60").Equal(dec(t, "60.00")) || dec(t, "60").Cmp(dec(t, "60.00")) != 0 ||
		dec(t, "-1").Cmp(dec(t, "0.1")) != -1 || dec(t, "0.10").Cmp(dec(t, "0.09")) != 1 {
		t.Error("comparison")
	}
}

func TestDecimalZeroValue(t *testing.T) {
	var d Decimal
	if !d.IsZero() || d.String() != "0" || d.Value() != "0" || d.Plain() != "0" || !d.IsInteger() ||
		!d.Equal(NewDecimal(0)) || d.Add(NewDecimal(2)).String() != "2" || d.Mul(NewDecimal(2)).String() != "0" {
		t.Errorf("zero value %s", d)
	}
}

func TestDecimalInt64(t *testing.T) {
	tests := []struct {
		d    Decimal
		want int64
		ok   bool
	}{
		{dec(t, "12.00"), 12, true},
		{dec(t, "-3"), -3, true},
		{dec(t, "2.4"), 0, false},
		{NewDecimal(math.MaxInt64), math.MaxInt64, true},
		{NewDecimal(math.MinInt64), math.MinInt64, true},
	}
	for _, test := range tests {
		if got, ok := test.d.Int64(); got != test.want || ok != test.ok {
			t.Errorf("%s: %d, %v", test.d, got, ok)
		}
	}
	if _, ok := NewDecimal(math.MaxInt64).Add(NewDecimal(1)).Int64(); ok {
		t.Error("a number beyond int64 passed")
	}
}

func TestStringFixed(t *testing.T) {
	tests := []struct {
		in     string
		places int
		want   string
	}{
		{"1380", 2, "1380.00"}, {"2.345", 2, "2.35"}, {"-2.345", 2, "-2.35"}, {"2.344", 2, "2.34"},
		{"0.5", 0, "1"}, {"-0.4", 0, "0"}, {"-0.001", 2, "0.00"},
	}
	for _, test := range tests {
		if got := dec(t, test.in).StringFixed(test.places); got != test.want {
			t.Errorf("%s to %d: %s, want %s", test.in, test.places, got, test.want)
		}
	}
}

func TestDecimalJSON(t *testing.T) {
	in := map[string]Decimal{"rate": dec(t, "1380.00")}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `{"rate":"1380.00"}` {
		t.Fatalf("%s, %v", text, err)
	}
	var out map[string]Decimal
	if err := json.Unmarshal(text, &out); err != nil || out["rate"].String() != "1380.00" {
		t.Errorf("%v, %v", out, err)
	}
	d := dec(t, "5")
	if err := d.UnmarshalText([]byte("x")); err == nil || d.String() != "5" {
		t.Errorf("a failed read left %s, %v", d, err)
	}
}

func TestDecimalAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a, b := randomDecimal(t, random), randomDecimal(t, random)
		x, y := rational(t, a), rational(t, b)
		checkSame(t, a.Add(b), new(big.Rat).Add(x, y))
		checkSame(t, a.Sub(b), new(big.Rat).Sub(x, y))
		checkSame(t, a.Mul(b), new(big.Rat).Mul(x, y))
		if a.Cmp(b) != x.Cmp(y) || a.IsInteger() != x.IsInt() {
			t.Fatalf("%s and %s", a, b)
		}
	}
}

func checkSame(t *testing.T, got Decimal, want *big.Rat) {
	t.Helper()
	if rational(t, got).Cmp(want) != 0 {
		t.Fatalf("got %s, want %s", got, want)
	}
}

func rational(t testing.TB, d Decimal) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		t.Fatalf("%q is not a number", d)
	}
	return r
}

// randomDecimal returns a number of up to 12 digits with up to 4 decimals.
func randomDecimal(t testing.TB, random *rand.Rand) Decimal {
	t.Helper()
	n := NewDecimal(random.Int64N(2_000_000_000_000) - 1_000_000_000_000)
	steps := []string{"1", "0.1", "0.01", "0.001", "0.0001"}
	return n.Mul(dec(t, steps[random.IntN(len(steps))]))
}

func FuzzParseDecimal(f *testing.F) {
	for _, seed := range append([]string{"1380.00", "82_000_000", "-0.5", "1,380.00"}, notNumbers...) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDecimal(text)
		if err != nil {
			checkBilingual(t, text, err)
			return
		}
		again, err := ParseDecimal(d.String())
		if err != nil || !again.Equal(d) || again.String() != d.String() {
			t.Errorf("%q is %s, read again %s, %v", text, d, again, err)
		}
		if len(d.Value()) > maxDigits+3 {
			t.Errorf("%q is as long as %s", text, d)
		}
	})
}
