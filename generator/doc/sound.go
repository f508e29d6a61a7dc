package doc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sound is how a text ends when it is read aloud in Korean.
type sound int

const (
	unknownSound sound = iota
	openSound          // a vowel
	closedSound        // a consonant
	rieulSound         // ㄹ, after which 로 and not 으로 follows
)

// maxTail is how many bytes of a text are looked at from its end.
const maxTail = 1024

const (
	closingQuotes = "”’\"'」』》〉»"
	passedOver    = " \u00a0.,;:!?™®©*†"
)

// soundOf returns the sound in which a text ends.
func soundOf(text string) sound {
	if len(text) > maxTail {
		text = strings.ToValidUTF8(text[len(text)-maxTail:], "")
	}
	text = strings.Map(narrow, norm.NFC.String(text))
	for text != "" {
		if s, ok := dateSound(text); ok {
			return s
		}
		last, size := utf8.DecodeLastRuneInString(text)
		switch {
		case strings.ContainsRune(closingQuotes, last), strings.ContainsRune(passedOver, last):
			text = text[:len(text)-size]
		case last == ')' || last == ']' || last == '〕':
			text = withoutBracket(text)
		default:
			return lastSound(text, last)
		}
	}
	return unknownSound
}

// narrow turns the wide forms of Latin letters, digits and signs into plain ones.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// dates end in 일 and 월, with or without their final point.
var (
	fullDate  = regexp.MustCompile(`(^|[^0-9.])\d{4}\. \d{1,2}\. \d{1,2}\.?$`)
	monthDate = regexp.MustCompile(`(^|[^0-9.])\d{4}\. \d{1,2}\.$`)
	clockTime = regexp.MustCompile(`(^|[^0-9:])\d{1,2}:(\d{2})$`)
)

func dateSound(text string) (sound, bool) {
	if last := lastRune(text); last != '.' && (last < '0' || last > '9') {
		return unknownSound, false
	}
	text = text[max(0, len(text)-len("?2024. 12. 31.")-2):]
	if fullDate.MatchString(text) || monthDate.MatchString(text) {
		return rieulSound, true // 일, 월
	}
	if m := clockTime.FindStringSubmatch(text); m != nil {
		if m[2] == "00" {
			return openSound, true // 시
		}
		return closedSound, true // 분
	}
	return unknownSound, false
}

// brackets by their closing rune.
var brackets = map[rune]rune{')': '(', ']': '[', '〕': '〔'}

// companyForms are read wherever they stand, 주식회사 and 유한회사.
var companyForms = map[string]string{"주": "주식회사", "유": "유한회사"}

// withoutBracket takes a closing bracket off the end of a text: with all that is
// in it if a word stands right before it, otherwise alone.
func withoutBracket(text string) string {
	last, size := utf8.DecodeLastRuneInString(text)
	inner := text[:len(text)-size]
	depth := 1
	for i := len(inner); i > 0; {
		r, n := utf8.DecodeLastRuneInString(inner[:i])
		i -= n
		switch r {
		case last:
			depth++
		case brackets[last]:
			depth--
		}
		if depth > 0 {
			continue
		}
		before, content := inner[:i], inner[i+n:]
		if read, ok := companyForms[content]; ok {
			return read
		}
		if before != "" && !unicode.IsSpace(lastRune(before)) {
			return before
		}
		return content
	}
	return inner
}

// lastSound returns the sound of a text that ends in a rune which is read.
func lastSound(text string, last rune) sound {
	switch {
	case last >= '가' && last <= '힣':
		return finalSound(int(last-'가') % 28)
	case last >= 'ㄱ' && last <= 'ㅎ': // the names of the letters: 기역, 리을
		if last == 'ㄹ' {
			return rieulSound
		}
		return closedSound
	case last >= 'ㅏ' && last <= 'ㅣ':
		return openSound
	case last >= '0' && last <= '9':
		return numberSound(text)
	case unicode.Is(unicode.Latin, last) && unicode.IsLetter(last):
		return latinSound(text)
	case unicode.Is(unicode.Greek, last):
		return greekSound(last)
	case unicode.Is(unicode.Hiragana, last), unicode.Is(unicode.Katakana, last):
		if last == 'ん' || last == 'ン' {
			return closedSound
		}
		return openSound
	}
	if s, ok := signSounds[last]; ok {
		return s
	}
	return hanjaSounds[last]
}

// finalSound returns the sound of a syllable by the index of its final
// consonant in Unicode: 0 is none, 8 is ㄹ.
func finalSound(final int) sound {
	switch final {
	case 0:
		return openSound
	case 8:
		return rieulSound
	}
	return closedSound
}

// greekSound goes by the names of the letters. 엡실론, 오미크론 and 입실론 end in a
// consonant.
func greekSound(r rune) sound {
	if strings.ContainsRune("εουΕΟΥ", r) {
		return closedSound
	}
	return openSound
}

// signSounds are signs that are read as a word.
var signSounds = map[rune]sound{
	'%': openSound,   // 퍼센트
	'‰': rieulSound,  // 퍼밀
	'℃': openSound,   // 도
	'°': openSound,   // 도
	'㎡': openSound,   // 제곱미터
	'㎥': openSound,   // 세제곱미터
	'㎢': openSound,   // 제곱킬로미터
	'㎞': openSound,   // 킬로미터
	'㎝': openSound,   // 센티미터
	'㎜': openSound,   // 밀리미터
	'㎏': closedSound, // 킬로그램
	'㎎': closedSound, // 밀리그램
	'㏊': openSound,   // 헥타르
	'㈜': openSound,   // 주식회사
	'+': openSound,   // 플러스
	'&': openSound,   // 앤드
	'Ⅰ': rieulSound,  // 일
	'Ⅱ': openSound,   // 이
	'Ⅲ': closedSound, // 삼
	'Ⅳ': openSound,   // 사
	'Ⅴ': openSound,   // 오
	'Ⅵ': closedSound, // 육
	'Ⅶ': rieulSound,  // 칠
	'Ⅷ': rieulSound,  // 팔
	'Ⅸ': openSound,   // 구
	'Ⅹ': closedSound, // 십
	'①': rieulSound,
	'②': openSound,
	'③': closedSound,
	'④': openSound,
	'⑤': openSound,
	'⑥': closedSound,
	'⑦': rieulSound,
	'⑧': rieulSound,
	'⑨': openSound,
	'⑩': closedSound,
}

// hanjaLists are the Hanja that contracts use. Others are of unknown sound,
// because a wrong particle is worse than both.
var hanjaLists = []soundList{
	{openSound, "者社條號二四五九大美書主理事子貨費價稅比度期表自他後以下次利料議務科委記部戊崔"},
	{closedSound, "甲丙丁人法項年韓國中英東京員院學金原本約定長等前間新三六十百千萬億權證産業品案文安林朴全元上用同名君民村洞郡面場銀行工團動力式分印章官省廳廠商"},
	{rieulSound, "乙月日一七八物列質律實設發別結節術"},
}

var hanjaSounds = hanjaTable(hanjaLists)

// soundList names what ends in one sound.
type soundList struct {
	sound sound
	items string
}

func hanjaTable(lists []soundList) map[rune]sound {
	out := map[rune]sound{}
	for _, l := range lists {
		for _, r := range l.items {
			out[r] = l.sound
		}
	}
	return out
}

// wordTable makes a table of lists whose items are words with spaces between.
func wordTable(lists []soundList) map[string]sound {
	out := map[string]sound{}
	for _, l := range lists {
		for _, word := range strings.Fields(l.items) {
			out[word] = l.sound
		}
	}
	return out
}
