package origin

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/source"
)

// Contract is one contract with its texts, each in one language.
type Contract struct {
	Plan  *agreement.Plan
	Texts []*doc.Resolved
}

// Match is a place of a contract that was asked for, in each of its texts.
type Match struct {
	Contract Contract
	Places   []doc.Numbered // as many as there are texts
}

// Find looks for a place of the contracts by its number in either language, as
// 12.3, Section 12.3(a), 제12조제3항 or Exhibit C, or by its anchor, as in
// ownership.shares or the last part of one. A number finds one place in each
// contract at most.
func Find(contracts []Contract, wanted string) []Match {
	var out []Match
	number, name := normal(wanted), strings.ToLower(strings.TrimPrefix(strings.TrimSpace(wanted), "#"))
	for _, c := range contracts {
		exact := c.those(func(n doc.Numbered) bool {
			return answers(n, number) || name != "" && strings.ToLower(n.Anchor) == name
		})
		if len(exact) == 0 && name != "" {
			exact = c.those(func(n doc.Numbered) bool { return strings.HasSuffix(strings.ToLower(n.Anchor), "."+name) })
		}
		out = append(out, exact...)
	}
	return out
}

// answers reports whether a place has the number, in either language.
func answers(n doc.Numbered, number string) bool {
	return number != "" && (normal(n.Reference.EN) == number || normal(n.Reference.KO) == number)
}

// those returns the places of a contract for which something holds. The texts
// of a contract have the same numbers, so the first tells for all.
func (c Contract) those(holds func(doc.Numbered) bool) []Match {
	if len(c.Texts) == 0 {
		return nil
	}
	all := make([][]doc.Numbered, len(c.Texts))
	for i, t := range c.Texts {
		all[i] = t.Numbered()
	}
	var out []Match
	seen := map[string]bool{} // the only sub-clause of an article has the number of the article
	for _, n := range all[0] {
		if !holds(n) || seen[n.Reference.EN] {
			continue
		}
		seen[n.Reference.EN] = true
		m := Match{Contract: c}
		for _, places := range all {
			at := slices.IndexFunc(places, func(o doc.Numbered) bool { return o.Reference == n.Reference && o.Anchor == n.Anchor })
			if at >= 0 {
				m.Places = append(m.Places, places[at])
			}
		}
		out = append(out, m)
	}
	return out
}

// fillers are the words around a number that nobody needs to write.
var fillers = strings.NewReplacer(" ", "", "\u00a0", "", "제", "", "section", "", "article", "", "art.", "", "sec.", "", "§", "", "[", "", "]", "")

// normal is a number without the words around it: 12.3(a), 12조3항1호가목.
func normal(number string) string { return fillers.Replace(strings.ToLower(number)) }

// maxNear is how many other places are named where there is none.
const maxNear = 12

// Near lists places that may have been meant: those of the same article, or the
// one with the nearest anchor.
func Near(contracts []Contract, wanted string) []diag.Text {
	number := normal(wanted)
	head := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
	var out []diag.Text
	var anchors []string
	for _, c := range contracts {
		if len(c.Texts) == 0 {
			continue
		}
		for _, n := range c.Texts[0].Numbered() {
			own := normal(n.Reference.EN)
			rest, same := strings.CutPrefix(own, head)
			if head != "" && same && strings.Trim(rest[:min(1, len(rest))], "0123456789") == rest[:min(1, len(rest))] && len(out) < maxNear {
				out = append(out, n.Reference)
			}
			if n.Anchor != "" {
				anchors = append(anchors, n.Anchor)
			}
		}
	}
	if near := source.Suggest(strings.TrimSpace(wanted), anchors); len(out) == 0 && near != "" {
		out = append(out, both(near))
	}
	return out
}

// Name tells which place a match is, with the contract.
func (m Match) Name() diag.Text {
	n := m.Places[0]
	t := diag.T("%s, %s", "%s, %s", m.Contract.Plan.Agreement.ID, n.Reference)
	if n.Anchor != "" {
		t = diag.T("%s, #%s", "%s, #%s", t, n.Anchor)
	}
	return t
}
