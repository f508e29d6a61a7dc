package call

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

func TestLoadFindings(t *testing.T) {
	text := string(read(t, callFolder+"/"+callName))
	const paper = "  - id: CALL-R-PAPER"
	tests := []struct {
		name     string
		old, new string
		code     string
		path     string // a part of it
	}{
		{"unknown key", "agency:", "agencie:", "YAML-KEY", "agencie"},
		{"no id", "id: iitp-2024-medical-ai", "id:", CodeEmpty, "id"},
		{"id twice", "- id: CALL-FIELD", "- id: CALL-TRACK", CodeTwice, "rules[1].id"},
		{"unknown severity", "    severity: info", "    severity: blocking", "YAML-VALUE", ".severity"},
		{"unknown point", "at: agreement", "at: signing", "YAML-VALUE", ".at"},
		{"unknown track", "tracks: [rnd]", "tracks: [basic]", CodeUnknown, ".tracks[0]"},
		{"unknown setting", "settings: [patent_state]", "settings: [patents]", CodeUnknown, ".settings[0]"},
		{"unknown check", "check: trl-range", "check: trl-rnage", CodeCheck, ".check"},
		{"unknown parameter", "params: {min: 1, values: [{label: {en: \"Patents\"", "params: {mni: 1, values: [{label: {en: \"Patents\"", "YAML-KEY", ".params.mni"},
		{"parameter without meaning", "sum_when: {setting: data_rule, is: combined}", "sum_when: {setting: data_rule, is: both}", CodeParams, ".params"},
		{"unknown path", "path: kpi.sci_papers", "path: kpi.papers", "YAML-VALUE", ".path"},
		{"path of another type", "path: proposal.linkage}", "path: project.id}", "YAML-VALUE", ".path"},
		{"unknown column", "party: parties\n      with", "party: partys\n      with", CodeParams, ".params"},
		{"unknown source", "source: practice, section: {en: \"date", "source: practise, section: {en: \"date", CodeUnknown, ".source"},
		{"source said to be found", `ko: "참여 확인 서류의 작성일"}, found: false`, `ko: "참여 확인 서류의 작성일"}, found: true`, CodeCite, ".found"},
		{"no day of reading", paper, "  - id: CALL-X\n    topic: dates\n    severity: info\n    at: running\n    title: {en: a, ko: 가}\n    cite: {source: call, section: {en: a, ko: 가}, found: true}\n    check: phases-match\n    hint: {en: a, ko: 가}\n" + paper, CodeCite, ".checked"},
		{"no tests", paper, "  - id: CALL-X\n    topic: dates\n    severity: info\n    at: running\n    title: {en: a, ko: 가}\n    cite: {source: call, section: {en: a, ko: 가}, found: true, checked: 2026-11-23}\n    check: phases-match\n    hint: {en: a, ko: 가}\n" + paper, CodeTests, ".tests"},
		{"no citation", paper, "  - id: CALL-X\n    topic: dates\n    severity: info\n    at: running\n    title: {en: a, ko: 가}\n    check: phases-match\n    hint: {en: a, ko: 가}\n" + paper, CodeCite, ".cite"},
		{"window", "close: 2024-06-03", "close: 2024-04-03", CodeDates, "window"},
		{"gap between phases", "start: 2025-04-01", "start: 2025-05-01", CodeDates, "phases[1]"},
		{"months", "12-31, months: 12", "12-31, months: 11", CodeDates, "phases[2]"},
		{"caps", "total: 4_800_000_000", "total: 4_800_000_001", CodeAmounts, "tracks[0].caps"},
		{"no currency", "currency: KRW", "", CodeEmpty, "currency"},
		{"empty currency", "currency: KRW", "currency:", CodeEmpty, "currency"},
		{"unknown currency", "currency: KRW", "currency: KRX", "YAML-VALUE", "currency"},
		{"a cap with too many decimals", "P1: 1_600_000_000", "P1: 1600000000.50", "YAML-VALUE", "tracks[0].caps.P1"},
		{"default of a setting", "default: per_project", "default: project", CodeUnknown, "settings[0].default"},
		{"file name", `file: "03_letter_{party}"`, `file: 03_letter`, CodeUnknown, "documents[2].per"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := strings.Replace(text, test.old, test.new, 1)
			if changed == text {
				t.Fatalf("nothing changed: %q", test.old)
			}
			_, found := changedBook(t, changed)
			if !slices.ContainsFunc(found, func(f diag.Finding) bool {
				return f.Code == test.code && strings.HasSuffix(f.Path, test.path)
			}) {
				t.Errorf("no %s at %s in %v", test.code, test.path, found)
			}
			for _, f := range found {
				if f.Place.Line == 0 || f.Message.KO == "" || f.Severity != diag.Blocking {
					t.Errorf("incomplete finding %+v", f)
				}
			}
		})
	}
}

// changedBook loads the first call with a changed text.
func changedBook(t testing.TB, text string) (*Rulebook, diag.List) {
	t.Helper()
	c, found := Load(callName, []byte(text))
	b, more := NewRulebook(c, loadLaw(t, "kr-2024-02-29"))
	return b, append(found, more...)
}

func TestRulebookFindsUnknownProvisions(t *testing.T) {
	c := load(t, callName)
	_, found := NewRulebook(c, &law.Version{File: &source.File{}, ID: "kr-2030-01-01"})
	if len(found) < 2 || found[0].Path != "law_version" || !strings.HasSuffix(found[1].Path, ".cite.law[0]") {
		t.Errorf("findings %v", found)
	}
}

// A limit that is one off must be noticed by the tests of its rule.
func TestSelfTestsNoticeAChangedLimit(t *testing.T) {
	text := string(read(t, callFolder+"/"+callName))
	changes := []struct{ name, old, new string }{
		{"lower cap", "caps: {P1: 1_600_000_000", "caps: {P1: 1_599_999_999"},
		{"higher cap", "caps: {P1: 1_600_000_000", "caps: {P1: 1_600_000_001"},
		{"higher cap of commercialization", "P2: 1_800_000_000", "P2: 1_800_000_001"},
		{"one project", "projects: 2", "projects: 1"},
		{"lower readiness", "trl: {min: 3", "trl: {min: 2"},
		{"higher readiness", "max: 8}", "max: 9}"},
		{"earlier opening", "open: 2024-04-22", "open: 2024-04-21"},
		{"later closing", "close: 2024-06-03", "close: 2024-06-04"},
		{"earlier closing", "close: 2024-06-03", "close: 2024-06-02"},
		{"combined data", "default: each", "default: combined"},
	}
	for _, x := range changes {
		changed := strings.Replace(text, x.old, x.new, 1)
		if changed == text {
			t.Fatalf("%s: nothing changed", x.name)
		}
		b, _ := changedBook(t, changed)
		if len(b.SelfTest()) == 0 {
			t.Errorf("%s: no test of a rule fails", x.name)
		}
	}
	c := book(t, callName)
	for i := range c.Rules {
		if m, ok := c.Rules[i].checker.(*intMin); ok {
			m.Min++
			if len(c.SelfTest()) == 0 {
				t.Errorf("%s: a higher minimum is not noticed", c.Rules[i].ID)
			}
			m.Min -= 2
			if len(c.SelfTest()) == 0 {
				t.Errorf("%s: a lower minimum is not noticed", c.Rules[i].ID)
			}
			m.Min++
		}
	}
}

func TestSelfTestReportsAWrongExpectation(t *testing.T) {
	text := strings.Replace(string(read(t, callFolder+"/"+callName)),
		"{expect: pass, given: {project: {track: rnd}}}", "{expect: fail, given: {project: {track: rnd}}}", 1)
	b, _ := changedBook(t, text)
	found := b.SelfTest()
	if len(found) != 1 || found[0].Code != CodeTest || found[0].Path != "rules[0].tests[0]" || found[0].Place.Line == 0 {
		t.Errorf("findings %v", found)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("id: a\nrules: [{id: R, check: int-min, params: {min: 1}}]"))
	f.Add([]byte("tracks: [{id: t, caps: {P1: 1}, total: 1}]\nphases: [{id: P1, start: 2024-01-01, end: 2024-12-31, months: 12}]"))
	f.Add([]byte("rules: [{id: R, check: value-in, params: {path: project.track, of: tracks}, tests: [{expect: pass, given: {project: 1}}]}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, _ := Load("fuzz.yaml", data)
		b, _ := NewRulebook(c, &law.Version{File: &source.File{}})
		b.SelfTest()
		for _, r := range Check(newCase(t, b, twoParty).in) {
			if r.Status == "" {
				t.Errorf("%s has no status", r.Rule.ID)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	data := read(b, callFolder+"/"+callName)
	for b.Loop() {
		Load(callName, data)
	}
}

func BenchmarkSelfTest(b *testing.B) {
	rules := book(b, callName)
	for b.Loop() {
		rules.SelfTest()
	}
}

// Two sizes show whether the time grows faster than the number of partners.
func BenchmarkCheck(b *testing.B) {
	c := book(b, callName)
	for _, partners := range []int{1, 100} {
		b.Run(fmt.Sprint(partners, " partners"), func(b *testing.B) {
			test := newCase(b, c, manyPartners(partners))
			for b.Loop() {
				test.results()
			}
		})
	}
}

func manyPartners(n int) string {
	var parties, letters strings.Builder
	for i := range n {
		fmt.Fprintf(&parties, "  - {id: US%d, role: overseas, country: US}\n", i)
		fmt.Fprintf(&letters, "  - {id: l%d, party: US%d, date: 2024-05-13, state: signed}\n", i, i)
	}
	return "project: {track: rnd}\nparties:\n" + parties.String() + "letters:\n" + letters.String()
}
