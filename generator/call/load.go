package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
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

	CodeExpression = "CALL-FILE-EXPRESSION" // an expression that is not understood, or that costs too much
	CodeEdge       = "CALL-FILE-EDGE"       // no case at the limit and one step beyond it
)

// Load reads one call from a file in data/calls. Keys that mean nothing and
// entries that do not hold together are findings. The call is never nil; its
// rules are judged by only in a [Rulebook].
func Load(name string, data []byte) (*Call, diag.List) {
	file, found := source.Decode(name, data)
	c, more := Read(file)
	return c, append(found, more...)
}

// Read reads one call from a file that was decoded, and laid over those that it
// extends.
func Read(file *source.File) (*Call, diag.List) {
	c := &Call{File: file}
	if file.Root == nil {
		return c, nil
	}
	found := source.Into(file, file.Root, c, source.Strict, project.Amounts(currency(file)))
	r := review{call: c, file: file}
	r.head()
	r.tracks()
	r.dates()
	r.settings()
	r.documents()
	found.Add(r.found...)
	return c, found
}

// currency reads the currency of the grant, which the amounts of the call are in,
// before all else. One that is missing or not known is reported with the rest.
func currency(file *source.File) money.Currency {
	v := file.Root.Get("currency")
	if v == nil {
		return money.Currency{}
	}
	c, err := money.ParseCurrency(v.Text)
	if err != nil {
		return money.Currency{}
	}
	return c
}

// form checks the agency's form against the categories of the law.
func (r *review) form() {
	form, v := r.call.BudgetForm, r.law
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
