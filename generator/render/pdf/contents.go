package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// contentsAt returns the block that the contents page stands before: the first
// page break, which ends the cover of a document that has one, else the first
// heading that is listed. It is -1 if there is no contents page.
func (c *compositor) contentsAt() int {
	if !c.doc.Contents {
		return -1
	}
	for i, b := range c.doc.Blocks {
		if _, ok := b.(*doc.PageBreak); ok {
			return i
		}
		if v, ok := b.(*doc.Columns); ok {
			b = v.Left
		}
		if v, ok := b.(*doc.Heading); ok && c.listed(v) {
			return i
		}
	}
	return -1
}

// listed tells whether the contents page names a heading: parts, articles and
// exhibits, and in a document without articles its sections.
func (c *compositor) listed(v *doc.Heading) bool {
	switch v.Kind {
	case doc.PartHeading, doc.ArticleHeading, doc.ExhibitHeading:
		return true
	case doc.SectionHeading:
		return v.Level <= 1 && !c.hasArticles()
	}
	return false
}

func (c *compositor) hasArticles() bool {
	for _, h := range c.headings {
		if h.Kind == doc.ArticleHeading {
			return true
		}
	}
	return false
}

// contents sets the contents page. The numbers of its pages are filled in when
// the pages are known; nothing moves then, since they have a column of their own.
func (c *compositor) contents(w where) []item {
	s := c.style.Contents
	title := s.Title.EN
	if c.doc.Lang == diag.Korean {
		title = s.Title.KO
	}
	head := c.typ(c.style.Part, w)
	out := c.set([]doc.Inline{{Text: title}}, para{Type: head, x: w.x, width: w.width})
	keepAll(out)
	keepNext(out)
	hang := 0
	for _, h := range c.headings {
		if number, _, ok := h.divided(); ok && h.Kind == doc.ArticleHeading {
			hang = max(hang, c.width(number, h.Origin, s.Size, false)+s.Size*7/10)
		}
	}
	for _, h := range c.headings {
		if c.listed(h.Heading) {
			out = append(out, c.entry(h, hang, w)...)
		}
	}
	return single(out)
}

// entry sets one line of contents: number, title, a dotted line, page.
func (c *compositor) entry(h *heading, hang int, w where) []frag {
	s := c.style.Contents
	p := para{Type: s.Type, x: w.x, origin: h.Origin}
	numbers := c.width("0000", doc.Origin{}, s.Size, true)
	p.width = w.width - numbers
	title := h.Text
	if h.Kind == doc.PartHeading {
		p.Bold, p.Before = true, s.After*2
	}
	if number, rest, ok := h.divided(); ok && h.Kind == doc.ArticleHeading {
		p.number, p.numberX, title = number, p.x, rest
		p.x, p.width = p.x+hang, p.width-hang
	}
	t := &c.running
	t.reset()
	c.composeText(t, plain(title), h.Origin, p.base())
	lines := t.lines(filling{width: p.width, loose: c.style.Ragged})
	f := c.setText(t, p)
	keepAll(f)

	last := &f[len(f)-1]
	y, right := p.baseline(), w.x+w.width
	end := p.x
	if n := len(lines); n > 0 {
		end += lines[n-1].width / 1000
	}
	last.Rules = append(last.Rules, Rule{
		X1: end + s.Size*6/10, Y1: y - 60, X2: right - numbers, Y2: y - 60, Width: 60, Color: c.style.Running.Color, Dash: Dotted,
	})
	last.late = append(last.late, lateNumber{target: h.target, right: right, y: y, style: p.base()})
	for i := range f {
		f[i].Links = append(f[i].Links, Link{X: w.x, W: w.width, H: f[i].height, Target: h.target})
	}
	return f
}
