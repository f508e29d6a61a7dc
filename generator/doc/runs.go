package doc

import "slices"

// role says what a run of inlines is in its block. Labels and heads are set
// in title case, so their capital letters say nothing about defined terms.
type role int

const (
	proseRole role = iota // a paragraph, a sub-clause, a list item, a cell
	headRole              // a heading, a table head, a label, a title, a set line
)

// run is one piece of text of a block, which may be changed in place.
type run struct {
	role     role
	fragment bool // the text goes on a sentence that began above it
	article  int  // number of the article that it stands in; 0 outside articles
	text     *[]Inline
}

// runs returns all texts of a block in the order in which they are read.
func runs(b Block) []run {
	out := make([]run, 0, 1) // as most blocks have
	add := func(r role, text *[]Inline) { out = append(out, run{role: r, text: text}) }
	cell := func(r role, c *Cell) { add(r, (*[]Inline)(c)) }
	switch b := b.(type) {
	case *Heading:
		add(headRole, &b.Text)
	case *Clause:
		add(proseRole, &b.Text)
	case *Paragraph:
		if b.Style == Center || b.Style == Letterhead {
			add(headRole, &b.Text)
		} else {
			add(proseRole, &b.Text)
		}
	case *List:
		for i := range b.Items {
			add(proseRole, &b.Items[i])
		}
	case *Table:
		for i := range b.Head {
			cell(headRole, &b.Head[i])
		}
		for _, row := range b.Rows {
			for i := range row {
				cell(proseRole, &row[i])
			}
		}
	case *KeyValue:
		for i := range b.Rows {
			cell(headRole, &b.Rows[i].Key)
			cell(proseRole, &b.Rows[i].Value)
		}
	case *Signatures:
		for i := range b.Blocks {
			s := &b.Blocks[i]
			cell(headRole, &s.Heading)
			for j := range s.Lines {
				cell(headRole, &s.Lines[j].Label)
				cell(proseRole, &s.Lines[j].Value)
			}
		}
	case *Notice:
		add(headRole, &b.Title)
		for i := range b.Body {
			add(proseRole, &b.Body[i])
		}
	case *Figure:
		return b.cells()
	case *Columns:
		out = append(runs(b.Left), runs(b.Right)...)
	}
	return out
}

// clone copies a block so far that giving its runs other texts leaves the original
// as it was. The texts themselves belong to both, and nobody changes them in
// place.
func clone(b Block) Block {
	switch b := b.(type) {
	case *Heading:
		c := *b
		return &c
	case *Clause:
		c := *b
		return &c
	case *Paragraph:
		c := *b
		return &c
	case *List:
		c := *b
		c.Items = slices.Clone(b.Items)
		return &c
	case *Table:
		c := *b
		c.Head = slices.Clone(b.Head)
		c.Rows = slices.Clone(b.Rows)
		for i := range c.Rows {
			c.Rows[i] = slices.Clone(c.Rows[i])
		}
		return &c
	case *KeyValue:
		c := *b
		c.Rows = slices.Clone(b.Rows)
		return &c
	case *Signatures:
		c := *b
		c.Blocks = slices.Clone(b.Blocks)
		for i := range c.Blocks {
			c.Blocks[i].Lines = slices.Clone(c.Blocks[i].Lines)
		}
		return &c
	case *Notice:
		c := *b
		c.Body = slices.Clone(b.Body)
		return &c
	case *Figure:
		return cloneFigure(b)
	case *Columns:
		return &Columns{Origin: b.Origin, Left: clone(b.Left), Right: clone(b.Right)}
	}
	return b
}

// PlainText returns all that blocks print, one text per line, for searching.
func PlainText(blocks []Block) string {
	var out []byte
	for _, b := range blocks {
		for _, r := range runs(b) {
			if t := Text(*r.text); t != "" {
				out = append(append(out, t...), '\n')
			}
		}
	}
	return string(out)
}
