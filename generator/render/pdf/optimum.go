package pdf

// lineEnd is where a line may end while the lines of a paragraph are chosen
// together, with the best lines up to it.
type lineEnd struct {
	next, to int // where the following line starts, and where this one ends
	hyphen   bool
	before   int // the one that the line starts at
	cost     int
	lines    int
}

// What speaks against a place, in the measure of a line's cost: a line whose gaps
// are stretched as far as they may costs 10,000, half as far 2,500.
const (
	costSplit    = 1800   // a Hangul word is split
	costHyphen   = 1800   // an English word is split
	costTwo      = 5000   // two lines in a row end with a hyphen
	costRunt     = 2500   // the last line is a single short word
	costTooLoose = 100000 // the line would be left ragged
	good         = 450    // per mille of the stretch that needs no better choice
)

// fine tells whether lines that were filled one after the other are good enough:
// no word is split, none is loose, and more than a syllable stands on the last.
func (t *text) fine(lines []line, f filling) bool {
	for i, l := range lines {
		if i+1 == len(lines) {
			return len(lines) == 1 || !t.isRunt(l, f)
		}
		if brk := t.glyphs[l.next-1].brk; brk < breakGood {
			return false
		}
		if t.stretch(l, f) > good {
			return false
		}
	}
	return true
}

// stretch returns how far the gaps of a line have to grow, per mille of what they
// may: spaces first, then all letters.
func (t *text) stretch(l line, f filling) int {
	spaces, size := 0, 0
	for _, g := range t.glyphs[l.from:l.to] {
		if g.r == ' ' {
			spaces += int(g.advance)
		}
		size = max(size, t.spans[g.span].size)
	}
	return stretched1000(f.width*1000-l.width, spaces, (l.to-l.from-1)*size, f)
}

// stretched1000 is stretch in numbers: room and spaces are thousandths of a
// centipoint, letters is the sum of the sizes of the letters that may be moved.
func stretched1000(room, spaces, letters int, f filling) int {
	most := spaces*f.spaceStretch/1000 + letters*f.letterStretch
	if most == 0 {
		return 1000000
	}
	return room * 1000 / most
}

// isRunt tells whether a last line is so short that it looks lost.
func (t *text) isRunt(l line, f filling) bool {
	if l.width > f.width*120 { // an eighth of the width
		return false
	}
	for _, g := range t.glyphs[l.from:l.to] {
		if g.class == classSpace {
			return false
		}
	}
	return true
}

// chosen returns the lines of the glyphs from from to to that fill the width best
// together, after D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines
// (1981), or none if something in them is wider than a line. Gaps only grow.
func (t *text) chosen(from, to int, f filling) []line {
	if f.dash > 0 {
		t.hyphenate(from, to)
	}
	s := t.sums(from, to)
	places := append(t.places[:0], lineEnd{next: from})
	first := 0 // of the places that a line may still start at
	for i := from; i < to; i++ {
		g := &t.glyphs[i]
		last := i+1 == to
		if !last && g.brk < breakSyllable && !g.hyphen {
			continue
		}
		p := lineEnd{next: i + 1, to: t.trimEnd(from, i+1), hyphen: g.hyphen && g.brk < breakSyllable && !last}
		for first < len(places) && s.width(places[first].next, p.to)+t.dash(p, f) > f.width*1000 {
			first++
		}
		if first == len(places) {
			t.places = places
			return nil
		}
		t.bestStart(&p, places, first, s, f, last)
		places = append(places, p)
	}
	t.places = places
	out := make([]line, places[len(places)-1].lines)
	for p := &places[len(places)-1]; p.lines > 0; p = &places[p.before] {
		l := line{from: places[p.before].next, to: p.to, next: p.next, dash: t.dash(*p, f)}
		l.width = s.width(l.from, l.to) + l.dash
		out[p.lines-1] = l
	}
	return out
}

// bestStart finds the start of the line that ends at p for which the lines up to
// it cost least. Starts stand in order, so lines become shorter; once one has been
// found, those that would fill little of the width are left out.
func (t *text) bestStart(p *lineEnd, places []lineEnd, first int, s sums, f filling, last bool) {
	limit := f.width * 1000
	p.cost = -1
	for k := first; k < len(places); k++ {
		a := &places[k]
		width := s.width(a.next, p.to) + t.dash(*p, f)
		if p.cost >= 0 && !last && width < limit*6/10 {
			return
		}
		cost := a.cost
		switch {
		case last:
			if a.lines > 0 && t.isRunt(line{from: a.next, to: p.to, width: width}, f) {
				cost += costRunt
			}
		default:
			r := stretched1000(limit-width, s.space(a.next, p.to), (p.to-a.next-1)*s.size, f)
			if r > 1000 { // what is left empty is seen, and not what stretches
				empty := (limit - width) * 1000 / limit
				cost += costTooLoose + empty*empty
			} else {
				cost += r * r / 100
			}
			if p.hyphen {
				cost += costHyphen
			} else if t.glyphs[p.next-1].brk == breakSyllable {
				cost += costSplit
			}
		}
		if a.hyphen && (p.hyphen || last) {
			cost += costTwo
		}
		if p.cost < 0 || cost < p.cost {
			p.cost, p.before, p.lines = cost, k, a.lines+1
		}
	}
}

// dash returns how wide the hyphen at a line end is, in thousandths of a centipoint.
func (t *text) dash(p lineEnd, f filling) int {
	if !p.hyphen {
		return 0
	}
	return f.dash * t.spans[t.glyphs[p.to-1].span].size
}

// sums are the widths of a text up to each glyph, so that a line is measured at
// once.
type sums struct {
	from  int
	upTo  []int // of all glyphs
	blank []int // of its spaces
	size  int   // the largest
}

func (t *text) sums(from, to int) sums {
	n := to - from + 1
	if cap(t.sumUpTo) < n {
		t.sumUpTo, t.sumBlank = make([]int, 2*n), make([]int, 2*n)
	}
	s := sums{from: from, upTo: t.sumUpTo[:n], blank: t.sumBlank[:n]}
	s.upTo[0], s.blank[0] = 0, 0
	for i, g := range t.glyphs[from:to] {
		s.upTo[i+1], s.blank[i+1] = s.upTo[i]+int(g.advance), s.blank[i]
		if g.r == ' ' {
			s.blank[i+1] += int(g.advance)
		}
		s.size = max(s.size, t.spans[g.span].size)
	}
	return s
}

func (s sums) width(from, to int) int { return s.upTo[max(to, from)-s.from] - s.upTo[from-s.from] }
func (s sums) space(from, to int) int { return s.blank[max(to, from)-s.from] - s.blank[from-s.from] }
