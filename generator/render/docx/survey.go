package docx

import (
	"strings"

	"pactwright/generator/doc"
)

// surveyor goes through a document once before it is written: it numbers as Word
// will, and gives every block its bookmark, since references may lead forward.
type surveyor struct {
	*writer
	state [2]*section
	twins map[doc.Block]string // the anchor of the block that one stands beside
	names map[string]bool
	heads int // that the contents may lead to
}

// section is where the surveyor stands in one language.
type section struct {
	name    string // of the article or section, for bookmarks
	article *place
	path    [maxDepth + 1]int
	clauses [maxDepth + 1]*place
	heads   int // headings so far
	texts   int // paragraphs so far, in this section
}

// maxDepth is how deep clauses are numbered.
const maxDepth = 4

func (w *writer) survey() {
	w.numbers = newNumbering(w.inColumns())
	w.places, w.targets = map[doc.Block]*place{}, map[string][2]*place{}
	for _, b := range w.blocks {
		if h, ok := leading(b).(*doc.Heading); ok && h.Kind == doc.ArticleHeading {
			w.articles = true
		}
	}
	s := &surveyor{writer: w, state: [2]*section{{name: "top"}, {name: "top"}}, names: map[string]bool{}, twins: map[doc.Block]string{}}
	right := first
	if w.doc.Second() != "" {
		right = second
	}
	for _, b := range w.doc.Blocks {
		if v, ok := b.(*doc.Columns); ok && v.Right != nil && right == second {
			s.twins[v.Right] = anchorOf(v.Left)
		}
	}
	for _, b := range w.blocks {
		v, ok := b.(*doc.Columns)
		if !ok {
			s.block(b, first)
			continue
		}
		s.block(v.Left, first)
		s.block(v.Right, right)
	}
}

// anchor returns the name that references give to a block. In the second language
// it is that of the block beside it.
func (s *surveyor) anchor(b doc.Block) string {
	if a := anchorOf(b); a != "" {
		return a
	}
	return s.twins[b]
}

func anchorOf(b doc.Block) string {
	switch v := b.(type) {
	case *doc.Heading:
		return v.Anchor
	case *doc.Clause:
		return v.Anchor
	case *doc.Paragraph:
		return v.Anchor
	}
	return ""
}

// block surveys one block.
func (s *surveyor) block(b doc.Block, at side) {
	if _, seen := s.places[b]; seen {
		return
	}
	here := s.state[at]
	p := &place{side: at, block: b, within: here.article}
	spot := ""
	switch v := b.(type) {
	case *doc.Heading:
		p = s.heading(v, p)
		here = s.state[at]
		spot = "h"
	case *doc.Clause:
		spot = s.clause(v, p)
	case *doc.Paragraph:
		here.texts++
		spot = "t" + itoa(here.texts)
	default:
		s.numbers.list(b, at)
		return
	}
	anchor := s.anchor(b)
	if anchor != "" {
		p.name = anchorName(anchor, at)
	} else {
		p.name = spotName(here.name, spot, at)
	}
	s.register(p)
	s.target(anchor, p)
}

// heading begins an article, an exhibit, a part or a section.
func (s *surveyor) heading(v *doc.Heading, p *place) *place {
	s.heads++
	old := s.state[p.side]
	here := &section{name: s.anchor(v), article: old.article, heads: old.heads + 1}
	if here.name == "" {
		here.name = "s" + itoa(here.heads)
	}
	if v.Kind != doc.SectionHeading {
		here.article = p
		p.within = nil
	} else {
		here.path, here.clauses = old.path, old.clauses // a section divides an article
	}
	s.state[p.side] = here
	p.number = s.numbers.heading(v, s.lang(p.side), p.side)
	if s.listed(v) {
		p.listing = min(max(v.Level, 1), maxLevel)
		p.entry = "_Toc" + itoa(100000+s.heads)
	}
	return p
}

// clause counts a sub-clause and returns where it stands, as in 2_1.
func (s *surveyor) clause(v *doc.Clause, p *place) string {
	here := s.state[p.side]
	d := depthOf(v)
	here.path[d]++
	clear(here.path[d+1:])
	clear(here.clauses[d:])
	here.clauses[d] = p
	if d > 1 {
		p.above = here.clauses[d-1]
	}
	p.number = s.numbers.clause(v, s.lang(p.side), p.side)
	var spot []string
	for _, n := range here.path[1 : d+1] {
		spot = append(spot, itoa(n))
	}
	return strings.Join(spot, "_")
}

func depthOf(v *doc.Clause) int { return min(max(v.Depth, 1), maxDepth) }

// register keeps a place whose bookmark no other block has.
func (s *surveyor) register(p *place) {
	for n := 2; s.names[strings.ToLower(p.name)]; n++ { // two blocks that say the same of themselves
		p.name = hashedNames[p.side] + hash(p.name+"/"+itoa(n))
	}
	s.names[strings.ToLower(p.name)] = true
	s.marks++
	p.id = s.marks
	s.places[p.block] = p
}

// target notes where references to an anchor lead.
func (s *surveyor) target(anchor string, p *place) {
	if anchor == "" || p == nil {
		return
	}
	t := s.targets[anchor]
	if t[p.side] == nil {
		t[p.side] = p
	}
	s.targets[anchor] = t
}
