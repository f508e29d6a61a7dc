package law

import "pactwright/generator/source"

// Deadline is one date that a law, a call, a contract or the project file sets,
// as data: a date itself, or a term counted from one. Package timeline knows the
// names of dates, of those concerned and of conditions.
type Deadline struct {
	source.At
	ID      string   `yaml:"id"`
	Title   Text     `yaml:"title"`
	Who     string   `yaml:"who"`     // lead, institutions, companies, payee …
	DateOf  string   `yaml:"date_of"` // the date itself: window.close, results.due …
	From    string   `yaml:"from"`    // or the date, or the id of an entry further up, from which Term or Yearly counts
	Term    Length   `yaml:"term"`
	Yearly  *Yearly  `yaml:"yearly"`
	Each    string   `yaml:"each"`    // agreement: once for each contract
	Article string   `yaml:"article"` // slot of the contract that it follows from, if Term does not name it
	Last    bool     `yaml:"last"`    // only from the last of several dates of one contract
	Instead string   `yaml:"instead"` // slot.name: a date of the contract that stands in place of the counted one
	When    []string `yaml:"when"`    // conditions that must all hold
	Cite    []string `yaml:"cite"`    // keys of citations
	Source  string   `yaml:"source"`  // of the call
	Section Text     `yaml:"section"` // of that source
	Found   bool     `yaml:"found"`   // a source says so; false: a default that says it is one
	Note    Text     `yaml:"note"`
	Days    bool     `yaml:"days_left"` // say how many days are left
	Remind  int64    `yaml:"remind"`    // days before, for calendars; 0: no reminder
}

// Length is a term before or after a date. Just one of the others is set.
type Length struct {
	Days      int64    `yaml:"days"`
	Months    int64    `yaml:"months"`
	Years     int64    `yaml:"years"`
	Threshold string   `yaml:"threshold"` // key of a threshold of the law
	Param     []string `yaml:"param"`     // slot.name: the first of them that the contract has
	Before    bool     `yaml:"before"`
}

// Yearly is a day of several years, beginning with the year after a date.
type Yearly struct {
	Month int64 `yaml:"month"`
	Day   int64 `yaml:"day"` // 31: the last of the month
	Times int64 `yaml:"times"`
}

// Holiday is a day that is a public holiday every year.
type Holiday struct {
	Month int64 `yaml:"month"`
	Day   int64 `yaml:"day"`
	Name  Text  `yaml:"name"`
	Found bool  `yaml:"found"`
}
