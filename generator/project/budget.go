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
}
