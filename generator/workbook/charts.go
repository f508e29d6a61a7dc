package workbook

import "pactwright/generator/sheet"

// Columns of the summary that the two charts cover, beside the list of sheets.
const (
	chartColumn  = 3
	chartColumns = 4
	chartRows    = 16 // at least
)

// chartUnit is the unit of the axes with the key of its word: a currency that is
// counted in cents has amounts of fewer digits than one that is not.
func (m *maker) chartUnit() (sheet.Unit, string) {
	if m.b.Currency.Digits() > 0 {
		return sheet.Thousands, "chart_axis_thousand"
	}
	return sheet.Millions, "chart_axis"
}

// charts draws the money by phase and by institution from the tables whose
// headings stand in the given rows. What has no rows has no chart.
func (m *maker) charts(s *sheet.Sheet, row, phases, institutions int) {
	unit, axis := m.chartUnit()
	rows := max(chartRows, s.Filled().To.Row-row+1)
	for i, c := range []struct {
		kind      sheet.ChartKind
		word      string
		head, len int
	}{
		{sheet.StackedColumns, "chart_phase", phases, len(m.b.Phases)},
		{sheet.StackedBars, "chart_institution", institutions, len(m.b.Institutions)},
	} {
		if c.len == 0 {
			continue
		}
		chart := sheet.Chart{
			Kind: c.kind, Title: m.words.both(c.word), Alt: m.words.both(c.word + "_alt"),
			Axis: m.words.both(axis), Unit: unit, Source: s.Name,
			Categories: sheet.Down(sheet.At(1, c.head+1), c.len),
			At:         sheet.At(chartColumn+i*chartColumns, row), Columns: chartColumns, Rows: rows,
		}
		for j := range m.sources {
			name := sheet.At(3+j, c.head)
			chart.Series = append(chart.Series, sheet.Series{Name: name, Values: sheet.Down(name.Down(1), c.len)})
		}
		s.Charts = append(s.Charts, chart)
	}
}
