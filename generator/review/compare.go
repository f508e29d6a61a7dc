package review

// edit is one step from an old list to a new one: a stretch of both that is the
// same, or what is left out and what comes in its place.
type edit struct {
	same     bool
	old, new span
}

// span is a stretch of a list, from its first index to the one after its last.
type span struct{ from, to int }

func (s span) length() int { return s.to - s.from }

// maxSteps is how many steps are tried to find the shortest way between two
// texts: what two pages need that have nothing in common. Beyond it what is left
// is taken as replaced.
const maxSteps = 10_000_000

// compare finds the shortest way from one list to another, after Myers, in
// space that grows with the length of the lists. Elements are numbers that are
// the same where the elements are.
func compare(old, new []int) []edit {
	c := comparison{old: old, new: new}
	c.between(span{0, len(old)}, span{0, len(new)})
	return c.out
}

type comparison struct {
	old, new          []int
	forward, backward []int // how far each diagonal reaches
	steps             int
	out               []edit
}

// between adds the edits from one stretch to another.
func (c *comparison) between(a, b span) {
	head := 0
	for a.from+head < a.to && b.from+head < b.to && c.old[a.from+head] == c.new[b.from+head] {
		head++
	}
	c.add(true, span{a.from, a.from + head}, span{b.from, b.from + head})
	a.from, b.from = a.from+head, b.from+head
	tail := 0
	for a.to-tail > a.from && b.to-tail > b.from && c.old[a.to-tail-1] == c.new[b.to-tail-1] {
		tail++
	}
	a.to, b.to = a.to-tail, b.to-tail
	x, y, ok := 0, 0, false
	if a.length() > 0 && b.length() > 0 {
		x, y, ok = c.middle(a, b)
	}
	if ok {
		c.between(span{a.from, x}, span{b.from, y})
		c.between(span{x, a.to}, span{y, b.to})
	} else {
		c.add(false, a, b)
	}
	c.add(true, span{a.to, a.to + tail}, span{b.to, b.to + tail})
}

// add joins an edit to the one before it, if both are of a kind.
func (c *comparison) add(same bool, a, b span) {
	if a.length() == 0 && b.length() == 0 {
		return
	}
	if n := len(c.out) - 1; n >= 0 && c.out[n].same == same {
		c.out[n].old.to, c.out[n].new.to = a.to, b.to
		return
	}
	c.out = append(c.out, edit{same, a, b})
}

// middle returns a place on a shortest way between two stretches, which is
// neither its beginning nor its end. Without one, nothing is the same.
func (c *comparison) middle(a, b span) (x, y int, ok bool) {
	n, m := a.length(), b.length()
	size := n + m + 2
	if len(c.forward) < 2*size+1 {
		c.forward, c.backward = make([]int, 2*size+1), make([]int, 2*size+1)
	}
	f, r := c.forward, c.backward
	f[size+1], r[size+1] = 0, 0
	delta := n - m
	for d := 0; d <= (n+m+1)/2 && c.steps < maxSteps; d++ {
		c.steps += 2 * (d + 1)
		for k := -d; k <= d; k += 2 {
			x := f[size+k-1] + 1
			if k == -d || k != d && f[size+k-1] < f[size+k+1] {
				x = f[size+k+1]
			}
			y := x - k
			for x < n && y < m && c.old[a.from+x] == c.new[b.from+y] {
				x, y = x+1, y+1
			}
			f[size+k] = x
			if back := delta - k; delta%2 != 0 && -(d-1) <= back && back <= d-1 && x+r[size+back] >= n {
				return c.inner(a, b, x, y)
			}
		}
		for k := -d; k <= d; k += 2 {
			x := r[size+k-1] + 1
			if k == -d || k != d && r[size+k-1] < r[size+k+1] {
				x = r[size+k+1]
			}
			y := x - k
			for x < n && y < m && c.old[a.to-1-x] == c.new[b.to-1-y] {
				x, y = x+1, y+1
			}
			r[size+k] = x
			if ahead := delta - k; delta%2 == 0 && -d <= ahead && ahead <= d && x+f[size+ahead] >= n {
				return c.inner(a, b, n-x, m-y)
			}
		}
	}
	return 0, 0, false
}

// inner reports whether a place divides two stretches into smaller ones.
func (c *comparison) inner(a, b span, x, y int) (int, int, bool) {
	whole := x == 0 && y == 0 || x == a.length() && y == b.length()
	return a.from + x, b.from + y, !whole && x >= 0 && y >= 0 && x <= a.length() && y <= b.length()
}
