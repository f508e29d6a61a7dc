package source

import (
	"slices"
	"strings"
)

// remove takes an item or an entry away. Comments between items stay, since they
// may speak of those below.
func (p *patcher) remove(at located) bool {
	if at.parent.Kind == List {
		p.count(at)
	}
	end, ok := p.text.end(at.value)
	if !ok {
		return false
	}
	if at.flow {
		return p.removeFlow(at, end)
	}
	start := p.text.offset(at.value.Place)
	if at.parent.Kind == List {
		if start, ok = p.text.dash(at.value); !ok {
			return false
		}
	} else {
		start = p.text.offset(at.entry.KeyPlace)
		if strings.TrimSpace(p.text.before(start)) != "" {
			return p.removeFirst(at, start)
		}
	}
	if rest := strings.TrimSpace(p.text.rest(end)); rest != "" && rest[0] != '#' || strings.TrimSpace(p.text.before(start)) != "" {
		return false
	}
	return p.add(p.text.lineStart(start), p.text.lineEnd(end), "", at.depth)
}

// count remembers how many items a list loses.
func (p *patcher) count(at located) {
	if p.removed[at.parent] == 0 {
		p.lists = append(p.lists, located{value: at.parent, flow: at.flow})
	}
	p.removed[at.parent]++
}

// removeFirst takes away the entry that stands behind the dash of an item: the
// next entry takes its place.
func (p *patcher) removeFirst(at located, start int) bool {
	i := slices.IndexFunc(at.parent.Entries, func(e Entry) bool { return e.Value == at.value })
	if i+1 >= len(at.parent.Entries) {
		return false
	}
	next := p.text.offset(at.parent.Entries[i+1].KeyPlace)
	return p.cut(start, next, at.depth)
}

// removeFlow takes something out of brackets, with one comma.
func (p *patcher) removeFlow(at located, end int) bool {
	var starts, ends []int
	index := -1
	add := func(start int, v *Value) bool {
		last, ok := p.text.end(v)
		if v == at.value {
			index = len(starts)
		}
		starts, ends = append(starts, start), append(ends, last)
		return ok
	}
	for _, item := range at.parent.Items {
		if !add(p.text.offset(item.Place), item) {
			return false
		}
	}
	for _, e := range at.parent.Entries {
		if !add(p.text.offset(e.KeyPlace), e.Value) {
			return false
		}
	}
	switch {
	case index < 0:
		return false
	case index+1 < len(starts):
		return p.cut(starts[index], starts[index+1], at.depth)
	case index > 0:
		return p.cut(ends[index-1], end, at.depth)
	}
	return p.cut(starts[0], end, at.depth)
}

// cut removes bytes unless a comment stands among them.
func (p *patcher) cut(from, to, depth int) bool {
	return from <= to && !strings.Contains(p.text.data[from:to], " #") && p.add(from, to, "", depth)
}

// empties writes [] where a list loses all of its lines.
func (p *patcher) empties() {
	for _, l := range p.lists {
		list := l.value
		if p.removed[list] < len(list.Items) || p.added[list] > 0 || l.flow {
			continue
		}
		at, ok := p.locate(Edit{Path: list.Path})
		colon := 0
		if ok && at.entry.Value != nil {
			colon, ok = p.text.colon(at.entry)
		}
		if !ok || colon == 0 {
			p.refuse(list.Path, tooUnusual())
			continue
		}
		p.add(colon, colon, " []", at.depth)
	}
}
