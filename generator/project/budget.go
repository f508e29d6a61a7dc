package project

import (
	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Budget is the budget as the project file states it; package budget computes
// totals from it. All amounts are in the currency of the grant unless a line names
// another one.
type Budget struct {
	source.At
	Rates        []ExchangeRate `yaml:"rates"`
	Institutions []Institution  `yaml:"institutions"`
	People       []Staff        `yaml:"people"`
	Lines        []Line         `yaml:"lines"`
	Payments     []Payment      `yaml:"payments"`
}

// ExchangeRate is a rate fixed for the contract: units of the grant's currency
// per one unit.
type ExchangeRate struct {
	source.At
	Currency money.Currency `yaml:"currency"`
	PerUnit  money.Decimal  `yaml:"krw_per_unit"`
	Date     calendar.Date  `yaml:"date"`
	Source   Text           `yaml:"source"`
}

// Institution holds what is set per institution: rates, and amounts that are
// given and not computed, each a list with one amount per phase.
type Institution struct {
	source.At
	Party         string        `yaml:"party"`
	IndirectRate  money.Percent `yaml:"indirect_rate"`
	IndirectBasis Text          `yaml:"indirect_basis"`
	Indirect      []Amount      `yaml:"indirect"`           // per phase; empty: computed to the limit
	Allowance     []Amount      `yaml:"allowance"`          // per phase; empty: none, or computed
	ToLimit       bool          `yaml:"allowance_to_limit"` // the allowance is computed to its limit
	VAT           string        `yaml:"vat"`                // excluded: no refundable tax is planned; not_refundable: the tax is planned since nobody refunds it
	PaidIn        []PaidIn      `yaml:"paid_in"`
	Settlement    *Settlement   `yaml:"settlement"` // nil: not yet settled
}

// PaidIn is the day on which money other than the government's is paid into the
// account of the project, planned or done.
type PaidIn struct {
	source.At
	Phase  string        `yaml:"phase"`
	Source string        `yaml:"source"` // own_cash, other
	Date   calendar.Date `yaml:"date"`
}

// Settlement is what an institution used of its funds, as it reports after the
// project or stage has ended, and what the settlement came to.
type Settlement struct {
	source.At
	DirectUsed Amount        `yaml:"direct_used"`    // direct cost used in cash, of all sources
	Given      Amount        `yaml:"in_kind_given"`  // of what was planned in kind
	Refused    Amount        `yaml:"not_recognised"` // cash not recognised as properly used
	Allowance  []Payout      `yaml:"allowance_paid"`
	Notified   calendar.Date `yaml:"notified"`  // the day of the notice of what is to be paid back
	PaidBack   calendar.Date `yaml:"paid_back"` // the day on which it was
}

// Payout is the research allowance that one person got.
type Payout struct {
	source.At
	Person string `yaml:"person"` // id of a post of the budget
	Amount Amount `yaml:"amount"`
}

// Money sources.
const (
	Government = "gov"
	OwnCash    = "own_cash"
	OwnInKind  = "own_in_kind"
	Other      = "other"
)

// Staff is one person or post paid from, or contributed to, the project.
type Staff struct {
	source.At
	ID            string          `yaml:"id"`
	Party         string          `yaml:"party"`
	Name          Text            `yaml:"name"`
	Category      string          `yaml:"category"` // PERS, STUD
	Source        string          `yaml:"source"`   // gov, own_cash, own_in_kind, unpaid
	Monthly       Amount          `yaml:"monthly"`  // a month at 100 %
	Participation []money.Percent `yaml:"participation"`
	NewHire       bool            `yaml:"new_hire"`
	Support       bool            `yaml:"support_staff"`
	Person        string          `yaml:"person"`         // the human being, if several posts are one person's
	OtherProjects []money.Percent `yaml:"other_projects"` // share of time elsewhere, per phase
	CashGround    string          `yaml:"cash_ground"`    // why a company may pay in cash: registered_provider, state_owned, recognised
	Employment    string          `yaml:"employment"`     // faculty, civil_servant
	Degree        string          `yaml:"degree"`         // for which a student studies: bachelor, master, doctor
}

// Line is one cost line: quantity times unit price in one phase.
type Line struct {
	source.At
	ID            string         `yaml:"id"`
	Party         string         `yaml:"party"`
	Category      string         `yaml:"category"`
	Phase         string         `yaml:"phase"`
	Item          Text           `yaml:"item"`
	Quantity      money.Decimal  `yaml:"quantity"`
	UnitPrice     money.Decimal  `yaml:"unit_price"`
	Currency      money.Currency `yaml:"currency"` // zero value: that of the grant
	Source        string         `yaml:"source"`
	Payee         string         `yaml:"payee"`
	Justification Text           `yaml:"justification"`
	Expert        bool           `yaml:"external_expertise"`
	Bought        calendar.Date  `yaml:"bought"`          // planned day of purchase, lease or contract
	Shared        bool           `yaml:"sharing_checked"` // no existing equipment can be shared
	Reviewed      bool           `yaml:"review_done"`     // by the national guideline on equipment
	OriginalPrice Amount         `yaml:"original_price"`  // of own equipment given in kind
	Acquired      calendar.Date  `yaml:"acquired"`        // of own equipment given in kind
	Use           string         `yaml:"use"`             // travel_abroad, secondment, invitation, technology, bank_fee: what has rules of its own
	Recognition   string         `yaml:"recognition"`     // of a need, where the law asks for that: planned, applied, granted
}

// Payment is the international joint R&D funds of one overseas payee, booked
// in the budget of the paying institution.
type Payment struct {
	source.At
	ID          string         `yaml:"id"`
	Payer       string         `yaml:"payer"`
	Payee       string         `yaml:"payee"`
	Currency    money.Currency `yaml:"currency"`
	Phases      []Amount       `yaml:"phases"` // per phase
	Recognition string         `yaml:"recognition"`
	AccountOf   string         `yaml:"account_of"` // whose account the money is transferred to: id of a party
	Instalments []Instalment   `yaml:"instalments"`
}

// Instalment is one payment: an amount that the contract rate turns into the
// payee's currency.
type Instalment struct {
	source.At
	ID       string        `yaml:"id"`
	Phase    string        `yaml:"phase"`
	Amount   Amount        `yaml:"amount"`
	Due      calendar.Date `yaml:"due"`
	Event    Text          `yaml:"event"`
	Evidence Text          `yaml:"evidence"`

	Committed calendar.Date `yaml:"committed"` // the day on which the spending was committed, if it is paid after the end
	Paid      calendar.Date `yaml:"paid"`      // the day of the transfer, once it was made
	Entered   calendar.Date `yaml:"entered"`   // the day on which it was entered in the fund system, with its evidence
}
