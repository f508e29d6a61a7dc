package pdf

import "pactwright/generator/doc"

// draw sets one line with its left end at x and its baseline at y.
func (t *text) draw(d *Drawing, l line, x, y int, f spacing) {
	s := f.share(t, l)
	x += s.indent
	done := line{from: l.from, to: l.from} // what is drawn already
	walked, extra, letters := 0, 0, 0
	for done.to < l.to {
		run := t.run(done.to, l.to)
		at := x + walked/1000 + extra + letters*s.letter/10
		gained := s.gain(run.spaces)
		width := (walked+run.width)/1000 - walked/1000
		t.drawRun(d, run, at, y, width, gained, s.letter)
		walked += run.width
		extra += gained
		letters += run.to - run.from
		done = line{from: run.from, to: run.to}
	}
	if l.dash > 0 {
		t.drawDash(d, l, x+walked/1000+extra+letters*s.letter/10, y)
	}
	if n := len(d.Texts); walked > 0 && l.next > l.to && n > 0 && t.glyphs[l.to-1].face != boxFace {
		d.Texts[n-1].Space = true
	}
}

// drawDash draws the hyphen of a divided word, which is seen and not read.
func (t *text) drawDash(d *Drawing, l line, x, y int) {
	g := t.glyphs[l.to-1]
	s := t.spans[g.span]
	d.Texts = append(d.Texts, Text{X: x, Y: y, Width: l.dash / 1000, Face: g.face, Size: s.size, Color: s.color, Slant: s.slant, S: "-", Element: layoutMark})
}

// spacing is how a line is placed in its width.
type spacing struct {
	width         int // centipoints
	align         string
	justify       bool
	spaceStretch  int // per mille
	letterStretch int // per mille
}

// shares is what a line is given beyond its natural width: space before it,
// centipoints for its spaces together, and thousandths of a point behind each
// character. The spaces take turns in getting the odd centipoint.
type shares struct {
	indent, letter int
	total, spaces  int
	given          int // spaces that have their share
}

// gain returns the share of the next n spaces.
func (s *shares) gain(n int) int {
	if s.spaces == 0 {
		return 0
	}
	before := s.total * s.given / s.spaces
	s.given += n
	return s.total*s.given/s.spaces - before
}

// share decides how a line fills its width. Spaces grow to their limit, then
// letters move apart; a line that would need more is left ragged.
func (f spacing) share(t *text, l line) *shares {
	room := f.width - (l.width+999)/1000
	switch {
	case room <= 0:
		return &shares{}
	case f.align == "center":
		return &shares{indent: room / 2}
	case f.align == "right":
		return &shares{indent: room}
	case !f.justify || l.last:
		return &shares{}
	}
	spaces, natural, size := 0, 0, 0
	for _, g := range t.glyphs[l.from:l.to] {
		if g.r == ' ' {
			spaces++
			natural += int(g.advance)
		}
		size = max(size, t.spans[g.span].size)
	}
	most := natural * f.spaceStretch / 1000 / 1000
	if room <= most {
		return &shares{total: room, spaces: spaces}
	}
	gaps := l.to - l.from - 1
	if gaps < 1 {
		return &shares{}
	}
	letter := (room - most) * 10 / gaps
	if letter > size*f.letterStretch/100 {
		return &shares{}
	}
	return &shares{total: most, spaces: spaces, letter: letter}
}

// run is glyphs that look the same.
type run struct {
	from, to int
	spaces   int
	width    int // thousandths of a centipoint
}

// run returns the longest run from from on. A box is a run of its own.
func (t *text) run(from, limit int) run {
	first := t.glyphs[from]
	r := run{from: from}
	for r.to = from; r.to < limit; r.to++ {
		g := t.glyphs[r.to]
		if r.to > from && (g.face != first.face || g.face == boxFace || g.span != first.span && t.spans[g.span] != t.spans[first.span]) {
			break
		}
		if g.r == ' ' {
			r.spaces++
		}
		r.width += int(g.advance)
	}
	return r
}

// drawRun draws one run with its link and its ground.
func (t *text) drawRun(d *Drawing, r run, x, y, width, extra, letter int) {
	first := t.glyphs[r.from]
	s := t.spans[first.span]
	whole := width + extra + (r.to-r.from)*letter/10
	if s.gap {
		d.Rects = append(d.Rects, Rect{X: x, Y: y - s.size, W: whole, H: s.size * 130 / 100, Color: s.ground})
	}
	if s.change != doc.Unchanged {
		height := s.size * 12 / 100 // of the line below the letters
		if s.change == doc.Deleted {
			height = -s.size * 28 / 100
		}
		d.Rects = append(d.Rects, Rect{X: x, Y: y + height, W: whole, H: max(s.size*6/100, 1), Color: s.color})
	}
	if s.target >= 0 || s.uri != "" {
		d.Links = append(d.Links, Link{X: x, Y: y - s.size, W: whole, H: s.size * 130 / 100, Target: s.target, URI: s.uri, Element: s.element})
	}
	if first.face == boxFace {
		d.Checks = append(d.Checks, Check{X: x, Y: y, Size: s.size, Kind: boxKind(first.r), Color: s.color, Element: s.element, Before: len(d.Texts)})
		return
	}
	runes := make([]rune, 0, r.to-r.from)
	var kern []int16
	for i, g := range t.glyphs[r.from:r.to] {
		runes = append(runes, g.r)
		if g.kern != 0 && i+1 < r.to-r.from {
			if kern == nil {
				kern = make([]int16, r.to-r.from)
			}
			kern[i] = g.kern
		}
	}
	d.Texts = append(d.Texts, Text{
		X: x, Y: y, Width: width + extra, Extra: extra, Letter: letter,
		Face: first.face, Size: s.size, Color: s.color, Slant: s.slant, S: string(runes), Kern: kern,
		Element: s.element, Lang: s.lang,
	})
}
