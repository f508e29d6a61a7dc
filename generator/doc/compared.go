package doc

// Texts returns the texts of a block in the order in which they are read. They
// may be changed in place; to leave the block as it was, take those of a Clone.
func Texts(b Block) []*[]Inline {
	var out []*[]Inline
	for _, r := range runs(b) {
		out = append(out, r.text)
	}
	return out
}

// Clone copies a block so far that changing its texts leaves the original as it
// was.
func Clone(b Block) Block { return clone(b) }

// With returns a settled document with other blocks, which are settled, too: those
// of a comparison of it with another one.
func (r *Resolved) With(blocks []Block) *Resolved {
	out := *r
	out.Blocks = blocks
	return &out
}
