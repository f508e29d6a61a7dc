package xlsx_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/budget/budgettest"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// variants are the workbooks that are calculated anew: every example that is
// shipped, and budgets that hold whatever a budget can hold.
func variants(t testing.TB) map[string]inputs {
	t.Helper()
	all := map[string]inputs{"small": load(t, "small"), "consortium": load(t, "consortium"), "halves": halves(t)}
	stages := load(t, "consortium")
	stages.o = budget.Options{PhaseKind: budget.StagePhases, GovShareBase: budget.BaseTotal, ExpertiseRecognised: true,
		Caps: []money.Amount{moneytest.KRW(1_600_000_000), moneytest.KRW(1)}}
	all["stages"] = stages
	shorter := load(t, "consortium")
	shorter.p.Budget.People, shorter.p.Budget.Payments = nil, nil
	all["rows-missing"] = shorter
	awarded := load(t, "consortium")
	awarded.o = budget.Options{RoundingUnit: moneytest.KRW(1000), Stress: money.Hundred, IntlCap: money.Hundred}
	awarded.p.Award = &project.Award{Method: project.AwardProRata, Own: project.OwnProRata}
	asked, _ := budget.Compute(awarded.p, awarded.v, budget.Options{RoundingUnit: moneytest.KRW(1000)})
	for i, phase := range asked.Phases {
		awarded.p.Award.Government = append(awarded.p.Award.Government, project.Amount(phase.Totals.Government.Minor()/10*int64(9-i)))
	}
	all["awarded"] = awarded
	examples, err := filepath.Glob("../../../data/examples/*.yaml")
	if err != nil || len(examples) == 0 {
		t.Fatal("there are no examples: ", err)
	}
	for _, name := range examples {
		all["example-"+strings.TrimSuffix(filepath.Base(name), ".yaml")] = loadFile(t, name)
	}
	return all
}

// form is an agency's form in thousands of won.
var form = workbook.Form{Unit: moneytest.KRW(1000), Note: diag.T("order of the form", "서식 순서"), Rows: []workbook.FormRow{
	{Name: diag.T("Personnel, cash", "인건비(현금)"), Categories: []string{"PERS", "STUD"}, Money: workbook.CashMoney},
	{Name: diag.T("Personnel, in kind", "인건비(현물)"), Categories: []string{"PERS", "STUD"}, Money: workbook.KindMoney},
	{Name: diag.T("All else", "그 밖의 비목"), Categories: []string{"EQUIP", "MATL", "ACT", "ALLOW", "SECA", "ENTR", "INTL", "BURD", "IND"}, Money: workbook.AllMoney},
}}

// formIn is the form in thousands of a currency.
func formIn(grant money.Currency) workbook.Form {
	f := form
	f.Unit = budgettest.Must(money.Parse("1000", grant))
	return f
}

// halves makes amounts that end in exactly half a won, where a binary fraction
// falls a little short.
func halves(t testing.TB) inputs {
	in := load(t, "small")
	number := func(text string) money.Decimal { return budgettest.Must(money.ParseDecimal(text)) }
	line := in.p.Budget.Lines[0]
	for i, x := range [][2]string{{"0.335", "100000009"}, {"1.005", "1000100"}, {"0.145", "700000900"}, {"2.675", "1000020"}, {"0.5", "1"}} {
		line.ID, line.Quantity, line.UnitPrice = "H"+strconv.Itoa(i), number(x[0]), number(x[1])
		in.p.Budget.Lines = append(in.p.Budget.Lines, line)
		in.p.Budget.People = append(in.p.Budget.People, project.Staff{
			ID: "S" + strconv.Itoa(i), Party: "KR1", Category: "PERS", Source: "gov", Monthly: project.Amount(3_333_333 + 2*i),
			Participation: []money.Percent{money.NewPercent(number(strconv.Itoa(10*i+3) + ".5"))},
		})
	}
	return in
}

// fewer is the size of budgets for the library, which calculates slowly.
var fewer = budgettest.Size{Institutions: 5, Phases: 4, Currencies: 8, People: 20, Lines: 60, Payments: 4}

// random returns budgets up to a size, the same ones in every run.
func random(t testing.TB, n int, most budgettest.Size) map[string]inputs {
	t.Helper()
	base, all := load(t, "small"), map[string]inputs{}
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 7))
		code := []string{"KRW", "EUR", "JPY"}[seed%3]
		in := inputs{p: budgettest.RandomIn(r, budgettest.RandomSize(r, most), code), v: base.v, words: base.words}
		if seed%2 == 0 {
			in.o.Caps = []money.Amount{moneytest.Amount(1_600_000_000, code)}
		}
		all[fmt.Sprintf("random-%02d-%s", seed, code)] = in
	}
	return all
}

// everyFormula compares the formulas of a workbook with what another program
// computed.
func everyFormula(w *sheet.Workbook) func(*testing.T, map[string]map[string]xlsx.Cell) {
	return func(t *testing.T, cells map[string]map[string]xlsx.Cell) {
		formulas := 0
		for _, s := range w.Sheets {
			for _, c := range s.Cells {
				if c.Formula == "" {
					continue
				}
				formulas++
				if got := cells[s.Name][c.Ref.String()]; got.Error || strings.HasPrefix(got.Value, "#") || !same(c.Value, got.Value) {
					t.Errorf("%s!%s =%s is %q, the model has %q", s.Name, c.Ref, c.Formula, got.Value, c.Value)
				}
			}
		}
		if formulas < 150 {
			t.Errorf("only %d formulas", formulas)
		}
	}
}
