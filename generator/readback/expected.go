package readback

import (
	"maps"
	"slices"
	"strings"

	"pactwright/generator/doc"
)

// expected is a figure that a document prints, with where it comes from.
type expected struct {
	figure
	place string // as the document numbers it
	path  string // of the value in the project file, if it is one
	count bool   // it counts among the figures of the pack: no number of an article, no whole number
	chart bool   // it may be missing
}

// expectation is what the pages of a document must hold.
type expectation struct {
	figures []expected
	needed  map[string]int // how often each stands there at least
	spare   map[string]int // and how often more it may stand there
	pages   int            // page numbers up to this may stand on a contents page
	charts  int            // each has an axis with marks and their unit
}

// expect collects the figures of a settled document of so many pages.
func expect(settled *doc.Resolved, pages int) expectation {
	e := expectation{needed: map[string]int{}, spare: map[string]int{}}
	for _, p := range settled.Printed() {
		before := len(e.figures)
		e.figures = append(e.figures, figuresOf(p)...)
		for _, f := range e.figures[before:] {
			if p.Chart {
				e.spare[f.text]++
				continue
			}
			e.needed[f.text]++
			switch {
			case p.Head:
				e.spare[f.text] += pages - 1
			case p.Title && settled.Contents:
				e.spare[f.text]++
			}
		}
		if p.Title && settled.Contents {
			e.pages = pages
		}
	}
	e.charts = chartsIn(settled.Blocks)
	running := append(exhibits(settled.Blocks), settled.Title, settled.Mark, settled.Footer, settled.Signing)
	for _, running := range running {
		for _, f := range figures(running) {
			e.spare[f.text] += pages
		}
	}
	return e
}

// exhibits returns the headings of exhibits, which may head each of their pages.
func exhibits(blocks []doc.Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Heading:
			if b.Kind == doc.ExhibitHeading {
				out = append(out, doc.Text(b.Text))
			}
		case *doc.Columns:
			out = append(out, exhibits([]doc.Block{b.Left, b.Right})...)
		}
	}
	return out
}

// figuresOf returns the figures of one text, its number first.
func figuresOf(p doc.Printed) []expected {
	var text strings.Builder
	var ends []int // of each inline
	text.WriteString(p.Number + "\n")
	start := text.Len()
	for _, in := range p.Text {
		if in.Kind == doc.LineBreak {
			text.WriteByte('\n')
		}
		text.WriteString(in.Text)
		ends = append(ends, text.Len())
	}
	found := figures(text.String())
	out := make([]expected, len(found))
	for i, f := range found {
		out[i] = expected{figure: f, place: p.Place, chart: p.Chart}
		if f.at < start {
			continue
		}
		at, _ := slices.BinarySearch(ends, f.at+1)
		in := p.Text[at]
		out[i].path = in.Path
		out[i].count = !p.Chart && f.form != whole && !p.Title && in.Kind != doc.RefInline && in.Kind != doc.LawRefInline
	}
	return out
}

// mostMarks is how many marks the axis of a chart has at most, with that of
// nothing.
const mostMarks = 6

// chartsIn counts the charts of a document, those beside each other too.
func chartsIn(blocks []doc.Block) int {
	n := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Figure:
			n++
		case *doc.Columns:
			n += chartsIn([]doc.Block{b.Left, b.Right})
		}
	}
	return n
}

// isMark reports whether a number may stand at the axis of a chart: 0, or a step
// of 1, 2 or 5 times a power of ten, up to five times.
func (s sighting) isMark() bool {
	if s.form > number || strings.HasSuffix(s.text, "%") {
		return false
	}
	digits := strings.NewReplacer(",", "", ".", "").Replace(s.text)
	switch strings.Trim(digits, "0") {
	case "", "1", "2", "3", "4", "5", "6", "8", "15", "25":
		return true
	}
	return false
}

// isUnit reports whether words may say what an axis is counted in, as in KRW
// million.
func (s sighting) isUnit() bool { return s.form == englishWords && englishPowers[s.text] > 0 }

// deficit returns which figures stand on the pages too rarely, with how often
// they are missing, and which too often.
func (e expectation) deficit(have []sighting) (missing, surplus map[string]int) {
	missing, surplus = maps.Clone(e.needed), map[string]int{}
	spare := maps.Clone(e.spare)
	numbers, marks, units := e.pages > 0, e.charts*mostMarks, e.charts
	for _, s := range have {
		switch {
		case missing[s.text] > 0:
			missing[s.text]--
		case spare[s.text] > 0:
			spare[s.text]--
		case numbers && s.form == whole && s.isPage(e.pages):
		case marks > 0 && s.isMark():
			marks--
		case units > 0 && s.isUnit():
			units--
		default:
			surplus[s.text]++
		}
	}
	maps.DeleteFunc(missing, func(_ string, n int) bool { return n == 0 })
	return missing, surplus
}
