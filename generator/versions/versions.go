// Package versions compares two versions of a project as a reader asks about
// them: parties, amounts, dates, options and parameters, the other data, then the
// words of each contract, then the cells of the budget workbook.
package versions

import (
	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
	"pactwright/generator/project"
	"pactwright/generator/review"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
)

// Version is one version of a project, as far as it could be made.
type Version struct {
	File      *source.File     // nil: the project file cannot be read
	Project   *project.Project // nil: it could not be understood
	Budget    *budget.Budget   // nil: it could not be computed
	Contracts []Contract
	Dates     []Date
	Book      *sheet.Workbook // nil: there is none
	Words     merge.Words
}

// Contract is a contract with its text in one language; the text is nil if it
// could not be made.
type Contract struct {
	Plan *agreement.Plan
	Text *doc.Resolved
}

// Date is a date of a project, whose id stays the same as long as what it is for
// does.
type Date struct {
	ID   string
	What diag.Text
	Date calendar.Date
}

// Kind says what became of something.
type Kind string

// Kinds of changes.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Change is one value that differs.
type Change struct {
	Kind       Kind         `json:"kind"`
	What       diag.Text    `json:"what"`
	Old        diag.Text    `json:"old,omitzero"`
	New        diag.Text    `json:"new,omitzero"`
	Difference diag.Text    `json:"difference,omitzero"` // of amounts and numbers, exactly
	OldPlace   string       `json:"old_place,omitempty"` // line of the project file, or cell
	NewPlace   string       `json:"new_place,omitempty"`
	Redline    []doc.Inline `json:"-"` // of a text; nil: Old and New say it
}

// ContractChange is what differs in one contract.
type ContractChange struct {
	ID       string
	Kind     Kind // added and removed contracts have no articles
	Articles []review.Versioned
}

// Comparison is everything that differs between two versions.
type Comparison struct {
	Parties   []Change
	Amounts   []Change
	Dates     []Change
	Choices   []Change
	Other     []Change
	Contracts []ContractChange
	Cells     []Change
	Missing   []diag.Text // what could not be compared
}

// Same reports whether nothing differs, as far as it was compared.
func (c Comparison) Same() bool {
	return len(c.Parties)+len(c.Amounts)+len(c.Dates)+len(c.Choices)+len(c.Other)+len(c.Contracts)+len(c.Cells) == 0
}

// Compare compares two versions.
func Compare(old, new Version) Comparison {
	var c Comparison
	c.fields(old, new)
	c.amounts(old, new)
	c.dates(old, new)
	c.contracts(old, new)
	c.cells(old, new)
	return c
}

// missing says that something could not be compared, and in which version it is
// not there.
func (c *Comparison) missing(what diag.Text, old, new bool) {
	which := diag.T("in both versions", "두 판 모두")
	switch {
	case old && !new:
		which = diag.T("in the old version", "이전 판")
	case new && !old:
		which = diag.T("in the new version", "새 판")
	}
	c.Missing = append(c.Missing, diag.T("%s: cannot be made %s", "%s: 만들 수 없음(%s)", what, which))
}

// kindOf tells what became of something from its two texts.
func kindOf(old, new diag.Text) Kind {
	switch {
	case old.IsZero():
		return Added
	case new.IsZero():
		return Removed
	}
	return Changed
}

func both(text string) diag.Text { return diag.Text{EN: text, KO: text} }
