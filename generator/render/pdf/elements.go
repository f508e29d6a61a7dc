package pdf

import (
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Element is a part of what a document is made of, in the order in which it is
// read: a heading, a cell, a link. Elements hang together as a tree; the first one
// is no element at all, which marks that are not read belong to, and the second is
// the document.
type Element struct {
	Kind   Kind
	Parent int
	Lang   diag.Lang // if it is another than that of the parent
	Scope  string    // of a TH: Column or Row
	Alt    string    // of a Figure, in words
}

// Kind is a standard structure type of PDF (ISO 32000-1, 14.8.4). Headings are H1
// to H6.
type Kind string

// The kinds that documents have.
const (
	documentKind Kind = "Document"
	sectionKind  Kind = "Sect"
	divisionKind Kind = "Div"
	headingKind  Kind = "H"
	paragraph    Kind = "P"
	spanKind     Kind = "Span"
	listKind     Kind = "L"
	listItem     Kind = "LI"
	itemLabel    Kind = "Lbl"
	itemBody     Kind = "LBody"
	tableKind    Kind = "Table"
	tableHead    Kind = "THead"
	tableBody    Kind = "TBody"
	tableRow     Kind = "TR"
	headCell     Kind = "TH"
	dataCell     Kind = "TD"
	figureKind   Kind = "Figure"
	linkKind     Kind = "Link"
	noteKind     Kind = "Note"
	contentsKind Kind = "TOC"
	contentsItem Kind = "TOCI"
	entryKind    Kind = "Reference"
	formKind     Kind = "Form"
)

// reading builds the tree of elements while blocks are set.
type reading struct {
	elements []Element
	levels   map[int]int // of headings, as the document has them
	open     int         // what is being set belongs to it
	lang     diag.Lang   // in which it is written
	clauses  [sides][]openClause
	list     [sides]int // the list that further items may belong to
	pair     [2]int     // the parts that columns are in, by language
}

// openClause is a clause that deeper ones may belong to.
type openClause struct{ depth, list, body int }

func newReading(lang diag.Lang) reading {
	return reading{elements: []Element{{}, {Kind: documentKind}}, levels: map[int]int{}, open: 1, lang: lang}
}

// element adds an element to the one that is open.
func (r *reading) element(k Kind) int {
	r.elements = append(r.elements, Element{Kind: k, Parent: r.open})
	return len(r.elements) - 1
}

// begin opens a new element and returns the one that was open, for end.
func (r *reading) begin(k Kind) int { return r.enterElement(r.element(k)) }

// enterElement opens an element again.
func (r *reading) enterElement(e int) int {
	outer := r.open
	r.open = e
	return outer
}

func (r *reading) end(outer int) { r.open = outer }

// beginHead opens a head cell.
func (r *reading) beginHead(scope string) int {
	outer := r.begin(headCell)
	r.elements[r.open].Scope = scope
	return outer
}

// beginHeading opens a heading of a level from 1.
func (r *reading) beginHeading(level int) int {
	outer := r.begin(headingKind)
	r.levels[r.open] = level
	return outer
}

// next closes what a block does not belong to: only sub-clauses, lists and notes
// go on with a clause.
func (r *reading) next(b doc.Block, s side) {
	_, clause := b.(*doc.Clause)
	list, isList := b.(*doc.List)
	_, notice := b.(*doc.Notice)
	if !clause && !isList && !notice {
		r.clauses[s] = nil
	}
	if !isList || list.Before == 0 {
		r.list[s] = 0
	}
	if s == fullWidth {
		r.pair = [2]int{}
	}
}

// inClause returns the element that a block goes into: the text of the clause
// before it, if that is still open.
func (r *reading) inClause(s side) int {
	if n := len(r.clauses[s]); n > 0 {
		return r.clauses[s][n-1].body
	}
	return r.open
}

// clause opens the list of a depth, if it is not open, and makes an item. It
// returns its label and its body.
func (r *reading) clause(depth int, s side) (label, body int) {
	open := r.clauses[s]
	for len(open) > 0 && open[len(open)-1].depth > depth {
		open = open[:len(open)-1]
	}
	at := openClause{depth: depth}
	if n := len(open); n > 0 && open[n-1].depth == depth {
		at.list, open = open[n-1].list, open[:n-1]
	} else {
		r.clauses[s] = open
		outer := r.enterElement(r.inClause(s))
		at.list = r.element(listKind)
		r.end(outer)
	}
	label, at.body = r.item(at.list)
	r.clauses[s] = append(open, at)
	return label, at.body
}

// listOf returns the list that items go into: the one that they carry on with, or
// a new one.
func (r *reading) listOf(s side) int {
	if r.list[s] == 0 {
		outer := r.enterElement(r.inClause(s))
		r.list[s] = r.element(listKind)
		r.end(outer)
	}
	return r.list[s]
}

// item adds an item to a list.
func (r *reading) item(list int) (label, body int) {
	outer := r.enterElement(list)
	r.begin(listItem)
	label, body = r.element(itemLabel), r.element(itemBody)
	r.end(outer)
	return label, body
}

// column opens the part that a column belongs to: a document in two languages is
// read article by article, each in the one language and then in the other.
func (r *reading) column(b doc.Block, s side, second diag.Lang) (outer int) {
	if isHeading(b) && s == leftColumn || r.pair[0] == 0 {
		r.pair = [2]int{r.element(sectionKind), r.element(sectionKind)}
		r.elements[r.pair[1]].Lang = second
		r.clauses[leftColumn], r.clauses[rightColumn] = nil, nil
		r.list = [sides]int{}
	}
	return r.enterElement(r.pair[s-leftColumn])
}

// contentsLevel is the level of the words above the contents, which head nothing
// that follows: they stand just below the title.
const contentsLevel = -1

// nesting is the levels of the headings that are open, from the outermost.
type nesting []int

// level returns how deep a heading of a level stands: one below the last one of a
// lower level.
func (n *nesting) level(level int) int {
	for len(*n) > 0 && (*n)[len(*n)-1] >= level {
		*n = (*n)[:len(*n)-1]
	}
	*n = append(*n, level)
	return len(*n)
}

// settle gives headings their levels: one that the document leaves out is closed
// up, as in the outline, since readers take a gap for a lost heading.
func (r *reading) settle() []Element {
	below := make([][]int, len(r.elements))
	for i := 2; i < len(r.elements); i++ {
		below[r.elements[i].Parent] = append(below[r.elements[i].Parent], i)
	}
	var above nesting
	var walk func(e int)
	walk = func(e int) {
		if r.elements[e].Kind == headingKind {
			level := max(len(above), 2)
			if r.levels[e] != contentsLevel {
				level = above.level(r.levels[e])
			}
			r.elements[e].Kind += Kind(strconv.Itoa(min(level, 6)))
		}
		for _, b := range below[e] {
			walk(b)
		}
	}
	walk(1)
	return r.elements
}
