package agreement

import (
	"math"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Value is one typed parameter. Exactly the field that its type names is set;
// Path is where the project file sets it, or would.
type Value struct {
	Type    string
	Path    string
	Chosen  bool // the project file sets it; false: the option's default
	Set     bool // it has a value at all
	Count   money.Count
	Percent money.Percent
	Amount  money.Amount
	Date    calendar.Date
	Text    project.Text
	Party   string
	Parties []string
	Choice  string
	Flag    bool
	Shares  []Share
	Results []string // ids: one of a result, any number of results
	Person  string   // id
	Code    string   // a code that is the same in both languages, or that of a country
	Rows    []Row    // of a table
}

// Share is the part of one party.
type Share struct {
	Path    string
	Party   string
	Percent money.Percent
}

// countUnits maps the parameter types that count to their units.
var countUnits = map[string]money.Unit{
	"days": money.Day, "business_days": money.BusinessDay, "weeks": money.Week,
	"months": money.Month, "years": money.Year, "hours": money.Hour,
}

// ParamTypes are the types that a parameter may declare.
var ParamTypes = []string{
	"days", "business_days", "weeks", "months", "years", "hours", "count", "int", "percent", "amount",
	"text", "party", "parties", "shares", "choice", "date", "flag",
	"result", "results", "person", "country", "code", "table",
}

// reader types one parameter.
type reader struct {
	project *project.Project
	option  *library.Option
	param   library.Param
	node    *source.Value // what the project or the option's default says; nil: nothing
	path    string        // in the project file
	chosen  bool
}

func (r reader) read() (Value, diag.List) {
	v := Value{Type: r.param.Type, Path: r.path, Chosen: r.chosen}
	if r.node == nil || r.node.Kind == source.Null || r.node.IsScalar() && r.node.Text == "" {
		if r.param.Required || r.chosen {
			return v, diag.List{r.missing()}
		}
		return v, nil
	}
	v.Set = true
	return r.typed(v)
}

// defaultOf returns what a parameter is that the project does not set. An amount
// in another currency than the grant's is no default: what is proper in one
// currency is not simply so much of another.
func defaultOf(p library.Param, grant money.Currency) *source.Value {
	if p.Type != "amount" || p.Default == nil {
		return p.Default
	}
	var a money.Amount
	if err := a.UnmarshalText([]byte(p.Default.Text)); err == nil && a.Currency() != grant {
		return nil
	}
	return p.Default
}

func (r reader) typed(v Value) (Value, diag.List) {
	switch r.param.Type {
	case "text":
		return r.text(v)
	case "shares":
		return r.shares(v)
	case "parties", "results":
		return r.several(v)
	case "table":
		return r.table(v)
	}
	if !r.node.IsScalar() {
		return v, diag.List{r.wrong(diag.T("one value", "값 하나"))}
	}
	return r.scalar(v)
}

func (r reader) scalar(v Value) (Value, diag.List) {
	text := r.node.Text
	if unit, ok := countUnits[r.param.Type]; ok {
		return r.count(v, unit)
	}
	var err error
	switch r.param.Type {
	case "int", "count":
		return r.count(v, money.Item)
	case "percent":
		v.Percent, err = money.ParsePercent(text)
	case "date":
		v.Date, err = calendar.Parse(text)
	case "amount":
		err = v.Amount.UnmarshalText([]byte(text))
	case "flag":
		if text != "true" && text != "false" {
			return v, diag.List{r.wrong(kinds["flag"])}
		}
		v.Flag = text == "true"
	case "party", "result", "person":
		return r.one(v)
	case "country", "code":
		v.Code = text
	case "choice":
		v.Choice = text
		if allowed := r.param.Allowed(); !contains(allowed, text) {
			return v, diag.List{project.UnknownID(r.project, r.path, text, r.param.Title.Diag(), allowed)}
		}
	}
	if err != nil {
		return v, diag.List{r.wrong(kinds[r.param.Type])}
	}
	return v, nil
}

// kinds says in words what a scalar parameter must be.
var kinds = map[string]diag.Text{
	"percent": {EN: "a percentage such as 60.00", KO: "60.00과 같은 백분율"},
	"date":    {EN: "a date such as 2024-07-01", KO: "2024-07-01과 같은 날짜"},
	"amount":  {EN: "an amount with its currency, such as KRW 300000000", KO: "KRW 300000000과 같이 통화를 붙인 금액"},
	"flag":    {EN: "true or false", KO: "true 또는 false"},
}

func (r reader) count(v Value, unit money.Unit) (Value, diag.List) {
	d, err := money.ParseDecimal(r.node.Text)
	n, whole := d.Int64()
	if err != nil || !whole || n < 0 || n > math.MaxInt32 {
		return v, diag.List{r.wrong(diag.T("a whole number", "정수"))}
	}
	v.Count = money.Count{N: n, Unit: unit}
	return v, nil
}

func (r reader) text(v Value) (Value, diag.List) {
	v.Text = project.Text{At: source.At{Path: r.path}}
	if r.node.Kind != source.Map {
		return v, diag.List{r.wrong(diag.T("a text in both languages: {en: …, ko: …}", "두 언어의 글: {en: …, ko: …}"))}
	}
	var found diag.List
	for _, e := range r.node.Entries {
		switch e.Key {
		case "en":
			v.Text.EN = written(e.Value)
		case "ko":
			v.Text.KO = written(e.Value)
		default:
			f := project.UnknownID(r.project, source.Child(r.path, e.Key), e.Key, diag.T("language", "언어"), []string{"en", "ko"})
			f.Place = e.KeyPlace
			found.Add(f)
		}
	}
	if v.Text.EN == "" || v.Text.KO == "" {
		found.Add(r.missing())
	}
	return v, found
}

// written returns what a value says. An empty one may be written as null or ~.
func written(v *source.Value) string {
	if v == nil || v.Kind == source.Null {
		return ""
	}
	return v.Text
}
