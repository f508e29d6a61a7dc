package intake_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/diag"
	"pactwright/generator/workbook"
)

// TestRefused types what cannot be taken: each is named with its cell, in both
// languages, and nothing is taken.
func TestRefused(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	long := strings.Repeat("가", 2001)
	cases := []struct {
		name, cell string
		value      any
		code       string
		words      string
	}{
		{"no number", "CostLines!H6", "many", "IMP-VALUE", "is not a number"},
		{"a comma for a point", "CostLines!G7", "1,5", "IMP-VALUE", "is not a number"},
		{"less than nothing", "CostLines!H8", -1, "IMP-VALUE", "less than 0"},
		{"half a won", "Personnel!K6", 0.5, "IMP-VALUE", "not a whole number"},
		{"too much", "Personnel!K7", 1e15, "IMP-VALUE", "too large"},
		{"no percent sign", "Personnel!L8", 40, "IMP-VALUE", "as in 40%"},
		{"a text date", "Payments!E6", "2024-09-30", "IMP-VALUE", "text, not a date"},
		{"a time", "Payments!E7", 45565.5, "IMP-VALUE", "not the number of a day"},
		{"a day of another age", "Payments!E8", 2024, "IMP-VALUE", "not the number of a day"},
		{"no code", "CostLines!C9", "EQUIPP", "IMP-VALUE", "did you mean EQUIP?"},
		{"no phase", "CostLines!D10", 2, "IMP-VALUE", "P1, P2, P3"},
		{"no flag", "CostLines!M11", "maybe", "IMP-VALUE", "neither Y nor N"},
		{"no payment", "Payments!B7", "PAY-US", "IMP-VALUE", "did you mean PAY-US1?"},
		{"a blank", "CostLines!H12", nil, "IMP-EMPTY", "empty"},
		{"spaces", "CostLines!E13", " \u3000\u00a0", "IMP-EMPTY", "empty"},
		{"too long", "CostLines!E14", long + "\nlong", "IMP-VALUE", "2001 letters"},
		{"a control character", "CostLines!E15", "서버\nser\u202ever", "IMP-VALUE", "U+202E"},
		{"one language", "CostLines!E16", "서버", "IMP-VALUE", "one of the two languages"},
		{"the wrong order", "CostLines!E17", "server\n서버", "IMP-VALUE", "Korean text must stand before"},
		{"no border", "CostLines!E18", "서버\nserver\n저장장치\nstorage", "IMP-VALUE", "not clear where"},
		{"no id", "CostLines!A19", nil, "IMP-ID", "has no id"},
		{"an id twice", "CostLines!A20", "l101", "IMP-ID", "CostLines!A6"},
		{"no such id", "CostLines!A21", "새 행", "IMP-ID", "cannot be an id"},
		{"a total", "Summary!C7", 5, "IMP-CALC", "정부지원 Government of P1"},
		{"an amount of a line", "CostLines!K22", 1, "IMP-CALC", "of L207"},
		{"an amount by institution", "ByInstitution!D9", 7, "IMP-CALC", "MATL"},
		{"one phase of a list", s.at(t, "Indirect_1"), nil, "IMP-EMPTY", "this phase is empty"},
	}
	book := edit(t, s.book, func(f *excelize.File) {
		for _, c := range cases {
			put(t, f, c.cell, c.value)
		}
		put(t, f, s.at(t, "Indirect_2"), 5)
	})
	r := s.compare(t, book)
	if len(r.Edits)+len(r.Changes) > 0 {
		t.Error(changesOf(r))
	}
	for _, c := range cases {
		if !slices.ContainsFunc(r.Found, func(f diag.Finding) bool {
			return f.Code == c.code && strings.HasPrefix(f.Message.EN, c.cell+": ") && strings.HasPrefix(f.Message.KO, c.cell+": ") &&
				strings.Contains(f.Message.EN+f.Fix.EN, c.words)
		}) {
			t.Errorf("%s (%s): nothing said", c.name, c.cell)
		}
	}
	if len(r.Found) != len(cases)+1 { // two phases of the list are empty
		t.Error(findingsOf(r.Found))
	}
}

func TestFormulaInInput(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	r := s.compare(t, edit(t, s.book, func(f *excelize.File) {
		if err := f.SetCellFormula("CostLines", "H6", "88000000"); err != nil {
			t.Fatal(err)
		}
	}))
	if len(r.Found) != 1 || r.Found[0].Code != "IMP-FORMULA" || !strings.Contains(r.Found[0].Message.EN, "CostLines!H6") {
		t.Error(findingsOf(r.Found))
	}
}

// TestNotTaken changes every cell that looks like an input and is none of the
// budget: each is reported, and other changes still go in.
func TestNotTaken(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	cells := map[string]any{
		"Project_ID": "other", "Project_Title": "다른 제목\nOther", "Project_Start": 45475, "Project_End": 46388,
		"Agreement_Date": 45475, "Round_Unit": 1000, "FX_Stress": 0.5, "Institution_Company": "Y", "Institution_WholePerson": "N",
		"Phase_Start": 45475, "Phase_End": 45749, "Limit_Percent": 0.99, "Threshold_Value": 1, "Check_Tolerance": 5, "Payment_Name": "다른 기관\nOther",
	}
	r := s.compare(t, edit(t, s.book, func(f *excelize.File) {
		for name, value := range cells {
			put(t, f, s.at(t, name), value)
		}
		put(t, f, "CostLines!H6", 1)
	}))
	if len(r.Found) != len(cells) || len(r.Edits) != 1 {
		t.Fatal(findingsOf(r.Found), changesOf(r))
	}
	for name := range cells {
		if said := findingsOf(r.Found); !strings.Contains(said, "IMP-FIXED warning: "+s.at(t, name)+": not taken back: ") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// TestInputsCovered holds that every cell with the look of an input is in the
// table of inputs: a new column cannot be forgotten.
func TestInputsCovered(t *testing.T) {
	o := newOffice(t)
	for _, name := range []string{example, consortium, small} {
		s := o.make(t, read(t, name))
		known := map[string]bool{}
		for _, def := range workbook.Tables {
			for _, c := range def.Columns {
				for _, column := range c.Names(len(s.project.Phases)) {
					known[column] = true
				}
			}
		}
		made, _ := workbook.Budget(s.project, s.budget, s.words, workbook.Options{})
		inputs := 0
		for _, sheet := range made.Book().Sheets {
			for _, c := range sheet.Cells {
				if c.Style.Unlocked() {
					inputs++
				}
			}
		}
		ids, locked := 0, 0
		for _, def := range workbook.Tables {
			seen := map[string]bool{}
			for _, v := range s.exported.Values {
				if v.Table == def.Name && !known[v.Column] {
					t.Errorf("%s is no column", v.Column)
				}
				if v.Table == def.Name && flagOfClass(v.Column) {
					locked++
				}
				if v.Table == def.Name && !seen[v.ID] && unlockedID(def.ID) {
					seen[v.ID] = true
					ids++
				}
			}
		}
		if got := len(s.exported.Values) - locked + ids; got != inputs {
			t.Errorf("%s: %d cells are inputs, %d are known", name, inputs, got)
		}
	}
}

// flagOfClass reports whether a column says what the class of an institution may
// do: its cells are locked, but they are watched.
func flagOfClass(name string) bool {
	return strings.HasPrefix(name, "Institution_") && name != "Institution_Rate"
}

// unlockedID reports whether the ids of a table can be changed, too.
func unlockedID(name string) bool {
	switch name {
	case "Person_ID", "Line_ID", "Payment_ID", "Instalment_ID", "Phase_ID":
		return true
	}
	return false
}

// award is less than what the example asks for.
const award = "\naward:\n  government: [1500000000, 1500000000, 1500000000]\n  method: pro_rata\n"

// TestOtherWorkbooks takes workbooks that cannot be compared.
func TestOtherWorkbooks(t *testing.T) {
	o := newOffice(t)
	s := o.make(t, read(t, example))
	for _, c := range []struct {
		name, code, words string
		book              []byte
	}{
		{"of another project", "IMP-PROJECT", `"small"`, o.make(t, read(t, small)).book},
		{"without its origin", "IMP-ORIGIN", "Origin is not there", edit(t, s.book, func(f *excelize.File) { _ = f.DeleteSheet("Origin") })},
		{"of awarded amounts", "IMP-AWARD", "shows awarded amounts", o.make(t, append(read(t, example), award...)).book},
		{"of another format", "IMP-ORIGIN", `format "0"`, typed(t, s.book, map[string]any{"Origin!B1": "0"})},
		{"without a name", "IMP-NAME", "Line_Price", edit(t, s.book, func(f *excelize.File) {
			_ = f.DeleteDefinedName(&excelize.DefinedName{Name: "Line_Price", Scope: "Workbook"})
		})},
		{"without a sheet", "IMP-NAME", "Line_ID", edit(t, s.book, func(f *excelize.File) { _ = f.DeleteSheet("CostLines") })},
	} {
		r := s.compare(t, c.book)
		if len(r.Found) == 0 || r.Found[0].Code != c.code || !strings.Contains(findingsOf(r.Found), c.words) || len(r.Edits) > 0 {
			t.Errorf("%s: %s", c.name, findingsOf(r.Found))
		}
	}
}

// TestNewRowWithTypedAmount types an amount beside a new row, where no formula
// stood before.
func TestNewRowWithTypedAmount(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	r := s.compare(t, edit(t, s.book, func(f *excelize.File) {
		for column, value := range newLine {
			put(t, f, "CostLines!"+column+"38", value)
		}
		put(t, f, "CostLines!K38", 3000000)
	}))
	if len(r.Found) != 1 || r.Found[0].Code != "IMP-CALC" || !strings.HasPrefix(r.Found[0].Message.EN, "CostLines!K38: ") {
		t.Error(findingsOf(r.Found), changesOf(r))
	}
}
