package doc

// Texts returns the texts of a block in the order in which they are read. Each
// may be replaced; to leave the block as it was, take those of a Clone.
func Texts(b Block) []*[]Inline {
	var out []*[]Inline
	for _, r := range runs(b) {
		out = append(out, r.text)
	}
	return out
}

// Clone copies a block so far that giving it other texts leaves the original as it
// was. The runs within a text belong to both.
func Clone(b Block) Block { return clone(b) }

// With returns a settled document with other blocks, which are settled, too: those
// of a comparison of it with another one.
func (r *Resolved) With(blocks []Block) *Resolved {
	out := *r
	out.Blocks = blocks
	return &out
}
