package pdf

import (
	"fmt"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Turn says when a table is set on pages that lie on their side. A reader turns
// the paper for it, so it must be worth it.
type Turn struct {
	Columns int `yaml:"columns"` // a table of fewer columns stays upright; 0 turns none
	Words   int `yaml:"words"`   // it is turned if its words together are more than so much wider than the page, in per cent, and would be divided …
	Save    int `yaml:"save"`    // … or if that saves so much of the paper, in per cent,
	Least   int `yaml:"least"`   // of one that fills so much of an upright page, in per cent
}

// check finds values that say nothing.
func (t Turn) check(name string) diag.List {
	var l diag.List
	for _, v := range []struct {
		name             string
		value, low, high int
	}{{"columns", t.Columns, 0, 100}, {"words", t.Words, 0, 100}, {"save", t.Save, 0, 100}, {"least", t.Least, 0, 1000}} {
		if v.value < v.low || v.value > v.high {
			l.Add(wrongStyle(name+".turn."+v.name, v.value, fmt.Sprintf("%d–%d", v.low, v.high)))
		}
	}
	if t.Columns > 0 && t.Save == 0 {
		l.Add(wrongStyle(name+".turn.save", t.Save, "1–100"))
	}
	return l
}

// turned is blocks that stand on pages on their side: from the first up to before
// the last.
type turned struct{ from, to int }

// turns finds the tables that are turned, each with the headings that lead to it,
// or with the whole exhibit that it stands in.
func (c *compositor) turns(blocks []doc.Block) []turned {
	var out []turned
	done := 0 // blocks that have been decided on
	for i, b := range blocks {
		v, ok := b.(*doc.Table)
		if !ok || i < done || c.body.onSide == nil || !c.isWide(v) {
			continue
		}
		m := &c.body
		whole, isExhibit := c.wholeExhibit(blocks, i)
		if exhibitOf(blocks, i) >= 0 {
			m = &c.exhibits
		}
		if whole.from = max(whole.from, done); isExhibit && c.pays(blocks, whole, m) {
			out, done = append(out, whole), whole.to
			continue
		}
		if alone := (turned{max(leadIn(blocks, i), done), i + 1}); c.pays(blocks, alone, m) {
			out, done = append(out, alone), alone.to
		}
	}
	return out
}

// isWide tells whether a table has enough columns to be turned.
func (c *compositor) isWide(v *doc.Table) bool {
	rule := c.style.Table.Turn
	return rule.Columns > 0 && columnsOf(v) >= rule.Columns
}

// exhibitOf returns the heading of the exhibit that a block stands in, or -1.
func exhibitOf(blocks []doc.Block, i int) int {
	for ; i >= 0; i-- {
		if h := headingOf(blocks[i]); h != nil && h.Kind != doc.SectionHeading {
			if h.Kind == doc.ExhibitHeading {
				return i
			}
			return -1
		}
	}
	return -1
}

// wholeExhibit returns the exhibit that a block stands in, if it has pages of its
// own.
func (c *compositor) wholeExhibit(blocks []doc.Block, i int) (turned, bool) {
	from := exhibitOf(blocks, i)
	if from < 0 || !c.style.ExhibitOnNewPage {
		return turned{}, false
	}
	to := i + 1
	for ; to < len(blocks); to++ {
		_, signed := blocks[to].(*doc.Signatures)
		_, page := blocks[to].(*doc.PageBreak)
		h := headingOf(blocks[to])
		if signed || page || h != nil && h.Kind != doc.SectionHeading {
			break
		}
	}
	return turned{from, to}, true
}

// leadIn returns the first of the blocks that lead to a table: what stays with it,
// and the headings above a paragraph that introduces it.
func leadIn(blocks []doc.Block, table int) int {
	from := table
	if _, ok := blocks[max(from-1, 0)].(*doc.Paragraph); ok && from > 1 && isHeading(blocks[from-2]) {
		from--
	}
	for from > 0 && keepsNext(blocks[from-1], blocks[from]) {
		from--
	}
	return from
}

// pays tells whether blocks are better set on their side.
func (c *compositor) pays(blocks []doc.Block, t turned, m *manner) bool {
	rule := m.style.Table.Turn
	upright, wider := c.tried(blocks[t.from:t.to], m, m.usual)
	turned, tooWide := c.tried(blocks[t.from:t.to], m, m.onSide)
	if wider > rule.Words && tooWide < wider/2 {
		return true
	}
	return upright >= rule.Least*10 && (upright-turned)*100 >= upright*rule.Save
}

// tried sets blocks on pages of a kind and returns how much paper they take, in
// thousandths of a page, and by how much the words of the widest table are wider
// than the page, in per cent.
func (c *compositor) tried(blocks []doc.Block, m *manner, s *sheet) (paper, wider int) {
	try := c.trial()
	try.use(m)
	try.sheet = s
	var items []item
	for i := range blocks {
		items = append(items, try.placed(blocks, i, items)...)
	}
	laid := &Laid{}
	p := newPaginator(try, laid)
	p.run(items)
	return (len(laid.Pages)-1)*1000 + p.filled()*1000/s.textHeight(), try.wider
}

// trial returns a compositor whose work leaves no trace.
func (c *compositor) trial() *compositor {
	try := *c
	try.wider = 0
	try.findings, try.reported = nil, map[reported]bool{}
	try.targets = make([]Target, len(c.targets))
	try.names, try.places = map[string]int{}, map[string]doc.Location{}
	try.reading = newReading(c.doc.Lang)
	try.running, try.short = text{}, text{}
	return &try
}
