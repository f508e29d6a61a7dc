package intake_test

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/intake"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

const (
	example    = "../../data/examples/two-party.yaml"
	consortium = "../workbook/testdata/consortium.yaml"
	small      = "../workbook/testdata/small.yaml"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// office is what stays the same for every project: the law and the words.
type office struct {
	law   *law.Version
	words workbook.Words
}

func newOffice(t testing.TB) office {
	t.Helper()
	v, found := law.Load("law.yaml", read(t, "../../data/laws/kr-2024-02-29.yaml"))
	book, more := merge.ReadPhrasebook([]library.File{{Path: "words.yaml", Data: read(t, "../../templates/documents/budget/words.yaml")}})
	found = append(found, more...)
	words, more := book.Fill(merge.Input{Project: &project.Project{Grant: moneytest.Currency("KRW")}, Context: merge.Notes{
		Unit: diag.Text{EN: "Unit: KRW", KO: "단위: 원"}, Money: diag.Text{EN: "KRW", KO: "원"},
	}}, nil, book.Keys()...)
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
	}
	return office{v, words}
}

// sample is a project with its workbook.
type sample struct {
	office
	file     *source.File
	project  *project.Project
	budget   *budget.Budget
	made     *sheet.Workbook
	exported workbook.Exported
	names    map[string]string
	book     []byte
}

// make reads a project file and makes its workbook.
func (o office) make(t testing.TB, text []byte) sample {
	t.Helper()
	file, found := source.Decode("project.yaml", text)
	s := sample{office: o, file: file, project: &project.Project{File: file, Grant: moneytest.Currency("KRW")}}
	found = append(found, source.Into(file, file.Root, s.project, project.Amounts(s.project.Grant))...)
	s.budget, _ = budget.Compute(s.project, o.law, budget.Options{})
	made, more := workbook.Budget(s.project, s.budget, o.words, workbook.Options{})
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found)
	}
	var err error
	if s.book, err = xlsx.Write(made); err != nil {
		t.Fatal(err)
	}
	s.made = made.Book()
	s.exported, s.names = workbook.OriginOf(s.made), map[string]string{}
	for _, n := range s.made.Names {
		s.names[n.Name] = n.Range
	}
	return s
}

// at is the first cell of a defined name, as CostLines!H6.
func (s sample) at(t testing.TB, name string) string {
	t.Helper()
	area, ok := xlsx.ParseArea(s.names[name])
	if !ok {
		t.Fatalf("no name %s", name)
	}
	return area.Sheet + "!" + area.Range.From.String()
}

// part is the part of the workbook that holds a sheet.
func (s sample) part(name string) string {
	n := slices.Index(s.made.Sheets, s.made.Sheet(name))
	return "xl/worksheets/sheet" + strconv.Itoa(n+1) + ".xml"
}

// compare compares a workbook with the project.
func (s sample) compare(t testing.TB, data []byte) intake.Result {
	t.Helper()
	book, err := xlsx.ReadBook(data)
	if err != nil {
		t.Fatal(err)
	}
	return intake.Compare(s.input(book))
}

func (s sample) input(book *xlsx.Book) intake.Input {
	in := intake.Input{Name: "budget.xlsx", Book: book, Project: s.project, Current: s.exported}
	for _, c := range s.budget.Categories {
		in.Categories = append(in.Categories, c.Key)
	}
	return in
}

// take compares a workbook and patches the project file.
func (s sample) take(t testing.TB, data []byte) (intake.Result, []byte) {
	t.Helper()
	r := s.compare(t, data)
	text, found := source.Patch(s.file, r.Edits)
	r.Found.Add(found...)
	return r, text
}

// edit opens a workbook in the library as any other program would and saves it
// again.
func edit(t testing.TB, book []byte, change func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// put types a value into a cell such as CostLines!H12.
func put(t testing.TB, f *excelize.File, address string, value any) {
	t.Helper()
	sheet, cell, _ := strings.Cut(address, "!")
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
}

func typed(t testing.TB, book []byte, cells map[string]any) []byte {
	return edit(t, book, func(f *excelize.File) {
		for address, value := range cells {
			put(t, f, address, value)
		}
	})
}

func changesOf(r intake.Result) string {
	var lines []string
	for _, c := range r.Changes {
		lines = append(lines, c.Text().EN)
	}
	return strings.Join(lines, "\n")
}

func findingsOf(found diag.List) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, f.Code+" "+f.Severity.String()+": "+f.Message.EN+" | "+f.Why.EN+" | "+f.Fix.EN)
	}
	return strings.Join(lines, "\n")
}

// diff lists the lines that only one of two texts has, in their order.
func diff(before, after []byte) string {
	count := map[string]int{}
	for _, line := range strings.Split(string(before), "\n") {
		count[line]++
	}
	var added []string
	for _, line := range strings.Split(string(after), "\n") {
		if count[line]--; count[line] < 0 {
			added = append(added, "+"+line)
		}
	}
	var out []string
	for _, line := range strings.Split(string(before), "\n") {
		if count[line] > 0 {
			count[line]--
			out = append(out, "-"+line)
		}
	}
	return strings.Join(append(out, added...), "\n")
}
