package merge

import (
	"strconv"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// YearTable is the calendar years: their money by source, and in groups of
// phases what each phase gives to them.
type YearTable struct {
	Years []YearRow
	Total YearRow
	Grids []Grid
}

// YearRow is one calendar year. Its number is text, since no number of it is
// printed with separators.
type YearRow struct {
	Year     string
	BySource []money.Amount // in the order of Sources
	Total    money.Amount
}

// years shows the calendar years; none if no phase has dates.
func (t tables) years() *YearTable {
	if len(t.b.Years) == 0 {
		return nil
	}
	out := &YearTable{Total: YearRow{Total: t.b.Amount(0)}}
	for range t.sources {
		out.Total.BySource = append(out.Total.BySource, t.b.Amount(0))
	}
	for _, y := range t.b.Years {
		row := YearRow{Year: strconv.Itoa(y.Year), Total: y.Whole.Total}
		for i, s := range budget.Sources() {
			if t.b.HasSource(s) {
				row.BySource = append(row.BySource, y.Whole.BySource[i])
			}
		}
		for i, a := range row.BySource {
			out.Total.BySource[i] = plus(out.Total.BySource[i], a)
		}
		out.Total.Total = plus(out.Total.Total, row.Total)
		out.Years = append(out.Years, row)
	}
	out.Grids = t.yearGrids()
	return out
}

// yearGrids is calendar year × phase.
func (t tables) yearGrids() []Grid {
	groups := t.groups(phasesWide)
	var out []Grid
	from := 0
	for n, phases := range groups {
		g := Grid{Phases: idsOf(phases), Whole: n+1 == len(groups)}
		total := GridRow{Sum: totalSum, Total: t.b.Amount(0)}
		for range phases {
			total.Amounts = append(total.Amounts, t.b.Amount(0))
		}
		for _, y := range t.b.Years {
			year := strconv.Itoa(y.Year)
			row := GridRow{Name: diag.Text{EN: year, KO: year}, Total: y.Whole.Total}
			for i := range phases {
				row.Amounts = append(row.Amounts, y.Phases[from+i].Total)
				total.Amounts[i] = plus(total.Amounts[i], y.Phases[from+i].Total)
			}
			total.Total = plus(total.Total, row.Total)
			g.Rows = append(g.Rows, row)
		}
		g.Rows = append(g.Rows, total)
		from += len(phases)
		out = append(out, g)
	}
	return out
}
