package merge

import (
	"slices"
	"testing"

	"pactwright/generator/agreement"
	"pactwright/generator/project"
)

func TestFlows(t *testing.T) {
	plan := &agreement.Plan{Parties: []*project.Party{
		{ID: "KR1", Country: "KR"}, {ID: "KR2", Country: "KR"}, {ID: "US1", Country: "US"},
	}}
	flow := func(id, from, to, identifiability, mode string) project.DataFlow {
		return project.DataFlow{ID: id, Exporter: from, Importer: to, Identifiability: identifiability, Mode: mode}
	}
	flows := newFlows(plan, []project.DataFlow{
		flow("D1", "KR1", "US1", "pseudonymised", "remote_view"),
		flow("D2", "US1", "KR1", "limited_data_set", "transfer"),
		flow("D3", "KR2", "KR1", "identifiable", "transfer"),
		flow("D4", "US1", "KR2", "synthetic", "transfer"),
		flow("D5", "KR1", "US1", "anonymised", "federated"),
		flow("D6", "KR1", "JP1", "pseudonymised", "transfer"), // JP1 is no party of the contract
	})
	tests := []struct {
		name string
		got  Flows
		want []string
	}{
		{"all", flows, []string{"D1", "D2", "D3", "D4", "D5"}},
		{"personal", flows.Personal(), []string{"D1", "D2", "D3"}},
		{"impersonal", flows.Impersonal(), []string{"D4", "D5"}},
		{"abroad", flows.Personal().Abroad(), []string{"D1", "D2"}},
		{"from Korea abroad", flows.Personal().Abroad().From("KR"), []string{"D1"}},
		{"from either", flows.From("KR", "US"), []string{"D1", "D2", "D3", "D4", "D5"}},
		{"viewed or federated", flows.By("remote_view", "federated"), []string{"D1", "D5"}},
		{"as", flows.As("synthetic", "identifiable"), []string{"D3", "D4"}},
		{"nothing", flows.From("JP"), nil},
	}
	for _, tt := range tests {
		var ids []string
		for _, f := range tt.got {
			ids = append(ids, f.ID)
		}
		if !slices.Equal(ids, tt.want) {
			t.Errorf("%s: %q, not %q", tt.name, ids, tt.want)
		}
	}
	if got := flows.Providers(); !slices.Equal(got, []string{"KR1", "US1", "KR2"}) {
		t.Errorf("the providers are %q", got)
	}
	if got := flows.Impersonal().Kinds(); !slices.Equal(got, []string{"synthetic", "anonymised"}) {
		t.Errorf("the kinds are %q", got)
	}
}
