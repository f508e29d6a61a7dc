package review

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/doc"
)

// weight says how much a word tells a reader.
type weight int

const (
	space  weight = iota // between words
	point                // punctuation
	plain                // a word
	figure               // an amount, a percentage, a date, a number or a reference
)

// word is the smallest part of a text that changes as a whole.
type word struct {
	run    *doc.Inline // that it stands in; not changed
	text   string
	weight weight
}

// inline returns the word as a run of its own.
func (w word) inline() doc.Inline {
	in := *w.run
	in.Text = w.text
	return in
}

// wordLength is about how many bytes a word and a space have on average.
const wordLength = 3

// words cuts a text into words. An amount, a percentage, a date and a reference
// is one word each, however it came into the text; a Korean number and what is
// attached to it (10%로) are two.
func words(text []doc.Inline) []word {
	size := 0
	for _, in := range text {
		size += 1 + len(in.Text)/wordLength
	}
	out := make([]word, 0, size)
	for i := range text {
		in := &text[i]
		switch in.Kind {
		case doc.TextInline, doc.LinkInline:
			for rest := in.Text; rest != ""; {
				length, weight := nextWord(rest)
				out = append(out, word{in, rest[:length], weight})
				rest = rest[length:]
			}
		case doc.AnchorInline:
		case doc.LineBreak:
			out = append(out, word{in, in.Text, space})
		case doc.TermInline, doc.ParticleInline, doc.BlankInline:
			out = append(out, word{in, in.Text, plain})
		default:
			out = append(out, word{in, in.Text, figure})
		}
	}
	return out
}

// nextWord returns the length of the word that a text begins with.
func nextWord(text string) (int, weight) {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsSpace(first):
		return run(text, unicode.IsSpace), space
	case unicode.IsDigit(first), unicode.Is(unicode.Sc, first), unicode.IsUpper(first), isOneOf(first, koreanStarts):
		if at := figures.FindStringIndex(text); at != nil {
			return at[1], figure
		}
	}
	switch {
	case unicode.Is(unicode.Hangul, first):
		return run(text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }), plain
	case unicode.IsLetter(first):
		return latin(text), plain
	case unicode.IsDigit(first):
		return run(text, unicode.IsDigit), figure
	}
	return size, point
}

// run returns the length of the text at the beginning of which all runes fit.
func run(text string, fits func(rune) bool) int {
	for i, r := range text {
		if !fits(r) {
			return i
		}
	}
	return len(text)
}

func isOneOf(r rune, runes string) bool {
	for _, o := range runes {
		if r == o {
			return true
		}
	}
	return false
}

// koreanStarts are the syllables that Korean amounts and references begin with.
const koreanStarts = "제금별미"

// latin returns the length of a word in other letters than Hangul at the beginning
// of a text, with its apostrophes, hyphens and digits: non-exclusive, party's, KR1.
func latin(text string) int {
	length := run(text, inWord)
	for {
		joiner, size := utf8.DecodeRuneInString(text[length:])
		next := run(text[length+size:], inWord)
		if !isOneOf(joiner, "'’-") || next == 0 {
			return length
		}
		length += size + next
	}
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

const (
	number = `\d+(?:,\d{3})*(?:\.\d+)?`
	month  = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
)

// figures is what must not be taken apart: the first form that fits counts, so
// longer ones stand before those that they begin with.
var figures = regexp.MustCompile(`^(?:` +
	// dates
	`\d{4}년(?: ?\d{1,2}월(?: ?\d{1,2}일)?)?` +
	`|\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?` +
	`|\d{4}-\d{2}-\d{2}` +
	`|\d{1,2} ` + month + ` \d{4}` +
	`|` + month + ` \d{1,2}, \d{4}` +
	`|` + month + ` \d{4}` +
	// percentages
	`|` + number + ` ?(?:%p?|퍼센트|percent\b|per cent\b)` +
	// amounts
	`|(?:금 ?|미화 ?)?` + number + `(?:[십백천만억조]+)? ?(?:원정?|달러|유로|엔|위안)` +
	`|(?:US\$|[A-Z]{3} ?|\p{Sc} ?)` + number + `(?: (?:thousand|million|billion)\b)?` +
	// references
	`|(?:Sections?|Articles?|Clauses?|Parts?|Exhibits?|Annex|Appendix|Schedule)[ \x{a0}]\d+(?:\.\d+)*(?:\([A-Za-z0-9]{1,5}\))*` +
	`|(?:Exhibit|Annex|Appendix|Schedule)[ \x{a0}][A-Z]{1,2}\b` +
	`|제\d+[장절편]` +
	`|(?:제\d+조(?:의\d+)?)?(?:제\d+항)?제\d+호(?:[가-힣]목(?:\d+\))?)?` +
	`|(?:제\d+조(?:의\d+)?)?제\d+항` +
	`|제\d+조(?:의\d+)?` +
	`|제\d+(?:-\d+)+호` +
	`|별[표지첨] \d+` +
	// numbers, with the parts of a section's number
	`|\d+(?:\.\d+)+(?:\([a-z]{1,5}\))+` +
	`|` + number + `(?:\.\d+)*` +
	`)`)
