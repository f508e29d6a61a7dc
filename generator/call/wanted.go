package call

import (
	"slices"

	"pactwright/generator/diag"
)

// Stated is something that a rule wants a contract to state. One of the anchors
// stands where it does.
type Stated struct {
	Name    diag.Text
	Anchors []string
}

// Wanted is what each rule wants one contract to state, by the id of the rule.
// Rules that say nothing about the clauses of contracts are not in it; one that
// does not concern the contract has an empty list.
type Wanted map[string][]Stated

// WantedOf returns what the rules want a contract to state that has the anchors,
// whenever they are due.
func WantedOf(in Input, contract string, stands func(anchor string) bool) Wanted {
	e := newEnv(in)
	x := e.contract(contract)
	all := Wanted{}
	for i := range in.Rules {
		rule := &in.Rules[i]
		c, ok := rule.checker.(*clausePresent)
		if !ok {
			continue
		}
		all[rule.ID] = nil
		if _, excluded := e.excluded(rule); excluded || !c.concerns(e, x) {
			continue
		}
		for _, p := range c.Parts {
			if p.concerns(x, stands) {
				all[rule.ID] = append(all[rule.ID], Stated{Name: p.Name.Diag(), Anchors: p.Anchors})
			}
		}
	}
	return all
}

// concerns reports whether a contract has a party that the rule speaks of.
func (c *clausePresent) concerns(e *env, x Contract) bool {
	return slices.ContainsFunc(c.members(e), func(m member) bool { return slices.Contains(x.Parties, m.ID) })
}
