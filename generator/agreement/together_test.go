package agreement

import (
	"fmt"
	"strings"
	"testing"

	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// decode reads a project, or returns nil if its text is no YAML.
func decode(text string) *project.Project {
	f, found := source.Decode("project.yaml", []byte(text))
	if len(found) > 0 {
		return nil
	}
	p, _ := project.Load(f, moneytest.Currency("KRW"))
	return p
}

// shared is a sample in which the article ownership has shares, one per line
// from firstLine+2 on.
func shared(shares ...string) sample {
	text := "ownership:\n  shares:"
	for _, s := range shares {
		text += "\n    - {" + s + "}"
	}
	s := with(text)
	s.clauses["ownership/generator"] = option("default: true", "korean_priority: share", "params:",
		"  - {name: shares, type: shares, required: true, title: {en: Shares, ko: 지분}}")
	return s
}

func TestShares(t *testing.T) {
	const path = "agreements[0].clauses.ownership.shares"
	of := func(first, second string) []string {
		return []string{"party: KR1, share: " + first, "party: US1, share: " + second}
	}
	sum := func(is string) []want {
		return []want{{code: "AGR-SHARES", path: path, line: firstLine + 2, message: "add up to " + is + ", not to 100%"}}
	}
	share := func(said string) []want {
		return []want{{code: "AGR-SHARE", path: path + "[1].share", line: firstLine + 3, column: 33, message: "not " + said}}
	}
	tests := []struct {
		shares []string
		want   []want
	}{
		{of("60", "40"), nil},
		{of("60.00", "40.00"), nil},
		{of("33.3333", "66.6667"), nil},
		{[]string{"party: KR1, share: 100"}, nil},
		{of("60", "39.99"), sum("99.99%")},
		{of("60", "40.0001"), sum("100.0001%")},
		{of("60", "41"), sum("101%")},
		{of("100", "0"), share("0")},
		{of("100", "0.00"), share("0.00")},
		{of("101", "-1"), share("-1")},
		{of("60", "forty"), share("forty")},
		{of("60", "1e2"), share("1e2")},
		{[]string{"party: KR1, share: 60", "party: US9, share: 40"}, []want{{code: "PRJ-UNKNOWN", path: path + "[1].party", line: firstLine + 3, fix: "did you mean US1?"}}},
		{[]string{"party: KR1, share: 60", "party: KR2, share: 40"}, []want{{code: "X-05", path: path + "[1].party", line: firstLine + 3, column: 21, message: "KR2 holds a share but is no party"}}},
		{[]string{"party: KR1, share: 60", "party: KR1, share: 40"}, []want{{code: "AGR-TYPE", path: path + "[1].party", line: firstLine + 3, column: 21, message: "each party stands once"}}},
		{[]string{"party: KR1, share: 60", "party: US1, shaer: 40"}, []want{
			{code: "YAML-KEY", path: path + "[1].shaer", line: firstLine + 3, column: 26, fix: "did you mean share?"},
		}},
		{[]string{"party: KR1, share: 60", "share: 40"}, []want{{code: "AGR-PARAM", path: path + "[1].party", line: firstLine + 3, gap: true}}},
		{[]string{"party: KR1, share: 60", "party: US1, share: null"}, []want{{code: "AGR-PARAM", path: path + "[1].share", line: firstLine + 3, gap: true}}},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.shares, "; "), func(t *testing.T) {
			p, found := shared(tt.shares...).choose(t)
			expect(t, found, tt.want...)
			if len(tt.want) == 0 && len(p.Article("ownership").Params["shares"].Shares) != len(tt.shares) {
				t.Error("shares were lost")
			}
		})
	}
}

func TestRequiresAndExcludes(t *testing.T) {
	const path = "agreements[0].clauses.term"
	tests := []struct {
		front string
		want  []want
	}{
		{"requires: [ownership]", nil},
		{"requires: [ownership/generator]", nil},
		{"requires: [ownership/partner]", []want{{code: "AGR-REQUIRES", path: path, message: "term/fixed needs ownership/partner", fix: "choose ownership/partner"}}},
		{"requires: [funds]", []want{{code: "AGR-REQUIRES", path: path, message: "needs funds"}}},
		{"excludes: [ownership/partner]", nil},
		{"excludes: [ownership/generator]", []want{{code: "X-51", path: path, message: "term/fixed and ownership/generator exclude each other"}}},
	}
	for _, tt := range tests {
		t.Run(tt.front, func(t *testing.T) {
			s := with()
			s.clauses["term/fixed"] = option("default: true", tt.front)
			_, found := s.choose(t)
			expect(t, found, tt.want...)
		})
	}
}

// the contract must state roles and results for every overseas party.
func TestSubstance(t *testing.T) {
	tests := []struct {
		old, new string
		want     []want
	}{
		{"{party: US1, role:", "{party: KR1, role:", []want{{code: "X-02", path: "parties[2]", line: 6, message: "US1 has no role", gap: true}}},
		{"with: [US1]", "with: [KR2]", []want{{code: "X-02", path: "parties[2]", line: 8, message: "US1 delivers no result", gap: true}}},
		{"{id: R1, party: KR1, with: [US1]}", "{id: R1, party: US1}", nil},
	}
	for _, tt := range tests {
		s := with()
		if !strings.Contains(s.project, tt.old) {
			t.Fatalf("no %q", tt.old)
		}
		s.project = strings.Replace(s.project, tt.old, tt.new, 1)
		_, found := s.choose(t)
		expect(t, found, tt.want...)
	}
}

// the Korean side must own results or be the first to use them. How much
// this weighs is a setting of the call.
func TestKoreanPriority(t *testing.T) {
	tests := []struct {
		ownership, access string
		strict            bool
		severity          string // of X-09; empty: none
	}{
		{"owns", "not_applicable", true, ""},
		{"share", "not_applicable", true, ""},
		{"none", "first_right", true, ""},
		{"first_right", "none", true, ""},
		{"none", "not_applicable", false, "warning"},
		{"none", "not_applicable", true, "unmet"},
		{"not_applicable", "none", true, "unmet"},
		{"\"\"", "\"\"", true, "unmet"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt), func(t *testing.T) {
			s := with("ownership: {option: generator}")
			s.strictIP = tt.strict
			s.clauses["ownership/generator"] = option("korean_priority: " + tt.ownership)
			s.clauses["access/free"] = option("default: true", "korean_priority: "+tt.access)
			_, found := s.choose(t)
			if tt.severity == "" {
				expect(t, found)
				return
			}
			expect(t, found, want{code: "X-09", severity: tt.severity, path: "agreements[0].clauses.ownership", line: firstLine, column: 18})
		})
	}
}

// A type of document without the article ownership is no contract about
// results.
func TestNoOwnershipArticle(t *testing.T) {
	s := with()
	s.document = strings.Replace(documentText, "[ownership, access]", "[access]", 1)
	s.strictIP = true
	_, found := s.choose(t)
	expect(t, found)
}

// What other parties do is not part of this contract.
func TestRowsOfTheContract(t *testing.T) {
	s := with()
	s.project = `budget:
  payments:
    - {id: p1, payer: KR1, payee: US1, currency: USD}
    - {id: p2, payer: KR2, payee: US1, currency: USD}
data_flows: [{id: d1, exporter: KR1, importer: US1}, {id: d2, exporter: KR2, importer: US1}]
evidence: {ethics: [{party: US1, number: e1}, {party: KR2, number: e2}]}
background: [{id: b1, owner: US1}, {id: b2, owner: KR2}]
` + strings.Replace(s.project, "results:\n", "  - {party: KR2}\nresults:\n  - {id: R2, party: KR2}\n", 1)
	in := s.inputs(t)
	plans, _, err := Choose(in)
	if err != nil {
		t.Fatal(err)
	}
	p, pr := plans[0], in.Project
	var got []string
	for _, x := range p.Payments(pr) {
		got = append(got, x.ID)
	}
	for _, x := range p.DataFlows(pr) {
		got = append(got, x.ID)
	}
	for _, x := range p.Ethics(pr) {
		got = append(got, x.Number)
	}
	for _, x := range p.Background(pr) {
		got = append(got, x.ID)
	}
	for _, x := range p.Roles(pr) {
		got = append(got, x.Party)
	}
	for _, x := range p.Results(pr) {
		got = append(got, x.ID)
	}
	if want := "p1 d1 e1 b1 US1 R1"; strings.Join(got, " ") != want {
		t.Errorf("the contract has %s, want %s", got, want)
	}
}

func TestSomebodySigns(t *testing.T) {
	s := with()
	s.project = strings.Replace(s.project, ", signatories: [{method: signature}]", "", 1)
	_, found := s.choose(t)
	expect(t, found, want{code: "X-49", severity: "blocking", path: "parties[2].signatories", line: 4, gap: true})
}

func TestTheSignedTextIsMade(t *testing.T) {
	for _, c := range []struct {
		signed, texts string
		missing       bool
	}{
		{"en", "[en, ko]", false},
		{"en", "[ko]", true},
		{"ko", "[en, en-ko]", true},
		{"both", "[en, ko]", false},
		{"both", "[en-ko]", false},
		{"both", "[en]", true},
	} {
		s := with()
		s.project = strings.Replace(s.project, "    signed_text: en\n", "    signed_text: "+c.signed+"\n    texts: "+c.texts+"\n", 1)
		_, found := s.choose(t)
		if c.missing {
			expect(t, found, want{code: "AGR-TEXTS", severity: "blocking", path: "agreements[0].texts"})
			continue
		}
		expect(t, found)
	}
}
