package call

import (
	"reflect"
	"strings"
	"sync"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/expression"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Besides the keys of a project file, expressions know these names.
const (
	nameFunds     = "funds"      // the computed budget
	nameContracts = "contracts"  // with the options chosen
	nameSettings  = "settings"   // readings of the call that apply
	nameLimits    = "limits"     // of the law, in basis points
	nameTerms     = "thresholds" // of the law: an amount, months or days
	nameToday     = "today"      // the day for which is asked
	namePoint     = "point"      // the point for which is asked
	nameFiles     = "files"      // what came in and can be read, by what it is for
)

// Funds of a project as expressions see them. Amounts are in the currency of the
// grant.
type fundsView struct {
	Total        money.Amount      `yaml:"total"`
	Government   money.Amount      `yaml:"government"`
	Own          money.Amount      `yaml:"own"`
	Abroad       money.Amount      `yaml:"international"`
	Phases       []phaseView       `yaml:"phases"`
	Institutions []institutionView `yaml:"institutions"`
	Lines        []lineView        `yaml:"lines"`
	Payments     []paymentView     `yaml:"payments"`
}

type phaseView struct {
	ID         string       `yaml:"id"`
	Total      money.Amount `yaml:"total"`
	Government money.Amount `yaml:"government"`
	Own        money.Amount `yaml:"own"`
	Abroad     money.Amount `yaml:"international"`
}

type institutionView struct {
	Party      string       `yaml:"party"`
	Total      money.Amount `yaml:"total"`
	Government money.Amount `yaml:"government"`
	OwnCash    money.Amount `yaml:"own_cash"`
	OwnInKind  money.Amount `yaml:"own_in_kind"`
	Other      money.Amount `yaml:"other"`
	Cash       money.Amount `yaml:"cash"`
	Direct     money.Amount `yaml:"direct"`
	DirectCash money.Amount `yaml:"direct_cash"`
	Allowance  money.Amount `yaml:"allowance"`
	Indirect   money.Amount `yaml:"indirect"`
	Abroad     money.Amount `yaml:"international"`
	Phases     []sourceView `yaml:"phases"`
}

// sourceView is what an institution has of other money than the government's in
// one phase.
type sourceView struct {
	Phase     string       `yaml:"phase"`
	OwnCash   money.Amount `yaml:"own_cash"`
	OwnInKind money.Amount `yaml:"own_in_kind"`
	Other     money.Amount `yaml:"other"`
}

type lineView struct {
	ID     string       `yaml:"id"`
	Amount money.Amount `yaml:"amount"`
}

type paymentView struct {
	ID     string       `yaml:"id"`
	Payer  string       `yaml:"payer"`
	Payee  string       `yaml:"payee"`
	Amount money.Amount `yaml:"amount"` // in the currency of the grant
}

// scope is what the expressions of all rules may speak of.
var scope = sync.OnceValue(func() *expression.Scope {
	names := expression.Names{
		nameFunds:     reflect.TypeFor[fundsView](),
		nameContracts: reflect.TypeFor[[]Contract](),
		nameSettings:  reflect.TypeFor[map[string]string](),
		nameLimits:    reflect.TypeFor[map[string]money.Percent](),
		nameTerms:     reflect.TypeFor[map[string]int64](),
		nameToday:     reflect.TypeFor[calendar.Date](),
		namePoint:     reflect.TypeFor[string](),
		nameFiles:     reflect.TypeFor[[]string](),
	}
	t := reflect.TypeFor[project.Project]()
	for i := range t.NumField() {
		if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" && key != "-" {
			names[key] = t.Field(i).Type
		}
	}
	s, err := expression.NewScope(names)
	if err != nil {
		panic(err) // a type of ours that expressions do not know
	}
	return s
})

// Fields lists the names that expressions may use with their types, a line each.
func Fields() []string { return scope().Fields() }

// expressions returns what the expressions of rules see of the project.
func (e *env) expressions() *expression.Vars {
	if e.vars != nil {
		return e.vars
	}
	roots := map[string]expression.Root{
		nameContracts: {Value: e.in.Contracts},
		nameSettings:  {Value: e.settings()},
		nameLimits:    {Value: e.limits()},
		nameTerms:     {Value: e.thresholds()},
		namePoint:     {Value: string(e.in.At)},
		nameFiles:     {Value: e.files()},
		nameFunds:     {Missing: e.in.Budget == nil},
		nameToday:     {Value: e.in.Date, Missing: e.in.Date.IsZero()},
	}
	if e.in.Budget != nil {
		roots[nameFunds] = expression.Root{Value: viewOf(e.in.Budget)}
	}
	v := reflect.ValueOf(e.in.Project).Elem()
	for i := range v.NumField() {
		if key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); key != "" && key != "-" {
			roots[key] = expression.Root{Value: v.Field(i).Interface(), Path: key, File: e.root.Get(key)}
		}
	}
	e.vars = scope().Vars(roots)
	return e.vars
}

func (e *env) settings() map[string]string {
	all := map[string]string{}
	for _, s := range e.in.Call.Settings {
		all[s.ID] = e.in.Call.Setting(e.in.Project, s.ID)
	}
	return all
}

func (e *env) limits() map[string]money.Percent {
	all := map[string]money.Percent{}
	for _, l := range e.in.Law.Limits {
		all[l.Key] = l.Percent
	}
	return all
}

func (e *env) thresholds() map[string]int64 {
	all := map[string]int64{}
	for _, t := range e.in.Law.Thresholds {
		all[t.Key] = max(t.Months, t.Days, t.Count)
		if t.Amount.IsZero() {
			continue
		}
		if a, ok := e.in.Project.InGrant(t.Amount); ok {
			all[t.Key] = a.Minor()
		} else {
			delete(all, t.Key) // nothing can be measured against it
		}
	}
	return all
}

// files lists what came in and can be read, by what it is for.
func (e *env) files() []string {
	var all []string
	for _, r := range e.in.Project.Received {
		if state := e.in.Received[r.File]; state.Exists && state.Readable {
			all = append(all, r.For)
		}
	}
	return all
}

func viewOf(b *budget.Budget) fundsView {
	view := fundsView{
		Total: b.Totals.Total, Government: b.Totals.Government, Own: b.Totals.Own, Abroad: b.Totals.International,
	}
	for _, p := range b.Phases {
		view.Phases = append(view.Phases, phaseView{p.ID, p.Totals.Total, p.Totals.Government, p.Totals.Own, p.Totals.International})
	}
	for _, in := range b.Institutions {
		view.Institutions = append(view.Institutions, institutionOf(in, b))
	}
	for _, l := range b.Lines {
		view.Lines = append(view.Lines, lineView{l.ID, l.Amount})
	}
	for _, p := range b.Payments {
		view.Payments = append(view.Payments, paymentView{p.ID, p.Payer, p.Payee, p.Paid})
	}
	return view
}

func institutionOf(in *budget.Institution, b *budget.Budget) institutionView {
	t := in.Totals
	view := institutionView{
		Party: in.Party.ID, Total: t.Total, Government: t.Government, OwnCash: t.OwnCash, OwnInKind: t.OwnInKind, Other: t.Other,
		Cash: t.Cash, Direct: t.Direct, DirectCash: money.New(t.Cash.Minor()-t.Indirect.Minor(), t.Cash.Currency()),
		Allowance: in.Measure(budget.AllowanceCost, budget.AllPhases), Indirect: t.Indirect, Abroad: t.International,
	}
	for i, p := range in.Phases {
		view.Phases = append(view.Phases, sourceView{b.Phases[i].ID, p.OwnCash, p.OwnInKind, p.Other})
	}
	return view
}
