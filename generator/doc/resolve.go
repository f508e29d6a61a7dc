package doc

import (
	"maps"
	"slices"
	"strings"

	"pactwright/generator/diag"
)

// Term is one entry of the glossary: a defined term in both languages. EN is
// capitalised as it is in contracts.
type Term struct {
	Key, EN, KO string
	Avoid       []string // words that must not stand for it in a template
}

// Glossary is the defined terms that documents may use.
type Glossary []Term

func (g Glossary) find(key string) (Term, bool) {
	for _, t := range g {
		if t.Key == key {
			return t, true
		}
	}
	return Term{}, false
}

// in returns the term in a language.
func (t Term) in(lang diag.Lang) string {
	if lang == diag.Korean {
		return t.KO
	}
	return t.EN
}

// resolver settles one document.
type resolver struct {
	doc      *Document
	scheme   scheme
	glossary Glossary
	spots    []spot
	targets  map[string]string // anchor: what a reference to it prints
	found    diag.List
}

// Resolve settles all of a document that depends on its other places, and does
// not change d:
//
//   - headings and sub-clauses get their Number, and the text of a heading is
//     complete: "Article 12. Ownership", "제12조(귀속)". Number is kept for
//     references and for the contents page. The text of a sub-clause does not
//     hold its Number; an article's only sub-clause has none;
//   - references, terms and Korean particles get their Text, anchors within
//     texts are gone. The place where a term is defined becomes three inlines: a
//     quotation mark, the term, which is strong in English, and a quotation mark.
//
// The document is returned whatever the findings are; it is fit for a format
// only if none of them is blocking.
func Resolve(d *Document, g Glossary) (*Resolved, diag.List) {
	out := *d
	out.Blocks = slices.Clone(d.Blocks)
	for i, b := range out.Blocks {
		out.Blocks[i] = clone(b)
	}
	r := &resolver{doc: &out, scheme: schemeOf(d.Lang), glossary: g, targets: map[string]string{}}
	r.spots = outline(out.Blocks)
	r.number()
	r.exhibits()
	if !d.Trusted {
		r.terms()
	}
	r.settle()
	return &Resolved{Document: out, references: r.targets}, r.found
}

// number gives headings and sub-clauses their numbers and collects the anchors.
func (r *resolver) number() {
	counts := map[HeadingKind]int{}
	for i, b := range r.doc.Blocks {
		s := r.spots[i]
		switch b := b.(type) {
		case *Heading:
			counts[b.Kind]++
			b.Number = r.scheme.heading(b.Kind, counts[b.Kind])
			target := b.Number
			if target == "" {
				target = strings.TrimSpace(Text(b.Text)) // a section is referred to by its title
			}
			r.anchor(b.Anchor, target, b.Origin)
		case *Clause:
			r.numberClause(b, s)
		case *Paragraph:
			r.anchor(b.Anchor, r.paragraphTarget(s), b.Origin)
		}
	}
}

func (r *resolver) numberClause(c *Clause, s spot) {
	if s.area != articleArea || len(s.path) == 0 || slices.Contains(s.path, 0) {
		r.found.Add(blocking(CodeNumber, c.Origin,
			diag.T("a sub-clause stands where it cannot be numbered: “%s”", "번호를 줄 수 없는 자리에 항·호·목이 있습니다: “%s”", quoted(Text(c.Text))),
			diag.T("put it into an article, below a sub-clause of the level above", "조 안에서 한 단계 위의 항·호·목 아래에 두십시오")))
		return
	}
	r.anchor(c.Anchor, r.scheme.reference(s), c.Origin)
	if isWhole(s) {
		return
	}
	number, ok := r.scheme.clause(s.number, s.path)
	c.Number = number
	if !ok {
		r.found.Add(blocking(CodeNumber, c.Origin,
			diag.T("%s has more sub-clauses than can be numbered: “%s”", "%s: 번호를 줄 수 있는 것보다 항·목이 많습니다. “%s”", r.scheme.heading(ArticleHeading, s.number), quoted(Text(c.Text))),
			diag.T("split the article", "조를 나누십시오")))
	}
}

// paragraphTarget returns what a reference to a paragraph prints: the numbered
// place that it belongs to, or "" if there is none.
func (r *resolver) paragraphTarget(s spot) string {
	switch {
	case s.area == articleArea:
		return r.scheme.heading(ArticleHeading, s.number)
	case s.area == exhibitArea:
		return r.scheme.heading(ExhibitHeading, s.number)
	case s.part > 0:
		return r.scheme.heading(PartHeading, s.part)
	}
	return ""
}

func (r *resolver) anchor(name, target string, o Origin) {
	if name == "" {
		return
	}
	if first, ok := r.targets[name]; ok {
		r.found.Add(blocking(CodeAnchor, o,
			diag.T("the anchor “%s” is given twice; it already names %s", "앵커 “%s”: 두 번 쓰였습니다. 이미 가리키는 곳: %s", name, first),
			diag.T("rename one of them", "둘 중 하나의 이름을 바꾸십시오")))
		return
	}
	r.targets[name] = target
}

// refer returns what a reference prints.
func (r *resolver) refer(in Inline) string {
	target, ok := r.targets[in.Target]
	if ok && target != "" {
		return target
	}
	if ok {
		r.found.Add(blocking(CodeRef, in.Origin,
			diag.T("the reference “%s” leads to a paragraph that has no number", "참조 “%s”: 번호가 없는 문단을 가리킵니다", in.Target),
			diag.T("refer to an article, a sub-clause or an exhibit", "조, 항·호·목 또는 별표를 참조하십시오")))
		return "[" + in.Target + "]"
	}
	if by, ok := r.doc.Removed[in.Target]; ok {
		r.found.Add(blocking(CodeRef, Origin{Path: by, Template: in.Template},
			diag.T("%s removes “%s”, to which the document still refers", "%s 항목이 “%s” 부분을 삭제하였으나 문서의 다른 곳에서 이를 참조합니다", by, in.Target),
			diag.T("remove or replace what refers to it as well, or replace its words instead of removing it", "참조하는 곳도 함께 삭제하거나 고치십시오. 또는 삭제하지 말고 문구를 바꾸십시오")))
		return "[" + in.Target + "]"
	}
	fix := diag.T("add {#%s …} to the heading or an anchor to the sub-clause, or take the reference out if the clause is switched off",
		"제목에 {#%s …}를 붙이거나 항·호·목에 앵커를 두십시오. 조항을 쓰지 않는다면 참조를 빼십시오", in.Target)
	if near := nearest(in.Target, slices.Sorted(maps.Keys(r.targets))); near != "" {
		fix = diag.T("did you mean “%s”?", "혹시 이것입니까? “%s”", near)
	}
	r.found.Add(blocking(CodeRef, in.Origin,
		diag.T("there is no “%s” in this document to refer to", "이 문서에 없는 곳을 참조합니다: “%s”", in.Target), fix))
	return "[" + in.Target + "]"
}
