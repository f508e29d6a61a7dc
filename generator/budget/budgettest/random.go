// Package budgettest makes budgets for the tests of several packages: random
// ones, complete enough for a workbook, in which every row can be counted.
package budgettest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Size says how much a budget has of everything.
type Size struct {
	Institutions, Phases, Currencies, People, Lines, Payments int
}

// Most is the largest size that tests draw.
var Most = Size{Institutions: 12, Phases: 6, Currencies: 8, People: 60, Lines: 400, Payments: 8}

// RandomSize draws a size up to another one: any count of institutions, phases
// and currencies, and few rows more often than many.
func RandomSize(r *rand.Rand, most Size) Size {
	few := func(most int) int { return r.IntN(1 + r.IntN(1+r.IntN(most+1))) }
	s := Size{
		Institutions: 1 + r.IntN(most.Institutions), Phases: 1 + r.IntN(most.Phases), Currencies: r.IntN(most.Currencies + 1),
		People: few(most.People), Lines: few(most.Lines), Payments: few(most.Payments),
	}
	if s.Currencies == 0 {
		s.Payments = 0
	}
	return s
}

var (
	codes   = []string{"USD", "JPY", "EUR", "KWD", "CAD", "GBP", "CHF", "AUD", "SEK"}
	classes = []string{"sme", "mid_size", "large", "public_corporation", "nonprofit", "university", "government_institute", "foreign"}
	funding = []string{"gov", "gov+own", "own"}
	sources = []string{project.Government, project.OwnCash, project.OwnInKind, project.Other, "unpaid"}
	keys    = []string{"PERS", "STUD", "EQUIP", "MATL", "ACT", "ENTR", "BURD", "SECA"}
)

// Random returns a budget of a size in won. The same numbers give the same budget.
func Random(r *rand.Rand, size Size) *project.Project { return RandomIn(r, size, "KRW") }

// RandomIn returns a budget of a size in a currency: the same minor units for
// each.
func RandomIn(r *rand.Rand, size Size, code string) *project.Project {
	m := maker{r: r, size: size, p: &project.Project{Grant: Must(money.ParseCurrency(code))}}
	m.phases()
	m.parties()
	for i := range size.People {
		m.person(i)
	}
	for i := range size.Lines {
		m.line(i)
	}
	for i := range size.Payments {
		m.payment(i)
	}
	return m.p
}

type maker struct {
	r    *rand.Rand
	size Size
	p    *project.Project
}

// Must returns what a test has written itself, and stops the test if it cannot
// be read.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (m *maker) phases() {
	start := Must(calendar.New(2024, 1+m.r.IntN(12), 1))
	m.p.Info = project.Info{ID: "random", Title: text("무작위 과제", "Random project"), Start: start}
	for i := range m.size.Phases {
		end := start.AddMonths(1 + m.r.IntN(14)).AddDays(-1)
		m.p.Phases = append(m.p.Phases, project.Phase{ID: fmt.Sprintf("P%d", i+1), Start: start, End: end})
		m.p.Info.End = end
		start = end.AddDays(1)
	}
}

func (m *maker) parties() {
	for i := range m.size.Institutions {
		role := project.Joint
		if i == 0 {
			role = project.Lead
		}
		id := fmt.Sprintf("KR%d", i+1)
		m.p.Parties = append(m.p.Parties, project.Party{
			ID: id, Role: role, Country: "KR", LawClass: classes[m.r.IntN(len(classes))], Funding: funding[m.r.IntN(len(funding))],
			Name: project.Name{EN: "Institution " + id, KO: "기관 " + id},
		})
		m.p.Budget.Institutions = append(m.p.Budget.Institutions, m.entry(id))
	}
	for i, code := range m.foreign() {
		m.p.Parties = append(m.p.Parties, project.Party{
			ID: fmt.Sprintf("X%d", i), Role: project.Overseas, Country: "US", Name: project.Name{EN: fmt.Sprint("Partner ", i)},
		})
		m.p.Budget.Rates = append(m.p.Budget.Rates, project.ExchangeRate{
			Currency: Must(money.ParseCurrency(code)), PerUnit: m.number(1, 4000, 4), Date: m.p.Info.Start, Source: text("고시", "Notice"),
		})
	}
}

// foreign are the currencies of the partners.
func (m *maker) foreign() []string {
	others := slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return code == m.p.Grant.Code() })
	return others[:m.size.Currencies]
}

// amount draws an amount.
func (m *maker) amount(most int64) project.Amount { return project.Amount(m.r.Int64N(most)) }

// entry leaves the indirect cost of most institutions to be computed.
func (m *maker) entry(party string) project.Institution {
	entry := project.Institution{Party: party, IndirectRate: money.NewPercent(m.number(0, 40, 2))}
	given := m.r.IntN(4) == 0
	for range m.size.Phases {
		entry.Allowance = append(entry.Allowance, m.amount(50_000_000))
		if given {
			entry.Indirect = append(entry.Indirect, m.amount(90_000_000))
		}
	}
	return entry
}

// number draws a number with some decimals, from least up to most.
func (m *maker) number(least, most, places int) money.Decimal {
	whole, fraction, ten := least+m.r.IntN(most-least), 0, 1
	for range places {
		ten *= 10
	}
	if places > 0 {
		fraction = m.r.IntN(ten)
	}
	return Must(money.ParseDecimal(fmt.Sprintf("%d.%0*d", whole, max(places, 1), fraction)))
}

func (m *maker) domestic() string { return m.p.Parties[m.r.IntN(m.size.Institutions)].ID }

func (m *maker) person(i int) {
	s := project.Staff{
		ID: fmt.Sprintf("S%d", i+1), Party: m.domestic(), Name: text("연구원", "Researcher"), Category: keys[m.r.IntN(2)],
		Source: sources[m.r.IntN(len(sources))], Monthly: m.amount(12_000_000), Support: m.r.IntN(4) == 0,
	}
	for range m.size.Phases {
		s.Participation = append(s.Participation, money.NewPercent(m.number(0, 100, 2)))
	}
	m.p.Budget.People = append(m.p.Budget.People, s)
}

func (m *maker) line(i int) {
	l := project.Line{
		ID: fmt.Sprintf("L%d", i+1), Party: m.domestic(), Category: keys[m.r.IntN(len(keys))],
		Phase: m.p.Phases[m.r.IntN(m.size.Phases)].ID, Source: sources[m.r.IntN(4)],
		Item: text("시약과 재료", "Reagents and materials"), Justification: text("연구에 필요함", "needed for the research"),
		Quantity: m.number(0, 50, 3), UnitPrice: m.number(0, 3_000_000, 2), Expert: m.r.IntN(9) == 0,
	}
	switch n := m.r.IntN(m.size.Currencies + 3); {
	case n < m.size.Currencies:
		l.Currency, l.UnitPrice = m.p.Budget.Rates[n].Currency, m.number(0, 5_000, 2)
	case n == m.size.Currencies:
		l.Currency = m.p.Grant
	}
	m.p.Budget.Lines = append(m.p.Budget.Lines, l)
}

func (m *maker) payment(i int) {
	payee := m.r.IntN(m.size.Currencies)
	pay := project.Payment{
		ID: fmt.Sprintf("A%d", i+1), Payer: m.domestic(), Payee: fmt.Sprintf("X%d", payee), Currency: m.p.Budget.Rates[payee].Currency,
	}
	for _, phase := range m.p.Phases {
		planned := m.amount(1_000_000_000)
		pay.Phases = append(pay.Phases, planned)
		parts := Must(money.Split(planned.In(m.p.Grant), []int64{1, m.r.Int64N(5), m.r.Int64N(5)}))
		for j, part := range parts {
			pay.Instalments = append(pay.Instalments, project.Instalment{
				ID: fmt.Sprintf("%s-%s-%d", pay.ID, phase.ID, j+1), Phase: phase.ID, Amount: project.Amount(part.Minor()), Due: phase.Start,
				Event: text("계약", "contract"), Evidence: text("계약서", "the contract"),
			})
		}
	}
	m.p.Budget.Payments = append(m.p.Budget.Payments, pay)
}

func text(ko, en string) project.Text { return project.Text{KO: ko, EN: en} }
