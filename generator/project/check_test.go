package project_test

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

const sound = `project: {id: p, start: 2024-07-01, end: 2025-12-31}
parties:
  - id: KR1
    role: lead
    people: [{id: han}]
    notices: {attention: han}
  - id: US1
    role: overseas
    unit: true
    entity: {en: University}
phases:
  - {id: P1, start: 2024-07-01, end: 2025-12-31}
work_packages:
  - {id: WP1, lead: KR1, start: 2024-07-01, end: 2025-12-31}
roles:
  - {party: KR1, work_package: WP1, person: han}
results:
  - {id: R1, party: US1, with: [KR1], due: 2025-12-01}
background:
  - {id: B1, owner: US1}
data_flows:
  - {id: D1, exporter: KR1, importer: US1}
letters:
  - {id: L1, party: US1, excellence: [E1]}
evidence:
  excellence: [{id: E1, party: US1}]
  ethics: [{party: KR1}]
`

// TestLoadChecks changes one thing of a sound file and looks for the finding
// with its code and its line.
func TestLoadChecks(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		code           string
		severity       diag.Severity
	}{
		{"no lead", "role: lead", "role: joint", "X-01", diag.Blocking},
		{"two leads", "role: overseas", "role: lead", "X-01", diag.Blocking},
		{"an id twice", "- id: US1", "- id: KR1", "PRJ-TWICE", diag.Blocking},
		{"a unit without entity", "    entity: {en: University}\n", "", "PTY-ENTITY", diag.Unmet},
		{"a notice to nobody", "attention: han", "attention: hann", "PRJ-UNKNOWN", diag.Blocking},
		{"a role for nobody", "person: han", "person: kim", "PRJ-UNKNOWN", diag.Blocking},
		{"a period backwards", "end: 2025-12-31}\nparties", "end: 2024-01-01}\nparties", "X-03", diag.Blocking},
		{"a phase outside", "{id: P1, start: 2024-07-01", "{id: P1, start: 2024-06-01", "X-03", diag.Blocking},
		{"a result too late", "due: 2025-12-01", "due: 2026-01-01", "X-03", diag.Blocking},
		{"an unknown leader", "lead: KR1", "lead: KR2", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown work package", "work_package: WP1", "work_package: WP9", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown contributor", "with: [KR1]", "with: [KR9]", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown owner", "owner: US1", "owner: US9", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown importer", "importer: US1", "importer: US9", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown proof", "excellence: [E1]", "excellence: [E2]", "PRJ-UNKNOWN", diag.Blocking},
		{"an unknown site", "ethics: [{party: KR1}]", "ethics: [{party: KR9}]", "PRJ-UNKNOWN", diag.Blocking},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(sound, c.old) == 0 {
				t.Fatalf("%q is not in the file", c.old)
			}
			found := loaded(t, strings.Replace(sound, c.old, c.new, 1))
			for _, f := range found {
				if f.Code == c.code && f.Severity == c.severity && f.Place.Line > 0 && !f.Fix.IsZero() {
					return
				}
			}
			t.Errorf("no %s in %v", c.code, found)
		})
	}
	if found := loaded(t, sound); len(found) > 0 {
		t.Errorf("the sound file has findings: %v", found)
	}
}

func loaded(t *testing.T, text string) diag.List {
	t.Helper()
	f, found := source.Decode("p.yaml", []byte(text))
	if len(found) > 0 {
		t.Fatal(found)
	}
	_, found = project.Load(f, moneytest.Currency("KRW"))
	return found
}

const negotiated = sound + `agreements:
  - {id: us1, parties: [KR1, US1], texts: [en, ko], clauses: {forum: {option: icc, by: US1, reason: {en: A, ko: 가}}}}
edits:
  - {agreement: us1, article: ownership, anchor: kept, text: {en: A, ko: 가}, reason: {en: A, ko: 가}, by: US1}
  - {agreement: us1, article: ownership, clause: 2.1, change: remove, reason: {en: A, ko: 가}, by: US1}
  - {agreement: us1, article: ownership, anchor: kept, change: add, text: {en: A, ko: 가}, reason: {en: A, ko: 가}, by: KR1}
approvals:
  - {agreement: us1, article: ownership, person: A, date: 2024-07-01, hash: 00}
`

func TestEditChecks(t *testing.T) {
	for _, c := range []struct {
		name, old, new, code string
		severity             diag.Severity
	}{
		{"an unknown contract", "{agreement: us1, article: ownership, anchor: kept, text", "{agreement: us2, article: ownership, anchor: kept, text", "PRJ-UNKNOWN", diag.Blocking},
		{"an approval of an unknown contract", "{agreement: us1, article: ownership, person", "{agreement: us2, article: ownership, person", "PRJ-UNKNOWN", diag.Blocking},
		{"asked for by nobody", "by: KR1}", "by: KR9}", "PRJ-UNKNOWN", diag.Blocking},
		{"a choice asked for by nobody", "icc, by: US1", "icc, by: US9", "PRJ-UNKNOWN", diag.Blocking},
		{"no place", "anchor: kept, text", "text", "EDIT-FORM", diag.Blocking},
		{"two places", "anchor: kept, text", "anchor: kept, paragraph: 1, text", "EDIT-FORM", diag.Blocking},
		{"a place that is none", "clause: 2.1", "clause: 2.a", "EDIT-FORM", diag.Blocking},
		{"no text", "anchor: kept, text: {en: A, ko: 가}", "anchor: kept", "EDIT-FORM", diag.Blocking},
		{"a text of what is removed", "change: remove", "change: remove, text: {en: A, ko: 가}", "EDIT-FORM", diag.Blocking},
		{"one language", "anchor: kept, text: {en: A, ko: 가}", "anchor: kept, text: {en: A}", "EDIT-LANG", diag.Unmet},
		{"twice", "change: add", "change: replace", "EDIT-TWICE", diag.Blocking},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(negotiated, c.old, c.new, 1)
			if text == negotiated {
				t.Fatalf("%q is not in the file", c.old)
			}
			found := loaded(t, text)
			if len(found) != 1 || found[0].Code != c.code || found[0].Severity != c.severity || found[0].Place.Line < 20 {
				t.Errorf("want %s, found %v", c.code, found)
			}
		})
	}
	english := strings.Replace(strings.Replace(negotiated, "texts: [en, ko]", "texts: [en]", 1), "anchor: kept, text: {en: A, ko: 가}", "anchor: kept, text: {en: A}", 1)
	if found := loaded(t, english); len(found) > 0 {
		t.Errorf("a contract in one language wants another: %v", found)
	}
	if found := loaded(t, negotiated); len(found) > 0 {
		t.Errorf("the sound file has findings: %v", found)
	}
}
