// Package agreement decides which clauses a contract has: it takes the choices
// of the project file, fills in the defaults of the clause library, types every
// parameter and refuses what cannot stand together.
package agreement

import (
	"maps"
	"slices"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Plan is one contract: its parties and its articles in order, every option
// chosen and every parameter typed.
type Plan struct {
	Agreement *project.Agreement
	Package   *library.Package      // nil: the library has none
	Type      *library.DocumentType // as the package has it printed
	Lead      *project.Party
	Overseas  []*project.Party // the overseas parties of this contract
	Parties   []*project.Party // all parties, in the order of the project file's list
	Sections  []*Article       // without a number: the body prints them where they belong
	Parts     []Part
	Exhibits  []*Article
	Edits     []*project.Edit // of the words, in the order of the project file
}

// Part is one part (제n장) with the articles that stand in it.
type Part struct {
	Title    library.Text
	Articles []*Article
}

// Article is one chosen option with its parameters.
type Article struct {
	Option *library.Option
	Chosen Chooser // who chose the option
	Params map[string]Value
}

// Article returns the article that fills a slot, sections and exhibits included,
// or nil.
func (p *Plan) Article(slot string) *Article {
	if a := filling(p.Sections, slot); a != nil {
		return a
	}
	for _, part := range p.Parts {
		if a := filling(part.Articles, slot); a != nil {
			return a
		}
	}
	return filling(p.Exhibits, slot)
}

func filling(articles []*Article, slot string) *Article {
	for _, a := range articles {
		if a.Option.Slot == slot {
			return a
		}
	}
	return nil
}

// Articles returns all articles and exhibits in order.
func (p *Plan) Articles() []*Article {
	var out []*Article
	for _, part := range p.Parts {
		out = append(out, part.Articles...)
	}
	return append(out, p.Exhibits...)
}

// All returns the sections, articles and exhibits.
func (p *Plan) All() []*Article { return append(slices.Clone(p.Sections), p.Articles()...) }

// Inputs are what a choice of clauses depends on.
type Inputs struct {
	Project *project.Project
	Budget  *budget.Budget
	Law     *law.Version // for the reasons of checks; nil: they cite nothing
	Layers  library.Layers
	Type    *library.DocumentType

	// StrictIP makes it unmet, and not only a warning, if a contract gives the
	// Korean side neither ownership nor a first right to practise.
	StrictIP bool

	// Setting returns the value of a setting of the call.
	Setting func(id string) string

	shelves map[string]shelf // of slots that one of the contracts has asked for
}

// shelf is the options of a slot, with what is wrong with them.
type shelf struct {
	options []*library.Option
	found   diag.List
}

// shelf reads the options of a slot, which are the same for all contracts, once.
func (in Inputs) shelf(slot string) (shelf, error) {
	s, ok := in.shelves[slot]
	if ok {
		return s, nil
	}
	var err error
	if s.options, s.found, err = in.Layers.Options(slot); err == nil && in.shelves != nil {
		in.shelves[slot] = s
	}
	return s, err
}

// Choose makes the plan of every contract of the project. The error says that
// the library cannot be read; the findings say what is wrong with the choices.
func Choose(in Inputs) ([]*Plan, diag.List, error) {
	in.shelves = map[string]shelf{}
	var plans []*Plan
	packages, found, err := in.Layers.Packages()
	if err != nil {
		return nil, nil, err
	}
	for i := range in.Project.Agreements {
		p, list, err := choose(in, &in.Project.Agreements[i], packages)
		if err != nil {
			return nil, nil, err
		}
		found.Add(list...)
		plans = append(plans, p)
	}
	return plans, found, nil
}

func choose(in Inputs, a *project.Agreement, packages []*library.Package) (*Plan, diag.List, error) {
	p := &Plan{Agreement: a, Type: in.Type}
	found := p.seat(in.Project)
	found.Add(p.start(in, packages)...)
	list, err := p.choose(in, nil)
	if err != nil {
		return nil, nil, err
	}
	found.Add(list...)
	p.dress()
	found.Add(unknownSlots(in, a)...)
	found.Add(p.edits(in)...)
	found.Add(p.together(in.Project)...)
	found.Add(p.paid(in.Project)...)
	found.Add(p.jointRules(in.Project)...)
	found.Add(p.rates(in.Project)...)
	for _, a := range p.Articles() {
		found.Add(p.announced(in, a)...)
	}
	found.Add(p.examine(in)...)
	found.Add(p.priority(in)...)
	found.Add(p.signedText(in.Project)...)
	return p, found, nil
}

// choose picks the articles. Those that another one needs are known only when
// that one has been picked, so it goes over the slots until no more are needed.
func (p *Plan) choose(in Inputs, own *Plan) (diag.List, error) {
	needed := map[string]string{}
	for {
		c := chooser{in: in, plan: p, needed: needed, own: own}
		if err := c.all(); err != nil {
			return nil, err
		}
		before := maps.Clone(needed)
		for _, a := range p.All() {
			for _, need := range a.needs() {
				slot, option, _ := strings.Cut(alternatives(need)[0], "/")
				if first, ok := needed[slot]; !ok || first == "" {
					needed[slot] = option
				}
			}
		}
		if maps.Equal(needed, before) {
			return c.found, nil
		}
	}
}

// all picks the sections, the articles of all parts and the exhibits.
func (c *chooser) all() (err error) {
	p := c.plan
	p.Parts, p.Exhibits = nil, nil
	if p.Sections, err = c.articles(c.in.Type.Sections); err != nil {
		return err
	}
	for _, part := range c.in.Type.Parts {
		articles, err := c.articles(part.Slots)
		if err != nil {
			return err
		}
		if len(articles) > 0 {
			p.Parts = append(p.Parts, Part{Title: part.Title, Articles: articles})
		}
	}
	exhibits, err := c.articles(c.in.Type.Exhibits)
	p.Exhibits = exhibits
	return err
}

// Seated reports whether the contract has the parties without which it cannot be
// made; what is missing has been reported.
func (p *Plan) Seated() bool { return p != nil && p.Lead != nil && len(p.Overseas) > 0 }

// seat finds the parties of the contract.
func (p *Plan) seat(pr *project.Project) diag.List {
	var found diag.List
	for i, id := range p.Agreement.Parties {
		party := pr.Party(id)
		if party == nil {
			path := source.Item(source.Child(p.Agreement.Path, "parties"), i)
			found.Add(project.UnknownID(pr, path, id, diag.T("party", "당사자"), pr.PartyIDs()))
			continue
		}
		p.Parties = append(p.Parties, party)
		switch {
		case party.Role == project.Lead:
			p.Lead = party
		case party.Role.IsForeign():
			p.Overseas = append(p.Overseas, party)
		}
	}
	if len(found) == 0 && pr.Lead() != nil && !p.Seated() {
		path := source.Child(p.Agreement.Path, "parties")
		found.Add(diag.Finding{
			Code: "AGR-PARTIES", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
			Message: diag.T("a contract needs the lead R&D institution and at least one overseas institution", "계약에는 주관연구개발기관과 하나 이상의 해외기관이 필요합니다"),
			Why:     diag.T("the call asks for a separate R&D contract between the domestic institution and the overseas institution", "공고는 국내 기관과 해외 기관 사이의 별도 연구개발 계약을 요구합니다"),
			Fix:     diag.T("list the lead and the overseas party in parties", "parties에 주관기관과 해외기관을 적으십시오"),
		})
	}
	return found
}

// unknownSlots reports choices for articles that this type of document does
// not have.
func unknownSlots(in Inputs, a *project.Agreement) diag.List {
	known := in.Type.Slots()
	var found diag.List
	for _, c := range a.Clauses {
		if !slices.Contains(known, c.Key) {
			f := project.UnknownID(in.Project, c.Path, c.Key, diag.T("article", "조항"), known)
			f.Place = c.Place
			found.Add(f)
		}
	}
	return found
}
