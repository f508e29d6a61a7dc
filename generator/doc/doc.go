// Package doc is the structured document between templates and formats.
//
// A [Document] is symbolic: references name anchors, Korean particles wait for
// the word before them, terms are marks. [Resolve] settles all of it and is the
// only maker of a [Resolved], which is what the formats take. Node kinds are few
// on purpose: every format must know each of them.
package doc

import (
	"strings"

	"pactwright/generator/diag"
)

// Document is one document in one language as the templates left it.
type Document struct {
	Lang     diag.Lang
	Title    string // for the document's properties and its running header
	Style    string // name of a file in templates/styles, without .yaml
	Paper    Paper
	Contents bool                // a contents page stands before the first part or article
	Mark     string              // printed at the head of every page, as for a reference translation
	Footer   string              // printed at the foot of every page, left of the page number
	Signing  string              // printed at the foot of pages on which people sign, as in [Signature Page to …]
	Draft    bool                // it may have gaps
	Trusted  bool                // its terms are not checked anew
	Across   string              // printed large and light across every page, under the text
	Stacked  bool                // of two languages the second stands below the first, article by article
	Logos    map[string]*Picture // of institutions, for letterheads that name one
	Removed  map[string]string   // anchors that were taken out of it, with the path of what took them out
	Blocks   []Block
}

// Paper is a paper size.
type Paper string

// The paper sizes of Korean and of US institutions.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

const landscape = "-landscape"

// Landscape returns the paper turned to its side, as in A4-landscape.
func (p Paper) Landscape() Paper {
	if p.IsLandscape() {
		return p
	}
	return p + landscape
}

// IsLandscape reports whether the paper lies on its side.
func (p Paper) IsLandscape() bool { return strings.HasSuffix(string(p), landscape) }

// Upright returns the paper as it is when it stands.
func (p Paper) Upright() Paper { return Paper(strings.TrimSuffix(string(p), landscape)) }

// Origin says where a node comes from.
type Origin struct {
	Path     string     // YAML path of the value, if it is a value
	Template diag.Place // template position
}

// From returns the origin itself, so that embedding it makes a node say where
// it comes from.
func (o Origin) From() Origin { return o }

// Block is a node that stands on its own lines.
type Block interface{ From() Origin }

// HeadingKind tells what a heading heads, which decides its numbering.
type HeadingKind int

// Kinds of headings: the title is not numbered; parts, articles and exhibits
// are numbered each in its own sequence; sections are not numbered.
const (
	TitleHeading HeadingKind = iota
	PartHeading
	ArticleHeading
	ExhibitHeading
	SectionHeading
)

// Heading begins a part, an article, an exhibit or a section.
type Heading struct {
	Origin
	Kind   HeadingKind
	Level  int    // outline level from 1; 0 for the title
	Anchor string // name for references; empty if nothing may refer to it
	Text   []Inline
	Number string // "Article 12", "제12조"; set by Resolve
}

// Clause is one numbered sub-clause of an article: 1.1 / ① at depth 1, (a) / 1.
// at depth 2, (i) / 가. at depth 3.
type Clause struct {
	Origin
	Depth  int
	Anchor string
	Text   []Inline
	Number string // "12.2", "(a)", "①", "1.", "가."; set by Resolve
}

// ParagraphStyle is how a paragraph is set.
type ParagraphStyle string

// Paragraph styles. Letterhead is the typed head of a letter; Small is for
// notes and disclaimers; Conspicuous is for limits of liability.
const (
	Body        ParagraphStyle = ""
	Center      ParagraphStyle = "center"
	Right       ParagraphStyle = "right"
	Small       ParagraphStyle = "small"
	Letterhead  ParagraphStyle = "letterhead"
	Conspicuous ParagraphStyle = "conspicuous"
)

// Paragraph is running text without a number. A reference to its anchor prints
// the article or the exhibit that it stands in.
type Paragraph struct {
	Origin
	Logo   string // whose logo stands above a letterhead, if there is one
	Style  ParagraphStyle
	Anchor string // name for references; empty if nothing may refer to it
	Text   []Inline
}

// List is a list outside the numbered clauses: bullets, or 1. 2. 3. if Ordered.
// Side by side each item is a list of its own, which knows where it stood.
type List struct {
	Origin
	Ordered bool
	Items   [][]Inline
	Before  int // how many items of the list stand before these
	After   int // and how many behind them
}

// Align is the horizontal alignment of a table column.
type Align int

// Alignments; money and numbers stand on the right.
const (
	AlignLeft Align = iota
	AlignRight
	AlignCenter
)

// Cell is the content of one table cell; a LineBreak inline starts a new line.
type Cell []Inline

// Table is a table whose head is repeated on each page that it reaches.
type Table struct {
	Origin
	Align []Align // one per column
	Head  []Cell
	Rows  [][]Cell
	Total bool // the last row is a total
}

// KeyValue is a two-column sheet of names and values, as the key terms are.
type KeyValue struct {
	Origin
	Rows []KeyValueRow
}

// KeyValueRow is one line of a KeyValue.
type KeyValueRow struct{ Key, Value Cell }

// Signatures holds blocks that are each kept whole and never stand alone on a page.
type Signatures struct {
	Origin
	Blocks []SignatureBlock
}

// SignatureBlock is what one signatory fills in. A line without a value is a
// rule to write on. Seal asks for a free 30 mm square beside the lines.
type SignatureBlock struct {
	Heading Cell
	Lines   []SignatureLine
	Seal    string // label in the square, as in 직인; empty for none
	Signer  string // who signs, as in KR1-1; empty if nobody is named
	Sign    int    // the line that is signed; with a value, the square is
}

// SignatureLine is one label with its value, or with a rule to write on.
type SignatureLine struct {
	Label Cell
	Value Cell
}

// NoticeKind says what a notice is about, which decides its look.
type NoticeKind string

// Kinds of notices. Annotation carries citations and explanations and is made
// for annotated copies only.
const (
	InfoNotice       NoticeKind = "info"
	GoodNotice       NoticeKind = "good"
	WarningNotice    NoticeKind = "warning"
	BadNotice        NoticeKind = "bad"
	AnnotationNotice NoticeKind = "annotation"
)

// Notice is a framed remark.
type Notice struct {
	Origin
	Kind  NoticeKind
	Title []Inline
	Body  [][]Inline // paragraphs
}

// PageBreak starts a new page.
type PageBreak struct{ Origin }

// Columns sets two blocks side by side, aligned at their first lines: the same
// clause in two languages, or two figures. The columns may split over pages.
type Columns struct {
	Origin
	Left, Right Block
}

// InlineKind says what a run of text stands for.
type InlineKind int

// Kinds of inlines. Amount, Percent, Date, Count and Ref carry typed values, so
// that two languages can be compared by value.
const (
	TextInline InlineKind = iota
	AmountInline
	PercentInline
	DateInline
	CountInline
	NumberInline
	RefInline      // Target: an anchor; Text: "Section 12.2(a)"
	AnchorInline   // Target: the name; prints nothing
	TermInline     // Target: the key of a defined term
	LawRefInline   // Target: the key of a citation
	ParticleInline // Target: the pair, as in 을/를; Text: the one that fits
	BlankInline    // a gap in a draft
	LinkInline     // Target: the address
	LineBreak
)

// Inline is a run of text with what it stands for. Kinds that depend on other
// places of the document have an empty Text until Resolve.
type Inline struct {
	Origin
	Kind   InlineKind
	Text   string
	Strong bool
	Emph   bool
	Target string
	Value  string // canonical form of a typed value, equal in all languages: "KRW 960000000"
	Define bool   // of a TermInline: this is where the term is defined
	Change Change // in a comparison of two texts
}

// Change tells which of two compared texts a run of text stands in.
type Change string

// What stands in both texts, only in the new one, and only in the old one.
const (
	Unchanged Change = ""
	Inserted  Change = "inserted"
	Deleted   Change = "deleted"
)

// Resolved is a document in which everything is settled. Only Resolve and
// SideBySide make one.
type Resolved struct {
	Document
	second     diag.Lang         // the language of the right column, if there is one
	references map[string]string // anchor: what a reference to it prints
}

// Reference returns what a reference to an anchor prints, or "" if there is no
// such anchor.
func (r *Resolved) Reference(anchor string) string { return r.references[anchor] }

// Second returns the language of the right column, or "" if there is none.
func (r *Resolved) Second() diag.Lang { return r.second }

// Location is where an anchor came to stand.
type Location struct {
	Number string // as printed in a reference
	Title  string
	Page   int // from 1
}

// Locations maps anchors to their places after layout.
type Locations map[string]Location
