package doc

import (
	"strings"
	"unicode"
)

// digitSounds are 영 일 이 삼 사 오 육 칠 팔 구.
var digitSounds = [10]sound{closedSound, rieulSound, openSound, closedSound, openSound, openSound, closedSound, rieulSound, rieulSound, openSound}

// numberSound returns the sound of the number that a text ends in: that of its
// currency if one stands before it, as $100 is read 백 달러.
func numberSound(text string) sound {
	start := len(text)
	for start > 0 && strings.IndexByte("0123456789,.", text[start-1]) >= 0 {
		start--
	}
	before, number := text[:start], strings.TrimLeft(text[start:], ".,")
	if s, ok := currencySound(before); ok {
		return s
	}
	whole, fraction, hasFraction := strings.Cut(strings.ReplaceAll(number, ",", ""), ".")
	last := digitSounds[number[len(number)-1]-'0']
	zeros := len(whole) - len(strings.TrimRight(whole, "0"))
	isFraction := hasFraction && fraction != "" // read digit by digit
	if isFraction || zeros == 0 || zeros == len(whole) {
		return last
	}
	if zeros >= 12 && zeros < 16 {
		return openSound // 조
	}
	return closedSound // 십 백 천 만 억 경
}

// currencySounds are the signs and codes that stand before an amount, as they
// are read after it.
var currencySounds = []struct {
	sign  string
	sound sound
}{
	{"$", openSound}, {"USD", openSound}, {"CAD", openSound}, {"AUD", openSound}, {"SGD", openSound}, {"HKD", openSound}, // 달러
	{"€", openSound}, {"EUR", openSound}, // 유로
	{"£", openSound}, {"GBP", openSound}, // 파운드
	{"₩", closedSound}, {"KRW", closedSound}, // 원
	{"¥", closedSound}, {"JPY", closedSound}, // 엔
	{"CNY", closedSound}, {"CHF", closedSound}, // 위안, 프랑
}

func currencySound(before string) (sound, bool) {
	trimmed := strings.TrimRight(before, " \u00a0")
	for _, c := range currencySounds {
		rest, ok := strings.CutSuffix(trimmed, c.sign)
		if !ok {
			continue
		}
		isCode := c.sign[0] >= 'A' && c.sign[0] <= 'Z'
		if isCode && unicode.IsLetter(lastRune(rest)) && lastRune(rest) < unicode.MaxASCII {
			continue // the end of another word
		}
		return c.sound, true
	}
	return unknownSound, false
}

// unitSounds are units as they are read after a number.
var unitSounds = wordTable([]soundList{
	{openSound, "km m cm mm μm µm nm L l mL ml kL W kW MW GW Wh kWh MWh V kV A mA Hz kHz MHz GHz THz B KB kB MB GB TB PB bps ppb Mbps Gbps ha s ms C F"},
	{closedSound, "g kg mg μg µg t h hr min K N kN rpm ppm"},
	{rieulSound, "Pa kPa MPa GPa J kJ mol dB px cal kcal"},
})

// unitSound returns the sound of a word that is a unit after a number.
func unitSound(before, word string) (sound, bool) {
	before = strings.TrimRight(before, " \u00a0°")
	last := lastRune(before)
	if last == '%' && word == "p" {
		return openSound, true // 퍼센트포인트
	}
	if last < '0' || last > '9' {
		return unknownSound, false
	}
	s, ok := unitSounds[word]
	return s, ok
}
