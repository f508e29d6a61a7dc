package intake

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
)

// overwritten reports values that were typed over formulas, in the ranges where
// formulas stood and beside rows that were added to tables.
func (r *reader) overwritten(tables []table) {
	seen := map[string]bool{}
	left := xlsx.MaxCells
	for _, area := range r.ranges {
		from, to := area.Range.From, area.Range.To
		if left -= (to.Row - from.Row + 1) * (to.Column - from.Column + 1); left < 0 {
			break // a hostile workbook: no sheet has as many
		}
		for row := from.Row; row <= to.Row; row++ {
			for column := from.Column; column <= to.Column; column++ {
				r.calculated(area.Sheet, sheet.At(column, row), seen)
			}
		}
	}
	for _, t := range tables {
		if !isFixed(t.Table) && len(t.rows) > 0 {
			r.beside(t, seen)
		}
	}
}

// beside looks at the calculated columns of the rows of a table, also of those
// that were added behind the last formula.
func (r *reader) beside(t table, seen map[string]bool) {
	first, last := t.rows[0].at.Row, t.rows[len(t.rows)-1].at.Row
	columns := map[int]bool{}
	for _, area := range r.ranges {
		from, to := area.Range.From, area.Range.To
		if area.Sheet != t.sheet || to.Row < first || from.Row > last {
			continue
		}
		for column := from.Column; column <= min(to.Column, xlsx.MaxColumns); column++ {
			columns[column] = true
		}
	}
	for column := range xlsx.MaxColumns {
		for _, one := range t.rows {
			if columns[column+1] {
				r.calculated(t.sheet, sheet.At(column+1, one.at.Row), seen)
			}
		}
	}
}

func (r *reader) calculated(name string, at sheet.Ref, seen map[string]bool) {
	if len(r.found) == maxFindings {
		return
	}
	c := r.cell(name, at)
	if c.Formula != "" || blank(c.Value) || seen[c.address] {
		return
	}
	seen[c.address] = true
	what := diag.T("this cell", "이 셀")
	if head, label := r.heading(name, at), r.label(name, at.Row); head != "" {
		what = diag.T("%s of %s", "%[2]s의 %[1]s", head, label)
	}
	r.add(CodeCalc, c.address, diag.T("%s is calculated, but %s was typed over its formula", "계산되는 값(%s)인데 수식 대신 다른 값이 들어 있습니다: %s", what, clip(c.Value)),
		diag.T("what a formula gives is never taken from the workbook, and the rest of it no longer fits", "수식의 결과는 통합문서에서 가져오지 않으며, 나머지 값과도 맞지 않게 됩니다"),
		diag.T("put the formula back%s and change what it is calculated from", "수식을 되살리고%s 계산의 바탕이 되는 값을 고치십시오", r.neighbour(name, at)))
}

// neighbour is the nearest formula of the column, to see what is calculated.
func (r *reader) neighbour(name string, at sheet.Ref) diag.Text {
	const far = 50
	for n := 1; n <= far; n++ {
		for _, row := range []int{at.Row - n, at.Row + n} {
			beside := sheet.At(at.Column, row)
			if c := r.Book.Cell(name, beside); row > 0 && c.Formula != "" {
				return diag.T(" (as in %s: =%s)", "(%s의 =%s 참고)", beside, brief(c.Formula))
			}
		}
	}
	return diag.Text{}
}

func brief(formula string) string {
	const most = 120
	if runes := []rune(formula); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return formula
}

// heading is the nearest text above a cell that no formula gives.
func (r *reader) heading(name string, at sheet.Ref) string {
	for row := at.Row - 1; row > 0; row-- {
		c := r.Book.Cell(name, sheet.At(at.Column, row))
		if c.Kind == sheet.TextKind && c.Formula == "" && !blank(c.Value) {
			return oneLineOf(c.Value)
		}
	}
	return ""
}

// label is the first texts of a row: an institution and a category, or an id.
func (r *reader) label(name string, row int) string {
	var parts []string
	for column := 1; column <= 2; column++ {
		if c := r.Book.Cell(name, sheet.At(column, row)); c.Formula == "" && !blank(c.Value) {
			parts = append(parts, oneLineOf(c.Value))
		}
	}
	if len(parts) == 0 {
		return name
	}
	return strings.Join(parts, ", ")
}

func oneLineOf(text string) string { return strings.Join(strings.Fields(text), " ") }
