//go:build conformance

package generator_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// TestCalendarsOfExamples has ical.js read the calendars of all examples: every
// date of the table is there, in both languages.
func TestCalendarsOfExamples(t *testing.T) {
	t.Parallel()
	const script = "render/xlsx/testdata/readers/dates.mjs"
	for _, name := range []string{"two-party", "field-of-use", "commercialization", "unfunded-partner", "nine-parties", "foreign-joint-institution"} {
		out := dates(t, name)
		for _, lang := range []diag.Lang{diag.English, diag.Korean} {
			file := filepath.Join(t.TempDir(), name+".ics")
			if err := os.WriteFile(file, out.Calendar(lang), 0o644); err != nil {
				t.Fatal(err)
			}
			node := exec.Command("node", script, file)
			var problems bytes.Buffer
			node.Stderr = &problems
			read, err := node.Output()
			if err != nil {
				t.Fatalf("%s: %v: %s", name, err, &problems)
			}
			type event struct {
				Date, Description string
				WholeDay          bool
				Remind            float64
			}
			events := map[string]event{}
			for _, line := range strings.Split(strings.TrimSpace(string(read)), "\n") {
				var e struct {
					event
					UID string
				}
				if err := json.Unmarshal([]byte(line), &e); err != nil {
					t.Fatal(err)
				}
				events[e.UID] = e.event
			}
			for _, r := range out.Rows {
				e, ok := events[name+"."+r.ID+"@pactwright"]
				if !ok || e.Date != r.Date.String() || !e.WholeDay || int(e.Remind) != r.Remind || !strings.Contains(e.Description, r.Source.In(lang)) {
					t.Errorf("%s %s: %s %s is read as %+v", name, lang, r.Date, r.ID, e)
				}
			}
			if len(events) < len(out.Rows) {
				t.Errorf("%s %s: %d events for %d rows", name, lang, len(events), len(out.Rows))
			}
		}
	}
}
