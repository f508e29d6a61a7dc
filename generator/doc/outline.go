package doc

// area is a part of a document that is numbered in its own way.
type area int

const (
	frontArea   area = iota // neither: the opening, below a part's heading, the signatures
	articleArea             // an article with its sub-clauses
	exhibitArea             // an exhibit
)

// spot is where a block stands in the numbering of its document.
type spot struct {
	area   area
	number int   // of the article or the exhibit, from 1
	path   []int // of a sub-clause: its number at each depth, from 1
	single bool  // the article has one sub-clause at depth 1, which is not numbered
	part   int   // number of the part, from 1; 0 before the first
}

// outline returns the spot of every block. A spot with the path of a gap, such
// as (a) below nothing, has a 0 in it.
func outline(blocks []Block) []spot {
	spots := make([]spot, len(blocks))
	counts := map[HeadingKind]int{}
	level := 0 // of the heading that opened the spot
	var here spot
	var path [maxClauseDepth]int
	for i, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			counts[b.Kind]++
			if ends(b, level) {
				level = b.Level
				path = [maxClauseDepth]int{}
				here = enter(b, counts[b.Kind], here.part)
				here.single = here.area == articleArea && atDepth1(blocks[i+1:], level) == 1
			}
			spots[i] = here
		case *Clause:
			spots[i] = here
			if b.Depth < 1 || b.Depth > maxClauseDepth {
				continue
			}
			path[b.Depth-1]++
			clear(path[b.Depth:])
			spots[i].path = append([]int(nil), path[:b.Depth]...)
		default:
			spots[i] = here
		}
	}
	return spots
}

// ends reports whether a heading ends what a heading of the level began. A
// section does so only if it stands as high.
func ends(h *Heading, level int) bool {
	return h.Kind != SectionHeading || h.Level <= level
}

// enter returns the spot of a heading with the number it has among its kind.
func enter(h *Heading, number, part int) spot {
	switch h.Kind {
	case PartHeading:
		return spot{part: number}
	case ArticleHeading:
		return spot{area: articleArea, number: number, part: part}
	case ExhibitHeading:
		return spot{area: exhibitArea, number: number}
	}
	return spot{}
}

// atDepth1 counts the sub-clauses at depth 1 up to the end of an article whose
// heading has the level.
func atDepth1(blocks []Block, level int) int {
	n := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			if ends(b, level) {
				return n
			}
		case *Clause:
			if b.Depth == 1 {
				n++
			}
		}
	}
	return n
}
