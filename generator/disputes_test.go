package generator_test

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
)

// TestDisputeRules holds what the options on disputes find: each rule once where
// it speaks and once where it is silent.
func TestDisputeRules(t *testing.T) {
	tests := []struct {
		name string
		slot string
		set  node
		code string // of the only finding about the contract; empty: none
		path string // below the article
	}{
		{"the institution and its rules", "forum", node{"option": "siac"}, "", ""},
		{"both changed", "forum", node{"option": "siac", "institution": sampleText("A"), "rules": sampleText("B")}, "", ""},
		{"a hybrid", "forum", node{"option": "siac", "institution": sampleText("A")}, "X-12", ".institution"},
		{"a hybrid mediation", "dispute-ladder", node{"option": "wipo-mediation", "rules": sampleText("B")}, "X-12", ".rules"},
		{"ad hoc", "forum", node{"option": "uncitral", "authority": sampleText("A")}, "", ""},
		{"ad hoc without authority", "forum", node{"option": "uncitral"}, "AGR-PARAM", ".authority"},
		{"two arbitrators", "forum", node{"arbitrators": "2"}, "PRJ-UNKNOWN", ".arbitrators"},
		{"expedited before one", "forum", node{"expedited": "agreed"}, "", ""},
		{"expedited before three", "forum", node{"expedited": "agreed", "arbitrators": "3"}, "X-16", ".expedited"},
		{"perhaps expedited before three", "forum", node{"arbitrators": "3"}, "X-16", ".expedited"},
		{"three and nothing else", "forum", node{"arbitrators": "3", "expedited": "excluded"}, "", ""},
		{"half a year", "dispute-ladder", node{"pi_days": "60", "executive_days": "60", "mediation_days": "60"}, "", ""},
		{"a day more", "dispute-ladder", node{"pi_days": "60", "executive_days": "60", "mediation_days": "61"}, "X-17", ".mediation_days"},
		{"longer, but beside the arbitration", "dispute-ladder", node{"pi_days": "60", "executive_days": "60", "mediation_days": "61", "strength": "parallel"}, "", ""},
		{"a step without time", "dispute-ladder", node{"pi_days": "0"}, "X-17", ".pi_days"},
		{"an expert without time", "dispute-ladder", node{"expert": "technical", "expert_days": "0"}, "X-17", ".expert_days"},
		{"no expert", "dispute-ladder", node{"expert_days": "0"}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := example(t, "two-party")
			list(p, "agreements")[0].(node)["clauses"].(node)[tt.slot] = tt.set
			_, found, err := generator.Contracts(world(t, "two-party", p))
			if err != nil {
				t.Fatal(err)
			}
			found = slices.DeleteFunc(found, func(f diag.Finding) bool { return !strings.HasPrefix(f.Path, "agreements[0].clauses."+tt.slot) })
			want := 1
			if tt.code == "" {
				want = 0
			}
			if len(found) != want {
				t.Fatalf("%d findings, want %d: %v", len(found), want, found)
			}
			if want == 1 && (found[0].Code != tt.code || found[0].Path != "agreements[0].clauses."+tt.slot+tt.path) {
				t.Errorf("%s at %s, want %s at %s", found[0].Code, found[0].Path, tt.code, tt.path)
			}
		})
	}
}

func sampleText(s string) node { return node{"en": s, "ko": s} }
