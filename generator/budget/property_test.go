package budget_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"

	"pactwright/generator/budget"
	"pactwright/generator/budget/budgettest"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
)

// many is how many random budgets are computed.
var many = flag.Uint64("budgets", 2_000, "how many random budgets the property tests compute")

func shipped(t testing.TB) *law.Version {
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

// TestSumsAreExact adds the rows of random budgets up by hand and compares every
// way of summing them.
func TestSumsAreExact(t *testing.T) { addUp(t, *many) }

func addUp(t *testing.T, many uint64) {
	t.Helper()
	const parts = 4
	v := shipped(t)
	for part := range uint64(parts) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < many && !t.Failed(); seed += parts {
				checkSums(t, v, seed)
			}
		})
	}
}

// currencies are those of random budgets: with cents and without.
var currencies = []string{"KRW", "EUR", "JPY"}

func checkSums(t *testing.T, v *law.Version, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	p := budgettest.RandomIn(r, budgettest.RandomSize(r, budgettest.Most), currencies[seed%3])
	b, found := budget.Compute(p, v, budget.Options{})
	if found.Has(diag.Blocking) {
		t.Fatalf("seed %d: %+v", seed, found)
	}
	byPhase, byInstitution, byCategory, bySource := int64(0), int64(0), int64(0), int64(0)
	for _, x := range b.Phases {
		byPhase += x.Totals.Total.Minor()
	}
	cash := cashBases(b)
	for i, x := range b.Institutions {
		byInstitution += x.Totals.Total.Minor()
		checkIndirect(t, seed, i, x, cash[x.Party.ID])
	}
	for _, x := range b.Categories {
		byCategory += x.Totals.Total.Minor()
	}
	for _, x := range budget.Sources() {
		bySource += b.Totals.Source(x).Minor()
	}
	whole := b.Totals.Total.Minor()
	for name, got := range map[string]int64{
		"rows": rowSum(t, b), "phases": byPhase, "institutions": byInstitution, "categories": byCategory, "sources": bySource,
		"direct and indirect": b.Totals.Direct.Minor() + b.Totals.Indirect.Minor(),
		"cash and kind":       b.Totals.Cash.Minor() + b.Totals.OwnInKind.Minor(),
	} {
		if got != whole {
			t.Errorf("seed %d: %s add up to %d, the whole is %d", seed, name, got, whole)
		}
	}
	if seed%50 != 0 {
		return
	}
	if again, foundAgain := budget.Compute(p, v, budget.Options{}); !reflect.DeepEqual(b, again) || !reflect.DeepEqual(found, foundAgain) {
		t.Errorf("seed %d: computed twice, it differs", seed)
	}
}

// rowSum adds up what stands in rows. On its way it looks whether the parts of a
// payment make the whole, in both currencies.
func rowSum(t *testing.T, b *budget.Budget) int64 {
	t.Helper()
	var n int64
	for _, x := range b.People {
		if x.Source != budget.Unpaid {
			n += x.Total.Minor()
		}
	}
	for _, x := range b.Lines {
		n += x.Amount.Minor()
	}
	for _, x := range b.Payments {
		won, foreign := int64(0), int64(0)
		for i, planned := range x.Planned {
			n += planned.Minor()
			won += planned.Minor()
			foreign += x.Foreign[i].Minor()
		}
		for _, in := range x.Instalments {
			won -= in.Paid.Minor()
			foreign -= in.Foreign.Minor()
		}
		if won != 0 || foreign != 0 {
			t.Errorf("payment %s: the instalments miss %d won and %d of the currency", x.ID, won, foreign)
		}
	}
	for _, x := range b.Institutions {
		for i := range x.Allowance {
			n += x.Allowance[i].Minor() + x.Indirect[i].Minor()
		}
	}
	return n
}

// cashBases adds the bases of the indirect cost up from the cells, by party and
// phase.
func cashBases(b *budget.Budget) map[string]map[string]int64 {
	bases := map[string]map[string]int64{}
	for _, c := range b.Cells {
		excluded := c.Category == budget.Entrusted || c.Category == budget.International || c.Category == budget.Burden || c.Category == budget.Indirect
		if c.Source == project.OwnInKind || excluded {
			continue
		}
		if bases[c.Party] == nil {
			bases[c.Party] = map[string]int64{}
		}
		bases[c.Party][c.Phase] += c.Amount.Minor()
	}
	return bases
}

// checkIndirect computes the indirect cost from the cells in another way: floor
// of base × hundredths of a percent.
func checkIndirect(t *testing.T, seed uint64, at int, in *budget.Institution, base map[string]int64) {
	t.Helper()
	if !in.Computed {
		return
	}
	hundredths, ok := in.IndirectRate.Decimal().Mul(money.NewDecimal(100)).Int64()
	if !ok {
		t.Fatal("the rate has more than two decimals")
	}
	for i := range in.Indirect {
		if want := base[fmt.Sprintf("P%d", i+1)] * hundredths / 10_000; in.Indirect[i].Minor() != want {
			t.Errorf("seed %d, institution %d, phase %d: indirect cost %d, want %d", seed, at, i, in.Indirect[i].Minor(), want)
		}
	}
}

// TestAnySplitAddsUp divides amounts by any weights: the parts make the whole.
func TestAnySplitAddsUp(t *testing.T) {
	t.Parallel()
	splitUp(t, *many)
}

func splitUp(t *testing.T, many uint64) {
	t.Helper()
	for seed := range many {
		r := rand.New(rand.NewPCG(seed, 2))
		weights := []int64{1}
		for range r.IntN(12) {
			weights = append(weights, r.Int64N(1_000_000))
		}
		whole := r.Int64N(money.MaxMinor)
		parts, err := money.Split(moneytest.KRW(whole), weights)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range parts {
			whole -= part.Minor()
			if weights[i] == 0 && !part.IsZero() {
				t.Fatalf("seed %d: a part without weight gets %s", seed, part)
			}
		}
		if whole != 0 {
			t.Fatalf("seed %d: the parts miss %d won", seed, whole)
		}
	}
}

func BenchmarkCompute(b *testing.B) {
	size := budgettest.Size{Institutions: 9, Phases: 3, Currencies: 4, People: 60, Lines: 400, Payments: 4}
	p, v := budgettest.Random(rand.New(rand.NewPCG(1, 1)), size), shipped(b)
	b.ReportAllocs()
	for b.Loop() {
		budget.Compute(p, v, budget.Options{})
	}
}
