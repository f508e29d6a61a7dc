package redraft

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/render/docx"
)

// spot is a place of a contract whose words can be changed by an edit.
type spot struct {
	slot   string
	anchor string // without the slot
	clause string // its place in the article: 2.1
	nth    int64  // or the place of a paragraph without a number
	lang   diag.Lang
	block  doc.Block
	edit   *project.Edit // from which its words are, if they are from one
	lost   bool          // an earlier edit moved it, so that its place cannot be named
}

// key is the same of the two languages of a place.
func (s *spot) key() string {
	return s.slot + "." + s.anchor + "#" + s.clause + "¶" + strconv.FormatInt(s.nth, 10)
}

// counter counts the sub-clauses and paragraphs of an article as edits do.
type counter struct {
	path       []int
	paragraphs int64
}

// place finds the places of the document by their bookmarks: what they are called,
// and of a contract how an edit names them.
func (r *reader) place() {
	r.spots, r.names = map[string]*spot{}, map[string]string{}
	bookmarks := map[doc.Block]docx.Place{}
	for _, p := range docx.Places(r.Document) {
		bookmarks[p.Block] = p
	}
	called := map[*doc.Inline]string{}
	for _, p := range r.Document.Printed() {
		if len(p.Text) > 0 {
			called[&p.Text[0]] = p.Place
		}
	}
	w := walk{reader: r, counters: map[string]*counter{}}
	for _, b := range r.Document.Blocks {
		left, right := b, doc.Block(nil)
		if v, ok := b.(*doc.Columns); ok {
			left, right = v.Left, v.Right
		}
		s := w.step(left)
		for i, side := range []doc.Block{left, right} {
			p, ok := bookmarks[side]
			if side == nil || !ok {
				continue
			}
			if runs := doc.Runs(side); len(runs) > 0 && len(runs[0]) > 0 {
				r.names[p.Bookmark] = called[&runs[0][0]]
			}
			if s != nil {
				one := *s
				one.block, one.lang = side, r.langOf(i, p)
				one.edit = r.editOf(&one)
				r.spots[p.Bookmark] = &one
			}
		}
	}
}

func (r *reader) langOf(side int, p docx.Place) diag.Lang {
	if side == 1 || p.Second {
		return r.Document.Second()
	}
	return r.Document.Lang
}

// walk goes through the blocks of a contract.
type walk struct {
	*reader
	slot     string
	level    int // of the heading of the article
	counters map[string]*counter
}

// step takes one block, and returns its place if its words can be changed.
func (w *walk) step(b doc.Block) *spot {
	if b == nil || w.Plan == nil {
		return nil
	}
	if h, ok := b.(*doc.Heading); ok {
		w.heading(h)
		return nil
	}
	slot := w.slot
	if slot == "" {
		slot = w.without(b)
	}
	if slot == "" {
		return nil
	}
	c := w.counters[slot]
	if c == nil {
		c = &counter{}
		w.counters[slot] = c
	}
	s := &spot{slot: slot, lost: w.uncounted(slot)}
	own := w.origin(b)
	if own != nil && own.Does() == project.EditAdd {
		s.edit = own
		return s
	}
	switch b := b.(type) {
	case *doc.Clause:
		for len(c.path) < b.Depth {
			c.path = append(c.path, 0)
		}
		c.path = c.path[:b.Depth]
		c.path[b.Depth-1]++
		s.name(b.Anchor)
		if s.anchor == "" {
			var steps []string
			for _, n := range c.path {
				steps = append(steps, strconv.Itoa(n))
			}
			s.clause = strings.Join(steps, ".")
		}
	case *doc.Paragraph:
		c.paragraphs++
		if s.name(b.Anchor); s.anchor == "" {
			s.nth = c.paragraphs
		}
	default:
		return nil
	}
	return s
}

func (s *spot) name(anchor string) {
	if name, ok := strings.CutPrefix(anchor, s.slot+"."); ok {
		s.anchor, s.lost = name, false
	}
}

// heading begins an article, or ends the one before it.
func (w *walk) heading(h *doc.Heading) {
	switch {
	case h.Kind == doc.ArticleHeading || h.Kind == doc.ExhibitHeading:
		w.slot, w.level = "", h.Level
		if w.Plan.Article(h.Anchor) != nil {
			w.slot = h.Anchor
		}
	case h.Kind != doc.SectionHeading || h.Level <= w.level:
		w.slot = ""
	}
}

// without returns the slot of a block that stands in no article with a heading.
func (w *walk) without(b doc.Block) string {
	for _, a := range w.Plan.All() {
		if a.Option.File.Path == b.From().Template.File {
			return a.Option.Slot
		}
	}
	return ""
}

// origin returns the edit from which the words of a block are, or nil.
func (r *reader) origin(b doc.Block) *project.Edit {
	for _, e := range r.Plan.Edits {
		if strings.HasPrefix(b.From().Path, e.Path+".") {
			return e
		}
	}
	return nil
}

// uncounted reports whether an earlier edit takes places of an article away, so
// that those behind it have other numbers than edits count.
func (r *reader) uncounted(slot string) bool {
	return slices.ContainsFunc(r.Plan.Edits, func(e *project.Edit) bool { return e.Article == slot && e.Does() == project.EditRemove })
}

// editOf returns the edit that already changes a place, or nil.
func (r *reader) editOf(s *spot) *project.Edit {
	if s.edit != nil {
		return s.edit
	}
	for _, e := range r.Plan.Edits {
		if e.Article != s.slot || e.Does() == project.EditAdd {
			continue
		}
		if s.anchor != "" && e.Anchor == s.anchor || s.clause != "" && e.Clause == s.clause || s.nth > 0 && e.Paragraph == s.nth {
			return e
		}
	}
	return r.origin(s.block)
}
