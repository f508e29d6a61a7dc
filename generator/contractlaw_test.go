package generator_test

import (
	"slices"
	"testing"

	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// short takes the short form for the first contract.
func short(p node) { contractOf(p)["package"] = "short" }

// TestContractsAnswerTheLaw looks at what the rules about contracts come to in
// contracts of different forms: which of them do not concern it, and which it
// does not meet. What it meets is shown with document, article and page in each
// of its texts.
func TestContractsAnswerTheLaw(t *testing.T) {
	outside := []string{"LAW-OWN-2", "LAW-OWN-4", "LAW-OWN-STATE", "LAW-XLIC", "LAW-FIRST-USE", "LAW-NONDISC", "LAW-PREC"}
	inside := []string{"LAW-OWN-4", "LAW-OWN-STATE", "LAW-XLIC-B", "LAW-FIRST-USE", "LAW-NONDISC"}
	unfunded := []string{"LAW-K-PAY", "LAW-K-MANNER", "LAW-K-RETURN"}
	tests := []struct {
		name    string
		example string
		change  func(node)
		silent  []string // rules that do not concern the contract
		unmet   []string
	}{
		{"long form", "two-party", func(node) {}, with(outside, "LAW-TECHFEE"), nil},
		{"short form", "two-party", short, with(outside, "LAW-TECHFEE", "LAW-LIC-FREE"), nil},
		{"short form without money and data", "unfunded-partner", func(node) {}, with(outside, with(unfunded, "LAW-TECHFEE", "LAW-PIPA-K", "LAW-LIC-FREE")...), nil},
		{"joint institution abroad", "foreign-joint-institution", func(node) {}, with(inside, with(unfunded, "LAW-PIPA-K")...), nil},
		{"joint institution abroad, short form", "foreign-joint-institution", short, with(inside, with(unfunded, "LAW-LIC-FREE")...), []string{"LAW-TECHFEE"}},
		{"joint institution abroad, the contract first", "foreign-joint-institution", clause("precedence", node{"option": "internal"}), with(inside, with(unfunded, "LAW-PIPA-K")...), []string{"LAW-PREC"}},
		{"the lead owns, without a first use of the makers", "two-party", clause("ownership", node{"option": "lead", "income_percent": "10"}), with(but(outside, "LAW-FIRST-USE"), "LAW-TECHFEE"), []string{"LAW-FIRST-USE"}},
		{"evidence for four years", "two-party", clause("records", node{"retention": "4"}), with(outside, "LAW-TECHFEE"), []string{"LAW-KEEP"}},
		{"evidence for four years, short form", "two-party", both(short, clause("roles", node{"retention": "4"})), with(outside, "LAW-TECHFEE", "LAW-LIC-FREE"), []string{"LAW-KEEP"}},
		{"a late report on the use, short form", "two-party", both(short, clause("funds", node{"report_days": "28"})), with(outside, "LAW-TECHFEE", "LAW-LIC-FREE"), []string{"LAW-REP"}},
		{"licenses free of charge", "two-party", clause("access", node{"exploitation_terms": "free"}), with(outside, "LAW-TECHFEE"), []string{"LAW-LIC-FREE"}},
		{"non-disclosure for a year and a half", "two-party", withheld("18"), with(but(outside, "LAW-NONDISC"), "LAW-TECHFEE"), nil},
		{"non-disclosure for longer", "two-party", withheld("19"), with(but(outside, "LAW-NONDISC"), "LAW-TECHFEE"), []string{"LAW-NONDISC"}},
		{"an entrusted institution", "foreign-joint-institution", entrusted, with(but(inside, "LAW-OWN-4"), with(unfunded, "LAW-PIPA-K", "LAW-TECHFEE")...), nil},
		{"an entrusted institution, short form", "foreign-joint-institution", both(short, entrusted), with(but(inside, "LAW-OWN-4"), with(unfunded, "LAW-LIC-FREE", "LAW-TECHFEE")...), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := example(t, tt.example)
			tt.change(p)
			out, err := generator.Check(world(t, tt.example, p), generator.Options{Lang: diag.English, At: call.Agreement})
			if err != nil {
				t.Fatal(err)
			}
			var silent, unmet []string
			for _, r := range out.Results {
				if !aboutContracts(r.Rule) {
					continue
				}
				switch r.Status {
				case call.NotApplicable:
					silent = append(silent, r.Rule.ID)
				case call.Passed:
					traced(t, r)
				default:
					unmet = append(unmet, r.Rule.ID)
				}
			}
			slices.Sort(silent)
			slices.Sort(tt.silent)
			if !slices.Equal(silent, tt.silent) {
				t.Errorf("do not concern it: %v, want %v", silent, tt.silent)
			}
			if !slices.Equal(unmet, tt.unmet) {
				t.Errorf("not met: %v, want %v", unmet, tt.unmet)
			}
		})
	}
}

// aboutContracts reports whether a rule of the law looks at contracts.
func aboutContracts(r call.Rule) bool {
	file, _ := r.File()
	return r.Topic == "contracts" && file.Name == "kr-2024-02-29.yaml"
}

// traced expects that a rule that looks at clauses shows where each of its parts
// stands, in the text of each language.
func traced(t *testing.T, r call.Result) {
	t.Helper()
	if r.Rule.Check != "clause-present" {
		return
	}
	seen := map[string]bool{}
	for _, e := range r.Evidence {
		if e.Document == "" {
			continue // a reading of the call
		}
		seen[e.Document] = true
		if e.Article == "" || e.Page == 0 || e.Place.Line == 0 {
			t.Errorf("%s: %+v", r.Rule.ID, e)
		}
	}
	if len(seen) < 2 {
		t.Errorf("%s is shown in %d texts", r.Rule.ID, len(seen))
	}
}

// A time that is too short is one finding, under the code of the rule of
// contracts; the rule of the law is not met and says why.
func TestOneFactIsFoundOnce(t *testing.T) {
	p := example(t, "two-party")
	clause("records", node{"retention": "4"})(p)
	out, err := generator.Check(world(t, "two-party", p), generator.Options{Lang: diag.English, At: call.Agreement})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, f := range out.Findings {
		if f.Path == "agreements[0].clauses.records.retention" || f.Code == "LAW-KEEP" {
			codes = append(codes, f.Code)
		}
	}
	if !slices.Equal(codes, []string{"X-48"}) {
		t.Errorf("findings %v, want X-48 alone", codes)
	}
	i := slices.IndexFunc(out.Results, func(r call.Result) bool { return r.Rule.ID == "LAW-KEEP" })
	if i < 0 || out.Results[i].Status != call.Failed || out.Results[i].Path != "agreements[0].clauses.records.retention" {
		t.Errorf("LAW-KEEP does not take it up: %+v", out.Results[i])
	}
}

// entrusted makes the second Korean party do a part of the project for the lead.
func entrusted(p node) { in(p, "parties", 1)["role"] = "entrusted" }

// withheld asks for the non-disclosure of a result for some months.
func withheld(months string) func(node) {
	return clause("outcome-disclosure", node{"option": "request", "withheld": []any{node{"results": []any{"R1"}, "ground": "agreement", "months": months}}})
}

func both(changes ...func(node)) func(node) {
	return func(p node) {
		for _, c := range changes {
			c(p)
		}
	}
}

func with(ids []string, more ...string) []string { return append(slices.Clone(ids), more...) }

func but(ids []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(x string) bool { return x == id })
}
