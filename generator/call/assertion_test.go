package call

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// ruleText is a rule with an expression, to be put into the file of a call.
const ruleText = `  - id: CALL-X-CASH
    severity: unmet
    topic: funds
    at: application
    title: {en: Companies state their staff, ko: 기업의 인력 기재}
    cite: {source: call, section: {en: a, ko: 가}, found: true, checked: 2026-11-23}
    each: {p: parties, s: "p.signatories"}
    when: p.role == "joint"
    cel: s.method == "seal" && p.country != "US"
    place: p.country
    message: {en: "{p} in {p.country} signs by {s.method}", ko: "{p}({p.country}): 서명 방법 {s.method}"}
    shows: {en: "{p}: {s.name}", ko: "{p}: {s.name}"}
    hint: {en: a, ko: 가}
    tests:
      - {expect: pass, given: {parties: [{id: A, role: joint, country: KR, signatories: [{method: seal}]}]}}
      - {expect: fail, given: {parties: [{id: A, role: joint, country: US, signatories: [{method: seal}]}]}}
      - {expect: not_checked, given: {parties: [{id: A, role: joint, signatories: [{method: seal}]}]}}
      - {expect: not_applicable, given: {parties: [{id: A, role: lead, country: US, signatories: [{method: seal}]}]}}
`

// withRule puts a rule before the first one of the call.
func withRule(t testing.TB, rule string) string {
	t.Helper()
	return strings.Replace(string(read(t, callFolder+"/"+callName)), "\nrules:\n", "\nrules:\n"+rule, 1)
}

func TestAssertion(t *testing.T) {
	b, found := changedBook(t, withRule(t, ruleText))
	report(t, found)
	report(t, b.SelfTest())
	text := strings.Replace(twoParty, "  - {id: KR1, role: lead,", "  - {id: KR2, role: joint, country: US, short: {en: Second, ko: 둘째}, signatories: [{name: {en: A}, method: seal}, {name: {en: B}, method: signature}]}\n  - {id: KR1, role: lead,", 1)
	r := resultOf(t, newCase(t, b, text).results(), "CALL-X-CASH")
	if r.Status != Failed || len(r.Faults) != 2 || r.Faults[1].Path != "parties[0].country" || r.Faults[1].Place.Line == 0 {
		t.Fatalf("%+v", r)
	}
	if got := r.Faults[1].Text; got.EN != "Second in US signs by signature" || got.KO != "둘째(US): 서명 방법 signature" {
		t.Errorf("message %q", got)
	}
}

// What is wrong with a rule is one finding at its line and column.
func TestWrongRules(t *testing.T) {
	tests := []struct {
		name, old, new string
		code           string
		at             string // what stands at the place
		says           string
	}{
		{"unknown field", `p.country != "US"`, `p.contry != "US"`, CodeExpression, `.contry != "US"`, "undefined field 'contry'"},
		{"unknown name", `when: p.role`, `when: q.role`, CodeExpression, `q.role`, "undeclared reference"},
		{"not closed", `p.country != "US"`, `(p.country != "US"`, CodeExpression, "", "Syntax error"},
		{"no condition", `cel: s.method == "seal" && p.country != "US"`, `cel: s.method`, CodeExpression, "s.method", "not true or false"},
		{"no list", `s: "p.signatories"`, `s: "p.country"`, CodeExpression, "p.country", "not a list"},
		{"a float", `p.country != "US"`, `size(p.signatories) > 0.5 * 2`, CodeExpression, "* 2", "no matching overload"},
		{"costly", `p.country != "US"`, `parties.all(a, parties.all(b, parties.all(c, parties.all(d, a.id + b.id + c.id != d.id))))`, CodeExpression, "s.method", "nest fewer loops"},
		{"message", `{p.country} signs`, `{p.city} signs`, CodeExpression, "", "undefined field 'city'"},
		{"brace", `signs by {s.method}`, `signs by {s.method`, CodeExpression, "", "not closed"},
		{"both", "    place: p.country", "    check: value-in\n    place: p.country", CodeCheck, "value-in", "an expression and a check"},
		{"unknown key", "    place: p.country", "    plaze: p.country", "YAML-KEY", "plaze", "plaze"},
		{"id twice", "CALL-X-CASH", "CALL-TRACK", CodeTwice, "CALL-TRACK", "CALL-TRACK"},
		{"id of the law", "CALL-X-CASH", "LAW-PIPA", CodeTwice, "LAW-PIPA", "LAW-PIPA"},
		{"no citation", "    cite: {source: call, section: {en: a, ko: 가}, found: true, checked: 2026-11-23}\n", "    cite: {checked: 2026-11-23}\n", CodeCite, "{checked", "nothing is cited"},
		{"no test", "{expect: fail, given", "{expect: pass, given", CodeTests, "-", "no case that passes"},
		{"no edge", `p.country != "US"`, `size(p.signatories) < 2`, CodeEdge, "-", "one step beyond"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := withRule(t, strings.Replace(ruleText, test.old, test.new, 1))
			_, found := changedBook(t, text)
			var own diag.List
			for _, f := range found {
				if f.Code == test.code {
					own = append(own, f)
				}
			}
			if len(own) != 1 || !strings.Contains(own[0].Message.EN, test.says) {
				t.Fatalf("findings %v", found)
			}
			p := own[0].Place
			if p.Line == 0 || p.Column == 0 {
				t.Fatalf("no place: %+v", own[0])
			}
			if p.File != callName { // the second of two rules with one id
				return
			}
			line := []rune(strings.Split(text, "\n")[p.Line-1])
			if rest := string(line[p.Column-1:]); !strings.HasPrefix(rest, test.at) {
				t.Errorf("place %s points at %q, want %q", p, rest, test.at)
			}
		})
	}
}

func TestWaivers(t *testing.T) {
	const waiver = "waivers:\n  - {rule: %s, reason: {en: agreed by telephone, ko: 유선 협의}, person: Han, date: 2024-05-20}\n"
	b := book(t, callName)
	late := strings.Replace(twoParty, "submission_channel: iris.go.kr", "submission_channel: post", 1)
	test := newCase(t, b, late+strings.Replace(waiver, "%s", "CALL-IRIS", 1))
	results := test.results()
	r := resultOf(t, results, "CALL-IRIS")
	if r.Status != Waived || r.Waiver.Person != "Han" || !strings.Contains(r.Message.EN, "waived by Han on May 20, 2024: agreed by telephone") {
		t.Errorf("%+v", r)
	}
	if found := Findings(results); found.Has(diag.Unmet) || !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == "CALL-IRIS" && f.Severity == diag.Info }) {
		t.Errorf("findings %v", found)
	}
	report(t, Waivers(test.in, results))
	for rule, code := range map[string]string{"CALL-TRACK": CodeWaiver, "CALL-IRIX": "PRJ-UNKNOWN"} {
		test := newCase(t, b, twoParty+strings.Replace(waiver, "%s", rule, 1))
		found := Waivers(test.in, test.results())
		if len(found) != 1 || found[0].Code != code || found[0].Place.Line == 0 {
			t.Errorf("%s: %v", rule, found)
		}
	}
}

// A rule that would go through very many combinations of entries is broken, not
// slow.
func TestTooManyCombinations(t *testing.T) {
	rule := strings.NewReplacer(`{p: parties, s: "p.signatories"}`, `{p: parties, s: parties, x: parties}`,
		`p.role == "joint"`, `true`, `s.method == "seal" && p.country != "US"`, `x.id != ""`, `{s.method}`, `{s.id}`, `{s.name}`, `{s.id}`).Replace(ruleText)
	b, found := changedBook(t, withRule(t, rule))
	report(t, found)
	r := resultOf(t, newCase(t, b, manyPartners(40)).results(), "CALL-X-CASH")
	if r.Status != Broken || !strings.Contains(r.Message.EN, "more than 20000 combinations") {
		t.Errorf("%s: %s", r.Status, r.Message.EN)
	}
}
