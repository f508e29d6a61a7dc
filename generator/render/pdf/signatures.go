package pdf

import (
	"pactwright/generator/doc"
)

// sealSize is the side of the square that is left free for a seal: 30 mm.
const sealSize = 8504

// sealGap is the distance between the lines and the square.
const sealGap = 1100

// longestRule is how long a rule to write on may be: 80 mm.
const longestRule = 22677

// signatures sets signature blocks and keeps them on one page if they fill no
// more than most of it, so that all parties sign on the same sheet.
func (c *compositor) signatures(v *doc.Signatures, w where) []frag {
	out := c.signatureBlocks(v, w)
	if stack(nil, out) <= c.pageHeight()*7/10 {
		keepAll(out)
	}
	for i := range out {
		out[i].signs = true
	}
	return out
}

// signatureBlocks sets the blocks below each other, or in pairs if none of them
// has a seal. A block is never divided unless it is taller than a page.
func (c *compositor) signatureBlocks(v *doc.Signatures, w where) []frag {
	s := c.style.Signatures
	gap := s.Gap
	paired := len(v.Blocks) > 1 && w.side == fullWidth
	for _, b := range v.Blocks {
		paired = paired && b.Seal == ""
	}
	var out []frag
	add := func(f []frag) {
		f[0].before = gap
		if len(out) == 0 {
			f[0].before = max(c.typ(s.Type, w).Before, 1)
		}
		out = append(out, f...)
	}
	if !paired {
		for _, b := range v.Blocks {
			add(c.signatureBlock(b, w, 0))
		}
		return out
	}
	half := (w.width - gap) / 2
	for i := 0; i < len(v.Blocks); i += 2 {
		left, right := w, w
		left.width, right.width, right.x = half, half, w.x+half+gap
		if i+1 == len(v.Blocks) {
			add(c.signatureBlock(v.Blocks[i], left, 0))
			continue
		}
		head := max(c.signatureHead(v.Blocks[i], left), c.signatureHead(v.Blocks[i+1], right))
		f, g := c.signatureBlock(v.Blocks[i], left, head), c.signatureBlock(v.Blocks[i+1], right, head)
		if len(f) == 1 && len(g) == 1 {
			add([]frag{beside(f[0], g[0])})
			continue
		}
		add(f)
		add(g)
	}
	return out
}

// beside puts two pieces next to each other.
func beside(a, b frag) frag {
	a.add(&b.Drawing, 0, 0)
	a.marks = append(a.marks, b.marks...)
	a.height = max(a.height, b.height)
	return a
}

// signatureHeading sets the name above the lines of a block.
func (c *compositor) signatureHeading(b doc.SignatureBlock, w where) []frag {
	if len(b.Heading) == 0 {
		return nil
	}
	p := para{Type: c.typ(c.style.Signatures.Type, w), x: w.x, width: w.width}
	p.Bold, p.Color, p.Before, p.After = true, c.style.Accent, 0, 0
	out := c.setElement(paragraph, b.Heading, p)
	out[len(out)-1].height += p.Leading / 4
	return out
}

// signatureHead returns the height of the name above the lines of a block.
func (c *compositor) signatureHead(b doc.SignatureBlock, w where) int {
	return stack(nil, c.signatureHeading(b, w))
}

// signatureBlock sets one block. Its lines begin at least head below its top, so
// that those of two blocks side by side are level.
func (c *compositor) signatureBlock(b doc.SignatureBlock, w where, head int) []frag {
	defer c.reading.end(c.reading.begin(divisionKind))
	t := c.typ(c.style.Signatures.Type, w)
	out := c.signatureHeading(b, w)
	if missing := head - stack(nil, out); missing > 0 {
		out = append(out, frag{height: missing})
	}
	top := stack(nil, out)
	width := w.width
	if b.Seal != "" {
		width -= sealSize + sealGap
	}
	out = append(out, c.signatureLines(b, t, w, width)...)
	if missing := top + sealSize - stack(nil, out); b.Seal != "" && missing > 0 {
		out = append(out, frag{height: missing})
	}
	block := merged(out)
	if b.Seal != "" {
		c.seal(&block.Drawing, b.Seal, w.x+w.width-sealSize, top)
		if b.Signer != "" && len(block.Fields) == 0 {
			square := area{w.x + w.width - sealSize, top, sealSize, sealSize}
			block.Fields = append(block.Fields, c.signatureField(b, c.reading.element(formKind), square))
		}
	}
	if block.height <= c.pageHeight() {
		return []frag{block}
	}
	for i := range out {
		out[i].before, out[i].after = 0, 0
	}
	return out
}

// signatureLines sets the labels with their values, or with rules to write on.
func (c *compositor) signatureLines(b doc.SignatureBlock, t Type, w where, width int) []frag {
	label := t.base()
	label.color = c.style.Signatures.Label
	lines := b.Lines
	texts, filled := make([]*text, len(lines)), make([]*text, len(lines))
	labels, form := 0, 0
	for i, l := range lines {
		outer := c.reading.begin(paragraph)
		texts[i], filled[i] = c.signatureLine(l, label, t.base())
		if b.Signer != "" && i == b.Sign {
			form = c.reading.element(formKind)
		}
		c.reading.end(outer)
		long, _ := texts[i].widths()
		labels = max(labels, long)
	}
	labels = min(labels, width/2)
	gap := t.Size
	values := width - labels - gap

	var out []frag
	for i, value := range filled {
		f := c.row([]cell{
			{text: texts[i], x: w.x, width: labels},
			{text: value, x: w.x + labels + gap, width: values},
		}, t, 0)
		last := &f[len(f)-1]
		if len(value.glyphs) == 0 {
			f = append([]frag{{height: max(c.style.Signatures.Writing-stack(nil, f), 0)}}, f...)
			last = &f[len(f)-1]
			x, y, length := w.x+labels+gap, last.height-t.Leading/5, min(values, longestRule)
			last.ruleAt(y, x, length, 50, c.style.Signatures.Label)
			if b.Signer != "" && i == b.Sign { // the room to sign in stands above the line
				last.Fields = append(last.Fields, c.signatureField(b, form, area{x, -f[0].height, length, f[0].height + y}))
			}
		}
		last.height += t.Leading / 8
		out = append(out, f...)
	}
	return out
}

// signatureLine composes a label and its value.
func (c *compositor) signatureLine(l doc.SignatureLine, label, value span) (*text, *text) {
	outer := c.reading.begin(spanKind)
	name := c.cellText(l.Label, label)
	c.reading.end(outer)
	defer c.reading.end(c.reading.begin(spanKind))
	return name, c.cellText(l.Value, value)
}

// sealOrigin is the origin of the words in the square for a seal.
var sealOrigin = doc.Origin{Path: "seal"}

// seal draws the square for a seal with its label in the middle.
func (c *compositor) seal(d *Drawing, label string, x, y int) {
	s := c.style.Signatures
	d.Rects = append(d.Rects, Rect{X: x, Y: y, W: sealSize, H: sealSize, Color: s.Label, Stroke: 50, Dash: Dashed})
	p := para{Type: s.Type, x: x + s.Size, width: sealSize - 2*s.Size}
	p.Align, p.Color, p.Before, p.After = "center", c.style.Running.Color, 0, 0
	words := c.setElement(paragraph, []doc.Inline{{Origin: sealOrigin, Text: label}}, p)
	if stack(nil, words) > sealSize {
		c.cutOff(sealOrigin, label)
	}
	y += max(sealSize-stack(nil, words), 0) / 2
	for i := range words {
		d.add(&words[i].Drawing, 0, y)
		y += words[i].height
	}
}
