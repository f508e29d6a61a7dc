package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// para is a paragraph with all that decides how it is set.
type para struct {
	Type
	x, width int
	justify  bool
	number   string // stands at numberX on the first line
	numberX  int
	label    int // the element of the number, if it has one of its own
	origin   doc.Origin
	targets  []int // that the paragraph as a whole is
}

// base returns the look of the paragraph's text.
func (t Type) base() span {
	return span{size: t.Size, color: t.Color, bold: t.Bold, family: t.Family, target: -1}
}

// strong returns the look in bold.
func (s span) strong() span {
	s.bold = true
	return s
}

// baseline returns how far below the top of a line its letters stand, so that
// capitals are in the middle; they are 72 % of the size in all faces.
func (t Type) baseline() int { return (t.Leading + t.Size*72/100) / 2 }

// typ returns a type as it is in a place: smaller in columns, in the proportion
// of the running text.
func (c *compositor) typ(t Type, w where) Type {
	if w.size == 0 {
		return t
	}
	b := c.style.Body
	t.Size = t.Size * w.size / b.Size
	t.Leading = max(t.Leading*w.leading/b.Leading, t.Size)
	t.Before = t.Before * w.size / b.Size
	t.After = t.After * w.size / b.Size
	return t
}

// set sets a paragraph.
func (c *compositor) set(inlines []doc.Inline, p para) []frag {
	t := &c.running
	t.reset()
	c.compose(t, inlines, p.base())
	return c.setText(t, p)
}

// setElement sets a paragraph that is an element of its own.
func (c *compositor) setElement(k Kind, inlines []doc.Inline, p para) []frag {
	defer c.reading.end(c.reading.begin(k))
	return c.set(inlines, p)
}

// setText sets a composed text, one piece for each line.
func (c *compositor) setText(t *text, p para) []frag {
	f := filling{width: p.width, justify: p.justify, loose: c.style.Ragged}
	if p.justify {
		f.loose, f.spaceStretch, f.letterStretch = c.style.Loose, c.style.SpaceStretch, c.style.LetterStretch
		f.dash = c.dash()
	}
	s := spacing{
		width: p.width, align: p.Align, justify: p.justify,
		spaceStretch: c.style.SpaceStretch, letterStretch: c.style.LetterStretch,
	}
	lines := t.lines(f)
	if len(lines) == 0 {
		lines = []line{{}}
	}
	out := make([]frag, len(lines))
	for i, l := range lines {
		g := &out[i]
		g.height = p.Leading
		t.draw(&g.Drawing, l, p.x, p.baseline(), s)
		for _, m := range t.marks {
			if m.at < l.next && m.at >= l.from || i+1 == len(lines) && m.at >= l.next {
				g.marks = append(g.marks, fragMark{target: m.target})
			}
		}
	}
	first, last := &out[0], &out[len(out)-1]
	for _, target := range p.targets {
		first.marks = append(first.marks, fragMark{target: target})
	}
	if p.number != "" {
		var number Drawing // drawn first, so that it is also read first
		if p.label > 0 {
			defer c.reading.end(c.reading.enterElement(p.label))
		}
		if c.widthAs(p.number, p.origin, p.base()) > p.x+p.width-p.numberX {
			c.cutOff(p.origin, p.number)
		}
		c.label(&number, p.number, p.origin, p.numberX, p.baseline(), "", p.base())
		if p.label == 0 { // the number and the title are one heading
			spaceBehind([]frag{{Drawing: number}})
		}
		number.add(&first.Drawing, 0, 0)
		first.Drawing = number
	}
	first.before, last.after = p.Before, p.After
	keepLines(out)
	return out
}

// dash returns how wide a hyphen is if words may be divided in what is being set,
// in thousandths of an em, else 0.
func (c *compositor) dash() int {
	if !c.style.Hyphenate || c.reading.lang != diag.English {
		return 0
	}
	_, regular, ok := c.faces.find(c.chain(span{}), '-')
	_, bold, also := c.faces.find(c.chain(span{bold: true}), '-')
	if !ok || !also {
		return 0
	}
	return max(regular, bold)
}

// targetsOf returns the target of an anchor, if there is one.
func (c *compositor) targetsOf(anchor string) []int {
	if anchor == "" {
		return nil
	}
	return []int{c.define(anchor)}
}

// paragraph sets running text.
func (c *compositor) paragraph(v *doc.Paragraph, w where) []frag {
	defer c.reading.end(c.reading.begin(paragraph))
	p := para{x: w.x, width: w.width, origin: v.Origin, targets: c.targetsOf(v.Anchor)}
	switch v.Style {
	case doc.Letterhead:
		return c.letterhead(v, w)
	case doc.Small:
		p.Type = c.typ(c.style.Small, w)
	default:
		p.Type = c.typ(c.style.Body, w)
	}
	switch v.Style {
	case doc.Center:
		p.Align = "center"
	case doc.Right:
		p.Align = "right"
	case doc.Conspicuous:
		p.Bold = true
	}
	p.justify = c.style.Justify && p.Align == ""
	return c.set(v.Text, p)
}

// letterhead sets the typed head of a letter: the sender's name, and below it
// where to reach them.
func (c *compositor) letterhead(v *doc.Paragraph, w where) []frag {
	rest := c.typ(c.style.Letterhead, w)
	p := para{Type: c.typ(c.style.Sender, w), x: w.x, width: w.width, origin: v.Origin, targets: c.targetsOf(v.Anchor)}
	p.Align = rest.Align
	cut := len(v.Text)
	for i, in := range v.Text {
		if in.Kind == doc.LineBreak {
			cut = i
			break
		}
	}
	out := c.set(v.Text[:cut], p)
	if cut < len(v.Text) {
		p.Type, p.targets = rest, nil
		spaceBehind(out)
		out = append(out, c.set(v.Text[cut+1:], p)...)
	}
	if p := c.doc.Logos[v.Logo]; p != nil {
		out = append([]frag{c.logo(p, w, rest.Align)}, out...)
	}
	if rest.Rule {
		c.ruleBelow(&out[len(out)-1], w.x, w.x+w.width, c.style.Body.Size*7/10)
	}
	out[len(out)-1].after = rest.After
	keepAll(out)
	return out
}

// ruleBelow draws an accent rule below a piece.
func (c *compositor) ruleBelow(f *frag, x1, x2, distance int) {
	f.height += distance
	f.Rules = append(f.Rules, Rule{X1: x1, Y1: f.height, X2: x2, Y2: f.height, Width: 70, Color: c.style.Accent})
}

// maxDepth is the deepest clause whose numbers have their own indent.
const maxDepth = 6

func depth(v *doc.Clause) int { return min(max(v.Depth, 1), maxDepth) }

// clause sets a numbered clause: its number hangs beside the text.
func (c *compositor) clause(v *doc.Clause, w where) []frag {
	hangs := &c.hangs[w.side]
	x, d := 0, depth(v)
	for i := 1; i < d; i++ {
		x += hangs[i]
	}
	x = min(x, w.width/3)
	p := para{Type: c.typ(c.style.Body, w), justify: c.style.Justify, number: v.Number, origin: v.Origin}
	p.numberX, p.x = w.x+x, w.x+x
	if v.Number != "" {
		p.x += min(hangs[d], w.width/3)
	}
	p.width = w.x + w.width - p.x
	p.targets = c.targetsOf(v.Anchor)
	label, body := c.reading.clause(d, w.side)
	p.label = label
	defer c.reading.end(c.reading.enterElement(body))
	return c.set(v.Text, p)
}

// list sets bullets or a plain numbered list.
func (c *compositor) list(v *doc.List, w where) []frag {
	t := c.typ(c.style.Body, w)
	label := func(i int) string {
		if v.Ordered {
			return itoa(v.Before+i+1) + "."
		}
		return "•"
	}
	hang := max(c.widthAs(label(len(v.Items)+v.After), v.Origin, t.base())+c.style.Numbers.Gap, c.style.Numbers.Least)
	p := para{Type: t, justify: c.style.Justify, x: w.x + hang, numberX: w.x, width: w.width - hang, origin: v.Origin}
	p.After = t.After / 2
	l := c.reading.listOf(w.side)
	var out []frag
	for i, item := range v.Items {
		p.number = label(i)
		if v.After == 0 && i+1 == len(v.Items) {
			p.After = t.After
		}
		label, body := c.reading.item(l)
		p.label = label
		outer := c.reading.enterElement(body)
		out = append(out, c.set(item, p)...)
		c.reading.end(outer)
	}
	return out
}
