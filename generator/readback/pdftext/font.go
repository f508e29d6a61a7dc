package pdftext

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// font is what a font says about its characters: what each means, and how far
// it moves on, in thousandths of the size.
type font struct {
	meanings []meaning // by first character
	widths   []span    // by first character
	usual    float64   // of characters without a width
	glyphs   [256]*[256]glyph
}

// glyph is one character of a font, as far as it has been looked up.
type glyph struct {
	known bool
	text  string // empty if it has no meaning
	width float64
}

// glyph looks a character up.
func (to *font) glyph(c uint16) *glyph {
	block := to.glyphs[c>>8]
	if block == nil {
		block = new([256]glyph)
		to.glyphs[c>>8] = block
	}
	g := &block[c&0xFF]
	if !g.known {
		*g = glyph{true, to.meaning(c), to.width(c)}
	}
	return g
}

// meaning is the text of the characters from one to another: that of the first
// with the last character counted on.
type meaning struct {
	from, to uint16
	text     []rune
}

// span is the width of the characters from one to another.
type span struct {
	from, to uint16
	width    float64
}

// font reads the font of a name, once.
func (f *file) font(fonts dict, key name) (*font, error) {
	r, shared := fonts[key].(reference)
	if known, ok := f.fonts[r.number]; shared && ok {
		return known, nil
	}
	if f.read++; f.read > maxFonts {
		return nil, ErrTooLarge
	}
	d, err := f.dict(fonts[key])
	if err != nil {
		return nil, err
	}
	if d["Subtype"] != name("Type0") || d["Encoding"] != name("Identity-H") {
		return nil, ErrForm
	}
	out := &font{usual: 1000}
	if err := f.meanings(out, d["ToUnicode"]); err != nil {
		return nil, err
	}
	if err := f.widths(out, d["DescendantFonts"]); err != nil {
		return nil, err
	}
	if shared {
		f.fonts[r.number] = out
	}
	return out, nil
}

// Bounds on fonts: how many are read, and the ranges of one.
const (
	maxFonts  = 1_000
	maxRanges = 1 << 17
)

// meanings reads the table of what characters mean.
func (f *file) meanings(to *font, o any) error {
	o, err := f.get(o)
	if err != nil {
		return err
	}
	s, ok := o.(stream)
	if !ok {
		return ErrForm
	}
	text, err := f.unfold(s)
	if err != nil {
		return err
	}
	l := &lexer{text, 0}
	for {
		switch t := l.next(); {
		case t.kind == endToken:
			slices.SortStableFunc(to.meanings, func(a, b meaning) int { return int(a.from) - int(b.from) })
			return nil
		case t.kind == badToken || len(to.meanings) > maxRanges:
			return ErrDamaged
		case t.kind == wordToken && string(t.text) == "beginbfchar":
			err = to.chars(l)
		case t.kind == wordToken && string(t.text) == "beginbfrange":
			err = to.ranges(l)
		}
		if err != nil {
			return err
		}
	}
}

// chars reads lines of a character and its text.
func (to *font) chars(l *lexer) error {
	for {
		t := l.next()
		if t.kind == wordToken && string(t.text) == "endbfchar" {
			return nil
		}
		from, ok := character(t)
		text, also := runes(l.next())
		if !ok || !also || len(to.meanings) > maxRanges {
			return ErrDamaged
		}
		to.meanings = append(to.meanings, meaning{from, from, text})
	}
}

// ranges reads lines of a first and a last character and the text of the first,
// or a list of the text of each.
func (to *font) ranges(l *lexer) error {
	for {
		t := l.next()
		if t.kind == wordToken && string(t.text) == "endbfrange" {
			return nil
		}
		from, ok := character(t)
		last, also := character(l.next())
		if !ok || !also || last < from || len(to.meanings) > maxRanges {
			return ErrDamaged
		}
		t = l.next()
		if t.kind != openArray {
			text, ok := runes(t)
			if !ok {
				return ErrDamaged
			}
			to.meanings = append(to.meanings, meaning{from, last, text})
			continue
		}
		for c := int(from); ; c++ {
			t := l.next()
			if t.kind == closeArray {
				break
			}
			text, ok := runes(t)
			if !ok || c > int(last) {
				return ErrDamaged
			}
			to.meanings = append(to.meanings, meaning{uint16(c), uint16(c), text})
		}
	}
}

// character reads a character of two bytes.
func character(t token) (uint16, bool) {
	if t.kind != hexToken {
		return 0, false
	}
	b, ok := unhex(nil, t.text)
	if !ok || len(b) != 2 {
		return 0, false
	}
	return uint16(b[0])<<8 | uint16(b[1]), true
}

// longestMeaning bounds the text of one character, in bytes.
const longestMeaning = 64

// runes reads text of two bytes a unit.
func runes(t token) ([]rune, bool) {
	if t.kind != hexToken || len(t.text) > 2*longestMeaning {
		return nil, false
	}
	b, ok := unhex(nil, t.text)
	if !ok || len(b) == 0 || len(b)%2 != 0 {
		return nil, false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return utf16.Decode(units), true
}

// meaning returns what a character means; empty if the font does not say.
func (to *font) meaning(c uint16) string {
	i, ok := slices.BinarySearchFunc(to.meanings, c, func(m meaning, c uint16) int { return int(m.from) - int(c) })
	if !ok {
		i--
	}
	if i < 0 || to.meanings[i].to < c {
		return ""
	}
	m := to.meanings[i]
	text := slices.Clone(m.text)
	last := len(text) - 1
	if text[last] += rune(c - m.from); !utf8.ValidRune(text[last]) {
		text[last] = utf8.RuneError
	}
	return string(text)
}

// widths reads how far the characters move on.
func (f *file) widths(to *font, o any) error {
	o, err := f.get(o)
	if err != nil {
		return err
	}
	list, _ := o.(array)
	if len(list) != 1 {
		return ErrDamaged
	}
	d, err := f.dict(list[0])
	if err != nil {
		return err
	}
	usual, err := f.get(d["DW"])
	if err != nil {
		return err
	}
	if w, ok := usual.(float64); ok {
		to.usual = w
	}
	o, err = f.get(d["W"])
	if err != nil {
		return err
	}
	table, _ := o.(array)
	return to.table(table)
}

// table reads "first [width width …]" and "first last width".
func (to *font) table(list array) error {
	for i := 0; i < len(list); {
		from, ok := unit(list[i])
		if !ok || i+1 >= len(list) {
			return ErrDamaged
		}
		if each, isList := list[i+1].(array); isList {
			for k, w := range each {
				width, ok := w.(float64)
				if !ok || int(from)+k > 0xFFFF {
					return ErrDamaged
				}
				to.widths = append(to.widths, span{from + uint16(k), from + uint16(k), width})
			}
			i += 2
			continue
		}
		last, ok := unit(list[i+1])
		if !ok || i+2 >= len(list) {
			return ErrDamaged
		}
		width, ok := list[i+2].(float64)
		if !ok {
			return ErrDamaged
		}
		to.widths = append(to.widths, span{from, last, width})
		i += 3
	}
	slices.SortStableFunc(to.widths, func(a, b span) int { return int(a.from) - int(b.from) })
	return nil
}

func unit(o any) (uint16, bool) {
	f, ok := o.(float64)
	return uint16(f), ok && f >= 0 && f <= 0xFFFF
}

// width returns how far a character moves on.
func (to *font) width(c uint16) float64 {
	i, ok := slices.BinarySearchFunc(to.widths, c, func(s span, c uint16) int { return int(s.from) - int(c) })
	if !ok {
		i--
	}
	if i < 0 || to.widths[i].to < c {
		return to.usual
	}
	return to.widths[i].width
}
