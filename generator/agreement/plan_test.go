package agreement

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/library"
)

func ids(articles []*Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, a.Option.ID())
	}
	return out
}

func TestDefaults(t *testing.T) {
	p, found := with().choose(t)
	expect(t, found)
	if got := ids(p.Articles()); !slices.Equal(got, []string{"purpose/plain", "term/fixed", "ownership/generator", "access/free"}) {
		t.Errorf("the articles are %q", got)
	}
	if len(p.Parts) != 2 || p.Parts[0].Title.EN != "General" || p.Parts[1].Title.KO != "지식재산" || len(p.Exhibits) != 0 {
		t.Errorf("the parts are %+v", p.Parts)
	}
	if p.Lead == nil || p.Lead.ID != "KR1" || len(p.Overseas) != 1 || p.Overseas[0].ID != "US1" || len(p.Parties) != 2 {
		t.Errorf("the parties are %+v", p)
	}
	if p.Article("ownership") == nil || p.Article("funds") != nil || p.Article("nothing") != nil {
		t.Error("Article does not find what is there")
	}
}

// A switched article stands only under its condition.
func TestSwitchedArticles(t *testing.T) {
	const pays = "budget:\n  payments:\n    - {id: p, payer: KR1, payee: US1, currency: USD}\n"
	const others = "budget:\n  payments:\n    - {id: p, payer: KR2, payee: US1, currency: USD}\n"
	const flows = "data_flows:\n  - {id: d, exporter: KR1, importer: US1}\n"
	const otherFlow = "data_flows:\n  - {id: d, exporter: KR2, importer: US1}\n"
	const ethics = "evidence:\n  ethics:\n    - {party: US1}\n"
	const otherEthics = "evidence:\n  ethics:\n    - {party: KR2}\n"
	const plan = "results:\n  - {id: R1, type: trial_plan_application, party: KR1, with: [US1]}\n"
	const otherPlan = "results:\n  - {id: R1, type: trial_plan_application, party: KR2, with: [US1]}\n"
	const material = "background:\n  - {id: B1, owner: US1, kind: material}\n"
	const otherMaterial = "background:\n  - {id: B1, owner: KR2, kind: material}\n"
	const software = "results:\n  - {id: R1, type: software, party: US1, with: [US1]}\n"
	const otherSoftware = "results:\n  - {id: R1, type: software, party: KR2, with: [US1]}\n"
	bought := func(party, category string) string {
		return "budget:\n  lines:\n    - {id: L1, party: " + party + ", category: " + category + "}\n"
	}
	tests := []struct {
		condition, more string
		stands          bool
	}{
		{"multi", "", false}, {"model_a", "", false}, {"chosen", "", false}, {"needed", "", false},
		{"commercial", "", false}, {"commercial", "project: {track: commercialization}\n", true}, {"commercial", "project: {track: rnd}\n", false},
		{"funded", "", false}, {"funded", pays, true},
		{"funded", others, false}, // what another party pays is not of this contract
		{"unfunded", "", true}, {"unfunded", pays, false}, {"unfunded", others, true},
		{"data_flows", "", false}, {"data_flows", flows, true}, {"data_flows", otherFlow, false},
		{"human_subjects", "", false}, {"human_subjects", ethics, true}, {"human_subjects", otherEthics, false}, {"human_subjects", flows, true},
		{"no_data_flows", "", true}, {"no_data_flows", flows, false}, {"no_data_flows", otherFlow, true},
		{"trial_plan", "", false}, {"trial_plan", plan, true}, {"trial_plan", otherPlan, false},
		{"regulated", "", false}, {"regulated", plan, true},
		{"always", "", true},
		{"business", "", false}, {"business", "project: {track: commercialization}\n", true}, // a company: below
		{"equipment", "", false}, {"equipment", material, true}, {"equipment", bought("US1", "EQUIP"), true}, {"equipment", bought("US1", "MATL"), true},
		{"equipment", bought("US1", "ACT"), false}, {"equipment", bought("KR1", "EQUIP"), false}, {"equipment", otherMaterial, false},
		{"software", "", false}, {"software", software, true}, {"software", otherSoftware, false},
		{"visits", "", false}, {"visits", material, true}, {"visits", otherMaterial, false},
		{"signed_en", "", true}, {"signed_ko", "", false}, {"signed_both", "", false},
	}
	for _, tt := range tests {
		s := with()
		if strings.HasPrefix(tt.more, "results:") {
			before, own, _ := strings.Cut(s.project, "results:\n")
			_, after, _ := strings.Cut(own, "\n")
			s.project = before + after
		}
		s.project = tt.more + s.project
		s.document = strings.Replace(documentText, "funds: funded", "funds: "+tt.condition, 1)
		p, found := s.choose(t)
		expect(t, found)
		if got := p.Article("funds") != nil; got != tt.stands {
			t.Errorf("%s with %q: stands is %v", tt.condition, tt.more, got)
		}
	}
	covered := []string{"chosen", "needed", "multi", "model_a"} // by tests of their own
	for _, c := range Conditions {
		if !slices.ContainsFunc(tests, func(x struct {
			condition, more string
			stands          bool
		}) bool {
			return x.condition == c && x.stands
		}) && !strings.HasPrefix(c, "signed_") && !slices.Contains(covered, c) {
			t.Errorf("no test in which %s holds", c)
		}
	}
}

// Some conditions depend on who the parties are, or on what the project chose.
func TestConditionsOnParties(t *testing.T) {
	for condition, edit := range map[string][2]string{
		"multi":    {"parties: [KR1, US1]", "parties: [KR1, KR2, US1]"},
		"model_a":  {"id: US1, role: overseas", "id: US1, role: joint_foreign"},
		"business": {"id: US1, role: overseas", "id: US1, kind: sme, role: overseas"},
		"visits":   {"party: US1, role:", "party: US1, host: KR1, role:"},
		"chosen":   {"purpose: {option: plain}", "purpose: {option: plain}\n      funds: {option: instalments}"},
	} {
		s := with()
		s.project = strings.Replace(s.project, edit[0], edit[1], 1)
		s.document = strings.Replace(documentText, "funds: funded", "funds: "+condition, 1)
		p, found := s.choose(t)
		expect(t, found)
		if p.Article("funds") == nil {
			t.Errorf("%s does not hold", condition)
		}
	}
}

func TestExhibitsStandLast(t *testing.T) {
	s := with()
	s.project = "budget:\n  payments:\n    - {id: p, payer: KR1, payee: US1, currency: USD}\n" + s.project
	p, found := s.choose(t)
	expect(t, found)
	if got := ids(p.Exhibits); !slices.Equal(got, []string{"exhibit-budget/table"}) {
		t.Errorf("the exhibits are %q", got)
	}
	if all := ids(p.Articles()); all[len(all)-1] != "exhibit-budget/table" {
		t.Errorf("the articles are %q", all)
	}
}

func TestPartiesOfTheContract(t *testing.T) {
	const line = 11
	tests := []struct {
		name, parties string
		want          want
	}{
		{"unknown", "[KR1, US1, US2]", want{code: "PRJ-UNKNOWN", path: "agreements[0].parties[2]", line: line, message: `no party "US2"`, fix: "did you mean US1?"}},
		{"no overseas party", "[KR1, KR2]", want{code: "AGR-PARTIES", path: "agreements[0].parties", line: line, message: "at least one overseas institution"}},
		{"no lead", "[KR2, US1]", want{code: "AGR-PARTIES", path: "agreements[0].parties", line: line}},
		{"nobody", "[]", want{code: "AGR-PARTIES", path: "agreements[0].parties", line: line}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := with()
			s.project = strings.Replace(s.project, "[KR1, US1]", tt.parties, 1)
			if got := strings.Split(s.project, "\n")[line-1]; !strings.Contains(got, "parties: "+tt.parties) {
				t.Fatalf("line %d is %q", line, got)
			}
			_, found := s.choose(t)
			expect(t, found, tt.want)
		})
	}
}

func TestEveryContractHasAPlan(t *testing.T) {
	s := with()
	s.project += "  - id: a2\n    parties: [KR1, US1]\n    signed_text: ko\n    clauses: {ownership: {option: partner}}\n"
	plans, found, err := Choose(s.inputs(t))
	if err != nil || len(plans) != 2 {
		t.Fatal(err, len(plans))
	}
	if plans[0].Article("ownership").Option.Name != "generator" || plans[1].Article("ownership").Option.Name != "partner" {
		t.Error("the contracts got each other's options")
	}
	expect(t, found, want{code: "X-09", severity: "warning", path: "agreements[1].clauses.ownership"})
}

type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, errors.New("broken disk") }

func TestUnreadableLibraryIsAnError(t *testing.T) {
	in := with().inputs(t)
	in.Layers = append(library.Layers{{Name: "project", FS: broken{}}}, in.Layers...)
	if _, _, err := Choose(in); err == nil {
		t.Error("no error")
	}
}
