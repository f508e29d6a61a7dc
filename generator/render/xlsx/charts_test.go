package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/sheet"
)

// charted returns a sheet with a chart of each kind.
func charted() *sheet.Sheet {
	s := &sheet.Sheet{Name: "Charted", Unit: sheet.Thousands, Columns: []sheet.Column{{Width: 100}, {Width: 400}, {Width: 90}}}
	for i, label := range []string{"P1", "P2", "P<3"} {
		s.Put(sheet.At(1, 2+i), sheet.Text(label), sheet.TextStyle)
		for j := range 2 {
			s.Put(sheet.At(2+j, 2+i), sheet.Amount(moneytest.KRW(int64(1_500_000*(i+1+j)))), sheet.CalcStyle)
		}
	}
	s.Put(sheet.At(2, 1), sheet.Text("정부지원\nGovernment"), sheet.HeadStyle)
	s.Put(sheet.At(3, 1), sheet.Text("Own"), sheet.HeadStyle)
	series := func(column int) sheet.Series {
		return sheet.Series{Name: sheet.At(column, 1), Values: sheet.Down(sheet.At(column, 2), 3)}
	}
	for i, kind := range []sheet.ChartKind{sheet.StackedColumns, sheet.StackedBars, sheet.Pie} {
		c := sheet.Chart{
			Kind: kind, Title: "금액 Money", Alt: "막대 & <bars>", Axis: "KRW million", Unit: sheet.Millions, Source: s.Name,
			Categories: sheet.Down(sheet.At(1, 2), 3), Series: []sheet.Series{series(2), series(3)},
			At: sheet.At(1, 7+10*i), Columns: 2 + i, Rows: 9,
		}
		if kind == sheet.Pie {
			c.Series = c.Series[:1]
		}
		s.Charts = append(s.Charts, c)
	}
	return s
}

// TestCharts looks at what the parts of the file say about the charts.
func TestCharts(t *testing.T) {
	text, _ := parts(t, write(t, every(t)))
	var drawing string
	for name, part := range text {
		if strings.HasPrefix(name, "xl/drawings/drawing") {
			drawing += part
		}
	}
	if got := strings.Count(drawing, `descr="막대 &amp; &lt;bars&gt;"`); got != 3 {
		t.Errorf("%d charts of 3 have their alternative text", got)
	}
	for _, end := range []string{
		"<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>",
		"<xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>25</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>",
		"<xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>35</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>",
	} {
		if !strings.Contains(drawing, end) {
			t.Errorf("no chart ends at %s", end)
		}
	}
	first := text["xl/charts/chart1.xml"]
	for _, want := range []string{
		`<barDir val="col">`, `<grouping val="stacked">`, `<f>Charted!$A$2:$A$4</f>`, `formatCode="#,##0,,"`, "KRW million",
		`<f>Charted!$B$1</f><strCache><ptCount val="1"></ptCount><pt idx="0"><v>정부지원&#xA;Government</v></pt></strCache>`,
		`<pt idx="2"><v>P&lt;3</v></pt>`, `<pt idx="1"><v>4500000</v></pt>`,
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the first chart lacks %s", want)
		}
	}
	if !strings.Contains(text["xl/charts/chart2.xml"], `<barDir val="bar">`) || !strings.Contains(text["xl/charts/chart3.xml"], `<pieChart>`) {
		t.Error("the kinds of the charts are not kept")
	}
	if book := text["xl/workbook.xml"]; !strings.Contains(book, "Charted!$A$1:$D$35<") {
		t.Errorf("the print area does not hold the charts: %s", book)
	}
	if sheet := text["xl/worksheets/sheet4.xml"]; !strings.Contains(sheet, `<dimension ref="A1:C4"`) {
		t.Error("the extent of the cells is another")
	}
}

// TestHidden looks at a sheet that nobody sees or prints.
func TestHidden(t *testing.T) {
	text, _ := parts(t, write(t, every(t)))
	book := text["xl/workbook.xml"]
	if !strings.Contains(book, `name="Third" sheetId="3"`) || strings.Count(book, `state="veryHidden"`) != 1 || strings.Contains(book, "Third!$") {
		t.Errorf("workbook: %s", book)
	}
}

func TestExternalLink(t *testing.T) {
	text, _ := parts(t, write(t, every(t)))
	if got := text["xl/worksheets/_rels/sheet2.xml.rels"]; !strings.Contains(got, `Target="https://law.example/article?no=26&amp;x=1"`) ||
		!strings.Contains(got, `TargetMode="External"`) {
		t.Errorf("relations: %s", got)
	}
}

// TestUnit reads how amounts are shown; the cell holds the won in full.
func TestUnit(t *testing.T) {
	usd, err := money.ParseCurrency("USD")
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet.Sheet{Name: "Units"}
	won := sheet.Amount(moneytest.KRW(1_234_567))
	for i, c := range []sheet.Cell{
		{Value: won, Style: sheet.CalcStyle}, {Value: won, Style: sheet.InputStyle},
		{Value: sheet.Amount(money.New(123_456, usd)), Style: sheet.CalcStyle}, {Value: sheet.Int(98_765), Style: sheet.CalcStyle},
	} {
		s.Put(sheet.At(1, i+1), c.Value, c.Style)
	}
	for unit, want := range map[sheet.Unit][]string{
		sheet.Ones:      {"1,234,567", "1,234,567", "USD 1,234.56", "98,765"},
		sheet.Thousands: {"1,235", "1,234,567", "USD 1,234.56", "98,765"},
		sheet.Millions:  {"1", "1,234,567", "USD 1,234.56", "98,765"},
	} {
		s.Unit = unit
		f, err := excelize.OpenReader(bytes.NewReader(write(t, &sheet.Workbook{Currency: moneytest.Currency("KRW"), Sheets: []*sheet.Sheet{s}})))
		if err != nil {
			t.Fatal(err)
		}
		for i, shown := range want {
			at := sheet.At(1, i+1).String()
			if got, err := f.GetCellValue("Units", at); err != nil || got != shown {
				t.Errorf("unit %d: %s shows %q, want %q (%v)", unit, at, got, shown, err)
			}
		}
		if got, _ := f.GetCellValue("Units", "A1", excelize.Options{RawCellValue: true}); got != "1234567" {
			t.Errorf("unit %d: the cell holds %s", unit, got)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}
