package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/templates"
)

// breach is a change of a sound project that breaks one rule of contracts.
type breach struct {
	rule    string
	example string // two-party if empty
	code    string // of the finding that must come
	change  func(node)
	text    func(string) string // of the file, for what no map can say
	layer   fstest.MapFS        // of an office that writes clauses
	at      call.Point
}

func contractOf(p node) node { return list(p, "agreements")[0].(node) }

// clause sets parameters of an article of the first contract.
func clause(slot string, params node) func(node) {
	return func(p node) { contractOf(p)["clauses"].(node)[slot] = params }
}

func without(path string) func(node) { return func(p node) { remove(p, path) } }

func in(p node, key string, i int) node { return list(p, key)[i].(node) }

func blank() node { return node{"en": "", "ko": ""} }

// officeClause is an option of an office with a text in both languages.
func officeClause(path, en, ko string) fstest.MapFS {
	head := "---\ncode: A05 OURS\nversion: 1\ntitle: {en: Purpose, ko: 목적}\ndefault: false\nkorean_priority: not_applicable\n---\n"
	return fstest.MapFS{path: {Data: []byte(head + "{{define \"en\"}}\n" + en + "\n{{end}}\n{{define \"ko\"}}\n" + ko + "\n{{end}}\n")}}
}

var purpose = clause("purpose", node{"option": "ours"})

const purposeFile = "clauses/purpose/ours.md.tmpl"

var breaches = []breach{
	{rule: "X-01", code: "X-01", change: func(p node) { in(p, "parties", 1)["role"] = "lead" }},
	{rule: "X-02", code: "X-02", change: func(p node) {
		p["roles"] = slices.DeleteFunc(list(p, "roles"), func(x any) bool { return x.(node)["party"] == "US1" })
	}},
	{rule: "X-03", code: "X-03", change: func(p node) { in(p, "results", 0)["due"] = "2027-01-31" }},
	{rule: "X-04", code: "AGR-SHARES", change: clause("ownership", node{"option": "joint-fixed", "shares": []any{node{"party": "KR1", "share": "60"}, node{"party": "US1", "share": "50"}}})},
	{rule: "X-05", code: "X-05", example: "nine-parties", change: clause("ownership", node{"option": "joint-fixed", "shares": []any{node{"party": "KR1", "share": "60"}, node{"party": "CA1", "share": "40"}}})},
	{rule: "X-06", code: "X-06", change: clause("ownership", node{"option": "field", "residual_owner": "KR1", "fields": []any{
		node{"field": node{"en": "Triage", "ko": "분류"}, "territory": node{"en": "Asia", "ko": "아시아"}, "owner": "KR1"},
		node{"field": node{"en": "Triage", "ko": "분류"}, "territory": node{"en": "Asia", "ko": "아시아"}, "owner": "US1"},
	}})},
	{rule: "X-06", code: "AGR-PARAM", change: clause("ownership", node{"option": "field", "fields": []any{
		node{"field": node{"en": "Triage", "ko": "분류"}, "territory": node{"en": "Asia", "ko": "아시아"}, "owner": "KR1"},
	}})},
	{rule: "X-07", code: "X-07", change: func(p node) {
		contractOf(p)["package"] = "bare"
		delete(contractOf(p)["clauses"].(node), "prosecution")
	}, layer: fstest.MapFS{
		"packages/bare.yaml": {Data: []byte("id: bare\ntitle: {en: Bare, ko: 간략}\nuse: {en: Never., ko: 쓰지 않습니다.}\nomit: [joint-exploitation, prosecution]\nclauses: {}\n")},
	}},
	{rule: "X-08", code: "X-08", change: clause("prosecution", node{"filing_lead": "KR1", "costs": "table"})},
	{rule: "X-09", code: "X-09", change: func(p node) {
		clause("ownership", node{"option": "public"})(p)
		clause("access", node{"option": "mutual"})(p)
	}},
	{rule: "X-10", code: "X-10", change: clause("ownership", node{"option": "state"})},
	{rule: "X-11", code: "AGR-PARAM", change: clause("forum", node{"seat": blank()})},
	{rule: "X-12", code: "X-12", change: clause("forum", node{"option": "kcab", "institution": node{"en": "another center", "ko": "다른 센터"}})},
	{rule: "X-13", code: "AGR-PARAM", change: clause("forum", node{"option": "uncitral"})},
	{rule: "X-14", code: "PRJ-UNKNOWN", change: clause("forum", node{"arbitrators": "2"})},
	{rule: "X-15", code: "YAML-TWICE", change: clause("forum", node{"option": "icc"}), text: func(s string) string {
		return strings.Replace(s, "option: icc", "{option: icc, option: kcab}", 1)
	}},
	{rule: "X-16", code: "X-16", change: clause("forum", node{"option": "icc", "arbitrators": "3", "expedited": "agreed"})},
	{rule: "X-17", code: "X-17", change: clause("dispute-ladder", node{"pi_days": "0"})},
	{rule: "X-17", code: "X-17", change: clause("dispute-ladder", node{"option": "kcab-mediation", "executive_days": "150"})},
	{rule: "X-18", code: "X-18", change: clause("publication", node{"notice_days": "30", "objection_days": "31", "delay_days": "60"})},
	{rule: "X-18", code: "X-18", change: clause("inventions", node{"option": "expert", "decision_days": "60"})},
	{rule: "X-19", code: "X-19", change: clause("confidentiality", node{"years": "0"})},
	{rule: "X-20", code: "AGR-PARAM", change: clause("liability", node{"cap_percent": nil})},
	{rule: "X-21", code: "X-21", change: clause("contributions", node{"option": "no-funds"})},
	{rule: "X-22", code: "BUD-INSTALMENTS", change: func(p node) { in(p["budget"].(node), "payments", 0)["phases"].([]any)[0] = 320000001 }},
	{rule: "X-23", code: "BUD-RATE", change: without("budget.rates")},
	{rule: "X-24", code: "AGR-TYPE", change: clause("liability", node{"unfunded_cap": "JPY 10.5"})},
	{rule: "X-25", code: "X-25", change: without("budget.rates[0].source")},
	{rule: "X-26", code: "X-26", change: changed(node{"kind": "amend", "amounts": []any{node{"payment": "PAY-US1", "phase": "P2", "before": 300000000, "after": 320000000}}})},
	{rule: "X-26", code: "LAW-INTL-CHG", at: call.Running, change: changed(node{
		"kind": "amend", "amounts": []any{node{"payment": "PAY-US1", "phase": "P2", "before": 300000000, "after": 320000000}},
		"approval": node{"reference": "A-1", "date": "2025-05-01"},
	})},
	{rule: "X-27", code: "AGR-PARAM", change: clause("taxes", node{"vat_bearer": nil})},
	{rule: "X-28", code: "X-28", change: func(p node) {
		p["project"].(node)["settings"] = node{"foreign_indirect_cap": "38"}
		clause("settlement", node{"indirect_percent": "38.01"})(p)
	}},
	{rule: "X-29", code: "LAW-PIPA", change: without("data_flows[0].legal_basis")},
	{rule: "X-30", code: "X-30", change: without("data_flows[1].instrument")},
	{rule: "X-31", code: "X-31", change: func(p node) { in(p, "parties", 1)["country"] = "DE"; remove(p, "data_flows[1].instrument") }},
	{rule: "X-32", code: "LAW-IRB", at: call.Running, change: func(node) {}},
	{rule: "X-34", code: "CALL-KPI", change: func(p node) {
		p["results"] = slices.DeleteFunc(list(p, "results"), func(x any) bool { return x.(node)["type"] == "paper" })
	}},
	{rule: "X-35", code: "CALL-LOI", change: without("received")},
	{rule: "X-36", code: "X-36", example: "field-of-use", change: clause("contributions", node{"in_kind": []any{node{"party": "KR1", "item": node{"en": "Staff", "ko": "인력"}, "value": "KRW 1"}}})},
	{rule: "X-37", code: "YAML-MISSING", change: without("parties[1].name")},
	{rule: "X-37", code: "PTY-ENTITY", change: without("parties[1].entity")},
	{rule: "X-38", code: "AGR-PARAM", change: func(p node) {
		contractOf(p)["signed_text"] = "both"
		clause("language", node{"option": "both", "controlling": nil})(p)
	}},
	{rule: "X-39", code: "DOC-TERM-UNDEFINED", change: purpose, layer: officeClause(purposeFile, `1. The {{term "net-sales"}} are the purpose.`, `1. {{term "net-sales"}}을 목적으로 한다.`)},
	{rule: "X-40", code: "DOC-REF", change: purpose, layer: officeClause(purposeFile, `1. See {{ref "safety"}}.`, `1. {{ref "safety"}}에 따른다.`)},
	{rule: "X-41", code: "X-41", change: changed(node{"kind": "leave", "party": "US1"})},
	{rule: "X-42", code: "LAW-INTRA", change: func(p node) { in(p, "parties", 1)["role"] = "joint_foreign"; in(p, "parties", 1)["model"] = "A" }},
	{rule: "X-43", code: "LAW-SEC-CLASS", change: without("project.security_class")},
	{rule: "X-44", code: "DOC-REF", change: clause("consequences", node{"option": "ours"}), layer: officeClause("clauses/consequences/ours.md.tmpl", `1. {{ref "safety"}} survives.`, `1. {{ref "safety"}}은 존속한다.`)},
	{rule: "X-45", code: "DOC-EXHIBIT", change: clause("exhibit-export", sampleOf("exhibit-export", "table"))},
	{rule: "X-46", code: "BUD-INSTALMENT-DATE", change: func(p node) {
		in(in(p["budget"].(node), "payments", 0), "instalments", 0)["due"] = "2025-06-30"
	}},
	{rule: "X-46", code: "LAW-INTL-LAST", change: func(p node) {
		in(in(p["budget"].(node), "payments", 0), "instalments", 2)["due"] = "2027-01-01"
	}},
	{rule: "X-47", code: "X-47", change: clause("settlement", node{"report_days": "28"})},
	{rule: "X-48", code: "X-48", change: clause("records", node{"retention": "4"})},
	{rule: "X-49", code: "X-49", change: without("parties[1].signatories")},
	{rule: "X-50", code: "AGR-PARAM", change: clause("prosecution", node{})},
	{rule: "X-51", code: "X-51", change: func(p node) {
		clause("data-protection", node{"option": "none"})(p)
		clause("exhibit-data", node{"option": "table"})(p)
	}},
	{rule: "X-52", code: "DOC-PARITY", change: purpose, layer: officeClause(purposeFile, `1. It ends on {{.Period.End}}.`, `1. {{.Period.Start}}에 끝난다.`)},
	{rule: "X-53", code: "X-53", change: clause("outcome-disclosure", node{"option": "request", "withheld": []any{node{"results": []any{"R1"}, "ground": "agreement", "months": "19"}}})},
	{rule: "X-53", code: "X-53", change: clause("outcome-disclosure", node{"option": "request", "withheld": []any{node{"results": []any{"R1"}, "ground": "security", "months": "37"}}})},
}

// changed adds a change of the contract that lacks the approval of the agency.
func changed(c node) func(node) {
	return func(p node) {
		c := clone(c, "", "").(node)
		c["id"], c["date"], c["agreement"], c["reason"] = "c1", "2025-06-01", "us1", node{"en": "A reason.", "ko": "사유."}
		p["changes"] = []any{c}
	}
}

// sampleOf is an option with sample values for all that it needs.
func sampleOf(slot, name string) node {
	options, _, err := library.Layers{{Name: "built in", FS: templates.Files}}.Options(slot)
	if err != nil {
		panic(err)
	}
	for _, o := range options {
		if o.Name == name {
			return choices(o)[0].params
		}
	}
	panic("no option " + slot + "/" + name)
}

// TestContractRules breaks each rule of contracts and letters in a sound project
// and expects the finding that judges it: the rule itself, or the code that says
// the same. The sound project has none of these findings.
func TestContractRules(t *testing.T) {
	judged := map[string][]string{}
	for _, r := range readCodes(t, contractRules) {
		judged[r.Code] = r.Judged
	}
	sound := map[string]diag.List{} // by example
	for _, b := range breaches {
		if _, made := sound[b.example]; !made {
			sound[b.example] = broken(t, breach{example: b.example})
		}
	}
	tried := map[string]bool{"X-33": true} // passes with the reason as evidence and never fails: TestStandingOfCountries
	for _, b := range breaches {
		tried[b.rule] = true
		t.Run(b.rule+" "+b.code, func(t *testing.T) {
			t.Parallel()
			if !slices.Contains(judged[b.rule], b.code) {
				t.Errorf("%s is not among the codes %v that judge %s", b.code, judged[b.rule], b.rule)
			}
			if found := broken(t, b); !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == b.code }) {
				t.Errorf("not found; found %v", found)
			} else {
				says(t, found, b.code)
			}
			if b.at == "" && slices.ContainsFunc(sound[b.example], func(f diag.Finding) bool { return f.Code == b.code }) {
				t.Error("found in the sound project, too")
			}
		})
	}
	for rule := range judged {
		if !tried[rule] {
			t.Errorf("%s is not tried", rule)
		}
	}
}

func broken(t *testing.T, b breach) diag.List {
	t.Helper()
	name := b.example
	if name == "" {
		name = "two-party"
	}
	p := example(t, name)
	if b.change != nil {
		b.change(p)
	}
	w := world(t, name, p)
	text, err := yaml.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	if b.text != nil {
		changed := b.text(string(text))
		if changed == string(text) {
			t.Fatal("the text was not changed")
		}
		w.Text = []byte(changed)
	}
	if b.layer != nil {
		w.Layers = []library.Layer{{Name: "--templates", FS: b.layer}}
	}
	found, err := generator.Judge(w, b.at)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// says checks that a finding says what is wrong, where and what to do, in both
// languages.
func says(t *testing.T, found diag.List, code string) {
	t.Helper()
	for _, f := range found {
		if f.Code != code {
			continue
		}
		if f.Message.EN == "" || f.Message.KO == "" || f.Fix.EN == "" || f.Fix.KO == "" {
			t.Errorf("the finding lacks words: %+v", f)
		}
		return
	}
}
