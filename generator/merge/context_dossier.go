package merge

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// Dossier is what the templates of a document see that is made for each of
// something: the whole project, and the one that the document is for. Where it
// is for a contract, the lists hold only what concerns its parties.
type Dossier struct {
	Base
	Party      *project.Party     // the party that it is for, or the payee
	Agreement  *project.Agreement // the contract that it is for, or that of the payment
	Payment    *Payment           // what the party that it is for is paid
	Instalment *Instalment
	Asked      *project.Document // what the project file says where it asks for the document
	Change     *project.Change   // that it is for
	Changed    ChangedFunds      // by that change
	Others     []*project.Party  // the parties of the contract without the one that it is for
	Signers    []*project.Party  // those who sign
	Exchange   []*project.Party  // those between whom data move
	Boards     []project.Ethics  // the ethics approvals of those
	Reference  bool              // the text is a translation of the one that is signed

	Parties    []*project.Party
	Overseas   []*project.Party
	Work       []project.Work
	Roles      []project.RoleRow
	Results    []project.Result
	KPI        project.KPI
	Background []project.Background
	DataFlows  []project.DataFlow
	Excellence []project.Excellence
	Ethics     []project.Ethics
	Trial      project.Trial
	Letters    []project.Letter
	Received   []project.Received
	Payments   []Payment
	Funding    []Funding
	Articles   []ArticleRow // of the contract that it is for
	Originals  money.Count  // how many originals of that contract are signed

	Costs        Budget        // the computed budget of the whole project
	Pledges      []Pledge      // what institutions bear themselves
	Requirements []Requirement // what the contract that it is for answers, and where
	Point        string        // code of the point for which the pack is made: application, agreement, running
	At           diag.Text     // its name
	Track        diag.Text     // of the call
	Field        diag.Text     // empty if the call knows no such field
	Enclosures   []Enclosure   // what the call asks for at that point
}

// Enclosure is one document that the call asks for at the point for which the
// pack is made.
type Enclosure struct {
	Title  diag.Text
	Copies money.Count
}

// ArticleRow is one article or exhibit of a contract with the option chosen in
// it, for documents about that contract.
type ArticleRow struct {
	Slot           string
	Code           string    // of the clause catalogue
	Title          diag.Text // of the article
	Number         diag.Text // as a reference prints it; empty before the contract is made
	Page           int       // of the signed text; 0 before the contract is made
	Default        bool      // the standard option, with its own parameters
	Rank           string    // preferred, fallback, approval
	Wants          diag.Text
	Costs          diag.Text
	Differs        diag.Text
	Risk           diag.Text
	PartnerPolicy  diag.Text
	KoreanPriority string
	Law            []string   // keys of citations
	Call           []string   // ids of rules
	Params         []ParamRow // that have a value
}

// Deviates reports whether the office has something to look at in the article:
// another option than the standard one, one that is not the preferred one, or a
// value that was changed.
func (r ArticleRow) Deviates() bool {
	return !r.Default || r.Rank != "" && r.Rank != "preferred" || len(r.Changed()) > 0
}

// Changed returns the parameters that the project sets otherwise than the option
// does.
func (r ArticleRow) Changed() []ParamRow {
	return those(r.Params, func(p ParamRow) bool { return p.Changed })
}

// Valued returns the parameters of which the value can be printed: all but
// tables, flags that are off and choices that have no words.
func (r ArticleRow) Valued() []ParamRow {
	return those(r.Params, func(p ParamRow) bool { return p.Shown })
}

// ParamRow is a parameter of an article. Templates print its value with paramof,
// that of shares with sharesof; of a flag that is on the title says it all.
type ParamRow struct {
	Name    string
	Title   diag.Text
	Type    string
	Shown   bool // its value can be printed
	Changed bool // the project sets it, and not to the default
}

// NewDossier collects what the templates of such a document see about the whole
// project.
func NewDossier(base Base, p *project.Project, b *budget.Budget) (Dossier, error) {
	d := Dossier{
		Base: base, Overseas: p.Overseas(), Work: p.Work, Roles: p.Roles, Results: p.Results, KPI: p.KPI,
		Background: p.Background, DataFlows: p.DataFlows, Excellence: p.Evidence.Excellence, Ethics: p.Evidence.Ethics,
		Trial: p.Evidence.Trial, Letters: p.Letters, Received: p.Received,
	}
	for i := range p.Parties {
		party := &p.Parties[i]
		d.Parties = append(d.Parties, party)
		for _, y := range b.PaymentsTo(party.ID) {
			d.Payments = append(d.Payments, payment(p, y))
		}
		f, err := funding(b, party.ID)
		if err != nil {
			return Dossier{}, err
		}
		d.Funding = append(d.Funding, f)
		if y, ok := pledge(b, party.ID); ok {
			d.Pledges = append(d.Pledges, y)
		}
	}
	d.Costs = NewBudget(base, p, b)
	return d, nil
}

// ForParty narrows a dossier to one party: its own roles, results, payments and
// proofs.
func (d Dossier) ForParty(party *project.Party) Dossier {
	d.Party, d.Signers = party, []*project.Party{party}
	if d.Lead != nil && d.Lead != party {
		d.Signers = []*project.Party{d.Lead, party}
	}
	d.Roles = those(d.Roles, func(r project.RoleRow) bool { return r.Party == party.ID })
	d.Results = those(d.Results, func(r project.Result) bool { return r.Party == party.ID || slices.Contains(r.With, party.ID) })
	d.Background = those(d.Background, func(b project.Background) bool { return b.Owner == party.ID })
	d.DataFlows = those(d.DataFlows, func(f project.DataFlow) bool { return f.Exporter == party.ID || f.Importer == party.ID })
	d.Exchange = exchange(d.Parties, d.DataFlows)
	d.Boards = those(d.Ethics, func(e project.Ethics) bool {
		return slices.ContainsFunc(d.Exchange, func(p *project.Party) bool { return p.ID == e.Party })
	})
	d.Excellence = those(d.Excellence, func(e project.Excellence) bool { return e.Party == party.ID })
	d.Ethics = those(d.Ethics, func(e project.Ethics) bool { return e.Party == party.ID })
	d.Letters = those(d.Letters, func(l project.Letter) bool { return l.Party == party.ID })
	d.Payments = those(d.Payments, func(y Payment) bool { return y.Payee == party.ID })
	d.Funding = those(d.Funding, func(f Funding) bool { return f.Party == party.ID })
	d.Pledges = those(d.Pledges, func(y Pledge) bool { return y.Party == party.ID })
	if len(d.Payments) > 0 {
		d.Payment = &d.Payments[0]
	}
	return d
}

// ForContract narrows a dossier to the parties of one contract.
func (d Dossier) ForContract(p *project.Project, plan *agreement.Plan) Dossier {
	d.Agreement, d.Parties, d.Overseas, d.Signers = plan.Agreement, plan.Parties, plan.Overseas, plan.Parties
	d.Roles, d.Results, d.Background = plan.Roles(p), plan.Results(p), plan.Background(p)
	d.DataFlows, d.Ethics = plan.DataFlows(p), plan.Ethics(p)
	d.Exchange, d.Boards = exchange(d.Parties, d.DataFlows), d.Ethics
	in := func(id string) bool { return slices.Contains(plan.Agreement.Parties, id) }
	d.Excellence = those(d.Excellence, func(e project.Excellence) bool { return in(e.Party) })
	d.Letters = those(d.Letters, func(l project.Letter) bool { return in(l.Party) })
	d.Payments = those(d.Payments, func(y Payment) bool { return in(y.Payee) && in(y.Payer) })
	d.Funding = those(d.Funding, func(f Funding) bool { return in(f.Party) })
	d.Pledges = those(d.Pledges, func(y Pledge) bool { return in(y.Party) })
	d.Originals = money.Count{N: int64(len(plan.Parties)), Unit: money.Original}
	if len(plan.Overseas) > 0 {
		d.Party = plan.Overseas[0]
	}
	return d
}

// ForChange narrows the dossier of a contract to one of its changes, with the
// institution that joins, leaves or asks for it.
func (d Dossier) ForChange(p *project.Project, c *project.Change) (Dossier, error) {
	d.Change, d.Party = c, p.Party(c.Party)
	if d.Party == nil {
		d.Party = p.Lead()
	}
	d.Others = those(d.Parties, func(x *project.Party) bool { return x.ID != c.Party })
	if !slices.Contains(d.Parties, d.Party) {
		d.Signers = append(slices.Clone(d.Parties), d.Party)
	}
	d.Originals = money.Count{N: int64(len(d.Signers)), Unit: money.Original}
	var err error
	d.Changed, err = NewChangedFunds(p, c)
	return d, err
}

// exchange returns the parties between which data move, in their order.
func exchange(parties []*project.Party, flows []project.DataFlow) []*project.Party {
	return those(parties, func(p *project.Party) bool {
		return slices.ContainsFunc(flows, func(f project.DataFlow) bool { return f.Exporter == p.ID || f.Importer == p.ID })
	})
}

// those returns the rows that are wanted, in a list of its own.
func those[T any](rows []T, wanted func(T) bool) []T {
	var out []T
	for _, r := range rows {
		if wanted(r) {
			out = append(out, r)
		}
	}
	return out
}

// DossierConditions are the names of conditions under which such a document is
// made.
var DossierConditions = []string{"funded", "unfunded", "data_flows", "human_subjects", "excellence", "trial_exempt", "commercial", "model_a", "joint", "own_cash", "own_in_kind", "justification", "linkage", "limited_data_set", "change_join", "change_leave", "change_amend"}

// Holds reports whether a condition holds for what the document is for.
func (d Dossier) Holds(condition string) bool {
	switch condition {
	case "":
		return true
	case "funded":
		return len(d.Payments) > 0
	case "unfunded":
		return len(d.Payments) == 0
	case "data_flows":
		return len(d.DataFlows) > 0
	case "human_subjects":
		return len(d.Ethics) > 0 || len(d.DataFlows) > 0
	case "excellence":
		return len(d.Excellence) > 0
	case "trial_exempt":
		return !d.Trial.Required
	case "commercial":
		return d.Project.Track == "commercialization"
	case "joint":
		return d.Party != nil && (d.Party.Role == project.Joint || d.Party.Role == project.Entrusted)
	case "justification":
		return written(d.Proposal.Justification)
	case "linkage":
		return written(d.Proposal.Linkage)
	case "own_cash":
		return slices.ContainsFunc(d.Pledges, func(y Pledge) bool { return !y.Cash.IsZero() })
	case "own_in_kind":
		return slices.ContainsFunc(d.Pledges, func(y Pledge) bool { return !y.Kind.IsZero() })
	case "model_a":
		return slices.ContainsFunc(d.Overseas, func(p *project.Party) bool { return p.Role == project.JointForeign })
	case "limited_data_set":
		return slices.ContainsFunc(d.DataFlows, func(f project.DataFlow) bool { return f.Identifiability == "limited_data_set" })
	}
	kind, asks := strings.CutPrefix(condition, "change_")
	return asks && d.Change != nil && d.Change.Kind == kind
}

// written reports whether a text is there in both languages.
func written(t project.Text) bool {
	return strings.TrimSpace(t.EN) != "" && strings.TrimSpace(t.KO) != ""
}
