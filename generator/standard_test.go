package generator_test

import (
	"strconv"
	"testing"

	"pactwright/generator"
)

// The standard of a contract takes over what the contract says in the same way.
// It is the same as one that is made without the contract, whatever the contract
// has chosen: in all examples, and with the first, second and each further option
// of all articles at once.
func TestStandardBesideItsContract(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sameStandard(t, name, example(t, name))
		})
	}
	all := shelves(t)
	for nth := range 8 {
		p := example(t, "two-party")
		clauses := node{}
		for _, s := range all {
			if nth < len(s.options) {
				clauses[s.slot] = choices(s.options[nth])[0].params
			}
		}
		list(p, "agreements")[0].(node)["clauses"] = clauses
		t.Run("options "+strconv.Itoa(nth), func(t *testing.T) {
			t.Parallel()
			sameStandard(t, "two-party", p)
		})
	}
}

func sameStandard(t *testing.T, name string, p node) {
	t.Helper()
	beside, err := generator.StandardTexts(world(t, name, p), false)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := generator.StandardTexts(world(t, name, p), true)
	if err != nil || len(alone) == 0 || len(alone) != len(beside) {
		t.Fatal(len(beside), len(alone), err)
	}
	for i := range alone {
		if beside[i].Dump() != alone[i].Dump() {
			t.Errorf("standard %d in %s differs from one made alone", i, alone[i].Lang)
		}
	}
}
