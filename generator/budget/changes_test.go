package budget

import (
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/project"
)

// TestChangedAmounts ends a payment of 320 million in the first phase with two
// changes, written in the wrong order.
func TestChangedAmounts(t *testing.T) {
	change := func(id, date string, before, after project.Amount) project.Change {
		day, err := calendar.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		c := project.Change{ID: id, Kind: project.ChangeAmend, Date: day}
		c.Amounts = []project.ChangeAmount{{Payment: "PAY-US1", Phase: "P1", Before: before, After: after}}
		c.Amounts[0].Path = "changes." + id
		return c
	}
	for _, tt := range []struct {
		name          string
		second, first project.Change
		path          string // of the finding; empty: none
		says          string
	}{
		{"as the budget", change("b", "2025-03-01", 310e6, 320e6), change("a", "2025-02-01", 300e6, 310e6), "", ""},
		{"not as the budget", change("b", "2025-03-01", 310e6, 330e6), change("a", "2025-02-01", 300e6, 310e6), "changes.b.after",
			"the change of PAY-US1 in P1 ends at KRW 330,000,000, but the budget plans KRW 320,000,000"},
		{"not as the next one", change("b", "2025-03-01", 315e6, 320e6), change("a", "2025-02-01", 300e6, 310e6), "changes.a.after",
			"the change of PAY-US1 in P1 ends at KRW 310,000,000, but the next change begins with KRW 315,000,000"},
	} {
		p := s01(t)
		p.Changes = []project.Change{tt.second, tt.first}
		_, found := Compute(p, version(t), Options{})
		var got []string
		for _, f := range found {
			if f.Code == CodeChange {
				got = append(got, f.Path, f.Message.EN)
			}
		}
		want := []string{tt.path, tt.says}
		if tt.path == "" && len(got) > 0 || tt.path != "" && (len(got) != 2 || got[0] != want[0] || got[1] != want[1]) {
			t.Errorf("%s: found %q", tt.name, got)
		}
	}
	// After an award the changes are held against the amounts awarded.
	p := s01(t)
	p.Changes = []project.Change{change("a", "2025-02-01", 300e6, 288e6)}
	b := awarded(t, p, project.Award{Government: []project.Amount{1_440_000_000, 1_440_000_000, 1_440_000_000}, Method: project.AwardProRata})
	if found := changes(p, b); len(found) > 0 {
		t.Errorf("after an award: %v", found)
	}
}
