package intake_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// insert puts an empty row before a row and fills some of its cells, as people
// do, by column.
func insert(t testing.TB, f *excelize.File, sheet string, row int, cells map[string]any) {
	t.Helper()
	if err := f.InsertRows(sheet, row, 1); err != nil {
		t.Fatal(err)
	}
	for column, value := range cells {
		put(t, f, sheet+"!"+column+strconv.Itoa(row), value)
	}
}

func remove(t testing.TB, f *excelize.File, sheet string, row int) {
	t.Helper()
	if err := f.RemoveRow(sheet, row); err != nil {
		t.Fatal(err)
	}
}

var newLine = map[string]any{"A": "l401", "B": "kr1", "C": "MATL", "D": "P3", "E": "시약\nReagents", "G": 2, "H": "1,500,000", "L": "gov", "M": "N", "N": "시험용\nFor tests"}

func TestRows(t *testing.T) {
	text := read(t, example)
	s := newOffice(t).make(t, text)
	last := len(s.project.Budget.Lines) + 6 // the line below the table
	for _, c := range []struct {
		name    string
		change  func(f *excelize.File)
		changes string
		lines   string
	}{
		{"a new row above the last line", func(f *excelize.File) { insert(t, f, "CostLines", last, newLine) },
			"CostLines!A36 → budget.lines: new row l401", lines("    - id: l401", "      party: KR1", "      category: MATL", "      phase: P3",
				"      item: {en: Reagents, ko: 시약}", "      quantity: 2", "      unit_price: 1_500_000", "      source: gov", "      justification: {en: For tests, ko: 시험용}")},
		{"a new row below the last line", func(f *excelize.File) {
			for column, value := range newLine {
				put(t, f, "CostLines!"+column+strconv.Itoa(last+3), value)
			}
		}, "CostLines!A39 → budget.lines: new row l401", lines("    - id: l401", "      party: KR1", "      category: MATL", "      phase: P3",
			"      item: {en: Reagents, ko: 시약}", "      quantity: 2", "      unit_price: 1_500_000", "      source: gov", "      justification: {en: For tests, ko: 시험용}")},
		{"a new row in the middle, and rows and columns moved", func(f *excelize.File) {
			insert(t, f, "CostLines", 8, map[string]any{"A": "X1", "B": "KR1", "C": "ACT", "D": "P1", "E": "GPU", "G": 1, "H": 7, "L": "gov"})
			insert(t, f, "CostLines", 1, nil)
			if err := f.InsertCols("CostLines", "C", 2); err != nil {
				t.Fatal(err)
			}
			put(t, f, "CostLines!J7", 89000000)
		}, "CostLines!J7 → budget.lines[0].unit_price: 88,000,000 → 89,000,000\nCostLines!A9 → budget.lines: new row X1",
			"-      unit_price: 88_000_000\n+      unit_price: 89_000_000\n" + lines("    - id: X1", "      party: KR1", "      category: ACT", "      phase: P1", "      item: {en: GPU, ko: GPU}",
				"      quantity: 1", "      unit_price: 7", "      source: gov")},
		{"rows in another order", func(f *excelize.File) { swap(t, f, "CostLines", 6, 9) }, "", ""},
		{"an instalment more", func(f *excelize.File) {
			put(t, f, "Payments!F8", 300000000)
			insert(t, f, "Payments", 9, map[string]any{"A": "US1-4", "B": "pay-us1", "D": "P3", "E": 46300, "F": 20000000, "K": "최종 보고서\nFinal report"})
		}, "Payments!F8 → budget.payments[0].instalments[2].amount: 320,000,000 → 300,000,000\nPayments!A9 → budget.payments[0].instalments: new row US1-4",
			"-          amount: 320_000_000\n+          amount: 300_000_000\n" + lines("        - id: US1-4", "          phase: P3", "          amount: 20_000_000", "          due: 2026-10-05",
				"          event:", "            en: Final report", "            ko: 최종 보고서")},
		{"another payment, and an instalment that moves to it", func(f *excelize.File) {
			insert(t, f, "Overseas", 7, map[string]any{"A": "PAY-2", "B": "KR1", "C": "US1", "E": "USD", "G": 0, "H": 0, "I": 320000000})
			put(t, f, "Payments!B8", "PAY-2")
		}, "Overseas!A7 → budget.payments: new row PAY-2\nPayments!B8 → budget.payments[0].instalments[2]: row US1-3 moves from PAY-US1 to PAY-2",
			"-        - id: US1-3\n-          phase: P3\n-          due: 2026-02-27\n-            en: Acceptance of the external validation report (R4)\n-            ko: 외부 검증 보고서(R4) 검수 완료\n" +
				"+    - id: PAY-2"},
	} {
		r, out := s.take(t, edit(t, s.book, c.change))
		if got := changesOf(r); got != c.changes || len(r.Found) > 0 {
			t.Errorf("%s: changes\n%s\nwant\n%s\n%s", c.name, got, c.changes, findingsOf(r.Found))
		}
		if got := diff(text, out); got != c.lines && !strings.HasSuffix(c.lines, "PAY-2") || c.lines != "" && len(r.Edits) == 0 {
			t.Errorf("%s: lines\n%s\nwant\n%s", c.name, got, c.lines)
		}
		if len(r.Edits) > 0 { // what was taken is what the next workbook shows
			again := newOffice(t).make(t, out)
			if back := again.compare(t, edit(t, s.book, c.change)); len(back.Edits) > 0 || len(back.Found) > 0 {
				t.Errorf("%s: a second time\n%s\n%s", c.name, changesOf(back), findingsOf(back.Found))
			}
		}
	}
}

// lines writes lines that are added.
func lines(all ...string) string { return "+" + strings.Join(all, "\n+") }

// swap exchanges the values and formulas of two rows, as sorting does.
func swap(t testing.TB, f *excelize.File, sheet string, a, b int) {
	t.Helper()
	for column := 1; column <= 25; column++ {
		first, _ := excelize.CoordinatesToCellName(column, a)
		second, _ := excelize.CoordinatesToCellName(column, b)
		x, _ := f.GetCellValue(sheet, first, excelize.Options{RawCellValue: true})
		y, _ := f.GetCellValue(sheet, second, excelize.Options{RawCellValue: true})
		if formula, _ := f.GetCellFormula(sheet, first); formula != "" {
			continue
		}
		put(t, f, sheet+"!"+first, y)
		put(t, f, sheet+"!"+second, x)
	}
}

// rowOf is the text of an item of the project file.
func rowOf(text, id, next string) string {
	return text[strings.Index(text, "    - id: "+id):strings.Index(text, "    - id: "+next)]
}

// TestRemovedRow deletes a row, or clears it as people do.
func TestRemovedRow(t *testing.T) {
	text := string(read(t, example))
	s := newOffice(t).make(t, []byte(text))
	want := strings.Replace(text, rowOf(text, "L102", "L103"), "", 1)
	for how, change := range map[string]func(f *excelize.File){
		"deleted": func(f *excelize.File) { remove(t, f, "CostLines", 7) },
		"cleared": func(f *excelize.File) { empty(t, f, "CostLines", 7) },
	} {
		r, out := s.take(t, edit(t, s.book, change))
		if got := changesOf(r); string(out) != want || got != "budget.lines[1]: row L102 removed, it is no longer on the sheet CostLines" {
			t.Errorf("%s: %s\n%s\n%s", how, got, findingsOf(r.Found), diff([]byte(text), out))
		}
	}
}

// empty clears the cells of a row.
func empty(t testing.TB, f *excelize.File, sheet string, row int) {
	t.Helper()
	for column := 1; column <= 25; column++ {
		name, _ := excelize.CoordinatesToCellName(column, row)
		put(t, f, sheet+"!"+name, nil)
		if err := f.SetCellFormula(sheet, name, ""); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRemovedPayment takes a payment away with its instalments, and without.
func TestRemovedPayment(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	r, out := s.take(t, edit(t, s.book, func(f *excelize.File) {
		empty(t, f, "Overseas", 6)
		for row := 6; row <= 8; row++ {
			empty(t, f, "Payments", row)
		}
	}))
	if len(r.Edits) != 1 || len(r.Found) > 0 || !strings.Contains(string(out), "  payments: []\n") {
		t.Error(changesOf(r), findingsOf(r.Found))
	}
	r = s.compare(t, edit(t, s.book, func(f *excelize.File) { empty(t, f, "Overseas", 6) }))
	if len(r.Found) != 3 || r.Found[0].Code != "IMP-VALUE" || !strings.Contains(r.Found[0].Message.EN, "Payments!B6") {
		t.Error(findingsOf(r.Found))
	}
}

// TestMeanwhile edits the workbook and the project file.
func TestMeanwhile(t *testing.T) {
	text := string(read(t, example))
	o := newOffice(t)
	before := o.make(t, []byte(text))
	l102 := rowOf(text, "L102", "L103")
	for _, c := range []struct {
		name, old, new string // in the project file
		change         func(f *excelize.File)
		changes, found string
	}{
		{"changed there only", "unit_price: 88_000_000", "unit_price: 1", func(*excelize.File) {}, "", ""},
		{"changed on both sides alike", "unit_price: 88_000_000", "unit_price: 90000000", func(f *excelize.File) { put(t, f, "CostLines!H6", 90000000) }, "", ""},
		{"changed here, something else there", "unit_price: 76_000_000", "unit_price: 1", func(f *excelize.File) { put(t, f, "CostLines!H6", 2) },
			"CostLines!H6 → budget.lines[0].unit_price: 88,000,000 → 2", ""},
		{"changed differently", "unit_price: 88_000_000", "unit_price: 89_000_000", func(f *excelize.File) { put(t, f, "CostLines!H6", 90000000) }, "",
			"IMP-CONFLICT blocking: CostLines!H6: changed in the workbook to 90,000,000 and in the project file to 89,000,000 | the workbook was made with 88,000,000"},
		{"changed here, gone there", l102, "", func(f *excelize.File) { put(t, f, "CostLines!H7", 5) }, "",
			`IMP-CONFLICT blocking: CostLines!H7: changed to "5", but the project file has no row L102 any more | the workbook was made with 76,000,000`},
		{"gone on both sides", l102, "", func(f *excelize.File) { remove(t, f, "CostLines", 7) }, "", ""},
		{"gone there only", l102, "", func(*excelize.File) {}, "", ""},
		{"gone here, changed there", "unit_price: 76_000_000", "unit_price: 5", func(f *excelize.File) { remove(t, f, "CostLines", 7) }, "",
			"IMP-CONFLICT blocking: the row L102 was deleted on the sheet CostLines, but changed in the project file"},
		{"new on both sides alike", l102, l102 + strings.ReplaceAll(l102, "L102", "L999"), func(f *excelize.File) {
			insert(t, f, "CostLines", 36, map[string]any{"A": "L999", "B": "KR1", "C": "EQUIP", "D": "P1", "E": "가명처리 영상 암호화 저장장치\nEncrypted storage for pseudonymised studies", "G": 1, "H": 76000000,
				"L": "gov", "N": "흉부 CT 12,000건과 사본 보관\n12,000 chest CT studies with a copy", "O": 45565, "P": "Y"})
		}, "", ""},
		{"new on both sides differently", l102, l102 + strings.ReplaceAll(l102, "L102", "L999"), func(f *excelize.File) {
			insert(t, f, "CostLines", 36, map[string]any{"A": "L999", "B": "KR1", "C": "EQUIP", "D": "P1", "E": "가명처리 영상 암호화 저장장치\nEncrypted storage for pseudonymised studies", "G": 1, "H": 7,
				"L": "gov", "N": "흉부 CT 12,000건과 사본 보관\n12,000 chest CT studies with a copy", "O": 45565, "P": "Y"})
		}, "", "IMP-CONFLICT blocking: CostLines!H36: the row L999 is new in the workbook with 7 and new in the project file with 76,000,000"},
	} {
		if strings.Count(text, c.old) != 1 {
			t.Fatalf("%s: %q", c.name, c.old)
		}
		now := o.make(t, []byte(strings.Replace(text, c.old, c.new, 1)))
		r := now.compare(t, edit(t, before.book, c.change))
		if got := changesOf(r); got != c.changes {
			t.Errorf("%s: %s", c.name, got)
		}
		if got := findingsOf(r.Found); !strings.HasPrefix(got, c.found) || c.found == "" && got != "" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
