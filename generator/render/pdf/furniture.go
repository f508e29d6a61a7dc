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
	for i := range l.Pages {
		p := &l.Pages[i]
		c.sheet = p.sheet
		left := c.sheet.left(i+1, c.style.Duplex)
		right := left + c.sheet.textWidth()
		title := ""
		if i > 0 { // the first page has the title itself
			title = c.runningTitle(p)
		}
		c.pageHead(&p.Drawing, left, right, title)
		c.pageFoot(p, left, right, itoa(i+1)+" / "+itoa(total))
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
	y := c.sheet.margins.Top * 6 / 10
	if c.doc.Mark != "" {
		if c.widthAs(c.doc.Mark, markOrigin, t.base().strong()) > right-left {
			c.tooLong("mark", c.doc.Mark)
		}
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
	titleOrigin   = doc.Origin{Path: "title"}
	markOrigin    = doc.Origin{Path: "mark"}
	footerOrigin  = doc.Origin{Path: "footer"}
	signingOrigin = doc.Origin{Path: "signing"}
)

// longestTitle bounds what is measured of a running title, in characters.
const longestTitle = 300

// runningTitle returns what heads a page after the first: the exhibit that it
// belongs to and the title of the document, or as much of them as the mark leaves
// room for. Of a title in two languages the first alone is enough; the whole title
// heads the document itself.
func (c *compositor) runningTitle(p *Page) string {
	size := c.style.Running.Size
	room := c.sheet.textWidth()
	if c.doc.Mark != "" {
		room -= c.widthAs(c.doc.Mark, markOrigin, c.style.Running.base().strong()) + 2*size
	}
	titles := c.runningTitles(p)
	for _, t := range titles {
		if c.widthAs(t, titleOrigin, c.style.Running.base()) <= room {
			return t
		}
	}
	if len(titles) == 0 {
		return ""
	}
	runes := []rune(titles[len(titles)-1])
	runes = runes[:min(len(runes), longestTitle)]
	for len(runes) > 0 && c.widthAs(string(runes)+"…", titleOrigin, c.style.Running.base()) > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// runningTitles returns the titles that may head a page, the longest first.
func (c *compositor) runningTitles(p *Page) []string {
	var out []string
	if c.style.RunningTitle && c.doc.Title != "" {
		out = append(out, c.doc.Title)
		if first, _, two := strings.Cut(c.doc.Title, " / "); two {
			out = append(out, first)
		}
	}
	if p.exhibit == nil || !c.style.Schedule.RunningTitle {
		return out
	}
	for i := range out {
		out[i] = p.exhibit.words + " · " + out[i]
	}
	return append(out, p.exhibit.words)
}

// pageFoot prints the page number, where people sign what they sign, and the footer.
func (c *compositor) pageFoot(p *Page, left, right int, number string) {
	t, d := c.style.Running, &p.Drawing
	y := p.Height - c.sheet.margins.Bottom*7/10
	d.Rules = append(d.Rules, Rule{X1: left, Y1: y, X2: right, Y2: y, Width: 40, Color: c.style.Rule})
	y += t.Size * 16 / 10
	c.label(d, number, doc.Origin{}, right, y, "right", t.base())
	numbers := c.widthAs("0000 / 0000", doc.Origin{}, t.base()) + t.Size
	if p.signs {
		y += c.footWords(p, c.doc.Signing, signingOrigin, left+numbers, y, spacing{width: right - left - 2*numbers, align: "center"})
	}
	c.footWords(p, c.doc.Footer, footerOrigin, left, y, spacing{width: right - left - numbers})
}

// footWords prints words at the foot of a page, on several lines if need be, and
// returns how high they are.
func (c *compositor) footWords(p *Page, s string, o doc.Origin, x, y int, f spacing) int {
	if s == "" {
		return 0
	}
	t, words, height := c.style.Running, &c.running, 0
	words.reset()
	c.composeText(words, s, o, t.base())
	for _, l := range words.lines(filling{width: f.width, loose: c.style.Ragged}) {
		if y+height > p.Height-t.Size {
			c.tooLong(o.Path, s)
			break
		}
		words.draw(&p.Drawing, l, x, y+height, f)
		height += t.Leading
	}
	return height
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
