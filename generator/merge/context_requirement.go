package merge

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// Requirement is something that the call or the law wants of a contract, with
// the articles that answer it.
type Requirement struct {
	Kind   string // one of the kinds of requirements
	Title  diag.Text
	Source diag.Text
	Places []Passage
}

// Kinds of requirements: a condition of the call, a rule that looks at what the
// law asks, and what a provision says that no such rule cites.
const (
	OfCall    = "call"
	OfLaw     = "law"
	Provision = "provision"
)

// Passage is where a contract states something.
type Passage struct {
	What   diag.Text // what a rule wants stated, or the title of the article
	Number diag.Text // as a reference prints it
	Page   int       // of the signed text
}

// Find returns where the anchor of a contract stands; false if it does not.
type Find func(anchor string) (Passage, bool)

// Requirements returns what a contract answers, each once with its articles:
// what the rules of the call and the law want it to state, rules of the call that
// its articles name, and the provisions besides that they cite. Provisions that
// were not found in a source are left out: they are no law to answer.
func Requirements(b *call.Rulebook, wanted call.Wanted, rows []ArticleRow, find Find) []Requirement {
	cited := sources{book: b}
	var out []Requirement
	var answered []string // keys of citations
	for _, rule := range b.Rules {
		r := Requirement{Kind: OfCall, Title: rule.Title.Diag(), Source: cited.short(rule.Cite)}
		if file, _ := rule.File(); file == b.Law.File {
			r.Kind = OfLaw
		}
		stated, looks := wanted[rule.ID]
		if looks {
			r.Places = stating(stated, find)
		} else {
			r.Places = passages(rows, func(a ArticleRow) bool { return slices.Contains(a.Call, rule.ID) })
		}
		if len(r.Places) > 0 {
			out = append(out, r)
			if r.Kind == OfLaw {
				answered = append(answered, rule.Cite.Law...)
			}
		}
	}
	for _, x := range b.Law.Citations {
		r := Requirement{
			Kind: Provision, Title: x.Says.Diag(), Source: cited.provision(x.Key),
			Places: passages(rows, func(a ArticleRow) bool { return slices.Contains(a.Law, x.Key) }),
		}
		if x.Found && len(r.Places) > 0 && !slices.Contains(answered, x.Key) {
			out = append(out, r)
		}
	}
	return out
}

// stating returns where a contract states what is wanted. A place that answers
// several things is there once.
func stating(wanted []call.Stated, find Find) []Passage {
	var out []Passage
	for _, s := range wanted {
		for _, anchor := range s.Anchors {
			p, ok := find(anchor)
			if !ok {
				continue
			}
			p.What = s.Name
			at := slices.IndexFunc(out, func(x Passage) bool { return x.Number == p.Number })
			switch {
			case at < 0:
				out = append(out, p)
			case out[at].What != p.What:
				out[at].What = diag.T("%s; %s", "%s, %s", out[at].What, p.What)
			}
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
