package pdf

import "strings"

// breakKind says how good a place between two characters is to end a line at.
type breakKind uint8

// Places to end a line, from forbidden to best. breakAny splits a word that has
// no better place and is used only when nothing else keeps the text on the
// paper; breakAddress is the same behind a sign inside an address; breakSyllable
// splits a Hangul word; breakGood stands between two Hanja and behind a hyphen.
const (
	breakNever breakKind = iota
	breakAny
	breakAddress
	breakSyllable
	breakGood
	breakSpace
	breakForced // a line break that the document asks for
)

const (
	// noStart may not begin a line, noEnd may not end one (kinsoku).
	noStart = ")]}」』”’〉》】〕）］｝.,:;!?%‰°℃·、。…‥，．：；！？ーヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜～~ㆍ・"
	noEnd   = "([{「『“‘〈《【〔（［｛₩$€£¥￦￥§№#"
	// afterSpace may not begin a line even behind a space.
	afterSpace = ")]}」』”〉》】〕）］｝.,:;!?%、。…"
)

// class is what matters about a character when a line is broken.
type class uint8

const (
	classOther class = iota
	classSpace
	classGlue // a space that holds together
	classDigit
	classLetter
	classHangul
	classIdeograph // Hanja, kanji and kana
)

func classOf(r rune) class {
	switch {
	case r == ' ' || r == '\u3000':
		return classSpace
	case r == '\u00A0' || r == '\u202F' || r == '\u2007':
		return classGlue
	case r >= '0' && r <= '9':
		return classDigit
	case r < 0x80:
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return classLetter
		}
		return classOther
	case r >= 0xC0 && r <= 0x24F && r != '×' && r != '÷', r >= 0x370 && r <= 0x52F, r >= 0x1E00 && r <= 0x1FFF:
		return classLetter
	case r >= 0xAC00 && r <= 0xD7A3, r >= 0x3131 && r <= 0x318E:
		return classHangul
	case r >= 0x3400 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x3041 && r <= 0x30FA,
		r == '々' || r == '〇' || r == '〆' || r == 'ー':
		return classIdeograph
	}
	return classOther
}

// markBreaks sets the kind of break behind every glyph.
func markBreaks(g []glyph) {
	for i := range g {
		g[i].class = classOf(g[i].r)
	}
	wordStart := 0 // of the word that g[i] belongs to
	for i := range g {
		if i > 0 && !inWord(g[i-1]) {
			wordStart = i
		}
		switch {
		case g[i].r == '\n':
			g[i].brk = breakForced
		case i+1 == len(g):
			g[i].brk = breakNever
		default:
			g[i].brk = breakBetween(g, wordStart, i)
		}
	}
}

// inWord tells whether a glyph belongs to a word that a break might split.
func inWord(g glyph) bool { return g.class >= classDigit }

// breakBetween judges the place between g[i] and g[i+1].
func breakBetween(g []glyph, wordStart, i int) breakKind {
	a, b := g[i], g[i+1]
	switch {
	case b.r == '\n' || b.class == classSpace:
		return breakNever
	case a.class == classSpace:
		return breakBehindSpace(g, i)
	case a.class == classGlue || b.class == classGlue:
		return breakNever
	case strings.ContainsRune(noStart, b.r) || strings.ContainsRune(noEnd, a.r):
		return breakNever
	case b.joined:
		return breakAny
	case a.class == classIdeograph || b.class == classIdeograph:
		return breakIdeograph(a, b)
	case a.class == classDigit || b.class == classDigit:
		return breakAtSign(a, b)
	case a.class == classHangul && b.class == classHangul, a.class == classHangul && b.class == classLetter,
		a.class == classLetter && b.class == classHangul:
		// A single syllable is not torn off: it is most often a particle.
		if i+1-wordStart >= 2 && i+2 < len(g) && inWord(g[i+2]) {
			return breakSyllable
		}
		return breakAny
	}
	return breakAtSign(a, b)
}

// breakBehindSpace keeps the points of a date, as in 2024. 7. 1., on one line,
// and opening and closing signs with what they belong to.
func breakBehindSpace(g []glyph, i int) breakKind {
	b := g[i+1]
	word := i
	for word >= 0 && g[word].class == classSpace {
		word--
	}
	if word < 0 || g[word].r == '\n' {
		return breakNever // spaces that begin a paragraph are an indent
	}
	p := g[word]
	if strings.ContainsRune(noEnd, p.r) || strings.ContainsRune(afterSpace, b.r) || b.joined {
		return breakNever
	}
	if p.r == '.' && b.class == classDigit && word > 0 && g[word-1].class == classDigit {
		return breakAny
	}
	return breakSpace
}

func breakIdeograph(a, b glyph) breakKind {
	switch {
	case a.class == classDigit || b.class == classDigit:
		return breakAny
	case a.class == classHangul || b.class == classHangul:
		return breakSyllable
	case a.class == classOther && !strings.ContainsRune(noStart, a.r):
		return breakAny
	}
	return breakGood
}

// breakAtSign judges places behind signs inside words.
func breakAtSign(a, b glyph) breakKind {
	wordAhead := b.class == classLetter || b.class == classHangul
	switch a.r {
	case '-', '\u2010', '—', '·', 'ㆍ', '・':
		if wordAhead {
			return breakGood
		}
	case '/', '.', '?', '&', '=', '_', '@', ',', '~':
		return breakAddress
	}
	return breakAny
}
