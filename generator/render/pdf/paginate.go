package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// paginator puts pieces on pages, one after the other.
type paginator struct {
	c       *compositor
	laid    *Laid
	main    column
	sheet   *sheet   // the kind of the present page
	exhibit *heading // that what is being put on it belongs to
	late    []placedNumber
	full    bool // the document has reached maxPages
}

// column is where pieces are being put on the present page.
type column struct {
	x, y  int   // left, and the height reached
	above *frag // nil at the top of a page
	box   *box  // the box that is open
	rects [3]int
}

type placedNumber struct {
	lateNumber
	page, x, y int
}

func newPaginator(c *compositor, laid *Laid) *paginator {
	return &paginator{c: c, laid: laid}
}

// run sets all pages. There is at least one. A new page that is asked for begins
// with what follows, so none is left blank. What stands on another kind of page
// begins one.
func (p *paginator) run(items []item) {
	p.begin(firstOf(items, p.c.body.usual))
	due := false
	for i := range items {
		it := &items[i]
		if it.newPage {
			due = true
			continue
		}
		p.exhibit = it.exhibit
		if it.sheet != p.sheet || due && p.main.above != nil {
			p.begin(it)
		}
		due = false
		switch {
		case p.full:
			return
		case it.columns:
			p.makeRoom(items[i:])
			p.columns(it)
		default:
			p.makeRoom(items[i:])
			p.place(&p.main, &it.frag)
		}
	}
}

// begin begins a page of the kind that an item stands on.
func (p *paginator) begin(it *item) {
	p.sheet, p.exhibit = it.sheet, it.exhibit
	p.newPage()
}

// firstOf returns the item that a document begins with, if it has any.
func firstOf(items []item, usual *sheet) *item {
	for i := range items {
		if !items[i].newPage {
			return &items[i]
		}
	}
	return &item{sheet: usual}
}

// newPage begins a page of the same kind as the one before.
func (p *paginator) newPage() {
	if len(p.laid.Pages) == maxPages {
		p.full = true
		p.c.findings.Add(diag.Finding{
			Code: "PDF-PAGES", Severity: diag.Blocking,
			Message: diag.T("the document “%s” has more than %d pages", "문서 “%s”의 분량이 %d쪽을 넘습니다", p.c.doc.Title, maxPages),
			Fix:     diag.T("split the document", "문서를 나누십시오"),
		})
		return
	}
	p.laid.Pages = append(p.laid.Pages, Page{Width: p.sheet.width, Height: p.sheet.height, sheet: p.sheet, exhibit: p.exhibit})
	p.main = column{x: p.sheet.left(len(p.laid.Pages), p.c.style.Duplex), y: p.sheet.margins.Top}
}

func (p *paginator) page() *Page { return &p.laid.Pages[len(p.laid.Pages)-1] }

// filled returns the height of the text on the present page.
func (p *paginator) filled() int { return p.main.y - p.sheet.margins.Top }

// room returns the height that is left.
func (p *paginator) room() int {
	return p.sheet.height - p.sheet.margins.Bottom - p.main.y
}

// makeRoom begins a new page if the first item, with all that must stay with
// it, does not fit on this one. What would not fit on any page is not kept
// together.
func (p *paginator) makeRoom(items []item) {
	if p.main.above == nil {
		return
	}
	first := &items[0]
	whole := chain(p.main.above, items)
	if whole > p.sheet.textHeight() {
		whole = gapBetween(p.main.above, first.head()) + first.least()
	}
	if whole <= p.room() {
		return
	}
	p.newPage()
	if first.repeat != nil && !p.full {
		p.place(&p.main, first.repeat)
	}
}

// chain returns the height of an item and of what must stay with it.
func chain(above *frag, items []item) int {
	h := 0
	for i := range items {
		it := &items[i]
		if it.newPage || it.sheet != items[0].sheet {
			break
		}
		h += gapBetween(above, it.head())
		if !it.keeps() {
			return h + it.least()
		}
		h += it.whole()
		above = it.tail()
	}
	return h
}

// place puts one piece on the present page.
func (p *paginator) place(col *column, f *frag) {
	page := p.page()
	col.y += gapBetween(col.above, f)
	p.openBox(col, f)
	page.add(&f.Drawing, col.x, col.y)
	page.signs = page.signs || f.signs
	for _, m := range f.marks {
		if t := &p.c.targets[m.target]; t.Page == 0 {
			*t = Target{Page: len(p.laid.Pages), Y: col.y + m.y}
		}
	}
	for _, n := range f.late {
		p.late = append(p.late, placedNumber{n, len(p.laid.Pages) - 1, col.x + n.right, col.y + n.y})
	}
	col.y += f.height
	p.stretchBox(col)
	col.above = f
}

// openBox begins the ground of a box on this page if the piece has another box
// than the one before. The rectangles are stretched as pieces follow.
func (p *paginator) openBox(col *column, f *frag) {
	if f.box == col.box && col.above != nil {
		return
	}
	col.box = f.box
	if f.box == nil {
		return
	}
	b, page := f.box, p.page()
	col.rects = [3]int{-1, -1, -1}
	if b.filled {
		col.rects[0] = len(page.Rects)
		page.Rects = append(page.Rects, Rect{X: col.x + b.x, Y: col.y, W: b.width, Color: b.ground})
		col.rects[2] = len(page.Rects)
		page.Rects = append(page.Rects, Rect{X: col.x + b.x, Y: col.y, W: b.width, Color: b.frame, Stroke: 50})
	}
	if b.bar > 0 {
		col.rects[1] = len(page.Rects)
		page.Rects = append(page.Rects, Rect{X: col.x + b.x, Y: col.y, W: b.bar, Color: b.barColor})
	}
}

func (p *paginator) stretchBox(col *column) {
	if col.box == nil {
		return
	}
	page := p.page()
	for _, i := range col.rects {
		if i >= 0 {
			page.Rects[i].H = col.y - page.Rects[i].Y
		}
	}
}

// numberContents writes the page numbers that were not known before.
func (p *paginator) numberContents() {
	for _, n := range p.late {
		t := p.c.targets[n.target]
		if t.Page > 0 {
			p.c.reading.open = n.element
			p.c.label(&p.laid.Pages[n.page].Drawing, itoa(t.Page), doc.Origin{}, n.x, n.y, "right", n.style)
		}
	}
}
