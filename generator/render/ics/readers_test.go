//go:build conformance

package ics

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readers is the folder of the script that reads files with ical.js.
const readers = "../xlsx/testdata/readers"

// readEvent is an event as that program reads it.
type readEvent struct {
	Calendar, Product, UID, Date, Made, Summary string
	Method                                      *string
	Description                                 *string
	WholeDay                                    bool
	Days, Remind                                float64
}

// unescaped reads what that program leaves as it is in properties that are no
// part of the standard.
var unescaped = strings.NewReplacer(`\,`, ",", `\;`, ";")

// TestOtherReader compares every event with what a program sees that is not
// ours, with texts of every length around the fold.
func TestOtherReader(t *testing.T) {
	if _, err := os.Stat(filepath.Join(readers, "node_modules", "ical.js")); err != nil {
		t.Fatalf("ical.js is needed for conformance tests; run npm ci in generator/render/xlsx/testdata/readers: %v", err)
	}
	c := sample(t)
	for n := range 120 {
		c.Events = append(c.Events, Event{
			UID: fmt.Sprintf("fold.%d@pactwright", n), Date: day(t, "2024-06-03").AddDays(n), Remind: n % 3,
			Summary:     strings.Repeat("a", n) + "한글 쉼표, 그리고; 역사선 \\n 끝",
			Description: []string{strings.Repeat("가 ", n) + "끝", "BEGIN:VEVENT", strings.Repeat("나", n) + ":"},
		})
	}
	file := filepath.Join(t.TempDir(), "dates.ics")
	if err := os.WriteFile(file, []byte(write(t, c)), 0o644); err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", filepath.Join(readers, "dates.mjs"), file)
	var problems bytes.Buffer
	node.Stderr = &problems
	out, err := node.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &problems)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(c.Events) {
		t.Fatalf("%d events are read, %d were written", len(lines), len(c.Events))
	}
	for i, line := range lines {
		var got readEvent
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		e := c.Events[i]
		said := ""
		if got.Description != nil {
			said = *got.Description
		}
		if got.UID != e.UID || got.Date != e.Date.String() || !got.WholeDay || got.Days != 1 || int(got.Remind) != e.Remind || got.Method != nil ||
			got.Summary != plain(e.Summary) || said != strings.Join(e.Description, "\n") ||
			unescaped.Replace(got.Calendar) != c.Name || got.Product != "-//pactwright 0.1.0//EN" || got.Made != "2024-05-20T00:00:00Z" {
			t.Errorf("written %+v, read %s", e, line)
		}
	}
}
