package xlsx

import (
	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// The size that the library takes a column and a row for before it knows any.
// It counts them to find the cell in which a chart ends, so that a chart ends
// where the sheet says, however wide the columns become.
const (
	plainColumn = 64 // pixels
	plainRow    = 18
)

// seriesFills are dark and light in turn, to be told apart on grey paper, too.
var seriesFills = []string{"1F3864", "F4B183", "2E75B6", "C5E0B4", "7F6000", "BDD7EE"}

var chartTypes = map[sheet.ChartKind]excelize.ChartType{
	sheet.StackedColumns: excelize.ColStacked,
	sheet.StackedBars:    excelize.BarStacked,
	sheet.Pie:            excelize.Pie,
}

// charts adds the charts of a sheet. It must come before the widths of columns
// are set.
func (w *writer) charts(s *sheet.Sheet) error {
	for _, c := range s.Charts {
		if err := w.f.AddChart(s.Name, c.At.String(), chart(c)); err != nil {
			return err
		}
	}
	return nil
}

func chart(c sheet.Chart) *excelize.Chart {
	text := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: fontName, Size: size, Bold: bold, Color: "262626"}
	}
	out := &excelize.Chart{
		Type:       chartTypes[c.Kind],
		Title:      excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: text(11, true)}}},
		Format:     excelize.GraphicOptions{AltText: c.Alt, Name: c.Title, Positioning: "twoCell", PrintObject: pointer(true)},
		Dimension:  excelize.ChartDimension{Width: uint(c.Columns * plainColumn), Height: uint(c.Rows * plainRow)},
		Legend:     excelize.ChartLegend{Position: "bottom", Font: text(9, false)},
		VaryColors: pointer(c.Kind == sheet.Pie),
		GapWidth:   pointer(uint(60)),
		Overlap:    pointer(100),
	}
	for i, series := range c.Series {
		out.Series = append(out.Series, excelize.ChartSeries{
			Name:       c.Source + "!" + series.Name.Absolute(),
			Categories: c.Source + "!" + c.Categories.Absolute(),
			Values:     c.Source + "!" + series.Values.Absolute(),
		})
		if c.Kind != sheet.Pie {
			out.Series[i].Fill = fill(seriesFills[i%len(seriesFills)])
		}
	}
	axes(out, c, *text(9, false))
	return out
}

// axes sets the axes, which a pie has not: it shows the share of each part.
func axes(out *excelize.Chart, c sheet.Chart, font excelize.Font) {
	if c.Kind == sheet.Pie {
		out.PlotArea = excelize.ChartPlotArea{ShowPercent: true}
		return
	}
	out.XAxis = excelize.ChartAxis{Font: font, ReverseOrder: c.Kind == sheet.StackedBars}
	out.YAxis = excelize.ChartAxis{
		Font: font, MajorGridLines: true, Minimum: pointer(0.0), // a part cut off would make small differences look large
		NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0" + scale(c.Unit)},
	}
	if c.Axis != "" {
		out.YAxis.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Axis, Font: &font}}}
	}
}
