package doc

import (
	"strings"

	"pactwright/generator/diag"
)

// Phrase settles a filled text that is no Markdown, such as the heading of a
// column, and returns what it prints.
func Phrase(f Filled, lang diag.Lang, g Glossary) (string, diag.List) {
	p := newParser(f)
	var inlines []Inline
	literal := func(text string) {
		if text != "" {
			inlines = append(inlines, Inline{Kind: TextInline, Text: text})
		}
	}
	for text := p.prepare(f.Text); ; {
		start, end, m := nextMark(text)
		if start < 0 {
			literal(text)
			break
		}
		literal(text[:start])
		if m.index < len(p.tokens) {
			inlines = append(inlines, p.tokens[m.index].Inlines...)
		}
		text = text[end:]
	}
	d, found := Resolve(&Document{Lang: lang, Blocks: []Block{&Paragraph{Text: inlines}}}, g)
	return Lines(d.Blocks[0].(*Paragraph).Text), append(p.found, found...)
}

// Lines returns what inlines print, as [Text] does, with their line breaks.
func Lines(inlines []Inline) string {
	var out strings.Builder
	for _, in := range inlines {
		if in.Kind == LineBreak {
			out.WriteByte('\n')
			continue
		}
		out.WriteString(in.Text)
	}
	return out.String()
}
