package workbook

import (
	"flag"
	"maps"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/budget/budgettest"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// load reads a project of testdata.
func load(t testing.TB, name string) *project.Project {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, found := source.Decode(name+".yaml", data)
	p := &project.Project{File: file, Grant: moneytest.Currency("KRW")}
	found.Add(source.Into(file, file.Root, p, project.Amounts(p.Grant))...)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return p
}

func version(t testing.TB) *law.Version {
	t.Helper()
	data, err := os.ReadFile("../../data/laws/kr-2024-02-29.yaml")
	if err != nil {
		t.Fatal(err)
	}
	v, found := law.Load("kr-2024-02-29.yaml", data)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return v
}

// compute returns the workbook of a project whose budget may be made.
func compute(t testing.TB, p *project.Project, o budget.Options) (*budget.Budget, *sheet.Workbook) {
	t.Helper()
	b, found := budget.Compute(p, version(t), o)
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	w, found := Budget(p, b, bundled(t), Options{Form: form})
	if len(found) > 0 {
		t.Fatal(found)
	}
	return b, w.Book()
}

// form is a short form in thousands of won.
var form = Form{Unit: moneytest.KRW(1000), Note: diag.T("order of the form", "서식 순서"), Rows: []FormRow{
	{Name: diag.T("Personnel, cash", "인건비(현금)"), Categories: []string{"PERS", "STUD"}, Money: CashMoney},
	{Name: diag.T("Personnel, in kind", "인건비(현물)"), Categories: []string{"PERS", "STUD"}, Money: KindMoney},
	{Name: diag.T("All else", "그 밖의 비목"), Categories: []string{"EQUIP", "MATL", "ACT", "ALLOW", "SECA", "ENTR", "INTL", "BURD", "IND"}, Money: AllMoney},
}}

func cell(t testing.TB, w *sheet.Workbook, name, ref string) sheet.Cell {
	t.Helper()
	for _, c := range w.Sheet(name).Cells {
		if c.Ref.String() == ref {
			return c
		}
	}
	t.Fatalf("there is no cell %s!%s", name, ref)
	return sheet.Cell{}
}

// named returns the cell that a defined name stands for.
func namedCell(t testing.TB, w *sheet.Workbook, name string) sheet.Cell {
	t.Helper()
	for _, n := range w.Names {
		if n.Name == name {
			on, at, _ := strings.Cut(n.Range, "!")
			return cell(t, w, on, strings.ReplaceAll(at, "$", ""))
		}
	}
	t.Fatalf("there is no name %s", name)
	return sheet.Cell{}
}

// TestGolden keeps the cells of the smallest budget for a person to review.
func TestGolden(t *testing.T) {
	_, w := compute(t, load(t, "small"), budget.Options{Caps: []money.Amount{moneytest.KRW(1_600_000_000)}})
	golden(t, "testdata/small.golden", w.Dump())
}

// golden compares a text with a file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the cells differ from %s; look at them and run with -update", path)
	}
}

// TestEverySumAgrees compares the totals of the sheets with the model.
func TestEverySumAgrees(t *testing.T) {
	b, w := compute(t, load(t, "consortium"), budget.Options{})
	for name, want := range map[string]money.Amount{
		"Category_Total": b.Totals.Total, "Source_Total": b.Totals.Total, "Total_gov": b.Totals.Government,
		"Total_own_cash": b.Totals.OwnCash, "Total_own_in_kind": b.Totals.OwnInKind, "Total_other": b.Totals.Other,
		"Phase_Total_4": b.Phases[3].Totals.Total,
	} {
		if got := namedCell(t, w, name).Value; got.String() != want.Decimal().Value() {
			t.Errorf("%s is %s, want %s", name, got, want.Plain())
		}
	}
}

// failures lists the checks that are not passed.
func failures(w *sheet.Workbook) []string {
	var out []string
	s := w.Sheet(Checks)
	texts := map[int]string{}
	for _, c := range s.Cells {
		if c.Ref.Column == 2 && c.Ref.Row >= firstRow {
			texts[c.Ref.Row] = c.Value.Text()
		}
	}
	for _, c := range s.Cells {
		if c.Ref.Column == 8 && c.Ref.Row >= firstRow && c.Value.String() == "0" {
			out = append(out, texts[c.Ref.Row])
		}
	}
	return out
}

func TestChecksFollowTheFindings(t *testing.T) {
	p := load(t, "small")
	_, w := compute(t, p, budget.Options{})
	if got := failures(w); len(got) > 0 {
		t.Error(got)
	}
	if got := namedCell(t, w, "Check_Status").Value.Text(); got != "모든 검증 적합 ALL CHECKS PASSED" {
		t.Errorf("status %q", got)
	}
	p.Budget.Lines[0].Category = budget.Burden // not open to a university
	_, w = compute(t, p, budget.Options{Caps: []money.Amount{moneytest.KRW(1)}})
	if got := failures(w); len(got) != 3 || !strings.HasPrefix(got[0], "P1: ") || !strings.HasPrefix(got[2], "KR1: ") {
		t.Errorf("%q", got)
	}
	for _, name := range []string{Summary, Personnel, Checks} {
		if got := cell(t, w, name, "A2").Value.Text(); got != "3건 검증 미충족 CHECKS NOT PASSED" {
			t.Errorf("%s: status %q", name, got)
		}
	}
}

// TestLimitsAreChecked compares each limit of the model with its row.
func TestLimitsAreChecked(t *testing.T) {
	for _, kind := range []string{budget.AnnualPhases, budget.StagePhases} {
		b, w := compute(t, load(t, "consortium"), budget.Options{PhaseKind: kind, ExpertiseRecognised: true})
		broken := 0
		for _, l := range b.Limits {
			if !l.Kept {
				broken++
			}
		}
		if got := len(failures(w)); got != broken || broken == 0 {
			t.Errorf("%s: %d checks fail, the model has %d broken limits: %q", kind, got, broken, failures(w))
		}
	}
}

func TestRecognisedIsPassed(t *testing.T) {
	p := load(t, "small")
	p.Budget.Lines[0].Expert = true
	_, w := compute(t, p, budget.Options{})
	if len(failures(w)) != 1 {
		t.Errorf("%q", failures(w))
	}
	_, w = compute(t, p, budget.Options{ExpertiseRecognised: true})
	if len(failures(w)) != 0 {
		t.Errorf("%q", failures(w))
	}
}

func TestWordsAreComplete(t *testing.T) {
	words, p := bundled(t), load(t, "consortium")
	for i := range p.Budget.Lines {
		p.Budget.Lines[i].Expert = true // over the limit, so that the word for a recognition is needed
	}
	used := map[string]bool{}
	for _, awarded := range []bool{false, true} {
		if awarded {
			p.Award = award(p, version(t))
		}
		b, found := budget.Compute(p, version(t), budget.Options{
			ExpertiseRecognised: true, IntlCap: money.Hundred, Caps: []money.Amount{moneytest.KRW(1), moneytest.KRW(1), moneytest.KRW(1), moneytest.KRW(1)},
		})
		if found.Has(diag.Blocking) {
			t.Fatal(found)
		}
		m := newMaker(p, b, words, Options{Form: form})
		m.make(Options{Form: form})
		maps.Copy(used, m.words.used)
	}
	cents := budgettest.RandomIn(rand.New(rand.NewPCG(1, 1)), budgettest.Size{Institutions: 2, Phases: 2, People: 1, Lines: 3}, "EUR")
	b, _ := budget.Compute(cents, version(t), budget.Options{})
	m := newMaker(cents, b, words, Options{})
	m.make(Options{})
	maps.Copy(used, m.words.used)
	for key, text := range words {
		if text.EN == "" || text.KO == "" {
			t.Errorf("%s is not given in both languages", key)
		}
		if !used[key] && !strings.HasPrefix(key, "rule_") && !strings.HasPrefix(key, "other_") && !strings.HasPrefix(key, "class_") && !strings.HasPrefix(key, "unit") && !strings.HasPrefix(key, "money") {
			t.Errorf("the word %s is used nowhere", key)
		}
	}
}

// award cuts the government's money of every phase by a tenth.
func award(p *project.Project, v *law.Version) *project.Award {
	a := &project.Award{Method: project.AwardProRata}
	b, _ := budget.Compute(p, v, budget.Options{})
	for _, phase := range b.Phases {
		a.Government = append(a.Government, project.Amount(phase.Totals.Government.Minor()/10*9))
	}
	return a
}

func TestMissingWord(t *testing.T) {
	words := bundled(t)
	delete(words, "personnel")
	p := load(t, "small")
	b, _ := budget.Compute(p, version(t), budget.Options{})
	_, found := Budget(p, b, words, Options{})
	if len(found) != 1 || found[0].Code != "WB-WORD" || !strings.Contains(found[0].Message.EN, "personnel") {
		t.Error(found)
	}
}

func TestIDs(t *testing.T) {
	for id, bad := range map[string]bool{"KR1": false, "kr-1.a_b": false, "K*": true, "1": true, "TRUE": true, ">5": true, "가": true} {
		p := load(t, "small")
		p.Parties[0].ID, p.Budget.Lines[0].Party = id, id
		b, _ := budget.Compute(p, version(t), budget.Options{})
		_, found := Budget(p, b, bundled(t), Options{})
		if bad != (len(found) == 1 && found[0].Code == "WB-ID" && found[0].Place.Line == 9) {
			t.Errorf("%q: %v", id, found)
		}
	}
	p := load(t, "consortium")
	p.Phases[1].ID = "p1"
	b, _ := budget.Compute(p, version(t), budget.Options{})
	_, found := Budget(p, b, bundled(t), Options{})
	if len(found) == 0 || found[0].Code != "WB-ID" {
		t.Errorf("ids that differ by capitals only: %v", found)
	}
}

// TestAnyShape makes workbooks of budgets that lack one thing or another.
func TestAnyShape(t *testing.T) {
	for name, change := range map[string]func(*project.Project){
		"no rows":         func(p *project.Project) { p.Budget = project.Budget{} },
		"no phases":       func(p *project.Project) { p.Phases, p.Budget = nil, project.Budget{} },
		"no people":       func(p *project.Project) { p.Budget.People = nil },
		"no payments":     func(p *project.Project) { p.Budget.Payments = nil },
		"no dates":        func(p *project.Project) { p.Info = project.Info{} },
		"no institutions": func(p *project.Project) { p.Parties = nil; p.Budget = project.Budget{} },
		"one party more": func(p *project.Project) {
			extra := p.Parties[0]
			extra.ID, extra.Role = "KR9", project.Joint
			p.Parties = append(p.Parties, extra)
			l := p.Budget.Lines[0]
			l.ID, l.Party = "L99", "KR9"
			p.Budget.Lines = append(p.Budget.Lines, l)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := load(t, "consortium")
			change(p)
			_, w := compute(t, p, budget.Options{})
			if got := w.Dump(); got == "" {
				t.Error("no cells")
			}
		})
	}
}

func TestTextOfTheUserIsNoFormula(t *testing.T) {
	_, w := compute(t, load(t, "consortium"), budget.Options{})
	for _, s := range w.Sheets {
		for _, c := range s.Cells {
			if strings.Contains(c.Formula, "cmd") || strings.Contains(c.Formula, "1+1") {
				t.Errorf("%s!%s has the formula %s", s.Name, c.Ref, c.Formula)
			}
		}
	}
}

func BenchmarkBudget(b *testing.B) {
	p, words := load(b, "consortium"), bundled(b)
	computed, _ := budget.Compute(p, version(b), budget.Options{})
	for b.Loop() {
		Budget(p, computed, words, Options{})
	}
}
