package generator

import (
	"testing"

	"pactwright/generator/diag"
)

// The place of a printed value leads to the parameter that its action names; what
// an action prints otherwise is none, and neither is the next action of the line.
func TestParamAt(t *testing.T) {
	lines := []string{"1. 서면 {{param \"cure_days\"}}{{particle \"을/를\"}} {{.Title}} within {{param \"notice_days\"}}."}
	for column, want := range map[int]string{9: "cure_days", 32: "", 46: "", 67: "notice_days", 0: "", 500: ""} {
		if got := paramAt(lines, diag.Place{Line: 1, Column: column}); got != want {
			t.Errorf("column %d: %q, want %q", column, got, want)
		}
	}
	if got := paramAt(lines, diag.Place{Line: 2, Column: 1}); got != "" {
		t.Errorf("no line: %q", got)
	}
}
