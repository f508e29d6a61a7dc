package source

import (
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// choose reports a failed anyOf or oneOf by the branch that was meant: one that
// has the right shape, whose fixed values agree, and that has the fewest faults.
// Branches that ask for different types, values or entries of the same thing
// are told in one sentence.
func (c collector) choose(x violation, causes []*jsonschema.ValidationError) []violation {
	var branches [][]violation
	for _, cause := range causes {
		branch := c.collect(cause, reference{x.site, x.value})
		sorted(branch)
		branches = append(branches, branch)
	}
	meant := without(branches, func(v violation) bool { return v.value == x.value && isType(v.what) })
	if len(meant) == 0 {
		return []violation{mergeTypes(x, branches)}
	}
	if agreeing := without(meant, func(v violation) bool { return isConst(v.what) && v.depth == x.depth+1 }); len(agreeing) > 0 {
		meant = agreeing
	}
	if len(meant) == 1 {
		return meant[0]
	}
	if one, ok := mergeEnums(meant); ok {
		return []violation{one}
	}
	if one, ok := mergeMissing(x, meant); ok {
		return []violation{one}
	}
	if x.value.IsScalar() && !c.schema.hint(x.schema).IsZero() {
		return []violation{x}
	}
	return slices.MinFunc(meant, func(a, b []violation) int { return len(a) - len(b) })
}

// without returns the branches that have no violation of a sort.
func without(branches [][]violation, is func(violation) bool) [][]violation {
	return slices.DeleteFunc(slices.Clone(branches), func(b []violation) bool { return slices.ContainsFunc(b, is) })
}

func isType(what any) bool {
	_, ok := what.(*kind.Type)
	return ok
}

func isConst(what any) bool {
	_, ok := what.(*kind.Const)
	return ok
}

// possible returns the values that one was compared with, if it was.
func possible(what any) []any {
	switch k := what.(type) {
	case *kind.Const:
		return []any{k.Want}
	case *kind.Enum:
		return k.Want
	}
	return nil
}

func mergeTypes(x violation, branches [][]violation) violation {
	merged := &kind.Type{}
	for _, v := range slices.Concat(branches...) {
		if k, ok := v.what.(*kind.Type); ok && v.value == x.value {
			merged.Got = k.Got
			merged.Want = append(merged.Want, k.Want...)
		}
	}
	slices.Sort(merged.Want)
	merged.Want = slices.Compact(merged.Want)
	x.what = merged
	return x
}

// mergeEnums joins branches that all fail at the same value for want of a
// possible one, as those told apart by a field kind: do.
func mergeEnums(branches [][]violation) (violation, bool) {
	for _, first := range branches[0] {
		if want := wantedBy(branches, first.value); want != nil {
			first.what = &kind.Enum{Want: want}
			return first, true
		}
	}
	return violation{}, false
}

func wantedBy(branches [][]violation, value *Value) []any {
	var all []any
	for _, b := range branches {
		i := slices.IndexFunc(b, func(v violation) bool { return v.value == value && possible(v.what) != nil })
		if i < 0 {
			return nil
		}
		all = append(all, possible(b[i].what)...)
	}
	return all
}

// mergeMissing joins branches that each ask for one more entry.
func mergeMissing(x violation, branches [][]violation) (violation, bool) {
	var keys []string
	for _, b := range branches {
		if len(b) != 1 || b[0].what != (missingKey{}) || b[0].value != x.value {
			return violation{}, false
		}
		keys = append(keys, b[0].key)
	}
	x.what, x.place = missingAny{keys}, x.value.KeyPlace()
	return x, true
}
