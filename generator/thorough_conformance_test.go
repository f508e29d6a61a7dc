//go:build conformance

package generator_test

// All of what the quick tests try some of.
func init() { leavesTried, pairContracts, optionSizes = 0, 0, []int{2, 3} }
