package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// contentsAt returns the block that the contents page stands before: the first
// page break, which ends the cover of a document that has one, else the first
// heading that is listed. It is -1 if there is no contents page.
func (c *compositor) contentsAt(blocks []doc.Block) int {
	if !c.doc.Contents {
		return -1
	}
	for i, b := range blocks {
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

// leastTogether is how many lines of contents stand on the last page at least.
const leastTogether = 5

// contents sets the contents page, of a document in two languages in two columns.
// The numbers of its pages are filled in when the pages are known; nothing moves
// then, since they have a column of their own.
func (c *compositor) contents(w where) []item {
	var listed []*heading
	two := false
	for _, h := range c.headings {
		if c.listed(h.Heading) {
			listed = append(listed, h)
			two = two || h.beside != nil
		}
	}
	left, right := w, w
	if two {
		left, right = c.halves(w)
	}
	c.reading.pair = [2]int{}
	out, tables := c.contentsTitle(left, right, two)
	hangs := [2]int{c.hang(listed, left), c.hang(besides(listed), right)}
	for i, h := range listed {
		var it []item
		if h.beside != nil {
			l := c.entry(h, hangs[0], left, entering{table: tables[0], lang: c.doc.Lang, target: h.target})
			r := c.entry(h.beside, hangs[1], right, entering{table: tables[1], lang: c.doc.Second(), target: h.target, numbered: true})
			it = []item{{columns: true, left: l, right: r}}
		} else {
			f := c.entry(h, hangs[0], left, entering{table: tables[0], lang: c.doc.Lang, target: h.target, numbered: true})
			it = single(f)
		}
		if last := len(listed) - 1; i < last && i > last-leastTogether {
			c.keepTail(it)
		}
		out = append(out, it...)
	}
	return out
}

// contentsTitle sets the words above the contents, in both languages if there are
// two, and returns the elements that the entries of each belong to.
func (c *compositor) contentsTitle(left, right where, two bool) (out []item, tables [2]int) {
	word := func(lang diag.Lang, w where) []frag {
		title := c.style.Contents.Title.EN
		if lang == diag.Korean {
			title = c.style.Contents.Title.KO
		}
		outer := c.reading.beginHeading(contentsLevel)
		c.reading.elements[c.reading.open].Lang = lang
		f := c.set([]doc.Inline{{Text: title}}, para{Type: c.typ(c.style.Part, w), x: w.x, width: w.width})
		c.reading.end(outer)
		keepAll(f)
		keepNext(f)
		return f
	}
	first := word(c.doc.Lang, left)
	tables[0] = c.reading.element(contentsKind)
	if !two {
		return single(first), tables
	}
	second := word(c.doc.Second(), right)
	tables[1] = c.reading.element(contentsKind)
	c.reading.elements[tables[1]].Lang = c.doc.Second()
	return []item{{columns: true, left: first, right: second}}, tables
}

// besides returns the headings in the other language.
func besides(headings []*heading) []*heading {
	var out []*heading
	for _, h := range headings {
		if h.beside != nil {
			out = append(out, h.beside)
		}
	}
	return out
}

// hang returns the width of the numbers of articles that their titles stand behind.
func (c *compositor) hang(headings []*heading, w where) int {
	s := c.typ(c.style.Contents.Type, w)
	hang := 0
	for _, h := range headings {
		if number, _, ok := h.divided(); ok && h.Kind == doc.ArticleHeading {
			hang = max(hang, c.widthAs(number, h.Origin, s.base())+s.Size*7/10)
		}
	}
	return hang
}

// entering is what an entry of the contents belongs to and leads to.
type entering struct {
	table    int // the element of all entries
	lang     diag.Lang
	target   int
	numbered bool
}

func link(f []frag, w where, target, element int) {
	for i := range f {
		f[i].Links = append(f[i].Links, Link{X: w.x, W: w.width, H: f[i].height, Target: target, Element: element})
	}
}

// entry sets one line of contents: number, title, and unless the page stands in
// the other column a dotted line and the page.
func (c *compositor) entry(h *heading, hang int, w where, e entering) []frag {
	defer func(lang diag.Lang) { c.reading.lang = lang }(c.reading.lang)
	c.reading.lang = e.lang
	defer c.reading.end(c.reading.enterElement(e.table))
	c.reading.begin(contentsItem)
	c.reading.begin(entryKind)
	c.reading.begin(linkKind)
	s := c.typ(c.style.Contents.Type, w)
	p := para{Type: s, x: w.x, width: w.width, origin: h.Origin}
	numbers := c.widthAs("0000", doc.Origin{}, s.base().strong())
	if e.numbered {
		p.width -= numbers
	}
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
	link(f, w, e.target, c.reading.open)
	if !e.numbered {
		return f
	}

	last := &f[len(f)-1]
	y, right := p.baseline(), w.x+w.width
	end := p.x
	if n := len(lines); n > 0 {
		end += lines[n-1].width / 1000
	}
	last.Rules = append(last.Rules, Rule{
		X1: end + s.Size*6/10, Y1: y - 60, X2: right - numbers, Y2: y - 60, Width: 60, Color: c.style.Running.Color, Dash: Dotted,
	})
	spaceBehind(f)
	last.late = append(last.late, lateNumber{target: e.target, right: right, y: y, style: p.base(), element: c.reading.open})
	return f
}
