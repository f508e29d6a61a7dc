package agreement

import (
	"strings"
	"testing"

	"pactwright/generator/library"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/source"
)

const longPackage = "id: long\ndefault: true\n"

// packed is the base sample with a package of clauses that the contract names.
func packed(name, text string, clauses ...string) sample {
	s := with(clauses...)
	s.packages = map[string]string{"long": longPackage, "lean": text}
	if name != "" {
		s.project = strings.Replace(s.project, "    clauses:\n", "    package: "+name+"\n    clauses:\n", 1)
	}
	return s
}

// daysOption is an option with two parameters.
func daysOption() string {
	return option("params:",
		"  - {name: days, type: days, default: \"5\", title: {en: Days, ko: 기간}}",
		"  - {name: weeks, type: weeks, default: \"7\", title: {en: Weeks, ko: 기간}}")
}

// What the project says stands before the package, and the package before the
// default of the option.
func TestPackageOrder(t *testing.T) {
	const lean = "id: lean\nclauses:\n  term: {option: short, days: 3}\n"
	tests := []struct {
		name, pack string
		clauses    []string
		option     string
		days       int64 // 0: the option has none
	}{
		{"the package over the default", "lean", nil, "short", 3},
		{"the project over the package", "lean", []string{"term: {days: 9}"}, "short", 9},
		{"the project's option is its own", "lean", []string{"term: {option: other}"}, "other", 5},
		{"the project's parameters bring their option with them", "lean", []string{"term: {years: 2}"}, "fixed", 0},
		{"the package's option does not fit the contract", "lean", nil, "fixed", 0},
		{"another package", "long", nil, "fixed", 0},
		{"none named", "", nil, "fixed", 0},
	}
	for _, tt := range tests {
		s := packed(tt.pack, lean, tt.clauses...)
		s.clauses["term/short"], s.clauses["term/other"] = daysOption(), daysOption()
		if strings.Contains(tt.name, "does not fit") {
			s.clauses["term/short"] = option("when: funded", "params:", "  - {name: days, type: days, title: {en: Days, ko: 기간}}")
		}
		s.clauses["term/fixed"] = option("default: true", "params:", "  - {name: years, type: years, default: \"1\", title: {en: Years, ko: 기간}}")
		p, found := s.choose(t)
		expect(t, found)
		a := p.Article("term")
		if a.Option.Name != tt.option || a.Params["days"].Count.N != tt.days {
			t.Errorf("%s: %s with %+v", tt.name, a.Option.Name, a.Params["days"])
		}
	}
}

// A package that names no option sets the parameters of whatever option stands.
func TestPackageParametersOfAnyOption(t *testing.T) {
	s := packed("lean", "id: lean\nclauses:\n  term: {days: 3}\n", "term: {option: other, weeks: 1}")
	s.clauses["term/other"] = daysOption()
	p, found := s.choose(t)
	expect(t, found)
	if got := p.Article("term").Params; got["days"].Count.N != 3 || got["weeks"].Count.N != 1 || got["days"].Chosen {
		t.Errorf("the parameters are %+v", got)
	}
}

// An article that the package omits stands again if the project names it, but no
// package lifts a condition of the document.
func TestPackageOmits(t *testing.T) {
	const lean = "id: lean\nomit: [access, funds]\nclauses:\n  exhibit-budget: {option: table}\n"
	p, found := packed("lean", lean).choose(t)
	expect(t, found)
	if p.Article("access") != nil || p.Article("exhibit-budget") != nil {
		t.Errorf("the articles are %+v", p.Articles())
	}
	p, found = packed("lean", lean, "access: {}", "funds: {}").choose(t)
	expect(t, found)
	if p.Article("access") == nil || p.Article("funds") != nil {
		t.Errorf("the articles are %+v", p.Articles())
	}
}

// What a package includes stands where its condition holds, and where the
// project names it in any case.
func TestPackageIncludes(t *testing.T) {
	const lean = "id: lean\ninclude: {access: funded}\n"
	const named = "access: {}"
	for _, tt := range []struct {
		name, pack, paid string
		clauses          []string
		stands           bool
	}{
		{"its condition holds", "lean", paidAbroad, nil, true},
		{"its condition does not hold", "lean", "", nil, false},
		{"the project names it", "lean", "", []string{named}, true},
		{"another package", "long", paidAbroad, nil, false},
	} {
		for _, condition := range []string{"chosen", "needed"} {
			s := packed(tt.pack, lean, tt.clauses...)
			s.project = tt.paid + s.project
			s.document += "  access: " + condition + "\n"
			p, found := s.choose(t)
			expect(t, found)
			if got := p.Article("access") != nil; got != tt.stands {
				t.Errorf("%s (%s): stands is %v", tt.name, condition, got)
			}
		}
	}
}

// An article that stands anyway, one that the document does not have and a
// condition that is not known are reported at the package.
func TestPackageIncludesInVain(t *testing.T) {
	for include, message := range map[string]string{"term: always": `"term"`, "acess: always": `"acess"`, "access: allways": `"allways"`} {
		s := packed("lean", "id: lean\ninclude: {"+include+"}\n")
		s.document += "  access: chosen\n"
		_, found := s.choose(t)
		expect(t, found, want{code: "PRJ-UNKNOWN", template: "packages/lean.yaml:2:11", message: message})
	}
}

func TestPackageDress(t *testing.T) {
	p, found := packed("lean", "id: lean\nstyle: slim\ncontents: true\nparts: false\n").choose(t)
	expect(t, found)
	if p.Type.Style != "slim" || !p.Type.Contents || len(p.Parts) != 1 || p.Parts[0].Title.EN != "" || p.Parts[0].Articles[2].Option.Slot != "ownership" {
		t.Errorf("the document is %+v, its parts %+v", p.Type, p.Parts)
	}
	p, _ = packed("long", longPackage).choose(t)
	if p.Type.Style != "contract" || len(p.Parts) != 2 {
		t.Errorf("the document is %+v, its parts %+v", p.Type, p.Parts)
	}
}

const paidAbroad = `budget:
  payments:
    - {id: Y1, payer: KR1, payee: US1, currency: USD, phases: [200_000_000, 100_000_000]}
`

func TestThreshold(t *testing.T) {
	const lean = "id: lean\ndefault_when: {max_parties: 2, max_funds: KRW 300000000, personal_data: none}\n"
	flow := func(kind string) string {
		return "data_flows:\n  - {id: D1, exporter: KR1, importer: US1, identifiability: " + kind + "}\n"
	}
	tests := []struct{ name, pack, old, new, want string }{
		{"below it", "", "", "", "lean"},
		{"at the limit", "", "agreements:", paidAbroad + "agreements:", "lean"},
		{"one won over it", "", "agreements:", strings.Replace(paidAbroad, "100_000_000", "100_000_001", 1) + "agreements:", "long"},
		{"a third party", "", "[KR1, US1]\n    signed", "[KR1, KR2, US1]\n    signed", "long"},
		{"persons can be recognised", "", "agreements:", flow("pseudonymised") + "agreements:", "long"},
		{"nobody can be recognised", "", "agreements:", flow("anonymised") + "agreements:", "lean"},
		{"the project names another one", "long", "", "", "long"},
	}
	for _, tt := range tests {
		s := packed(tt.pack, lean)
		s.project = strings.Replace(s.project, tt.old, tt.new, 1)
		p, found := s.choose(t)
		expect(t, found)
		if p.Package == nil || p.Package.ID != tt.want {
			t.Errorf("%s: the package is %+v", tt.name, p.Package)
		}
	}
}

func TestPackageFindings(t *testing.T) {
	tests := []struct {
		name   string
		sample sample
		want   want
	}{
		{"unknown package", packed("leen", "id: lean\n"),
			want{code: "PRJ-UNKNOWN", path: "agreements[0].package", line: 13, message: "package of clauses", fix: "did you mean lean?"}},
		{"unknown option", packed("lean", "id: lean\nclauses:\n  term: {option: fixd}\n"),
			want{code: "PRJ-UNKNOWN", template: "packages/lean.yaml:3:18", message: "option of the article term", fix: "did you mean fixed?"}},
		{"unknown parameter", packed("lean", "id: lean\nclauses:\n  term: {days: 3}\n"),
			want{code: "PRJ-UNKNOWN", template: "packages/lean.yaml:3:10", message: "parameter of term/fixed"}},
		{"wrong value", packed("lean", "id: lean\nclauses:\n  access: {option: days, weeks: soon}\n"),
			want{code: "AGR-TYPE", template: "packages/lean.yaml:3:33", message: "a whole number"}},
		{"unknown article filled", packed("lean", "id: lean\nclauses:\n  terms: {}\n"),
			want{code: "PRJ-UNKNOWN", template: "packages/lean.yaml:3:3", message: "article", fix: "did you mean term?"}},
		{"unknown article omitted", packed("lean", "id: lean\nomit: [acess]\n"),
			want{code: "PRJ-UNKNOWN", template: "packages/lean.yaml:2:8", message: "article", fix: "did you mean access?"}},
		{"wrong threshold", packed("", "id: lean\ndefault_when:\n  max_funds: 300 million\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:3:14", message: "threshold"}},
		{"a threshold in no currency", packed("", "id: lean\ndefault_when:\n  max_funds: ABC 300000.00\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:3:14", message: "threshold"}},
		{"money is paid and the article is left out", func() sample {
			s := packed("lean", "id: lean\nomit: [funds, exhibit-budget]\n")
			s.project = strings.Replace(s.project, "agreements:", paidAbroad+"agreements:", 1)
			return s
		}(), want{code: "X-21", path: "agreements[0].package", message: "no article on payment"}},
		{"another id", packed("long", "id: leaner\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:1:5", message: "calls itself"}},
		{"omitted and filled", packed("long", "id: lean\nomit: [term]\nclauses:\n  term: {option: fixed}\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:2:8", message: "both omits and fills"}},
		{"omitted and included", packed("long", "id: lean\nomit: [term]\ninclude: {term: always}\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:2:8", message: "both omits and includes"}},
		{"unknown personal data", packed("long", "id: lean\ndefault_when: {personal_data: little}\n"),
			want{code: "LIB-PACKAGE", template: "packages/lean.yaml:2:31", message: "personal data"}},
		{"unknown key", packed("long", "id: lean\nomits: []\n"),
			want{code: "YAML-KEY", template: "packages/lean.yaml:2:1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.sample.clauses["access/days"] = daysOption()
			_, found := tt.sample.choose(t)
			expect(t, found, tt.want)
		})
	}
}

// TestThresholdInAnotherCurrency compares what is paid in won with a threshold in
// dollars at the rate of the budget; without one the package is no default.
func TestThresholdInAnotherCurrency(t *testing.T) {
	const rate = "  rates: [{currency: USD, krw_per_unit: 1380.00}]\n"
	for name, c := range map[string]struct {
		rate, funds string
		want        bool
	}{
		"no rate":  {"", "USD 300000.00", false},
		"below":    {rate, "USD 300000.00", true},
		"above":    {rate, "USD 1.00", false},
		"own, yes": {"", "KRW 300000000", true},
		"own, no":  {"", "KRW 1", false},
	} {
		s := packed("", "id: lean\ndefault_when:\n  max_funds: "+c.funds+"\n")
		s.project = strings.Replace(paidAbroad, "budget:\n", "budget:\n"+c.rate, 1) + s.project
		p, _ := s.choose(t)
		if got := p.Package != nil && p.Package.ID == "lean"; got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestDefaultInAnotherCurrency reads a default amount in dollars under a grant in
// won: it is none.
func TestDefaultInAnotherCurrency(t *testing.T) {
	for text, want := range map[string]bool{"USD 5.00": false, "KRW 5": true} {
		p := library.Param{Type: "amount", Default: source.NewText(text)}
		if got := defaultOf(p, moneytest.Currency("KRW")); (got != nil) != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// A reference to an article that is not there leads to the sub-clause of another
// that holds its core; it stays as it is if the article is there.
func TestStandsFor(t *testing.T) {
	s := packed("lean", "id: lean\nomit: [access]\n")
	s.clauses["purpose/plain"] = option("default: true", "stands_for: {access: core, access.source: code}")
	p, found := s.choose(t)
	expect(t, found)
	for name, want := range map[string]string{
		"access": "purpose.core", "access.project": "purpose.core", "access.source": "purpose.code", "term": "term", "nowhere": "nowhere",
	} {
		if got := p.Target(name); got != want {
			t.Errorf("%s leads to %s, not %s", name, got, want)
		}
	}
	s.packages = nil
	s.project = projectText
	p, _ = s.choose(t)
	if got := p.Target("access.project"); got != "access.project" {
		t.Errorf("the reference leads to %s", got)
	}
	s.clauses["purpose/plain"] = option("default: true", "stands_for: {acess: core}")
	_, found = s.choose(t)
	expect(t, found, want{code: "PRJ-UNKNOWN", template: "clauses/purpose/plain.md.tmpl:4:14", fix: "did you mean access?"})
}
