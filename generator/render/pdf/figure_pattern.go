package pdf

// pattern is how the ground of a series is filled, so that series are told apart
// on paper without colours too.
type pattern uint8

// Patterns, in the order in which series get them.
const (
	filled pattern = iota
	rising
	level
	falling
	upright
	crossed
	patterns
)

// patternOf returns the pattern of the nth series.
func patternOf(n int) pattern { return pattern(n) % patterns }

// Lines of patterns: how wide they are and how far apart.
const (
	hatchWidth    = 70
	hatchDistance = 420
)

var white = Color{255, 255, 255}

// area is a rectangle of a chart; without a width it is none.
type area struct{ x, y, w, h int }

func (a area) rect(color Color) Rect { return Rect{X: a.x, Y: a.y, W: a.w, H: a.h, Color: color} }

// fill draws an area in a pattern. The hole, where words stand, is left free of
// lines.
func (d *Drawing) fill(a area, p pattern, color Color, hole area) {
	switch {
	case a.w <= 0 || a.h <= 0:
		return
	case p == filled:
		d.Rects = append(d.Rects, a.rect(color))
		return
	}
	outline := a.rect(color)
	outline.Stroke = hatchWidth
	d.Rects = append(d.Rects, a.rect(white), outline)
	if p == crossed {
		d.hatch(a, rising, color, hole)
		p = falling
	}
	d.hatch(a, p, color, hole)
}

// hatch draws the parallel lines of a pattern.
func (d *Drawing) hatch(a area, p pattern, color Color, hole area) {
	line := func(c, from, to int) {
		if from >= to {
			return
		}
		x1, y1 := p.point(c, from)
		x2, y2 := p.point(c, to)
		d.Rules = append(d.Rules, Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: hatchWidth, Color: color})
	}
	first, last := p.lines(a)
	for c := first + hatchDistance/2; c < last; c += hatchDistance {
		from, to := p.within(a, c)
		if begin, end := p.within(hole, c); begin < end {
			line(c, from, begin)
			from = end
		}
		line(c, from, to)
	}
}

// lines returns the numbers between which the lines of a pattern cross an area:
// a level line is numbered by its y, an upright one by its x, a rising one by
// x+y, a falling one by x-y.
func (p pattern) lines(a area) (first, last int) {
	switch p {
	case level:
		return a.y, a.y + a.h
	case upright:
		return a.x, a.x + a.w
	case falling:
		return a.x - a.y - a.h, a.x + a.w - a.y
	}
	return a.x + a.y, a.x + a.w + a.y + a.h
}

// within returns the part of a line that lies in an area, by its x, or by its y
// if the line is upright.
func (p pattern) within(a area, c int) (from, to int) {
	if first, last := p.lines(a); a.w <= 0 || a.h <= 0 || c < first || c > last {
		return 0, 0
	}
	switch p {
	case level:
		return a.x, a.x + a.w
	case upright:
		return a.y, a.y + a.h
	case falling:
		return max(a.x, c+a.y), min(a.x+a.w, c+a.y+a.h)
	}
	return max(a.x, c-a.y-a.h), min(a.x+a.w, c-a.y)
}

// point returns a place on a line.
func (p pattern) point(c, at int) (x, y int) {
	switch p {
	case level:
		return at, c
	case upright:
		return c, at
	case falling:
		return at, at - c
	}
	return at, c - at
}
