package money

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestCurrencyTable(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range iso4217 {
		if len(row.code) != 3 || strings.ToUpper(row.code) != row.code || seen[row.code] {
			t.Errorf("code %q", row.code)
		}
		seen[row.code] = true
		if row.english == "" || row.plural() == "" || !hasHangul(row.korean) || row.digits < 0 || row.digits > 3 {
			t.Errorf("%+v", row)
		}
	}
	for code, form := range koreanForms {
		if !seen[code] || form.unit == "" || (form.prefix == "") != (code == "KRW") {
			t.Errorf("Korean form of %s: %+v", code, form)
		}
	}
}

// The currencies whose number of decimals is not 2, as ISO 4217 lists them.
func TestCurrencyDigits(t *testing.T) {
	odd := map[int]string{
		0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
		3: "BHD IQD JOD KWD LYD OMR TND",
	}
	want := map[string]int{}
	for digits, codes := range odd {
		for code := range strings.FieldsSeq(codes) {
			want[code] = digits
		}
	}
	for _, code := range CurrencyCodes() {
		digits, isOdd := want[code]
		if !isOdd {
			digits = 2
		}
		if got := currency(t, code).Digits(); got != digits {
			t.Errorf("%s has %d decimals, want %d", code, got, digits)
		}
	}
	if (Currency{}).Digits() != 0 {
		t.Error("no currency has decimals")
	}
}

func TestCurrencyCodes(t *testing.T) {
	codes := CurrencyCodes()
	if !slices.IsSorted(codes) || len(codes) != len(iso4217) {
		t.Error("codes are not sorted or not all there")
	}
	for code := range strings.FieldsSeq(
		"KRW JPY USD EUR GBP CAD AUD BRL CHF CNY SGD HKD TWD INR SEK DKK NOK ILS MXN VND NZD THB IDR CZK PLN HUF ZAR KWD BHD JOD") {
		if !slices.Contains(codes, code) {
			t.Errorf("%s is missing", code)
		}
	}
}

func TestParseCurrencyRefuses(t *testing.T) {
	for _, code := range []string{"", "usd", "Usd", "US", "USDX", "USD ", " USD", "XXX", "KPW", "$", "원", "ıls", "\x00\x00\x00"} {
		c, err := ParseCurrency(code)
		checkBilingual(t, code, err)
		if !c.IsZero() {
			t.Errorf("%q gave %s", code, c)
		}
	}
	_, err := ParseCurrency("usd")
	if want := `"usd": write the currency in capital letters, USD`; err.Error() != want {
		t.Errorf("got %q", err)
	}
}

func TestCurrencyNames(t *testing.T) {
	tests := []struct{ code, english, plural, korean, prefix, unit string }{
		{"KRW", "Korean won", "Korean won", "원", "", "원"},
		{"USD", "US dollar", "US dollars", "미국 달러", "미화", "달러"},
		{"JPY", "Japanese yen", "Japanese yen", "일본 엔", "일본화", "엔"},
		{"BRL", "Brazilian real", "Brazilian reais", "브라질 헤알", "브라질화", "헤알"},
		{"CHF", "Swiss franc", "Swiss francs", "스위스 프랑", "", ""},
	}
	for _, test := range tests {
		c := currency(t, test.code)
		got := []string{c.Code(), c.English(), c.EnglishPlural(), c.Korean(), c.KoreanPrefix(), c.KoreanUnit()}
		want := []string{test.code, test.english, test.plural, test.korean, test.prefix, test.unit}
		if !slices.Equal(got, want) || c.String() != test.code || c.Value() != test.code {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if none := (Currency{}); none.English()+none.EnglishPlural()+none.Korean()+none.Code() != "" {
		t.Error("no currency has a name")
	}
}

func TestCurrencyUnits(t *testing.T) {
	tests := []struct{ code, unit, units, korean, money string }{
		{"KRW", "won", "won", "원", "원화"},
		{"EUR", "euro", "euros", "유로", "유로화"},
		{"JPY", "yen", "yen", "엔", "일본화"},
		{"USD", "US dollar", "US dollars", "미국 달러", "미화"},
		{"CHF", "Swiss franc", "Swiss francs", "스위스 프랑", "스위스 프랑"},
		{"", "", "", "", ""},
	}
	for _, test := range tests {
		c := Currency{test.code}
		got := []string{c.EnglishUnit(), c.EnglishUnits(), c.KoreanUnits(), c.KoreanMoney()}
		if want := []string{test.unit, test.units, test.korean, test.money}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCurrencyJSON(t *testing.T) {
	in := map[string]Currency{"a": Won(), "b": {}}
	text, err := json.Marshal(in)
	if err != nil || string(text) != `{"a":"KRW","b":""}` {
		t.Fatalf("%s, %v", text, err)
	}
	var out map[string]Currency
	if err := json.Unmarshal(text, &out); err != nil || out["a"] != Won() || !out["b"].IsZero() {
		t.Errorf("%v, %v", out, err)
	}
	c := Won()
	if err := c.UnmarshalText([]byte("EURO")); err == nil || c != Won() {
		t.Errorf("a failed read left %s, %v", c, err)
	}
}

func FuzzParseCurrency(f *testing.F) {
	for _, seed := range []string{"KRW", "usd", "", "ıls", "원화"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		c, err := ParseCurrency(code)
		if err != nil {
			checkBilingual(t, code, err)
		} else if c.Code() != code {
			t.Errorf("%q gave %s", code, c)
		}
	})
}
