package sheet

import "strconv"

// Chart is a drawing of figures that stand in cells. It holds no figure itself:
// a chart follows the cells, and a reader of the table misses nothing.
type Chart struct {
	Kind       ChartKind
	Title      string
	Alt        string // what is read aloud in place of the picture
	Axis       string // title of the axis of values
	Unit       Unit   // of the axis of values
	Source     string // name of the sheet that holds the figures
	Categories Range  // one label for each value of a series
	Series     []Series
	At         Ref // first cell that the chart covers
	Columns    int // how many columns it covers
	Rows       int
}

// Series is one line of figures: the cell of its name, and the values.
type Series struct {
	Name   Ref
	Values Range
}

// ChartKind is what a chart draws.
type ChartKind int

// Kinds of charts. A pie has one series.
const (
	StackedColumns ChartKind = iota
	StackedBars
	Pie
)

// Covers returns the cells that lie below the chart.
func (c Chart) Covers() Range {
	return Range{From: c.At, To: c.At.Right(max(c.Columns, 1) - 1).Down(max(c.Rows, 1) - 1)}
}

// Limits of charts: what a legend can show, and what still is a chart.
const (
	MaxSeries = 24
	MaxPoints = 240
	MinSpan   = 2 // columns and rows that a chart covers
)

func (c *checker) chart(s *Sheet, chart Chart) {
	c.text(chart.Title, MaxPrompt)
	c.text(chart.Axis, MaxPrompt)
	c.text(chart.Alt, MaxText)
	covers := chart.Covers()
	switch {
	case chart.Alt == "" || chart.Title == "":
		c.add("the chart has no title or no alternative text", "차트에 제목이나 대체 텍스트가 없습니다")
	case !covers.Valid() || chart.Columns < MinSpan || chart.Rows < MinSpan:
		c.add("the chart has no usable place on the sheet", "시트에 차트를 놓을 자리가 올바르지 않습니다")
	}
	c.chartFigures(chart)
	for _, cell := range s.Cells {
		if covers.Contains(cell.Ref) {
			c.add("the chart covers the cell %s", "차트가 셀을 가립니다: %s", cell.Ref)
			return
		}
	}
	for _, other := range s.Charts {
		if other.At != chart.At && covers.Contains(other.At) {
			c.add("two charts cover each other", "차트가 서로 겹칩니다")
		}
	}
}

// chartFigures checks that the ranges of a chart fit each other and hold what
// they stand for.
func (c *checker) chartFigures(chart Chart) {
	source := c.w.Sheet(chart.Source)
	if source == nil {
		c.add("the chart shows no sheet that exists: %s", "차트가 없는 시트를 가리킵니다: %s", strconv.Quote(chart.Source))
		return
	}
	points := chart.Categories.length()
	switch n := len(chart.Series); {
	case n == 0 || n > MaxSeries || points > MaxPoints || chart.Kind == Pie && n != 1:
		c.add("the chart has too many or too few series or values", "차트의 계열이나 값의 수가 맞지 않습니다")
		return
	case points == 0:
		c.add("the categories of the chart are no row and no column", "차트 항목의 범위가 한 행이나 한 열이 아닙니다")
		return
	}
	c.holds(source, chart.Categories, func(v Value) bool { return v.Kind() != Empty })
	for _, series := range chart.Series {
		c.holds(source, series.Name.Cell(), func(v Value) bool { return v.Kind() == TextKind })
		if series.Values.length() != points {
			c.add("a series of the chart has not one value for each category: %s", "차트 계열의 값이 항목의 수와 다릅니다: %s", series.Values)
			continue
		}
		c.holds(source, series.Values, Value.IsNumber)
	}
}

// holds reports the first cell of a range that a chart cannot show.
func (c *checker) holds(source *Sheet, r Range, fits func(Value) bool) {
	if !r.Valid() {
		c.add("the chart cannot show the cell %s", "차트가 보여 줄 수 없는 셀입니다: %s", r)
	}
	for i, v := range source.Values(r) {
		if !fits(v) {
			width := r.To.Column - r.From.Column + 1
			c.add("the chart cannot show the cell %s", "차트가 보여 줄 수 없는 셀입니다: %s", r.From.Right(i%width).Down(i/width))
			return
		}
	}
}
