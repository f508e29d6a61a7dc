package budget

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"pactwright/generator/budget/budgettest"
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// awarded returns the budget after an award that must fit.
func awarded(t *testing.T, p *project.Project, a project.Award) *Budget {
	t.Helper()
	a.Path = "award"
	p.Award = &a
	b, found := Compute(p, version(t), Options{})
	if found.Has(diag.Blocking) {
		t.Fatal(found)
	}
	if b.Requested == nil {
		t.Fatal("the award was not applied")
	}
	return b
}

// TestProRata cuts 1,600 million a phase to 1,440: a tenth of every row, with the
// indirect cost at its rate and every sum right to the won.
func TestProRata(t *testing.T) {
	b := awarded(t, s01(t), project.Award{Government: []project.Amount{1_440_000_000, 1_600_000_000, 1_444_444_443}, Method: project.AwardProRata})
	for i, want := range []int64{1_440_000_000, 1_600_000_000, 1_444_444_443} {
		if got := b.Phases[i].Totals.Government.Minor(); got != int64(want) {
			t.Errorf("phase %d: %d, want %d", i+1, got, want)
		}
		in := b.Institutions[0]
		most := in.IndirectRate.FloorOf(in.Measure(ModifiedDirect, i)).Minor()
		if got := in.Indirect[i].Minor(); got > most || got < most-2 {
			t.Errorf("phase %d: indirect cost %d, the rate gives %d", i+1, got, most)
		}
	}
	if got := b.Payments[0].Planned[0].Minor(); got != 288_000_000 {
		t.Errorf("the partner's first phase is %d", got)
	}
	if got := b.Payments[0].Instalments[0]; got.Paid.Minor() != 288_000_000 || got.Foreign.Minor() != 20_869_565 {
		t.Errorf("the first instalment is %d won, %d cents", got.Paid.Minor(), got.Foreign.Minor())
	}
	if got := b.Requested.Payments[0].Planned[0].Minor(); got != 320_000_000 {
		t.Errorf("asked for: %d", got)
	}
	if got := b.Lines[0].Cut.Minor(); got != b.Lines[0].Amount.Minor()-1_024_000_000 || got >= 0 {
		t.Errorf("the first line is cut by %d", got)
	}
}

func TestKeptRowsStay(t *testing.T) {
	b := awarded(t, s01(t), project.Award{Government: []project.Amount{1_440_000_000, 1_440_000_000, 1_440_000_000}, Method: project.AwardProRata, Keep: []string{"PAY-US1"}})
	if got := b.Payments[0].Paid.Minor(); got != 960_000_000 {
		t.Errorf("the kept payment is %d", got)
	}
	if got := b.Totals.Government.Minor(); got != 3*1_440_000_000 {
		t.Errorf("in all %d", got)
	}
}

func TestByRow(t *testing.T) {
	p := s01(t)
	for i := range p.Budget.Lines {
		p.Budget.Lines[i].ID = []string{"L1", "L2", "L3"}[i]
	}
	award := project.Award{
		Government: []project.Amount{1_580_000_000, 1_600_000_000, 1_600_000_000}, Method: project.AwardByRow,
		Rows: []project.AwardRow{{Row: "L1", Amounts: []project.Amount{1_008_000_000}}},
	}
	b := awarded(t, p, award) // 16 million less, and a quarter of it less indirect cost
	if b.Lines[0].Amount.Minor() != 1_008_000_000 || b.Lines[1].Amount.Minor() != 1_024_000_000 {
		t.Errorf("lines %d and %d", b.Lines[0].Amount.Minor(), b.Lines[1].Amount.Minor())
	}
	award.Rows[0].Amounts[0]++
	award.Path = "award"
	p.Award = &award
	_, found := Compute(p, version(t), Options{})
	if got := only(found, CodeAward); !reflect.DeepEqual(got, []string{"BUD-AWARD blocking award.government[0]"}) {
		t.Errorf("an award that does not add up: %q", got)
	}
}

func TestAwardFindings(t *testing.T) {
	three := []project.Amount{1, 1, 1}
	for name, c := range map[string]struct {
		award project.Award
		path  string
	}{
		"two phases":   {project.Award{Government: []project.Amount{1, 1}}, "award.government"},
		"more":         {project.Award{Government: []project.Amount{1_600_000_001, 1, 1}}, "award.government[0]"},
		"unknown keep": {project.Award{Government: three, Keep: []string{"nobody"}}, "award.keep[0]"},
		"kept too much": {project.Award{Government: []project.Amount{300_000_000, 1_600_000_000, 1_600_000_000}, Keep: []string{"PAY-US1"}},
			"award.government[0]"},
		"unknown row": {project.Award{Government: three, Method: project.AwardByRow, Rows: []project.AwardRow{{Row: "X", Amounts: three}}}, ".row"},
		"row twice": {project.Award{Government: three, Method: project.AwardByRow, Rows: []project.AwardRow{
			{Row: "PAY-US1", Amounts: three}, {Row: "PAY-US1", Amounts: three}}}, ".row"},
		"row of two phases": {project.Award{Government: three, Method: project.AwardByRow, Rows: []project.AwardRow{{Row: "PAY-US1", Amounts: three[:2]}}}, ".amounts"},
	} {
		t.Run(name, func(t *testing.T) {
			p := s01(t)
			c.award.Path = "award"
			p.Award = &c.award
			b, found := Compute(p, version(t), Options{})
			if b.Requested != nil {
				t.Error("an award that does not fit was applied")
			}
			for _, f := range found {
				texts(t, f)
				if f.Code == CodeAward && f.Path == c.path && f.Severity == diag.Blocking {
					return
				}
			}
			t.Errorf("no finding at %s: %+v", c.path, found)
		})
	}
}

// TestProRataOfAnything cuts random budgets by random parts: every phase has its
// award exactly, nothing grows, and no limit that was kept is broken by it.
func TestProRataOfAnything(t *testing.T) {
	v := version(t)
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 7))
		size := budgettest.RandomSize(r, budgettest.Most)
		size.Lines += 20 * size.Phases * size.Institutions // enough to cut from
		p := budgettest.RandomIn(r, size, []string{"KRW", "EUR", "JPY"}[seed%3])
		for i := range p.Budget.Institutions {
			p.Budget.Institutions[i].Indirect = nil // an amount that is stated is not cut
		}
		asked, found := Compute(p, v, Options{})
		if found.Has(diag.Blocking) {
			t.Fatal(codes(found))
		}
		award := &project.Award{Method: project.AwardProRata, Own: []string{project.OwnKept, project.OwnProRata}[seed%2]}
		for _, phase := range asked.Phases {
			award.Government = append(award.Government, project.Amount(phase.Totals.Government.Minor()*(50+r.Int64N(51))/100))
		}
		p.Award = award
		b, found := Compute(p, v, Options{})
		if found.Has(diag.Blocking) {
			t.Fatalf("seed %d: %v", seed, only(found, CodeAward))
		}
		for i, want := range award.Government {
			if got := b.Phases[i].Totals.Government.Minor(); got != int64(want) {
				t.Errorf("seed %d, phase %d: %d, want %d", seed, i+1, got, want)
			}
		}
		for i, row := range b.Lines {
			if row.Amount.Minor() > asked.Lines[i].Amount.Minor()+1 {
				t.Errorf("seed %d: line %d grows from %d to %d", seed, i, asked.Lines[i].Amount.Minor(), row.Amount.Minor())
			}
		}
		for _, l := range b.Limits {
			if l.Code == CodeIndirect && !l.Kept && limitKept(asked, l) {
				t.Errorf("seed %d: %s breaks %s: %v of %v", seed, l.Party, l.Code, l.Amount, l.Of)
			}
		}
	}
}

func limitKept(b *Budget, of Limit) bool {
	for _, l := range b.Limits {
		if l.Code == of.Code && l.Party == of.Party && l.Part == of.Part {
			return l.Kept
		}
	}
	return false
}
