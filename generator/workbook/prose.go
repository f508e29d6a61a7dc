package workbook

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/sheet"
)

// makeProse builds the sheets of text: Korean text with the English one below.
func (m *maker) makeProse(all []Prose) {
	for _, p := range all {
		p.Texts = m.shown(p.Texts)
		s := &sheet.Sheet{Name: p.Name, Role: sheet.OutputSheet, Protected: true}
		m.book.Sheets = append(m.book.Sheets, s)
		m.prose = append(m.prose, proseSheet{p.Name, proseTitle(p), p.Place})
		m.proseSheet(s, p)
	}
}

// proseSheet is what the other sheets know of a sheet of text.
type proseSheet struct {
	name, title string
	place       diag.Place
}

// shown leaves out the language that headings are not in, if the other one is
// there.
func (m *maker) shown(texts []*doc.Resolved) []*doc.Resolved {
	for _, t := range texts {
		if t.Lang == m.words.lang {
			return []*doc.Resolved{t}
		}
	}
	return texts
}

// proseTitle is the title of the text, in each language that it has.
func proseTitle(p Prose) string {
	var titles []string
	for _, t := range p.Texts {
		if h := titleOf(t); h != nil {
			titles = append(titles, doc.Text(h.Text))
		}
	}
	if len(titles) == 0 {
		return p.Name
	}
	return strings.Join(titles, " ")
}

func titleOf(t *doc.Resolved) *doc.Heading {
	for _, b := range t.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Kind == doc.TitleHeading {
			return h
		}
	}
	return nil
}

func (m *maker) proseSheet(s *sheet.Sheet, p Prose) {
	title := proseTitle(p)
	for _, width := range proseWidths(p.Texts) {
		s.Columns = append(s.Columns, sheet.Column{Width: width})
	}
	m.begin(s, title)
	s.Print.Portrait = true
	w := &proseWriter{s: s, row: remarkRow + 1}
	for i, t := range p.Texts {
		if h := titleOf(t); i > 0 && h != nil {
			w.row++
			w.line(doc.Text(h.Text), sheet.PartStyle)
		}
		for _, b := range t.Blocks {
			w.block(b)
		}
	}
}

// proseWriter writes blocks of text into a sheet, one below the other.
type proseWriter struct {
	s   *sheet.Sheet
	row int // the next free one
}

// block writes one block with a blank row above it.
func (w *proseWriter) block(b doc.Block) {
	if h, ok := b.(*doc.Heading); ok && h.Kind == doc.TitleHeading {
		return
	}
	w.row++
	switch b := b.(type) {
	case *doc.Heading:
		w.line(doc.Text(b.Text), sheet.PartStyle)
	case *doc.Paragraph:
		w.paragraph(doc.Lines(b.Text), sheet.ProseStyle)
	case *doc.Clause:
		w.paragraph(strings.TrimSpace(b.Number+" "+doc.Lines(b.Text)), sheet.ProseStyle)
	case *doc.List:
		w.list(b)
	case *doc.Notice:
		w.notice(b)
	case *doc.Table:
		w.table(b)
	case *doc.KeyValue:
		for _, r := range b.Rows {
			w.pair(r.Key, r.Value)
		}
	case *doc.Signatures:
		w.signatures(b)
	case *doc.Figure:
		w.line(doc.Text(b.Title), sheet.PartStyle)
		w.paragraph(doc.Lines(b.Alt), sheet.ProseStyle)
		w.table(b.Table())
	case *doc.Columns:
		w.block(b.Left)
		w.block(b.Right)
	case *doc.PageBreak:
		w.s.Print.Breaks = append(w.s.Print.Breaks, w.row)
		w.row--
	default: // nothing that a document says is left out
		for text := range strings.Lines(doc.PlainText([]doc.Block{b})) {
			w.paragraph(strings.TrimSpace(text), sheet.ProseStyle)
		}
	}
}

// line writes a text that may run over the columns beside it.
func (w *proseWriter) line(text string, style sheet.Style) {
	w.s.Put(sheet.At(1, w.row), sheet.Text(text), style)
	w.row++
}

// paragraph writes a text over all columns. A row can hold only so much, so long
// texts take several.
func (w *proseWriter) paragraph(text string, style sheet.Style) {
	for _, piece := range pieces(text) {
		w.span(1, sheet.Text(piece), style)
		w.row++
	}
}

// longest is how many characters a row of a paragraph can hold.
const longest = 1_200

// pieces breaks a long text at blanks.
func pieces(text string) []string {
	var out []string
	for rest := []rune(text); ; {
		if len(rest) <= longest {
			return append(out, string(rest))
		}
		end := longest
		for end > 0 && rest[end] != ' ' && rest[end] != '\n' {
			end--
		}
		if end == 0 {
			end = longest
		}
		out = append(out, strings.TrimSpace(string(rest[:end])))
		rest = []rune(strings.TrimSpace(string(rest[end:])))
	}
}

// span fills the cells from a column to the last one with one value.
func (w *proseWriter) span(column int, value sheet.Value, style sheet.Style) {
	last := len(w.s.Columns)
	w.s.Put(sheet.At(column, w.row), value, style)
	if column >= last {
		return
	}
	for c := column + 1; c <= last && style != sheet.ProseStyle && len(w.s.Cells) <= sheet.MaxCells; c++ {
		w.s.Put(sheet.At(c, w.row), sheet.Value{}, style) // fill and borders go around all of it
	}
	w.s.Merged = append(w.s.Merged, sheet.Range{From: sheet.At(column, w.row), To: sheet.At(last, w.row)})
}

func (w *proseWriter) list(b *doc.List) {
	for i, item := range b.Items {
		mark := "• "
		if b.Ordered {
			mark = strconv.Itoa(b.Before+i+1) + ". "
		}
		w.paragraph(mark+doc.Lines(item), sheet.ProseStyle)
	}
}

func (w *proseWriter) notice(b *doc.Notice) {
	if title := doc.Text(b.Title); title != "" {
		w.paragraph(title, sheet.NoticeStyle)
	}
	for _, text := range b.Body {
		w.paragraph(doc.Lines(text), sheet.NoticeStyle)
	}
}

// pair writes a name with its value, which is a number if it is nothing else.
func (w *proseWriter) pair(key, value doc.Cell) {
	w.s.Put(sheet.At(1, w.row), sheet.Text(doc.Lines(key)), sheet.TextStyle)
	if v, ok := typed(value); ok {
		w.s.Put(sheet.At(2, w.row), v, sheet.TextStyle)
	} else {
		w.span(2, sheet.Text(doc.Lines(value)), sheet.TextStyle)
	}
	w.row++
}

func (w *proseWriter) signatures(b *doc.Signatures) {
	for _, block := range b.Blocks {
		w.paragraph(doc.Lines(block.Heading), sheet.ProseStyle)
		for _, l := range block.Lines {
			w.pair(l.Label, l.Value)
		}
		w.row++
	}
}
