package budget

import (
	"testing"

	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
)

// TestYears spreads phases of 9, 9 and 12 months from July 2024 on: 6 months of
// the first lie in 2024 and 3 in 2025. 1,600,000,000 do not divide by 9.
func TestYears(t *testing.T) {
	p := s01(t)
	b, _ := Compute(p, version(t), Options{})
	want := []struct {
		year   int
		months []int
		gov    []int64
	}{
		{2024, []int{6, 0, 0}, []int64{1_066_666_667, 0, 0}},
		{2025, []int{3, 9, 0}, []int64{533_333_333, 1_600_000_000, 0}},
		{2026, []int{0, 0, 12}, []int64{0, 0, 1_600_000_000}},
	}
	if len(b.Years) != len(want) {
		t.Fatalf("%d years, want %d", len(b.Years), len(want))
	}
	for i, w := range want {
		y := b.Years[i]
		sum := int64(0)
		for phase := range w.months {
			if y.Months[phase] != w.months[phase] || y.Phases[phase].BySource[0].Minor() != w.gov[phase] {
				t.Errorf("%d, phase %d: %d months, %d won; want %d, %d", y.Year, phase+1, y.Months[phase], y.Phases[phase].BySource[0].Minor(), w.months[phase], w.gov[phase])
			}
			sum += w.gov[phase]
		}
		if y.Year != w.year || y.Whole.Total.Minor() != sum || y.Whole.BySource[0].Minor() != sum {
			t.Errorf("year %d has %d, want %d in %d", y.Year, y.Whole.Total.Minor(), sum, w.year)
		}
	}
}

func TestYearsNeedDates(t *testing.T) {
	p := s01(t)
	p.Phases[1].Start, p.Phases[1].End = project.Phase{}.Start, project.Phase{}.End
	p.Phases[2].End = day(t, "2199-12-31")
	if b, _ := Compute(p, version(t), Options{}); len(b.Years) != 0 {
		t.Errorf("%d years of a project of 175 years", len(b.Years))
	}
	p.Phases[2].End = day(t, "2026-12-31")
	if b, _ := Compute(p, version(t), Options{}); len(b.Years) != 3 || !b.Years[0].Phases[1].Total.IsZero() {
		t.Error("a phase without dates is not left out")
	}
}

// TestStress raises the dollar by a tenth: 231,884.06 × 1,380 × 1.1.
func TestStress(t *testing.T) {
	b, _ := Compute(s01(t), version(t), Options{Stress: percent(t, "10")})
	y := b.Payments[0]
	if y.Stressed[0].Minor() != 352_000_003 || y.StressedSum.Minor() != 1_056_000_009 {
		t.Errorf("stressed %d, in all %d", y.Stressed[0].Minor(), y.StressedSum.Minor())
	}
}

// TestRoundingUnit drops what is below a thousand won in each row, and in what
// is computed from rates.
func TestRoundingUnit(t *testing.T) {
	p := s01(t)
	p.Budget.Lines = append(p.Budget.Lines, line(t, "KR1", Activity, "P1", project.Government, 1_234_999))
	p.Budget.People = []project.Staff{{
		At: at("budget.people[0]"), ID: "H1", Party: "KR1", Category: Personnel, Source: project.Government, Monthly: 3_333_333,
		Participation: []money.Percent{percent(t, "33.3"), percent(t, "0"), percent(t, "0")},
	}}
	b, _ := Compute(p, version(t), Options{RoundingUnit: moneytest.KRW(1000)})
	if got := b.Lines[3].Amount.Minor(); got != 1_234_000 {
		t.Errorf("line %d", got)
	}
	if got := b.People[0].Amounts[0].Minor(); got != 9_989_000 { // 3,333,333 × 0.333 × 9 = 9,989,998.99
		t.Errorf("post %d", got)
	}
	if got := b.Institutions[0].Indirect[0].Minor(); got%1000 != 0 || got != (1_024_000_000+1_234_000+9_989_000)/4/1000*1000 {
		t.Errorf("indirect cost %d", got)
	}
}
