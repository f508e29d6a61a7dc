package budget

import (
	"reflect"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// post returns a post with one share of time for all phases.
func post(t testing.TB, id, party, source, share string) project.Staff {
	s := percent(t, share)
	return project.Staff{
		At: at("budget.people[" + id + "]"), ID: id, Party: party, Category: Personnel, Source: source, Monthly: 1_000_000,
		Participation: []money.Percent{s, s, s},
	}
}

// only returns the codes and severities of the findings with one code.
func only(found diag.List, code string) []string {
	var kept diag.List
	for _, f := range found {
		if f.Code == code {
			kept.Add(f)
		}
	}
	return codes(kept)
}

func TestStaffRules(t *testing.T) {
	company := func(change func(*project.Staff)) func(*project.Project) {
		return func(p *project.Project) {
			s := post(t, "H1", "KR3", project.Government, "50")
			change(&s)
			p.Budget.People = append(p.Budget.People, s)
		}
	}
	university := func(change func(*project.Staff)) func(*project.Project) {
		return func(p *project.Project) {
			p.Parties[0].LawClass = "university"
			s := post(t, "H1", "KR1", project.Government, "50")
			change(&s)
			p.Budget.People = append(p.Budget.People, s)
		}
	}
	for name, c := range map[string]struct {
		change func(*project.Project)
		code   string
		want   []string
	}{
		"existing staff in cash":     {company(func(*project.Staff) {}), CodeCompanyCash, []string{"LAW-CASHPERS unmet budget.people[H1].source"}},
		"existing staff in kind":     {company(func(s *project.Staff) { s.Source = project.OwnInKind }), CodeCompanyCash, nil},
		"new hire of an SME":         {company(func(s *project.Staff) { s.NewHire = true }), CodeCompanyCash, nil},
		"recognised by the ministry": {company(func(s *project.Staff) { s.CashGround = "recognised" }), CodeCompanyCash, nil},
		"new hire of a large company": {func(p *project.Project) {
			p.Parties[2].LawClass = "large"
			company(func(s *project.Staff) { s.NewHire = true })(p)
		}, CodeCompanyCash, []string{"LAW-CASHPERS unmet budget.people[H1].source"}},
		"paid faculty":   {university(func(s *project.Staff) { s.Employment = "faculty" }), CodeFacultyCash, []string{"LAW-FACULTY unmet budget.people[H1].source"}},
		"unpaid faculty": {university(func(s *project.Staff) { s.Employment, s.Source = "faculty", Unpaid }), CodeFacultyCash, nil},
		"one person in two posts at the limit": {func(p *project.Project) {
			a, b := post(t, "H1", "KR1", project.Government, "60"), post(t, "H2", "KR1", project.Government, "40")
			a.Person, b.Person = "han", "han"
			p.Budget.People = append(p.Budget.People, a, b)
		}, CodeParticipation, nil},
		"one person in two posts over it": {func(p *project.Project) {
			a, b := post(t, "H1", "KR1", project.Government, "60"), post(t, "H2", "KR1", project.Government, "40")
			a.Person, b.Person = "han", "han"
			b.Participation[1] = percent(t, "40.01")
			p.Budget.People = append(p.Budget.People, a, b)
		}, CodeParticipation, []string{"LAW-RATE-100 unmet budget.people[H1].participation[1]"}},
		"other projects": {func(p *project.Project) {
			a := post(t, "H1", "KR1", project.Government, "60")
			a.OtherProjects = []money.Percent{percent(t, "40"), percent(t, "41"), percent(t, "0")}
			p.Budget.People = append(p.Budget.People, a)
		}, CodeParticipation, []string{"LAW-RATE-100 unmet budget.people[H1].other_projects[1]"}},
		"other projects of two phases": {func(p *project.Project) {
			a := post(t, "H1", "KR1", project.Government, "60")
			a.OtherProjects = []money.Percent{percent(t, "40"), percent(t, "41")}
			p.Budget.People = append(p.Budget.People, a)
		}, CodePhases, []string{"BUD-PHASES blocking budget.people[H1].other_projects"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := s07(t)
			c.change(p)
			_, found := Compute(p, version(t), Options{})
			for _, f := range found {
				texts(t, f)
			}
			if got := only(found, c.code); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestEquipmentRules(t *testing.T) {
	for name, c := range map[string]struct {
		category, source string
		won              project.Amount
		change           func(*project.Line)
		code             string
		want             []string
	}{
		"just below 30 million":  {Equipment, project.Government, 29_999_999, func(l *project.Line) { l.Shared = false }, CodeSharing, nil},
		"30 million":             {Equipment, project.Government, 30_000_000, func(l *project.Line) { l.Shared = false }, CodeSharing, []string{"LAW-EQ-30 warning L"}},
		"two of 20 million":      {Equipment, project.Government, 20_000_000, func(l *project.Line) { l.Shared, l.Quantity = false, money.NewDecimal(2) }, CodeSharing, nil},
		"just below 100 million": {Equipment, project.Government, 99_999_999, func(l *project.Line) { l.Reviewed = false }, CodeReview, nil},
		"100 million":            {Equipment, project.Government, 100_000_000, func(l *project.Line) { l.Reviewed = false }, CodeReview, []string{"LAW-EQ-100 warning L"}},
		"on the last day":        {Equipment, project.Government, 1, func(l *project.Line) { l.Bought = day(t, "2026-10-31") }, CodeTooLate, nil},
		"a day later":            {Equipment, project.Government, 1, func(l *project.Line) { l.Bought = day(t, "2026-11-01") }, CodeTooLate, []string{"LAW-EQ-2M unmet L.bought"}},
		"software a day later":   {Activity, project.Government, 1, func(l *project.Line) { l.Bought = day(t, "2026-11-01") }, CodeTooLate, []string{"LAW-EQ-2M unmet L.bought"}},
		"no day in the last year": {Equipment, project.Government, 1, func(l *project.Line) {
			l.Bought, l.Phase = day(t, "2024-08-01"), "P3"
			l.Bought = project.Line{}.Bought
		}, CodeTooLate, []string{"LAW-EQ-2M warning L"}},
		"no day before":        {Equipment, project.Government, 1, func(l *project.Line) { l.Bought = project.Line{}.Bought }, CodeTooLate, nil},
		"own, at 20 percent":   {Equipment, project.OwnInKind, 20_000_000, func(l *project.Line) { l.OriginalPrice = 100_000_000 }, CodeOwnEquipment, nil},
		"own, over 20 percent": {Equipment, project.OwnInKind, 20_000_001, func(l *project.Line) { l.OriginalPrice = 100_000_000 }, CodeOwnEquipment, []string{"LAW-EQ-KIND unmet L.original_price"}},
		"own, five years old":  {Equipment, project.OwnInKind, 1, func(l *project.Line) { l.Acquired = day(t, "2019-07-01") }, CodeOwnEquipment, nil},
		"own, older":           {Equipment, project.OwnInKind, 1, func(l *project.Line) { l.Acquired = day(t, "2019-06-30") }, CodeOwnEquipment, []string{"LAW-EQ-KIND unmet L.acquired"}},
		"own, no price":        {Equipment, project.OwnInKind, 1, func(l *project.Line) { l.OriginalPrice = 0 }, CodeOwnEquipment, []string{"LAW-EQ-KIND warning L.source"}},
		"no justification":     {Materials, project.Government, 1, func(l *project.Line) { l.Justification = project.Text{} }, CodeReason, []string{"BUD-REASON warning L"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := s07(t)
			p.Budget.Lines, p.Budget.People = nil, nil
			l := line(t, "KR3", c.category, "P1", c.source, c.won)
			l.Path = "L"
			c.change(&l)
			p.Budget.Lines = append(p.Budget.Lines, l)
			_, found := Compute(p, version(t), Options{})
			for _, f := range found {
				texts(t, f)
			}
			if got := only(found, c.code); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestBothReadings shows a company's government share with and without the
// international joint R&D funds and judges the one that the setting names.
func TestBothReadings(t *testing.T) {
	p := s07(t)
	p.Parties[0].LawClass = "sme" // the payer abroad
	for base, other := range map[string]string{BaseTotal: BaseTotalMinusIntl, BaseTotalMinusIntl: BaseTotal} {
		b, _ := Compute(p, version(t), Options{GovShareBase: base})
		o, _ := Compute(p, version(t), Options{GovShareBase: other})
		judged, shown := shareOf(b, false), shareOf(b, true)
		if judged.Amount != shareOf(o, true).Amount || shown.Of != shareOf(o, false).Of || judged.Of == shown.Of {
			t.Errorf("%s: %v of %v judged, %v of %v shown", base, judged.Amount, judged.Of, shown.Amount, shown.Of)
		}
	}
}

func shareOf(b *Budget, other bool) Limit {
	for _, l := range b.Limits {
		if l.Party == "KR1" && l.Key == "gov_share_sme" && l.Other == other {
			return l
		}
	}
	return Limit{}
}

func TestIntlCap(t *testing.T) {
	p := s01(t) // 960 of 4,800 million: 20 %
	for share, want := range map[string][]string{"20": nil, "19.99": {"CALL-INTL-CAP unmet budget.payments"}, "0": nil} {
		_, found := Compute(p, version(t), Options{IntlCap: percent(t, share), IntlCapCite: diag.T("call", "공고")})
		if got := only(found, CodeIntlCap); !reflect.DeepEqual(got, want) {
			t.Errorf("%s %%: %q, want %q", share, got, want)
		}
	}
}

func TestRateAfterTheAgreement(t *testing.T) {
	p := s01(t)
	p.Info.AgreementDate, p.Budget.Rates[0].Date = day(t, "2024-07-26"), day(t, "2024-07-26")
	if _, found := Compute(p, version(t), Options{}); len(only(found, CodeRateDate)) > 0 {
		t.Error("a rate of the day of the agreement is reported")
	}
	p.Budget.Rates[0].Date = day(t, "2024-07-27")
	if _, found := Compute(p, version(t), Options{}); len(only(found, CodeRateDate)) != 1 {
		t.Error("a rate after the agreement is not reported")
	}
}

// TestAllowanceToLimit computes a fifth of the modified personnel cost, rounded
// down, unpaid posts included and support staff left out.
func TestAllowanceToLimit(t *testing.T) {
	p := s01(t)
	p.Budget.Institutions[0].ToLimit = true
	paid, unpaid, support := post(t, "H1", "KR1", project.Government, "33.33"), post(t, "H2", "KR1", Unpaid, "10"), post(t, "H3", "KR1", project.Government, "100")
	support.Support = true
	p.Budget.People = []project.Staff{paid, unpaid, support}
	b, found := Compute(p, version(t), Options{})
	if found.Has(diag.Unmet) {
		t.Error(found)
	}
	// (333,300 + 100,000) × 9 months = 3,899,700; a fifth is 779,940.
	if got := b.Institutions[0].Allowance[0].Minor(); got != 779_940 || !b.Institutions[0].ToLimit {
		t.Errorf("allowance %d", got)
	}
	p.Budget.Institutions[0].Allowance = []project.Amount{1, 1, 1}
	if _, found := Compute(p, version(t), Options{}); len(only(found, CodeTwice)) != 1 {
		t.Error("an allowance that is stated and computed is not reported")
	}
}
