package docx

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// numbered is how a block gets its number.
type numbered struct {
	num   int    // the list of Word that numbers it; 0 for none
	level int    // in the list, from 0
	word  string // what Word prints
	text  string // what stands there as text instead, if Word cannot print it
}

// level is how one level of a list is numbered.
type level struct {
	format string // of ISO 29500, 17.18.59
	text   string // with %1 for the number of the first level
	suffix string // what follows: tab, space or nothing
	most   int    // the last number that Word and doc print alike
}

// scheme is a list definition of Word: its levels count together.
type scheme struct {
	kind   listKind
	lang   diag.Lang
	narrow bool
	levels []level
}

// listKind is what a list numbers.
type listKind int

const (
	clauseList listKind = iota // articles and their sub-clauses
	partList
	exhibitList
	plainList
	bulletList
)

// Longest runs that Word numbers as package doc does: letters and circled numbers
// have no more signs of their own, Roman numerals are read by nobody beyond.
const (
	mostDecimal = 9999
	mostCircled = 20
	mostGanada  = 14
	mostLetters = 26
	mostRoman   = 99
)

// schemeOf returns how a language numbers.
func schemeOf(kind listKind, lang diag.Lang, narrow bool) scheme {
	s := scheme{kind: kind, lang: lang, narrow: narrow}
	korean := lang == diag.Korean
	switch {
	case kind == clauseList && korean:
		s.levels = []level{
			{"decimal", "제%1조", "nothing", mostDecimal},
			{"decimalEnclosedCircle", "%2", "tab", mostCircled},
			{"decimal", "%3.", "tab", mostDecimal},
			{"ganada", "%4.", "tab", mostGanada},
			{"decimal", "%5)", "tab", mostDecimal},
		}
	case kind == clauseList:
		s.levels = []level{
			{"decimal", "Article %1.", "space", mostDecimal},
			{"decimal", "%1.%2", "tab", mostDecimal},
			{"lowerLetter", "(%3)", "tab", mostLetters},
			{"lowerRoman", "(%4)", "tab", mostRoman},
			{"upperLetter", "(%5)", "tab", mostLetters},
		}
	case kind == partList && korean:
		s.levels = []level{{"decimal", "제%1장", "space", mostDecimal}}
	case kind == partList:
		s.levels = []level{{"decimal", "Part %1.", "space", mostDecimal}}
	case kind == exhibitList && korean:
		s.levels = []level{{"decimal", "[별표 %1]", "space", mostDecimal}}
	case kind == exhibitList:
		s.levels = []level{{"upperLetter", "Exhibit %1.", "space", mostLetters}}
	case kind == plainList:
		s.levels = []level{{"decimal", "%1.", "tab", mostDecimal}}
	case kind == bulletList:
		s.levels = []level{{"bullet", "•", "tab", 0}}
	}
	return s
}

// print returns what Word prints for counts.
func (s scheme) print(at int, counts []int) string {
	out := s.levels[at].text
	for i := range at + 1 {
		out = strings.ReplaceAll(out, "%"+itoa(i+1), s.levels[i].numeral(counts[i]))
	}
	return out
}

// numeral returns a number in the format of a level.
func (l level) numeral(n int) string {
	if n < 1 || n > l.most {
		return "?"
	}
	switch l.format {
	case "decimalEnclosedCircle":
		return string(rune('①' + n - 1))
	case "ganada":
		return string([]rune("가나다라마바사아자차카타파하")[n-1])
	case "lowerLetter":
		return string(rune('a' + n - 1))
	case "upperLetter":
		return string(rune('A' + n - 1))
	case "lowerRoman":
		return roman(n)
	}
	return itoa(n)
}

func roman(n int) string {
	tens := []string{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"}
	ones := []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return tens[n/10%10] + ones[n%10]
}

// counter is a list with the numbers that it has come to.
type counter struct {
	scheme
	abstract int // its definition in the file
	num      int // its instance in use
	counts   []int
}

// instance is one use of a definition, which may begin anew.
type instance struct {
	abstract int
	level    int
	start    int // the number that the level begins with; 0 goes on
}

// numbering is all lists of a document.
type numbering struct {
	narrow    bool
	schemes   []scheme
	counters  map[counterKey]*counter
	instances []instance
	lists     map[doc.Block]int // the instance of a list block
	running   [2]int            // instance that an ordered list goes on with
}

type counterKey struct {
	kind listKind
	side side
}

func newNumbering(narrow bool) *numbering {
	return &numbering{narrow: narrow, counters: map[counterKey]*counter{}, lists: map[doc.Block]int{}}
}

// counter returns the list of a kind in a language, and begins it if need be.
func (n *numbering) counter(kind listKind, lang diag.Lang, s side) *counter {
	key := counterKey{kind, s}
	if c := n.counters[key]; c != nil {
		return c
	}
	c := &counter{scheme: schemeOf(kind, lang, n.narrow), abstract: len(n.schemes)}
	n.schemes = append(n.schemes, c.scheme)
	c.counts = make([]int, len(c.levels))
	c.num = n.instance(instance{abstract: c.abstract})
	n.counters[key] = c
	return c
}

// instance adds a use of a definition and returns its number in the file.
func (n *numbering) instance(i instance) int {
	n.instances = append(n.instances, i)
	return len(n.instances)
}

// next counts on at a level and returns how Word prints what fits. A number that
// does not follow the one before begins the level anew; one that Word cannot print
// is not counted.
func (n *numbering) next(c *counter, at int, fits func(printed string) bool) (numbered, bool) {
	counts := append([]int(nil), c.counts...)
	clear(counts[at+1:])
	counts[at]++
	if printed := c.print(at, counts); fits(printed) {
		c.counts = counts
		return numbered{num: c.num, level: at, word: printed}, true
	}
	for i := 1; i <= min(c.levels[at].most, mostTried); i++ {
		counts[at] = i
		if printed := c.print(at, counts); fits(printed) {
			c.counts = counts
			c.num = n.instance(instance{abstract: c.abstract, level: at, start: i})
			return numbered{num: c.num, level: at, word: printed}, true
		}
	}
	return numbered{}, false
}

// mostTried bounds the search for a number that does not follow the one before.
const mostTried = 200

// heading numbers a heading. The number is taken out of its text, see titleOf.
func (n *numbering) heading(h *doc.Heading, lang diag.Lang, s side) numbered {
	kind, ok := map[doc.HeadingKind]listKind{doc.PartHeading: partList, doc.ArticleHeading: clauseList, doc.ExhibitHeading: exhibitList}[h.Kind]
	if !ok || h.Number == "" || len(h.Text) == 0 {
		return numbered{}
	}
	c := n.counter(kind, lang, s)
	if changeOf(h.Text) == doc.Deleted {
		return numbered{num: c.num, word: numberBefore(h)}
	}
	out, _ := n.next(c, 0, func(printed string) bool {
		rest, ok := strings.CutPrefix(h.Text[0].Text, printed)
		return ok && (c.levels[0].suffix == "nothing" || strings.HasPrefix(rest, " "))
	})
	return out
}

// clause numbers a sub-clause. A deleted one is numbered by Word, too, which
// counts it only as long as it is there.
func (n *numbering) clause(v *doc.Clause, lang diag.Lang, s side) numbered {
	if v.Number == "" {
		return numbered{}
	}
	c := n.counter(clauseList, lang, s)
	if changeOf(v.Text) == doc.Deleted {
		return numbered{num: c.num, level: depthOf(v), word: v.Number}
	}
	if out, ok := n.next(c, depthOf(v), func(printed string) bool { return printed == v.Number }); ok {
		return out
	}
	return numbered{level: depthOf(v), text: v.Number}
}

// list gives the lists of a block their instances: an ordered list begins anew,
// unless it stands beside the same in another language item by item.
func (n *numbering) list(b doc.Block, s side) {
	v, ok := b.(*doc.List)
	if !ok {
		return
	}
	if !v.Ordered {
		n.lists[b] = n.counter(bulletList, diag.English, first).num
		return
	}
	if v.Before == 0 || n.running[s] == 0 {
		c := n.counter(plainList, diag.English, s) // lists of one definition count together
		n.running[s] = n.instance(instance{abstract: c.abstract, start: v.Before + 1})
	}
	n.lists[b] = n.running[s]
}

// titleOf returns the text of a heading behind the number that Word prints.
func titleOf(h *doc.Heading, n numbered) []doc.Inline {
	if n.num == 0 || len(h.Text) == 0 {
		return h.Text
	}
	out := append([]doc.Inline(nil), h.Text...)
	out[0].Text = strings.TrimPrefix(strings.TrimPrefix(out[0].Text, n.word), " ")
	return out
}

// numberBefore returns the number that the text of a heading begins with, with the
// signs around it.
func numberBefore(h *doc.Heading) string {
	for _, number := range []string{h.Number + ".", "[" + h.Number + "]", h.Number} {
		if strings.HasPrefix(h.Text[0].Text, number) {
			return number
		}
	}
	return ""
}

// part writes numbering.xml.
func (n *numbering) part() []byte {
	m := root("w:numbering")
	for i, s := range n.schemes {
		s.write(m, i)
	}
	for i, use := range n.instances {
		m.open("w:num", "w:numId", itoa(i+1))
		m.value("w:abstractNumId", itoa(use.abstract))
		if use.start > 0 {
			m.open("w:lvlOverride", "w:ilvl", itoa(use.level))
			m.value("w:startOverride", itoa(use.start))
			m.close("w:lvlOverride")
		}
		m.close("w:num")
	}
	m.close("w:numbering")
	return m.Bytes()
}

// write writes one definition. Its marks differ, since Word joins lists whose
// marks are the same.
func (s scheme) write(m *markup, id int) {
	mark := strings.ToUpper(hash("list " + itoa(id))[:8])
	m.open("w:abstractNum", "w:abstractNumId", itoa(id))
	m.value("w:nsid", mark)
	kind := "singleLevel"
	if s.kind == clauseList {
		kind = "multilevel"
	}
	m.value("w:multiLevelType", kind)
	m.value("w:tmpl", mark)
	for i, l := range s.levels {
		m.open("w:lvl", "w:ilvl", itoa(i))
		m.value("w:start", "1")
		m.value("w:numFmt", l.format)
		if l.suffix != "tab" {
			m.value("w:suff", l.suffix)
		}
		m.value("w:lvlText", l.text)
		m.value("w:lvlJc", "left")
		left, hanging := s.indent(i)
		m.open("w:pPr")
		m.empty("w:ind", "w:left", itoa(left), "w:hanging", itoa(hanging))
		m.close("w:pPr")
		if s.lang == diag.Korean {
			m.open("w:rPr")
			m.empty("w:rFonts", "w:hint", "eastAsia")
			m.close("w:rPr")
		}
		m.close("w:lvl")
	}
	m.close("w:abstractNum")
}

// indent returns where the text of a level begins, and how far before it the
// number does, in twips.
func (s scheme) indent(at int) (left, hanging int) {
	if s.kind != clauseList {
		if s.levels[0].suffix != "tab" {
			return 0, 0
		}
		return 360, 360
	}
	if at == 0 {
		return 0, 0
	}
	steps := []int{0, 620, 460, 440, 440}
	if s.lang == diag.Korean {
		steps = []int{0, 380, 380, 380, 380}
	}
	if s.narrow && s.lang != diag.Korean {
		steps = []int{0, 540, 400, 380, 380}
	}
	if s.narrow && s.lang == diag.Korean {
		steps = []int{0, 320, 320, 320, 320}
	}
	for _, step := range steps[:at+1] {
		left += step
	}
	return left, steps[at]
}
