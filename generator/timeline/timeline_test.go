package timeline

import (
	"os"
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/templates"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../data/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func loaded(t *testing.T) (*call.Call, *law.Version, []law.Deadline) {
	t.Helper()
	c, found := call.Load("iitp-2024-medical-ai.yaml", read(t, "calls/iitp-2024-medical-ai.yaml"))
	v, more := law.Load("kr-2024-02-29.yaml", read(t, "laws/kr-2024-02-29.yaml"))
	common, f, last := Load("deadlines.yaml", read(t, "reference/deadlines.yaml"))
	found.Add(more...)
	found.Add(last...)
	found.Add(Check(c.File, c.Deadlines, v)...)
	found.Add(Check(v.File, v.Deadlines, v, c.Deadlines)...)
	found.Add(Check(f, common, v, c.Deadlines, v.Deadlines)...)
	for _, x := range found {
		t.Errorf("%s: %s", x.Place, x.Message.EN)
	}
	return c, v, common
}

// Every article and value that a row names is in the clause library, and every
// name of a date is used.
func TestRowsOfTheData(t *testing.T) {
	c, v, common := loaded(t)
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	used := map[string]bool{}
	for _, rows := range [][]law.Deadline{c.Deadlines, v.Deadlines, common} {
		for _, row := range rows {
			used[row.DateOf], used[row.From] = true, true
			for _, name := range append(row.Term.Param, row.Instead, row.Article+".") {
				if slot, key, _ := strings.Cut(name, "."); slot != "" && !inLibrary(t, layers, slot, key) {
					t.Errorf("%s: no option of %s has the value %q", row.ID, slot, key)
				}
			}
		}
	}
	for name := range pointsOf {
		if !used[name] {
			t.Errorf("no row uses the date %s", name)
		}
	}
}

func inLibrary(t *testing.T, layers library.Layers, slot, key string) bool {
	options, _, err := layers.Options(slot)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range options {
		if _, ok := o.Param(key); ok || key == "" {
			return true
		}
	}
	return false
}

const good = `
- id: a
  title: {en: A, ko: 가}
  who: lead
  from: project.end
  term: {days: 3}
  cite: [std-72-1]
  found: true
- id: b
  title: {en: B, ko: 나}
  who: lead
  date_of: project.end
  found: true
`

func TestCheckFindsWhatIsWrong(t *testing.T) {
	_, v, _ := loaded(t)
	tests := []struct{ name, old, new, path string }{
		{"as it is", "", "", ""},
		{"id twice", "id: b", "id: a", "[1].id"},
		{"id with a point", "id: a", "id: a.b", "[0].id"},
		{"one language", "ko: 가", `ko: ""`, "[0].title"},
		{"nobody", "who: lead", "who: laed", "[0].who"},
		{"no such date", "from: project.end", "from: project.ned", "[0].from"},
		{"row further down", "from: project.end", "from: b", "[0].from"},
		{"two dates", "date_of: project.end", "date_of: project.end\n  from: project.start", "[1].date_of"},
		{"no date", "  date_of: project.end\n", "", "[1].date_of"},
		{"no term", "  term: {days: 3}\n", "", "[0].term"},
		{"two terms", "days: 3", "days: 3, months: 1", "[0].term"},
		{"less than nothing", "days: 3", "days: -3", "[0].term"},
		{"term of a date", "date_of: project.end", "date_of: project.end\n  term: {days: 1}", "[1].term"},
		{"no such threshold", "days: 3", "threshold: nothing", "[0].term.threshold"},
		{"threshold in won", "days: 3", "threshold: equipment_review", "[0].term.threshold"},
		{"no such provision", "std-72-1", "std-72-9", "[0].cite"},
		{"not read", "std-72-1", "civil-161", "[0].cite"},
		{"no such condition", "found: true", "found: true\n  when: [stgaes]", "[0].when"},
		{"each of nothing", "found: true", "found: true\n  each: party", "[0].each"},
		{"no such month", "term: {days: 3}", "yearly: {month: 13, day: 1, times: 2}", "[0].yearly"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows, f, found := Load("rows.yaml", []byte(strings.Replace(good, test.old, test.new, 1)))
			if len(found) > 0 {
				t.Fatal(found)
			}
			found = Check(f, rows, v)
			if test.path == "" {
				if len(found) > 0 {
					t.Fatal(found)
				}
				return
			}
			if len(found) == 0 || found[0].Path != test.path || found[0].Place.Line == 0 || found[0].Code != CodeRow || found[0].Message.KO == "" {
				t.Errorf("found %+v, want something at %s", found, test.path)
			}
		})
	}
}

func TestDayOff(t *testing.T) {
	_, v, _ := loaded(t)
	tests := map[string]string{
		"2027-03-01": "March 1 Independence Movement Day", "2025-03-01": "a Saturday, March 1 Independence Movement Day",
		"2026-02-01": "a Sunday", "2027-03-02": "",
	}
	for text, want := range tests {
		d, err := calendar.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := DayOff(v, d); got.EN != want || (got.KO == "") != (want == "") {
			t.Errorf("%s: %q, %q", text, got.EN, got.KO)
		}
	}
}
