package agreement

import (
	"testing"
)

func TestOptionChosen(t *testing.T) {
	s := with("term: {option: open}")
	s.clauses["term/open"] = option()
	p, found := s.choose(t)
	expect(t, found)
	if got := p.Article("term").Option.Name; got != "open" {
		t.Errorf("the option is %s", got)
	}
}

// Of several defaults the first whose condition holds is taken, in the order of
// their names.
func TestDefaultsUnderConditions(t *testing.T) {
	tests := []struct {
		name    string
		clauses map[string]string
		want    string
	}{
		{"the condition holds", map[string]string{"term/a": option("default: true", "when: signed_en"), "term/b": option("default: true", "when: signed_ko")}, "a"},
		{"the first does not hold", map[string]string{"term/a": option("default: true", "when: signed_ko"), "term/b": option("default: true", "when: signed_en")}, "b"},
		{"without a condition", map[string]string{"term/a": option("default: true", "when: funded"), "term/b": option("default: true")}, "b"},
		{"no default, though its condition holds", map[string]string{"term/a": option("when: signed_en"), "term/b": option("default: true")}, "b"},
	}
	for _, tt := range tests {
		s := with()
		s.clauses = tt.clauses
		s.clauses["term/fixed"] = ""
		p, found := s.choose(t)
		expect(t, found)
		if a := p.Article("term"); a == nil || a.Option.Name != tt.want {
			t.Errorf("%s: the article is %+v", tt.name, a)
		}
	}
}

// An option may be chosen whatever its condition as a default says.
func TestConditionDoesNotBindTheProject(t *testing.T) {
	s := with("term: {option: a}")
	s.clauses["term/a"] = option("when: funded")
	p, found := s.choose(t)
	expect(t, found)
	if p.Article("term").Option.Name != "a" {
		t.Error("the choice was not followed")
	}
}

func TestChoiceFindings(t *testing.T) {
	tests := []struct {
		name   string
		sample func() sample
		want   []want
	}{
		{"unknown option", func() sample { return with("ownership: {option: generater}") }, []want{{
			code: "PRJ-UNKNOWN", path: "agreements[0].clauses.ownership.option", line: firstLine, column: 27,
			message: `"generater"`, fix: "did you mean generator? Possible: generator, partner",
		}}},
		{"unknown article", func() sample { return with("ownershp:\n  option: generator") }, []want{{
			code: "PRJ-UNKNOWN", path: "agreements[0].clauses.ownershp", line: firstLine, column: 7,
			message: `no article "ownershp"`, fix: "did you mean ownership?",
		}}},
		{"unknown parameter", func() sample {
			s := with("term:\n  option: fixed\n  dyas: 30")
			s.clauses["term/fixed"] = option("default: true", "params:", "  - {name: days, type: days, default: 60, title: {en: Time, ko: 기간}}")
			return s
		}, []want{{
			code: "PRJ-UNKNOWN", path: "agreements[0].clauses.term.dyas", line: firstLine + 2, column: 9,
			message: `parameter of term/fixed "dyas"`, fix: "did you mean days?",
		}}},
		{"no default", func() sample {
			s := with()
			s.clauses["term/fixed"] = option()
			return s
		}, []want{{code: "AGR-OPTION", path: "agreements[0]", line: 10, message: "the article term has no default option", fix: "clauses.term.option"}}},
		{"no default fits", func() sample {
			s := with()
			s.clauses["term/fixed"] = option("default: true", "when: funded")
			return s
		}, []want{{code: "AGR-OPTION", message: "the article term has no default option"}}},
		{"no option at all", func() sample {
			s := with()
			s.clauses["term/fixed"] = ""
			return s
		}, []want{{code: "AGR-OPTION", message: "the article term has no default option"}}},
		{"a broken option", func() sample {
			s := with()
			s.clauses["term/other"] = "no front matter"
			return s
		}, []want{{code: "LIB-FRONT", template: "clauses/term/other.md.tmpl:1:1"}}},
		{"a condition of an option that does not exist", func() sample {
			s := with()
			s.clauses["term/other"] = option("default: true", "when: fundet")
			return s
		}, []want{{code: "PRJ-UNKNOWN", template: "clauses/term/other.md.tmpl:2:1", message: `"fundet"`, fix: "did you mean funded?"}}},
		{"a type of parameter that does not exist", func() sample {
			s := with()
			s.clauses["term/fixed"] = option("default: true", "params:", "  - {name: days, type: dayz, default: 60, title: {en: Time, ko: 기간}}")
			return s
		}, []want{{code: "PRJ-UNKNOWN", template: "clauses/term/fixed.md.tmpl:5:5", message: `"dayz"`, fix: "did you mean days?"}}},
		{"a condition of the document type that does not exist", func() sample {
			s := with()
			s.document = documentText + "  term: fundet\n"
			return s
		}, []want{{code: "PRJ-UNKNOWN", template: "documents/agreement/document.yaml:16:3", message: `"fundet"`, fix: "did you mean funded?"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := tt.sample().choose(t)
			expect(t, found, tt.want...)
		})
	}
}
