package generator

import (
	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
)

// finder tells where an anchor stands in the texts of a contract.
func finder(plan *agreement.Plan, contracts []document) merge.Find {
	return func(anchor string) (merge.Passage, bool) {
		var p merge.Passage
		found := false
		for _, d := range textsOf(plan, contracts) {
			at, ok := d.where[anchor]
			found = found || ok
			p.Number, p.Page = numbered(p.Number, p.Page, d, at)
		}
		p.Number = either(p.Number)
		return p, found
	}
}

// textsOf returns the texts of a contract, each by itself, or side by side if
// they are made so only.
func textsOf(plan *agreement.Plan, contracts []document) []document {
	var single, beside []document
	for _, d := range contracts {
		switch {
		case d.plan != plan || d.annotated:
		case d.beside == "":
			single = append(single, d)
		default:
			beside = append(beside, d)
		}
	}
	if len(single) == 0 {
		return beside
	}
	return single
}

// numbered adds where a text of a contract has something: its number in the
// language of the text, and its page if that text is signed.
func numbered(number diag.Text, page int, d document, at doc.Location) (diag.Text, int) {
	if d.lang == diag.Korean {
		number.KO = at.Number
	} else {
		number.EN = at.Number
	}
	if d.use == "signing" {
		page = at.Page
	}
	return number, page
}

// either gives a contract that is made in one language only the numbers of that
// language.
func either(t diag.Text) diag.Text {
	if t.KO == "" {
		t.KO = t.EN
	}
	if t.EN == "" {
		t.EN = t.KO
	}
	return t
}

// articleRows describes the articles of a contract, with their numbers, which are
// the same in both languages, and their pages in the signed text.
func (s *state) articleRows(plan *agreement.Plan, contracts []document) []merge.ArticleRow {
	var out []merge.ArticleRow
	exhibits := len(plan.Articles()) - len(plan.Exhibits)
	used := usedParams(plan, contracts)
	for i, a := range plan.Articles() {
		h := a.Option.Head
		row := merge.ArticleRow{
			Slot: a.Option.Slot, Code: h.Code, Title: h.Title.Diag(), Default: h.Default, Rank: h.Rank,
			Wants: h.Wants.Diag(), Costs: h.Costs.Diag(), Differs: h.Differs.Diag(), Risk: h.Risk.Diag(),
			PartnerPolicy: h.PartnerPolicy.Diag(), KoreanPriority: h.KoreanPriority, Law: h.Law, Call: h.Call,
		}
		row.Params = s.paramRows(a, used)
		for _, d := range textsOf(plan, contracts) {
			row.Number, row.Page = numbered(row.Number, row.Page, d, d.where[row.Slot])
		}
		if kind, n := doc.ArticleHeading, i+1; row.Number != (diag.Text{}) {
			if i >= exhibits {
				kind, n = doc.ExhibitHeading, i+1-exhibits
			}
			row.Number = diag.Text{EN: doc.HeadingNumber(diag.English, kind, n), KO: doc.HeadingNumber(diag.Korean, kind, n)}
		}
		out = append(out, row)
	}
	return out
}
