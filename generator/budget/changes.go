package budget

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// changes holds the changed amounts of international joint R&D funds against the
// plan: what one change ends at the next one begins with, and the last one ends
// at what the budget has.
func changes(p *project.Project, b *Budget) diag.List {
	var found diag.List
	for _, list := range amountsChanged(p) {
		for i, a := range list {
			after, where, ok := plannedFor(b, a.Payment, a.Phase)
			if i+1 < len(list) {
				after, where, ok = list[i+1].Before, diag.T("the next change begins with", "다음 변경의 변경 전 금액"), true
			}
			if !ok || after == a.After {
				continue
			}
			f := diag.Finding{
				Code: CodeChange, Severity: diag.Blocking, Path: a.Path + ".after",
				Message: diag.T("the change of %s in %s ends at %s, but %s %s", "%s 지급의 %s 변경 후 금액은 %s인데, %s: %s",
					a.Payment, a.Phase, shown(a.After.In(b.Currency)), where, shown(after.In(b.Currency))),
				Why: diag.T("the amendment states the amount that the contract then has, and the contract takes it from the budget", "변경계약에 적는 금액은 변경 후 계약의 금액이며, 계약의 금액은 예산에서 가져옵니다"),
				Fix: diag.T("write %s here, or correct the other amount", "여기에 %s 값을 쓰거나 다른 쪽 금액을 바로잡으십시오", shown(after.In(b.Currency))),
			}
			if p.File != nil {
				f.Place = p.File.Place(f.Path)
			}
			found.Add(f)
		}
	}
	return found
}

// amountsChanged returns the changes of each payment in each phase, one after
// the other.
func amountsChanged(p *project.Project) [][]project.ChangeAmount {
	byDate := slices.Clone(p.Changes)
	slices.SortStableFunc(byDate, func(a, b project.Change) int { return a.Date.Compare(b.Date) })
	var out [][]project.ChangeAmount
	at := map[[2]string]int{}
	for _, c := range byDate {
		for _, a := range c.Amounts {
			key := [2]string{a.Payment, a.Phase}
			if _, seen := at[key]; !seen {
				at[key] = len(out)
				out = append(out, nil)
			}
			out[at[key]] = append(out[at[key]], a)
		}
	}
	return out
}

// plannedFor returns what the budget plans for a payment in a phase.
func plannedFor(b *Budget, payment, phase string) (project.Amount, diag.Text, bool) {
	where := diag.T("the budget plans", "예산의 금액")
	for _, y := range b.Payments {
		if y.Payment == nil || y.ID != payment {
			continue
		}
		for i, ph := range b.Phases {
			if ph.ID == phase && i < len(y.Planned) {
				return project.Amount(y.Planned[i].Minor()), where, true
			}
		}
	}
	return 0, where, false
}
