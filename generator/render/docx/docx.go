// Package docx writes a resolved document as a Word document.
//
// The file is for counsel who negotiate in Word. What Word can do by itself is
// left to it: articles, sub-clauses and exhibits are numbered by Word, headings
// have its heading styles, the contents and the numbers of pages are its fields,
// the heads of tables are repeated by it. A number that its lists cannot make
// stands as text.
//
// A reference is a REF field where Word would compute exactly the words that the
// document prints, as in Section 12.2(a) or 제12조, so that updating the fields
// keeps them true. Where Word would compute others, as for 제12조제2항제1호, it is
// a link to the place around the words themselves, which no update changes.
// No field is updated by force when a document is opened: Word would ask each
// reader whether fields may refer to other files. The contents therefore hold the
// pages that the caller names until a reader updates them.
//
// A file that comes back can be read: what came from the project file is an inline
// content control with the path of the value as its title and its tag, see [Tag],
// and headings, sub-clauses and paragraphs have bookmarks, see [Places].
//
// The order of child elements is the one of the schema (ISO/IEC 29500,
// transitional), which Word insists on.
package docx

import (
	"fmt"
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Meta is what a document says about itself and what is written beside its text.
type Meta struct {
	Title  string
	Author string
	Lang   diag.Lang
	Date   calendar.Date // of making, in the properties
	Made   Made          // in properties that word processors keep

	Style    Style         // the zero Style is a plain one
	Pages    doc.Locations // where anchors stand, as far as it is known: for the contents
	Changes  Changes
	Comments []Comment
}

// Changes says who made the changes of a document that compares two texts. The
// numbers of such a document are those of the new text: Word numbers what is
// deleted by itself, and does not count it once it is gone.
type Changes struct {
	Author string        // empty: that of the document
	Date   calendar.Date // may be zero
}

// Comment is a remark in the margin. It belongs to the block that has the anchor
// or, without one, to the block of that index.
type Comment struct {
	Anchor string
	Block  int
	Author string
	Date   calendar.Date // may be zero
	Text   string        // a line end begins a new paragraph
}

// Render writes the document. The same input makes the same bytes.
func Render(r *doc.Resolved, m Meta) ([]byte, error) {
	if m.Style.Body.Size == 0 {
		m.Style = plainStyle()
	}
	w := newWriter(r, m)
	if err := w.placeComments(); err != nil {
		return nil, err
	}
	w.document()
	if w.err != nil {
		return nil, w.err
	}
	return w.archive()
}

// side is a language of a document in two.
type side int

const (
	first side = iota
	second
)

// writer holds what has been written of one document.
type writer struct {
	doc   *doc.Resolved
	meta  Meta
	style Style
	body  markup

	blocks   []doc.Block // in the order in which they are written
	numbers  *numbering
	places   map[doc.Block]*place
	targets  map[string][2]*place // by anchor, in each language
	remarks  map[doc.Block][]int  // indices of comments
	waiting  []int                // comments that the next paragraph carries
	articles bool

	width      int        // of the text where it is being written, in twips
	lengths    [2]int     // of the words of both languages
	newPage    bool       // the next paragraph begins a page
	afterTable bool       // a table has just ended, which another would grow together with
	wording    string     // where the project file has the words of the block, if it has them: they are no value
	goneWith   doc.Change // of that table as a whole: the distance behind it goes with it
	open       bool       // the table of columns is open
	held       bool       // its last row stays with what follows
	dangling   bool       // the last paragraph goes with a change, and a number with it
	nested     int        // how many tables stand around
	changed    bool       // there is a change

	marks    int // ids of bookmarks and changes
	controls int
	pictures []*doc.Picture
	links    []string
	err      error
}

func newWriter(r *doc.Resolved, m Meta) *writer {
	w := &writer{doc: r, meta: m, style: m.Style, blocks: ordered(r)}
	paper, _ := w.paper()
	w.width = paper - twips(m.Style.Margins.Inner+m.Style.Margins.Outer)
	if w.inColumns() {
		w.style = m.Style.narrowed()
	}
	w.survey()
	w.measure()
	return w
}

// inColumns reports whether two languages stand side by side.
func (w *writer) inColumns() bool { return w.doc.Second() != "" && !w.doc.Stacked }

// lang returns the language of a side.
func (w *writer) lang(s side) diag.Lang {
	if s == second && w.doc.Second() != "" {
		return w.doc.Second()
	}
	return w.doc.Lang
}

// document writes the text.
func (w *writer) document() {
	contents := w.contentsAt()
	for i, b := range w.blocks {
		if i == contents {
			w.endColumns()
			w.contents()
			w.newPage = true
		}
		if change := w.goesWithTable(i); change != doc.Unchanged {
			w.paragraphWith(para{style: spacerStyle}, change, first, func() {})
		}
		w.block(b, w.keepsNext(i), first)
	}
	w.endColumns()
	if w.newPage || w.afterTable || w.dangling || len(w.blocks) == 0 {
		w.paragraph(para{style: spacerStyle}, nil, first) // a table cannot end a document
	}
}

// goesWithTable returns the change that a numbered heading and a table below it are
// part of. LibreOffice cannot join what stands before a table to anything, and
// leaves the first paragraph of what goes: it must have no number.
func (w *writer) goesWithTable(i int) doc.Change {
	h, ok := w.blocks[i].(*doc.Heading)
	if !ok || h.Number == "" {
		return doc.Unchanged
	}
	change := changeOf(h.Text)
	for _, b := range w.blocks[i+1:] {
		var texts [][]doc.Inline
		for _, text := range doc.Texts(b) {
			texts = append(texts, *text)
		}
		if change == doc.Unchanged || changeOf(texts...) != change {
			break
		}
		switch b.(type) {
		case *doc.Table, *doc.KeyValue:
			return change
		}
	}
	return doc.Unchanged
}

// block writes one block. keep holds it on a page with what follows.
func (w *writer) block(b doc.Block, keep bool, s side) {
	if _, columns := b.(*doc.Columns); !columns {
		w.endColumns()
	}
	w.waiting = append(w.waiting, w.remarks[b]...)
	w.wording = b.From().Path
	switch v := b.(type) {
	case *doc.Heading:
		w.heading(v, s)
	case *doc.Clause:
		w.clause(v, keep, s)
	case *doc.Paragraph:
		w.textParagraph(v, keep, s)
	case *doc.List:
		w.list(v, s)
	case *doc.Table:
		w.table(v, "", s)
	case *doc.KeyValue:
		w.keyValue(v, s)
	case *doc.Signatures:
		w.signatures(v, s)
	case *doc.Notice:
		w.notice(v, s)
	case *doc.Figure:
		w.figure(v, s)
	case *doc.PageBreak:
		w.newPage = true
	case *doc.Columns:
		w.columns(v, keep)
	default:
		if w.err == nil {
			w.err = fmt.Errorf("the Word format does not know blocks of type %T", b)
		}
	}
}

// keepsNext tells whether a block stays on a page with the next one: the lead of
// deeper clauses, and what stands above the signatures.
func (w *writer) keepsNext(i int) bool {
	if i+1 >= len(w.blocks) {
		return false
	}
	b, next := leading(w.blocks[i]), leading(w.blocks[i+1])
	if _, ok := next.(*doc.Signatures); ok {
		return true
	}
	line, ok := b.(*doc.Paragraph)
	if _, table := next.(*doc.Table); ok && table {
		return line.Style == doc.Right // the unit above a table
	}
	c, ok := b.(*doc.Clause)
	n, also := next.(*doc.Clause)
	return ok && also && n.Depth > c.Depth
}

// leading returns the left side of columns, or the right one if it stands alone.
func leading(b doc.Block) doc.Block {
	if v, ok := b.(*doc.Columns); ok {
		if v.Left != nil {
			return v.Left
		}
		return v.Right
	}
	return b
}

// ordered returns the blocks as they follow each other on paper. Two languages
// that are stacked take turns article by article: pairs up to the next heading are
// parted, all in the first language before all in the second.
func ordered(r *doc.Resolved) []doc.Block {
	if !r.Stacked {
		return r.Blocks
	}
	var out, other []doc.Block
	turn := func() { out, other = append(out, other...), nil }
	for _, b := range r.Blocks {
		pair, ok := b.(*doc.Columns)
		_, heading := leading(b).(*doc.Heading)
		if !ok || heading {
			turn()
		}
		if !ok {
			out = append(out, b)
			continue
		}
		if pair.Left != nil {
			out = append(out, &doc.Columns{Origin: pair.Origin, Left: pair.Left})
		}
		if pair.Right != nil {
			other = append(other, &doc.Columns{Origin: pair.Origin, Right: pair.Right})
		}
	}
	turn()
	return slices.Clip(out)
}

// twips turns centipoints into the unit of most lengths in Word.
func twips(centipoints int) int { return centipoints / 5 }
