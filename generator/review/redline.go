package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pactwright/generator/doc"
)

// Redline compares two texts word by word and returns the new one with what was
// left out: every run says in Change in which of the two it stands. What is
// replaced stands before what replaces it.
func Redline(old, new []doc.Inline) []doc.Inline {
	a, b := words(old), words(new)
	edits := tidy(compare(numbered(a, b)), a, b)
	var out []doc.Inline
	for _, e := range edits {
		if e.same {
			out = put(out, b[e.new.from:e.new.to], doc.Unchanged)
			continue
		}
		out = put(out, a[e.old.from:e.old.to], doc.Deleted)
		out = put(out, b[e.new.from:e.new.to], doc.Inserted)
	}
	return out
}

// Whole marks all of a text as standing in one of the two texts only.
func Whole(text []doc.Inline, change doc.Change) []doc.Inline { return put(nil, words(text), change) }

// Accept returns the new text of a redline, without marks.
func Accept(redline []doc.Inline) []doc.Inline { return without(redline, doc.Deleted) }

// Reject returns the old text of a redline, without marks.
func Reject(redline []doc.Inline) []doc.Inline { return without(redline, doc.Inserted) }

func without(redline []doc.Inline, change doc.Change) []doc.Inline {
	var out []doc.Inline
	for _, in := range redline {
		if in.Change != change {
			in.Change = doc.Unchanged
			out = join(out, in)
		}
	}
	return out
}

// put adds words with a mark, and joins those that look alike.
func put(out []doc.Inline, words []word, change doc.Change) []doc.Inline {
	for len(words) > 0 {
		first, n := words[0].inline(), 1
		for n < len(words) && joins(words[0].run, words[n].run) {
			n++
		}
		if n > 1 {
			first.Text = printed(words[:n])
		}
		first.Change = change
		out = append(out, first)
		words = words[n:]
	}
	return out
}

func printed(words []word) string {
	var out strings.Builder
	for _, w := range words {
		out.WriteString(w.text)
	}
	return out.String()
}

func join(out []doc.Inline, in doc.Inline) []doc.Inline {
	if n := len(out) - 1; n >= 0 && joins(&out[n], &in) {
		out[n].Text += in.Text
		return out
	}
	return append(out, in)
}

// joins reports whether words of two runs may stand in one.
func joins(a, b *doc.Inline) bool {
	return isRunning(*a) && (a == b || isRunning(*b) && looks(*a) == looks(*b))
}

func isRunning(in doc.Inline) bool { return in.Kind == doc.TextInline || in.Kind == doc.LinkInline }

// looks is a run without its words and its origin.
func looks(in doc.Inline) doc.Inline { in.Text, in.Origin = "", doc.Origin{}; return in }

// face is what a reader sees of a word: its letters and how they are set.
type face struct {
	text         string
	strong, emph bool
	link         string
	ends         bool // it ends the line
}

func faceOf(in doc.Inline) face {
	f := face{text: in.Text, strong: in.Strong, emph: in.Emph, ends: in.Kind == doc.LineBreak}
	if in.Kind == doc.LinkInline {
		f.link = in.Target
	}
	return f
}

// numbered gives words that a reader cannot tell apart the same number.
func numbered(a, b []word) (old, new []int) {
	numbers := map[face]int{}
	number := func(words []word) []int {
		out := make([]int, len(words))
		for i, w := range words {
			f := faceOf(w.inline())
			n, ok := numbers[f]
			if !ok {
				n = len(numbers)
				numbers[f] = n
			}
			out[i] = n
		}
		return out
	}
	return number(a), number(b)
}

// longIsland is from how many letters on the same words between two changes stay
// apart from them.
const longIsland = 4

// tidy takes islands into the changes around them: short stretches that are the
// same by chance and only tear a change to pieces. Figures stay, since one that
// is shown as changed would be read as such.
func tidy(edits []edit, a, b []word) []edit {
	var out []edit
	for i, e := range edits {
		n := len(out) - 1
		switch {
		case n >= 0 && !out[n].same && (!e.same || i+1 < len(edits) && isIsland(out[n], e, edits[i+1], b)):
			out[n].old.to, out[n].new.to = e.old.to, e.new.to
		default:
			out = append(out, e)
		}
	}
	return out
}

func isIsland(before, e, after edit, b []word) bool {
	replaces := func(e edit) bool { return e.old.length() > 0 && e.new.length() > 0 }
	if !replaces(before) || !replaces(after) && after.old.length()+after.new.length() < 3 {
		return false
	}
	letters := 0
	for _, w := range b[e.new.from:e.new.to] {
		switch w.weight {
		case figure:
			return false
		case plain:
			letters += utf8.RuneCountInString(w.text)
		}
	}
	return letters < longIsland
}

// Changed reports whether a redline marks anything.
func Changed(redline []doc.Inline) bool {
	return slices.ContainsFunc(redline, func(in doc.Inline) bool { return in.Change != doc.Unchanged })
}
