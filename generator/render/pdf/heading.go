package pdf

import (
	"strings"

	"pactwright/generator/doc"
)

// heading is what the contents page and the bookmarks need of a heading.
type heading struct {
	*doc.Heading
	words  string // with the number, on one line
	target int
	beside *heading // in the other language, if the document has two
}

// divided returns the number that begins a heading and the inlines behind it, if
// a space parts them, as in "Article 12. Ownership"; 제12조(귀속) is not divided.
func (h *heading) divided() (number string, title []doc.Inline, ok bool) {
	if h.Number == "" || len(h.Text) < 2 {
		return "", h.Text, false
	}
	first := h.Text[0].Text
	if !strings.Contains(first, h.Number) || !strings.HasSuffix(first, " ") {
		return "", h.Text, false
	}
	return strings.TrimSpace(first), h.Text[1:], true
}

// heading sets a heading, and begins a page for an exhibit if the style asks. A
// number stands above a centred exhibit's title, else beside the title, whose
// further lines are aligned with its first.
func (c *compositor) heading(v *doc.Heading, w where) []item {
	h := c.byBlock[v]
	c.enter(h)
	defer c.reading.end(c.reading.beginHeading(v.Level + 1)) // below the title
	p := para{Type: c.typ(c.headingType(v), w), x: w.x, width: w.width, origin: v.Origin, targets: []int{h.target}}
	p.targets = append(p.targets, c.targetsOf(v.Anchor)...)
	number, title, divided := h.divided()
	hang := c.widthAs(number+" ", v.Origin, p.base())
	var f []frag
	switch {
	case divided && p.Align == "center" && v.Kind == doc.ExhibitHeading:
		f = c.exhibitHeading(v, title, p)
	case divided && p.Align == "" && hang <= w.width/3:
		p.number, p.numberX = number, p.x
		p.x, p.width = p.x+hang, p.width-hang
		f = c.set(title, p)
	default:
		f = c.set(v.Text, p)
	}
	keepAll(f)
	c.ruleBelowHeading(f, p, w)
	if c.opensPage(v, w) {
		return append([]item{{newPage: true}}, single(f)...)
	}
	return single(f)
}

// opensPage tells whether a heading begins a page.
func (c *compositor) opensPage(v *doc.Heading, w where) bool {
	return v.Kind == doc.ExhibitHeading && c.style.ExhibitOnNewPage && w.side == fullWidth
}

// enter notes that what follows stands below a heading. A section has no number:
// it is in the article or exhibit before it.
func (c *compositor) enter(h *heading) {
	c.here.Title = h.title()
	if h.Number != "" || h.Kind != doc.SectionHeading {
		c.here.Number = h.Number
	}
}

// title returns the words of a heading without its number and the brackets of a
// Korean article, which are inlines of their own.
func (h *heading) title() string {
	text := h.Text
	if h.Number == "" || len(text) < 2 || !strings.Contains(text[0].Text, h.Number) {
		return h.words
	}
	if n := len(text); strings.HasSuffix(text[0].Text, "(") && text[n-1].Text == ")" {
		text = text[:n-1]
	}
	return plain(text[1:])
}

// headingType returns how a heading is set.
func (c *compositor) headingType(v *doc.Heading) Type {
	switch v.Kind {
	case doc.TitleHeading:
		return c.style.Title
	case doc.PartHeading:
		return c.style.Part
	case doc.ArticleHeading:
		return c.style.Article
	case doc.ExhibitHeading:
		return c.style.Exhibit
	}
	return c.style.section(v.Level)
}

// ruleBelowHeading draws the rule of a style: short below the middle of the page,
// else over the whole width.
func (c *compositor) ruleBelowHeading(f []frag, p para, w where) {
	if !p.Rule {
		return
	}
	x1, x2 := w.x, w.x+w.width
	if p.Align == "center" {
		x1, x2 = w.x+w.width*2/5, w.x+w.width*3/5
	}
	c.ruleBelow(&f[len(f)-1], x1, x2, p.Size*6/10)
}

// exhibitHeading sets the number of an exhibit on a line of its own.
func (c *compositor) exhibitHeading(v *doc.Heading, title []doc.Inline, p para) []frag {
	number := p
	number.Size, number.After = p.Size*3/4, 0
	f := c.set([]doc.Inline{{Origin: v.Origin, Text: v.Number}}, number)
	spaceBehind(f)
	p.Before, p.targets = 0, nil
	return append(f, c.set(title, p)...)
}

// outline makes the bookmarks. Levels that a document leaves out are closed up,
// since an outline may not skip one.
func (c *compositor) outline() {
	var above nesting
	for _, h := range c.headings {
		if h.Kind == doc.TitleHeading || h.words == "" {
			continue
		}
		c.bookmarks = append(c.bookmarks, Bookmark{Title: h.words, Level: above.level(h.Level) - 1, Target: h.target})
	}
}
