package versions

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/review"
)

// contracts compares what the contracts choose and say, each with the one of the
// same id.
func (c *Comparison) contracts(old, new Version) {
	find := func(all []Contract, id string) int {
		return slices.IndexFunc(all, func(x Contract) bool { return x.Plan.Agreement.ID == id })
	}
	for _, n := range new.Contracts {
		id := n.Plan.Agreement.ID
		i := find(old.Contracts, id)
		if i < 0 {
			c.Contracts = append(c.Contracts, ContractChange{ID: id, Kind: Added})
			continue
		}
		o := old.Contracts[i]
		for _, d := range review.Chosen(o.Plan, n.Plan, new.Project, new.Words) {
			what := diag.T("%s, %s", "%s, %s", id, d.Title)
			if d.Param != "" {
				what = diag.T("%s, %s: %s.%s", "%s, %s: %s.%s", id, d.Title, d.Slot, d.Param)
			} else if d.Slot != "" {
				what = diag.T("%s, option of the article %s (%s)", "%s, 조항 %s의 선택지(%s)", id, d.Slot, d.Title)
			}
			c.Choices = append(c.Choices, Change{
				Kind: kindOf(d.Old, d.New), What: what, Old: d.Old, New: d.New, OldPlace: placeIn(old, d.Path), NewPlace: placeIn(new, d.Path),
			})
		}
		if o.Text == nil || n.Text == nil {
			c.missing(diag.T("the contract %s", "계약 %s", id), o.Text == nil, n.Text == nil)
			continue
		}
		if o.Text.Lang != n.Text.Lang {
			c.Missing = append(c.Missing, diag.T("the contract %s: the versions have no language in common", "계약 %s: 두 판에 공통된 언어가 없음", id))
			continue
		}
		articles := review.Versions(review.Version{Plan: o.Plan, Text: o.Text}, review.Version{Plan: n.Plan, Text: n.Text})
		if len(articles) > 0 {
			c.Contracts = append(c.Contracts, ContractChange{ID: id, Kind: Changed, Articles: articles})
		}
	}
	for _, o := range old.Contracts {
		if id := o.Plan.Agreement.ID; find(new.Contracts, id) < 0 {
			c.Contracts = append(c.Contracts, ContractChange{ID: id, Kind: Removed})
		}
	}
}

// placeIn tells on which line of the project file of a version a path is set;
// nothing if it is not.
func placeIn(v Version, path string) string {
	if v.File == nil || v.File.Root.Find(path) == nil {
		return ""
	}
	return v.File.Place(path).String()
}
