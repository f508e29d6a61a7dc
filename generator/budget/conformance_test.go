//go:build conformance

package budget_test

import "testing"

// More budgets are computed when there is time for other programs, too.

func TestSumsOfManyAreExact(t *testing.T) { addUp(t, 10_000) }

func TestManySplitsAddUp(t *testing.T) {
	t.Parallel()
	splitUp(t, 10_000)
}
