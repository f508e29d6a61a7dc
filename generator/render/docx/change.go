package docx

import (
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/doc"
)

// changeElement returns the element of Word for a change, or "" for none.
func changeElement(c doc.Change) string {
	switch c {
	case doc.Inserted:
		return "w:ins"
	case doc.Deleted:
		return "w:del"
	}
	return ""
}

// changeAttributes says who made a change and when, and gives it its own id.
func (w *writer) changeAttributes() []string {
	w.marks++
	w.changed = true
	return append([]string{"w:id", itoa(w.marks)}, signed(w.changeAuthor(), w.meta.Changes.Date)...)
}

func (w *writer) changeAuthor() string {
	if w.meta.Changes.Author != "" {
		return w.meta.Changes.Author
	}
	return w.meta.Author
}

// signed returns the attributes of who and when.
func signed(author string, date calendar.Date) []string {
	out := []string{"w:author", author}
	if !date.IsZero() {
		out = append(out, "w:date", moment(date))
	}
	return out
}

// moment returns the first moment of a day as XML writes it.
func moment(d calendar.Date) string { return d.String() + "T00:00:00Z" }

// changeOf returns the change that all of a text is part of. Spaces are no text.
func changeOf(texts ...[]doc.Inline) doc.Change {
	out, seen := doc.Unchanged, false
	for _, text := range texts {
		for _, in := range text {
			if in.Kind == doc.AnchorInline || in.Kind != doc.LineBreak && strings.TrimSpace(printed(in)) == "" {
				continue
			}
			if seen && in.Change != out {
				return doc.Unchanged
			}
			out, seen = in.Change, true
		}
	}
	return out
}

// rowChange returns the change that a whole row of a table is part of.
func rowChange(cells []doc.Cell) doc.Change {
	texts := make([][]doc.Inline, len(cells))
	for i, c := range cells {
		texts[i] = c
	}
	return changeOf(texts...)
}
