package pdf

import (
	"fmt"
	"strconv"
)

// Marks that belong to no element, for marked content: negative, since elements
// count from 1.
const (
	nothingOpen = -iota - 1
	layoutMark  // rules and grounds
	pageMark    // what stands on every page
	watermark
)

// mark makes what is drawn from now on belong to an element, or to a mark that is
// no element. Properties say that it is read in another language or as other
// characters; marks are not nested for them, since some readers lose the text
// behind an inner mark.
func (c *canvas) mark(what int, properties string) {
	if what == c.marked && properties == c.properties {
		return
	}
	c.unmark()
	c.marked, c.properties = what, properties
	switch what {
	case layoutMark:
		c.pdf.RawWriteStr("/Artifact <</Type /Layout>> BDC")
		return
	case pageMark:
		c.pdf.RawWriteStr("/Artifact <</Type /Pagination>> BDC")
		return
	case watermark:
		c.pdf.RawWriteStr("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
		return
	}
	kind := c.elements[what].Kind
	if properties != "" {
		kind = spanKind
	}
	page := &c.marks[len(c.marks)-1]
	c.pdf.RawWriteStr("/" + string(kind) + " <</MCID " + strconv.Itoa(len(*page)) + properties + ">> BDC")
	*page = append(*page, what)
}

// unmark ends what mark has begun.
func (c *canvas) unmark() {
	if c.marked != nothingOpen {
		c.pdf.RawWriteStr("EMC")
		c.marked, c.properties = nothingOpen, ""
	}
}

// markOf returns the element and the properties of a mark; a text or a box without
// an element stands on every page.
func markOf(element int, properties string) (int, string) {
	if element == 0 {
		return pageMark, ""
	}
	return element, properties
}

// markGraphic marks a line or a ground: most belong to no element.
func (c *canvas) markGraphic(element int) {
	if element == 0 {
		element = layoutMark
	}
	c.mark(element, "")
}

// spoken returns the character that a box stands for.
func (k Check) spoken() string {
	return fmt.Sprintf(" /ActualText <FEFF%04X>", [...]rune{Unchecked: '☐', Ticked: '☑', Crossed: '☒', Missing: '□'}[k.Kind])
}

// spoken returns the language of a text, if it is not that of its element.
func (t Text) spoken() string {
	if t.Lang == "" {
		return ""
	}
	return " /Lang (" + string(t.Lang) + ")"
}

// words draws the texts of a page with the boxes between them, in the order of
// reading.
func (c *canvas) words(p *Page) {
	next := 0
	boxes := func(upTo int) {
		for ; next < len(p.Checks) && p.Checks[next].Before <= upTo; next++ {
			k := p.Checks[next]
			c.mark(markOf(k.Element, k.spoken()))
			c.check(k)
		}
	}
	for i, t := range p.Texts {
		boxes(i)
		c.mark(markOf(t.Element, t.spoken()))
		c.text(t)
	}
	boxes(len(p.Texts))
}
