package merge

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Base is what the templates of every document see.
type Base struct {
	Project   project.Info
	Proposal  project.Proposal
	Period    calendar.Period
	Call      CallView
	Lead      *project.Party
	Phases    []project.Phase
	Date      calendar.Date // the date that the document bears
	Annotated bool
	Beside    bool // the text stands beside the other language
	Draft     bool
}

// CallView is the call as templates see it.
type CallView struct {
	Title         diag.Text
	Agency        diag.Text
	AgencyShort   diag.Text
	Ministry      diag.Text
	MinistryShort diag.Text
}

// NewBase collects what every document sees.
func NewBase(p *project.Project, c *call.Call, date calendar.Date) Base {
	return Base{
		Project: p.Info, Proposal: p.Proposal, Period: p.Period(), Lead: p.Lead(), Phases: p.Phases, Date: date,
		Call: CallView{
			Title: c.Title.Diag(), Agency: c.Agency.Name.Diag(), AgencyShort: c.Agency.Short.Diag(),
			Ministry: c.Ministry.Name.Diag(), MinistryShort: c.Ministry.Short.Diag(),
		},
	}
}

// Contract is what the templates of an agreement see.
type Contract struct {
	Base
	Agreement  *project.Agreement
	Cover      bool // the key terms and the contents stand on pages of their own
	Overseas   []*project.Party
	ModelA     []*project.Party // those of Overseas that are R&D institutions themselves
	ModelB     []*project.Party // those outside the project agreement
	Entrusted  []*project.Party // those that do a part of the project for the lead
	Parties    []*project.Party
	Work       []project.Work
	Roles      []project.RoleRow
	Results    []project.Result
	Background []project.Background
	DataFlows  Flows
	Ethics     []project.Ethics
	Excellence []project.Excellence // of the overseas parties
	Payments   []Payment
	Funding    []Funding
	Originals  money.Count
}

// Payment is the international joint R&D funds of one overseas party.
type Payment struct {
	Payee        string
	Payer        string
	Currency     money.Currency
	Rate         money.Decimal // units of the grant's currency per unit
	RateDate     calendar.Date
	Recognition  string // group "recognition" of the words
	Total        money.Amount
	TotalForeign money.Amount // the sum of the instalments in the contract currency
	Phases       []PhasePayment
	Instalments  []Instalment
}

// Instalment is one payment in the currency of the grant and in that of the
// contract.
type Instalment struct {
	*project.Instalment
	Amount  money.Amount
	Foreign money.Amount
}

// PhasePayment is what one payee gets in one phase.
type PhasePayment struct {
	Phase   string
	Amount  money.Amount
	Foreign money.Amount
}

// Funding is one party's part of the project cost: the funds that it
// administers, without what it passes on to overseas parties.
type Funding struct {
	Party      string
	Government money.Amount
	Own        money.Amount // in cash and in kind
	OwnCash    money.Amount
	OwnInKind  money.Amount
	Total      money.Amount
}

// NewContract collects what the templates of a contract see.
func NewContract(base Base, p *project.Project, b *budget.Budget, plan *agreement.Plan) (Contract, error) {
	c := Contract{
		Base: base, Agreement: plan.Agreement, Cover: plan.Type.Contents, Overseas: plan.Overseas, Parties: plan.Parties, Work: p.Work,
		Roles: plan.Roles(p), Results: plan.Results(p), Background: plan.Background(p),
		DataFlows: newFlows(plan, plan.DataFlows(p)), Ethics: plan.Ethics(p),
		Originals: money.Count{N: int64(len(plan.Parties)), Unit: money.Original},
	}
	for _, e := range p.Evidence.Excellence {
		if slices.ContainsFunc(plan.Overseas, func(o *project.Party) bool { return o.ID == e.Party }) {
			c.Excellence = append(c.Excellence, e)
		}
	}
	for _, party := range plan.Overseas {
		if party.Role == project.JointForeign {
			c.ModelA = append(c.ModelA, party)
		} else {
			c.ModelB = append(c.ModelB, party)
		}
		for _, y := range b.PaymentsTo(party.ID) {
			c.Payments = append(c.Payments, payment(p, y))
		}
	}
	for _, party := range plan.Parties {
		if party.Role == project.Entrusted {
			c.Entrusted = append(c.Entrusted, party)
		}
		f, err := funding(b, party.ID)
		if err != nil {
			return Contract{}, err
		}
		c.Funding = append(c.Funding, f)
	}
	return c, nil
}

func payment(p *project.Project, y budget.Payment) Payment {
	out := Payment{
		Payee: y.Payee, Payer: y.Payer, Currency: y.Total.Currency(), Rate: y.Rate,
		Recognition: y.Recognition, Total: y.Paid, TotalForeign: y.Total,
	}
	for _, i := range y.Instalments {
		out.Instalments = append(out.Instalments, Instalment{Instalment: i.Instalment, Amount: i.Paid, Foreign: i.Foreign})
	}
	for _, r := range p.Budget.Rates {
		if r.Currency == out.Currency {
			out.RateDate = r.Date
		}
	}
	for i, phase := range p.Phases {
		if i < len(y.Planned) && i < len(y.Foreign) {
			out.Phases = append(out.Phases, PhasePayment{Phase: phase.ID, Amount: y.Planned[i], Foreign: y.Foreign[i]})
		}
	}
	return out
}

// funding adds up a party's own budget, less the funds that it passes on, plus
// the funds that it receives.
func funding(b *budget.Budget, id string) (Funding, error) {
	f := Funding{Party: id, Government: b.Amount(0), Own: b.Amount(0), OwnCash: b.Amount(0), OwnInKind: b.Amount(0)}
	var err error
	if in := b.Institution(id); in != nil {
		f.Own, f.OwnCash, f.OwnInKind = in.Totals.Own, in.Totals.OwnCash, in.Totals.OwnInKind
		if f.Government, err = in.Totals.Government.Sub(in.Totals.International); err != nil {
			return Funding{}, err
		}
	}
	for _, y := range b.PaymentsTo(id) {
		if f.Government, err = f.Government.Add(y.Paid); err != nil {
			return Funding{}, err
		}
	}
	f.Total, err = f.Government.Add(f.Own)
	return f, err
}
