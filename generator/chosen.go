package generator

import (
	"strconv"

	"pactwright/generator/agreement"
	"pactwright/generator/call"
)

// chosen lists the contracts with the options of their articles and the values
// of their parameters.
func (s *state) chosen() []call.Contract {
	var all []call.Contract
	for _, p := range s.plans {
		c := call.Contract{
			ID: p.Agreement.ID, Parties: p.Agreement.Parties,
			Options: map[string]string{}, Values: map[string]call.Value{},
		}
		for _, a := range p.All() {
			c.Options[a.Option.Slot] = a.Option.Name
			for name, v := range a.Params {
				addValue(c.Values, a.Option.Slot+"."+name, v)
			}
		}
		all = append(all, c)
	}
	return all
}

// addValue adds what rules can look at in a parameter; of each column of a table
// the largest value.
func addValue(values map[string]call.Value, name string, v agreement.Value) {
	for _, row := range v.Rows {
		for column, cell := range row.Cells {
			addValue(values, name+"."+column, cell)
		}
	}
	n, counts := v.Number()
	switch {
	case !v.Set:
	case counts:
		if old, known := values[name]; !known || n > old.Number {
			values[name] = call.Value{Number: n, Text: v.Printed()}
		}
	case v.Type == "choice":
		values[name] = call.Value{Choice: v.Choice}
	case v.Type == "flag":
		values[name] = call.Value{Choice: strconv.FormatBool(v.Flag)}
	}
}
