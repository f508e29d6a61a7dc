package redraft

import (
	"pactwright/generator/doc"
	"pactwright/generator/review"
)

// mapping tells where the bytes of a text are in another one that was made of it.
type mapping struct {
	to  []int // -1: the byte is gone; the last is the end
	end int
}

func newMapping(was, is string) mapping {
	m := mapping{to: make([]int, 0, len(was)+1), end: len(is)}
	at := 0
	for _, in := range review.Redline([]doc.Inline{{Text: was}}, []doc.Inline{{Text: is}}) {
		for i := range len(in.Text) {
			switch in.Change {
			case doc.Unchanged:
				m.to = append(m.to, at+i)
			case doc.Deleted:
				m.to = append(m.to, -1)
			}
		}
		if in.Change != doc.Deleted {
			at += len(in.Text)
		}
	}
	m.to = append(m.to, at)
	return m
}

// same returns where a part of the text is, if all of it is there, together.
func (m mapping) same(from, to int) (int, int, bool) {
	if from >= to || to >= len(m.to) || m.to[from] < 0 {
		return 0, 0, false
	}
	for i := from + 1; i < to; i++ {
		if m.to[i] != m.to[from]+i-from {
			return 0, 0, false
		}
	}
	return m.to[from], m.to[from] + to - from, true
}

// around returns what stands in the place of a part of the text: between what
// stood before and behind it, if both are there.
func (m mapping) around(from, to int) (int, int, bool) {
	if to >= len(m.to) {
		return 0, 0, false
	}
	start, end := 0, m.end
	if from > 0 {
		if start = m.to[from-1] + 1; start == 0 {
			return 0, 0, false
		}
	}
	if to < len(m.to)-1 {
		if end = m.to[to]; end < 0 {
			return 0, 0, false
		}
	}
	return start, end, start <= end
}
