package budget

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// version reads the law of the bundled calls.
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

func day(t testing.TB, text string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func decimal(t testing.TB, text string) money.Decimal {
	t.Helper()
	d, err := money.ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func percent(t testing.TB, text string) money.Percent {
	t.Helper()
	return money.NewPercent(decimal(t, text))
}

func currency(t testing.TB, code string) money.Currency {
	t.Helper()
	c, err := money.ParseCurrency(code)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// phases are those of the call: 9, 9 and 12 months.
func phases(t testing.TB) []project.Phase {
	return []project.Phase{
		{ID: "P1", Start: day(t, "2024-07-01"), End: day(t, "2025-03-31")},
		{ID: "P2", Start: day(t, "2025-04-01"), End: day(t, "2025-12-31")},
		{ID: "P3", Start: day(t, "2026-01-01"), End: day(t, "2026-12-31")},
	}
}

func at(path string) source.At { return source.At{Path: path} }

// line returns a cost line of whole won.
func line(t testing.TB, party, category, phase, from string, won project.Amount) project.Line {
	return project.Line{
		At: at(fmt.Sprintf("budget.lines[%s %s %s]", party, category, phase)), Party: party, Category: category, Phase: phase, Source: from,
		Quantity: money.NewDecimal(1), UnitPrice: money.NewDecimal(int64(won)),
		Justification: project.Text{EN: "needed", KO: "필요"}, Bought: day(t, "2024-08-01"), Shared: true, Reviewed: true,
		OriginalPrice: won * 5, Acquired: day(t, "2022-01-01"),
	}
}

// payment returns a payment with one instalment per phase.
func payment(t testing.TB, payer, payee, code string, won ...project.Amount) project.Payment {
	p := project.Payment{At: at("budget.payments[" + payee + "]"), ID: "PAY-" + payee, Payer: payer, Payee: payee, Currency: currency(t, code), Phases: won}
	due := []string{"2024-09-30", "2025-05-30", "2026-02-27"}
	for i, n := range won {
		p.Instalments = append(p.Instalments, project.Instalment{
			At: at(fmt.Sprintf("budget.payments[%s].instalments[%d]", payee, i)),
			ID: fmt.Sprintf("%s-%d", payee, i+1), Phase: fmt.Sprintf("P%d", i+1), Amount: n, Due: day(t, due[i]),
		})
	}
	return p
}

func rate(t testing.TB, code, won string) project.ExchangeRate {
	return project.ExchangeRate{At: at("budget.rates[" + code + "]"), Currency: currency(t, code), PerUnit: decimal(t, won)}
}

// s01 is the smallest complete case: one hospital, one partner, one currency.
func s01(t testing.TB) *project.Project {
	p := &project.Project{
		Grant:  moneytest.Currency("KRW"),
		Phases: phases(t),
		Parties: []project.Party{
			{ID: "KR1", Role: project.Lead, Country: "KR", LawClass: "nonprofit", Funding: "gov"},
			{ID: "US1", Role: project.Overseas, Country: "US", LawClass: "foreign", Funding: "intl_paid"},
		},
		Budget: project.Budget{
			Rates:        []project.ExchangeRate{rate(t, "USD", "1380.00")},
			Institutions: []project.Institution{{At: at("budget.institutions[0]"), Party: "KR1", IndirectRate: percent(t, "25.00")}},
			Payments:     []project.Payment{payment(t, "KR1", "US1", "USD", 320_000_000, 320_000_000, 320_000_000)},
		},
	}
	for _, phase := range p.Phases {
		p.Budget.Lines = append(p.Budget.Lines, line(t, "KR1", Materials, phase.ID, project.Government, 1_024_000_000))
	}
	return p
}

// s07 has four Korean institutions, five payees and five currencies.
func s07(t testing.TB) *project.Project {
	p := &project.Project{
		Grant:  moneytest.Currency("KRW"),
		Phases: phases(t),
		Parties: []project.Party{
			{ID: "KR1", Role: project.Lead, Country: "KR", LawClass: "nonprofit", Funding: "gov"},
			{ID: "KR2", Role: project.Joint, Country: "KR", LawClass: "nonprofit", Funding: "gov"},
			{ID: "KR3", Role: project.Joint, Country: "KR", LawClass: "sme", Funding: "gov+own"},
			{ID: "KR4", Role: project.Joint, Country: "KR", LawClass: "nonprofit", Funding: "gov"},
		},
		Budget: project.Budget{
			Rates: []project.ExchangeRate{
				rate(t, "USD", "1380.00"), rate(t, "CAD", "1010.00"), rate(t, "JPY", "8.9000"), rate(t, "BRL", "250.00"), rate(t, "AUD", "910.00"),
			},
		},
	}
	for i, payee := range []string{"US", "CA", "JP", "BR", "AU"} {
		p.Parties = append(p.Parties, project.Party{ID: payee + "1", Role: project.Overseas, Country: payee, LawClass: "foreign"})
		won := []project.Amount{160_000_000, 120_000_000, 100_000_000, 60_000_000, 80_000_000}[i]
		code := []string{"USD", "CAD", "JPY", "BRL", "AUD"}[i]
		p.Budget.Payments = append(p.Budget.Payments, payment(t, "KR1", payee+"1", code, won, won, won))
	}
	zero := []project.Amount{0, 0, 0}
	for i, id := range []string{"KR1", "KR2", "KR3", "KR4"} {
		p.Budget.Institutions = append(p.Budget.Institutions,
			project.Institution{At: at("budget.institutions[" + id + "]"), Party: id, Indirect: zero})
		for _, phase := range p.Phases {
			won := []project.Amount{420_000_000, 220_000_000, 240_000_000, 200_000_000}[i]
			p.Budget.Lines = append(p.Budget.Lines, line(t, id, Activity, phase.ID, project.Government, won))
		}
	}
	for _, phase := range p.Phases {
		p.Budget.Lines = append(p.Budget.Lines,
			line(t, "KR3", Equipment, phase.ID, project.OwnCash, 8_000_000),
			line(t, "KR3", Equipment, phase.ID, project.OwnInKind, 72_000_000))
	}
	return p
}

// sum asks the budget for a total.
func sum(t testing.TB, b *Budget, party, category, phase, from string) int64 {
	t.Helper()
	a, err := b.Sum(party, category, phase, from)
	if err != nil {
		t.Fatal(err)
	}
	return a.Minor()
}

// codes lists the findings as "CODE severity path".
func codes(list diag.List) []string {
	var out []string
	for _, f := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Path)))
	}
	return out
}

func TestGoldenPath(t *testing.T) {
	b, found := Compute(s01(t), version(t), Options{})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, phase := range []string{"P1", "P2", "P3"} {
		if got := sum(t, b, "KR1", Indirect, phase, project.Government); got != 256_000_000 {
			t.Errorf("%s: indirect cost is %d", phase, got)
		}
		government, _ := b.GovernmentTotal(phase)
		intl, _ := b.IntlTotal(phase)
		if government != moneytest.KRW(1_600_000_000) || intl != moneytest.KRW(320_000_000) {
			t.Errorf("%s: government %s, international %s", phase, government, intl)
		}
	}
	pay := b.PaymentsTo("US1")[0]
	if got := pay.Foreign[0].Plain(); got != "231,884.06" {
		t.Errorf("an instalment is %s", got)
	}
	if got := pay.Total.Plain(); got != "695,652.18" {
		t.Errorf("the contract is %s, want the sum of its instalments and not the total converted", got)
	}
	if b.Totals.Total != moneytest.KRW(4_800_000_000) || b.Totals.Own != moneytest.KRW(0) {
		t.Errorf("totals %+v", b.Totals)
	}
}

// TestExample computes the bundled example.
func TestExample(t *testing.T) {
	data, err := os.ReadFile("../../data/examples/two-party.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, found := source.Decode("two-party.yaml", data)
	p, more := project.Load(file, moneytest.Currency("KRW"))
	b, limits := Compute(p, version(t), Options{})
	if found = append(append(found, more...), limits...); len(found) > 0 {
		t.Fatal(found)
	}
	for _, phase := range b.Phases {
		if phase.Totals.Government != moneytest.KRW(1_600_000_000) || phase.Totals.International != moneytest.KRW(320_000_000) ||
			phase.Totals.Indirect != moneytest.KRW(256_000_000) || phase.Totals.Own != moneytest.KRW(0) {
			t.Errorf("%s: %+v", phase.ID, phase.Totals)
		}
	}
}

func TestNineParties(t *testing.T) {
	b, found := Compute(s07(t), version(t), Options{})
	for _, f := range found {
		if f.Severity > diag.Warning {
			t.Error(f)
		}
	}
	if b.Totals.Total != moneytest.KRW(5_040_000_000) || b.Totals.OwnCash != moneytest.KRW(24_000_000) || b.Totals.OwnInKind != moneytest.KRW(216_000_000) {
		t.Errorf("totals %+v", b.Totals)
	}
	for i, phase := range b.Phases {
		if phase.Totals.Government != moneytest.KRW(1_600_000_000) || phase.Totals.International != moneytest.KRW(520_000_000) {
			t.Errorf("%s: %+v", phase.ID, phase.Totals)
		}
		if got := b.Institution("KR3").Measure(ShareBase, i); got != moneytest.KRW(320_000_000) {
			t.Errorf("base of KR3 in %s is %s", phase.ID, got)
		}
	}
	for payee, want := range map[string]string{
		"US1": "USD 347,826.09", "CA1": "CAD 356,435.64", "JP1": "JPY 33,707,865", "BR1": "BRL 720,000.00", "AU1": "AUD 263,736.27",
	} {
		if got := b.PaymentsTo(payee)[0].Total.Code(); got != want {
			t.Errorf("%s gets %s, want %s", payee, got, want)
		}
	}
}

// TestWorkedVector is a company's budget computed by hand, in million won.
func TestWorkedVector(t *testing.T) {
	const m = 1_000_000
	make := func(allowance project.Amount) *project.Project {
		p := &project.Project{
			Grant:  moneytest.Currency("KRW"),
			Phases: phases(t)[:1],
			Parties: []project.Party{
				{ID: "KR1", Role: project.Lead, Country: "KR", LawClass: "sme", Funding: "gov+own"},
				{ID: "US1", Role: project.Overseas, Country: "US"},
			},
			Budget: project.Budget{
				Rates:        []project.ExchangeRate{rate(t, "USD", "1380.00")},
				Institutions: []project.Institution{{At: at("budget.institutions[0]"), Party: "KR1", Allowance: []project.Amount{allowance}}},
				Payments:     []project.Payment{payment(t, "KR1", "US1", "USD", 400*m)},
			},
		}
		external := line(t, "KR1", Activity, "P1", project.Government, 120*m)
		external.Expert = true
		p.Budget.Lines = []project.Line{
			line(t, "KR1", Personnel, "P1", project.OwnCash, 200*m), line(t, "KR1", Personnel, "P1", project.OwnInKind, 150*m),
			line(t, "KR1", Equipment, "P1", project.Government, 80*m), line(t, "KR1", Materials, "P1", project.Government, 100*m),
			line(t, "KR1", Activity, "P1", project.Government, 130*m), external,
			line(t, "KR1", Entrusted, "P1", project.Government, 100*m),
		}
		return p
	}
	b, found := Compute(make(70*m), version(t), Options{})
	if len(found) > 0 {
		t.Fatal(found)
	}
	in := b.Institution("KR1")
	for measure, want := range map[Measure]int64{
		ModifiedPersonnel: 350, AllowanceCost: 70, DirectCost: 1350, ModifiedDirect: 700, IndirectCost: 70,
		EntrustedBase: 850, EntrustedCost: 100, Expertise: 120, ShareBase: 1020, OwnMoney: 350,
	} {
		if got := in.Measure(measure, AllPhases); got != moneytest.KRW(want*m) {
			t.Errorf("%s is %s, want %d M", measure, got.Plain(), want)
		}
	}
	for key, want := range map[string]int64{
		"allowance": 70, "expertise": 540, "entrusted": 340, "indirect_company": 70, "gov_share_sme": 765, "own_cash_sme": 35,
	} {
		l := limit(t, b, "KR1", key)
		if l.Bound != moneytest.KRW(want*m) || !l.Kept {
			t.Errorf("%s: bound %s, kept %v, want %d M", key, l.Bound.Plain(), l.Kept, want)
		}
	}
	b, _ = Compute(make(70*m), version(t), Options{GovShareBase: BaseTotal})
	if l := limit(t, b, "KR1", "gov_share_sme"); l.Bound != moneytest.KRW(1065*m) || l.Amount != moneytest.KRW(1070*m) || l.Kept {
		t.Errorf("with the base total: %+v", l)
	}
	if _, found = Compute(make(70*m+1), version(t), Options{}); len(found) != 1 || found[0].Code != "LAW-ALLOW-20" {
		t.Errorf("one won over the limit: %v", found)
	}
}

func limit(t testing.TB, b *Budget, party, key string) Limit {
	t.Helper()
	for _, l := range b.Limits {
		if l.Party == party && l.Key == key {
			return l
		}
	}
	t.Fatalf("%s: the limit %q was not looked at", party, key)
	return Limit{}
}

func TestPersonRoundsOnce(t *testing.T) {
	p := s01(t)
	p.Budget.People = []project.Staff{{
		At: at("budget.people[0]"), ID: "a", Party: "KR1", Category: Personnel, Source: project.Government, Monthly: 3_333_333,
		Participation: []money.Percent{percent(t, "33.5"), percent(t, "0"), percent(t, "12.25")},
	}}
	b, _ := Compute(p, version(t), Options{})
	// 3,333,333 × 0.335 × 9 = 10,049,998.995; 3,333,333 × 0.1225 × 12 = 4,899,999.51
	want := []int64{10_049_999, 0, 4_900_000}
	for i, n := range want {
		if b.People[0].Amounts[i] != moneytest.KRW(n) {
			t.Errorf("phase %d: %s, want %d", i, b.People[0].Amounts[i].Plain(), n)
		}
	}
	if b.People[0].Total != moneytest.KRW(14_949_999) {
		t.Errorf("total %s", b.People[0].Total.Plain())
	}
}

func TestUnpaidAndSupportStaff(t *testing.T) {
	p := s01(t)
	full := []money.Percent{money.Hundred, money.Hundred, money.Hundred}
	p.Budget.People = []project.Staff{
		{ID: "paid", Party: "KR1", Category: Personnel, Source: project.Government, Monthly: 1_000_000, Participation: full},
		{ID: "unpaid", Party: "KR1", Category: Personnel, Source: Unpaid, Monthly: 2_000_000, Participation: full},
		{ID: "support", Party: "KR1", Category: Personnel, Source: project.Government, Monthly: 4_000_000, Participation: full, Support: true},
	}
	b, _ := Compute(p, version(t), Options{})
	if got := sum(t, b, "KR1", Personnel, "P1", ""); got != 45_000_000 {
		t.Errorf("personnel cost %d, want that of paid and support staff", got)
	}
	if got := b.Institution("KR1").Measure(ModifiedPersonnel, 0); got != moneytest.KRW(27_000_000) {
		t.Errorf("modified personnel cost %s, want that of paid and unpaid researchers", got.Plain())
	}
}

func TestForeignLine(t *testing.T) {
	p := s01(t)
	l := line(t, "KR1", Activity, "P1", project.Government, 0)
	l.Currency, l.Quantity, l.UnitPrice = currency(t, "USD"), decimal(t, "2.5"), decimal(t, "10.01")
	p.Budget.Lines = append(p.Budget.Lines, l)
	b, _ := Compute(p, version(t), Options{})
	last := b.Lines[len(b.Lines)-1]
	if last.Amount != moneytest.KRW(34_535) || last.Cost.String() != "25.025" { // 25.025 × 1380 = 34,534.5
		t.Errorf("line is %s, cost %s", last.Amount.Plain(), last.Cost)
	}
}

func TestSumOfUnknown(t *testing.T) {
	b, _ := Compute(s01(t), version(t), Options{})
	for _, err := range []error{
		second(b.Sum("KR9", "", "", "")), second(b.Sum("", "X", "", "")), second(b.Sum("", "", "P9", "")), second(b.Sum("", "", "", "bank")),
		second(b.GovernmentTotal("P9")),
	} {
		if err == nil {
			t.Error("a total of something unknown is no zero")
		}
	}
	if b.Institution("US1") != nil {
		t.Error("an institution abroad has no budget")
	}
}

func second(_ money.Amount, err error) error { return err }
