package sheet

import (
	"strings"
	"testing"
)

// charted returns a workbook with a chart without faults.
func charted() (*Workbook, *Chart) {
	s := &Sheet{Name: "Summary"}
	for i, label := range []string{"P1", "P2"} {
		s.Put(At(1, 2+i), Text(label), TextStyle)
		s.Put(At(2, 2+i), Int(int64(10+i)), CalcStyle)
	}
	s.Put(At(2, 1), Text("Government"), HeadStyle)
	s.Charts = []Chart{{
		Kind: StackedColumns, Title: "Money", Alt: "Columns by phase", Axis: "KRW million", Unit: Millions,
		Source: "Summary", Categories: Down(At(1, 2), 2), Series: []Series{{Name: At(2, 1), Values: Down(At(2, 2), 2)}},
		At: At(1, 5), Columns: 3, Rows: 8,
	}}
	return &Workbook{Sheets: []*Sheet{s}}, &s.Charts[0]
}

func TestChart(t *testing.T) {
	w, chart := charted()
	if problems := w.Check(); len(problems) > 0 {
		t.Error(problems)
	}
	if got := w.Sheets[0].Used().String(); got != "A1:C12" {
		t.Errorf("used %s: the rows of the chart are printed, too", got)
	}
	if got := w.Sheets[0].Filled().String(); got != "A1:B3" {
		t.Errorf("filled %s", got)
	}
	chart.Kind = Pie
	if problems := w.Check(); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestChartIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Workbook, *Chart)
		want   string
	}{
		"no alternative text": {func(w *Workbook, c *Chart) { c.Alt = "" }, "alternative text"},
		"no title":            {func(w *Workbook, c *Chart) { c.Title = "" }, "alternative text"},
		"control character":   {func(w *Workbook, c *Chart) { c.Alt = "a\x00" }, "control character"},
		"long title":          {func(w *Workbook, c *Chart) { c.Title = strings.Repeat("가", MaxPrompt+1) }, "longer than"},
		"no size":             {func(w *Workbook, c *Chart) { c.Rows = 0 }, "no usable place"},
		"outside":             {func(w *Workbook, c *Chart) { c.At = At(MaxColumn, 9) }, "no usable place"},
		"over cells":          {func(w *Workbook, c *Chart) { c.At = At(1, 3) }, "covers the cell A3"},
		"no such sheet":       {func(w *Workbook, c *Chart) { c.Source = "Gone" }, "no sheet"},
		"no series":           {func(w *Workbook, c *Chart) { c.Series = nil }, "series or values"},
		"pie of two":          {func(w *Workbook, c *Chart) { c.Kind = Pie; c.Series = append(c.Series, c.Series[0]) }, "series or values"},
		"block of categories": {func(w *Workbook, c *Chart) { c.Categories.To = At(2, 3) }, "no row and no column"},
		"other length":        {func(w *Workbook, c *Chart) { c.Series[0].Values.To = At(2, 2) }, "one value for each"},
		"empty category":      {func(w *Workbook, c *Chart) { c.Categories = Down(At(3, 2), 2) }, "cannot show the cell C2"},
		"text as value":       {func(w *Workbook, c *Chart) { c.Series[0].Values = Down(At(1, 2), 2) }, "cannot show the cell A2"},
		"number as name":      {func(w *Workbook, c *Chart) { c.Series[0].Name = At(2, 2) }, "cannot show the cell B2"},
		"name outside":        {func(w *Workbook, c *Chart) { c.Series[0].Name = Ref{} }, "cannot show"},
		"over another": {func(w *Workbook, c *Chart) {
			other := *c
			other.At = At(2, 6)
			w.Sheets[0].Charts = append(w.Sheets[0].Charts, other)
		}, "cover each other"},
	} {
		t.Run(name, func(t *testing.T) {
			w, chart := charted()
			c.change(w, chart)
			problems := w.Check()
			if len(problems) != 1 || !strings.Contains(problems[0].Error(), c.want) {
				t.Errorf("got %v, want one problem with %q", problems, c.want)
			}
		})
	}
}

func TestValuesOfRange(t *testing.T) {
	w, _ := charted()
	var got []string
	for _, v := range w.Sheets[0].Values(Range{At(1, 1), At(2, 2)}) {
		got = append(got, v.String())
	}
	if strings.Join(got, "|") != "|Government|P1|10" {
		t.Errorf("%q", got)
	}
	if w.Sheets[0].Values(Range{At(2, 2), At(1, 1)}) != nil {
		t.Error("a range that is none has values")
	}
}
