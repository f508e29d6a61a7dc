package agreement

import (
	"strings"
	"testing"
)

// checked is a sample in which the article term has parameters and one check.
func checked(check string, set ...string) sample {
	s := with()
	if len(set) > 0 {
		s = with("term:\n  " + strings.Join(set, "\n  "))
	}
	s.clauses["term/fixed"] = option("default: true", "params:",
		"  - {name: first, type: days, default: \"10\", title: {en: The first time, ko: 첫 기간}}",
		"  - {name: second, type: days, default: \"20\", title: {en: The second time, ko: 둘째 기간}}",
		"  - {name: years, type: years, title: {en: Years, ko: 햇수}}",
		"  - {name: part, type: percent, default: \"30\", title: {en: Part, ko: 비율}}",
		"  - {name: quick, type: choice, default: agreed, values: [agreed, excluded], title: {en: Quick, ko: 신속}}",
		"  - {name: three, type: flag, default: \"false\", title: {en: Three, ko: 셋}}",
		"  - name: costs",
		"    type: table",
		"    title: {en: Costs, ko: 비용}",
		"    columns: [{name: country, type: country, title: {en: C, ko: 나라}}, {name: party, type: party, title: {en: P, ko: 당사자}}, {name: share, type: percent, title: {en: S, ko: 비율}}, {name: use, type: choice, values: [a, b, c], title: {en: U, ko: 용도}}]",
		"checks:",
		"  - {rule: X-18, "+check+"}")
	return s
}

func TestClauseChecks(t *testing.T) {
	const term = "agreements[0].clauses.term"
	tests := []struct {
		name, check string
		set         []string
		want        *want
	}{
		{"at most", "kind: at_most, of: [first], with: second", nil, nil},
		{"at most, equal", "kind: at_most, of: [first], with: second", []string{"first: 20"}, nil},
		{"at most, over", "kind: at_most, of: [first], with: second", []string{"first: 21"}, &want{path: term + ".first", line: 16, message: "The first time: 21 days, but it must be at most 20 days (The second time)"}},
		{"at most, other unit", "kind: at_most, of: [years], with: second", []string{"years: 50"}, nil},
		{"at most, no value", "kind: at_most, of: [years], limit: \"1\"", nil, nil},
		{"at most a number", "kind: at_most, of: [first, second], limit: \"30\"", nil, nil},
		{"at most a number, over", "kind: at_most, of: [first, second], limit: \"29\", severity: warning", nil, &want{severity: "warning", path: term + ".second", message: "The first time + The second time: 30 days, but it must be at most 29 days"}},
		{"percent", "kind: at_most, of: [part], limit: \"30\"", nil, nil},
		{"percent, over", "kind: at_most, of: [part], limit: \"29.99\"", nil, &want{path: term + ".part", message: "30%, but it must be at most 29.99%"}},
		{"less than", "kind: less_than, of: [first], with: second", []string{"first: 19"}, nil},
		{"less than, equal", "kind: less_than, of: [first], with: second", []string{"first: 20"}, &want{path: term + ".first"}},
		{"at least", "kind: at_least, of: [years], limit: \"5\"", []string{"years: 5"}, nil},
		{"at least, under", "kind: at_least, of: [years], limit: \"5\"", []string{"years: 4"}, &want{path: term + ".years", message: "4 years, but it must be at least 5 years"}},
		{"another article is not there", "kind: at_most, of: [first], with: ownership.days", nil, nil},
		{"positive", "kind: positive, of: [first, second]", nil, nil},
		{"positive, zero", "kind: positive, of: [first, second]", []string{"second: 0"}, &want{path: term + ".second"}},
		{"together", "kind: together, of: [first, second]", []string{"first: 1", "second: 2"}, nil},
		{"together, none", "kind: together, of: [first, second]", nil, nil},
		{"together, one", "kind: together, of: [first, second]", []string{"first: 1"}, &want{path: term + ".first", message: "The first time is chosen, but not The second time"}},
		{"never", "kind: never, if: {quick: agreed, three: \"true\"}, message: {en: Three are slow, ko: 셋은 느립니다}, fix: {en: take one, ko: 하나로 하십시오}", nil, nil},
		{"never, but so", "kind: never, if: {quick: agreed, three: \"true\"}, message: {en: Three are slow, ko: 셋은 느립니다}, fix: {en: take one, ko: 하나로 하십시오}", []string{"three: true"}, &want{path: term + ".quick", message: "Three are slow", fix: "take one"}},
		{"only", "kind: only, when: unfunded", nil, nil},
		{"only, but not so", "kind: only, when: funded, message: {en: No money, ko: 돈이 없습니다}", nil, &want{path: term, message: "No money"}},
		{"whole", "kind: whole, table: costs, columns: [share, country]", []string{"costs: [{country: KR, share: 60}, {country: KR, share: 40}, {country: US, share: 100}]"}, nil},
		{"whole, not", "kind: whole, table: costs, columns: [share, country]", []string{"costs: [{country: KR, share: 60}, {country: US, share: 40}, {country: KR, share: 40}]"}, &want{path: term + ".costs[1].share", message: "add up to 40% and not to 100%"}},
		{"whole, no rows", "kind: whole, table: costs, columns: [share]", nil, nil},
		{"disjoint", "kind: disjoint, table: costs, columns: [country, party]", []string{"costs: [{country: KR, party: KR1}, {country: KR, party: US1}]"}, nil},
		{"disjoint, not", "kind: disjoint, table: costs, columns: [country, party]", []string{"costs: [{country: KR, party: KR1}, {country: KR, party: KR1}]"}, &want{path: term + ".costs[1]", message: "costs[0]"}},
		{"rows at most", "kind: rows_at_most, table: costs, columns: [share], limit: \"30\"", []string{"costs: [{country: KR, share: 30}, {country: US}]"}, nil},
		{"rows at most, over", "kind: rows_at_most, table: costs, columns: [share], limit: \"30\"", []string{"costs: [{country: KR, share: 30}, {country: US, share: \"30.01\"}]"}, &want{path: term + ".costs[1].share", message: "S: 30.01%, but it must be at most 30%"}},
		{"rows at most, where", "kind: rows_at_most, table: costs, columns: [share], where: {use: a|b}, limit: \"30\"", []string{"costs: [{use: c, share: 40}, {share: 40}]"}, nil},
		{"rows at most, where, over", "kind: rows_at_most, table: costs, columns: [share], where: {use: a|b}, limit: \"30\"", []string{"costs: [{use: c, share: 40}, {use: b, share: 40}]"}, &want{path: term + ".costs[1].share"}},
		{"under a choice", "kind: positive, of: [first], if: {quick: excluded}", []string{"first: 0"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := checked(tt.check, tt.set...).choose(t)
			if tt.want == nil {
				expect(t, found)
				return
			}
			tt.want.code, tt.want.template = "X-18", "clauses/term/fixed.md.tmpl:16:5"
			expect(t, found, *tt.want)
		})
	}
}

// A check with a misspelt word would never find anything.
func TestClauseChecksAreKnown(t *testing.T) {
	for _, check := range []string{
		"kind: at_mots, of: [first], with: second", "kind: positive, of: [frist]", "kind: only, when: fundde",
		"kind: whole, table: cotsts, columns: [share]", "kind: never, if: {qiuck: agreed}",
		"kind: rows_at_most, table: costs, columns: [shaer], limit: \"1\"", "kind: rows_at_most, table: costs, columns: [share], where: {usse: a}, limit: \"1\"",
	} {
		_, found := checked(check).choose(t)
		expect(t, found, want{code: "PRJ-UNKNOWN", template: "clauses/term/fixed.md.tmpl:16:5"})
	}
}
