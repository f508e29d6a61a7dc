package pdf

import "pactwright/generator/doc"

// keptNotice is how many lines a notice may have that is never divided.
const keptNotice = 8

// notice sets a remark on a ground with a bar beside it.
func (c *compositor) notice(v *doc.Notice, w where) []frag {
	s, look := c.style.Notices, c.noticeStyle(v.Kind)
	kind := divisionKind
	if v.Kind == doc.AnnotationNotice {
		kind = noteKind
	}
	outer := c.reading.enterElement(c.reading.inClause(w.side))
	defer c.reading.end(outer)
	c.reading.begin(kind)
	p := para{Type: c.typ(s.Type, w), x: w.x + s.Bar + s.Pad, width: w.width - s.Bar - 2*s.Pad, origin: v.Origin}
	b := &box{x: w.x, width: w.width, bar: s.Bar, barColor: look.Bar, ground: look.Ground, frame: look.Frame, filled: true}
	if v.Kind == doc.AnnotationNotice {
		b.filled = false
		p.Type.Size, p.Type.Leading = c.typ(c.style.Small, w).Size, c.typ(c.style.Small, w).Leading
	}
	before, after := p.Before, p.After
	p.Before, p.After = 0, p.Leading/3
	out := []frag{{height: s.Pad * 6 / 10, before: before, keep: true}}
	if len(v.Title) > 0 {
		title := p
		title.Bold, title.Color, title.After = true, look.Title, p.Leading/6
		f := c.setElement(paragraph, v.Title, title)
		keepAll(f)
		keepNext(f)
		out = append(out, f...)
	}
	for i, words := range v.Body {
		if i+1 == len(v.Body) {
			p.After = 0
		}
		out = append(out, c.setElement(paragraph, words, p)...)
	}
	out[len(out)-1].after = 0
	keepNext(out)
	out = append(out, frag{height: s.Pad * 6 / 10, after: after})
	if len(out) <= keptNotice+2 {
		keepAll(out)
	}
	for i := range out {
		out[i].box = b
	}
	return out
}

func (c *compositor) noticeStyle(k doc.NoticeKind) NoticeStyle {
	n := c.style.Notices
	switch k {
	case doc.GoodNotice:
		return n.Good
	case doc.WarningNotice:
		return n.Warning
	case doc.BadNotice:
		return n.Bad
	case doc.AnnotationNotice:
		return n.Annotation
	}
	return n.Info
}
