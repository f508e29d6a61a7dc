// Package budget computes a project's budget from its cost lines: amounts by
// institution, cost category, phase and source of money, payments abroad in the
// currency of the contract, and how the amounts stand to the limits of the law.
//
// Everything is in the currency of the grant and exact. An amount that is a
// product is rounded once, half up to the minor unit; an amount that a rate
// limits is rounded down. The budget workbook computes the same figures with the
// same rules in formulas.
package budget

import (
	"fmt"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Keys of the cost categories (비목) that the rules name: Standards for Use of
// R&D Funds, Art. 5. Order and names come from the law version.
const (
	Personnel         = "PERS"
	StudentPersonnel  = "STUD"
	Equipment         = "EQUIP"
	Materials         = "MATL"
	Activity          = "ACT"
	Allowance         = "ALLOW"
	SecurityAllowance = "SECA"
	Entrusted         = "ENTR"
	International     = "INTL"
	Burden            = "BURD"
	Indirect          = "IND"
)

// Unpaid is the source of staff whom the project does not pay. Their time
// counts in the base of the allowance and nowhere else.
const Unpaid = "unpaid"

// Sources returns the sources of money in the order in which budgets show them.
func Sources() []string {
	return []string{project.Government, project.OwnCash, project.OwnInKind, project.Other}
}

// Budget is a computed budget. All amounts are in the currency of the grant
// unless they say otherwise.
type Budget struct {
	Currency     money.Currency // of the grant
	Phases       []Phase
	Categories   []Category
	Institutions []*Institution // in the order of the parties; only those with money
	Rates        []Rate         // the grant's own currency first
	People       []Person
	Lines        []CostLine
	Payments     []Payment
	Years        []Year
	Limits       []Limit              // every limit that was looked at, kept or not
	Cells        []Cell               // every amount above zero
	Unchecked    map[string]diag.Text // what could not be looked at, by the code that reports a breach
	Totals       Totals
	Options      Options
	Law          *law.Version
	End          calendar.Date // the last day of the project
	Requested    *Budget       // what was asked for, if the agency awarded less; else nil

	cells        table
	institutions map[string]int
	categories   map[string]int
	phases       map[string]int
	sources      map[string]int
}

// Phase is one phase with its totals over all institutions.
type Phase struct {
	ID     string
	Period calendar.Period
	Months int
	Cap    money.Amount // government money that the call allows; the zero Amount: not stated
	Totals Totals
}

// Category is one cost category with its totals over all institutions.
type Category struct {
	Key    string
	Name   diag.Text
	Direct bool
	Totals Totals
}

// Institution is one institution that has money of the project.
type Institution struct {
	Party        *project.Party
	Entry        *project.Institution // nil if the budget says nothing about it
	IndirectRate money.Percent        // the rate in effect: stated, or the default of the law
	RateStated   bool
	RateKey      string         // of the limit that gives the default rate; empty without a default
	Allowance    []money.Amount // per phase
	Indirect     []money.Amount // per phase, given or computed
	Computed     bool           // the indirect cost was computed
	ToLimit      bool           // the allowance was computed
	CostSource   string         // the source that bears allowance and indirect cost
	Totals       Totals
	Phases       []Totals // per phase

	currency money.Currency
	measures map[Measure][]int64 // per phase, in minor units
}

// Rate is an exchange rate fixed for the contract, in units of the grant's
// currency per unit.
type Rate struct {
	Currency money.Currency
	PerUnit  money.Decimal
	Entry    *project.ExchangeRate // nil for the grant's own currency
}

// Person is one post with its cost per phase.
type Person struct {
	*project.Staff
	Amounts []money.Amount  // per phase
	Cut     []money.Amount  // what an award changes, part of Amounts; nil without one
	Months  []money.Decimal // person-months per phase
	Total   money.Amount
}

// CostLine is one cost line with its amount. Cost is quantity times price in the
// currency of the line, unrounded.
type CostLine struct {
	*project.Line
	Currency money.Currency
	Rate     money.Decimal
	Cost     money.Decimal
	Amount   money.Amount
	Cut      money.Amount // what an award changes, part of Amount
}

// Payment is what one payee abroad gets. Its totals are sums of the instalments:
// a total converted as a whole could differ by a cent.
type Payment struct {
	*project.Payment
	Rate        money.Decimal
	Instalments []Instalment
	Planned     []money.Amount // per phase
	Foreign     []money.Amount // per phase, in the currency of the contract
	Paid        money.Amount   // the sum of the instalments
	Total       money.Amount   // in the currency of the contract
	Stressed    []money.Amount // per phase, what Foreign costs in the stress test
	StressedSum money.Amount   // their sum
}

// Instalment is one payment in the currency of the grant and in that of the
// contract.
type Instalment struct {
	*project.Instalment
	Paid    money.Amount
	Foreign money.Amount
}

// Cell is the amount of one institution in one category and phase from one
// source.
type Cell struct {
	Party, Category, Phase, Source string
	Amount                         money.Amount
}

// Totals are sums by source and by kind of cost.
type Totals struct {
	Government    money.Amount
	OwnCash       money.Amount
	OwnInKind     money.Amount
	Other         money.Amount
	Own           money.Amount // cash and in kind
	Cash          money.Amount // everything but in kind
	Direct        money.Amount
	Indirect      money.Amount
	International money.Amount // part of Direct
	Total         money.Amount
}

// Source returns the total of one source of money.
func (t Totals) Source(source string) money.Amount {
	switch source {
	case project.Government:
		return t.Government
	case project.OwnCash:
		return t.OwnCash
	case project.OwnInKind:
		return t.OwnInKind
	case project.Other:
		return t.Other
	}
	return money.New(0, t.Total.Currency())
}

// Sum adds up the cells of a selection; an empty text selects all. Asking for
// something that the budget does not know is an error.
func (b *Budget) Sum(party, category, phase, source string) (money.Amount, error) {
	var at selection
	for _, s := range []struct {
		index map[string]int
		key   string
		what  string
		to    *int
	}{
		{b.institutions, party, "institution", &at.institution},
		{b.categories, category, "category", &at.category},
		{b.phases, phase, "phase", &at.phase},
		{b.sources, source, "source of money", &at.source},
	} {
		*s.to = all
		if s.key == "" {
			continue
		}
		i, known := s.index[s.key]
		if !known {
			return money.Amount{}, fmt.Errorf("the budget has no %s %q", s.what, s.key)
		}
		*s.to = i
	}
	return b.Amount(b.cells.sum(at)), nil
}

// Amount returns a number of minor units as an amount of the budget.
func (b *Budget) Amount(minor int64) money.Amount { return money.New(minor, b.Currency) }

// GovernmentTotal returns the government's money in a phase, or in all of them
// if phase is empty.
func (b *Budget) GovernmentTotal(phase string) (money.Amount, error) {
	return b.Sum("", "", phase, project.Government)
}

// OwnCashTotal returns what the institutions bear in cash.
func (b *Budget) OwnCashTotal(phase string) (money.Amount, error) {
	return b.Sum("", "", phase, project.OwnCash)
}

// OwnInKindTotal returns what the institutions bear in kind.
func (b *Budget) OwnInKindTotal(phase string) (money.Amount, error) {
	return b.Sum("", "", phase, project.OwnInKind)
}

// IntlTotal returns the international joint R&D funds.
func (b *Budget) IntlTotal(phase string) (money.Amount, error) {
	return b.Sum("", International, phase, "")
}

// PhaseTotal returns the whole budget of a phase, or of all of them if phase is
// empty.
func (b *Budget) PhaseTotal(phase string) (money.Amount, error) {
	return b.Sum("", "", phase, "")
}

// Institution returns the institution with the id of the party, or nil.
func (b *Budget) Institution(party string) *Institution {
	i, known := b.institutions[party]
	if !known {
		return nil
	}
	return b.Institutions[i]
}

// PaymentsTo returns the payments to a payee.
func (b *Budget) PaymentsTo(payee string) []Payment {
	var to []Payment
	for _, p := range b.Payments {
		if p.Payee == payee {
			to = append(to, p)
		}
	}
	return to
}

// HasSource reports whether a source of money occurs.
func (b *Budget) HasSource(source string) bool { return !b.Totals.Source(source).IsZero() }
