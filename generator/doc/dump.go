package doc

import (
	"fmt"
	"slices"
	"strings"
)

// Dump writes a document as stable text for goldens and for --dump. Plain text
// stands as it is, with \ before < * _ and \; anything else as
// <kind value|text @path>, as in <amount KRW 5000|5,000원 @budget.total>.
func Dump(d *Document) string {
	w := &dumper{}
	w.document(d, "")
	return w.out.String()
}

// Dump writes the document as [Dump] does.
func (r *Resolved) Dump() string {
	w := &dumper{}
	w.document(&r.Document, string(r.second))
	return w.out.String()
}

type dumper struct {
	out    strings.Builder
	indent string
}

// line writes one line.
func (w *dumper) line(text string) {
	w.out.WriteString(strings.TrimRight(w.indent+text, " ") + "\n")
}

// spaced joins the words that are not empty.
func spaced(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

func (w *dumper) inside(f func()) {
	outside := w.indent
	w.indent += "  "
	f()
	w.indent = outside
}

func (w *dumper) document(d *Document, second string) {
	w.line(spaced("document", string(d.Lang), second, when(d.Contents, "contents"), when(d.Draft, "draft"), when(d.Stacked, "stacked")))
	for _, property := range []struct{ name, value string }{
		{"title", d.Title}, {"style", d.Style}, {"paper", string(d.Paper)}, {"mark", d.Mark}, {"footer", d.Footer}, {"signing", d.Signing},
	} {
		if property.value != "" {
			w.line(property.name + ": " + escapeText(property.value))
		}
	}
	w.out.WriteByte('\n')
	for _, b := range d.Blocks {
		w.block(b)
	}
}

func when(condition bool, word string) string {
	if condition {
		return word
	}
	return ""
}

func anchorMark(anchor string) string {
	if anchor == "" {
		return ""
	}
	return "#" + anchor
}

func numberMark(number string) string {
	if number == "" {
		return ""
	}
	return "[" + number + "]"
}

var headingNames = map[HeadingKind]string{
	TitleHeading: "title", PartHeading: "part", ArticleHeading: "article", ExhibitHeading: "exhibit", SectionHeading: "section",
}

var alignNames = map[Align]string{AlignLeft: "left", AlignRight: "right", AlignCenter: "center"}

func (w *dumper) block(b Block) {
	name := kindName(b).EN
	switch b := b.(type) {
	case *Heading:
		w.line(spaced(name, headingNames[b.Kind], fmt.Sprint(b.Level), anchorMark(b.Anchor), numberMark(b.Number)) + ": " + dumpText(b.Text))
	case *Clause:
		w.line(spaced(name, fmt.Sprint(b.Depth), anchorMark(b.Anchor), numberMark(b.Number)) + ": " + dumpText(b.Text))
	case *Paragraph:
		w.line(spaced(name, string(b.Style), anchorMark(b.Anchor)) + ": " + dumpText(b.Text))
	case *List:
		w.line(spaced(name, when(b.Ordered, "ordered"), when(b.Before > 0, fmt.Sprintf("from %d", b.Before+1))))
		w.inside(func() {
			for _, item := range b.Items {
				w.line("- " + dumpText(item))
			}
		})
	case *Table:
		w.table(b)
	case *KeyValue:
		w.line(name)
		w.inside(func() {
			for _, row := range b.Rows {
				w.line(dumpText(row.Key) + ": " + dumpText(row.Value))
			}
		})
	case *Signatures:
		w.signatures(b)
	case *Notice:
		w.line(spaced(name, string(b.Kind)) + ": " + dumpText(b.Title))
		w.inside(func() {
			for _, p := range b.Body {
				w.line(dumpText(p))
			}
		})
	case *Figure:
		w.figure(b)
	case *Columns:
		w.line(name)
		w.inside(func() { w.block(b.Left); w.block(b.Right) })
	default:
		w.line(name)
	}
}

func (w *dumper) table(t *Table) {
	words := []string{"table"}
	for _, a := range t.Align {
		words = append(words, alignNames[a])
	}
	w.line(spaced(append(words, when(t.Total, "total"))...))
	w.inside(func() {
		w.row("head", t.Head)
		for _, row := range t.Rows {
			w.row("row", row)
		}
	})
}

func (w *dumper) row(name string, cells []Cell) {
	var texts []string
	for _, c := range cells {
		texts = append(texts, dumpText(c))
	}
	w.line(name + " " + strings.Join(texts, " | "))
}

func (w *dumper) figure(f *Figure) {
	w.line(spaced("figure", string(f.Kind)) + ": " + dumpText(f.Title))
	w.inside(func() {
		w.line("alt: " + dumpText(f.Alt))
		if len(f.Series) > 0 {
			w.row("series", f.Series)
		}
		for _, r := range f.Rows {
			cells := r.Values
			if len(r.Note) > 0 {
				cells = append(slices.Clone(cells), r.Note)
			}
			w.row("row "+dumpText(r.Label)+":", cells)
		}
	})
}

func (w *dumper) signatures(s *Signatures) {
	w.line("signatures")
	w.inside(func() {
		for _, b := range s.Blocks {
			w.line("block: " + dumpText(b.Heading))
			w.inside(func() {
				for _, l := range b.Lines {
					value := dumpText(l.Value)
					if value == "" {
						value = "____"
					}
					w.line(dumpText(l.Label) + ": " + value)
				}
				if b.Seal != "" {
					w.line("seal: " + escapeText(b.Seal))
				}
				if b.Signer != "" {
					w.line(fmt.Sprintf("signer: %s, line %d", escapeText(b.Signer), b.Sign+1))
				}
			})
		}
	})
}

func escapeText(text string) string {
	return strings.NewReplacer(`\`, `\\`, "<", `\<`, "*", `\*`, "_", `\_`, "\n", `\n`).Replace(text)
}

func dumpText(text []Inline) string {
	var out strings.Builder
	for _, in := range text {
		out.WriteString(dumpInline(in))
	}
	return out.String()
}

func dumpInline(in Inline) string {
	text := escapeText(in.Text)
	if in.Kind != TextInline || in.Path != "" {
		text = tagged(in, text)
	}
	if in.Emph {
		text = "_" + text + "_"
	}
	if in.Strong {
		text = "**" + text + "**"
	}
	return text
}

// tagged writes an inline that is more than plain text.
func tagged(in Inline, text string) string {
	words := []string{in.Kind.String()}
	for _, word := range []string{when(in.Define, "define"), in.Target, in.Value} {
		if word != "" {
			words = append(words, escapeText(word))
		}
	}
	out := strings.Join(words, " ")
	if text != "" {
		out += "|" + text
	}
	if in.Path != "" {
		out += " @" + in.Path
	}
	return "<" + out + ">"
}
