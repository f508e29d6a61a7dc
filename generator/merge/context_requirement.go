package merge

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// Requirement is something that the call or the law wants of a contract, with
// the articles that answer it.
type Requirement struct {
	Title  diag.Text // of a rule of the call, or what a provision orders
	Source diag.Text
	Law    bool // a provision of the law, not the call
	Places []Passage
}

// Passage is where a contract states something.
type Passage struct {
	What   diag.Text // what the call wants stated, or the title of the article
	Number diag.Text // as a reference prints it
	Page   int       // of the signed text
}

// Find returns where the anchor of a contract stands; false if it does not.
type Find func(anchor string) (Passage, bool)

// Requirements returns what a contract answers: what the call wants it to state,
// rules of the call that its articles name, and provisions that they cite.
// Provisions that were not found in a source are left out: they are no law to
// answer.
func Requirements(b *call.Rulebook, rows []ArticleRow, find Find) []Requirement {
	cited := sources{book: b}
	var out []Requirement
	add := func(r Requirement) {
		if len(r.Places) > 0 {
			out = append(out, r)
		}
	}
	for _, rule := range b.Rules {
		r := Requirement{Title: rule.Title.Diag(), Source: cited.short(rule.Cite)}
		for _, s := range rule.Stated() {
			for _, anchor := range s.Anchors {
				if p, ok := find(anchor); ok {
					p.What = s.Name
					r.Places = append(r.Places, p)
				}
			}
		}
		if len(r.Places) == 0 {
			r.Places = passages(rows, func(a ArticleRow) bool { return slices.Contains(a.Call, rule.ID) })
		}
		add(r)
	}
	for _, x := range b.Law.Citations {
		if x.Found {
			add(Requirement{
				Law: true, Title: x.Says.Diag(), Source: cited.provision(x.Key),
				Places: passages(rows, func(a ArticleRow) bool { return slices.Contains(a.Law, x.Key) }),
			})
		}
	}
	return out
}

func passages(rows []ArticleRow, wanted func(ArticleRow) bool) []Passage {
	var out []Passage
	for _, a := range rows {
		if wanted(a) && a.Number != (diag.Text{}) {
			out = append(out, Passage{What: a.Title, Number: a.Number, Page: a.Page})
		}
	}
	return out
}
