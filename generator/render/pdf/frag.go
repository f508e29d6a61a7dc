package pdf

import "slices"

// frag is the smallest piece that goes on a page in one: most often one line.
// Its drawing is relative to the left of its column and to its own top.
type frag struct {
	Drawing
	height        int
	before, after int // least distances to its neighbours; nothing at the top of a page
	keep          bool
	marks         []fragMark
	late          []lateNumber
	box           *box
	signs         bool  // people sign there
	repeat        *frag // stands above if a page begins with this piece
}

// spaceBehind parts the last words of pieces from those that follow in the same
// element.
func spaceBehind(f []frag) {
	if n := len(f); n > 0 && len(f[n-1].Texts) > 0 {
		f[n-1].Texts[len(f[n-1].Texts)-1].Space = true
	}
}

// unread makes a piece one that is seen and not read.
func (f *frag) unread() {
	f.Texts, f.Checks = slices.Clone(f.Texts), slices.Clone(f.Checks)
	for i := range f.Texts {
		f.Texts[i].Element = 0
	}
	for i := range f.Checks {
		f.Checks[i].Element = 0
	}
	f.Links = nil
}

// fragMark is a target at a height of a piece.
type fragMark struct{ target, y int }

// lateNumber is a place for the number of a page that is not known yet.
type lateNumber struct {
	target   int
	right, y int
	style    span
	element  int
}

// box is a ground that pieces stand on, whole on every page that they reach.
type box struct {
	x, width int
	ground   Color
	filled   bool
	bar      int // width of the bar on the left
	barColor Color
	frame    Color
}

// item is what the main text consists of: a piece, two columns, or a new page.
type item struct {
	frag
	left, right []frag
	columns     bool
	newPage     bool
	sheet       *sheet   // the kind of page that it stands on
	exhibit     *heading // that it belongs to; nil before the first and behind the last
}

// gapBetween returns the distance of two pieces.
func gapBetween(above, below *frag) int {
	if above == nil {
		return 0
	}
	return max(above.after, below.before)
}

// minLines is how many lines of a paragraph stand together at least, at the foot
// of a page and at its head.
const minLines = 2

// keepLines forbids breaks that would leave fewer lines than minLines alone.
func keepLines(f []frag) {
	n := len(f)
	for i := 0; i+1 < n; i++ {
		if i < minLines-1 || i >= n-minLines {
			f[i].keep = true
		}
	}
}

// keepAll makes pieces stand together.
func keepAll(f []frag) {
	for i := 0; i+1 < len(f); i++ {
		f[i].keep = true
	}
}

// keepNext makes the last pieces stay with what follows.
func keepNext(f []frag) {
	if n := len(f); n > 0 {
		f[n-1].keep = true
	}
}

// groupEnd returns the end of the pieces that stand together from i on.
func groupEnd(f []frag, i int) int {
	for i < len(f) && f[i].keep {
		i++
	}
	return min(i+1, len(f))
}

// stack returns the height of pieces below another one.
func stack(above *frag, f []frag) int {
	h := 0
	for i := range f {
		h += gapBetween(above, &f[i]) + f[i].height
		above = &f[i]
	}
	return h
}

// firstGroup returns the height of the pieces that begin a column.
func firstGroup(f []frag) int { return stack(nil, f[:groupEnd(f, 0)]) }
