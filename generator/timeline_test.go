package generator_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
)

var update = flag.Bool("update", false, "write the golden files anew")

// projectText returns an example with some of its text replaced.
func exampleText(t *testing.T, name string, replace ...string) []byte {
	t.Helper()
	data, err := os.ReadFile("../data/examples/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("%s has no %q", name, replace[i])
		}
		text = strings.Replace(text, replace[i], replace[i+1], 1)
	}
	return []byte(text)
}

func dates(t *testing.T, name string, replace ...string) generator.Dates {
	t.Helper()
	w := generator.World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml", Text: exampleText(t, name, replace...)}
	out, err := generator.Timeline(w, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range out.Findings {
		if strings.HasPrefix(f.Code, "TIMELINE") {
			t.Errorf("%s: %s", f.Place, f.Message.EN)
		}
	}
	return out
}

// printed prints dates for a reader, one a line, with a star for a default.
func printed(rows []merge.TimelineRow) string {
	var b strings.Builder
	for _, r := range rows {
		star := " "
		if r.Default {
			star = "*"
		}
		how := r.Path
		if r.Counted.EN != "" {
			how = r.Counted.EN + " (" + r.Path + ")"
		}
		fmt.Fprintf(&b, "%s %s %s | %s | %s | %s | %s\n", r.Date, star, r.ID, r.What.EN, r.Who.EN, how, r.Source.EN)
	}
	return b.String()
}

// The dates of the six examples, to be read by people.
func TestTimelines(t *testing.T) {
	for _, name := range []string{"two-party", "field-of-use", "commercialization", "unfunded-partner", "nine-parties", "foreign-joint-institution"} {
		t.Run(name, func(t *testing.T) {
			got := printed(dates(t, name).Rows)
			golden := filepath.Join("testdata", "timeline", name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("the dates are not those of %s (%v):\n%s", golden, err, got)
			}
		})
	}
}

// only returns the dates of one row.
func only(out generator.Dates, row string) []string {
	var got []string
	for _, r := range out.Rows {
		if id, _, _ := strings.Cut(r.ID, "."); id == row {
			got = append(got, r.Date.String())
		}
	}
	return got
}

func TestTimelineFollowsTheProject(t *testing.T) {
	const phases = "  - {id: P2, start: 2025-04-01, end: 2025-12-31}\n  - {id: P3, start: 2026-01-01, end: 2026-12-31}\n"
	stages := []string{"  track: rnd", "  settings: {phase_kind: stage}\n  track: rnd"}
	tests := []struct {
		name    string
		example string
		replace []string
		row     string
		want    string
	}{
		{"annual reports of two of three years", "two-party", nil, "annual-report", "2025-03-31 2025-12-31"},
		{"one phase fewer", "two-party", []string{phases, "  - {id: P2, start: 2025-04-01, end: 2026-12-31}\n"}, "annual-report", "2025-03-31"},
		{"one phase fewer, partner", "two-party", []string{phases, "  - {id: P2, start: 2025-04-01, end: 2026-12-31}\n"}, "partner-report", "2025-03-01"},
		{"one stage", "two-party", nil, "stage-report", ""},
		{"one stage, settled once", "two-party", nil, "performance-report", "2027-03-31"},
		{"stages", "two-party", stages, "stage-report", "2025-03-31 2025-12-31"},
		{"stages, the last", "two-party", stages, "stage-report-last", "2026-12-31"},
		{"stages, no annual report", "two-party", stages, "annual-report", ""},
		{"stages, settled each", "two-party", stages, "performance-report", "2025-06-30 2026-03-31 2027-03-31"},
		{"stages, evidence", "two-party", stages, "evidence", "2030-03-31 2030-12-31 2031-12-31"},
		{"stages, purchases", "two-party", stages, "last-equipment", "2025-01-31 2025-10-31 2026-10-31"},
		{"annual, purchases", "two-party", nil, "last-equipment", "2026-10-31"},
		{"another end", "two-party", []string{"  end: 2026-12-31", "  end: 2026-11-29"}, "final-report", "2027-01-28"},
		{"another end, month without the day", "two-party", []string{"  end: 2026-12-31", "  end: 2026-11-29"}, "performance-report", "2027-02-28"},
		{"the partner before the final report", "two-party", nil, "partner-final", "2027-01-30"},
		{"a time of the contract", "two-party", []string{"    clauses:\n", "    clauses:\n      reporting: {final_lead_days: 45}\n"}, "partner-final", "2027-01-15"},
		{"the contract fixes the day", "two-party", []string{"    clauses:\n", "    clauses:\n      term: {long_stop: 2024-11-30}\n"}, "contract-lapse", "2024-11-30"},
		{"no own funds", "two-party", nil, "own-funds", ""},
		{"own funds", "commercialization", nil, "own-funds", "2024-12-31 2025-09-30 2026-09-30"},
		{"no award, no plan", "two-party", nil, "plan-after-award", ""},
		{"no fee of a hospital", "two-party", nil, "fee-end", ""},
		{"fees of a company", "commercialization", nil, "fee-end", "2033-12-31"},
		{"nothing is paid", "unfunded-partner", nil, "partner-use", ""},
		{"leap years", "two-party", nil, "outcome-use", "2027-02-28 2028-02-29 2029-02-28 2030-02-28 2031-02-28"},
		{"security project", "two-party", []string{"security_class: general", "security_class: security_project"}, "non-disclosure-security", "2030-03-01"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(only(dates(t, test.example, test.replace...), test.row), " "); got != test.want {
				t.Errorf("%s: %q, want %q", test.row, got, test.want)
			}
		})
	}
}

// An award brings its dates.
func TestTimelineOfAnAward(t *testing.T) {
	award := "award:\n  notified: 2024-06-28\n  government: [1, 1, 1]\n  method: pro_rata\n\nphases:\n"
	out := dates(t, "two-party", "phases:\n", award)
	if got := strings.Join(append(only(out, "plan-after-award"), only(out, "agreement-after-award")...), " "); got != "2024-07-18 2024-07-28" {
		t.Errorf("got %q", got)
	}
}

// A default says that it is one, and what is read in a source does not.
func TestTimelineMarksDefaults(t *testing.T) {
	for _, r := range dates(t, "nine-parties").Rows {
		if marked := strings.Contains(r.Source.EN, "default") && strings.Contains(r.Source.KO, "기본값"); marked != r.Default {
			t.Errorf("%s: default %v, source %q", r.ID, r.Default, r.Source.EN)
		}
	}
	out := dates(t, "two-party", "    clauses:\n", "    clauses:\n      reporting: {final_lead_days: 45}\n")
	i := slices.IndexFunc(out.Rows, func(r merge.TimelineRow) bool { return r.ID == "partner-final.us1" })
	if r := out.Rows[i]; r.Default || !strings.Contains(r.Path, "final_lead_days") {
		t.Errorf("a time that the project file sets is shown as a default: %+v", r)
	}
}

// The same date is one event in every calendar, whatever else changes.
func TestCalendarIDs(t *testing.T) {
	ids := func(out generator.Dates, lang diag.Lang) []string {
		var all []string
		for _, line := range strings.Split(string(out.Calendar(lang)), "\r\n") {
			if id, ok := strings.CutPrefix(line, "UID:"); ok {
				all = append(all, id)
			}
		}
		return all
	}
	whole := dates(t, "nine-parties")
	en := ids(whole, diag.English)
	if !slices.Equal(en, ids(whole, diag.Korean)) || len(en) == 0 {
		t.Error("the ids differ between the languages")
	}
	for i, id := range en {
		if slices.Contains(en[:i], id) {
			t.Errorf("two events have the id %s", id)
		}
	}
	later := ids(dates(t, "nine-parties", "  end: 2026-12-31", "  end: 2026-12-30"), diag.English)
	slices.Sort(en)
	slices.Sort(later)
	if !slices.Equal(en, later) {
		t.Error("another end makes other events")
	}
}

// A project file that is only begun gets the dates that are known.
func TestTimelineOfAnUnfinishedProject(t *testing.T) {
	out := dates(t, "two-party", "  end: 2026-12-31", "  end:", "  agreement_date: 2024-07-26", "  agreement_date:")
	if len(only(out, "final-report")) > 0 || len(only(out, "project-agreement")) > 0 || len(only(out, "window-close")) == 0 {
		t.Errorf("got\n%s", printed(out.Rows))
	}
}
