package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// How much of its share of the width a column takes, in per cent, and the most
// lines that the name of a category or a series may have.
const (
	columnShare = 64
	nameLines   = 2
	axisSteps   = 5
)

// columnsChart draws stacked columns: a legend, the unit of the axis, the
// columns with what they add up to, and the names of the categories.
func (c *compositor) columnsChart(v *doc.Figure, t Type, w where) frag {
	s := c.style.Figure
	out := c.legend(v, t, w)
	height := s.Plot
	sc := c.scale(v, c.highest(v), min(axisSteps, max(1, height/(2*t.Leading))), 0, t)
	c.unitLine(&out.Drawing, v, sc, w.x, out.height, t)
	out.height += 2 * t.Leading // of the unit, and of the total of the highest column
	left := w.x + sc.widest + t.Size/2
	plot := area{left, out.height, w.x + w.width - left, height}
	c.levels(&out.Drawing, v, sc, plot, t)
	if len(v.Rows) == 0 {
		return out
	}
	pitch := plot.w / len(v.Rows)
	if pitch < 2*t.Size {
		c.noRoom(v.Origin, diag.T("a figure of %d columns does not fit on the page", "기둥이 %d개인 그림이 쪽에 들어가지 않습니다", len(v.Rows)))
		return out
	}
	totals := c.totals(v, t, pitch)
	below := 0
	for i, r := range v.Rows {
		slot := area{plot.x + i*pitch, plot.y, pitch, plot.h}
		top := c.stacked(&out.Drawing, r, sc, slot, t)
		if totals != nil {
			width := totals[i].width
			totals[i].onWhite(&out.Drawing, t, slot.x+(pitch-width)/2, top-t.Leading)
		}
		name := c.fitted(r.Label, t.base(), pitch-t.Size/2, nameLines)
		name.draw(&out.Drawing, t, slot.x, plot.y+plot.h+t.Size/4, pitch, "center")
		below = max(below, len(name.lines))
	}
	out.height += plot.h + t.Size/4 + below*t.Leading
	return out
}

// highest returns the value of the highest column.
func (c *compositor) highest(v *doc.Figure) int64 {
	most := int64(0)
	for _, r := range v.Rows {
		sum := int64(0)
		for _, cell := range r.Values {
			sum += amountOf(cell)
		}
		most = max(most, sum)
	}
	return most
}

// levels draws the marks of an upright axis and a line across for each.
func (c *compositor) levels(d *Drawing, v *doc.Figure, s scale, plot area, t Type) {
	quiet := t.base()
	quiet.color = c.style.Figure.Quiet
	for i, value := range s.marks() {
		y := plot.y + plot.h - s.at(value, plot.h)
		line := area{plot.x, y, plot.w, rowRule}.rect(c.style.Figure.Grid)
		if value == 0 {
			line.H, line.Color = frameRule, c.style.Figure.Axis
		}
		d.Rects = append(d.Rects, line)
		c.label(d, s.labels[i], v.Origin, plot.x-t.Size/2, y+t.Size*36/100, "right", quiet)
	}
}

// stacked draws the values of one category on each other and returns the height of its top. A
// value is printed in its part where it fits.
func (c *compositor) stacked(d *Drawing, r doc.FigureRow, s scale, slot area, t Type) (top int) {
	width := min(slot.w*columnShare/100, c.style.Figure.Column)
	x := slot.x + (slot.w-width)/2
	sum, bottom := int64(0), slot.y+slot.h
	top = bottom
	for i, cell := range r.Values {
		sum += amountOf(cell)
		top = slot.y + slot.h - s.at(sum, slot.h)
		part := area{x, top, width, bottom - top}
		bottom = top
		c.part(d, part, i, cell, t)
	}
	return top
}

// part draws one value of a column.
func (c *compositor) part(d *Drawing, a area, series int, value doc.Cell, t Type) {
	p, color := patternOf(series), c.seriesColor(series)
	look := t.base()
	if p == filled {
		look.color = white
	}
	words := c.fitted(value, look, 1<<30, 1)
	pad := t.Size / 3
	if a.h < t.Leading+pad || words.width+2*pad > a.w {
		d.fill(a, p, color, area{})
		return
	}
	hole := area{a.x + (a.w-words.width)/2 - pad, a.y + (a.h-t.Leading)/2, words.width + 2*pad, t.Leading}
	d.fill(a, p, color, hole)
	words.draw(d, t, hole.x+pad, hole.y, words.width, "")
}

// seriesColor returns the colour of a series.
func (c *compositor) seriesColor(n int) Color {
	palette := c.style.Figure.Palette
	return palette[n%len(palette)]
}

// totals sets what the columns add up to, as the document says it, or nothing if
// not all of them fit beside each other. A value that is missing stands there.
func (c *compositor) totals(v *doc.Figure, t Type, pitch int) []chartLabel {
	look := t.base()
	look.bold = true
	out := make([]chartLabel, len(v.Rows))
	for i, r := range v.Rows {
		words := r.Note
		for _, cell := range r.Values {
			if _, ok := cell.Amount(); !ok {
				words = cell
			}
		}
		out[i] = c.fitted(words, look, 1<<30, 1)
		if out[i].width+t.Size/2 > pitch {
			return nil
		}
	}
	return out
}

// legend names the series beside their patterns, in as many lines as they need.
func (c *compositor) legend(v *doc.Figure, t Type, w where) frag {
	var out frag
	swatch, gap := 2*t.Size, t.Size/2
	x := w.x
	for i, name := range v.Series {
		words := c.fitted(name, t.base(), w.width-swatch-gap, 1)
		if x > w.x && x+swatch+gap+words.width > w.x+w.width {
			x = w.x
			out.height += t.Leading
		}
		box := area{x, out.height + t.baseline() - t.Size*72/100, swatch, t.Size * 72 / 100}
		out.fill(box, patternOf(i), c.seriesColor(i), area{})
		words.draw(&out.Drawing, t, x+swatch+gap, out.height, words.width, "")
		x += swatch + gap + words.width + 2*t.Size
	}
	out.height += t.Leading
	return out
}
