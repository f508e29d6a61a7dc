package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// columnsBlock sets two blocks side by side.
func (c *compositor) columnsBlock(b *doc.Columns, w where) []item {
	if c.doc.Stacked {
		return c.stackedBlock(b, w)
	}
	left, right := c.halves(w)
	left.side, right.side = leftColumn, rightColumn
	out := []item{{columns: true, left: c.column(b.Left, left), right: c.column(b.Right, right)}}
	if h, ok := b.Left.(*doc.Heading); ok && c.opensPage(h, w) {
		out = append([]item{{newPage: true}}, out...)
	}
	return out
}

// halves divides a place among two languages, each with as much of the width as
// its words need, so that one column is not left half empty beside the other.
func (c *compositor) halves(w where) (left, right where) {
	room := w.width - c.style.Columns.Gutter
	left = w
	left.size, left.leading = c.style.Columns.Size, c.style.Columns.Leading
	right = left
	left.width = room * c.leftShare() / 1000
	right.x, right.width = w.x+left.width+c.style.Columns.Gutter, room-left.width
	return left, right
}

// widestShare bounds what one column may get of the width, per mille.
const widestShare = 600

// leftShare returns what the left column gets of the width, per mille.
func (c *compositor) leftShare() int {
	l, r := c.lengths[leftColumn], c.lengths[rightColumn]
	if l == 0 || r == 0 {
		return 500
	}
	return min(max(l*1000/(l+r), 1000-widestShare), widestShare)
}

// length returns how long the words of a block would be on one line, for
// comparison: in thousandths of an em, whatever their size and weight.
func (c *compositor) length(b doc.Block) int {
	var texts [][]doc.Inline
	switch v := b.(type) {
	case *doc.Heading:
		texts = append(texts, v.Text)
	case *doc.Paragraph:
		texts = append(texts, v.Text)
	case *doc.Clause:
		texts = append(texts, v.Text)
	case *doc.List:
		texts = v.Items
	}
	n, chain := 0, c.chain(span{})
	for _, t := range texts {
		for _, in := range t {
			if in.Kind == doc.AnchorInline {
				continue
			}
			for _, r := range printed(in) {
				if _, advance, ok := c.faces.find(chain, r); ok {
					n += advance
				}
			}
		}
	}
	return n
}

// column returns the pieces of one side; a missing side has none.
func (c *compositor) column(b doc.Block, w where) []frag {
	if b == nil {
		return nil
	}
	defer c.reading.end(c.reading.column(b, w.side, c.doc.Second()))
	if w.side == rightColumn && c.doc.Second() != "" {
		defer func(lang diag.Lang) { c.reading.lang = lang }(c.reading.lang)
		c.reading.lang = c.doc.Second()
	}
	var out []frag
	for _, it := range c.block(b, w) {
		if it.columns {
			out = append(append(out, it.left...), it.right...)
		} else if !it.newPage {
			out = append(out, it.frag)
		}
	}
	return out
}

// columns puts two columns on as many pages as they need. Each breaks at its own
// lines; both begin on the same page at the same height.
func (p *paginator) columns(it *item) {
	left, right := it.left, it.right
	top := p.main.y + gapBetween(p.main.above, it.head())
	for {
		l, r := p.main, p.main
		l.y, r.y, l.above, r.above, l.box, r.box = top, top, nil, nil, nil, nil
		room := p.sheet.height - p.sheet.margins.Bottom - top
		fresh := p.main.above == nil
		nl, nr := fit(left, room, fresh), fit(right, room, fresh)
		for i := range left[:nl] {
			p.place(&l, &left[i])
		}
		for i := range right[:nr] {
			p.place(&r, &right[i])
		}
		left, right = left[nl:], right[nr:]
		p.main.y = max(l.y, r.y)
		if nl+nr > 0 {
			p.main.above = it.tail()
			p.main.box = nil
		}
		if len(left)+len(right) == 0 || p.full {
			return
		}
		p.newPage()
		top = p.main.y
	}
}

// fit returns how many pieces fit in a height, without tearing apart what stands
// together. On a fresh page at least one is taken, so that there is progress.
func fit(f []frag, room int, fresh bool) int {
	n, used := 0, 0
	var above *frag
	for n < len(f) {
		end := groupEnd(f, n)
		h := stack(above, f[n:end])
		if used+h > room {
			break
		}
		used += h
		n, above = end, &f[end-1]
	}
	if n > 0 || !fresh {
		return n
	}
	for n < len(f) && (n == 0 || used+gapBetween(above, &f[n])+f[n].height <= room) {
		used += gapBetween(above, &f[n]) + f[n].height
		above = &f[n]
		n++
	}
	return n
}

// head returns the piece whose distance to what stands above counts.
func (it *item) head() *frag {
	if !it.columns {
		return &it.frag
	}
	var h frag
	for _, f := range [][]frag{it.left, it.right} {
		if len(f) > 0 {
			h.before = max(h.before, f[0].before)
		}
	}
	return &h
}

// tail returns the piece whose distance to what follows counts.
func (it *item) tail() *frag {
	if !it.columns {
		return &it.frag
	}
	var t frag
	for _, f := range [][]frag{it.left, it.right} {
		if n := len(f); n > 0 {
			t.after = max(t.after, f[n-1].after)
		}
	}
	return &t
}

// keeps tells whether what follows must stay with the item.
func (it *item) keeps() bool {
	if !it.columns {
		return it.keep
	}
	l, r := len(it.left), len(it.right)
	return l > 0 && it.left[l-1].keep || r > 0 && it.right[r-1].keep
}

// least returns the height that must fit on a page for the item to begin on it.
func (it *item) least() int {
	if !it.columns {
		return it.height
	}
	return max(firstGroup(it.left), firstGroup(it.right))
}

// whole returns the height of all of the item.
func (it *item) whole() int {
	if !it.columns {
		return it.height
	}
	return max(stack(nil, it.left), stack(nil, it.right))
}
