package pdf

import (
	"fmt"
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// compositor turns blocks into pieces. It belongs to one layout.
type compositor struct {
	doc   *doc.Resolved
	faces *faceSet

	body, exhibits manner
	manner         *manner  // of what is being set
	style          Style    // of the manner
	sheet          *sheet   // that it stands on
	exhibit        *heading // that it belongs to
	wider          int      // by how much the words of a table were wider than the page, in per cent

	findings diag.List
	reported map[reported]bool

	headings  []*heading // in the order of the document
	byBlock   map[*doc.Heading]*heading
	hangs     [sides][maxDepth + 1]int
	lengths   [sides]int // of all words of a column, see length
	targets   []Target
	names     map[string]int // anchor -> index of its target
	places    map[string]doc.Location
	here      doc.Location // where the block that is being set stands
	bookmarks []Bookmark
	reading   reading
	running   text // memory for the paragraph that is being set
	short     text // memory for labels and numbers
}

// where says in which place a block is set.
type where struct {
	x, width      int
	size, leading int // of running text; 0 as the style says
	side          side
}

// side is the column that a clause stands in; its numbers are aligned with those
// of its own column.
type side int

const (
	fullWidth side = iota
	leftColumn
	rightColumn
	sides
)

func newCompositor(r *doc.Resolved, s Style, f *Faces) *compositor {
	c := &compositor{
		doc: r, faces: newFaceSet(f),
		reported: map[reported]bool{}, byBlock: map[*doc.Heading]*heading{},
		names: map[string]int{}, places: map[string]doc.Location{}, reading: newReading(r.Lang),
	}
	width, height := paperSize(r.Paper)
	c.body, c.exhibits = manners(s, width, height)
	c.use(&c.body)
	for _, b := range r.Blocks {
		c.survey(b, fullWidth)
	}
	for s := range c.hangs {
		for d := range c.hangs[s] {
			c.hangs[s][d] = max(c.hangs[s][d]+c.style.Numbers.Gap, c.style.Numbers.Least)
		}
	}
	return c
}

// survey collects the headings and measures the numbers of clauses.
func (c *compositor) survey(b doc.Block, s side) {
	switch v := b.(type) {
	case *doc.Heading:
		h := &heading{Heading: v, words: plain(v.Text), target: c.newTarget()}
		if s != rightColumn {
			c.headings = append(c.headings, h)
		}
		c.byBlock[v] = h
	case *doc.Clause:
		d := depth(v)
		size := c.style.Body.Size
		if s != fullWidth && !c.doc.Stacked {
			size = c.style.Columns.Size
		}
		look := c.style.Body.base()
		look.size = size
		c.hangs[s][d] = max(c.hangs[s][d], c.widthAs(v.Number, v.Origin, look))
	case *doc.Columns:
		c.survey(v.Left, leftColumn)
		c.survey(v.Right, rightColumn)
		c.lengths[leftColumn] += c.length(v.Left)
		c.lengths[rightColumn] += c.length(v.Right)
		c.besides(v)
	}
}

// besides notes of a heading that stands on the left which one stands on the right.
func (c *compositor) besides(v *doc.Columns) {
	l, ok := v.Left.(*doc.Heading)
	r, also := v.Right.(*doc.Heading)
	if ok && also {
		c.byBlock[l].beside = c.byBlock[r]
	}
}

// document turns the whole document into items.
func (c *compositor) document() []item {
	blocks := c.order()
	contents := c.contentsAt(blocks)
	turns := c.turns(blocks)
	var items []item
	for i, b := range blocks {
		if i == contents {
			items = append(items, item{newPage: true})
			items = append(items, c.on(c.contents(where{width: c.sheet.textWidth()}))...)
			items = append(items, item{newPage: true})
		}
		c.enterPart(b)
		if len(turns) > 0 && i == turns[0].to {
			c.sheet, turns = c.manner.usual, turns[1:]
		}
		if len(turns) > 0 && i == turns[0].from {
			c.sheet = c.manner.onSide
		}
		items = append(items, c.placed(blocks, i, items)...)
	}
	c.use(&c.body)
	c.outline()
	return items
}

// placed turns a block into items that keep to their neighbours as they should,
// behind the items before them.
func (c *compositor) placed(blocks []doc.Block, i int, before []item) []item {
	b := blocks[i]
	add := c.block(b, where{width: c.sheet.textWidth()})
	if i+1 < len(blocks) && keepsNext(b, blocks[i+1]) {
		c.keepTail(add)
	}
	if i > 0 && isHeading(blocks[i-1]) && !isHeading(b) && !isFigure(b) {
		c.keepUnderHeading(add)
	}
	if _, ok := b.(*doc.Signatures); ok {
		c.keepAbove(before)
	}
	return c.on(add)
}

// on notes of items on which pages they stand.
func (c *compositor) on(items []item) []item {
	for i := range items {
		items[i].sheet, items[i].exhibit = c.sheet, c.exhibit
	}
	return items
}

// block turns one block into items.
func (c *compositor) block(b doc.Block, w where) []item {
	if _, columns := b.(*doc.Columns); !columns {
		c.reading.next(b, w.side)
	}
	switch v := b.(type) {
	case *doc.Heading:
		return c.heading(v, w)
	case *doc.Clause:
		return single(c.clause(v, w))
	case *doc.Paragraph:
		return single(c.paragraph(v, w))
	case *doc.List:
		return single(c.list(v, w))
	case *doc.Table:
		return single(c.table(v, w))
	case *doc.KeyValue:
		return single(c.keyValue(v, w))
	case *doc.Signatures:
		return single(c.signatures(v, w))
	case *doc.Notice:
		return single(c.notice(v, w))
	case *doc.Figure:
		return single(c.figure(v, w))
	case *doc.PageBreak:
		return []item{{newPage: true}}
	case *doc.Columns:
		return c.columnsBlock(v, w)
	}
	if c.faces.err == nil {
		c.faces.err = fmt.Errorf("the PDF format does not know blocks of type %T", b)
	}
	return nil
}

// single makes items of pieces that stand below each other.
func single(f []frag) []item {
	items := make([]item, len(f))
	for i := range f {
		items[i].frag = f[i]
	}
	return items
}

// newTarget makes a place that something may lead to.
func (c *compositor) newTarget() int {
	c.targets = append(c.targets, Target{})
	return len(c.targets) - 1
}

// target returns the index of the target with a name.
func (c *compositor) target(name string) int {
	t, ok := c.names[name]
	if !ok {
		t = c.newTarget()
		c.names[name] = t
	}
	return t
}

// define returns the target with a name and notes what stands there.
func (c *compositor) define(name string) int {
	if _, ok := c.places[name]; !ok {
		c.places[name] = c.here
	}
	return c.target(name)
}

// locations returns the anchors that stand on a page.
func (c *compositor) locations() doc.Locations {
	out := doc.Locations{}
	for name, at := range c.places {
		if printed := c.doc.Reference(name); printed != "" {
			at.Number = printed
		}
		at.Page = c.targets[c.names[name]].Page
		if at.Page > 0 {
			out[name] = at
		}
	}
	return out
}

// width measures a short text in centipoints.
func (c *compositor) width(s string, o doc.Origin, size int, bold bool) int {
	return c.widthAs(s, o, span{size: size, bold: bold})
}

// widthAs returns the width of a text that looks like a span.
func (c *compositor) widthAs(s string, o doc.Origin, look span) int {
	t := &c.short
	t.reset()
	c.composeText(t, s, o, look)
	return (t.measure(0, len(t.glyphs)) + 999) / 1000
}

// label draws a short text on one line. x is its left, its right or its middle,
// as align says.
func (c *compositor) label(d *Drawing, s string, o doc.Origin, x, y int, align string, style span) {
	t := &c.short
	t.reset()
	c.composeText(t, s, o, style)
	if len(t.glyphs) == 0 {
		return
	}
	l := t.trimmed(0, len(t.glyphs), len(t.glyphs), true)
	switch align {
	case "right":
		x -= l.width / 1000
	case "center":
		x -= l.width / 2000
	}
	t.draw(d, l, x, y, spacing{})
}

func itoa(n int) string { return strconv.Itoa(n) }
