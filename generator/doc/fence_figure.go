package doc

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
)

// figure adds a chart. Its lines are title:, alt:, for columns series: with the
// names of the series, and below them one line for each category with a value
// for each series and, if wanted, one thing more: the total of a column, the
// share of a bar. A figure that is beside shares its lines on the page with the
// figure before it.
func (p *parser) figure(o Origin, kind string, lines []fenceLine) {
	name, place, _ := strings.Cut(strings.TrimSpace(kind), " ")
	f := &Figure{Origin: o, Kind: FigureKind(name)}
	if f.Kind != ColumnsFigure && f.Kind != BarsFigure || place != "" && place != "beside" {
		p.found.Add(blocking(CodeMarkdown, o,
			diag.T("there is no kind of figure “%s”", "그림의 종류가 없습니다: “%s”", quoted(kind)),
			diag.T("write figure columns or figure bars, and beside after it to set it beside the figure above", "figure columns 또는 figure bars로 쓰고, 앞의 그림 옆에 두려면 뒤에 beside를 쓰십시오")))
		return
	}
	r := &figureReader{parser: p, figure: f, seen: map[string]bool{}}
	groups := p.entries(lines)
	for _, group := range groups {
		for _, e := range group {
			r.entry(e)
		}
	}
	if len(groups) > 1 {
		p.figureFinding(o, diag.T("a line --- stands in a figure", "그림 안에 --- 줄이 있습니다"),
			diag.T("delete it, or write two figures", "줄을 지우거나 그림을 둘로 나누십시오"))
	}
	r.check()
	p.place(f, place == "beside")
}

// place adds a figure, beside the one before it if it is asked for.
func (p *parser) place(f *Figure, beside bool) {
	if !beside {
		p.emit(f)
		return
	}
	last := len(p.blocks) - 1
	if last >= 0 {
		if left, ok := p.blocks[last].(*Figure); ok {
			p.blocks[last] = &Columns{Origin: left.Origin, Left: left, Right: f}
			return
		}
	}
	p.figureFinding(f.Origin, diag.T("there is no figure right above to stand beside", "바로 앞에 나란히 놓을 그림이 없습니다"),
		diag.T("put it right after the other figure, or delete beside", "다른 그림 바로 뒤에 두거나 beside를 지우십시오"))
}

func (p *parser) figureFinding(o Origin, message, fix diag.Text) {
	p.found.Add(blocking(CodeMarkdown, o, message, fix))
}

// figureReader reads the lines of one figure.
type figureReader struct {
	*parser
	figure   *Figure
	seen     map[string]bool // the lines that may stand once
	currency money.Currency
}

func (r *figureReader) entry(e entry) {
	name := e.label.text
	switch name {
	case "title", "alt", "series":
		if r.seen[name] {
			r.markdownFinding(e.label.offset,
				diag.T("a figure has a second line %s", "그림에 %s 줄이 두 번 있습니다", name),
				diag.T("keep one of them", "하나만 남기십시오"))
		}
		r.seen[name] = true
	}
	switch name {
	case "title":
		r.figure.Title = r.cell(e.value)
	case "alt":
		r.figure.Alt = r.dropAnchors(r.running(e.value))
	case "series":
		r.figure.Series = r.divided(e.value)
	default:
		r.row(e)
	}
}

// running reads the lines of a value as one text.
func (p *parser) running(lines []fenceLine) []Inline {
	if len(lines) == 0 {
		return nil
	}
	return p.fenceText(lines, false)
}

// divided reads the cells of a value, which bars part; \| stands for a bar.
func (r *figureReader) divided(lines []fenceLine) []Cell {
	var out []Cell
	for _, l := range lines {
		for start, i := 0, 0; i <= len(l.text); i++ {
			switch {
			case i < len(l.text) && l.text[i] == '\\':
				i++
			case i >= len(l.text) || l.text[i] == '|':
				part := fenceLine{l.text[start:min(i, len(l.text))], l.offset + start}.trimmed()
				out = append(out, r.cell([]fenceLine{part}))
				start = i + 1
			}
		}
	}
	return out
}

// row reads one category. Its last cell may be more than a value.
func (r *figureReader) row(e entry) {
	f := r.figure
	row := FigureRow{Label: r.cell([]fenceLine{e.label}), Values: r.divided(e.value)}
	want := max(len(f.Series), 1)
	if len(row.Values) == want+1 {
		row.Note, row.Values = row.Values[want], row.Values[:want]
	}
	if len(row.Values) != want {
		r.markdownFinding(e.label.offset,
			diag.T("a line of a figure has %d values for %d series: “%s”", "그림의 한 줄에 값이 %d개인데 계열은 %d개입니다: “%s”", len(row.Values), want, quoted(Text(row.Label))),
			diag.T("write one value per series, parted by |; the line series: stands above", "계열마다 값을 하나씩 |로 나누어 쓰십시오. series: 줄은 그 위에 둡니다"))
	}
	for _, v := range row.Values {
		r.value(e, v)
	}
	f.Rows = append(f.Rows, row)
}

// value checks one value: an exact amount of the figure's currency.
func (r *figureReader) value(e entry, v Cell) {
	if v.hasGap() {
		return
	}
	a, ok := v.Amount()
	if ok && r.currency.IsZero() {
		r.currency = a.Currency()
	}
	if ok && !a.IsNegative() && a.Currency() == r.currency {
		return
	}
	r.markdownFinding(e.label.offset,
		diag.T("a figure cannot show “%s”", "그림으로 나타낼 수 없는 값입니다: “%s”", quoted(Text(v))),
		diag.T("print exact amounts of one currency that are not negative", "한 통화의 정확한 금액을 0 이상으로 쓰십시오"))
}

// check looks at what the figure as a whole must have.
func (r *figureReader) check() {
	f := r.figure
	for _, x := range []struct {
		wrong   bool
		message diag.Text
		fix     diag.Text
	}{
		{len(f.Title) == 0, diag.T("a figure has no title", "그림에 제목이 없습니다"),
			diag.T("write title: and its title", "title: 뒤에 제목을 쓰십시오")},
		{len(f.Alt) == 0, diag.T("a figure has no text for those who do not see it", "그림에 대체 텍스트가 없습니다"),
			diag.T("write alt: and what the figure shows", "alt: 뒤에 그림의 내용을 글로 쓰십시오")},
		{len(f.Rows) == 0, diag.T("a figure has no values", "그림에 값이 없습니다"),
			diag.T("write one line for each category, or leave the figure out", "항목마다 한 줄씩 쓰거나 그림을 빼십시오")},
		{f.Kind == ColumnsFigure && len(f.Series) == 0, diag.T("a figure of columns names no series", "기둥 그림에 계열의 이름이 없습니다"),
			diag.T("write series: and the names, parted by |", "series: 뒤에 이름을 |로 나누어 쓰십시오")},
		{f.Kind == BarsFigure && len(f.Series) > 0, diag.T("a figure of bars has series", "막대 그림에 계열이 있습니다"),
			diag.T("delete the line series:, or make it a figure of columns", "series: 줄을 지우거나 figure columns로 쓰십시오")},
		{len(f.Series) > MaxFigureSeries || len(f.Rows) > MaxFigureRows,
			diag.T("a figure has %d series and %d categories; at most %d and %d can be told apart", "그림의 계열이 %d개, 항목이 %d개입니다. 각각 %d개와 %d개까지 나타낼 수 있습니다", len(f.Series), len(f.Rows), MaxFigureSeries, MaxFigureRows),
			diag.T("divide it, or use a table", "그림을 나누거나 표로 쓰십시오")},
		{slices.ContainsFunc(f.Series, func(c Cell) bool { return len(c) == 0 }) || slices.ContainsFunc(f.Rows, func(r FigureRow) bool { return len(r.Label) == 0 }),
			diag.T("a series or a category of a figure has no name", "그림의 계열이나 항목에 이름이 없습니다"),
			diag.T("write its name", "이름을 쓰십시오")},
	} {
		if x.wrong {
			r.figureFinding(f.Origin, x.message, x.fix)
		}
	}
}
