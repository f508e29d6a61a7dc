package pdf

import (
	_ "embed" // for the patterns
	"strings"
	"sync"

	"pactwright/generator/diag"
)

//go:embed hyphens-en.txt
var englishHyphens string

// division says where the words of a language may be divided, after F. M. Liang,
// Word Hy-phen-a-tion by Com-put-er (1983): each pattern raises the figures
// between the letters that it covers, and an odd figure divides.
type division struct {
	figures map[string][]byte // by letters; before each of them and behind the last
	words   map[string]uint64 // words that go by no pattern
	longest int
}

var english = sync.OnceValue(func() *division { return readPatterns(englishHyphens) })

func readPatterns(text string) *division {
	p := &division{figures: map[string][]byte{}, words: map[string]uint64{}}
	for l := range strings.Lines(text) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.ContainsAny(l, "0123456789"):
			letters, figures := readPattern(l)
			p.figures[letters] = figures
			p.longest = max(p.longest, len(letters))
		default:
			var places uint64
			for parts, at := strings.Split(l, "-"), 0; len(parts) > 1; parts = parts[1:] {
				at += len(parts[0])
				places |= 1 << at
			}
			p.words[strings.ReplaceAll(l, "-", "")] = places
		}
	}
	return p
}

// readPattern parts the letters of a pattern from its figures, as in hy3ph.
func readPattern(l string) (string, []byte) {
	var letters []byte
	figures := []byte{0}
	for i := range len(l) {
		if l[i] >= '0' && l[i] <= '9' {
			figures[len(figures)-1] = l[i] - '0'
			continue
		}
		letters, figures = append(letters, l[i]), append(figures, 0)
	}
	return string(letters), figures
}

const (
	shortestDivided = 6 // letters of a word that may be divided
	shortestPart    = 3 // letters that stand together on a line at least
	longestDivided  = 40
)

// places returns a bit for each letter of a word, in small letters, before which
// it may be divided.
func (p *division) places(word string) uint64 {
	n := len(word)
	if n < shortestDivided || n > longestDivided {
		return 0
	}
	all := uint64(1)<<(n-shortestPart+1) - 1<<shortestPart
	if places, ok := p.words[word]; ok {
		return places & all
	}
	framed := "." + word + "."
	var figures [longestDivided + 3]byte
	for i := range framed {
		for j := i + 1; j <= min(i+p.longest, len(framed)); j++ {
			for k, figure := range p.figures[framed[i:j]] {
				figures[i+k] = max(figures[i+k], figure)
			}
		}
	}
	var places uint64
	for i := range n {
		places |= uint64(figures[i+1]&1) << i
	}
	return places & all
}

// hyphenate marks where the English words of a part of a text may be divided.
// Words with capitals are names, defined terms or abbreviations and stay whole.
func (t *text) hyphenate(from, to int) {
	var word [longestDivided]byte
	for i := from; i < to; {
		j := i
		for j < to && isLatin(t.glyphs[j].r) {
			j++
		}
		if t.divisible(i, j, to) {
			for k := i; k < j; k++ {
				word[k-i] = byte(t.glyphs[k].r)
			}
			places := english().places(string(word[:j-i]))
			for k := i + 1; k < j; k++ {
				t.glyphs[k-1].hyphen = places>>(k-i)&1 == 1 && !t.insideAtom(k-1)
			}
		}
		i = max(j, i+1)
	}
}

// divisible tells whether letters are a word of the language of the text that
// stands by itself: between spaces, brackets and points, not a part of an address.
func (t *text) divisible(i, j, to int) bool {
	if j-i < shortestDivided || j-i > longestDivided {
		return false
	}
	for _, g := range t.glyphs[i:j] {
		if g.r < 'a' || g.face == boxFace || t.spans[g.span].lang == diag.Korean || t.spans[g.span].uri != "" {
			return false
		}
	}
	before := i == 0 || t.glyphs[i-1].class == classSpace || strings.ContainsRune("(“‘\"", t.glyphs[i-1].r)
	behind := j == len(t.glyphs) || t.glyphs[j].class == classSpace || strings.ContainsRune(".,;:)”’\"\n", t.glyphs[j].r)
	return before && behind
}
