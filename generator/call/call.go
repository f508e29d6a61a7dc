// Package call holds one call for proposals as data and judges a project by it.
//
// A file in data/calls says what the call offers and asks for: tracks, phases,
// caps, the window, documents, and rules. Each rule cites its source, names a
// check with parameters, and carries its own tests; a call is added without Go.
// [Check] judges the rules that need only the project's data, [Trace] those
// that need the clauses of a contract. What the project file declares and what
// is attached as a file are told apart in every [Result].
package call

import (
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/law"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Call is one call for proposals, a file in data/calls.
type Call struct {
	File       *source.File   `yaml:"-"`
	ID         string         `yaml:"id"`
	Title      law.Text       `yaml:"title"`
	Agency     Body           `yaml:"agency"`
	Ministry   Body           `yaml:"ministry"`
	LawVersion string         `yaml:"law_version"` // id of the law version that applies
	Currency   money.Currency `yaml:"currency"`    // of the grant: of caps and of all amounts of a project
	Review     law.Review     `yaml:"review"`
	Sources    []law.Source   `yaml:"sources"`
	Tracks     []Track        `yaml:"tracks"`
	Fields     []Option       `yaml:"fields"`
	Phases     []Phase        `yaml:"phases"`
	Window     Window         `yaml:"window"`
	Contact    Contact        `yaml:"contact"`
	Countries  Countries      `yaml:"countries"`
	Settings   []Setting      `yaml:"settings"`
	Notes      []Note         `yaml:"notes"`
	Documents  []Asked        `yaml:"documents"`
	Papers     []string       `yaml:"papers"` // document types that only some calls have made
	Submission Submission     `yaml:"submission"`
	BudgetForm BudgetForm     `yaml:"budget_form"`
	Deadlines  []law.Deadline `yaml:"deadlines"`
	Rules      []Rule         `yaml:"rules"`
}

// BudgetForm is the order in which the agency's form asks for the budget of one
// institution. A call without one has no rows.
type BudgetForm struct {
	source.At
	Unit  project.Amount `yaml:"unit"`  // in which amounts are asked for
	Found bool           `yaml:"found"` // read in the agency's form; false: a default to be checked
	Note  law.Text       `yaml:"note"`
	Rows  []FormRow      `yaml:"rows"`
}

// FormRow is one line of a form: cost categories, all their money or a part.
type FormRow struct {
	source.At
	Name       law.Text `yaml:"name"`
	Categories []string `yaml:"categories"`
	Money      string   `yaml:"money"` // all, cash, in_kind
}

// Body is the agency that runs the call or the ministry behind it.
type Body struct {
	ID    string   `yaml:"id"`
	Name  law.Text `yaml:"name"`
	Short law.Text `yaml:"short"`
}

// Track is one kind of project that the call supports. A project names exactly
// one.
type Track struct {
	source.At
	ID       string                       `yaml:"id"`
	Name     law.Text                     `yaml:"name"`
	TRL      TRL                          `yaml:"trl"`
	Projects int64                        `yaml:"projects"` // how many projects the call selects
	Caps     source.Pairs[project.Amount] `yaml:"caps"`     // government money, by phase
	Total    project.Amount               `yaml:"total"`    // government money, all phases
}

// TRL is the range of technology readiness levels that a track asks for.
type TRL struct {
	Min int64 `yaml:"min"`
	Max int64 `yaml:"max"`
}

// Option is one of several things that a project chooses from.
type Option = law.Option

// Phase is one funding period of the call.
type Phase struct {
	source.At
	ID     string        `yaml:"id"`
	Label  law.Text      `yaml:"label"`
	Start  calendar.Date `yaml:"start"`
	End    calendar.Date `yaml:"end"`
	Months int64         `yaml:"months"` // as the call states them
}

// Period returns the phase's first and last day.
func (p Phase) Period() calendar.Period { return calendar.Period{Start: p.Start, End: p.End} }

// Window is the time in which applications are taken. If the call does not
// state the hour of closing, Hour names the setting by which a project does.
type Window struct {
	source.At
	Open  calendar.Date `yaml:"open"`
	Close calendar.Date `yaml:"close"`
	Hour  string        `yaml:"hour"`
	Note  law.Text      `yaml:"note"`
}

// Period returns the first and the last day of the window.
func (w Window) Period() calendar.Period { return calendar.Period{Start: w.Open, End: w.Close} }

// Contact is where the call says that questions go, as it prints it.
type Contact struct {
	source.At
	Team  law.Text  `yaml:"team"`
	Phone []string  `yaml:"phone"`
	Email []Address `yaml:"email"`
}

// Address is an address as the text of the call prints it, and the one to which
// its link leads, if it has a link to another one.
type Address struct {
	Printed string `yaml:"printed"`
	Link    string `yaml:"link"`
}

// Countries are those that the call speaks of. They advise and never exclude.
type Countries struct {
	source.At
	Preferred     []string `yaml:"preferred"` // ISO 3166 codes that the call names
	PreferredAsOf law.Text `yaml:"preferred_as_of"`
	Forum         law.Text `yaml:"forum"`
	Members       []Member `yaml:"members"`
	AsOf          law.Text `yaml:"as_of"` // when the list of members was true
	Others        []Other  `yaml:"others"`
	Note          law.Text `yaml:"note"`
}

// Other is a country that stands beside the members of the forum.
type Other struct {
	Code     string   `yaml:"code"`
	Standing law.Text `yaml:"standing"` // with the date at which it was true
}

// Member is a member of the forum: a country, or a union of several.
type Member struct {
	Code      string   `yaml:"code"`
	Countries []string `yaml:"countries"` // of a union; empty: the code is the country's
}

// Setting is a point that the call leaves open, with the reading taken unless
// the project sets another. In a [Rulebook] a call also has those of the law
// version, where it has none of its own.
type Setting = law.Setting

// Note is something about the text of the call that a reader should know.
type Note struct {
	source.At
	ID   string   `yaml:"id"`
	Text law.Text `yaml:"text"`
}

// Asked is one document of the submission, in the order of the call's list.
type Asked struct {
	source.At
	ID    string   `yaml:"id"`
	Title law.Text `yaml:"title"`
	Kind  string   `yaml:"kind"` // what it is to the pack: plan, proposal, letter, agreement, budget, evidence, form
	When  Point    `yaml:"when"`
	Per   string   `yaml:"per"`   // one per project, overseas (party) or agreement
	File  string   `yaml:"file"`  // name in the submission without an ending; see [Asked.Name]
	From  string   `yaml:"from"`  // what received files of it are for, if not its id
	Needs string   `yaml:"needs"` // the condition under which a project hands it in, as of document types; empty: always
	Types []string `yaml:"types"` // document types of which the documents made here answer it, before what was received
	Cite  Cite     `yaml:"cite"`
	Note  law.Text `yaml:"note"`

	MaxSize  Size       `yaml:"max_size"`  // of each file, as in 10 MiB; empty: not stated
	MaxPages int64      `yaml:"max_pages"` // of each PDF; 0: not stated
	Formats  []string   `yaml:"formats"`   // the endings that are taken, as in pdf; empty: not stated
	Declared Path[bool] `yaml:"declared"`  // what the project file says of having it, which proves nothing
}

// Cites reports whether the source with the id is one of the call's own.
func (c *Call) Cites(source string) bool {
	return slices.ContainsFunc(c.Sources, func(s law.Source) bool { return s.ID == source })
}

// Amount returns an amount in the currency of the grant.
func (c *Call) Amount(minor int64) money.Amount { return money.New(minor, c.Currency) }

// Track returns the track with the id.
func (c *Call) Track(id string) (Track, bool) {
	for _, t := range c.Tracks {
		if t.ID == id {
			return t, true
		}
	}
	return Track{}, false
}

// Phase returns the phase with the id.
func (c *Call) Phase(id string) (Phase, bool) {
	for _, p := range c.Phases {
		if p.ID == id {
			return p, true
		}
	}
	return Phase{}, false
}

// Period returns the days from the first phase's start to the last one's end.
func (c *Call) Period() calendar.Period {
	if len(c.Phases) == 0 {
		return calendar.Period{}
	}
	return calendar.Period{Start: c.Phases[0].Start, End: c.Phases[len(c.Phases)-1].End}
}

// Received returns what a file that came in is for if it is this document, for
// one party if there is one per party: ethics_approval, excellence-US1.
func (a Asked) Received(party string) string {
	id := a.ID
	if a.From != "" {
		id = a.From
	}
	if a.Per == "project" {
		return id
	}
	return id + "-" + party
}

// Name returns the file name of the document in the submission, without an
// ending. The id is that of the overseas party or of the agreement for which the
// file is, and is not used if there is one file per project.
func (a Asked) Name(id string) string {
	return strings.NewReplacer("{party}", id, "{agreement}", id).Replace(a.File)
}
