package doc

import "pactwright/generator/diag"

// Numbered is an article, an exhibit or a numbered sub-clause with all that
// belongs to it.
type Numbered struct {
	Reference diag.Text // as a reference prints it: Section 12.2(a), 제12조제2항제1호
	Title     []Inline  // of the article or the exhibit
	Within    string    // the anchor of that article or exhibit
	Anchor    string    // of the place itself; empty if nothing may refer to it
	Blocks    []Block   // with the heading or the sub-clause in front
}

// Numbered returns the articles, exhibits and sub-clauses of a document in one
// language, in order. A sub-clause is in its article, too.
func (r *Resolved) Numbered() []Numbered {
	spots := outline(r.Blocks)
	var out []Numbered
	var whole *Heading
	for i, b := range r.Blocks {
		s := spots[i]
		n := Numbered{Reference: referenceTo(s)}
		end := func(j int) bool { return spots[j].area != s.area || spots[j].number != s.number }
		switch b := b.(type) {
		case *Heading:
			if b.Kind != ArticleHeading && b.Kind != ExhibitHeading {
				continue
			}
			whole, n.Anchor = b, b.Anchor
		case *Clause:
			if s.area != articleArea || len(s.path) == 0 || whole == nil {
				continue
			}
			n.Anchor = b.Anchor
			same := end
			end = func(j int) bool {
				next, clause := r.Blocks[j].(*Clause)
				return same(j) || clause && next.Depth <= b.Depth
			}
		default:
			continue
		}
		n.Title, n.Within = whole.Text, whole.Anchor
		n.Blocks = r.Blocks[i:until(i+1, len(r.Blocks), end)]
		out = append(out, n)
	}
	return out
}

// until returns the first index that ends something, or the last one.
func until(from, last int, end func(int) bool) int {
	for i := from; i < last; i++ {
		if end(i) {
			return i
		}
	}
	return last
}

// referenceTo prints a reference to a spot in both languages.
func referenceTo(s spot) diag.Text {
	if s.area == exhibitArea {
		return diag.Text{EN: englishScheme{}.heading(ExhibitHeading, s.number), KO: koreanScheme{}.heading(ExhibitHeading, s.number)}
	}
	return diag.Text{EN: englishScheme{}.reference(s), KO: koreanScheme{}.reference(s)}
}

// Runs returns the texts of a block in the order in which they are read.
func Runs(b Block) [][]Inline {
	var out [][]Inline
	for _, r := range runs(b) {
		out = append(out, *r.text)
	}
	return out
}
