package money

import (
	"slices"
	"strings"
)

// Currency is a currency of ISO 4217. The zero value is no currency. Currencies
// may be compared with == and used as map keys.
type Currency struct{ code string }

// ParseCurrency looks up a code of three capital letters. Its errors are
// [ParseError] values.
func ParseCurrency(code string) (Currency, error) {
	if _, known := currencies[code]; known {
		return Currency{code}, nil
	}
	if upper := strings.ToUpper(code); len(code) == 3 && upper != code {
		if _, known := currencies[upper]; known {
			return Currency{}, parseError(
				"%s: write the currency in capital letters, %s",
				"%s: 통화 코드는 대문자 %s로 쓰세요", quoted(code), upper)
		}
	}
	return Currency{}, parseError(
		"%s is not a currency: write its code of three letters, as in KRW or USD",
		"%s: 알 수 없는 통화입니다. KRW, USD처럼 세 글자 통화 코드로 쓰세요", quoted(code))
}

// CurrencyCodes returns all codes in alphabetical order.
func CurrencyCodes() []string {
	codes := make([]string, 0, len(iso4217))
	for _, row := range iso4217 {
		codes = append(codes, row.code)
	}
	slices.Sort(codes)
	return codes
}

// MarshalText returns the code, and nothing for no currency.
func (c Currency) MarshalText() ([]byte, error) { return []byte(c.code), nil }

// UnmarshalText looks up a code. An empty text is no currency.
func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Currency{}
		return nil
	}
	parsed, err := ParseCurrency(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}

// IsZero reports whether c is no currency.
func (c Currency) IsZero() bool { return c == Currency{} }

// Code returns the ISO 4217 code, as in KRW.
func (c Currency) Code() string { return c.code }

// String returns the code.
func (c Currency) String() string { return c.code }

// Value returns the form in which documents in different languages are compared.
func (c Currency) Value() string { return c.code }

// Digits returns how many decimals the currency has: 0 for KRW, 2 for USD.
func (c Currency) Digits() int { return currencies[c.code].digits }

// English returns the name of one unit, as in US dollar.
func (c Currency) English() string { return currencies[c.code].english }

// EnglishPlural returns the name of several units, as in US dollars.
func (c Currency) EnglishPlural() string { return currencies[c.code].plural() }

// EnglishUnit returns what amounts are counted in, as in won, euro or US dollar:
// without the country where no other one has a unit of that name.
func (c Currency) EnglishUnit() string {
	if name, known := onlyUnits[c.code]; known {
		return name
	}
	return c.English()
}

// EnglishUnits returns the same in the plural, as in won, euros or US dollars.
func (c Currency) EnglishUnits() string {
	if name, known := onlyUnits[c.code]; known {
		return name
	}
	return c.EnglishPlural()
}

// KoreanUnits returns the same in Korean, as in 원, 유로 or 미국 달러.
func (c Currency) KoreanUnits() string {
	if _, known := onlyUnits[c.code]; known {
		return c.KoreanUnit()
	}
	return c.Korean()
}

// onlyUnits are units whose name only one currency of the table bears, but whose
// full name has the country, too. None of them has a plural.
var onlyUnits = map[string]string{"KRW": "won", "JPY": "yen", "CNY": "yuan", "VND": "dong"}

// KoreanMoney returns the Korean word for money of the currency, as in 원화, 미화
// or 스위스 프랑.
func (c Currency) KoreanMoney() string {
	form, known := koreanForms[c.code]
	switch {
	case !known:
		return c.Korean()
	case form.prefix == "":
		return form.unit + "화"
	}
	return form.prefix
}

// Korean returns the Korean name, as in 미국 달러.
func (c Currency) Korean() string { return currencies[c.code].korean }

// KoreanUnit returns the word after a number, as in 달러, or nothing if the
// package has no Korean form for amounts in c.
func (c Currency) KoreanUnit() string { return koreanForms[c.code].unit }

// KoreanPrefix returns the word before an amount in running text, as in 미화. It
// is empty for won and where KoreanUnit is.
func (c Currency) KoreanPrefix() string { return koreanForms[c.code].prefix }
