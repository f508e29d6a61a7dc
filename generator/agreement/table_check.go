package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// whole finds rows of a table whose shares do not make up one hundred percent,
// group by group: the costs of each country, say.
func (e *examiner) whole(a *Article, c library.Check) {
	if len(c.Columns) == 0 {
		return
	}
	sums := map[string]money.Percent{}
	var order []string
	paths := map[string]string{}
	for _, row := range a.Params[c.Table].Rows {
		key := content(row, c.Columns[1:])
		if _, seen := sums[key]; !seen {
			order = append(order, key)
			paths[key] = row.Path
		}
		sums[key] = sums[key].Add(row.Cells[c.Columns[0]].Percent)
	}
	for _, key := range order {
		if sum := sums[key]; sum.Cmp(money.Hundred) != 0 {
			e.report(a, c, source.Child(paths[key], c.Columns[0]), diag.T("the shares add up to %s and not to 100%%", "비율의 합이 100%%가 아니라 %s입니다", diag.Text{EN: sum.English(), KO: sum.Korean()}))
		}
	}
}

// disjoint finds rows of a table that say the same in all of the columns.
func (e *examiner) disjoint(a *Article, c library.Check) {
	seen := map[string]string{}
	for _, row := range a.Params[c.Table].Rows {
		key := content(row, c.Columns)
		if other, twice := seen[key]; twice {
			e.report(a, c, row.Path, diag.T("this row says the same as %s", "이 행은 %s 행과 겹칩니다", other))
			continue
		}
		seen[key] = row.Path
	}
}

// content is what the cells of a row say, to compare rows by.
func content(row Row, columns []string) string {
	var parts []string
	for _, name := range columns {
		v := row.Cells[name]
		text := strings.ToLower(strings.TrimSpace(v.Text.EN))
		parts = append(parts, text+v.Party+v.Choice+v.Code+v.Person+strings.Join(v.Results, ",")+strings.Join(v.Parties, ","))
	}
	return strings.Join(parts, "\x00")
}

// inKind compares the values of contributions in kind with the budget, party by
// party. What an institution outside the budget gives has no counterpart
// there.
func (e *examiner) inKind(a *Article, c library.Check) {
	if len(c.Columns) < 2 || e.in.Budget == nil {
		return
	}
	sums := map[string]money.Amount{}
	last := map[string]string{}
	for _, row := range a.Params[c.Table].Rows {
		party, value := row.Cells[c.Columns[0]].Party, row.Cells[c.Columns[1]]
		if !value.Set || e.in.Budget.Institution(party) == nil {
			continue
		}
		sum, ok := sums[party]
		if !ok {
			sum = e.in.Budget.Amount(0)
		}
		next, err := sum.Add(value.Amount)
		if err != nil {
			e.report(a, c, value.Path, diag.T("a contribution to the budget must be in %s, the currency of the grant", "예산에 포함되는 현물의 평가액은 연구개발비의 통화(%s)로 적어야 합니다", e.in.Budget.Currency.Code()))
			return
		}
		sums[party], last[party] = next, value.Path
	}
	for _, in := range e.in.Budget.Institutions {
		sum, ok := sums[in.Party.ID]
		if !ok || sum == in.Totals.OwnInKind {
			continue
		}
		e.report(a, c, last[in.Party.ID], diag.T("the contributions in kind of %s add up to %s, but its budget has %s", "%s의 현물 부담 합계는 %s인데 예산에는 %s입니다",
			in.Party.ID, diag.Text{EN: sum.English(), KO: sum.Korean()}, diag.Text{EN: in.Totals.OwnInKind.English(), KO: in.Totals.OwnInKind.Korean()}))
	}
}

// rowsAtMost finds rows of a table in which a value is more than a number.
func (e *examiner) rowsAtMost(a *Article, c library.Check) {
	if len(c.Columns) == 0 {
		return
	}
	for _, row := range a.Params[c.Table].Rows {
		v := row.Cells[c.Columns[0]]
		limit := v
		if !v.Set || !rowHas(row, c.Where) || !setNumber(&limit, c.Limit) || number(v).Cmp(number(limit)) <= 0 {
			continue
		}
		column, _ := library.Param{Columns: row.Columns}.Column(c.Columns[0])
		e.report(a, c, v.Path, notWithin("at_most", column.Title.Diag(), v, diag.Text{}, limit))
	}
}

// rowHas reports whether the choices of a row are among these.
func rowHas(row Row, want source.Pairs[string]) bool {
	for _, p := range want {
		if !slices.Contains(strings.Split(p.Value, "|"), row.Cells[p.Key].Choice) {
			return false
		}
	}
	return true
}

// columnsOf returns the columns that a check names.
func columnsOf(c library.Check) []string {
	out := slices.Clone(c.Columns)
	for _, p := range c.Where {
		out = append(out, p.Key)
	}
	return out
}

func columnNames(table library.Param) []string {
	var out []string
	for _, c := range table.Columns {
		out = append(out, c.Name)
	}
	return out
}
