package agreement

import (
	"fmt"
	"slices"
	"testing"

	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
)

// param is a sample in which the article term has one parameter v.
func param(declared, set string) sample {
	s := with()
	if set != "" {
		s = with("term:\n  v: " + set)
	}
	s.clauses["term/fixed"] = option("default: true", "params:", "  - {name: v, title: {en: The value, ko: 값}, "+declared+"}")
	return s
}

const (
	paramPath     = "agreements[0].clauses.term.v"
	paramTemplate = "clauses/term/fixed.md.tmpl:5:5"
)

func TestParameters(t *testing.T) {
	count := func(n int64, unit money.Unit) func(Value) any {
		return func(v Value) any { return v.Count == money.Count{N: n, Unit: unit} }
	}
	tests := []struct {
		declared, set string
		is            func(Value) any
	}{
		{"type: days", "30", count(30, money.Day)},
		{"type: days", "1_000", count(1000, money.Day)},
		{"type: days", "0", count(0, money.Day)},
		{"type: business_days", "5", count(5, money.BusinessDay)},
		{"type: weeks", "2", count(2, money.Week)},
		{"type: months", "6", count(6, money.Month)},
		{"type: years", "3", count(3, money.Year)},
		{"type: hours", "24", count(24, money.Hour)},
		{"type: count", "3", count(3, money.Item)},
		{"type: int", "3", func(v Value) any { return v.Count.N == 3 }},
		{"type: percent", "12.50", func(v Value) any { return v.Percent.English() == "12.50%" }},
		{"type: amount", "KRW 300000000", func(v Value) any { return v.Amount == moneytest.KRW(300_000_000) }},
		{"type: amount", "USD 10.05", func(v Value) any { return v.Amount.Code() == "USD 10.05" }},
		{"type: date", "2026-12-31", func(v Value) any { return v.Date.String() == "2026-12-31" }},
		{"type: text", "{en: both, ko: 둘}", func(v Value) any { return v.Text.EN == "both" && v.Text.KO == "둘" && v.Text.Path == paramPath }},
		{"type: party", "KR2", func(v Value) any { return v.Party == "KR2" }},
		{"type: parties", "[KR1, US1]", func(v Value) any { return slices.Equal(v.Parties, []string{"KR1", "US1"}) }},
		{"type: choice, values: [one, two]", "two", func(v Value) any { return v.Choice == "two" }},
		{"type: flag", "true", func(v Value) any { return v.Flag }},
		{"type: flag", "false", func(v Value) any { return !v.Flag }},
		{"type: choice, choices: [{value: one}, {value: two}]", "two", func(v Value) any { return v.Choice == "two" }},
		{"type: result", "R1", func(v Value) any { return slices.Equal(v.Results, []string{"R1"}) }},
		{"type: results", "[R1]", func(v Value) any { return slices.Equal(v.Results, []string{"R1"}) }},
		{"type: person", "kim", func(v Value) any { return v.Person == "kim" }},
		{"type: country", "SG", func(v Value) any { return v.Code == "SG" }},
		{"type: code", "5A002", func(v Value) any { return v.Code == "5A002" }},
		{"type: table, columns: [{name: n, type: int, title: {en: N, ko: 수}}]", "[{n: 3}, {}]", func(v Value) any { return len(v.Rows) == 2 && v.Rows[0].Cells["n"].Count.N == 3 }},
		{"type: shares", "[{party: KR1, share: 60}, {party: US1, share: 40}]", func(v Value) any { return len(v.Shares) == 2 }},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		t.Run(tt.declared+" "+tt.set, func(t *testing.T) {
			p, found := param(tt.declared, tt.set).choose(t)
			expect(t, found)
			v := p.Article("term").Params["v"]
			if tt.is(v) != true || !v.Set || !v.Chosen || v.Path != paramPath {
				t.Errorf("the value is %+v", v)
			}
			seen[v.Type] = true
		})
	}
	for _, typ := range ParamTypes {
		if !seen[typ] {
			t.Errorf("no test of the type %s", typ)
		}
	}
}

func TestDefaultOfAParameter(t *testing.T) {
	p, found := param("type: days, default: 60", "").choose(t)
	expect(t, found)
	v := p.Article("term").Params["v"]
	if v.Count.N != 60 || v.Chosen || !v.Set || v.Path != paramPath {
		t.Errorf("the value is %+v", v)
	}
	p, found = param("type: days, default: 60", "90").choose(t)
	expect(t, found)
	if v := p.Article("term").Params["v"]; v.Count.N != 90 || !v.Chosen {
		t.Errorf("the value is %+v", v)
	}
	p, found = param("type: days", "").choose(t)
	expect(t, found)
	if v := p.Article("term").Params["v"]; v.Set {
		t.Errorf("a value that is neither required nor set is %+v", v)
	}
}

func TestParameterFindings(t *testing.T) {
	typeError := func(fix string) want {
		return want{code: "AGR-TYPE", path: paramPath, message: "The value must be", fix: fix}
	}
	unknown := func(path, message, fix string) want {
		return want{code: "PRJ-UNKNOWN", path: path, message: message, fix: fix}
	}
	missing := want{code: "AGR-PARAM", path: paramPath, template: paramTemplate, message: "The value has no value", gap: true}
	tests := []struct {
		declared, set string
		want          want
	}{
		{"type: days", "soon", typeError("a whole number")},
		{"type: days", "30.5", typeError("a whole number")},
		{"type: days", "-1", typeError("a whole number")},
		{"type: days", "9999999999", typeError("a whole number")},
		{"type: days", "[30]", typeError("one value")},
		{"type: int", "{a: 1}", typeError("one value")},
		{"type: percent", "12,5", typeError("a percentage such as 60.00")},
		{"type: amount", "300", typeError("an amount with its currency")},
		{"type: amount", "KRW 1.5", typeError("an amount with its currency")},
		{"type: amount", "XYZ 1", typeError("an amount with its currency")},
		{"type: date", "2026-02-30", typeError("a date such as 2024-07-01")},
		{"type: date", "31.12.2026", typeError("a date such as")},
		{"type: flag", "maybe", typeError("true or false")},
		{"type: flag", "1", typeError("true or false")},
		{"type: flag", "t", typeError("true or false")},
		{"type: flag", "yes", typeError("true or false")},
		{"type: text", "only one", typeError("both languages")},
		{"type: text", "{en: one}", missing},
		{"type: text", "{en: one, ko: null}", missing},
		{"type: text", "{en: ~, ko: 하나}", missing},
		{"type: text", "{en: one, ko: [a]}", missing},
		{"type: text", "{en: one, ko: 하나, kr: 하나}", unknown(paramPath+".kr", `no language "kr"`, "did you mean ko?")},
		{"type: party", "US2", unknown(paramPath, `no party "US2"`, "did you mean US1?")},
		{"type: parties", "[KR1, US2]", unknown(paramPath+"[1]", `no party "US2"`, "did you mean US1?")},
		{"type: parties", "KR1", typeError("a list of parties")},
		{"type: parties", "[]", typeError("a list of parties")},
		{"type: choice, values: [arbitration, court]", "arbitraton", unknown(paramPath, `no The value "arbitraton"`, "did you mean arbitration?")},
		{"type: shares", "60", typeError("a list of {party, share}")},
		{"type: shares", "[]", typeError("a list of {party, share}")},
		{"type: days", "null", missing},
		{"type: days", `""`, missing},
		{"type: shares", "null", missing},
		{"type: days, required: true", "", missing},
		{"type: shares, required: true", "", missing},
	}
	for _, tt := range tests {
		t.Run(tt.declared+" "+tt.set, func(t *testing.T) {
			_, found := param(tt.declared, tt.set).choose(t)
			w := tt.want
			if tt.set != "" {
				w.line = firstLine + 1
			}
			expect(t, found, w)
		})
	}
}

// A default of the wrong form is the library's fault, and the place says so.
func TestDefaultOfTheWrongForm(t *testing.T) {
	for declared, fix := range map[string]string{
		"type: days, default: soon":         "a whole number",
		"type: flag, default: maybe":        "true or false",
		"type: percent, default: many":      "a percentage",
		"type: text, default: one language": "both languages",
	} {
		_, found := param(declared, "").choose(t)
		expect(t, found, want{code: "AGR-TYPE", template: paramTemplate, fix: fix})
	}
}

// All faults of a contract are named at once.
func TestAllFindingsAtOnce(t *testing.T) {
	s := with("term:\n  v: soon\n  w: 1", "ownership: {option: nobody}", "funds2: {}")
	s.clauses["term/fixed"] = param("type: days", "").clauses["term/fixed"]
	_, found := s.choose(t)
	if len(found) != 4 {
		t.Errorf("found\n%s", said(found))
	}
}

func FuzzParameter(f *testing.F) {
	for _, text := range []string{"30", "[{party: KR1, share: 60}]", "{en: a, ko: b}", "null", "[[]]"} {
		for i := range ParamTypes {
			f.Add(i, text)
		}
	}
	f.Fuzz(func(t *testing.T, typ int, text string) {
		s := param(fmt.Sprintf("type: %s, values: [a]", ParamTypes[uint(typ)%uint(len(ParamTypes))]), "")
		in := s.inputs(t)
		node := decode(projectText + "      term: {v: " + text + "}\n")
		if node == nil {
			return
		}
		in.Project = node
		if _, _, err := Choose(in); err != nil {
			t.Fatal(err)
		}
	})
}
