package versions

import (
	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/review"
)

// Name tells what became of a contract.
func (k ContractChange) Name() diag.Text {
	switch k.Kind {
	case Added:
		return diag.T("Contract %s: added", "계약 %s: 추가됨", k.ID)
	case Removed:
		return diag.T("Contract %s: removed", "계약 %s: 삭제됨", k.ID)
	}
	words := 0
	for _, a := range k.Articles {
		if len(a.Redline) > 0 {
			words++
		}
	}
	return diag.T("Contract %s: articles with other words: %d, only with another place or number: %d", "계약 %s: 문구가 달라진 조항 %d개, 위치나 번호만 달라진 조항 %d개", k.ID, words, len(k.Articles)-words)
}

// Name tells what became of an article.
func Name(a review.Versioned) diag.Text {
	title := both(a.Title)
	switch {
	case a.Slot == frame:
		title = diag.T("Title, parties and signatures", "표제, 당사자 및 서명")
	case a.Title == "":
		title = both(a.Slot)
	}
	number := a.New
	if number == "" {
		number = a.Old
	}
	out := title
	if number != "" {
		out = diag.T("%s, %s", "%s, %s", number, title)
	}
	switch {
	case a.Added:
		return diag.T("%s: added", "%s: 추가됨", out)
	case a.Removed:
		return diag.T("%s: removed", "%s: 삭제됨", out)
	}
	if len(a.Redline) > 0 {
		out = diag.T("%s: changed", "%s: 문구 변경", out)
	} else {
		out = diag.T("%s: the same words", "%s: 문구 동일", out)
	}
	if a.Moved {
		out = diag.T("%s, moved", "%s, 위치 이동", out)
	}
	if a.Renumbered {
		out = diag.T("%s, renumbered (was %s)", "%s, 번호 변경(이전 %s)", out, a.Old)
	}
	return out
}

// frame is what stands in no article, as review names it.
const frame = agreement.Frame

// ClauseName tells what became of a sub-clause.
func ClauseName(c review.VersionedClause) diag.Text {
	switch {
	case c.Old == "":
		return diag.T("%s (%s): added", "%s (%s): 추가됨", c.New, c.Anchor)
	case c.New == "":
		return diag.T("%s (%s): removed", "%s (%s): 삭제됨", c.Old, c.Anchor)
	case c.Moved:
		return diag.T("%s (%s): moved, was %s", "%s (%s): 위치 이동, 이전 %s", c.New, c.Anchor, c.Old)
	}
	return diag.T("%s (%s): renumbered, was %s", "%s (%s): 번호 변경, 이전 %s", c.New, c.Anchor, c.Old)
}
