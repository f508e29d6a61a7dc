package pdf

import (
	"math"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// furnish prints what stands on every page beside the text: the running title
// and the mark at the head, the document's footer and the page number at the foot.
func (c *compositor) furnish(l *Laid) {
	total := len(l.Pages)
	title := ""
	for i := range l.Pages {
		left := c.style.Margins.Inner
		if c.style.Duplex && i%2 == 1 {
			left = c.style.Margins.Outer
		}
		right := left + c.laidWidth()
		c.pageHead(&l.Pages[i].Drawing, left, right, title)
		c.pageFoot(&l.Pages[i].Drawing, l.Height, left, right, itoa(i+1)+" / "+itoa(total))
		if i == 0 { // the first page has the title itself
			title = c.runningTitle()
		}
	}
	c.watermark(l)
}

// acrossOrigin is the origin of the words that lie under every page.
var acrossOrigin = doc.Origin{Path: "across"}

// The largest and the smallest watermark, and how much of a page's diagonal it may
// take, per mille.
const (
	acrossSize   = 15000
	acrossLeast  = 1000
	acrossLength = 550
)

// watermark sets the words that lie under every page, in one line through the
// middle, as large as the diagonal allows.
func (c *compositor) watermark(l *Laid) {
	words := c.doc.Across
	if words == "" {
		return
	}
	diagonal := int(math.Hypot(float64(l.Width), float64(l.Height)))
	size := acrossSize
	if width := c.width(words, acrossOrigin, size, true); width > diagonal*acrossLength/1000 {
		size = size * (diagonal * acrossLength / 1000) / width
	}
	if size < acrossLeast {
		c.tooLong("across", words)
	}
	c.reading.open = 0
	c.label(&l.watermark, words, acrossOrigin, l.Width/2, l.Height/2+size*36/100, "center", span{size: size, color: c.style.Watermark, bold: true, target: -1})
}

// pageHead prints the running title on the left and the mark on the right.
func (c *compositor) pageHead(d *Drawing, left, right int, title string) {
	t := c.style.Running
	y := c.style.Margins.Top * 6 / 10
	if c.doc.Mark != "" {
		mark := t.base()
		mark.bold, mark.color = true, c.style.Accent
		c.label(d, c.doc.Mark, markOrigin, right, y, "right", mark)
	}
	if title != "" {
		c.label(d, title, titleOrigin, left, y, "", t.base())
	}
	if title != "" || c.doc.Mark != "" {
		y += t.Size * 7 / 10
		d.Rules = append(d.Rules, Rule{X1: left, Y1: y, X2: right, Y2: y, Width: 40, Color: c.style.Rule})
	}
}

// Origins of the texts that stand on every page.
var (
	titleOrigin  = doc.Origin{Path: "title"}
	markOrigin   = doc.Origin{Path: "mark"}
	footerOrigin = doc.Origin{Path: "footer"}
)

// longestTitle bounds what is measured of a running title, in characters.
const longestTitle = 300

// runningTitle returns the title that heads the pages after the first, of a title
// in two languages the first alone, cut to the room that the mark leaves; the
// whole title heads the document itself.
func (c *compositor) runningTitle() string {
	size := c.style.Running.Size
	room := c.laidWidth()
	if c.doc.Mark != "" {
		width := c.width(c.doc.Mark, markOrigin, size, true)
		if width > room {
			c.tooLong("mark", c.doc.Mark)
		}
		room -= width + 2*size
	}
	switch {
	case !c.style.RunningTitle:
		return ""
	case c.width(c.doc.Title, titleOrigin, size, false) <= room:
		return c.doc.Title
	}
	if first, _, two := strings.Cut(c.doc.Title, " / "); two && c.width(first, titleOrigin, size, false) <= room {
		return first
	}
	runes := []rune(c.doc.Title)
	runes = runes[:min(len(runes), longestTitle)]
	for len(runes) > 0 && c.width(string(runes)+"…", titleOrigin, size, false) > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// pageFoot prints the footer, on several lines if need be, and the page number.
func (c *compositor) pageFoot(d *Drawing, height, left, right int, number string) {
	t := c.style.Running
	y := height - c.style.Margins.Bottom*7/10
	d.Rules = append(d.Rules, Rule{X1: left, Y1: y, X2: right, Y2: y, Width: 40, Color: c.style.Rule})
	y += t.Size * 16 / 10
	c.label(d, number, doc.Origin{}, right, y, "right", t.base())
	if c.doc.Footer == "" {
		return
	}
	width := right - left - c.width("0000 / 0000", doc.Origin{}, t.Size, false) - t.Size
	words := &c.running
	words.reset()
	c.composeText(words, c.doc.Footer, footerOrigin, t.base())
	for i, l := range words.lines(filling{width: width, loose: c.style.Ragged}) {
		at := y + i*t.Leading
		if at > height-t.Size {
			c.tooLong("footer", c.doc.Footer)
			return
		}
		words.draw(d, l, left, at, spacing{})
	}
}

// tooLong reports a text that every page would cut off, once.
func (c *compositor) tooLong(what, s string) {
	key := reported{origin: doc.Origin{Path: what}}
	if c.reported[key] {
		return
	}
	c.reported[key] = true
	c.findings.Add(diag.Finding{
		Code: "PDF-ROOM", Severity: diag.Blocking, Path: what,
		Message: diag.T("the text for every page is too long: “%s”", "모든 쪽에 찍히는 문구가 너무 깁니다: “%s”", around(s, 0)),
		Fix:     diag.T("shorten it", "줄이십시오"),
	})
}

// cutOff reports words that run off the place that they have, as a number beside
// its clause or a label in the square for a seal.
func (c *compositor) cutOff(o doc.Origin, s string) {
	c.findings.Add(diag.Finding{
		Code: "PDF-ROOM", Severity: diag.Blocking, Path: o.Path, Template: o.Template,
		Message: diag.T("there is no room for “%s”", "자리가 모자라 다 들어가지 않는 문구가 있습니다: “%s”", around(s, 0)),
		Fix:     diag.T("shorten it", "줄이십시오"),
	})
}
