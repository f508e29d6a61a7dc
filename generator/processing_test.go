package generator_test

import (
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
)

// TestProcessingRoles gives the two flows of personal data of the example roles
// of their own: the article has the duties of each role that a flow has, for the
// flows that have it, and the exhibit names the role of each flow.
func TestProcessingRoles(t *testing.T) {
	const (
		separate  = "decides for itself on the purposes"
		joint     = "decide jointly on the purposes"
		processor = "only on behalf of the providing Party"
	)
	tests := []struct {
		article, first, second string // what the article, D1 and D2 say; empty: nothing
		has, lacks             []string
	}{
		{"", "", "", []string{"Each Party " + separate}, []string{joint, processor, "For D1"}},
		{"processor", "", "", []string{"The receiving Party processes Personal Data " + processor}, []string{separate, joint, "For D1"}},
		{"", "processor", "", []string{"For D1 in Exhibit E, the receiving Party", "For D2 in Exhibit E, each Party " + separate, "processor for the provider"}, []string{joint}},
		{"joint", "separate", "", []string{"For D1 in Exhibit E, each Party", "For D2 in Exhibit E, the Parties concerned " + joint}, []string{processor}},
		{"", "joint", "joint", []string{"The Parties to a flow of Personal Data " + joint}, []string{separate, processor, "For D1"}},
		{"short", "processor", "", []string{"states for each flow who decides on the processing", "processor for the provider"}, []string{separate}},
	}
	for _, tt := range tests {
		p := example(t, "two-party")
		contractOf(p)["texts"] = []any{"en", "ko"}
		switch tt.article {
		case "":
		case "short":
			clause("data-protection", node{"option": "short"})(p)
		default:
			clause("data-protection", node{"role": tt.article})(p)
		}
		for i, role := range []string{tt.first, tt.second} {
			if role != "" {
				in(p, "data_flows", i)["roles"] = role
			}
		}
		texts, found, err := generator.Contracts(world(t, "two-party", p))
		if err != nil || len(found) > 0 || len(texts) != 2 {
			t.Fatal(tt, texts, found, err)
		}
		for _, text := range texts {
			if text.Lang != diag.English {
				continue
			}
			all := wholeText(text)
			for _, words := range tt.has {
				if !strings.Contains(all, words) {
					t.Errorf("%+v: not said: %s", tt, words)
				}
			}
			for _, words := range tt.lacks {
				if strings.Contains(all, words) {
					t.Errorf("%+v: said: %s", tt, words)
				}
			}
		}
	}
}
