// Package guide asks a dozen questions about a contract and recommends a package
// and clause options for it, with reasons. Questions, reasons and
// recommendations are data, in guide.yaml of the template layers; this package
// knows only what a project file can tell about the answers.
package guide

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Codes of findings.
const (
	CodeData   = "GUIDE-DATA"   // the guide itself is not written as it must be
	CodeAnswer = "GUIDE-ANSWER" // an answer that no question has
)

// File is where the guide stands in the template layers.
const File = "guide.yaml"

// Guide holds the questions and what follows from their answers.
type Guide struct {
	source.At
	SmallFunds money.Amount           `yaml:"small_funds"` // up to here payments count as small
	Regions    source.Pairs[[]string] `yaml:"regions"`     // of partners, by country code
	Questions  []Question             `yaml:"questions"`
	Advice     []Rule                 `yaml:"advice"`
}

// Question is one question with its possible answers.
type Question struct {
	source.At
	ID        string       `yaml:"id"`
	Title     library.Text `yaml:"title"`
	Why       library.Text `yaml:"why"`
	Kind      string       `yaml:"kind"` // party: one of the parties of the contract; empty: one of the answers
	Answers   []Answer     `yaml:"answers"`
	Proposals []Proposal   `yaml:"proposals"` // the first that fits the project is the default
}

// Answer is one possible answer.
type Answer struct {
	source.At
	Value string       `yaml:"value"`
	Label library.Text `yaml:"label"`
}

// Conditions are facts and answers with the values that fit: a value, a list of
// them, or * for any but none. All must hold.
type Conditions = source.Pairs[*source.Value]

// Proposal is the answer that the project file suggests.
type Proposal struct {
	source.At
	When   Conditions   `yaml:"when"`
	Answer string       `yaml:"answer"` // or a fact, as in $lead
	Reason library.Text `yaml:"reason"`
}

// Rule recommends a package, or an option of an article with parameters. Of
// several for a package or an option the first that holds is taken.
type Rule struct {
	source.At
	When    Conditions    `yaml:"when"`
	Package string        `yaml:"package"`
	Slot    string        `yaml:"slot"`
	Option  string        `yaml:"option"`
	Params  *source.Value `yaml:"params"` // a value $x is the answer to x
	Reason  library.Text  `yaml:"reason"`
}

// Facts are what a project file can tell; conditions may name them. So may they
// name option.SLOT, what the file chooses for an article, and param.SLOT.NAME.
var Facts = []string{
	"lead", "parties", "funds", "data", "background", "track", "lead_kind", "partner_kind", "region", "model", "trial", "package",
}

// Load reads the guide of the template layers and compares it with the library.
func Load(ls library.Layers) (*Guide, diag.List, error) {
	file, err := ls.Read(File)
	if err != nil {
		return nil, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	if f == nil || f.Root == nil {
		return nil, onTemplate(found), nil
	}
	g := &Guide{}
	found.Add(source.Into(f, f.Root, g, source.Strict)...)
	if found.Has(diag.Blocking) {
		return nil, onTemplate(found), nil
	}
	c := checker{g: g, layers: ls}
	if err := c.all(); err != nil {
		return nil, nil, err
	}
	return g, onTemplate(append(found, c.found...)), nil
}

// onTemplate moves places to the template side: the project is not what is wrong.
func onTemplate(found diag.List) diag.List {
	for i := range found {
		found[i].Template, found[i].Place, found[i].Path = found[i].Place, diag.Place{}, ""
	}
	return found
}

// question returns the question with an id, or nil.
func (g *Guide) question(id string) *Question {
	for i := range g.Questions {
		if g.Questions[i].ID == id {
			return &g.Questions[i]
		}
	}
	return nil
}

func (g *Guide) ids() []string {
	out := make([]string, len(g.Questions))
	for i, q := range g.Questions {
		out[i] = q.ID
	}
	return out
}

func (q *Question) values() []string {
	out := make([]string, len(q.Answers))
	for i, a := range q.Answers {
		out[i] = a.Value
	}
	return out
}

// Unknown reports a name that is none of those known.
func unknown(code string, place diag.Place, what diag.Text, name string, known []string) diag.Finding {
	f := diag.Finding{
		Code: code, Severity: diag.Blocking, Place: place,
		Message: diag.T("there is no %s %q", "%s %q 값이 없습니다", what, name),
		Fix:     diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(known, ", ")),
	}
	if near := source.Suggest(name, known); near != "" {
		f.Fix = diag.T("did you mean %s? Possible: %s", "%s 값을 뜻하십니까? 가능한 값: %s", near, strings.Join(known, ", "))
	}
	return f
}

// checker finds names in the guide that nothing stands for.
type checker struct {
	g      *Guide
	layers library.Layers
	found  diag.List
}

func (c *checker) all() error {
	slots, err := c.layers.Slots()
	if err != nil {
		return err
	}
	packages, _, err := c.layers.Packages()
	if err != nil {
		return err
	}
	var ids []string
	for _, p := range packages {
		ids = append(ids, p.ID)
	}
	for i, q := range c.g.Questions {
		if slices.Contains(c.g.ids()[:i], q.ID) {
			c.add(q.Place, diag.T("the question %s stands twice", "질문 %s 항목이 두 번 나옵니다", q.ID), diag.T("give one of them another id", "하나의 id를 바꾸십시오"))
		}
		for _, p := range q.Proposals {
			c.conditions(p.When)
			if q.Kind == "" && !slices.Contains(q.values(), p.Answer) {
				c.found.Add(unknown(CodeData, p.Place, diag.T("answer", "답"), p.Answer, q.values()))
			}
		}
	}
	for _, r := range c.g.Advice {
		c.conditions(r.When)
		if r.Package != "" && !slices.Contains(ids, r.Package) {
			c.found.Add(unknown(CodeData, r.Place, diag.T("package of clauses", "조항 묶음"), r.Package, ids))
		}
		if r.Slot != "" {
			if err := c.rule(r, slots); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) add(place diag.Place, message, fix diag.Text) {
	c.found.Add(diag.Finding{Code: CodeData, Severity: diag.Blocking, Place: place, Message: message, Fix: fix})
}

// conditions checks that conditions name facts and questions, and values that
// these can have.
func (c *checker) conditions(when Conditions) {
	known := append(slices.Clone(Facts), c.g.ids()...)
	for _, w := range when {
		if strings.HasPrefix(w.Key, "option.") || strings.HasPrefix(w.Key, "param.") {
			continue
		}
		if !slices.Contains(known, w.Key) {
			c.found.Add(unknown(CodeData, w.Place, diag.T("fact or question", "사실 또는 질문"), w.Key, known))
			continue
		}
		q := c.g.question(w.Key)
		if q == nil || q.Kind != "" {
			continue
		}
		for _, v := range listed(w.Value) {
			if v != "*" && !slices.Contains(q.values(), v) {
				c.found.Add(unknown(CodeData, w.Place, diag.T("answer", "답"), v, q.values()))
			}
		}
	}
}

// rule checks that a recommendation names an option and its parameters.
func (c *checker) rule(r Rule, slots []string) error {
	if !slices.Contains(slots, r.Slot) {
		c.found.Add(unknown(CodeData, r.Place, diag.T("article", "조항"), r.Slot, slots))
		return nil
	}
	options, _, err := c.layers.Options(r.Slot)
	if err != nil {
		return err
	}
	var names, params []string
	for _, o := range options {
		names = append(names, o.Name)
		if r.Option == "" || r.Option == o.Name {
			for _, p := range o.Head.Params {
				params = append(params, p.Name)
			}
		}
	}
	if r.Option != "" && !slices.Contains(names, r.Option) {
		c.found.Add(unknown(CodeData, r.Place, diag.T("option of the article %s", "조항 %s의 선택지", r.Slot), r.Option, names))
		return nil
	}
	if r.Params == nil {
		return nil
	}
	for _, e := range r.Params.Entries {
		if !slices.Contains(params, e.Key) {
			c.found.Add(unknown(CodeData, e.KeyPlace, diag.T("parameter of %s", "%s의 매개변수", r.Slot), e.Key, params))
		}
	}
	return nil
}

// listed returns the values of a condition.
func listed(v *source.Value) []string {
	if v == nil {
		return nil
	}
	if v.Kind != source.List {
		return []string{v.Text}
	}
	out := make([]string, len(v.Items))
	for i, item := range v.Items {
		out[i] = item.Text
	}
	return out
}
