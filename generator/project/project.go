// Package project is the domain: one international joint R&D project as its
// project file states it, and what must be true of every project whatever the
// call. Names follow the glossary of the field: the project agreement (협약) is
// concluded with the agency, the contract (계약) between institutions.
package project

import (
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Text is prose in both languages of the documents.
type Text struct {
	source.At
	EN string `yaml:"en"`
	KO string `yaml:"ko"`
}

// In returns the prose in the language asked for.
func (t Text) In(lang diag.Lang) string {
	if lang == diag.Korean {
		return t.KO
	}
	return t.EN
}

// Name is the full name of an institution or a person. Native is the name in
// its own script; KO is the name in Korean text, if it differs from both.
type Name struct {
	source.At
	EN     string `yaml:"en"`
	Native string `yaml:"native"`
	KO     string `yaml:"ko"`
}

// Project is the whole project file.
type Project struct {
	File       *source.File   `yaml:"-"` // where every value stands
	Grant      money.Currency `yaml:"-"` // of the call; all amounts are in it
	Format     int64          `yaml:"pactwright"`
	Info       Info           `yaml:"project"`
	Parties    []Party        `yaml:"parties"`
	Phases     []Phase        `yaml:"phases"`
	Work       []Work         `yaml:"work_packages"`
	Roles      []RoleRow      `yaml:"roles"`
	Results    []Result       `yaml:"results"`
	KPI        KPI            `yaml:"kpi"`
	Budget     Budget         `yaml:"budget"`
	Award      *Award         `yaml:"award"` // nil: nothing else than what was asked for
	Background []Background   `yaml:"background"`
	DataFlows  []DataFlow     `yaml:"data_flows"`
	Agreements []Agreement    `yaml:"agreements"`
	Letters    []Letter       `yaml:"letters"`
	Documents  []Document     `yaml:"documents"`
	Changes    []Change       `yaml:"changes"`
	Proposal   Proposal       `yaml:"proposal"`
	Evidence   Evidence       `yaml:"evidence"`
	Received   []Received     `yaml:"received"`
	Waivers    []Waiver       `yaml:"waivers"`

	Edits     []Edit            `yaml:"edits"`
	Approvals []ArticleApproval `yaml:"approvals"`
}

// Info is what identifies the project.
type Info struct {
	source.At
	ID            string               `yaml:"id"`
	Title         Text                 `yaml:"title"`
	Purpose       Text                 `yaml:"purpose"`
	Number        string               `yaml:"number"` // given by the agency after selection; may be empty
	Call          string               `yaml:"call"`
	LawVersion    string               `yaml:"law_version"`
	Settings      source.Pairs[string] `yaml:"settings"`      // settings of the call that this project sets otherwise
	LawOverrides  []LawOverride        `yaml:"law_overrides"` // provisions that reach the project later
	Track         string               `yaml:"track"`
	Field         string               `yaml:"field"`
	Keywords      []Text               `yaml:"keywords"`
	TRL           TRL                  `yaml:"trl"`
	Start         calendar.Date        `yaml:"start"`
	End           calendar.Date        `yaml:"end"`
	Date          calendar.Date        `yaml:"date"` // the date that documents bear unless they have their own
	SubmittedOn   calendar.Date        `yaml:"submission_date"`
	Channel       string               `yaml:"submission_channel"`
	AgreementDate calendar.Date        `yaml:"agreement_date"` // of the project agreement (협약), planned or concluded
	Security      string               `yaml:"security_class"`
	ExportControl string               `yaml:"export_control"`
	Approval      *SecurityApproval    `yaml:"security_approval"` // nil: none is stated
}

// SecurityApproval is the ministry's prior approval of joint research abroad.
type SecurityApproval struct {
	source.At
	State     string        `yaml:"state"` // planned, applied, approved
	Reference string        `yaml:"reference"`
	Date      calendar.Date `yaml:"date"`
	Council   calendar.Date `yaml:"council"` // on which the institution's own security council looked at it
}

// LawOverride replaces one figure or provision of the law version, with its
// reason.
type LawOverride struct {
	source.At
	Provision     string        `yaml:"provision"`      // key of a limit, a threshold or a citation
	Value         string        `yaml:"value"`          // of a figure, with its unit
	Says          Text          `yaml:"says"`           // of a provision without a figure
	EffectiveFrom calendar.Date `yaml:"effective_from"` // zero: always
	AppliesTo     Text          `yaml:"applies_to"`
	Reason        Text          `yaml:"reason"`
}

// TRL is the technology readiness level at the start and at the end.
type TRL struct {
	source.At
	Start int64 `yaml:"start"`
	End   int64 `yaml:"end"`
}

// Role is what an institution is in the project.
type Role string

// Roles. An overseas institution stands outside the project agreement (model
// B); a joint_foreign one is a joint R&D institution itself (model A, Decree
// 2(1)3).
const (
	Lead         Role = "lead"
	Joint        Role = "joint"
	Entrusted    Role = "entrusted"
	Overseas     Role = "overseas"
	JointForeign Role = "joint_foreign"
)

// IsForeign reports whether the role is that of an institution abroad.
func (r Role) IsForeign() bool { return r == Overseas || r == JointForeign }

// Party is one institution of the consortium.
type Party struct {
	source.At
	ID           string       `yaml:"id"`
	Role         Role         `yaml:"role"`
	Model        string       `yaml:"model"` // A or B, of an overseas institution
	Name         Name         `yaml:"name"`
	Short        Text         `yaml:"short"`
	Unit         bool         `yaml:"unit"`   // part of a larger legal person, so that it cannot sign by itself
	Entity       *Name        `yaml:"entity"` // the legal person that contracts, if Unit
	Form         Text         `yaml:"form"`   // "educational foundation" / 학교법인
	Seat         Text         `yaml:"seat"`   // the law it is organised under: "the Republic of Korea"
	Country      string       `yaml:"country"`
	Kind         string       `yaml:"kind"`
	LawClass     string       `yaml:"law_class"`
	Address      Text         `yaml:"address"`
	Web          string       `yaml:"web"`
	Registration Registration `yaml:"registration"`
	Paper        string       `yaml:"paper"`
	Funding      string       `yaml:"funding"`     // gov, gov+own, own, intl_paid, in_kind_only, none
	Independent  bool         `yaml:"independent"` // neither controls nor is controlled by another institution of the project
	People       []Person     `yaml:"people"`
	Signatories  []Signatory  `yaml:"signatories"`
	Notices      Notices      `yaml:"notices"`
	Logo         string       `yaml:"logo"`
	Ban          string       `yaml:"participation_ban"` // none, barred
	OwnRules     []string     `yaml:"own_rules"`         // research_notes, misconduct, ethics, security
}

// Registration is the number under which an institution is registered.
type Registration struct {
	source.At
	Kind   Text   `yaml:"kind"`
	Number string `yaml:"number"`
}

// Person is somebody who takes part.
type Person struct {
	source.At
	ID    string `yaml:"id"`
	Name  Name   `yaml:"name"`
	Title Text   `yaml:"title"`
	Role  string `yaml:"role"` // pi, co_pi, researcher, contact
	Email string `yaml:"email"`
	Phone string `yaml:"phone"`

	ForeignSupport *ForeignSupport `yaml:"foreign_support"` // nil: not stated
	Concurrent     *Concurrent     `yaml:"concurrent"`      // nil: not stated
	Employer       Text            `yaml:"employer"`        // if it is not the institution
	EmployerAgreed bool            `yaml:"employer_agreed"`
}

// ForeignSupport is what a person gets from governments and institutions abroad
// during the project.
type ForeignSupport struct {
	source.At
	State    string        `yaml:"state"` // none, received
	Detail   Text          `yaml:"detail"`
	Approved calendar.Date `yaml:"approved"` // by the head of the own institution
}

// Concurrent counts the national R&D projects that a person works in at the same
// time, this one included.
type Concurrent struct {
	source.At
	Projects int64 `yaml:"projects"`
	Counted  int64 `yaml:"counted"` // without those that the law leaves out
	AsPI     int64 `yaml:"as_pi"`   // of the counted ones
}

// Signatory is somebody who binds the institution.
type Signatory struct {
	source.At
	Name      Name   `yaml:"name"`
	Title     Text   `yaml:"title"`
	Authority Text   `yaml:"authority"`
	Method    string `yaml:"method"` // seal, registered_seal, seal_in_use, signature, e_signature
}

// Notices says where formal notices go.
type Notices struct {
	source.At
	Attention string `yaml:"attention"` // id of a person of the party
	Email     string `yaml:"email"`
	CopyTo    Text   `yaml:"copy_to"`
}

// Phase is one funding period of the call.
type Phase struct {
	source.At
	ID    string        `yaml:"id"`
	Start calendar.Date `yaml:"start"`
	End   calendar.Date `yaml:"end"`
}

// Period returns the phase's first and last day.
func (p Phase) Period() calendar.Period { return calendar.Period{Start: p.Start, End: p.End} }

// Work is one work package.
type Work struct {
	source.At
	ID    string        `yaml:"id"`
	Title Text          `yaml:"title"`
	Lead  string        `yaml:"lead"`
	Start calendar.Date `yaml:"start"`
	End   calendar.Date `yaml:"end"`
}

// RoleRow is what one party does in one work package.
type RoleRow struct {
	source.At
	Party        string        `yaml:"party"`
	Work         string        `yaml:"work_package"`
	Role         Text          `yaml:"role"`
	PersonMonths money.Decimal `yaml:"person_months"` // over the whole project
	Person       string        `yaml:"person"`
	Host         string        `yaml:"host"` // the party at whose premises the work is done; empty: its own
}

// Result is one thing to be delivered.
type Result struct {
	source.At
	ID         string        `yaml:"id"`
	Title      Text          `yaml:"title"`
	Type       string        `yaml:"type"`
	Party      string        `yaml:"party"`
	With       []string      `yaml:"with"`
	Due        calendar.Date `yaml:"due"`
	Acceptance Text          `yaml:"acceptance"`
}

// KPI holds the numeric targets of the project.
type KPI struct {
	source.At
	Papers            int64 `yaml:"sci_papers"`
	Patents           int64 `yaml:"patents"`
	Solutions         int64 `yaml:"solutions"`
	DataDomestic      int64 `yaml:"data_domestic"`
	DataForeign       int64 `yaml:"data_foreign"`
	TrialApplications int64 `yaml:"trial_applications"`
	OverseasApprovals int64 `yaml:"overseas_approvals"`
	ExportContracts   int64 `yaml:"export_contracts"`
}

// Background is something a party brings in.
type Background struct {
	source.At
	ID           string `yaml:"id"`
	Owner        string `yaml:"owner"`
	Title        Text   `yaml:"title"`
	Kind         string `yaml:"kind"`
	Restrictions Text   `yaml:"restrictions"`
}

// DataFlow is one movement of data between parties, viewing included.
type DataFlow struct {
	source.At
	ID              string `yaml:"id"`
	Exporter        string `yaml:"exporter"`
	Importer        string `yaml:"importer"`
	What            Text   `yaml:"what"`
	Records         int64  `yaml:"records"`
	Identifiability string `yaml:"identifiability"`
	Mode            string `yaml:"mode"`
	Purpose         Text   `yaml:"purpose"`
	Location        Text   `yaml:"location"`
	Basis           Text   `yaml:"legal_basis"`
	Instrument      Text   `yaml:"instrument"`
	Retention       Text   `yaml:"retention"`
	Roles           string `yaml:"roles"` // who decides on the processing: separate, joint, processor; empty: as the contract says

	Ground         string     `yaml:"ground"`  // of a transfer abroad: consent, law, contract, certified, recognized
	Timing         Text       `yaml:"timing"`  // told before consent, as the refusal
	Refusal        Text       `yaml:"refusal"` // how to refuse, and what follows
	Safeguards     Text       `yaml:"safeguards"`
	SensitiveBasis string     `yaml:"sensitive_basis"` // separate_consent, statute
	Pseudonyms     *Pseudonym `yaml:"pseudonyms"`      // nil: not stated
}

// Pseudonym says how pseudonymised data are kept apart from what could identify
// a person.
type Pseudonym struct {
	source.At
	KeptApart  Text `yaml:"kept_apart"`
	Combined   bool `yaml:"combined"` // with those of another institution
	CombinedBy Text `yaml:"combined_by"`
}

// Agreement is one contract between parties.
type Agreement struct {
	source.At
	ID        string                `yaml:"id"`
	Parties   []string              `yaml:"parties"`
	Effective calendar.Date         `yaml:"effective_date"`
	Signed    string                `yaml:"signed_text"` // en, ko, both
	Texts     []string              `yaml:"texts"`       // en, ko, en-ko
	Layout    string                `yaml:"layout"`      // of en-ko: columns, or stacked; empty: columns
	Labels    string                `yaml:"party_labels"`
	Package   string                `yaml:"package"`
	Clauses   source.Pairs[*Choice] `yaml:"clauses"`
}

// Choice is the option of one clause slot with its parameters, which only the
// clause library can type.
type Choice struct {
	source.At
	Option string        `yaml:"option"`
	Reason Text          `yaml:"reason"` // why it was chosen
	By     string        `yaml:"by"`     // the party that asked for it
	Node   *source.Value `yaml:"-"`      // the whole mapping, parameters included
}

// Letter is one letter of an overseas institution.
type Letter struct {
	source.At
	ID         string        `yaml:"id"`
	Kind       string        `yaml:"kind"` // loi
	Party      string        `yaml:"party"`
	Date       calendar.Date `yaml:"date"`
	ValidUntil calendar.Date `yaml:"valid_until"`
	State      string        `yaml:"state"` // draft, signed
	Money      string        `yaml:"money"` // approximate, exact, none
	Role       Text          `yaml:"role"`
	Resources  []Resource    `yaml:"resources"`
	Excellence []string      `yaml:"excellence"` // ids of evidence.excellence
	Reason     Text          `yaml:"reason"`
	Operation  Text          `yaml:"operation"`
	Contact    string        `yaml:"contact"` // id of a person of the party
	Binding    string        `yaml:"binding"` // non_binding, binding, mixed

	BindingArticles []string      `yaml:"binding_articles"`   // of a memorandum that binds in part
	SecretUntil     calendar.Date `yaml:"confidential_until"` // the last day of the duty of confidentiality
	Unhindered      bool          `yaml:"no_obstacle"`        // it says that no conflict of interest, sanction or export rule is known
}

// Binds reports whether an article of a memorandum binds. One that binds in part
// without saying which articles do binds in what a letter does: confidentiality
// and names.
func (l *Letter) Binds(article string) bool {
	switch {
	case l.Binding == "binding":
		return true
	case l.Binding != "mixed":
		return false
	case len(l.BindingArticles) == 0:
		return article == "confidentiality" || article == "names"
	}
	return slices.Contains(l.BindingArticles, article)
}

// Document asks for a document that is not made of itself, such as a mutual
// confidentiality agreement before talks.
type Document struct {
	source.At
	Type   string               `yaml:"type"`   // a document type that is made only where asked for
	For    string               `yaml:"for"`    // the id of the party, contract or payment that it is for
	Date   calendar.Date        `yaml:"date"`   // zero: the date of the documents
	Note   Text                 `yaml:"note"`   // what the document has to say beside its standard text
	Values source.Pairs[string] `yaml:"values"` // of the parameters of its type, where they are not the standard
}

// Resource is something a letter offers.
type Resource struct {
	source.At
	Item     Text `yaml:"item"`
	Quantity Text `yaml:"quantity"`
}

// Proposal holds the proposal parts that the call asks for in words.
type Proposal struct {
	source.At
	Justification Text `yaml:"justification"`
	Linkage       Text `yaml:"linkage"`
}

// Evidence is what shows that conditions are met.
type Evidence struct {
	source.At
	Excellence []Excellence `yaml:"excellence"`
	Ethics     []Ethics     `yaml:"ethics"`
	Trial      Trial        `yaml:"trial"`
}

// Excellence is one objective proof of a partner's excellence.
type Excellence struct {
	source.At
	ID        string        `yaml:"id"`
	Party     string        `yaml:"party"`
	Statement Text          `yaml:"statement"`
	Source    string        `yaml:"source"`
	Date      calendar.Date `yaml:"date"`
}

// Ethics is the state of a research-ethics approval at one site.
type Ethics struct {
	source.At
	Party  string        `yaml:"party"`
	Board  Text          `yaml:"board"`
	State  string        `yaml:"state"` // planned, submitted, approved, exempt
	Number string        `yaml:"number"`
	Date   calendar.Date `yaml:"date"`
}

// Trial says whether a clinical trial is needed and, if not, what proves it.
type Trial struct {
	source.At
	Required       bool `yaml:"required"`
	ExemptionProof bool `yaml:"exemption_proof"`
	EthicsApproval bool `yaml:"ethics_approval"`

	PlanApproval string        `yaml:"plan_approval"` // of the plan, by the authority: required, not_required
	DeviceRisk   string        `yaml:"device_risk"`   // low, other
	Start        calendar.Date `yaml:"start"`
}

// Waiver takes responsibility for a rule that the project does not satisfy.
type Waiver struct {
	source.At
	Rule   string        `yaml:"rule"`
	Reason Text          `yaml:"reason"`
	Person string        `yaml:"person"`
	Date   calendar.Date `yaml:"date"`
}

// Received is a file that came in: a signed letter, an approval, a registration.
type Received struct {
	source.At
	For    string        `yaml:"for"` // id of a letter, an agreement, a document of the call or a kind of paper
	File   string        `yaml:"file"`
	Date   calendar.Date `yaml:"date"`
	Signer string        `yaml:"signer"`
	SHA256 string        `yaml:"sha256"` // of the file as it came in, if somebody wrote it down
}
