//go:build conformance

package generator_test

// All of what the quick tests try some of.
func init() { leafStride, pairContracts = 1, 0 }
