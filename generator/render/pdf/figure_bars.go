package pdf

import (
	"pactwright/generator/doc"
)

// mostNames is how much of the width the names beside bars may take, in per
// cent.
const mostNames = 36

// bar is one line of a chart of bars.
type bar struct {
	name, value chartLabel
	amount      int64
	height      int
}

// barsChart draws a bar for each category, its name before it, its amount and
// share behind it, and below them the marks of the axis.
func (c *compositor) barsChart(v *doc.Figure, t Type, w where) frag {
	s := c.style.Figure
	var out frag
	bars, names, values, most := c.bars(v, t, w)
	gap := t.Size / 2
	plot := area{x: w.x + names + gap, w: w.width - names - values - 2*gap}
	sc := c.scale(v, most, axisSteps, max(plot.w, 1), t)
	c.unitLine(&out.Drawing, v, sc, w.x, 0, t)
	plot.y = t.Leading + t.Size/4
	for _, b := range bars {
		plot.h += b.height
	}
	c.posts(&out.Drawing, v, sc, plot, t)
	y := plot.y
	for _, b := range bars {
		b.name.draw(&out.Drawing, t, w.x, y+(b.height-len(b.name.lines)*t.Leading)/2, names, "right")
		length := sc.at(b.amount, plot.w)
		out.fill(area{plot.x, y + (b.height-s.Bar)/2, length, s.Bar}, filled, c.seriesColor(0), area{})
		b.value.onWhite(&out.Drawing, t, plot.x+length+gap, y+(b.height-t.Leading)/2)
		y += b.height
	}
	out.height = y + t.Size/4 + t.Leading
	return out
}

// bars sets the names and values of all bars and returns the widths that they
// need, with the largest value.
func (c *compositor) bars(v *doc.Figure, t Type, w where) (out []bar, names, values int, most int64) {
	for _, r := range v.Rows {
		b := bar{name: c.fitted(r.Label, t.base(), w.width*mostNames/100, nameLines)}
		var words doc.Cell
		for _, cell := range r.Values {
			words = append(words, cell...)
			b.amount += amountOf(cell)
		}
		if len(r.Note) > 0 {
			words = append(append(append(words, doc.Inline{Text: " ("}), r.Note...), doc.Inline{Text: ")"})
		}
		b.value = c.fitted(words, t.base(), w.width*(100-mostNames)*2/300, 1)
		b.height = max(c.style.Figure.Bar, len(b.name.lines)*t.Leading) + t.Size/2
		names, values, most = max(names, b.name.width), max(values, b.value.width), max(most, b.amount)
		out = append(out, b)
	}
	return out, names, values, most
}

// posts draws the marks of a level axis and a line up for each.
func (c *compositor) posts(d *Drawing, v *doc.Figure, s scale, plot area, t Type) {
	quiet := t.base()
	quiet.color = c.style.Figure.Quiet
	for i, value := range s.marks() {
		x := plot.x + s.at(value, plot.w)
		line := area{x, plot.y, rowRule, plot.h}.rect(c.style.Figure.Grid)
		if value == 0 {
			line.W, line.Color = frameRule, c.style.Figure.Axis
		}
		d.Rects = append(d.Rects, line)
		c.label(d, s.labels[i], v.Origin, x, plot.y+plot.h+t.Size/4+t.baseline(), "center", quiet)
	}
}
