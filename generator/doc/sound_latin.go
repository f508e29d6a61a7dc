package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latinSound returns the sound of the word in Latin letters that a text ends in.
func latinSound(text string) sound {
	start := len(text)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) || !unicode.Is(unicode.Latin, r) && r != 'μ' {
			break
		}
		start -= size
	}
	before, word := text[:start], text[start:]
	if s, ok := unitSound(before, word); ok {
		return s
	}
	word = withoutAccents(word)
	lower := strings.ToLower(word)
	if s, ok := wordSounds[lower]; ok {
		return s
	}
	if word == "" {
		return unknownSound
	}
	if isSpelledOut(word) {
		return letterSound(rune(lower[len(lower)-1]))
	}
	return spellingSound(lower)
}

// withoutAccents turns é into e. Letters that have no plain form are left out.
func withoutAccents(word string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// shortestRead is how many letters a word in capitals must have to be read as a
// word: POSCO is spelled out by many, KISTEP by nobody.
const shortestRead = 6

// isSpelledOut reports whether a word is read letter by letter: a single letter,
// a short word in capitals, and a word that ends in a capital, such as IoT.
func isSpelledOut(word string) bool {
	if len(word) == 1 {
		return true
	}
	if word[len(word)-1] >= 'a' {
		return false
	}
	return len(word) < shortestRead || strings.ToUpper(word) != word || !strings.ContainsAny(word, "AEIOU")
}

// letterSound goes by the names of the letters: 엘 엠 엔 알, all others end in a
// vowel.
func letterSound(letter rune) sound {
	switch letter {
	case 'l', 'r':
		return rieulSound
	case 'm', 'n':
		return closedSound
	}
	return openSound
}

// spellingSound guesses the sound of an English word from its spelling, by how
// loan words are written in Hangul: l, m, n and ng stay final consonants; p, t,
// k and b do after one short vowel (로봇, 랩) and get a vowel otherwise (테스트).
func spellingSound(word string) sound {
	end := func(endings ...string) bool {
		for _, e := range endings {
			if strings.HasSuffix(word, e) {
				return true
			}
		}
		return false
	}
	switch {
	case end("l", "le", "ll"):
		return rieulSound
	case end("m", "n", "ng", "mn", "gn"):
		return closedSound
	case end("ne", "me") && vowelAt(word, 3), end("nne", "mme"):
		return closedSound // 라인, 타임, 프로그램
	case end("book", "group", "look", "cook"):
		return closedSound
	case end("ck") && vowelAt(word, 3):
		return closedSound // 블록, but 플랑크
	case end("p", "t", "k", "b", "c") && vowelAt(word, 2) && !vowelAt(word, 3):
		return closedSound
	}
	return openSound
}

// vowelAt reports whether the letter at a position counted from the end, from
// 1, is a vowel. Before the start of the word there is none.
func vowelAt(word string, fromEnd int) bool {
	i := len(word) - fromEnd
	return i >= 0 && strings.IndexByte("aeiou", word[i]) >= 0
}

// wordSounds are words whose reading their spelling does not tell, in small
// letters: forms of companies, names of institutions and common nouns.
var wordSounds = wordTable([]soundList{
	{openSound, "inc co ltd lidar radar bit kit set credit hub chile"},
	{closedSound, "corp postech big"},
})
