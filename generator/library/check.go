package library

import "pactwright/generator/source"

// Check is what must hold for the parameters of an option, beside their types.
// An operand names a parameter of the same option, or slot.parameter of another
// article; where that article or parameter is not there, the check does not
// apply.
type Check struct {
	source.At
	Rule     string               `yaml:"rule"`     // the code of the finding, of the rules of contracts: X-18
	Severity string               `yaml:"severity"` // blocking, unmet, warning; empty: blocking
	Kind     string               `yaml:"kind"`     // one of CheckKinds
	Of       []string             `yaml:"of"`       // operands; of at_most, less_than and at_least their sum is compared
	With     string               `yaml:"with"`     // the operand that they are compared with
	Limit    string               `yaml:"limit"`    // or a number, in the unit of the operands
	Setting  string               `yaml:"setting"`  // or the number that a setting of the call has; none does not limit
	Table    string               `yaml:"table"`    // of whole, disjoint, in_kind and rows_at_most
	Columns  []string             `yaml:"columns"`  // of whole the one with the shares, then those that group the rows; of in_kind party and value; of rows_at_most the one that is compared
	Where    source.Pairs[string] `yaml:"where"`    // of rows_at_most: the rows that have these choices; a bar stands between several values
	If       source.Pairs[string] `yaml:"if"`       // applies only where these choices and flags have these values
	When     string               `yaml:"when"`     // of only: the condition without which the option cannot stand
	Law      []string             `yaml:"law"`      // keys of citations, for the reason
	Message  Text                 `yaml:"message"`  // what is wrong; empty: said from the operands
	Why      Text                 `yaml:"why"`
	Fix      Text                 `yaml:"fix"`
}

// CheckKinds are the kinds of checks: sums that are at most, less than or at
// least another value, counts above zero, shares of a table that make up one
// hundred percent, rows of a table that differ, parameters that are chosen all
// or not at all, a combination that is never right, an option that stands only
// under a condition, contributions in kind that make up those of the budget, rows
// of a table in each of which a value is at most a number.
var CheckKinds = []string{"at_most", "less_than", "at_least", "positive", "whole", "disjoint", "together", "never", "only", "in_kind", "rows_at_most"}
