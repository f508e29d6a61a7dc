package review

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/doc"
)

// printedText returns what a reader sees of a text, and how it is set.
func printedText(text []doc.Inline) string { return written(text, false) }

// meaning returns what a text says, wherever it stands: references count by what
// they lead to, not by the number that it has.
func meaning(text []doc.Inline) string { return written(text, true) }

func written(text []doc.Inline, symbolic bool) string {
	size := 0
	for _, in := range text {
		size += len(in.Text)
	}
	var out strings.Builder
	out.Grow(size)
	strong, emph := false, false
	for _, in := range text {
		if in.Kind == doc.LineBreak {
			out.WriteByte('\n')
			continue
		}
		if in.Strong != strong || in.Emph != emph {
			strong, emph = in.Strong, in.Emph
			out.WriteString("\x01" + strconv.FormatBool(strong) + strconv.FormatBool(emph) + "\x02")
		}
		switch {
		case symbolic && in.Kind == doc.RefInline:
			out.WriteString("\x01" + in.Target + "\x02")
		case in.Kind == doc.LinkInline:
			out.WriteString("\x01" + in.Target + "\x02" + in.Text)
		default:
			out.WriteString(in.Text)
		}
	}
	return out.String()
}

// kindOf names what a block is: blocks of different kinds are never the same one
// with other words.
func kindOf(b doc.Block) string {
	switch b := b.(type) {
	case *doc.Heading:
		return "heading " + strconv.Itoa(int(b.Kind)) + " " + strconv.Itoa(b.Level)
	case *doc.Clause:
		return "clause " + strconv.Itoa(b.Depth)
	case *doc.Paragraph:
		return "paragraph " + string(b.Style)
	case *doc.List:
		return "list " + strconv.FormatBool(b.Ordered)
	case *doc.Table:
		return "table " + strconv.Itoa(len(b.Head))
	case *doc.KeyValue:
		return "keyvalue"
	case *doc.Signatures:
		return "signatures"
	case *doc.Notice:
		return "notice " + string(b.Kind)
	case *doc.Figure:
		return "figure"
	case *doc.PageBreak:
		return "pagebreak"
	}
	return "columns"
}

// says returns what a block is and says. The number of a heading is left out: it
// tells where the heading stands.
func says(b doc.Block) string {
	out := []string{kindOf(b)}
	if h, ok := b.(*doc.Heading); ok {
		return strings.Join(append(out, meaning(title(h))), "\n")
	}
	for _, text := range doc.Texts(b) {
		out = append(out, meaning(*text))
	}
	return strings.Join(out, "\n")
}

// title returns the text of a heading without its number.
func title(h *doc.Heading) []doc.Inline {
	text := h.Text
	if h.Number == "" || len(text) < 2 {
		return text
	}
	text = text[1:]
	if last := text[len(text)-1]; len(text) > 1 && last.Text == ")" {
		text = text[:len(text)-1]
	}
	return text
}

// alike reports whether two blocks look the same in print, number included.
func alike(a, b doc.Block) bool {
	if kindOf(a) != kindOf(b) || numberOf(a) != numberOf(b) {
		return false
	}
	x, y := doc.Texts(a), doc.Texts(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !lookAlike(*x[i], *y[i]) {
			return false
		}
	}
	return true
}

// lookAlike reports whether two texts look the same in print.
func lookAlike(a, b []doc.Inline) bool {
	return slices.EqualFunc(a, b, sameFace) || printedText(a) == printedText(b)
}

func sameFace(a, b doc.Inline) bool { return faceOf(a) == faceOf(b) }

func numberOf(b doc.Block) string {
	switch b := b.(type) {
	case *doc.Heading:
		return b.Number
	case *doc.Clause:
		return b.Number
	}
	return ""
}

func anchorOf(b doc.Block) string {
	switch b := b.(type) {
	case *doc.Heading:
		return b.Anchor
	case *doc.Clause:
		return b.Anchor
	case *doc.Paragraph:
		return b.Anchor
	}
	return ""
}

// Likeness is how much of two texts is the same, in thousandths: the words that
// they share.
func Likeness(a, b string) int {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x)+len(y) == 0 {
		return 1000
	}
	counts := map[string]int{}
	for _, w := range x {
		counts[w]++
	}
	shared := 0
	for _, w := range y {
		if counts[w] > 0 {
			counts[w]--
			shared++
		}
	}
	return 2000 * shared / (len(x) + len(y))
}
