package budget

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"pactwright/generator/money"
	"pactwright/generator/project"
)

// random returns a budget with any number of institutions, phases, rows and
// currencies.
func random(t testing.TB, r *rand.Rand) *project.Project {
	p := &project.Project{}
	start := day(t, "2024-01-01")
	for i := range 1 + r.IntN(5) {
		months := 1 + r.IntN(14)
		end := start.AddMonths(months).AddDays(-1)
		p.Phases = append(p.Phases, project.Phase{ID: fmt.Sprintf("P%d", i+1), Start: start, End: end})
		start = end.AddDays(1)
	}
	classes := []string{"sme", "mid_size", "large", "public_corporation", "nonprofit", "university", "government_institute", "foreign"}
	institutions := 1 + r.IntN(9)
	for i := range institutions {
		role := project.Joint
		if i == 0 {
			role = project.Lead
		}
		p.Parties = append(p.Parties, project.Party{ID: fmt.Sprintf("KR%d", i+1), Role: role, LawClass: classes[r.IntN(len(classes))]})
	}
	codes := []string{"USD", "JPY", "EUR", "KWD"}
	for i, code := range codes {
		p.Parties = append(p.Parties, project.Party{ID: fmt.Sprintf("X%d", i), Role: project.Overseas, Country: "US"})
		p.Budget.Rates = append(p.Budget.Rates, rate(t, code, fmt.Sprintf("%d.%04d", 1+r.IntN(4000), r.IntN(10000))))
	}
	for _, party := range p.Parties[:institutions] {
		fillRandom(t, r, p, party.ID)
	}
	for i := range r.IntN(5) {
		payee := i % len(codes)
		pay := project.Payment{ID: fmt.Sprint(i), Payer: p.Parties[r.IntN(institutions)].ID, Payee: fmt.Sprintf("X%d", payee), Currency: currency(t, codes[payee])}
		for _, phase := range p.Phases {
			amount := r.Int64N(1_000_000_000)
			pay.Phases = append(pay.Phases, amount)
			parts, err := money.Split(money.KRW(amount), []int64{1, r.Int64N(5), r.Int64N(5)})
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range parts {
				pay.Instalments = append(pay.Instalments, project.Instalment{Phase: phase.ID, Amount: part.Minor()})
			}
		}
		p.Budget.Payments = append(p.Budget.Payments, pay)
	}
	return p
}

func fillRandom(t testing.TB, r *rand.Rand, p *project.Project, party string) {
	entry := project.Institution{Party: party, IndirectRate: percent(t, fmt.Sprintf("%d.%02d", r.IntN(40), r.IntN(100)))}
	for range p.Phases {
		entry.Allowance = append(entry.Allowance, r.Int64N(50_000_000))
	}
	p.Budget.Institutions = append(p.Budget.Institutions, entry)
	sources := []string{project.Government, project.OwnCash, project.OwnInKind, project.Other, Unpaid}
	for range r.IntN(6) {
		s := project.Staff{Party: party, Category: []string{Personnel, StudentPersonnel}[r.IntN(2)], Source: sources[r.IntN(5)], Monthly: r.Int64N(12_000_000), Support: r.IntN(4) == 0}
		for range p.Phases {
			s.Participation = append(s.Participation, percent(t, fmt.Sprintf("%d.%02d", r.IntN(100), r.IntN(100))))
		}
		p.Budget.People = append(p.Budget.People, s)
	}
	keys := []string{Personnel, Equipment, Materials, Activity, Entrusted, Burden, SecurityAllowance}
	currencies := []money.Currency{{}, money.Won(), currency(t, "USD"), currency(t, "JPY"), currency(t, "KWD")}
	for range r.IntN(12) {
		p.Budget.Lines = append(p.Budget.Lines, project.Line{
			Party: party, Category: keys[r.IntN(len(keys))], Phase: p.Phases[r.IntN(len(p.Phases))].ID, Source: sources[r.IntN(4)],
			Quantity: decimal(t, fmt.Sprintf("%d.%03d", r.IntN(50), r.IntN(1000))), UnitPrice: decimal(t, fmt.Sprintf("%d.%02d", r.IntN(100_000), r.IntN(100))),
			Currency: currencies[r.IntN(len(currencies))], Expert: r.IntN(5) == 0,
		})
	}
}

// TestSumsAreExact adds the rows of random budgets up by hand and compares every
// way of summing them.
func TestSumsAreExact(t *testing.T) {
	v := version(t)
	for seed := range uint64(200) {
		p := random(t, rand.New(rand.NewPCG(seed, 1)))
		b, found := Compute(p, v, Options{})
		for _, f := range found {
			if f.Severity == 3 {
				t.Fatalf("seed %d: %+v", seed, f)
			}
		}
		rows := rowSum(b)
		byPhase, byInstitution, byCategory, bySource := int64(0), int64(0), int64(0), int64(0)
		for _, x := range b.Phases {
			byPhase += x.Totals.Total.Minor()
		}
		for i, x := range b.Institutions {
			byInstitution += x.Totals.Total.Minor()
			checkIndirect(t, b, i, x)
		}
		for _, x := range b.Categories {
			byCategory += x.Totals.Total.Minor()
		}
		for _, x := range Sources() {
			bySource += b.Totals.Source(x).Minor()
		}
		whole := b.Totals.Total.Minor()
		for name, got := range map[string]int64{
			"rows": rows, "phases": byPhase, "institutions": byInstitution, "categories": byCategory, "sources": bySource,
			"direct and indirect": b.Totals.Direct.Minor() + b.Totals.Indirect.Minor(),
			"cash and kind":       b.Totals.Cash.Minor() + b.Totals.OwnInKind.Minor(),
		} {
			if got != whole {
				t.Errorf("seed %d: %s add up to %d, the whole is %d", seed, name, got, whole)
			}
		}
		again, foundAgain := Compute(p, v, Options{})
		if !reflect.DeepEqual(b, again) || !reflect.DeepEqual(found, foundAgain) {
			t.Errorf("seed %d: computed twice, it differs", seed)
		}
	}
}

func rowSum(b *Budget) int64 {
	var n int64
	for _, x := range b.People {
		if x.Source != Unpaid {
			n += x.Total.Minor()
		}
	}
	for _, x := range b.Lines {
		n += x.Won.Minor()
	}
	for _, x := range b.Payments {
		foreign := int64(0)
		for i, planned := range x.Planned {
			n += planned.Minor()
			foreign += x.Foreign[i].Minor()
		}
		if foreign != x.Total.Minor() {
			n = -1 // the contract's total is not the sum of its instalments
		}
	}
	for _, x := range b.Institutions {
		for i := range x.Allowance {
			n += x.Allowance[i].Minor() + x.Indirect[i].Minor()
		}
	}
	return n
}

// checkIndirect computes the indirect cost from the cells in another way: floor
// of base × hundredths of a percent.
func checkIndirect(t *testing.T, b *Budget, at int, in *Institution) {
	t.Helper()
	hundredths, ok := in.IndirectRate.Decimal().Mul(money.NewDecimal(100)).Int64()
	if !ok {
		t.Fatal("the rate has more than two decimals")
	}
	for phase := range b.Phases {
		base := int64(0)
		for _, c := range b.Cells {
			excluded := c.Category == Entrusted || c.Category == International || c.Category == Burden || c.Category == Indirect
			if c.Party == in.Party.ID && c.Phase == b.Phases[phase].ID && c.Source != project.OwnInKind && !excluded {
				base += c.Amount.Minor()
			}
		}
		if want := base * hundredths / 10_000; in.Indirect[phase].Minor() != want {
			t.Errorf("institution %d, phase %d: indirect cost %d, want %d", at, phase, in.Indirect[phase].Minor(), want)
		}
	}
}

func BenchmarkCompute(b *testing.B) {
	p, v := s07(b), version(b)
	for b.Loop() {
		Compute(p, v, Options{})
	}
}
