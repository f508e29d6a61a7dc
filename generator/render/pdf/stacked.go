package pdf

import "pactwright/generator/doc"

// order returns the blocks as they follow each other on paper. Two languages that
// are stacked take turns article by article: pairs up to the next heading are
// parted, all in the first language before all in the second.
func (c *compositor) order() []doc.Block {
	if !c.doc.Stacked {
		return c.doc.Blocks
	}
	var out, second []doc.Block
	turn := func() { out, second = append(out, second...), nil }
	for _, b := range c.doc.Blocks {
		pair, ok := b.(*doc.Columns)
		if !ok || isHeading(pair) {
			turn()
		}
		if !ok {
			out = append(out, b)
			continue
		}
		if pair.Left != nil {
			out = append(out, &doc.Columns{Origin: pair.Origin, Left: pair.Left})
		}
		if pair.Right != nil {
			second = append(second, &doc.Columns{Origin: pair.Origin, Right: pair.Right})
		}
	}
	turn()
	return out
}

// stackedBlock sets the one side that a block has over the whole width.
func (c *compositor) stackedBlock(b *doc.Columns, w where) []item {
	w.side = leftColumn
	if b.Left == nil {
		w.side = rightColumn
	}
	out := single(c.column(leading(b), w))
	if h, ok := b.Left.(*doc.Heading); ok && c.opensPage(h, where{}) {
		out = append([]item{{newPage: true}}, out...)
	}
	return out
}

// leading returns the left side, or the right one if it stands alone.
func leading(b *doc.Columns) doc.Block {
	if b.Left != nil {
		return b.Left
	}
	return b.Right
}
