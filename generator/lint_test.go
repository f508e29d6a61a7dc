package generator_test

import (
	"slices"
	"testing"

	"pactwright/generator"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
)

// No built-in template has a figure, a date or a name typed into it, breaks the
// glossary, or stands unused.
func TestLint(t *testing.T) {
	found, err := generator.Lint(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s %s: %s", f.Code, f.Template, f.Message.EN)
	}
}

// The data say how long a reading is relied on, and name all that was not read
// since: nothing on the day of the reading, everything years later.
func TestOverdue(t *testing.T) {
	for _, c := range []struct {
		on    string
		codes []string
	}{
		{"2026-11-23", nil},
		{"2040-01-01", []string{"CALL-FILE-OVERDUE", "LAW-FILE-OVERDUE"}},
	} {
		on, err := calendar.Parse(c.on)
		if err != nil {
			t.Fatal(err)
		}
		found, err := generator.BuiltInRules().Overdue(on)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range c.codes {
			if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == code && f.Place.Line > 0 }) {
				t.Errorf("on %s: no %s in %v", c.on, code, found)
			}
		}
		if len(c.codes) == 0 && len(found) > 0 {
			t.Errorf("on %s: %v", c.on, found)
		}
	}
}
