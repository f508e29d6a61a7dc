package pdf

import (
	"strings"

	"pactwright/generator/diag"
)

// stretch is words in one language; "" is that of the text around them.
type stretch struct {
	words string
	lang  diag.Lang
}

// stretches cuts words at spaces where the language changes, so that they are read
// aloud in the right one: Hangul in an English text, English in a Korean one. What
// is neither, as a number or a bracket, goes on in the language before it; after
// is that of the words before these.
func stretches(words string, lang, after diag.Lang) []stretch {
	if after == "" && !mixed(words, lang) {
		return []stretch{{words: words}}
	}
	var out []stretch
	last := stretch{lang: after}
	for at := 0; at < len(words); {
		end := at
		for end = wordEnd(words, at); end < len(words) && tongueOf(words[end:wordEnd(words, end)], lang) == tongueOf(words[at:end], lang); {
			end = wordEnd(words, end)
		}
		s := stretch{words: words[at:end]}
		switch tongueOf(s.words, lang) {
		case foreignTongue:
			if lang == diag.English || last.lang != "" || strings.Contains(strings.TrimSpace(s.words), " ") { // one word alone is most often a name
				s.lang = other(lang)
			}
		case noTongue:
			s.lang = last.lang
		}
		if n := len(out) - 1; n >= 0 && out[n].lang == s.lang {
			out[n].words += s.words
		} else {
			out = append(out, s)
		}
		last, at = s, end
	}
	return out
}

// mixed is a quick look at whether there may be another language at all.
func mixed(words string, lang diag.Lang) bool {
	for _, r := range words {
		if lang == diag.English && isHangul(r) || lang == diag.Korean && isLatin(r) {
			return true
		}
	}
	return false
}

func other(lang diag.Lang) diag.Lang {
	if lang == diag.Korean {
		return diag.English
	}
	return diag.Korean
}

// wordEnd returns the end of the word at a place, with the spaces behind it.
func wordEnd(s string, at int) int {
	for at < len(s) && s[at] != ' ' {
		at++
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	return at
}

// tongue is what a word says about its language.
type tongue uint8

const (
	noTongue tongue = iota
	homeTongue
	foreignTongue
)

// tongueOf judges words in a text of a language. Hangul is Korean; two or more
// Latin letters, not all of them capitals, are English if all around them is ASCII,
// and else a name in some language. Figures, signs and abbreviations are neither.
func tongueOf(words string, lang diag.Lang) tongue {
	small, latin, strange := 0, 0, false
	for _, r := range words {
		switch {
		case isHangul(r):
			if lang == diag.Korean {
				return homeTongue
			}
			return foreignTongue
		case isLatin(r):
			latin++
			if r >= 'a' {
				small++
			}
		case r > '~' && classOf(r) == classLetter:
			strange = true
		}
	}
	switch {
	case latin < 2 || small == 0:
		return noTongue
	case lang == diag.English || strange:
		return homeTongue
	}
	return foreignTongue
}

func isHangul(r rune) bool { return classOf(r) == classHangul }
func isLatin(r rune) bool  { return r|0x20 >= 'a' && r|0x20 <= 'z' }
