package doc

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/diag"
)

// Filled is a template with its values. The values stand in the text as opaque
// marks, and before each piece of the template's own text stands a mark that
// tells where it is from.
type Filled struct {
	Text   string
	Tokens []Token // what the marks of values stand for, by index

	// Place returns what the mark of a place names: the place with a number of a
	// file with a number. It is zero if there is none.
	Place func(file, place int) diag.Place
}

// Token is what an opaque mark in a filled template stands for: Inlines, or Blocks
// that stand as they are and are numbered with those around them.
type Token struct {
	Inlines []Inline
	Blocks  []Block // each a pointer
}

// The runes around a mark. They are private-use runes, which no input may hold.
const (
	markOpen  = '\uE000'
	markClose = '\uE001'
)

// Mark returns the text that stands for the token with the index.
func Mark(i int) string { return string(markOpen) + strconv.Itoa(i) + string(markClose) }

// PlaceMark returns the text that says where in a template the text after it
// stands, up to the next such mark. These marks are taken out before the Markdown
// is read and may therefore stand anywhere. file is from 1.
func PlaceMark(file, place int) string {
	return string(markOpen) + strconv.Itoa(file) + "." + strconv.Itoa(place) + string(markClose)
}

// mark is what a mark says: the index of a token, or a place in a file.
type mark struct {
	file  int // 0: of a token
	index int
}

// maxMark is how many bytes the numbers of a mark may have.
const maxMark = 20

// nextMark finds the first mark of a text: text[start:end]. Without a mark start
// is -1.
func nextMark(text string) (start, end int, m mark) {
	for from := 0; ; {
		at := strings.IndexRune(text[from:], markOpen)
		if at < 0 {
			return -1, -1, mark{}
		}
		start = from + at
		body := start + utf8.RuneLen(markOpen)
		length := strings.IndexRune(text[body:min(len(text), body+maxMark+utf8.RuneLen(markClose))], markClose)
		if length > 0 {
			if m, ok := readMark(text[body : body+length]); ok {
				return start, body + length + utf8.RuneLen(markClose), m
			}
		}
		from = body
	}
}

func readMark(body string) (mark, bool) {
	file, index, isPlace := strings.Cut(body, ".")
	if !isPlace {
		n, err := strconv.Atoi(body)
		return mark{index: n}, err == nil && n >= 0
	}
	f, err := strconv.Atoi(file)
	n, wrong := strconv.Atoi(index)
	return mark{f, n}, err == nil && wrong == nil && f > 0 && n >= 0
}

// places tells where in a template a part of the Markdown stands.
type places struct {
	text  string
	marks []placeMark // in the order of their offsets
}

type placeMark struct {
	offset int
	at     diag.Place
}

// at returns the place of the byte at an offset. The text after a place mark
// is that of the template up to the next mark, so lines can be counted.
func (p places) at(offset int) diag.Place {
	offset = min(max(offset, 0), len(p.text))
	i := sort.Search(len(p.marks), func(i int) bool { return p.marks[i].offset > offset })
	if i == 0 {
		return diag.Place{}
	}
	m := p.marks[i-1]
	between := p.text[m.offset:offset]
	place := m.at
	if n := strings.Count(between, "\n"); n > 0 {
		place.Line += n
		place.Column = 1
		between = between[strings.LastIndexByte(between, '\n')+1:]
	}
	if place.Column > 0 {
		place.Column += utf8.RuneCountInString(between)
	}
	place.Width = 0
	return place
}

// prepare takes the place marks out of a filled template and refuses what no
// document can carry. All marks that are left have a token.
func (p *parser) prepare(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var out strings.Builder
	out.Grow(len(text))
	for text != "" {
		start, end, m := nextMark(text)
		if start < 0 {
			p.plain(&out, text)
			break
		}
		p.plain(&out, text[:start])
		switch {
		case m.file > 0:
			if at := p.placeAt(m); !at.IsZero() {
				p.places.marks = append(p.places.marks, placeMark{out.Len(), at})
			}
		case m.index >= len(p.tokens):
			p.found.Add(blocking(CodeMarkdown, Origin{},
				diag.T("the filled template holds a mark that stands for nothing", "채운 서식에 아무 값도 가리키지 않는 표지가 있습니다"),
				diag.T("remove private-use characters from the template", "서식에서 사용자 정의 영역 문자를 지우십시오")))
		case p.tokens[m.index].Blocks == nil && len(p.tokens[m.index].Inlines) == 0: // prints nothing
		default:
			out.WriteString(text[start:end])
		}
		text = text[end:]
	}
	p.places.text = out.String()
	return p.places.text
}

// plain copies text of a template and leaves out characters that print nothing.
func (p *parser) plain(out *strings.Builder, text string) {
	clean := text
	if strings.ContainsFunc(text, printsNothing) {
		clean = strings.Map(func(r rune) rune {
			if printsNothing(r) {
				return -1
			}
			return r
		}, text)
		p.found.Add(blocking(CodeMarkdown, Origin{Template: p.lastPlace()},
			diag.T("a template has a character that no document can carry, near “%s”", "서식에 문서에 쓸 수 없는 문자가 있습니다. 주변의 글: “%s”", quoted(clean)),
			diag.T("delete the control or private-use character", "제어 문자나 사용자 정의 영역 문자를 지우십시오")))
	}
	out.WriteString(clean)
}

// printsNothing reports whether no document can carry a character.
func printsNothing(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' && r != '\n' && r != '\t' || r == '\x7f'
	case r >= '가' && r <= '힣':
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Co, r) || r == utf8.RuneError
}

// lastPlace returns the place of the last place mark.
func (p *parser) lastPlace() diag.Place {
	if n := len(p.places.marks); n > 0 {
		return p.places.marks[n-1].at
	}
	return diag.Place{}
}

// unmark replaces the marks of a text by what their tokens print.
func (p *parser) unmark(text string) string {
	var out strings.Builder
	for {
		start, end, m := nextMark(text)
		if start < 0 {
			return out.String() + text
		}
		out.WriteString(text[:start])
		if m.file == 0 && m.index < len(p.tokens) {
			out.WriteString(Text(p.tokens[m.index].Inlines))
		}
		text = text[end:]
	}
}
