package agreement

import "testing"

// table is a sample in which the article term has a table of cases.
func table(rows string) sample {
	s := with("term:\n  cases: " + rows)
	s.clauses["term/fixed"] = option("default: true", "params:",
		"  - name: cases",
		"    type: table",
		"    title: {en: Cases, ko: 사례}",
		"    columns:",
		"      - {name: results, type: results, required: true, title: {en: Results, ko: 성과}}",
		"      - {name: rule, type: choice, title: {en: Rule, ko: 규칙}, choices: [{value: joint, label: {en: joint, ko: 공동}}, {value: sole}]}",
		"      - {name: owner, type: party, title: {en: Owner, ko: 귀속}}",
		"      - {name: days, type: days, default: \"30\", title: {en: Days, ko: 일}}")
	return s
}

// Every cell of a table has the type of its column; a column that a row leaves
// out has its default, or no value.
func TestTable(t *testing.T) {
	p, found := table("[{results: [R1], rule: joint}, {results: [R1], rule: sole, owner: US1, days: 5}]").choose(t)
	expect(t, found)
	rows := p.Article("term").Params["cases"].Rows
	if len(rows) != 2 || rows[0].Cells["days"].Count.N != 30 || rows[0].Cells["days"].Chosen || rows[0].Cells["owner"].Set {
		t.Errorf("the first row is %+v", rows[0])
	}
	if second := rows[1].Cells; second["days"].Count.N != 5 || second["owner"].Party != "US1" || second["rule"].Choice != "sole" {
		t.Errorf("the second row is %+v", second)
	}
	if p, found = table("[]").choose(t); p.Article("term").Params["cases"].Set {
		t.Error("an empty table has a value")
	}
	expect(t, found)
}

func TestTableFindings(t *testing.T) {
	const path = "agreements[0].clauses.term.cases"
	tests := []struct {
		rows string
		want want
	}{
		{"{results: [R1]}", want{code: "AGR-TYPE", path: path, message: "a list of rows"}},
		{"[R1]", want{code: "AGR-TYPE", path: path + "[0]", message: "results, rule, owner, days"}},
		{"[{rule: joint}]", want{code: "AGR-PARAM", path: path + "[0].results", gap: true}},
		{"[{results: [R9]}]", want{code: "PRJ-UNKNOWN", path: path + "[0].results[0]", fix: "R1"}},
		{"[{results: [R1], rule: jiont}]", want{code: "PRJ-UNKNOWN", path: path + "[0].rule", fix: "joint"}},
		{"[{results: [R1], onwer: US1}]", want{code: "YAML-KEY", path: path + "[0].onwer", fix: "owner"}},
		{"[{results: [R1], days: many}]", want{code: "AGR-TYPE", path: path + "[0].days"}},
	}
	for _, tt := range tests {
		t.Run(tt.rows, func(t *testing.T) {
			_, found := table(tt.rows).choose(t)
			expect(t, found, tt.want)
		})
	}
}

// An article that stands only where another one needs it comes with that one,
// also if a choice needs it, and stays away otherwise.
func TestNeededArticles(t *testing.T) {
	tests := []struct {
		name   string
		clause string
		front  []string
		stands bool
	}{
		{"nobody needs it", "", nil, false},
		{"the project names it", "access: {option: free}", nil, true},
		{"an option needs it", "", []string{"requires: [access]"}, true},
		{"an option needs one option of it", "", []string{"requires: [access/free]"}, true},
		{"a choice needs it", "term: {v: two}", []string{"params: [{name: v, type: choice, default: one, title: {en: V, ko: 값}, choices: [{value: one}, {value: two, requires: [access]}]}]"}, true},
		{"another choice does not", "term: {v: one}", []string{"params: [{name: v, type: choice, default: one, title: {en: V, ko: 값}, choices: [{value: one}, {value: two, requires: [access]}]}]"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := with()
			if tt.clause != "" {
				s = with(tt.clause)
			}
			s.document += "  access: needed\n"
			s.clauses["term/fixed"] = option(append([]string{"default: true"}, tt.front...)...)
			p, found := s.choose(t)
			expect(t, found)
			if stands := p.Article("access") != nil; stands != tt.stands {
				t.Errorf("it stands: %v", stands)
			}
		})
	}
}

// An article that needs one of several options of another one brings the first
// of them, and is content with any that the project chooses.
func TestNeededOptions(t *testing.T) {
	for clause, want := range map[string]string{"": "split", "access: {option: split}": "split", "access: {option: whole}": "whole"} {
		s := with()
		if clause != "" {
			s = with(clause)
		}
		s.document += "  access: needed\n"
		s.clauses["access/free"] = option("default: true")
		s.clauses["access/split"], s.clauses["access/whole"] = option(), option()
		s.clauses["term/fixed"] = option("default: true", "requires: [access/split or access/whole]")
		p, found := s.choose(t)
		expect(t, found)
		if a := p.Article("access"); a == nil || a.Option.Name != want {
			t.Errorf("%q: got %v, want %s", clause, a, want)
		}
	}
	s := with("access: {option: free}")
	s.clauses["access/free"] = option("default: true")
	s.clauses["term/fixed"] = option("default: true", "requires: [access/split or access/whole]")
	_, found := s.choose(t)
	expect(t, found, want{code: "AGR-REQUIRES"})
}
