package readback

import (
	"bytes"
	"maps"
	"os"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/readback/cells"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// sample is a project with its budget and the workbook as a file.
type sample struct {
	model Model
	data  []byte
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// load makes the workbook of one of the projects of package workbook.
func load(t testing.TB, name string, o budget.Options, show workbook.Options) sample {
	t.Helper()
	path := "../workbook/testdata/" + name + ".yaml"
	v, _ := law.Load("law.yaml", read(t, "../../data/laws/kr-2024-02-29.yaml"))
	file, _ := source.Decode(path, read(t, path))
	p := &project.Project{File: file, Grant: moneytest.Currency("KRW")}
	found := source.Into(file, file.Root, p, project.Amounts(p.Grant))
	phrases, more := merge.ReadPhrasebook([]library.File{{Path: "words.yaml", Data: read(t, "../../templates/documents/budget/words.yaml")}})
	found = append(found, more...)
	words, more := phrases.Fill(merge.Input{Project: p, Context: merge.Notes{
		Unit: diag.Text{EN: "Unit: KRW", KO: "단위: 원"}, Money: diag.Text{EN: "KRW", KO: "원"},
	}}, nil, phrases.Keys()...)
	found = append(found, more...)
	b, _ := budget.Compute(p, v, o)
	book, more := workbook.Budget(p, b, words, show)
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
	}
	data, err := xlsx.Write(book)
	if err != nil {
		t.Fatal(err)
	}
	return sample{Model{Project: p, Budget: b}, data}
}

// samples are workbooks of several shapes.
func samples(t testing.TB) map[string]sample {
	t.Helper()
	caps := []money.Amount{moneytest.KRW(1_600_000_000)}
	return map[string]sample{
		"small":      load(t, "small", budget.Options{Caps: caps}, workbook.Options{}),
		"consortium": load(t, "consortium", budget.Options{ExpertiseRecognised: true}, workbook.Options{}),
		"stages":     load(t, "consortium", budget.Options{PhaseKind: budget.StagePhases, GovShareBase: budget.BaseTotal}, workbook.Options{Thousands: true}),
		"English":    load(t, "consortium", budget.Options{Caps: caps}, workbook.Options{Headings: diag.English}),
		"Korean":     load(t, "small", budget.Options{}, workbook.Options{Headings: diag.Korean}),
	}
}

func TestWorkbookAgrees(t *testing.T) {
	for name, s := range samples(t) {
		n, found := Workbook("budget.xlsx", s.data, s.model)
		if len(found) > 0 || n < 300 {
			t.Errorf("%s: %d numbers, %v", name, n, found)
		}
	}
}

// open reads a workbook into a locator.
func open(t testing.TB, data []byte) *locator {
	t.Helper()
	book, err := cells.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return newLocator(book)
}

// TestEveryNumberIsCompared changes every number of the workbook, and looks for
// the place of each in the findings. A row of checks follows its two sides, so
// that these are changed alone.
func TestEveryNumberIsCompared(t *testing.T) {
	for name, s := range samples(t) {
		l := open(t, s.data)
		var want []string
		for _, sh := range l.book.Sheets {
			if sh.Name == workbook.Origin {
				continue // counts of cells, to which no names lead
			}
			for ref, c := range sh.Cells {
				if c.Kind != cells.Number || strings.HasPrefix(c.Value, "-") {
					continue
				}
				at := place{sh.Name, ref}
				if sh.Name == l.book.Names[checkResult].Sheet && at.ref.Column < l.book.Names[checkDifference].From.Column && ref.Column != 1 {
					continue
				}
				c.Value = "1" + c.Value
				sh.Cells[ref] = c
				want = append(want, at.String())
			}
		}
		var said strings.Builder
		for _, f := range l.compare("b", wants(s.model)) {
			said.WriteString(f.Message.EN + "\n")
		}
		if len(want) < 300 {
			t.Errorf("%s: only %d numbers", name, len(want))
		}
		for _, at := range want {
			if !strings.Contains(said.String(), "b, "+at+" (") {
				t.Errorf("%s: a change of %s is not found", name, at)
			}
		}
		if more := l.strangers(); len(more) > 0 {
			t.Errorf("%s: nothing is compared with %q", name, more)
		}
	}
}

// TestChecksFollow changes single cells of the sheet of checks.
func TestChecksFollow(t *testing.T) {
	s := load(t, "small", budget.Options{}, workbook.Options{})
	for _, column := range []string{checkNumber, checkLeft, checkRight, checkTolerance, checkDifference, checkResult, "Check_Failed"} {
		l := open(t, s.data)
		area := l.book.Names[column]
		of := l.book.Sheet(area.Sheet).Cells
		for _, value := range []string{"7.5", "", "x"} {
			changed := of[area.From]
			kept := changed
			changed.Value = value
			if value == "" {
				changed.Kind = cells.Empty
			}
			of[area.From] = changed
			if found := l.compare("b", nil); len(found) == 0 {
				t.Errorf("%s: %q is not found", column, value)
			}
			of[area.From] = kept
		}
	}
}

// TestWorkbookDiffers words single changes.
func TestWorkbookDiffers(t *testing.T) {
	s := load(t, "small", budget.Options{}, workbook.Options{})
	find := func(l *locator, column string, keys ...key) place {
		at, ok := l.find(wanted{column: column, row: keys})
		if !ok {
			t.Fatal(column)
		}
		return at
	}
	personnel := []key{{column: "Amount_Institution", text: "KR1"}, {column: "Amount_Category", text: "PERS"}}
	for name, c := range map[string]struct {
		change func(l *locator)
		want   string
	}{
		"a number": {func(l *locator) {
			at := find(l, "Amount_gov_1", personnel...)
			l.book.Sheet(at.sheet).Cells[at.ref] = cells.Cell{Kind: cells.Number, Value: "320000001"}
		}, "b.xlsx, ByInstitution!D6 (KR1, Personnel cost, P1, government): expected "},
		"a text": {func(l *locator) {
			at := find(l, "Amount_gov_1", personnel...)
			l.book.Sheet(at.sheet).Cells[at.ref] = cells.Cell{Kind: cells.Text, Value: "many\nwon"}
		}, "found “many won”"},
		"an error": {func(l *locator) {
			at := find(l, "Amount_gov_1", personnel...)
			l.book.Sheet(at.sheet).Cells[at.ref] = cells.Cell{Kind: cells.Fault, Value: "#REF!"}
		}, "found “#REF!”"},
		"an empty cell": {func(l *locator) {
			at := find(l, "Amount_Total", personnel...)
			delete(l.book.Sheet(at.sheet).Cells, at.ref)
		}, "found nothing"},
		"a name":  {func(l *locator) { delete(l.book.Names, "Total_gov") }, "b.xlsx, Total_gov (all institutions, government): expected "},
		"a sheet": {func(l *locator) { l.book.Sheet("ByCategory").Name = "Gone" }, "ByCategory!"},
		"a label": {func(l *locator) {
			area := l.book.Names["Amount_Institution"]
			l.book.Sheet(area.Sheet).Cells[area.From] = cells.Cell{Kind: cells.Text, Value: "KR2"}
		}, "but there is no such row or name"},
		"a name for all cells": {func(l *locator) {
			l.book.Names["Amount_Institution"] = cells.Range{Sheet: "Summary", From: cells.Ref{Column: 1, Row: 1}, To: cells.Ref{Column: 16_384, Row: 1_048_576}}
		}, "but there is no such row or name"},
	} {
		l := open(t, s.data)
		for i := range l.book.Sheets {
			l.book.Sheets[i].Cells = maps.Clone(l.book.Sheets[i].Cells)
		}
		c.change(l)
		found := l.compare("b.xlsx", wants(s.model))
		if len(found) == 0 || !strings.Contains(found[0].Message.EN+found[len(found)-1].Message.EN, c.want) {
			t.Errorf("%s: got %v, want %s", name, found, c.want)
		}
	}
}

func TestNumbersOfCells(t *testing.T) {
	d := func(text string) money.Decimal { return must(money.ParseDecimal(text)) }
	for _, c := range []struct {
		have, want string
		same       bool
	}{
		{"320000000", "320000000", true},
		{"3.2E8", "320000000", true},
		{"320000000.00", "320000000", true},
		{"320000001", "320000000", false},
		{"231884.06", "231884.06", true},
		{"231884.059999999", "231884.06", false},
		{"999999999999999", "999999999999998", false},
		{"0.246916666666666", "0.2469166666666667", true},
		{"0.2469166666", "0.2469166666666667", false},
		{"1e999999999", "1", false},
		{"0x10", "16", false},
		{"1/2", "0.5", false},
		{"NaN", "0", false},
		{"", "0", false},
		{strings.Repeat("1", 100), "1", false},
	} {
		if got := sameNumber(cells.Cell{Kind: cells.Number, Value: c.have}, d(c.want)); got != c.same {
			t.Errorf("%s and %s: %v", c.have, c.want, got)
		}
	}
}

// TestStrangers: a number that somebody typed where nothing stood.
func TestStrangers(t *testing.T) {
	s := load(t, "small", budget.Options{}, workbook.Options{})
	l := open(t, s.data)
	l.compare("b", wants(s.model))
	l.book.Sheet("Payments").Cells[cells.Ref{Column: 20, Row: 40}] = cells.Cell{Kind: cells.Number, Value: "5"}
	if got := l.strangers(); len(got) != 1 || got[0] != "Payments!T40" {
		t.Error(got)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	s := load(b, "consortium", budget.Options{}, workbook.Options{})
	b.SetBytes(int64(len(s.data)))
	for b.Loop() {
		if _, found := Workbook("b", bytes.Clone(s.data), s.model); len(found) > 0 {
			b.Fatal(found)
		}
	}
}
