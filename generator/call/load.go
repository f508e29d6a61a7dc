package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// Codes of the findings about a file in data/calls. All of them are blocking: a
// rule that is not understood would judge nothing.
const (
	CodeEmpty   = "CALL-FILE-EMPTY"   // something that every entry must have is missing
	CodeTwice   = "CALL-FILE-TWICE"   // two entries with one id
	CodeUnknown = "CALL-FILE-UNKNOWN" // an id that nothing has
	CodeCite    = "CALL-FILE-CITE"    // a rule without a source
	CodeTests   = "CALL-FILE-TESTS"   // a rule without tests
	CodeCheck   = "CALL-FILE-CHECK"   // a kind of check that does not exist
	CodeParams  = "CALL-FILE-PARAMS"  // parameters that the check does not understand
	CodeDates   = "CALL-FILE-DATES"   // a window or phases that do not hold together
	CodeAmounts = "CALL-FILE-AMOUNTS" // caps that do not add up
	CodeTest    = "CALL-FILE-TEST"    // a test of a rule that comes out otherwise
)

// Load reads one call from a file in data/calls. Keys, checks and parameters
// that are not known are findings, as are rules without a citation or without
// tests. The call is never nil; a rule with a finding about its check is Broken
// in every result.
func Load(name string, data []byte) (*Call, diag.List) {
	file, found := source.Decode(name, data)
	c := &Call{File: file}
	if file.Root == nil {
		return c, found
	}
	found.Add(source.Into(file, file.Root, c, source.Strict)...)
	r := review{call: c, file: file}
	r.head()
	r.tracks()
	r.dates()
	r.settings()
	r.documents()
	r.rules()
	found.Add(r.found...)
	return c, found
}

// CheckLaw reports what the call cites from the law that the version does not
// have.
func CheckLaw(c *Call, v *law.Version) diag.List {
	r := review{call: c, file: c.File}
	if c.LawVersion != v.ID {
		r.add(CodeUnknown, "law_version",
			diag.T("the call is judged by the law version %s, not by %s", "공고의 법령 버전: %s, 적용된 버전: %s", c.LawVersion, v.ID),
			diag.T("use the law version that the call names", "공고가 정한 법령 버전을 쓰십시오"))
	}
	for i, rule := range c.Rules {
		for j, key := range rule.Cite.Law {
			r.provision(v, source.Item(source.Item("rules", i)+".cite.law", j), key)
		}
	}
	for i, d := range c.Documents {
		for j, key := range d.Cite.Law {
			r.provision(v, source.Item(source.Item("documents", i)+".cite.law", j), key)
		}
	}
	r.form(v)
	return r.found
}

// form checks the agency's form against the categories of the law.
func (r *review) form(v *law.Version) {
	form := r.call.BudgetForm
	if len(form.Rows) == 0 {
		return
	}
	if form.Unit < 1 {
		r.empty("budget_form.unit")
	}
	r.both("budget_form.note", form.Note)
	for i, row := range form.Rows {
		path := source.Item("budget_form.rows", i)
		r.both(path+".name", row.Name)
		if len(row.Categories) == 0 {
			r.empty(path + ".categories")
		}
		for j, key := range row.Categories {
			if _, ok := v.Category(key); !ok {
				r.unknown(source.Item(path+".categories", j), key)
			}
		}
		if !slices.Contains([]string{"all", "cash", "in_kind"}, row.Money) {
			r.unknown(path+".money", row.Money)
		}
	}
}

func (r *review) provision(v *law.Version, path, key string) {
	if _, ok := v.Citation(key); !ok {
		r.add(CodeUnknown, path,
			diag.T("the law version %s has no provision %q", "법령 버전 %s에 없는 조문입니다: %q", v.ID, key),
			diag.T("correct the key or add the provision to the law version", "키를 고치거나 법령 버전에 조문을 추가하십시오"))
	}
}
