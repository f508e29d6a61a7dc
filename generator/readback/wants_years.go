package readback

import (
	"strconv"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// years are the phases spread over calendar years. The sheet stands only where
// every phase has dates.
func (l *list) years() {
	for _, phase := range l.b.Phases {
		if phase.Months == 0 {
			return
		}
	}
	if len(l.b.Years) == 0 {
		return
	}
	for p, phase := range l.b.Phases {
		from, to := phase.Period.Start, phase.Period.End
		add := l.row(plain(phase.ID), key{column: "Year_Phase", text: phase.ID})
		add("Year_First", count(int64(12*from.Year()+from.Month()-1)), diag.T("first month", "첫 달"))
		add("Year_After", count(int64(12*to.Year()+to.Month())), diag.T("month after the last", "끝 달의 다음 달"))
		add("Year_Months", count(int64(phase.Months)), months)
		for _, y := range l.b.Years {
			add(ofYear("Year_Months", y), count(int64(y.Months[p])), inYear(y), months)
		}
	}
	for _, source := range l.from {
		l.yearsOf(source)
	}
	l.allYears()
}

// yearsOf are the years of one source of money, phase by phase.
func (l *list) yearsOf(source string) {
	name := "Year_" + source
	for p, phase := range l.b.Phases {
		add := l.row(words(plain(phase.ID), sources[source]), key{column: name, text: phase.ID})
		whole := l.sum("", totalRow, phase.ID, source)
		add(name+"_Months", count(int64(phase.Months)), months)
		add(name+"_Won", whole, inGrant)
		for _, y := range l.b.Years {
			add(ofYear(name, y), bySource(y.Phases[p], source), inYear(y))
		}
		add(name+"_Total", whole, total)
	}
	add := l.row(words(sources[source], total), last)
	whole := l.sum("", totalRow, "", source)
	add(name+"_Won", whole, inGrant)
	for _, y := range l.b.Years {
		add(ofYear(name, y), bySource(y.Whole, source), inYear(y))
	}
	add(name+"_Total", whole, total)
}

// allYears are the sources of money in each year.
func (l *list) allYears() {
	for _, source := range append(l.from, "") {
		k := key{column: "Year_Source", text: source}
		if source == "" {
			k = last
		}
		add := l.row(l.source(source), k)
		for _, y := range l.b.Years {
			sum := y.Whole.Total.Decimal()
			if source != "" {
				sum = bySource(y.Whole, source)
			}
			add(ofYear("Year_All", y), sum, inYear(y))
			if source == "" {
				l.single(ofYear("Year_Total", y), sum, inYear(y), total)
			}
		}
		add("Year_All_Total", l.sum("", totalRow, "", source), total)
	}
	l.single("Year_Total", l.sum("", totalRow, "", ""), consortia, total)
	l.single("Year_Government", l.sum("", totalRow, "", l.from[0]), consortia, sources[l.from[0]])
}

// ofYear is the name of the column of a year.
func ofYear(name string, y budget.Year) string { return name + "_" + strconv.Itoa(y.Year) }

func inYear(y budget.Year) diag.Text { return plain(strconv.Itoa(y.Year)) }

// bySource is the money of one source in a part of a year.
func bySource(part budget.YearPart, source string) money.Decimal {
	for i, s := range budget.Sources() {
		if s == source {
			return part.BySource[i].Decimal()
		}
	}
	return count(0)
}
