package project_test

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// changed is a sound file with one change of each kind.
const changed = sound + `  trial: {required: false}
agreements:
  - {id: us1, parties: [KR1, US1, US2], effective_date: 2024-07-01}
budget:
  payments:
    - {id: PAY1, payee: US1, phases: [300]}
changes:
  - id: c1
    kind: join
    date: 2025-02-01
    agreement: us1
    party: US2
    reason: {en: Needed., ko: 필요함.}
    approval: {reference: A-1, date: 2025-01-10, project_agreement: 2025-01-20}
  - id: c2
    kind: leave
    date: 2025-06-01
    agreement: us1
    party: US1
    approval: {reference: A-2, date: 2025-05-10}
  - id: c3
    kind: amend
    date: 2025-03-01
    agreement: us1
    amounts: [{payment: PAY1, phase: P1, before: 200, after: 300}]
    approval: {reference: A-3, date: 2025-02-20}
`

func withSecondPartner(text string) string {
	return strings.Replace(text, "phases:\n", "  - {id: US2, role: overseas}\nphases:\n", 1)
}

func TestChanges(t *testing.T) {
	text := withSecondPartner(changed)
	if found := loaded(t, text); len(found) > 0 {
		t.Errorf("the sound file has findings: %v", found)
	}
	approval1 := "    approval: {reference: A-1, date: 2025-01-10, project_agreement: 2025-01-20}\n"
	approval3 := "    approval: {reference: A-3, date: 2025-02-20}\n"
	amounts := "    amounts: [{payment: PAY1, phase: P1, before: 200, after: 300}]\n"
	for _, c := range []struct {
		name, old, new string
		code, path     string // no code: no finding
		severity       diag.Severity
	}{
		{"an id twice", "id: c2", "id: c1", "PRJ-TWICE", "changes[1].id", diag.Blocking},
		{"an unknown contract", "date: 2025-02-01\n    agreement: us1", "date: 2025-02-01\n    agreement: us9", "PRJ-UNKNOWN", "changes[0].agreement", diag.Blocking},
		{"an unknown party", "party: US2", "party: US9", "PRJ-UNKNOWN", "changes[0].party", diag.Blocking},
		{"an unknown payment", "payment: PAY1", "payment: PAY9", "PRJ-UNKNOWN", "changes[2].amounts[0].payment", diag.Blocking},
		{"an unknown phase", "phase: P1, before", "phase: P9, before", "PRJ-UNKNOWN", "changes[2].amounts[0].phase", diag.Blocking},
		{"nobody joins", "    party: US2\n", "", "PRJ-CHANGE", "changes[0]", diag.Blocking},
		{"the lead leaves", "party: US1\n    approval", "party: KR1\n    approval", "PRJ-CHANGE", "changes[1].party", diag.Blocking},
		{"a newcomer that is no party", "parties: [KR1, US1, US2]", "parties: [KR1, US1]", "PRJ-CHANGE", "changes[0].party", diag.Blocking},
		{"a leaver that is no party any more", "parties: [KR1, US1, US2]", "parties: [KR1, US2]", "", "", 0},
		{"an amendment of nothing", amounts, "", "PRJ-CHANGE", "changes[2]", diag.Blocking},
		{"an amendment in words", amounts, "    rows: [{item: {en: A, ko: 가}}]\n", "", "", 0},
		{"before the contract", "date: 2025-03-01", "date: 2024-06-30", "PRJ-CHANGE", "changes[2].date", diag.Blocking},
		{"an amount without approval", approval3, "", "X-26", "changes[2]", diag.Unmet},
		{"an approval without its number", "reference: A-3, ", "", "X-26", "changes[2]", diag.Unmet},
		{"an approval that comes late", "date: 2025-02-20", "date: 2025-03-02", "X-26", "changes[2].approval.date", diag.Unmet},
		{"a change of the exchange rate alone", approval3, "    fx_only: true\n", "", "", 0},
		{"words without approval", amounts + approval3, "    rows: [{item: {en: A, ko: 가}}]\n", "", "", 0},
		{"a newcomer without the agency", approval1, "", "X-41", "changes[0]", diag.Unmet},
		{"a project agreement changed late", "project_agreement: 2025-01-20", "project_agreement: 2025-02-02", "X-41", "changes[0].approval.project_agreement", diag.Unmet},
		{"a leaver without the agency", "    approval: {reference: A-2, date: 2025-05-10}\n", "", "X-41", "changes[1]", diag.Unmet},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(text, c.old) != 1 {
				t.Fatalf("%q stands %d times in the file", c.old, strings.Count(text, c.old))
			}
			found := loaded(t, strings.Replace(text, c.old, c.new, 1))
			if c.code == "" {
				if len(found) > 0 {
					t.Errorf("found %v", found)
				}
				return
			}
			for _, f := range found {
				if f.Code == c.code && f.Path == c.path && f.Severity == c.severity && f.Place.Line > 0 && !f.Fix.IsZero() {
					if strings.HasPrefix(c.code, "X-") && !strings.Contains(f.Why.EN, "Art.") {
						t.Errorf("%s cites nothing: %s", f.Code, f.Why.EN)
					}
					return
				}
			}
			t.Errorf("no %s at %s in %v", c.code, c.path, found)
		})
	}
}
