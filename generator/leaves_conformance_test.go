//go:build conformance

package generator_test

func init() { leafStride = 1 }
