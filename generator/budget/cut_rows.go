package budget

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// byRow takes the amounts that the award names for rows. Rows that it does not
// name stay, and computed indirect cost follows its base.
func (k *cutter) byRow() {
	seen := map[string]bool{}
	for i := range k.p.Award.Rows {
		row := &k.p.Award.Rows[i]
		key := row.Row + " " + row.Category
		if seen[key] {
			k.add(row.Path+".row", diag.Finding{
				Message: diag.T("the row %s is awarded twice", "같은 행의 확정 금액이 두 번 있습니다: %s", row.Row),
				Fix:     diag.T("keep one of the two", "둘 중 하나만 두십시오"),
			})
			continue
		}
		seen[key] = true
		if row.Category != "" {
			k.stated(row)
		} else {
			k.namedRow(row)
		}
	}
}

// stated awards the allowance or the indirect cost of an institution.
func (k *cutter) stated(row *project.AwardRow) {
	switch {
	case k.b.Institution(row.Row) == nil:
		k.unknown(row.Path+".row", row.Row)
	case !k.perPhase(row.Amounts, row.Path+".amounts"):
	case row.Category == Allowance:
		k.cut.allowances[row.Row] = inMinor(row.Amounts)
	default:
		k.cut.indirects[row.Row] = inMinor(row.Amounts)
	}
}

// namedRow awards a person, a cost line or a payment.
func (k *cutter) namedRow(row *project.AwardRow) {
	path := row.Path + ".amounts"
	budget := &k.p.Budget
	if i := slices.IndexFunc(budget.People, func(s project.Staff) bool { return s.ID == row.Row }); i >= 0 {
		if k.perPhase(row.Amounts, path) {
			k.cut.people[&budget.People[i]] = inMinor(row.Amounts)
		}
		return
	}
	if i := slices.IndexFunc(budget.Payments, func(p project.Payment) bool { return p.ID == row.Row }); i >= 0 {
		if k.perPhase(row.Amounts, path) {
			k.cut.payments[&budget.Payments[i]] = inMinor(row.Amounts)
		}
		return
	}
	i := slices.IndexFunc(budget.Lines, func(l project.Line) bool { return l.ID == row.Row })
	switch {
	case i < 0:
		k.unknown(row.Path+".row", row.Row)
	case len(row.Amounts) != 1:
		k.add(path, diag.Finding{
			Message: diag.T("a cost line stands in one phase and has one amount, not %d", "비용 행은 한 연차에 속하므로 금액도 하나여야 하는데 %d개입니다", len(row.Amounts)),
			Fix:     diag.T("write one amount", "금액을 하나만 쓰십시오"),
		})
	default:
		k.cut.lines[&budget.Lines[i]] = int64(row.Amounts[0])
	}
}

// inMinor are amounts of the project file as a cut counts them.
func inMinor(list []project.Amount) []int64 {
	out := make([]int64, len(list))
	for i, a := range list {
		out[i] = int64(a)
	}
	return out
}

func (k *cutter) unknown(path, id string) {
	k.add(path, diag.Finding{
		Message: diag.T("the budget has no row %q", "예산에 없는 행입니다: %q", id),
		Fix:     diag.T("name a person, a cost line or a payment by its id; for allowance or indirect cost name the institution and its category", "인력, 비용 행, 지급의 ID를 쓰십시오. 연구수당이나 간접비는 기관의 ID와 category를 쓰십시오"),
	})
}
