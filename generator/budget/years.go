package budget

import (
	"pactwright/generator/calendar"
	"pactwright/generator/money"
)

// Year is one calendar year of the project: government budgets go by calendar
// years, phases do not. The money of a phase is spread over its years by months,
// rounded so that the years of a phase add up to it.
type Year struct {
	Year   int
	Months []int      // of each phase that lie in the year
	Phases []YearPart // what each phase gives to the year
	Whole  YearPart
}

// YearPart is money by source, in the order of Sources.
type YearPart struct {
	BySource []money.Amount
	Total    money.Amount
}

// years spreads the phases over the calendar years. Phases without dates belong
// to no year.
func (c *computer) years() {
	first, last := c.span()
	for year := first; year <= last; year++ {
		c.b.Years = append(c.b.Years, Year{Year: year, Months: make([]int, len(c.b.Phases)), Whole: c.emptyPart()})
	}
	for p := range c.b.Phases {
		c.spread(p)
	}
}

// maxYears bounds the calendar years of a project; a year typed wrong would
// otherwise make thousands. Act 12(1) ends projects after ten.
const maxYears = 30

// span returns the first and the last calendar year, or an empty range.
func (c *computer) span() (first, last int) {
	first, last = 1, 0
	for _, phase := range c.b.Phases {
		if !phase.Period.Valid() {
			continue
		}
		start, end := phase.Period.Start.Year(), phase.Period.End.Year()
		if last < first {
			first, last = start, end
		}
		first, last = min(first, start), max(last, end)
	}
	if last-first >= maxYears {
		return 1, 0
	}
	return first, last
}

// spread gives each year its part of a phase.
func (c *computer) spread(p int) {
	phase := c.b.Phases[p]
	weights := make([]int64, len(c.b.Years))
	for i := range c.b.Years {
		c.b.Years[i].Months[p] = monthsIn(phase.Period, c.b.Years[i].Year)
		c.b.Years[i].Phases = append(c.b.Years[i].Phases, c.emptyPart())
		weights[i] = int64(c.b.Years[i].Months[p])
	}
	for s, source := range Sources() {
		parts, err := money.Split(phase.Totals.Source(source), weights)
		if err != nil { // a phase without dates
			continue
		}
		for i, part := range parts {
			c.b.Years[i].Phases[p].add(s, part)
			c.b.Years[i].Whole.add(s, part)
		}
	}
}

func monthsIn(period calendar.Period, year int) int {
	first, err := calendar.New(year, 1, 1)
	if err != nil {
		return 0
	}
	whole := calendar.Period{Start: first, End: first.AddMonths(12).AddDays(-1)}
	return period.Overlap(whole).Months()
}

func (c *computer) emptyPart() YearPart {
	part := YearPart{BySource: make([]money.Amount, len(Sources())), Total: c.b.Amount(0)}
	for i := range part.BySource {
		part.BySource[i] = c.b.Amount(0)
	}
	return part
}

// add counts an amount. No sum here is larger than the whole budget, which is
// within bounds.
func (y *YearPart) add(source int, a money.Amount) {
	y.BySource[source] = money.New(y.BySource[source].Minor()+a.Minor(), a.Currency())
	y.Total = money.New(y.Total.Minor()+a.Minor(), a.Currency())
}
