package generator_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets memory grow: the tests build some hundred packs in one process,
// and a fifth of their time went into collecting what each left behind.
func TestMain(m *testing.M) {
	debug.SetGCPercent(300)
	os.Exit(m.Run())
}
