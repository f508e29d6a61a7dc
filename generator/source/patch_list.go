package source

import (
	"slices"
	"strings"
)

// append adds an item behind the last one, in its manner.
func (p *patcher) append(at located, item *Value) bool {
	list := at.value
	p.added[list]++
	item = p.counted(item)
	if list.Kind != List || len(list.Items) == 0 {
		return p.appendFirst(at, item)
	}
	last := list.Items[len(list.Items)-1]
	end, ok := p.text.end(last)
	if !ok {
		return false
	}
	if isFlow(list) {
		lead := p.text.before(p.text.offset(last.Place))
		if strings.TrimSpace(lead) == "" {
			return p.add(end, end, ","+p.newline+lead+p.inline(item, true), at.depth)
		}
		return p.add(end, end, ", "+p.inline(item, true), at.depth)
	}
	dash, ok := p.text.dash(last)
	if !ok {
		return false
	}
	return p.line(end, p.gap(list)+p.item(item, last, dash), at.depth)
}

// appendFirst adds the first item to an empty list, or to a key that has no
// value yet.
func (p *patcher) appendFirst(at located, item *Value) bool {
	list := at.value
	from := p.text.offset(list.Place)
	to, ok := p.text.end(list)
	switch {
	case !ok, at.entry.Value == nil, p.added[list] > 1 && at.flow:
		return false
	case list.Kind == Null && list.Text != "", list.Kind != Null && list.Kind != List:
		return false
	case at.flow || item.Kind != Map:
		return p.added[list] == 1 && p.add(from, to, p.spaced(list)+p.inline(NewList(item), true), at.depth)
	}
	indent := strings.Repeat(" ", max(0, at.entry.KeyPlace.Column-1)+2)
	if p.added[list] == 1 && from != to {
		if lead := p.text.before(from); strings.HasSuffix(lead, " ") {
			from--
		}
		p.add(from, to, "", at.depth)
	}
	return p.line(to, indent+"- "+p.entries(item, nil, indent+"  "), at.depth)
}

// spaced is the space before a value that follows its colon directly.
func (p *patcher) spaced(v *Value) string {
	if v.Kind == Null {
		return " "
	}
	return ""
}

// line adds whole lines below the line of an offset.
func (p *patcher) line(end int, lines string, depth int) bool {
	if rest := strings.TrimSpace(p.text.rest(end)); rest != "" && rest[0] != '#' {
		return false
	}
	end = p.text.lineEnd(end)
	if end > 0 && p.text.data[end-1] == '\n' {
		return p.add(end, end, lines+p.newline, depth)
	}
	return p.add(end, end, p.newline+lines, depth)
}

// gap is the blank line that parts the items of some lists.
func (p *patcher) gap(list *Value) string {
	n := len(list.Items)
	if n < 2 {
		return ""
	}
	dash, ok := p.text.dash(list.Items[n-1])
	if !ok {
		return ""
	}
	start := p.text.lineStart(dash)
	if start > 0 && strings.TrimSpace(p.text.data[p.text.lineStart(start-1):start]) == "" {
		return p.newline
	}
	return ""
}

// item writes an item as the model is written, with its dash.
func (p *patcher) item(item, model *Value, dash int) string {
	indent := p.text.before(dash)
	if item.Kind != Map || model.Kind != Map || isFlow(model) {
		return indent + "- " + p.inline(item, true)
	}
	start := p.text.offset(model.Place)
	inner := strings.Repeat(" ", model.Place.Column-1)
	lead := "- "
	if p.text.lineStart(start) == p.text.lineStart(dash) {
		lead = p.text.data[dash:start]
	} else {
		lead = "-" + p.newline + inner
	}
	return indent + lead + p.entries(inOrder(item, model), model, inner)
}

// inOrder returns a map with its entries in the order of another one.
func inOrder(v, model *Value) *Value {
	out := *v
	out.Entries = slices.Clone(v.Entries)
	place := func(e Entry) int {
		i := slices.IndexFunc(model.Entries, func(m Entry) bool { return m.Key == e.Key })
		if i < 0 {
			return len(model.Entries)
		}
		return i
	}
	slices.SortStableFunc(out.Entries, func(a, b Entry) int { return place(a) - place(b) })
	*v = out // the tree that is intended has this order, too
	return v
}

// longest is how many characters a group in brackets may have in a line.
const longest = 110

// entries writes the entries of a map, one a line; the first one stands where
// the text is put.
func (p *patcher) entries(v, model *Value, indent string) string {
	var lines []string
	for _, e := range v.Entries {
		lines = append(lines, p.note(e.Value, indent)+p.entry(e.Key, e.Value, model.Get(e.Key), indent))
	}
	return strings.Join(lines, p.newline+indent)
}

// entry writes one entry; groups too long for a line, and lists of groups, are
// written below the key.
func (p *patcher) entry(key string, v, model *Value, indent string) string {
	key = p.plain(key, false) + ":"
	inner := indent + "  "
	switch {
	case v.Kind == List && len(v.Items) > 0 && v.Items[0].Kind == Map:
		if model != nil && model.Kind == List && len(model.Items) > 0 && !isFlow(model) {
			inner = strings.Repeat(" ", model.Place.Column-1)
		}
		for _, item := range v.Items {
			key += p.newline + inner + "- " + p.entries(item, first(model), inner+"  ")
		}
		return key
	case v.Kind == Map && len(v.Entries) > 0:
		line := p.inline(v, true)
		below := model != nil && model.Kind == Map && !isFlow(model) || annotated(v)
		if below || len([]rune(indent+key+line)) > longest {
			return key + p.newline + inner + p.entries(v, nil, inner)
		}
		return key + " " + line
	}
	return key + " " + p.inline(v, false)
}

// note writes the comment of a new entry, which ends where the entry begins.
func (p *patcher) note(v *Value, indent string) string {
	var out, line strings.Builder
	width := longest - len(indent)
	for _, word := range strings.Fields(v.note) {
		if line.Len() > 0 && len([]rune(line.String()))+1+len([]rune(word)) > width {
			out.WriteString("#" + line.String() + p.newline + indent)
			line.Reset()
		}
		line.WriteString(" " + word)
	}
	if line.Len() > 0 {
		out.WriteString("#" + line.String() + p.newline + indent)
	}
	return out.String()
}

// annotated tells whether a comment is to be written within a new value.
func annotated(v *Value) bool {
	return slices.ContainsFunc(v.Entries, func(e Entry) bool { return e.Value.note != "" || annotated(e.Value) })
}

func first(list *Value) *Value {
	if list == nil || len(list.Items) == 0 {
		return nil
	}
	return list.Items[0]
}

// insert adds an entry behind the last one of a map.
func (p *patcher) insert(at located, key string, v *Value) bool {
	m := at.value
	v = p.counted(v)
	flow := at.flow || isFlow(m)
	if len(m.Entries) == 0 {
		from := p.text.offset(m.Place)
		end, ok := p.text.end(m)
		return ok && p.add(from+1, end-1, p.plain(key, true)+": "+p.inline(v, true), at.depth)
	}
	end, ok := p.text.end(m)
	if !ok {
		return false
	}
	if flow {
		if end, ok = p.text.end(m.Entries[len(m.Entries)-1].Value); !ok {
			return false
		}
		return p.add(end, end, ", "+p.plain(key, true)+": "+p.inline(v, true), at.depth)
	}
	indent := strings.Repeat(" ", m.Place.Column-1)
	return p.line(end, indent+p.note(v, indent)+p.entry(key, v, nil, indent), at.depth)
}

// counted groups the digits of all numbers of a new value.
func (p *patcher) counted(v *Value) *Value {
	if v.Kind == Number {
		v.Text = p.digits(v.Text, nil)
	}
	for _, item := range v.Items {
		p.counted(item)
	}
	for _, e := range v.Entries {
		p.counted(e.Value)
	}
	return v
}
