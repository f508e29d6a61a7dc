package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"pactwright/data"
	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/readback/pdftext"
)

// grantCall is a call of testdata with a grant in euros.
const grantCall = "eur-grant"

// inGrant returns a world in which an example answers that call, with its
// amounts in the currency of the grant. Another currency than euros is put into
// the call; it has no cents.
func inGrant(t *testing.T, name, code string, change func(text string) string) generator.World {
	t.Helper()
	called := fileOf(t, os.DirFS("testdata/currency"), "calls/"+grantCall+".yaml")
	text := fileOf(t, data.Files, "examples/"+name+".yaml")
	text = strings.NewReplacer("iitp-2024-medical-ai", grantCall, "krw_per_unit: \"1380.00\"", `krw_per_unit: "0.9217"`).Replace(text)
	amount := inEuros
	if code != "EUR" {
		called = strings.NewReplacer("currency: EUR", "currency: "+code, "1200000.50", "1_200_000", "1200000.01", "1_200_001",
			"3600000.50", "3_600_000", `"0.01"`, `"1"`).Replace(called)
		amount = func(key string, won int64) string { return strconv.FormatInt(won*73/100_000, 10) }
	}
	text = amounts.ReplaceAllStringFunc(text, func(line string) string {
		key, values, _ := strings.Cut(line, ":")
		return key + ":" + numbers.ReplaceAllStringFunc(values, func(number string) string {
			n, _ := strconv.ParseInt(strings.ReplaceAll(number, "_", ""), 10, 64)
			return amount(strings.TrimSpace(key), n)
		})
	})
	if change != nil {
		changed := change(text)
		if changed == text {
			t.Fatal("there is nothing to change")
		}
		text = changed
	}
	w := world(t, name, example(t, name))
	w.Text = []byte(text)
	w.Dir.(fstest.MapFS)["calls/"+grantCall+".yaml"] = &fstest.MapFile{Data: []byte(called)} // beside the project file
	return w
}

func fileOf(t *testing.T, files fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The amounts of a project file: lines of these keys.
var (
	amounts = regexp.MustCompile(`(?m)^ *(?:allowance|indirect|monthly|unit_price|original_price|phases|amount): .*$`)
	numbers = regexp.MustCompile(`\b[0-9]+(?:_[0-9]{3})+\b|\b[0-9]{4,}\b`)
)

// inEuros is about what an amount in won is in euros, with cents.
func inEuros(key string, won int64) string {
	cents := won * 73 / 1000
	switch key {
	case "monthly":
		cents += 37
	case "phases", "amount": // an instalment for each phase
		cents += 9
	}
	return strconv.FormatInt(cents/100, 10) + "." + strconv.FormatInt(100+cents%100, 10)[1:]
}

// otherMoney finds what says won in a document, besides what the law says: its
// thresholds are in won.
var (
	otherMoney = regexp.MustCompile(`KRW|\bwon\b|원화|[0-9천만억]원|단위: 원|\(원\)|당 원$|원 단위`)
	lawMoney   = regexp.MustCompile(`(?i)[0-9]+(\.[0-9]+)? (m|b)illion won|[0-9]+[천만억]? ?[천만억]? ?원 이상|KRW (30|100),000,000|[0-9,]+0,000,000원|rate for KRW|KRW 환율`)
)

// TestGrantInEuros builds a whole pack whose grant is in euros with cents: all
// that is read back agrees, no check of the workbook fails, and nothing speaks
// of won.
func TestGrantInEuros(t *testing.T) {
	for _, code := range []string{"EUR", "JPY"} {
		for _, name := range []string{"two-party", "foreign-joint-institution"} {
			t.Run(code+"/"+name, func(t *testing.T) {
				t.Parallel()
				w := inGrant(t, name, code, nil)
				out, err := generator.Build(w, generator.Options{Lang: diag.English})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range out.Findings {
					if f.Severity == diag.Blocking || strings.HasPrefix(f.Code, "FIG-") {
						t.Errorf("%s %s %s: %s", f.Code, f.Path, f.Template, f.Message.EN)
					}
				}
				if len(out.Files) == 0 || out.Agreed.Figures < 500 {
					t.Fatalf("%d files, %d figures read back", len(out.Files), out.Agreed.Figures)
				}
				m, err := generator.Figures(w)
				if err != nil || m.Budget.Currency.Code() != code {
					t.Fatalf("the budget is in %s: %v", m.Budget.Currency, err)
				}
				if whole := m.Budget.Totals.Total; code == "EUR" && whole.Minor()%100 == 0 {
					t.Errorf("the whole budget has no cents: %s", whole)
				}
				total := m.Budget.Totals.Total.Plain()
				shown := false
				for _, f := range out.Files {
					text := textOf(t, f.Path, f.Data)
					shown = shown || strings.HasPrefix(f.Path, "budget/") && strings.Contains(text, total)
					for _, line := range strings.Split(lawMoney.ReplaceAllString(text, ""), "\n") {
						if said := otherMoney.FindString(line); said != "" {
							t.Errorf("%s says %q: %s", f.Path, said, line)
						}
					}
				}
				if !shown {
					t.Errorf("no document of the budget shows %s", total)
				}
			})
		}
	}
}

// textOf returns what a file of a pack says to its readers.
func textOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	switch {
	case strings.HasPrefix(name, "inputs/"): // what came in
	case strings.HasSuffix(name, ".pdf"):
		pages, err := pdftext.Read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		return strings.Join(pages, "\n")
	case strings.HasSuffix(name, ".xlsx"):
		return cellsOf(t, name, data)
	case strings.HasSuffix(name, ".md"), strings.HasSuffix(name, ".txt"):
		return string(data)
	}
	return "" // inputs, templates and the manifest
}

// cellsOf returns what the cells of a workbook show, a row for each line.
func cellsOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(name, err)
	}
	defer f.Close()
	var out strings.Builder
	for _, sheet := range f.GetSheetList() {
		if sheet == "Origin" {
			continue // for programs
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, row := range rows {
			out.WriteString(strings.Join(row, " | ") + "\n")
		}
	}
	return out.String()
}

// TestDecimalsOfTheGrant writes amounts with more decimals than the currency
// has, or with too few of them.
func TestDecimalsOfTheGrant(t *testing.T) {
	for _, c := range []struct{ code, from, to, wants, fix string }{
		{"EUR", "monthly: 8760.37", "monthly: 8760.375", "amounts in EUR have exactly 2 decimals", "2 decimals"},
		{"EUR", "monthly: 8760.37", "monthly: 8760.3", "amounts in EUR have exactly 2 decimals", "2 decimals"},
		{"JPY", "monthly: 8760", "monthly: 8760.50", "amounts in JPY have no decimals", "without decimals"},
	} {
		w := inGrant(t, "two-party", c.code, func(text string) string { return strings.Replace(text, c.from, c.to, 1) })
		found, err := generator.Loaded(w)
		if err != nil {
			t.Fatal(err)
		}
		ok := false
		for _, f := range found {
			ok = ok || f.Path == "budget.people[0].monthly" && f.Severity == diag.Blocking && f.Place.Line > 0 &&
				strings.Contains(f.Message.EN, c.wants) && strings.Contains(f.Fix.EN, c.fix)
		}
		if !ok {
			t.Errorf("%s: %v", c.to, found)
		}
	}
}

// TestThresholdInAnotherCurrency asks for dear equipment in euros: the law's
// threshold is in won, and without a rate nobody can say whether it is reached.
func TestThresholdInAnotherCurrency(t *testing.T) {
	unchecked := strings.NewReplacer("      sharing_checked: true\n", "")
	codes := func(change func(string) string) string {
		found, err := generator.Judge(inGrant(t, "two-party", "EUR", change), call.Application)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, f := range found {
			if !strings.Contains(f.Message.EN, "so it was not checked") || f.Code == "BUD-NOT-CHECKED" {
				all = append(all, f.Code)
			}
		}
		return strings.Join(all, " ")
	}
	if got := codes(nil); !strings.Contains(got, "BUD-NOT-CHECKED") || strings.Contains(got, "LAW-EQ-30") {
		t.Errorf("without a rate: %s", got)
	}
	rate := func(perUnit string) func(string) string {
		return func(text string) string {
			return unchecked.Replace(strings.Replace(text, "  rates:\n", "  rates:\n    - {currency: KRW, krw_per_unit: \""+perUnit+"\", date: 2024-05-17, source: {en: Test, ko: 시험}}\n", 1))
		}
	}
	// 88,000,000 won are 64,240.00 euros at 0.00073, and the threshold is 21,900.00.
	if got := codes(rate("0.00073")); strings.Contains(got, "BUD-NOT-CHECKED") || !strings.Contains(got, "LAW-EQ-30") {
		t.Errorf("dear: %s", got)
	}
	if got := codes(rate("0.0073")); strings.Contains(got, "BUD-NOT-CHECKED") || strings.Contains(got, "LAW-EQ-30") {
		t.Errorf("not dear: %s", got)
	}
}

// TestImportInEuros takes an edited workbook with cents back.
func TestImportInEuros(t *testing.T) {
	w := inGrant(t, "two-party", "EUR", nil)
	out, err := generator.Build(w, generator.Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range out.Files {
		if file.Path != "budget/budget.xlsx" {
			continue
		}
		same, err := generator.Import(w, generator.Options{Lang: diag.English}, "budget.xlsx", file.Data)
		if err != nil || len(same.Changes) > 0 || same.Text != nil {
			t.Errorf("unedited: %+v, %v", same.Changes, err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(file.Data))
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetCellValue("Personnel", "K6", 9000.5); err != nil {
			t.Fatal(err)
		}
		edited, err := book.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		taken, err := generator.Import(w, generator.Options{Lang: diag.English}, "budget.xlsx", edited.Bytes())
		if err != nil || len(taken.Changes) != 1 || !strings.Contains(string(taken.Text), "monthly: 9000.50\n") {
			t.Errorf("edited: %+v, %v, %v", taken.Changes, taken.Findings, err)
		}
		return
	}
	t.Fatal("there is no workbook")
}
