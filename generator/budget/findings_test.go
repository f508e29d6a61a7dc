package budget

import (
	"reflect"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

func TestFindings(t *testing.T) {
	full := []money.Percent{money.Hundred, money.Hundred, money.Hundred}
	staff := project.Staff{At: at("p"), ID: "a", Party: "KR1", Category: Personnel, Source: project.Government, Monthly: 1_000_000, Participation: full}
	withStaff := func(change func(*project.Staff)) func(*project.Project) {
		return func(p *project.Project) {
			s := staff
			s.Participation = append([]money.Percent(nil), full...)
			change(&s)
			p.Budget.People = []project.Staff{s}
		}
	}
	withLine := func(change func(*project.Line)) func(*project.Project) {
		return func(p *project.Project) {
			l := line(t, "KR1", Activity, "P1", project.Government, 1_000)
			l.At = at("l")
			change(&l)
			p.Budget.Lines = append(p.Budget.Lines, l)
		}
	}
	withPay := func(change func(*project.Payment)) func(*project.Project) {
		return func(p *project.Project) { change(&p.Budget.Payments[0]) }
	}
	withInstitution := func(change func(*project.Institution)) func(*project.Project) {
		return func(p *project.Project) { change(&p.Budget.Institutions[0]) }
	}
	const in, pay = "budget.institutions[0]", "budget.payments[US1]"
	for name, c := range map[string]struct {
		change func(*project.Project)
		want   []string
	}{
		"nothing wrong":           {withStaff(func(s *project.Staff) {}), nil},
		"person of nobody":        {withStaff(func(s *project.Staff) { s.Party = "KR9" }), []string{"BUD-PARTY blocking p.party"}},
		"person abroad":           {withStaff(func(s *project.Staff) { s.Party = "US1" }), []string{"BUD-OVERSEAS blocking p.party"}},
		"person's category":       {withStaff(func(s *project.Staff) { s.Category = "PRES" }), []string{"BUD-CATEGORY blocking p.category"}},
		"person in materials":     {withStaff(func(s *project.Staff) { s.Category = Materials }), []string{"BUD-ROUTE blocking p.category"}},
		"person's source":         {withStaff(func(s *project.Staff) { s.Source = "bank" }), []string{"BUD-SOURCE blocking p.source"}},
		"person's phases":         {withStaff(func(s *project.Staff) { s.Participation = full[:2] }), []string{"BUD-PHASES blocking p.participation"}},
		"negative pay":            {withStaff(func(s *project.Staff) { s.Monthly = -1 }), []string{"BUD-NEGATIVE blocking p.monthly"}},
		"negative participation":  {withStaff(func(s *project.Staff) { s.Participation[1] = percent(t, "-1") }), []string{"BUD-NEGATIVE blocking p.participation[1]"}},
		"more than a person":      {withStaff(func(s *project.Staff) { s.Participation[2] = percent(t, "100.01") }), []string{"LAW-RATE-100 unmet p.participation[2]"}},
		"pay without end":         {withStaff(func(s *project.Staff) { s.Monthly = 1 << 52 }), []string{"BUD-OVERFLOW blocking p.monthly"}},
		"student of a hospital":   {withStaff(func(s *project.Staff) { s.Category = StudentPersonnel }), []string{"LAW-STUD unmet p"}},
		"in kind of a non-profit": {withStaff(func(s *project.Staff) { s.Source = project.OwnInKind }), []string{"LAW-KIND-NP unmet p"}},
		"all faults of a row":     {withLine(func(l *project.Line) { l.Party, l.Category, l.Phase, l.Source = "a", "b", "c", "d" }), []string{"BUD-PARTY blocking l.party", "BUD-CATEGORY blocking l.category", "BUD-PHASE blocking l.phase", "BUD-SOURCE blocking l.source"}},
		"negative quantity":       {withLine(func(l *project.Line) { l.Quantity = percent(t, "-1").Decimal() }), []string{"BUD-NEGATIVE blocking l.quantity"}},
		"negative price":          {withLine(func(l *project.Line) { l.UnitPrice = percent(t, "-1").Decimal() }), []string{"BUD-NEGATIVE blocking l.unit_price"}},
		"price without end":       {withLine(func(l *project.Line) { l.Quantity = money.NewDecimal(1 << 30); l.UnitPrice = l.Quantity }), []string{"BUD-OVERFLOW blocking l.unit_price"}},
		"sum without end":         {withLine(func(l *project.Line) { l.UnitPrice = money.NewDecimal(money.MaxMinor) }), []string{"BUD-OVERFLOW blocking l"}},
		"currency without rate":   {withLine(func(l *project.Line) { l.Currency = currency(t, "EUR") }), []string{"BUD-RATE blocking l.currency"}},
		"allowance as a line":     {withLine(func(l *project.Line) { l.Category = Allowance }), []string{"BUD-ROUTE blocking l.category"}},
		"international as a line": {withLine(func(l *project.Line) { l.Category = International }), []string{"BUD-ROUTE blocking l.category"}},
		"indirect as a line":      {withLine(func(l *project.Line) { l.Category = Indirect }), []string{"BUD-ROUTE blocking l.category"}},
		"security allowance":      {withLine(func(l *project.Line) { l.Category = SecurityAllowance }), []string{"LAW-SECA unmet l"}},
		"contribution cost":       {withLine(func(l *project.Line) { l.Category = Burden }), []string{"LAW-BURD unmet l"}},
		"cost within the project": {withLine(func(l *project.Line) { l.Payee = "KR1" }), []string{"LAW-INTRA unmet l.payee"}},
		"no allowance base":       {withInstitution(func(i *project.Institution) { i.Allowance = []project.Amount{0, 0, 1} }), []string{"LAW-ALLOW-20 unmet " + in + ".allowance"}},
		"allowance phases":        {withInstitution(func(i *project.Institution) { i.Allowance = []project.Amount{1} }), []string{"BUD-PHASES blocking " + in + ".allowance"}},
		"negative allowance":      {withInstitution(func(i *project.Institution) { i.Allowance = []project.Amount{0, -1, 0} }), []string{"BUD-NEGATIVE blocking " + in + ".allowance[1]"}},
		"indirect over the rate":  {withInstitution(func(i *project.Institution) { i.Indirect = []project.Amount{256_000_000, 256_000_001, 256_000_000} }), []string{"LAW-IND-NP unmet " + in + ".indirect"}},
		"indirect below the rate": {withInstitution(func(i *project.Institution) { i.Indirect = []project.Amount{256_000_000, 0, 256_000_000} }), []string{"LAW-IND-NP warning " + in + ".indirect"}},
		"two entries": {func(p *project.Project) {
			p.Budget.Institutions = append(p.Budget.Institutions, project.Institution{At: at("second"), Party: "KR1"})
		}, []string{"BUD-TWICE blocking second"}},
		"two rates":                {func(p *project.Project) { p.Budget.Rates = append(p.Budget.Rates, rate(t, "USD", "1")) }, []string{"BUD-RATE blocking budget.rates[USD].currency"}},
		"rate of nothing":          {func(p *project.Project) { p.Budget.Rates = append(p.Budget.Rates, rate(t, "EUR", "0")) }, []string{"BUD-RATE blocking budget.rates[EUR].krw_per_unit"}},
		"instalments too small":    {withPay(func(p *project.Payment) { p.Instalments[1].Amount-- }), []string{"BUD-INSTALMENTS blocking " + pay + ".phases[1]"}},
		"no instalments":           {withPay(func(p *project.Payment) { p.Instalments = nil }), []string{"BUD-INSTALMENTS blocking " + pay + ".phases[0]", "BUD-INSTALMENTS blocking " + pay + ".phases[1]", "BUD-INSTALMENTS blocking " + pay + ".phases[2]"}},
		"negative instalment":      {withPay(func(p *project.Payment) { p.Instalments[0].Amount = -1 }), []string{"BUD-NEGATIVE blocking " + pay + ".instalments[0].amount"}},
		"instalment of no phase":   {withPay(func(p *project.Payment) { p.Instalments[0].Phase = "P0" }), []string{"BUD-PHASE blocking " + pay + ".instalments[0].phase"}},
		"due before its phase":     {withPay(func(p *project.Payment) { p.Instalments[1].Due = day(t, "2025-03-31") }), []string{"BUD-INSTALMENT-DATE warning " + pay + ".instalments[1].due"}},
		"due after the end":        {withPay(func(p *project.Payment) { p.Instalments[2].Due = day(t, "2027-01-01") }), nil},
		"payment without currency": {withPay(func(p *project.Payment) { p.Currency = money.Currency{} }), []string{"BUD-CURRENCY blocking " + pay + ".currency"}},
		"payment without rate":     {withPay(func(p *project.Payment) { p.Currency = currency(t, "EUR") }), []string{"BUD-RATE blocking " + pay + ".currency"}},
		"payment phases":           {withPay(func(p *project.Payment) { p.Phases = nil }), []string{"BUD-PHASES blocking " + pay + ".phases"}},
		"payee unknown":            {withPay(func(p *project.Payment) { p.Payee = "US9" }), []string{"BUD-PARTY blocking " + pay + ".payee"}},
		"payee at home":            {withPay(func(p *project.Payment) { p.Payee = "KR1" }), []string{"LAW-INTL-PAYEE unmet " + pay + ".payee"}},
		"payee in the project":     {func(p *project.Project) { p.Parties[1].Role = project.JointForeign }, []string{"LAW-INTRA unmet " + pay + ".payee"}},
		"payment twice":            {func(p *project.Project) { p.Budget.Payments = append(p.Budget.Payments, p.Budget.Payments[0]) }, []string{"BUD-TWICE blocking " + pay + ".id"}},
		"entrusted payer":          {func(p *project.Project) { p.Parties[0].Role = project.Entrusted }, []string{"LAW-INTL-WHO unmet " + pay + ".payer"}},
		"joint entrusts": {func(p *project.Project) {
			p.Parties[0].Role = project.Joint
			p.Budget.Lines[0].Category = Entrusted
		}, []string{"LAW-ENTR-WHO unmet budget.lines[KR1 MATL P1]"}},
		"entrusted too much": {func(p *project.Project) {
			p.Budget.Lines[0].Category, p.Budget.Lines[1].Category = Entrusted, Entrusted
		}, []string{"LAW-ENTR-40 unmet budget.lines[KR1 MATL P1]"}},
		"expertise too much":  {func(p *project.Project) { p.Budget.Lines[0].Expert, p.Budget.Lines[2].Expert = true, true }, []string{"LAW-EXT-40 unmet budget.lines[KR1 MATL P1]"}},
		"expertise per phase": {func(p *project.Project) { p.Budget.Lines[1].Expert = true }, []string{"LAW-EXT-40 warning budget.lines[KR1 MATL P2]"}},
		"no rate of an institute": {func(p *project.Project) {
			p.Parties[0].LawClass = "government_institute"
			p.Budget.Institutions[0].IndirectRate = money.Percent{}
		}, []string{"BUD-INDIRECT-RATE warning " + in + ".indirect_rate"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := s01(t)
			c.change(p)
			_, found := Compute(p, version(t), Options{})
			if got := codes(found); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			for _, f := range found {
				texts(t, f)
			}
		})
	}
}

// texts checks that a finding is whole in both languages.
func texts(t *testing.T, f diag.Finding) {
	t.Helper()
	for _, text := range []diag.Text{f.Message, f.Why, f.Fix} {
		if strings.Contains(text.EN+text.KO, "%!") || (text.EN == "") != (text.KO == "") {
			t.Errorf("%s: %q / %q", f.Code, text.EN, text.KO)
		}
	}
	if f.Message.IsZero() {
		t.Errorf("%s has no message", f.Code)
	}
	if strings.HasPrefix(f.Code, "LAW-") && f.Why.IsZero() {
		t.Errorf("%s cites nothing", f.Code)
	}
}

func TestCompany(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*project.Project)
		want   []string
	}{
		"as planned": {func(p *project.Project) {}, nil},
		"indirect over 10 %": {func(p *project.Project) {
			p.Budget.Institutions[2].Indirect = []project.Amount{24_800_000, 24_800_000, 24_800_001}
		}, []string{"LAW-IND-10 unmet budget.institutions[KR3].indirect", "LAW-MATCH unmet budget.institutions[KR3]"}},
		"share of one phase": {func(p *project.Project) {
			p.Budget.Lines[6].UnitPrice = money.NewDecimal(240_000_001)
			p.Budget.Lines[7].UnitPrice = money.NewDecimal(239_999_999)
		}, []string{"LAW-MATCH warning budget.institutions[KR3]"}},
		"too little cash": {func(p *project.Project) {
			l := &p.Budget.Lines[len(p.Budget.Lines)-1]
			l.UnitPrice, l.OriginalPrice = money.NewDecimal(72_000_001), 400_000_000
		}, []string{"LAW-MATCH unmet budget.lines[KR3 EQUIP P1]"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := s07(t)
			c.change(p)
			_, found := Compute(p, version(t), Options{})
			var company diag.List
			for _, f := range found {
				if strings.Contains(f.Path, "KR3") {
					company.Add(f)
				}
			}
			if got := codes(company); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestStagesAreJudgedOneByOne(t *testing.T) {
	p := s01(t)
	p.Budget.Lines[1].Expert = true
	b, found := Compute(p, version(t), Options{PhaseKind: StagePhases})
	if got := codes(found); !reflect.DeepEqual(got, []string{"LAW-EXT-40 unmet budget.lines[KR1 MATL P2]"}) {
		t.Error(got)
	}
	n := 0
	for _, l := range b.Limits {
		if l.Key == "expertise" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("external expertise was looked at %d times, want once per stage", n)
	}
}

func TestRecognition(t *testing.T) {
	p := s01(t)
	p.Budget.Lines[0].Expert, p.Budget.Lines[2].Expert = true, true
	b, found := Compute(p, version(t), Options{ExpertiseRecognised: true})
	if len(found) > 0 {
		t.Error(found)
	}
	if l := limit(t, b, "KR1", "expertise"); !l.Kept || !l.Recognised {
		t.Errorf("%+v", l)
	}
}

func TestOptions(t *testing.T) {
	_, found := Compute(s01(t), version(t), Options{GovShareBase: "all", PhaseKind: "monthly"})
	if got := codes(found); !reflect.DeepEqual(got, []string{"BUD-SETTING blocking", "BUD-SETTING blocking"}) {
		t.Error(got)
	}
}

func TestMissingLimitIsNotKept(t *testing.T) {
	v := version(t)
	v.Limits = v.Limits[1:] // without the allowance
	b, found := Compute(s01(t), v, Options{})
	if got := codes(found); !reflect.DeepEqual(got, []string{"BUD-NOT-CHECKED warning budget"}) {
		t.Error(got)
	}
	for _, l := range b.Limits {
		if l.Key == "allowance" {
			t.Errorf("%+v", l)
		}
	}
}

// TestPlace reads a rate of 0 that is written, which is no missing rate, and
// looks up the place of a finding.
func TestPlace(t *testing.T) {
	file, found := source.Decode("a.yaml", []byte("budget:\n  institutions:\n    - party: KR1\n      indirect_rate: 0\n      allowance: [1]\n"))
	if len(found) > 0 {
		t.Fatal(found)
	}
	p := s01(t)
	p.File = file
	p.Budget.Institutions[0].IndirectRate = money.Percent{}
	p.Budget.Institutions[0].Allowance = []project.Amount{1}
	b, found := Compute(p, version(t), Options{})
	if b.Totals.Indirect != moneytest.KRW(0) {
		t.Errorf("indirect cost %s at a rate of 0", b.Totals.Indirect.Plain())
	}
	if len(found) != 1 || found[0].Place.String() != "a.yaml:5:18" {
		t.Errorf("%+v", found)
	}
}

func TestMessages(t *testing.T) {
	p := s07(t)
	p.Budget.Institutions[2].Indirect = []project.Amount{24_800_000, 24_800_000, 24_800_001}
	_, found := Compute(p, version(t), Options{})
	for _, f := range found {
		if f.Code != "LAW-IND-10" {
			continue
		}
		for _, want := range []string{
			"KR3: indirect cost of KRW 74,400,001 is more than 10% of its base of KRW 744,000,000 (modified direct cost)",
		} {
			if f.Message.EN != want {
				t.Errorf("got  %s\nwant %s", f.Message.EN, want)
			}
		}
		if want := "KR3: 간접비 74,400,001원이 한도를 넘습니다. 한도는 10%, 산정 기준은 744,000,000원(수정직접비)입니다"; f.Message.KO != want {
			t.Errorf("got  %s\nwant %s", f.Message.KO, want)
		}
		if f.Fix.EN != "lower it to KRW 74,400,000 or less" || !strings.Contains(f.Why.EN, "Art. 114(4)") {
			t.Errorf("fix %q, why %q", f.Fix.EN, f.Why.EN)
		}
		return
	}
	t.Error("no finding")
}
