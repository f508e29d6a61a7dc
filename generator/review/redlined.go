package review

import (
	"slices"
	"strings"

	"pactwright/generator/doc"
)

// Redlined is a whole contract in one language with what differs from the
// standard, for programs in which changes are accepted and rejected.
type Redlined struct {
	*doc.Resolved
	Starts map[string]int // of each article: the first of its blocks
}

// redlined puts the parts of a redline together. References are plain words in
// it, and it has no page of contents: with what is gone still standing, a program
// would count their numbers anew.
func redlined(own *doc.Resolved, parts []compared) Redlined {
	var blocks []doc.Block
	starts := map[string]int{}
	for _, c := range parts {
		if _, ok := starts[c.slot]; !ok {
			starts[c.slot] = len(blocks)
		}
		for i, b := range c.redline {
			if i == 0 && len(c.old) > 0 && len(c.new) > 0 {
				b = headed(b, c.old[0], c.new[0])
			}
			blocks = append(blocks, lettered(b))
		}
	}
	for i := range blocks {
		if i+1 < len(blocks) && isNew(blocks[i+1]) && !isNew(blocks[i]) {
			keepEnd(blocks[i])
		}
		if l, ok := blocks[i].(*doc.List); ok {
			for j := range l.Items {
				if j+1 < len(l.Items) && allNew(l.Items[j+1]) && !allNew(l.Items[j]) {
					l.Items[j] = endsGone(l.Items[j])
				}
			}
		}
	}
	out := own.With(blocks)
	out.Contents = false
	return Redlined{out, starts}
}

// headed returns the heading that a part begins with in both texts with the number
// of the contract, and compares the titles only: the number tells where it stands,
// and whoever accepts or rejects changes counts anew.
func headed(b, old, new doc.Block) doc.Block {
	was, isHeading := old.(*doc.Heading)
	is, also := new.(*doc.Heading)
	if !isHeading || !also || kindOf(was) != kindOf(is) {
		return b
	}
	out := *is
	text := title(is)
	before := min(len(is.Text)-len(text), 1)
	out.Text = slices.Concat(is.Text[:before], Redline(title(was), text), is.Text[before+len(text):])
	return &out
}

// lettered makes plain words of the references in a block.
func lettered(b doc.Block) doc.Block {
	b = doc.Clone(b)
	for _, text := range doc.Texts(b) {
		isRef := func(in doc.Inline) bool { return in.Kind == doc.RefInline }
		if !slices.ContainsFunc(*text, isRef) {
			continue
		}
		plain := slices.Clone(*text)
		for i := range plain {
			if isRef(plain[i]) {
				plain[i].Kind, plain[i].Target, plain[i].Value = doc.TextInline, "", ""
			}
		}
		*text = plain
	}
	return b
}

// isNew reports whether a block begins with a text that is new as a whole.
func isNew(b doc.Block) bool {
	texts := doc.Texts(b)
	return len(texts) > 0 && allNew(*texts[0])
}

func allNew(text []doc.Inline) bool {
	return len(text) > 0 && !slices.ContainsFunc(text, func(in doc.Inline) bool {
		return in.Change != doc.Inserted && strings.TrimSpace(in.Text) != ""
	})
}

// keepEnd has the last text of a block end with something that is not new.
// LibreOffice takes what is new at the end of a paragraph and a new paragraph
// behind it for one change, and joins the paragraphs when it is rejected.
func keepEnd(b doc.Block) {
	switch b.(type) {
	case *doc.Heading, *doc.Clause, *doc.Paragraph, *doc.List:
		texts := doc.Texts(b)
		if last := texts[len(texts)-1]; !allNew(*last) {
			*last = endsGone(*last)
		}
	}
}

// endsGone returns the same redline with what is gone at its end behind what is
// new there; if nothing is gone, the last word is shown as replaced by itself.
func endsGone(text []doc.Inline) []doc.Inline {
	n := len(text)
	for n > 0 && text[n-1].Change != doc.Unchanged {
		n--
	}
	head, tail := slices.Clone(text[:n]), text[n:]
	if len(tail) == 0 || tail[len(tail)-1].Change == doc.Deleted {
		return text
	}
	var gone, come []doc.Inline
	for _, in := range tail {
		if in.Change == doc.Deleted {
			gone = append(gone, in)
		} else {
			come = append(come, in)
		}
	}
	if len(gone) == 0 && n > 0 {
		last := words(head[n-1:])
		word := last[len(last)-1:]
		gone, come = put(nil, word, doc.Deleted), append(put(nil, word, doc.Inserted), come...)
		head = append(head[:n-1], put(nil, last[:len(last)-1], doc.Unchanged)...)
	}
	return slices.Concat(head, come, gone)
}
