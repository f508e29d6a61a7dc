package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/sheet"
)

// every returns a workbook with each kind of value, style and feature.
func every(t testing.TB) *sheet.Workbook {
	t.Helper()
	usd, err := money.ParseCurrency("USD")
	if err != nil {
		t.Fatal(err)
	}
	rate, _ := money.ParseDecimal("1380.25")
	share, _ := money.ParsePercent("33.34")
	day, _ := calendar.New(2024, 7, 1)
	s := &sheet.Sheet{Name: "First", Role: sheet.InputSheet, Protected: true, Columns: []sheet.Column{{Width: 120}, {Width: 200}}}
	values := []sheet.Value{
		sheet.Text("=1+1"), sheet.Text(" 한글 <&> \"x\"\nline "), sheet.Int(-7), sheet.Int(1<<53 - 1),
		sheet.Amount(moneytest.KRW(1_280_000_000)), sheet.Amount(money.New(23_188_406, usd)), sheet.Decimal(rate, 4),
		sheet.Percent(share), sheet.Date(day), sheet.Bool(true),
	}
	for i, v := range values {
		s.Put(sheet.At(1, i+1), v, sheet.InputStyle)
	}
	s.Calc(sheet.At(2, 1), "SUM(A3:A4)", sheet.Int(1<<53-8), sheet.CalcStyle)
	s.Calc(sheet.At(2, 2), `"a"&"b"`, sheet.Text("ab"), sheet.CalcStyle)
	s.Calc(sheet.At(2, 3), "A3<0", sheet.Bool(true), sheet.CalcStyle)
	s.Put(sheet.At(2, 4), sheet.Value{}, sheet.HeadStyle)
	s.Put(sheet.At(4, 12), sheet.Text("far"), sheet.LinkStyle)
	s.Freeze, s.Print = sheet.At(2, 3), sheet.Print{TitleRows: [2]int{1, 2}, TitleColumns: 1, Wide: 2, Breaks: []int{5}, Header: "7 & <8>", Footer: "id"}
	s.Notes = []sheet.Note{{Ref: sheet.At(1, 1), Text: "a note"}}
	s.Links = []sheet.Link{{Ref: sheet.At(4, 12), Target: "Second!A1", Tip: "to the second"}}
	s.Conditions = []sheet.Condition{{Range: sheet.At(1, 3).Cell(), Formula: "A3<0", Style: sheet.BadCondition}}
	w := &sheet.Workbook{Title: "Title <1> & 2", Subject: "제목", Language: "ko-KR", Sheets: []*sheet.Sheet{s}}
	w.Name("Flag_List", s, sheet.Down(sheet.At(1, 1), 2))
	w.Name("First_Day", s, sheet.At(1, 9).Cell())
	s.Validations = []sheet.Validation{
		{Range: sheet.At(1, 1).Cell(), Kind: sheet.ListValidation, List: "Flag_List", Prompt: "choose", Problem: "not in the list"},
		{Range: sheet.At(1, 3).Cell(), Kind: sheet.WholeValidation, Min: "0"},
		{Range: sheet.At(1, 7).Cell(), Kind: sheet.DecimalValidation, Max: "9999"},
		{Range: sheet.At(1, 9).Cell(), Kind: sheet.DateValidation, Min: "First_Day", Max: "First_Day"},
	}
	for _, style := range sheet.Styles() {
		row := s.Used().To.Row + 1
		s.Put(sheet.At(3, row), sheet.Text(string(style)), style)
	}
	second := &sheet.Sheet{Name: "Second", Role: sheet.ControlSheet, Print: sheet.Print{Portrait: true, OnePage: true}}
	second.Put(sheet.At(1, 1), sheet.Text("end"), sheet.TitleStyle)
	second.Links = []sheet.Link{{Ref: sheet.At(1, 1), Target: "https://law.example/article?no=26&x=1", Tip: "the law"}}
	third := &sheet.Sheet{Name: "Third", Role: sheet.ControlSheet, Hidden: true}
	third.Put(sheet.At(1, 1), sheet.Text("for programs"), sheet.PlainStyle)
	w.Sheets = append(w.Sheets, second, third, charted())
	return w
}

func write(t testing.TB, w *sheet.Workbook) []byte {
	t.Helper()
	checked, problems := w.Checked()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := Write(checked)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// parts unzips a workbook.
func parts(t testing.TB, data []byte) (map[string]string, []*zip.File) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out, r.File
}

func TestRoundTrip(t *testing.T) {
	w := every(t)
	cells, err := ReadCells(write(t, w))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range w.Sheets {
		n := 0
		for _, want := range s.Cells {
			if want.Value.Kind() == sheet.Empty || want.Value.Kind() == sheet.TextKind && want.Value.Text() == "" {
				continue
			}
			n++
			got := cells[s.Name][want.Ref.String()]
			value := want.Value.String()
			if want.Value.Kind() == sheet.BoolKind {
				value = map[string]string{"true": "1", "false": "0"}[value]
			}
			if got.Value != value || got.Formula != want.Formula || got.Kind != readKind(want.Value) || got.Error {
				t.Errorf("%s!%s: read %+v, wrote %q %q", s.Name, want.Ref, got, want.Formula, value)
			}
		}
		if len(cells[s.Name]) != n {
			t.Errorf("%s: %d cells were read, %d written", s.Name, len(cells[s.Name]), n)
		}
	}
}

func readKind(v sheet.Value) sheet.Kind {
	if v.IsNumber() {
		return sheet.DecimalKind
	}
	return v.Kind()
}

// TestSameBytes writes one workbook many times: the library goes through maps in
// an order that changes.
func TestSameBytes(t *testing.T) {
	want := sha256.Sum256(write(t, every(t)))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for i := range 20 {
		runtime.GOMAXPROCS(1 + i%3)
		if got := sha256.Sum256(write(t, every(t))); got != want {
			t.Fatalf("run %d gives other bytes", i)
		}
	}
}

func TestParts(t *testing.T) {
	text, files := parts(t, write(t, every(t)))
	if files[0].Name != "[Content_Types].xml" {
		t.Errorf("the first part is %s", files[0].Name)
	}
	for _, f := range files {
		if f.ModifiedDate != 1<<5|1 || f.ModifiedTime != 0 || len(f.Extra) > 0 {
			t.Errorf("%s is dated %s", f.Name, f.Modified)
		}
	}
	first := text["xl/worksheets/sheet1.xml"]
	for name, want := range map[string]string{
		"extent":          `<dimension ref="A1:D`,
		"typed number":    `<f>SUM(A3:A4)</f><v>9007199254740984</v>`,
		"typed text":      `t="str"><f>`,
		"relation":        ` r:id="rId`,
		"fit to page":     `fitToPage="true"`,
		"no grid":         `showGridLines="false"`,
		"list by name":    `<formula1>Flag_List</formula1>`,
		"page break":      `<rowBreaks`,
		"escaped header":  `&amp;R&amp;9 7 &amp;&amp; &lt;8&gt;`,
		"protected":       `<sheetProtection `,
		"link":            `location="Second!A1"`,
		"frozen":          `state="frozen"`,
		"conditional":     `<conditionalFormatting sqref="A3"`,
		"column width":    `width="12"`,
		"text, no format": `=1+1</t></is>`,
	} {
		if !strings.Contains(first, want) && !strings.Contains(strings.ReplaceAll(first, `="1"`, `="true"`), want) {
			t.Errorf("%s: %s is missing", name, want)
		}
	}
	if strings.Contains(first, "relationships:id") {
		t.Error("a relation has a prefix that some readers do not know")
	}
	core := text["docProps/core.xml"]
	if !strings.Contains(core, "<cp:coreProperties") || !strings.Contains(core, "<dc:title>Title &lt;1&gt; &amp; 2</dc:title>") || strings.Contains(core, "created") {
		t.Errorf("properties: %s", core)
	}
	if book := text["xl/workbook.xml"]; !strings.Contains(book, "First!$A:$A,First!$1:$2") || !strings.Contains(book, `fullCalcOnLoad="`) {
		t.Errorf("workbook: %s", book)
	}
}

func TestSortDefaults(t *testing.T) {
	const a, b = `<Default Extension="a" ContentType="x"></Default>`, `<Default Extension="b" ContentType="y"/>`
	got := string(sortDefaults([]byte(`<Types><Override/>` + b + `<Override/>` + a + `</Types>`)))
	if want := `<Types><Override/>` + a + b + `<Override/></Types>`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(sortDefaults([]byte(`<Types/>`))); got != `<Types/>` {
		t.Errorf("got %s", got)
	}
}

func TestWriteRefuses(t *testing.T) {
	w := every(t)
	w.Sheets[0].Calc(sheet.At(9, 9), "SUMPRODUCT(A1:A2)", sheet.Int(1), sheet.CalcStyle)
	checked, problems := w.Checked()
	if len(problems) != 1 || problems[0].Place != "First!I9" {
		t.Errorf("problems %v", problems)
	}
	if _, err := Write(checked); err == nil {
		t.Error("a workbook with problems was written")
	}
}

func TestHeights(t *testing.T) {
	columns := []sheet.Column{{Width: 120}}
	for _, c := range []struct {
		text  string
		style sheet.Style
		lines int
	}{
		{"short", sheet.TextStyle, 1},
		{"one\ntwo", sheet.TextStyle, 2},
		{"a text that runs over its column", sheet.TextStyle, 4},
		{"a text that runs over its neighbours", sheet.RemarkStyle, 1},
		{"연구시설·장비비", sheet.TextStyle, 2},
		{strings.Repeat("x", 40), sheet.TextStyle, 4},
	} {
		cells := []*sheet.Cell{{Ref: sheet.At(1, 1), Value: sheet.Text(c.text), Style: c.style}}
		if got := height(columns, nil, cells); got != float64(c.lines*lineHeight+rowPadding) {
			t.Errorf("%q: %v points, want %d lines", c.text, got, c.lines)
		}
	}
	long := []*sheet.Cell{{Ref: sheet.At(1, 1), Value: sheet.Text(strings.Repeat("x\n", 99)), Style: sheet.TextStyle}}
	if got := height(columns, nil, long); got > 409 {
		t.Errorf("%v points are more than a row can have", got)
	}
}

// library writes a workbook with the library alone, to make files that Write
// never makes.
func library(t testing.TB, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestReadRefuses(t *testing.T) {
	bomb := func() []byte {
		var buf bytes.Buffer
		z := zip.NewWriter(&buf)
		small, _ := parts(t, write(t, every(t)))
		for name, text := range small {
			part, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if name == "xl/worksheets/sheet1.xml" {
				text = "<worksheet>" + strings.Repeat(" ", MaxPart+1) + "</worksheet>"
			}
			if _, err := io.WriteString(part, text); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	for name, data := range map[string][]byte{
		"nothing":   nil,
		"no zip":    []byte("PK but no more"),
		"too large": make([]byte, MaxFile+1),
		"bomb":      bomb(),
		"last row": library(t, func(f *excelize.File) {
			_ = f.SetCellInt("Sheet1", "A1048576", 1)
		}),
		"last column": library(t, func(f *excelize.File) {
			_ = f.SetCellInt("Sheet1", "XFD1", 1)
		}),
		"too many sheets": library(t, func(f *excelize.File) {
			for i := range MaxSheets {
				_, _ = f.NewSheet(fmt.Sprint("S", i))
			}
		}),
	} {
		if cells, err := ReadCells(data); err == nil {
			t.Errorf("%s: read %d sheets", name, len(cells))
		}
	}
}

// TestReadFindsTampering reads a value that no longer fits its formula as it is.
func TestReadFindsTampering(t *testing.T) {
	data := write(t, every(t))
	text, files := parts(t, data)
	text["xl/worksheets/sheet1.xml"] = strings.Replace(text["xl/worksheets/sheet1.xml"], "<v>9007199254740984</v>", "<v>12</v>", 1)
	text["xl/worksheets/sheet1.xml"] = strings.Replace(text["xl/worksheets/sheet1.xml"], `t="str"><f>&#34;a&#34;&amp;&#34;b&#34;</f><v>ab</v>`, `t="e"><f>1/0</f><v>#DIV/0!</v>`, 1)
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range files {
		part, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, text[f.Name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	cells, err := ReadCells(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := cells["First"]["B1"]; got.Value != "12" || got.Formula != "SUM(A3:A4)" {
		t.Errorf("B1: %+v", got)
	}
	if got := cells["First"]["B2"]; !got.Error {
		t.Errorf("B2: %+v", got)
	}
}

func FuzzReadCells(f *testing.F) {
	f.Add(write(f, every(f)))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		cells, err := ReadCells(data)
		if err != nil && cells != nil {
			t.Error("cells beside an error")
		}
	})
}

// TestMerged reads what the format itself says about cells that show as one, and
// gives their row the height of the text over all of them.
func TestMerged(t *testing.T) {
	s := &sheet.Sheet{Name: "First", Columns: []sheet.Column{{Width: 200}, {Width: 200}, {Width: 200}}}
	text := strings.Repeat("word ", 20)
	for row := 1; row <= 2; row++ {
		s.Put(sheet.At(1, row), sheet.Text(text), sheet.ProseStyle)
		s.Put(sheet.At(3, row), sheet.Value{}, sheet.ProseStyle)
	}
	s.Merged = []sheet.Range{sheet.Right(sheet.At(1, 2), 3)}
	all, _ := parts(t, write(t, &sheet.Workbook{Title: "t", Language: "ko-KR", Sheets: []*sheet.Sheet{s}}))
	xml := all["xl/worksheets/sheet1.xml"]
	for _, want := range []string{`<mergeCell ref="A2:C2"`, `<row r="1" ht="79"`, `<row r="2" ht="34"`} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s in %s", want, xml)
		}
	}
}
