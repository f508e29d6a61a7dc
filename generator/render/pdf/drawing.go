package pdf

import "pactwright/generator/diag"

// Color is red, green and blue.
type Color [3]uint8

// Laid is a document on pages. Lengths are centipoints; x grows to the right
// and y downwards from the upper left corner of the page.
type Laid struct {
	Width, Height int // of most pages; some are turned
	Pages         []Page
	Targets       []Target // where links lead, by index
	Bookmarks     []Bookmark
	Elements      []Element // what the marks are, in the order of reading

	faces     *Faces
	filled    int     // height of the text on the last page
	watermark Drawing // under the text of each page, before it is turned
	fields    []PlacedField
	err       error // a face that could not be read
}

// Page is what one page shows.
type Page struct {
	Drawing
	Width, Height int

	sheet   *sheet
	exhibit *heading // that its first line belongs to
	signs   bool     // people sign on it
}

// Target is a place that a link or bookmark leads to. Page counts from 1; 0
// means that it came to stand on no page.
type Target struct{ Page, Y int }

// Bookmark is an entry of the outline that a reader shows beside the pages.
type Bookmark struct {
	Title  string
	Level  int // from 0; at most one more than that of the bookmark before
	Target int
}

// Drawing is marks on paper. They are painted in the order of the fields, but
// boxes between the texts beside them. A mark knows the element that it belongs
// to, by its index; 0 is none, as of rules, grounds, and what stands on every page.
type Drawing struct {
	Rects  []Rect
	Rules  []Rule
	Checks []Check
	Texts  []Text
	Links  []Link
	Fields []Field
	Images []Image
}

// Rect is a rectangle, filled or outlined.
type Rect struct {
	X, Y, W, H int
	Color      Color
	Stroke     int // width of the outline; 0 fills the rectangle
	Dash       Dash
	Element    int
}

// Dash is a pattern of a line.
type Dash uint8

// Patterns of lines.
const (
	Solid Dash = iota
	Dashed
	Dotted
)

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2 int
	Width          int
	Color          Color
	Dash           Dash
	Element        int
}

// Check is a box drawn as lines in the place of a character.
type Check struct {
	X, Y  int // left end of the baseline
	Size  int // of the type beside it
	Kind  CheckKind
	Color Color

	Element int
	Before  int // how many texts of the drawing are read before it
}

// CheckKind tells what stands in a box.
type CheckKind uint8

// Kinds of boxes: ☐, ☑, ☒, and the box in the place of a character that no face has.
const (
	Unchecked CheckKind = iota
	Ticked
	Crossed
	Missing
)

// Text is a run of characters of one face, size and colour.
type Text struct {
	X, Y  int // left end of the baseline
	Width int // with what is added to its spaces, without Letter
	Extra int // how much of Width is added to its spaces, evenly
	// Letter is added after each character, in thousandths of a point.
	Letter int
	Face   FaceID
	Size   int
	Color  Color
	Slant  bool
	S      string
	// Kern moves what stands behind each character, in thousandths of the size; nil
	// if nothing is moved.
	Kern []int16

	Element int
	Lang    diag.Lang // if it is another than that of the element
	Space   bool      // a space follows that the end of the line has swallowed
}

// Link is an area that leads to a target, or to an address if URI is set.
type Link struct {
	X, Y, W, H int
	Target     int
	URI        string
	Element    int
}

// add copies the marks of o, moved.
func (d *Drawing) add(o *Drawing, dx, dy int) {
	for _, r := range o.Rects {
		r.X, r.Y = r.X+dx, r.Y+dy
		d.Rects = append(d.Rects, r)
	}
	for _, r := range o.Rules {
		r.X1, r.Y1, r.X2, r.Y2 = r.X1+dx, r.Y1+dy, r.X2+dx, r.Y2+dy
		d.Rules = append(d.Rules, r)
	}
	for _, c := range o.Checks {
		c.X, c.Y, c.Before = c.X+dx, c.Y+dy, c.Before+len(d.Texts)
		d.Checks = append(d.Checks, c)
	}
	for _, t := range o.Texts {
		t.X, t.Y = t.X+dx, t.Y+dy
		d.Texts = append(d.Texts, t)
	}
	for _, l := range o.Links {
		l.X, l.Y = l.X+dx, l.Y+dy
		d.Links = append(d.Links, l)
	}
	for _, m := range o.Images {
		m.X, m.Y = m.X+dx, m.Y+dy
		d.Images = append(d.Images, m)
	}
	for _, f := range o.Fields {
		f.X, f.Y = f.X+dx, f.Y+dy
		d.Fields = append(d.Fields, f)
	}
}

// dropDeadLinks removes links to targets that stand on no page, as to an
// article that only another document has.
func (l *Laid) dropDeadLinks() {
	for i := range l.Pages {
		p := &l.Pages[i]
		kept := p.Links[:0]
		for _, k := range p.Links {
			if k.URI != "" || l.Targets[k.Target].Page > 0 {
				kept = append(kept, k)
			}
		}
		p.Links = kept
	}
}
