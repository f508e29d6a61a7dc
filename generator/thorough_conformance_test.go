//go:build conformance

package generator_test

import "testing"

// What the quick tests try some of is tried as a whole here.

func TestEveryChoice(t *testing.T) { fillOptions(t, 2, 3) }

func TestEveryPrintedLeaf(t *testing.T) { takeLeaves(t, 0) }

func TestEveryPair(t *testing.T) {
	t.Parallel()
	makePairs(t, 0)
}
