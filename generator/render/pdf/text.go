package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// glyph is one character of a text that is being set.
type glyph struct {
	r       rune
	face    FaceID
	class   class
	brk     breakKind // behind this glyph
	joined  bool      // a particle: it stays with what stands before it
	hyphen  bool      // a word may be divided behind this glyph
	span    int32     // into text.spans
	atom    int32     // number of the unit that is kept on one line; 0 for none
	advance int32     // thousandths of a centipoint, with kern
	kern    int16     // how far the next glyph is moved, thousandths of an em
}

// span is what neighbouring glyphs have in common.
type span struct {
	size   int
	color  Color
	bold   bool
	family string // empty: that of the style
	slant  bool
	gap    bool // a gap in a draft, set on ground
	ground Color
	change doc.Change // of compared texts: what is new has a line below it, what is gone one through it
	target int        // where it leads; -1 for nowhere
	uri    string

	element int
	lang    diag.Lang // if it is another than that of the element
}

// text is a paragraph as glyphs. Marks are targets that stand in it.
type text struct {
	glyphs []glyph
	spans  []span
	marks  []mark
	atoms  int32

	places            []lineEnd // memory for choosing lines
	sumUpTo, sumBlank []int
}

// mark is a target at a glyph.
type mark struct{ at, target int }

// line is a range of glyphs. Spaces at its end belong to the text but are not
// part of the line; next is where the following line starts.
type line struct {
	from, to, next int
	width          int // thousandths of a centipoint, with the dash
	dash           int // how wide the hyphen is that divides its last word; 0 if none does
	last           bool
}

// reset makes the text empty and keeps its memory.
func (t *text) reset() {
	t.glyphs, t.spans, t.marks, t.atoms = t.glyphs[:0], t.spans[:0], t.marks[:0], 0
}

// measure adds up the glyphs from from to to, in thousandths of a centipoint.
func (t *text) measure(from, to int) int {
	w := 0
	for _, g := range t.glyphs[from:to] {
		w += int(g.advance)
	}
	return w
}

// filling is how lines are filled.
type filling struct {
	width   int // centipoints
	justify bool
	loose   int // per mille of the spaces, or of the width if not justified

	spaceStretch, letterStretch int // as the style says, if justified
	dash                        int // width of a hyphen, thousandths of an em; 0 divides no word
}

// lines breaks the text. No character is lost but spaces at the ends of lines.
func (t *text) lines(f filling) []line {
	var out []line
	t.fitAtoms(f.width)
	start := 0 // of the lines up to a forced break
	for at := 0; at < len(t.glyphs); {
		l := t.nextLine(at, f)
		out = append(out, l)
		at = l.next
		if l.last || at == len(t.glyphs) {
			out = t.improved(out, start, f)
			start = len(out)
		}
	}
	if n := len(out); n > 0 {
		out[n-1].last = true
	}
	return out
}

// improved chooses the lines from start on together if they are justified and not
// fine as they are.
func (t *text) improved(lines []line, start int, f filling) []line {
	filled := lines[start:]
	if !f.justify || len(filled) < 2 || t.fine(filled, f) {
		return lines
	}
	end := filled[len(filled)-1]
	better := t.chosen(filled[0].from, max(end.to, end.from), f)
	if better == nil {
		return lines
	}
	better[len(better)-1].next, better[len(better)-1].last = end.next, end.last
	return append(lines[:start], better...)
}

// fitAtoms forbids breaks inside the units that fit on half a line; longer ones
// may break at their spaces. It starts from the marks that it finds, so a text
// that is set in several widths is marked anew.
func (t *text) fitAtoms(width int) {
	markBreaks(t.glyphs)
	for i := 0; i < len(t.glyphs); {
		j := i + 1
		for j < len(t.glyphs) && t.glyphs[j].atom == t.glyphs[i].atom {
			j++
		}
		if t.glyphs[i].atom != 0 {
			short := t.measure(i, j) <= width*1000/2
			for k := i; k+1 < j; k++ {
				if b := t.glyphs[k].brk; b < breakSpace && b > breakAny || b == breakSpace && short {
					t.glyphs[k].brk = breakAny
				}
			}
		}
		i = j
	}
}

// nextLine finds the end of the line that starts at from. It prefers a space or
// a place between Hanja; if that leaves the line too loose, it splits a Hangul
// word; if there is no such place at all, any place must do.
func (t *text) nextLine(from int, f filling) line {
	limit := f.width * 1000
	var ends [breakForced]int // last place of each kind, as the index behind it
	width, i := 0, from
	for ; i < len(t.glyphs); i++ {
		g := &t.glyphs[i]
		if g.brk == breakForced {
			return t.trimmed(from, i, i+1, true)
		}
		if g.class != classSpace && width+int(g.advance) > limit {
			break
		}
		width += int(g.advance)
		if g.brk < breakForced {
			ends[g.brk] = i + 1
		}
	}
	if i == len(t.glyphs) {
		return t.trimmed(from, i, i, true)
	}
	good := max(ends[breakGood], ends[breakSpace])
	end := good
	switch {
	case good > 0 && ends[breakSyllable] > good && t.isLoose(from, good, f):
		end = ends[breakSyllable]
	case good > 0:
	case ends[breakSyllable] > 0:
		end = ends[breakSyllable]
	case ends[breakAddress] > from+(i-from)/2:
		end = ends[breakAddress]
	case ends[breakAny] > 0:
		end = ends[breakAny]
	default:
		end = max(i, from+1)
	}
	return t.trimmed(from, end, end, false)
}

// trimmed makes the line from from to to without the spaces at its end.
func (t *text) trimmed(from, to, next int, last bool) line {
	to = t.trimEnd(from, to)
	return line{from: from, to: to, next: next, width: t.measure(from, to), last: last}
}

// trimEnd returns the end of a line without the spaces there.
func (t *text) trimEnd(from, to int) int {
	for to > from && t.glyphs[to-1].class == classSpace {
		to--
	}
	return to
}

// isLoose tells whether a line that ends before to has too much room left.
func (t *text) isLoose(from, to int, f filling) bool {
	l := t.trimmed(from, to, to, false)
	room := f.width*1000 - l.width
	if !f.justify {
		return room > f.loose*f.width
	}
	spaces := 0
	for _, g := range t.glyphs[l.from:l.to] {
		if g.r == ' ' {
			spaces += int(g.advance)
		}
	}
	return room*1000 > f.loose*spaces
}

// widths returns the widest line if nothing breaks but forced breaks, and the
// widest part that should not be broken, in centipoints.
func (t *text) widths() (longest, least int) {
	markBreaks(t.glyphs)
	wide, part := 0, 0
	for i, g := range t.glyphs {
		switch {
		case g.r == '\n':
			longest, least = max(longest, wide), max(least, part)
			wide, part = 0, 0
			continue
		case g.class == classSpace:
			wide += int(g.advance)
			if g.brk == breakSpace && !t.insideAtom(i) {
				least, part = max(least, part), 0
				continue
			}
			part += int(g.advance)
			continue
		}
		wide += int(g.advance)
		part += int(g.advance)
		if g.brk >= breakGood && !t.insideAtom(i) {
			least, part = max(least, part), 0
		}
	}
	longest, least = max(longest, wide), max(least, part)
	return (longest + 999) / 1000, (least + 999) / 1000
}

// insideAtom tells whether the place behind glyph i lies within a kept unit.
func (t *text) insideAtom(i int) bool {
	return i+1 < len(t.glyphs) && t.glyphs[i].atom != 0 && t.glyphs[i].atom == t.glyphs[i+1].atom
}
