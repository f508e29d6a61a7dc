package call

import (
	"slices"

	"pactwright/generator/diag"
)

// Contract is a contract with the options that were chosen for its articles and
// the values of their parameters.
type Contract struct {
	ID      string            `yaml:"id"`
	Parties []string          `yaml:"parties"`
	Options map[string]string `yaml:"options"` // by the name of the article
	Values  map[string]Value  `yaml:"values"`  // by article.parameter, of a column article.parameter.column
}

// Value is the value of a parameter. Of the column of a table it is the largest.
type Value struct {
	Number int64     `yaml:"number"` // a count in its unit, basis points of a percentage
	Choice string    `yaml:"choice"` // or the value of a choice, or true or false of a flag
	Text   diag.Text `yaml:"-"`      // as people read it
}

// hasOption reports whether the contract has one of the options, written
// article/option. None at all are had by every contract.
func (c Contract) hasOption(ids []string) bool {
	if len(ids) == 0 {
		return true
	}
	for slot, option := range c.Options {
		if slices.Contains(ids, slot+"/"+option) {
			return true
		}
	}
	return false
}

// value returns the first of the parameters that has a value, as people read it.
func (c Contract) value(names []string) diag.Text {
	for _, name := range names {
		if v, ok := c.Values[name]; ok {
			return v.Text
		}
	}
	return diag.Text{}
}

// contract returns the contract with the id, an empty one if there is none.
func (e *env) contract(id string) Contract {
	i := slices.IndexFunc(e.in.Contracts, func(c Contract) bool { return c.ID == id })
	if i < 0 {
		return Contract{}
	}
	return e.in.Contracts[i]
}
