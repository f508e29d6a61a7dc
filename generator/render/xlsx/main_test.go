package xlsx_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets memory grow: the library that calculates the formulas leaves so
// much behind that collecting it took half of the time of the tests.
func TestMain(m *testing.M) {
	debug.SetGCPercent(300)
	os.Exit(m.Run())
}
