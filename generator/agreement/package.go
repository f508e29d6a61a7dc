package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// start settles the package from which the choices of a contract start.
func (p *Plan) start(in Inputs, packages []*library.Package) diag.List {
	c := chooser{in: in, plan: p}
	p.Package = c.pack(packages)
	c.unknownInPackage()
	return c.found
}

// pack returns the package that the project names, else the one below whose
// threshold the contract stays, else the default.
func (c *chooser) pack(packages []*library.Package) *library.Package {
	var ids []string
	var below, standard *library.Package
	for _, p := range packages {
		ids = append(ids, p.ID)
		switch {
		case p.ID == c.plan.Agreement.Package && p.ID != "":
			return p
		case below == nil && c.below(p):
			below = p
		case p.Default && standard == nil:
			standard = p
		}
	}
	if id := c.plan.Agreement.Package; id != "" {
		path := source.Child(c.plan.Agreement.Path, "package")
		c.found.Add(project.UnknownID(c.in.Project, path, id, diag.T("package of clauses", "조항 묶음"), ids))
		return nil
	}
	if below != nil {
		return below
	}
	return standard
}

// below reports whether the contract stays within the threshold of a package. An
// amount that cannot be compared with the funds is not kept.
func (c *chooser) below(p *library.Package) bool {
	t := p.DefaultWhen
	if t == nil {
		return false
	}
	if t.MaxParties > 0 && int64(len(c.plan.Parties)) > t.MaxParties {
		return false
	}
	if t.PersonalData == "none" && c.plan.PersonalData(c.in.Project) {
		return false
	}
	if t.MaxFunds == nil {
		return true
	}
	var limit money.Amount
	if err := limit.UnmarshalText([]byte(t.MaxFunds.Text)); err != nil || limit.Currency().IsZero() {
		c.found.Add(diag.Finding{
			Code: "LIB-PACKAGE", Severity: diag.Blocking, Template: fileAt(p.File, t.MaxFunds.Place),
			Message: diag.T("the threshold of the package %s must be %s", "조항 묶음 %s의 기준은 다음 형식이어야 합니다: %s", p.ID, kinds["amount"]),
			Fix:     diag.T("write %s", "다음 형식으로 쓰십시오: %s", kinds["amount"]),
		})
		return false
	}
	order, comparable := c.in.Project.Compare(c.plan.Funds(c.in.Project), limit)
	return comparable && order <= 0
}

// Funds returns what parties of the contract pay to others under it.
func (p *Plan) Funds(pr *project.Project) money.Amount {
	var sum project.Amount
	for _, y := range p.Payments(pr) {
		for _, a := range y.Phases {
			sum += a
		}
	}
	return sum.In(pr.Grant)
}

// nameless are the kinds of data by which no person can be recognised.
var nameless = []string{"anonymised", "synthetic", "aggregated"}

// PersonalData reports whether data on persons move between the parties.
func (p *Plan) PersonalData(pr *project.Project) bool {
	return slices.ContainsFunc(p.DataFlows(pr), func(f project.DataFlow) bool {
		return !slices.Contains(nameless, f.Identifiability)
	})
}

// dress has the contract printed as its package says.
func (p *Plan) dress() {
	k := p.Package
	if k == nil {
		return
	}
	t := *p.Type
	if k.Style != "" {
		t.Style = k.Style
	}
	if k.Contents != nil {
		t.Contents = *k.Contents
	}
	p.Type = &t
	if k.Parts == nil || *k.Parts || len(p.Parts) == 0 {
		return
	}
	var all Part
	for _, part := range p.Parts {
		all.Articles = append(all.Articles, part.Articles...)
	}
	p.Parts = []Part{all}
}

// omitted reports whether the package leaves an article out that the project
// does not name itself and no chosen option needs.
func (c *chooser) omitted(slot string) bool {
	return c.plan.Package.Omits(slot) && c.choice(slot) == nil && !c.requires(slot)
}

// named reports whether the project or its package names a slot.
func (c *chooser) named(slot string) bool {
	return c.choice(slot) != nil || c.plan.Package.Fills(slot) != nil
}

// included reports whether the package has an article that nobody names: where
// the condition holds under which it does.
func (c *chooser) included(slot string) bool {
	condition, ok := c.plan.Package.Includes(slot)
	return ok && c.plan.stands(c.in, condition)
}

// packaged returns what the package says about the option in force: nothing if
// the project has taken another one.
func (c *chooser) packaged(o *library.Option) *source.Value {
	v := c.plan.Package.Fills(o.Slot)
	if option := v.Get("option"); option != nil && option.Text != o.Name {
		return nil
	}
	return v
}

// packageOption returns the option that the package names for a slot. It steps
// back behind the default option if it does not fit the contract, or if the
// project sets parameters that only the default has: what the project says about
// an article must not be lost.
func (c *chooser) packageOption(slot string, choice *project.Choice, options []*library.Option) *library.Option {
	named := c.plan.Package.Fills(slot).Get("option")
	if named == nil {
		return nil
	}
	names := make([]string, len(options))
	for i, o := range options {
		if o.Name == named.Text {
			if !c.plan.stands(c.in, o.Head.When) {
				return nil
			}
			if d := c.standard(options); !suits(o, choice) && d != nil && suits(d, choice) {
				return d
			}
			return o
		}
		names[i] = o.Name
	}
	c.atPackage(named.Place, project.UnknownID(c.in.Project, "", named.Text, diag.T("option of the article %s", "조항 %s의 선택지", slot), names))
	return nil
}

// standard returns the first default option whose condition fits the contract.
func (c *chooser) standard(options []*library.Option) *library.Option {
	for _, o := range options {
		if o.Head.Default && c.plan.stands(c.in, o.Head.When) {
			return o
		}
	}
	return nil
}

// suits reports whether an option has all parameters that the project sets.
func suits(o *library.Option, choice *project.Choice) bool {
	if choice == nil || choice.Node == nil {
		return true
	}
	return !slices.ContainsFunc(choice.Node.Entries, func(e source.Entry) bool {
		_, declared := o.Param(e.Key)
		return !declared && !slices.Contains(besideParams, e.Key)
	})
}

// undeclared reports parameters of the package that the option does not have.
func (c *chooser) undeclared(a *Article, names []string) {
	v := c.packaged(a.Option)
	if v == nil {
		return
	}
	for _, e := range v.Entries {
		if !contains(names, e.Key) {
			c.atPackage(e.KeyPlace, project.UnknownID(c.in.Project, "", e.Key, diag.T("parameter of %s", "%s의 매개변수", a.Option.ID()), names))
		}
	}
}

// unknownInPackage reports articles that the document does not have.
func (c *chooser) unknownInPackage() {
	p := c.plan.Package
	if p == nil {
		return
	}
	slots := c.in.Type.Slots()
	article := diag.T("article", "조항")
	for _, o := range p.Omit {
		if !slices.Contains(slots, o.Text) {
			c.atPackage(o.Place, project.UnknownID(c.in.Project, "", o.Text, article, slots))
		}
	}
	c.unknownIncluded(p)
	for _, e := range p.Clauses {
		if !slices.Contains(slots, e.Key) {
			c.atPackage(e.Place, project.UnknownID(c.in.Project, "", e.Key, article, slots))
		}
	}
}

// unknownIncluded reports articles that the document does not have or that
// stand anyway, and conditions that nothing stands for.
func (c *chooser) unknownIncluded(p *library.Package) {
	slots := slices.DeleteFunc(c.in.Type.Slots(), func(slot string) bool {
		condition := c.in.Type.Condition(slot)
		return condition != "chosen" && condition != "needed"
	})
	for _, i := range p.Include {
		if !slices.Contains(slots, i.Key) {
			c.atPackage(i.Place, project.UnknownID(c.in.Project, "", i.Key, diag.T("article that stands only where it is named", "따로 정할 때에만 두는 조항"), slots))
		}
		c.known(i.Value, fileAt(p.File, i.Place), diag.T("condition", "조건"), Conditions)
	}
}

// atPackage adds findings about the file of the package: the user's own data is
// not what is wrong.
func (c *chooser) atPackage(place diag.Place, found ...diag.Finding) {
	for _, f := range found {
		f.Path, f.Place, f.Template = "", diag.Place{}, fileAt(c.plan.Package.File, place)
		c.found.Add(f)
	}
}

func fileAt(f library.File, at diag.Place) diag.Place {
	return diag.Place{File: f.Path, Line: at.Line, Column: at.Column}
}

// Target returns where a reference leads: to the place named or, if the contract
// has no such article, to the sub-clause of another that holds the core of it.
func (p *Plan) Target(name string) string {
	slot, _, _ := strings.Cut(name, ".")
	if p.Article(slot) != nil {
		return name
	}
	for _, wanted := range []string{name, slot} {
		for _, a := range p.Articles() {
			for _, s := range a.Option.Head.StandsFor {
				if s.Key == wanted {
					return a.Option.Slot + "." + s.Value
				}
			}
		}
	}
	return name
}

// knownSubstitutes reports articles that an option stands for and that there are
// not.
func (c *chooser) knownSubstitutes(o *library.Option) {
	for _, s := range o.Head.StandsFor {
		slot, _, _ := strings.Cut(s.Key, ".")
		c.known(slot, fileAt(o.File, s.Place), diag.T("article", "조항"), c.in.Type.Slots())
	}
}

// paid checks that a contract under which money is paid has the article on it,
// which a package may leave out.
func (p *Plan) paid(pr *project.Project) diag.List {
	if len(p.Payments(pr)) == 0 || p.Article("funds") != nil || !p.Package.Omits("funds") {
		return nil
	}
	path := source.Child(p.Agreement.Path, "package")
	return diag.List{{
		Code: "X-21", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
		Message: diag.T("money is to be paid under the contract, but it has no article on payment", "이 계약에 따라 지급할 금액이 있는데 지급에 관한 조항이 없습니다"),
		Why:     diag.T("the contract would say that no money is owed, and the budget would say how much", "계약서는 지급할 금액이 없다고 하고 예산은 금액을 적게 됩니다"),
		Fix:     diag.T("take another package, or delete the payments", "다른 조항 묶음을 쓰거나 지급 계획을 지우십시오"),
	}}
}
