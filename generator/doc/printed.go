package doc

import "strconv"

// Printed is one text of a document as its pages show it, with where it stands.
type Printed struct {
	Place  string // "Section 12.2(a)", "제12조제2항", or the heading above it
	Number string // printed before the text: of a sub-clause or of a list item
	Text   []Inline
	Head   bool // of a table, which is printed again on each page it reaches
	Title  bool // of a heading, which a contents page prints again
	Chart  bool // drawn in a chart, where it stands only if it fits
}

// Printed returns all texts of a document in the order in which they are read.
func (r *Resolved) Printed() []Printed {
	blocks := make([]Block, len(r.Blocks)) // the left side numbers both
	for i, b := range r.Blocks {
		blocks[i] = b
		if pair, ok := b.(*Columns); ok {
			blocks[i] = pair.Left
		}
	}
	spots, scheme := outline(blocks), schemeOf(r.Lang)
	var out []Printed
	above := ""
	for i, b := range blocks {
		place := above
		switch b := b.(type) {
		case *Heading:
			above = Text(b.Text)
			place = above
		case *Clause:
			if len(spots[i].path) > 0 {
				place = scheme.reference(spots[i])
			}
		}
		out = printedOf(out, place, r.Blocks[i])
	}
	return out
}

// printedOf adds the texts of one block.
func printedOf(out []Printed, place string, b Block) []Printed {
	if pair, ok := b.(*Columns); ok {
		return printedOf(printedOf(out, place, pair.Left), place, pair.Right)
	}
	_, heading := b.(*Heading)
	_, table := b.(*Table)
	figure, chart := b.(*Figure)
	for i, run := range runs(b) {
		p := Printed{Place: place, Text: *run.text, Head: table && run.role == headRole, Title: heading}
		if chart {
			p.Place = Text(figure.Title)
			p.Chart = run.text != &figure.Title && run.text != &figure.Alt
		}
		switch b := b.(type) {
		case *Clause:
			p.Number = b.Number
		case *List:
			if b.Ordered {
				p.Number = strconv.Itoa(b.Before+i+1) + "."
			}
		}
		out = append(out, p)
	}
	return out
}
