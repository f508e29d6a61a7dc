package agreement

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// chooser picks the option of each slot of one contract.
type chooser struct {
	in     Inputs
	plan   *Plan
	needed map[string]string // slot that a chosen option requires: the option, or "" for any
	own    *Plan             // while the standard of a contract is made: the contract itself
	found  diag.List
}

func (c *chooser) articles(slots []string) ([]*Article, error) {
	var out []*Article
	for _, slot := range slots {
		c.known(c.in.Type.Condition(slot), c.conditionPlace(slot), diag.T("condition", "조건"), Conditions)
		if c.omitted(slot) || !c.stands(slot) {
			continue
		}
		a, err := c.article(slot)
		if err != nil {
			return nil, err
		}
		if a != nil {
			out = append(out, a)
		}
	}
	return out, nil
}

func (c *chooser) article(slot string) (*Article, error) {
	shelf, err := c.in.shelf(slot)
	if err != nil {
		return nil, err
	}
	c.found.Add(shelf.found...)
	options := shelf.options
	for _, o := range options {
		place := diag.Place{File: o.File.Path, Line: o.Head.Place.Line, Column: o.Head.Place.Column}
		c.known(o.Head.When, place, diag.T("condition", "조건"), Conditions)
		c.knownSubstitutes(o)
	}
	choice := c.choice(slot)
	option := c.pick(slot, choice, options)
	if option == nil {
		return nil, nil
	}
	a := &Article{Option: option, Chosen: c.chooserOf(option, choice), Params: map[string]Value{}}
	c.params(a, choice)
	return a, nil
}

// known reports a name in the library that nothing stands for. Taken as it is,
// a misspelt condition would never hold, and its article would be left out.
func (c *chooser) known(name string, template diag.Place, what diag.Text, names []string) {
	if name == "" || contains(names, name) {
		return
	}
	f := project.UnknownID(c.in.Project, "", name, what, names)
	f.Place, f.Template = diag.Place{}, template
	c.found.Add(f)
}

func (c *chooser) conditionPlace(slot string) diag.Place {
	for _, s := range c.in.Type.Switched {
		if s.Key == slot {
			return s.Place
		}
	}
	return diag.Place{}
}

func (c *chooser) choice(slot string) *project.Choice {
	for _, p := range c.plan.Agreement.Clauses {
		if p.Key == slot {
			return p.Value
		}
	}
	return nil
}

// pick returns the option that the project names, else the one of the package,
// else the first default whose condition fits the contract. An article that
// stands because another one needs it has the option that the other one needs.
func (c *chooser) pick(slot string, choice *project.Choice, options []*library.Option) *library.Option {
	if choice != nil && choice.Option != "" {
		names := make([]string, len(options))
		for i, o := range options {
			if o.Name == choice.Option {
				return o
			}
			names[i] = o.Name
		}
		path := source.Child(choice.Path, "option")
		c.found.Add(project.UnknownID(c.in.Project, path, choice.Option, diag.T("option of the article %s", "조항 %s의 선택지", slot), names))
		return nil
	}
	if o := c.packageOption(slot, choice, options); o != nil {
		return o
	}
	if need := c.needed[slot]; need != "" && c.in.Type.Condition(slot) == "needed" {
		for _, o := range options {
			if o.Name == need {
				return o
			}
		}
	}
	if o := c.standard(options); o != nil {
		return o
	}
	c.found.Add(diag.Finding{
		Code: "AGR-OPTION", Severity: diag.Blocking, Path: c.plan.Agreement.Path, Place: c.in.Project.File.Place(c.plan.Agreement.Path),
		Message: diag.T("the article %s has no default option, and the project chooses none", "조항 %s에 기본 선택지가 없고 과제 파일도 선택하지 않았습니다", slot),
		Fix:     diag.T("name an option under clauses.%s.option", "clauses.%s.option에 선택지를 적으십시오", slot),
	})
	return nil
}

// params types every declared parameter and reports those nobody declared.
func (c *chooser) params(a *Article, choice *project.Choice) {
	var node *source.Value
	path := source.Child(source.Child(c.plan.Agreement.Path, "clauses"), a.Option.Slot)
	if choice != nil {
		node = choice.Node
	}
	c.undeclared(a, c.values(a, node, c.packaged(a.Option), path, slices.Clone(besideParams)))
}

// besideParams are the names in a choice that are no parameters.
var besideParams = []string{"option", "reason", "by"}

// values types the parameters that stand in a mapping of the project file beside
// other names, and returns all names. What the project does not set, a package
// may.
func (c *chooser) values(a *Article, node, packaged *source.Value, path string, names []string) []string {
	for _, p := range a.Option.Head.Params {
		names = append(names, p.Name)
		c.known(p.Type, diag.Place{File: a.Option.File.Path, Line: p.Place.Line, Column: p.Place.Column}, diag.T("type of parameters", "매개변수 종류"), ParamTypes)
		r := reader{project: c.in.Project, option: a.Option, param: p, path: source.Child(path, p.Name)}
		if v := node.Get(p.Name); v != nil {
			r.node, r.chosen = v, true
		} else if v := packaged.Get(p.Name); v != nil {
			r.node = v
		} else {
			r.node = defaultOf(p, c.in.Project.Grant)
		}
		v, found := r.read()
		if r.node == nil && c.own != nil {
			v = c.agreed(a, p, v)
		}
		if r.node != nil && r.node == packaged.Get(p.Name) {
			c.atPackage(r.node.Place, found...)
		} else {
			c.found.Add(found...)
		}
		a.Params[p.Name] = v
	}
	if node == nil {
		return names
	}
	for _, e := range node.Entries {
		if !contains(names, e.Key) {
			f := project.UnknownID(c.in.Project, source.Child(path, e.Key), e.Key, diag.T("parameter of %s", "%s의 매개변수", a.Option.ID()), names)
			f.Place = e.KeyPlace
			c.found.Add(f)
		}
	}
	return names
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
