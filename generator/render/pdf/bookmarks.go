package pdf

import "fmt"

// bookmarks writes the outline and returns the number of its root, or 0 if there
// is none. Entries that stand on no page are left out.
func (f *finisher) bookmarks() int {
	var marks []Bookmark
	for _, b := range f.laid.Bookmarks {
		if f.laid.Targets[b.Target].Page > 0 {
			marks = append(marks, b)
		}
	}
	if len(marks) == 0 {
		return 0
	}
	root := f.reserve(1 + len(marks))
	number := func(i int) int { return root + 1 + i } // -1 is the root
	tree := outlineOf(marks)
	for i, b := range marks {
		at := tree[i+1]
		o := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R", textString(b.Title), number(at.parent))
		o = entryTo(o, "Prev", at.prev, number)
		o = entryTo(o, "Next", at.next, number)
		o = entryTo(o, "First", at.first, number)
		o = entryTo(o, "Last", at.last, number)
		if at.below > 0 {
			o = fmt.Appendf(o, " /Count %d", at.below)
		}
		f.object(number(i), fmt.Appendf(o, " /Dest %s>>", f.destination(b.Target)))
	}
	top := tree[0]
	f.text(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", number(top.first), number(top.last), top.below)
	return root
}

func entryTo(o []byte, key string, to int, number func(int) int) []byte {
	if to < 0 {
		return o
	}
	return fmt.Appendf(o, " /%s %d 0 R", key, number(to))
}

// entryLinks is how an entry of an outline hangs together with others; -1 is
// none, or the root as a parent.
type entryLinks struct{ parent, prev, next, first, last, below int }

// outlineOf returns the links of the root and of every entry. All entries are open.
func outlineOf(marks []Bookmark) []entryLinks {
	tree := make([]entryLinks, len(marks)+1)
	for i := range tree {
		tree[i] = entryLinks{parent: -1, prev: -1, next: -1, first: -1, last: -1}
	}
	var open []int // the entries that the next one may hang below, by level
	for i, b := range marks {
		open = open[:min(len(open), max(b.Level, 0))]
		parent := -1
		if n := len(open); n > 0 {
			parent = open[n-1]
		}
		above, own := &tree[parent+1], &tree[i+1]
		own.parent, own.prev = parent, above.last
		if above.last >= 0 {
			tree[above.last+1].next = i
		} else {
			above.first = i
		}
		above.last = i
		tree[0].below++
		for _, o := range open {
			tree[o+1].below++
		}
		open = append(open, i)
	}
	return tree
}
