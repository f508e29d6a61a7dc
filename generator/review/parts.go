package review

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/doc"
)

// frame is the name of what stands in no article: title, parties, headings of
// parts, signatures.
const frame = agreement.Frame

// part is a stretch of a contract that belongs together: an article or an
// exhibit with its heading, a section without a number, or a piece of the frame.
type part struct {
	slot   string
	key    string
	blocks []doc.Block
	says   []string // what each of them says
}

// parts cuts a contract into its parts, in order.
func parts(d *doc.Resolved, plan *agreement.Plan) []part {
	sections := map[string]string{} // template file: slot
	for _, a := range plan.Sections {
		sections[a.Option.File.Path] = a.Option.Slot
	}
	var out []part
	slot, frames := frame, 0
	for _, b := range d.Blocks {
		at, begins := place(b, plan, sections, slot)
		if begins || len(out) == 0 || out[len(out)-1].slot != at {
			p := part{slot: at, key: at}
			if at == frame {
				frames++
				p.key = "frame " + strconv.Itoa(frames)
				if h, ok := b.(*doc.Heading); ok {
					p.key = "frame " + meaning(title(h))
				}
			}
			out = append(out, p)
		}
		last := len(out) - 1
		out[last].blocks = append(out[last].blocks, b)
		out[last].says = append(out[last].says, says(b))
		slot = at
	}
	return out
}

// place returns the slot of a block, and whether a part begins with it. slot is
// that of the block before.
func place(b doc.Block, plan *agreement.Plan, sections map[string]string, slot string) (string, bool) {
	file := b.From().Template.File
	if h, ok := b.(*doc.Heading); ok {
		switch {
		case (h.Kind == doc.ArticleHeading || h.Kind == doc.ExhibitHeading) && plan.Article(h.Anchor) != nil:
			return h.Anchor, true
		case h.Kind != doc.SectionHeading || file == plan.Type.Body.Path:
			return frame, true
		}
	}
	if s, ok := sections[file]; ok {
		return s, false
	}
	for _, e := range plan.Edits {
		if strings.HasPrefix(b.From().Path, e.Path+".") {
			return e.Article, false
		}
	}
	if file == plan.Type.Body.Path {
		return frame, false
	}
	return slot, false
}

// compared is one part of both texts, or of one of them.
type compared struct {
	slot     string
	old, new []doc.Block // nil: it stands in the other text only
	redline  []doc.Block
	same     bool // both say the same
	moved    bool // it stands in both, but elsewhere; shown where it stands in each
}

// redlineParts compares two texts of a contract part by part.
func redlineParts(old, new []part) []compared {
	a, b := partItems(old), partItems(new)
	var out []compared
	for _, p := range align(a, b) {
		var c compared
		switch {
		case p.new == none:
			o := old[p.old]
			c = compared{slot: o.slot, old: o.blocks, redline: redlineBlocks(o, part{}), moved: stands(new, o.key)}
		case p.old == none:
			n := new[p.new]
			c = compared{slot: n.slot, new: n.blocks, redline: redlineBlocks(part{}, n), moved: stands(old, n.key)}
		default:
			o, n := old[p.old], new[p.new]
			c = compared{slot: n.slot, old: o.blocks, new: n.blocks, redline: redlineBlocks(o, n), same: slices.Equal(o.says, n.says)}
		}
		out = append(out, c)
	}
	return out
}

func stands(parts []part, key string) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.key == key })
}

// partItems are parts by their names alone: an article is never another one with
// other words.
func partItems(parts []part) []item {
	out := make([]item, len(parts))
	for i, p := range parts {
		out[i] = item{key: p.key, kind: p.key}
	}
	return out
}
