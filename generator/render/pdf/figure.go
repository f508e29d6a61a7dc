package pdf

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// figure draws a chart in one piece: its title, the chart, and below it in words
// what it shows.
func (c *compositor) figure(v *doc.Figure, w where) []frag {
	s := c.style.Figure
	t, gap := c.typ(s.Type, w), frag{height: s.Gap}
	parts := c.setElement(paragraph, v.Title, para{Type: c.typ(s.Title, w), x: w.x, width: w.width, origin: v.Origin})
	parts = append(parts, gap)
	parts = append(parts, c.chart(v, t, w))
	if len(v.Alt) > 0 {
		parts = append(parts, gap)
		parts = append(parts, c.setElement(paragraph, v.Alt, para{Type: c.typ(c.style.Small, w), x: w.x, width: w.width, origin: v.Origin})...)
	}
	whole := merged(parts)
	whole.before, whole.after = t.Before, t.After
	if whole.height > c.pageHeight() {
		c.noRoom(v.Origin, diag.T("a figure of %d categories is higher than the page", "항목이 %d개인 그림이 쪽보다 높습니다", len(v.Rows)))
	}
	return []frag{whole}
}

// chart draws the chart itself, which those who do not see it get in words.
func (c *compositor) chart(v *doc.Figure, t Type, w where) frag {
	defer c.reading.end(c.reading.begin(figureKind))
	e := c.reading.open
	words := v.Alt
	if len(words) == 0 {
		words = v.Title
	}
	c.reading.elements[e].Alt = plain(words)
	var out frag
	if v.Kind == doc.BarsFigure {
		out = c.barsChart(v, t, w)
	} else {
		out = c.columnsChart(v, t, w)
	}
	for i := range out.Rects {
		out.Rects[i].Element = e
	}
	for i := range out.Rules {
		out.Rules[i].Element = e
	}
	return out
}

// noRoom reports a figure that does not fit on a page.
func (c *compositor) noRoom(o doc.Origin, message diag.Text) {
	c.findings.Add(diag.Finding{
		Code: "PDF-ROOM", Severity: diag.Blocking, Path: o.Path, Template: o.Template, Message: message,
		Fix: diag.T("divide the figure, or use a table", "그림을 나누거나 표로 쓰십시오"),
	})
}

// amountOf returns the amount of a value in minor units. A value that is missing
// in a draft is drawn as nothing.
func amountOf(c doc.Cell) int64 {
	a, _ := c.Amount()
	return max(a.Minor(), 0)
}

// chartLabel is words that stand in a chart, on few lines.
type chartLabel struct {
	text  *text
	lines []line
	width int // of the widest line
}

// fitted breaks the words of a cell into at most so many lines. What does not
// fit ends in an ellipsis.
func (c *compositor) fitted(words doc.Cell, look span, width, most int) chartLabel {
	words = flat(words)
	set := func(words doc.Cell) (chartLabel, bool) {
		t := c.cellText(words, look)
		l := chartLabel{text: t, lines: t.lines(filling{width: width, loose: c.style.Ragged})}
		for _, one := range l.lines {
			l.width = max(l.width, (one.width+999)/1000)
		}
		return l, len(l.lines) <= most && l.width <= width
	}
	whole, ok := set(words)
	if ok {
		return whole
	}
	runes := []rune(plain(words))
	for n := min(len(runes), longestTitle) - 1; n > 0; n-- {
		short := strings.TrimRight(string(runes[:n]), " ") + "…"
		if l, ok := set(doc.Cell{{Origin: words[0].Origin, Text: short}}); ok {
			return l
		}
	}
	return chartLabel{text: new(text)}
}

// flat puts a slash in the place of line breaks, as between two languages.
func flat(words doc.Cell) doc.Cell {
	out := slices.Clone(words)
	for i := range out {
		if out[i].Kind == doc.LineBreak {
			out[i] = doc.Inline{Origin: out[i].Origin, Text: " / "}
		}
	}
	return out
}

// draw sets a label with its first line at a height.
func (l chartLabel) draw(d *Drawing, t Type, x, y, width int, align string) {
	for i, one := range l.lines {
		l.text.draw(d, one, x, y+i*t.Leading+t.baseline(), spacing{width: width, align: align})
	}
}

// onWhite sets a label of one line on white, so that no line of the chart goes
// through it.
func (l chartLabel) onWhite(d *Drawing, t Type, x, y int) {
	if l.width > 0 {
		pad := t.Size / 5
		d.Rects = append(d.Rects, area{x - pad, y + (t.Leading-t.Size)/2, l.width + 2*pad, t.Size}.rect(white))
	}
	l.draw(d, t, x, y, l.width, "")
}
