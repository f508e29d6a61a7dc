package pdf

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// cell is one cell of a row that is being set.
type cell struct {
	text     *text
	x, width int // of the text, without the padding
	align    string
}

// cellText composes the words of a cell.
func (c *compositor) cellText(words doc.Cell, look span) *text {
	t := new(text)
	c.compose(t, words, look)
	return t
}

// wholeRow is how much of a page a row may take and still be kept in one, in
// per cent; a taller one is divided at its lines.
const wholeRow = 25

// row sets cells side by side, in one piece or, if they are tall, line by line.
func (c *compositor) row(cells []cell, t Type, padY int) []frag {
	var lines [][]line
	most := 1
	for _, cl := range cells {
		l := cl.text.lines(filling{width: cl.width, loose: c.style.Ragged})
		lines = append(lines, l)
		most = max(most, len(l))
	}
	out := make([]frag, most)
	for i := range out {
		out[i].height = t.Leading
	}
	out[0].height += padY
	out[most-1].height += padY
	for k, cl := range cells {
		s := spacing{width: cl.width, align: cl.align}
		for i, l := range lines[k] {
			y := t.baseline()
			if i == 0 {
				y += padY
			}
			cl.text.draw(&out[i].Drawing, l, cl.x, y, s)
		}
		for _, m := range cl.text.marks {
			out[0].marks = append(out[0].marks, fragMark{target: m.target})
		}
	}
	if stack(nil, out) <= c.pageHeight()*wholeRow/100 {
		return []frag{merged(out)}
	}
	keepLines(out)
	return out
}

// merged makes one piece of several.
func merged(f []frag) frag {
	var out frag
	for i := range f {
		out.add(&f[i].Drawing, 0, out.height)
		for _, m := range f[i].marks {
			out.marks = append(out.marks, fragMark{m.target, m.y + out.height})
		}
		out.height += f[i].height
	}
	return out
}

// pageHeight returns the height of the text on a page.
func (c *compositor) pageHeight() int { return c.sheet.textHeight() }

// ground paints pieces over their whole height, from x over a width.
func ground(f []frag, x, width int, color Color) {
	for i := range f {
		rects := make([]Rect, 0, len(f[i].Rects)+1)
		rects = append(rects, Rect{X: x, W: width, H: f[i].height, Color: color})
		f[i].Rects = append(rects, f[i].Rects...)
	}
}

// ruleAt draws a rule across a piece.
func (f *frag) ruleAt(y, x, width, thickness int, color Color) {
	f.Rules = append(f.Rules, Rule{X1: x, Y1: y, X2: x + width, Y2: y, Width: thickness, Color: color})
}

// Thickness of the rules of tables.
const (
	frameRule = 80
	rowRule   = 40
)

// table sets a table. Its head is repeated on each page; a total has a rule above
// it and stays with the row before.
func (c *compositor) table(v *doc.Table, w where) []frag {
	s := c.style.Table
	t := c.typ(s.Type, w)
	columns := columnsOf(v)
	if columns == 0 {
		return nil
	}
	head, rows := c.tableCells(v, t, columns)
	room, narrowest := w.width-2*columns*s.PadX, 2*t.Size
	if room < columns*narrowest {
		c.tooWide(v, columns)
		room = columns * narrowest
	}
	widths, least := columnWidths(append([][]*text{head}, rows...), columns, room, narrowest, c.style.Ragged)
	c.wider = max(c.wider, (least+2*columns*s.PadX-w.width)*100/w.width)
	place := func(texts []*text) []cell { return placeCells(texts, widths, v.Align, w.x, s.PadX) }

	var out []frag
	var again *frag
	if len(v.Head) > 0 {
		f := c.row(place(head), t, s.PadY)
		ground(f, w.x, w.width, s.Head)
		f[0].ruleAt(0, w.x, w.width, frameRule, s.Frame)
		f[len(f)-1].ruleAt(f[len(f)-1].height, w.x, w.width, rowRule, s.Frame)
		if len(f) == 1 {
			copied := f[0]
			copied.marks, copied.keep = nil, true
			copied.unread() // once is enough
			again = &copied
		}
		keepAll(f)
		keepNext(f)
		out = f
	}
	for i, r := range rows {
		f := c.row(place(r), t, s.PadY)
		last := i+1 == len(rows)
		switch {
		case v.Total && last:
			f[0].ruleAt(0, w.x, w.width, frameRule, s.Frame)
		case len(out) == 0:
			f[0].ruleAt(0, w.x, w.width, frameRule, s.Frame)
		}
		if i+2 == len(rows) || s.Whole > 0 && i == 0 && !last {
			keepNext(f) // the last row is not alone on its page, nor the first one under its head
		}
		if !last {
			f[len(f)-1].ruleAt(f[len(f)-1].height, w.x, w.width, rowRule, s.Line)
		}
		for k := range f {
			f[k].repeat = again
		}
		out = append(out, f...)
	}
	end := &out[len(out)-1]
	end.ruleAt(end.height, w.x, w.width, frameRule, s.Frame)
	out[0].before, end.after = t.Before, t.After
	c.keepWhole(out, s)
	return out
}

// keepWhole keeps a table on one page if it takes no more of it than the style
// says.
func (c *compositor) keepWhole(f []frag, s TableStyle) {
	if stack(nil, f) <= c.pageHeight()*s.Whole/100 {
		keepAll(f)
	}
}

// columnsOf returns how many columns a table has.
func columnsOf(v *doc.Table) int {
	columns := len(v.Head)
	for _, r := range v.Rows {
		columns = max(columns, len(r))
	}
	return columns
}

// tooWide reports a table whose columns would leave the page.
func (c *compositor) tooWide(v *doc.Table, columns int) {
	c.findings.Add(diag.Finding{
		Code: "PDF-ROOM", Severity: diag.Blocking, Path: v.Origin.Path, Template: v.Origin.Template,
		Message: diag.T("a table of %d columns does not fit on the page", "표의 열이 %d개여서 쪽에 들어가지 않습니다", columns),
		Fix:     diag.T("use fewer columns, or two tables", "열을 줄이거나 표를 둘로 나누십시오"),
	})
}

// tableCells composes the cells of a table, row by row.
func (c *compositor) tableCells(v *doc.Table, t Type, columns int) (head []*text, rows [][]*text) {
	defer c.reading.end(c.reading.begin(tableKind))
	look := t.base()
	look.bold = true
	if len(v.Head) > 0 {
		outer := c.reading.begin(tableHead)
		head = c.cells(v.Head, look, columns, headCell)
		c.reading.end(outer)
	}
	defer c.reading.end(c.reading.begin(tableBody))
	rows = make([][]*text, len(v.Rows))
	for i, r := range v.Rows {
		look.bold = v.Total && i+1 == len(v.Rows)
		rows[i] = c.cells(r, look, columns, dataCell)
	}
	return head, rows
}

// cells composes the cells of a row. Cells that it lacks are elements all the same,
// so that all rows have as many.
func (c *compositor) cells(words []doc.Cell, look span, columns int, k Kind) []*text {
	defer c.reading.end(c.reading.begin(tableRow))
	out := make([]*text, len(words))
	for i := range columns {
		outer := c.reading.begin(k)
		if k == headCell {
			c.reading.elements[c.reading.open].Scope = "Column"
		}
		if i < len(words) {
			out[i] = c.cellText(words[i], look)
		}
		c.reading.end(outer)
	}
	return out
}

// placeCells gives the texts of a row their columns.
func placeCells(texts []*text, widths []int, align []doc.Align, x, pad int) []cell {
	out := make([]cell, len(texts))
	for i, t := range texts {
		out[i] = cell{text: t, x: x + pad, width: widths[i]}
		if i < len(align) {
			out[i].align = [...]string{doc.AlignLeft: "", doc.AlignRight: "right", doc.AlignCenter: "center"}[align[i]]
		}
		x += widths[i] + 2*pad
	}
	return out
}

// columnWidths divides the room for text among columns, none of which becomes
// narrower than narrowest. If everything fits on one line each column gets what
// it needs and a share of the rest. Else columns that need no more than an equal
// share get it, so that dates and amounts stay whole, and the long ones divide
// what is left. Room that is too narrow even for the words is divided in
// proportion to them, and words are split. It also returns how much room the words
// need.
func columnWidths(rows [][]*text, columns, room, narrowest, loose int) (widths []int, words int) {
	longest, least := make([]int, columns), make([]int, columns)
	for i := range columns {
		longest[i], least[i] = narrowest, narrowest
	}
	for _, r := range rows {
		for i, t := range r {
			long, word := t.widths()
			longest[i] = max(longest[i], min(long, room))
			least[i] = max(least[i], min(word, room))
		}
	}
	for i := range columns {
		if toFillIn(rows, i) {
			longest[i] = max(longest[i], room/columns)
		}
	}
	switch {
	case sum(longest) <= room:
		return stretched(longest, longest, room), sum(least)
	case sum(least) <= room:
		return lowest(rows, longest, least, room, loose), sum(least)
	}
	return levelled(least, room), sum(least)
}

// levelled cuts only the widest columns, to one width, so that the others keep
// their longest word whole.
func levelled(least []int, room int) []int {
	widths := make([]int, len(least))
	left, open := room, len(least)
	for settled := true; settled && open > 0; {
		settled = false
		for i, w := range least {
			if widths[i] == 0 && w <= left/open {
				widths[i], left, open, settled = w, left-w, open-1, true
			}
		}
	}
	for i := range widths {
		if widths[i] == 0 {
			widths[i] = left / open
			left, open = left-widths[i], open-1
		}
	}
	return widths
}

// toFillIn reports whether a column has a head and nothing below it: it is for
// writing by hand, and gets an equal share of the room.
func toFillIn(rows [][]*text, column int) bool {
	filled := func(r []*text) bool {
		if column >= len(r) {
			return false
		}
		long, _ := r[column].widths()
		return long > 0
	}
	return len(rows) > 1 && filled(rows[0]) && !slices.ContainsFunc(rows[1:], filled)
}

// generous is how much more than an equal share a column may get for its longest
// line, in per cent, if that makes the table lower.
var generous = []int{125, 160, 200}

// lowest shares the room among columns in the way that makes the fewest lines, the
// simplest one if others make no fewer.
func lowest(rows [][]*text, longest, least []int, room, loose int) []int {
	best := shared(longest, least, room, 100)
	fewest := -1
	for _, g := range generous {
		widths := shared(longest, least, room, g)
		if slices.Equal(widths, best) {
			continue
		}
		if fewest < 0 {
			fewest = linesOf(rows, best, loose)
		}
		if n := linesOf(rows, widths, loose); n < fewest {
			best, fewest = widths, n
		}
	}
	return best
}

// linesOf returns how many lines rows have together.
func linesOf(rows [][]*text, widths []int, loose int) int {
	n := 0
	for _, r := range rows {
		most := 0
		for i, t := range r {
			most = max(most, len(t.lines(filling{width: widths[i], loose: loose})))
		}
		n += most
	}
	return n
}

// shared gives columns their longest line as long as that is no more than a share of
// the room that is left, in per cent of an equal one, and divides the rest among the
// others, none of which gets less than its longest word.
func shared(longest, least []int, room, share int) []int {
	base, lack := slices.Clone(least), make([]int, len(least))
	for settled := true; settled; {
		settled = false
		left, open := room-sum(base), 0
		for i := range base {
			if base[i] < longest[i] {
				left, open = left+base[i], open+1
			}
		}
		for i := range base {
			extra := longest[i] - base[i]
			if extra > 0 && longest[i]*open*100 <= left*share && sum(base)+extra <= room {
				base[i], settled = longest[i], true
			}
		}
	}
	// Text of many lines reads well in any wide column, so it claims no more than
	// twice an equal share, and labels beside it stay on fewer lines.
	for i := range lack {
		lack[i] = max(0, min(longest[i], 2*room/len(lack))-base[i])
	}
	return stretched(base, lack, room)
}

// stretched adds what is left of the room to the widths in proportion to weights.
func stretched(widths, weights []int, room int) []int {
	left, weight := room-sum(widths), sum(weights)
	out := make([]int, len(widths))
	given, seen := 0, 0
	for i := range widths {
		seen += weights[i]
		upTo := left * (i + 1) / len(widths)
		if weight > 0 {
			upTo = left * seen / weight
		}
		out[i] = widths[i] + upTo - given
		given = upTo
	}
	return out
}

func sum(n []int) int {
	total := 0
	for _, v := range n {
		total += v
	}
	return total
}
