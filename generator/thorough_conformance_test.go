//go:build conformance

package generator_test

// All of what the quick tests try some of.
func init() { leafStride, pairContracts, optionSizes = 1, 0, []int{2, 3} }
