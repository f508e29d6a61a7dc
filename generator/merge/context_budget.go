package merge

import (
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Budget is what the templates of the budget see. Every figure is computed; a
// template only prints.
type Budget struct {
	Base
	Sources       []string // those with money, in the order of the budget
	ByPhase       []PhaseSum
	ByInstitution []InstitutionSum
	Total         PhaseSum // of the whole project
	Largest       PhaseSum // the phase with the most money
	Capped        bool     // the call states what it allows in a phase
	Charted       bool     // there is money, and not more of anything than a chart can show
	Categories    []Grid
	BySource      []GridRow   // category × source; Amounts are in the order of Sources
	InKind        []SplitGrid // category × phase in cash and in kind; none if nothing is in kind
	Institutions  []InstitutionBudget
	People        []PeopleTable
	Unpaid        bool // some posts are not paid by the project
	Lines         []LineRow
	LinesTotal    money.Amount
	Rates         []budget.Rate // without the grant's own currency
	Payments      []Payment
	Stress        *StressTable  // nil: no test
	Years         *YearTable    // nil: no phase has dates
	Award         *AwardView    // nil: nothing else than what was asked for
	Rounded       *money.Amount // the unit to which rows are rounded down; nil: the minor unit
	Limits        []LimitRow
	Cited         []Cited // what the rows of Limits cite
}

// Cited is a provision with the number by which rows cite it.
type Cited struct {
	Number int
	Text   diag.Text
}

// PhaseSum is the money of one phase, or of all of them.
type PhaseSum struct {
	Phase         string // empty: the whole project
	Period        calendar.Period
	Months        int
	BySource      []money.Amount // in the order of Sources
	Total         money.Amount
	International money.Amount
	Government    *money.Percent // share of the government in the total; nil of nothing
	Cap, Left     money.Amount   // zero Amounts: the call states none
}

// InstitutionSum is the money of one institution.
type InstitutionSum struct {
	Party         string
	Name          diag.Text // short
	Role          project.Role
	BySource      []money.Amount
	Total         money.Amount
	International money.Amount
	Share         *money.Percent // of the whole project; nil of nothing
}

// InstitutionBudget is the budget of one institution: its categories by source
// and phase.
type InstitutionBudget struct {
	Party    string
	Name     diag.Text // short
	Rate     money.Percent
	Stated   bool // the project states the rate; else it is the default of the law
	Basis    project.Text
	Computed bool // the indirect cost was computed from the rate
	Grids    []Grid
}

// LineRow is one cost line.
type LineRow struct {
	*project.Line
	Institution diag.Text
	Name        diag.Text // of the category
	Foreign     bool      // the price is in another currency
	Rate        money.Decimal
	Amount      money.Amount
	Change      *money.Amount // part of Amount: what an award changed; nil: nothing
}

// LimitRow is one limit of the law as one institution keeps or breaks it.
type LimitRow struct {
	Institution diag.Text
	Phase       string // empty: the whole project
	Name        diag.Text
	Part, Base  diag.Text
	Amount, Of  money.Amount
	Bound       money.Amount
	Percent     money.Percent
	Least       bool
	Forbidden   bool
	Kept        bool
	Recognised  bool
	Taken       bool // the reading that is judged, where the call leaves two open
	Other       bool // the other reading, not judged
	Cite        int  // number of a Cited; 0 cites nothing
}

// NewBudget collects what the templates of the budget see.
func NewBudget(base Base, p *project.Project, b *budget.Budget) Budget {
	t := tables{b: b}
	for _, s := range budget.Sources() {
		if b.HasSource(s) {
			t.sources = append(t.sources, s)
		}
	}
	out := Budget{
		Base: base, Sources: t.sources, Total: t.whole(base.Period),
		Stress: t.stress(), Years: t.years(), Award: t.award(p), Rounded: t.rounded(), Categories: t.categories(""), BySource: t.bySource(), InKind: t.inKind(), People: t.people(), LinesTotal: b.Amount(0),
	}
	for i, phase := range b.Phases {
		row := t.phase(i)
		out.ByPhase = append(out.ByPhase, row)
		out.Capped = out.Capped || phase.Cap != money.Amount{}
		if i == 0 || row.Total.Minor() > out.Largest.Total.Minor() {
			out.Largest = row
		}
	}
	for _, in := range b.Institutions {
		out.ByInstitution = append(out.ByInstitution, t.institution(in))
		out.Institutions = append(out.Institutions, t.detail(in))
	}
	out.Charted = len(t.sources) > 0 && len(out.ByPhase) <= doc.MaxFigureRows && len(out.ByInstitution) <= doc.MaxFigureRows
	for _, person := range b.People {
		out.Unpaid = out.Unpaid || person.Source == budget.Unpaid
	}
	for _, l := range b.Lines {
		out.Lines = append(out.Lines, t.line(l))
		out.LinesTotal = plus(out.LinesTotal, l.Amount)
	}
	for _, r := range b.Rates {
		if r.Entry != nil {
			out.Rates = append(out.Rates, r)
		}
	}
	for _, y := range b.Payments {
		out.Payments = append(out.Payments, payment(p, y))
	}
	for _, l := range b.Limits {
		row := t.limit(l)
		row.Cite = out.cite(l.Cite)
		out.Limits = append(out.Limits, row)
	}
	return out
}

// plus adds amounts of a budget, whose whole sum money can hold.
func plus(a, b money.Amount) money.Amount { return money.New(a.Minor()+b.Minor(), a.Currency()) }

func minus(a, b money.Amount) money.Amount { return plus(a, b.Neg()) }

// sharePlaces is how many decimals a share is shown with.
const sharePlaces = 1

// shareOf returns what a part is of a whole, to be shown; nil of nothing.
func shareOf(part, whole money.Amount) *money.Percent {
	p, err := money.PercentOf(part, whole, sharePlaces)
	if err != nil {
		return nil
	}
	return &p
}

func (t tables) limit(l budget.Limit) LimitRow {
	return LimitRow{
		Institution: t.nameOf(l.Party), Phase: l.Phase, Name: l.Name, Part: l.Part.Name(), Base: l.Base.Name(),
		Amount: l.Amount, Of: l.Of, Bound: l.Bound, Percent: l.Percent, Least: l.Least, Forbidden: l.Forbidden,
		Kept: l.Kept, Recognised: l.Recognised, Other: l.Other, Taken: !l.Other && t.hasOther(l),
	}
}

// hasOther reports whether a limit has another reading that is shown beside it.
func (t tables) hasOther(l budget.Limit) bool {
	for _, o := range t.b.Limits {
		if o.Other && o.Key == l.Key && o.Party == l.Party && o.Phase == l.Phase {
			return true
		}
	}
	return false
}

// rounded returns the unit to which rows are rounded down, if it is not the
// minor unit.
func (t tables) rounded() *money.Amount {
	unit := t.b.Options.RoundingUnit
	if unit.Minor() <= 1 {
		return nil
	}
	return &unit
}

// cite returns the number of a citation among those cited so far and now.
func (b *Budget) cite(text diag.Text) int {
	if text.IsZero() {
		return 0
	}
	for _, c := range b.Cited {
		if c.Text == text {
			return c.Number
		}
	}
	b.Cited = append(b.Cited, Cited{Number: len(b.Cited) + 1, Text: text})
	return len(b.Cited)
}
