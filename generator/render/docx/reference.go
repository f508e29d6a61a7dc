package docx

import (
	"strings"

	"pactwright/generator/doc"
)

// field is what makes a reference in Word: words before it, the number of another
// paragraph, and how Word is asked for it.
type field struct {
	before string
	code   string
	result string
}

// reference writes a reference to another place as a field if Word computes from
// it what the document prints, else as a link around the words.
func (w *writer) reference(in doc.Inline, l look) {
	to := w.targetOf(in.Target, l.side)
	if to == nil {
		w.tracked(in.Change, func() { w.run(in, printed(in), l, "") })
		return
	}
	f, ok := fieldOf(to, printed(in))
	if !ok {
		w.body.open("w:hyperlink", "w:anchor", to.name, "w:history", "1")
		w.tracked(in.Change, func() { w.run(in, printed(in), l, "") })
		w.body.close("w:hyperlink")
		return
	}
	w.tracked(in.Change, func() {
		if f.before != "" {
			w.run(in, f.before, l, "")
		}
		w.fieldMark("begin", l.side)
		w.fieldCode(f.code, l.side)
		w.fieldMark("separate", l.side)
		w.run(in, f.result, l, "")
		w.fieldMark("end", l.side)
	})
}

// targetOf returns the place of an anchor in a language.
func (w *writer) targetOf(anchor string, s side) *place {
	t := w.targets[anchor]
	if t[s] != nil {
		return t[s]
	}
	return t[first]
}

// fieldOf returns the field whose result is what a reference prints.
func fieldOf(to *place, words string) (field, bool) {
	switch v := to.block.(type) {
	case *doc.Heading:
		if f, ok := headingField(to, words); ok {
			return f, true
		}
		if to.number.num == 0 && changeOf(v.Text) == doc.Unchanged && words == textOf(v.Text) {
			return field{code: "REF " + to.name + ` \h`, result: words}, true // a section has a title only
		}
	case *doc.Clause:
		if full, ok := fullNumber(to); ok && words == "Section "+full {
			switches := ` \n \h`
			if to.above != nil {
				switches = ` \w \h`
			}
			return field{before: "Section ", code: "REF " + to.name + switches, result: full}, true
		}
	}
	if to.within != nil {
		return headingField(to.within, words) // what has no number is named by the article around it
	}
	return field{}, false
}

// headingField names an article, a part or an exhibit. Word leaves out the point
// behind a number.
func headingField(to *place, words string) (field, bool) {
	if to.number.num == 0 || strings.TrimSuffix(to.number.word, ".") != words {
		return field{}, false
	}
	return field{code: "REF " + to.name + ` \n \h`, result: words}, true
}

// fullNumber returns what Word prints as the number of a sub-clause in full
// context: the numbers of those that it is part of, down from the one that holds
// the number of the article.
func fullNumber(to *place) (string, bool) {
	if to.number.num == 0 {
		return "", false
	}
	if to.above == nil {
		return to.number.word, to.number.level == 1
	}
	above, ok := fullNumber(to.above)
	return above + to.number.word, ok
}

// textOf returns the words of a text as they are written.
func textOf(text []doc.Inline) string {
	var out strings.Builder
	for _, in := range text {
		if in.Kind == doc.LineBreak {
			return "" // a field would bring the line break
		}
		if in.Kind != doc.AnchorInline {
			out.WriteString(printed(in))
		}
	}
	return out.String()
}
