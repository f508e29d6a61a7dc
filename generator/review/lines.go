package review

import (
	"slices"
	"strings"

	"pactwright/generator/doc"
)

// Line is one text of a redline with its number.
type Line struct {
	Number string
	Text   []doc.Inline
	Moved  bool // nothing but numbers of references differs
}

// changedLines returns the texts of a redline in which something differs; the
// cells of a row stand in one line.
func changedLines(blocks []doc.Block) []Line {
	var out []Line
	for _, b := range blocks {
		for _, l := range linesOf(b) {
			if Changed(l.Text) {
				l.Moved = onlyNumbers(l.Text)
				l.Text = flat(l.Text)
				out = append(out, l)
			}
		}
	}
	return out
}

func linesOf(b doc.Block) []Line {
	switch b := b.(type) {
	case *doc.Clause:
		return []Line{{Number: b.Number, Text: b.Text}}
	case *doc.Table:
		var out []Line
		for _, row := range append([][]doc.Cell{b.Head}, b.Rows...) {
			out = append(out, Line{Text: inOne(row)})
		}
		return out
	case *doc.KeyValue:
		var out []Line
		for _, r := range b.Rows {
			out = append(out, Line{Text: inOne([]doc.Cell{r.Key, r.Value})})
		}
		return out
	}
	var out []Line
	for _, text := range doc.Texts(b) {
		out = append(out, Line{Text: *text})
	}
	return out
}

// inOne puts the cells of a row into one text.
func inOne(row []doc.Cell) []doc.Inline {
	var out []doc.Inline
	for i, c := range row {
		if i > 0 {
			out = append(out, doc.Inline{Text: " | "})
		}
		out = append(out, c...)
	}
	return out
}

// onlyNumbers reports whether a text differs in nothing but how the places that it
// refers to are numbered.
func onlyNumbers(text []doc.Inline) bool {
	var said [2]strings.Builder
	for _, in := range text {
		what := in.Text
		if in.Kind == doc.RefInline {
			what = "\x00" + in.Target
		}
		if in.Change != doc.Inserted {
			said[0].WriteString(what)
		}
		if in.Change != doc.Deleted {
			said[1].WriteString(what)
		}
	}
	return said[0].String() == said[1].String()
}

// flat makes plain text of values and references, which mean nothing outside
// their contract.
func flat(text []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for _, in := range text {
		if in.Kind == doc.LineBreak {
			in = doc.Inline{Text: " ", Change: in.Change}
		}
		out = join(out, doc.Inline{Text: in.Text, Strong: in.Strong, Emph: in.Emph, Change: in.Change})
	}
	return slices.DeleteFunc(out, func(in doc.Inline) bool { return in.Text == "" })
}
