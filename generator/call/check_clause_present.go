package call

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// clausePresent asks that the contracts with parties of certain roles have
// certain clauses, in every language in which they are made. What the choice of
// clauses found out about a contract under another name of the rule is its fault,
// too, and stays a finding of its own: that a time is too short is judged there.
type clausePresent struct {
	Label    law.Text       `yaml:"label"` // of the document
	Kinds    []string       `yaml:"kinds"` // of documents
	Roles    []project.Role `yaml:"roles"`
	Classes  []string       `yaml:"classes"`  // under the law, of the parties; empty: any
	Required bool           `yaml:"required"` // that there is a contract with every such party is asked, too
	Parts    []part         `yaml:"parts"`
}

// part is something that the contract must state. One of the anchors stands
// where it does. Given and Options leave out contracts to which it is nothing.
type part struct {
	Name    law.Text `yaml:"name"`
	Anchors []string `yaml:"anchors"`
	Given   []string `yaml:"given"`   // anchors of which one stands in the contract; empty: always
	Options []string `yaml:"options"` // article/option of which the contract has one; empty: always
	Values  []string `yaml:"values"`  // article.parameter: what the evidence shows, the first that there is
}

func (c *clausePresent) prepare(*Call) error {
	if len(c.Kinds) == 0 || len(c.Roles) == 0 || len(c.Parts) == 0 {
		return textError("the check needs kinds, roles and parts", "검사에 kinds, roles, parts가 필요합니다")
	}
	for _, p := range c.Parts {
		if len(p.Anchors) == 0 || p.Name.EN == "" || p.Name.KO == "" {
			return textError("each part needs anchors and a name in both languages", "부분마다 anchors와 두 언어의 이름이 필요합니다")
		}
	}
	return nil
}

func (c *clausePresent) trace(e *env, rule *Rule, documents []Document) outcome {
	members := c.members(e)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no party to which this applies", "해당하는 기관이 없습니다"))
	}
	used, faults := c.contracts(members, documents)
	if len(used) == 0 && !rule.Due.Reached(e.in.At) {
		return notApplicable(diag.T("not yet due: checked at the point “%s”", "아직 확인 시점이 아님: %s 시점에 확인", rule.Due.Name()))
	}
	var evidence []Evidence
	var lacks []lack
	looked := map[int]bool{} // parts, by their number
	count := 0
	for _, d := range used {
		parts := c.partsOf(e, d, looked)
		if len(parts) == 0 {
			continue
		}
		count++
		seen, missing := look(e, d, parts)
		evidence = append(evidence, seen...)
		if own := e.foundOut(rule, d.ID); len(own) > 0 {
			faults = append(faults, newFaults(faults, own)...)
			continue
		}
		lacks = add(lacks, missing)
	}
	for _, l := range lacks {
		faults = append(faults, l.fault(e))
	}
	if count == 0 && len(faults) == 0 {
		return notApplicable(c.nothing(rule, used))
	}
	return judged(c.present(looked, count), faults, evidence)
}

// members returns the parties whose contracts are looked at.
func (c *clausePresent) members(e *env) []member {
	return slices.DeleteFunc(e.members(c.Roles), func(m member) bool {
		return len(c.Classes) > 0 && !slices.Contains(c.Classes, m.LawClass)
	})
}

// contracts returns the documents that the members conclude, and that some
// conclude none if each has to.
func (c *clausePresent) contracts(members []member, documents []Document) (used []Document, faults []Fault) {
	for _, m := range members {
		theirs := concluded(documents, c.Kinds, m.ID)
		if len(theirs) == 0 && c.Required {
			faults = append(faults, Fault{Text: diag.T("no %s with %s is in the pack", "제출 묶음에 없음: %s, %s", c.Label.Diag(), m.name()), Path: m.path})
		}
		for _, d := range theirs {
			if !slices.ContainsFunc(used, func(u Document) bool { return u.File == d.File && u.ID == d.ID }) {
				used = append(used, d)
			}
		}
	}
	return used, faults
}

// partsOf returns the parts that concern one document, and notes which they are.
func (c *clausePresent) partsOf(e *env, d Document, looked map[int]bool) []part {
	var all []part
	for i, p := range c.Parts {
		if p.concerns(e.contract(d.ID), func(anchor string) bool { _, ok := d.Where[anchor]; return ok }) {
			all = append(all, p)
			looked[i] = true
		}
	}
	return all
}

// concerns reports whether a contract with these anchors has to state the part.
func (p part) concerns(c Contract, stands func(anchor string) bool) bool {
	return (len(p.Given) == 0 || slices.ContainsFunc(p.Given, stands)) && c.hasOption(p.Options)
}

// nothing says why no contract is concerned.
func (c *clausePresent) nothing(rule *Rule, used []Document) diag.Text {
	if len(used) == 0 {
		return diag.T("there is no contract to which this applies", "해당하는 계약이 없습니다")
	}
	return otherwise(rule.Otherwise)
}

// look returns where the parts stand in one document and which are missing.
func look(e *env, d Document, parts []part) (evidence []Evidence, missing []lack) {
	path := e.agreementPath(d.ID)
	for _, p := range parts {
		at, ok := p.in(d.Where)
		if !ok {
			missing = append(missing, lack{d.ID, p.Name.Diag(), []string{d.Lang}})
			continue
		}
		evidence = append(evidence, Evidence{
			Text: p.Name.Diag(), Path: path, Place: e.place(path),
			Document: d.File, Article: at.Number, Page: at.Page, Value: e.contract(d.ID).value(p.Values),
		})
	}
	return evidence, missing
}

// lack is a part that a contract does not state, in one or more of its texts.
type lack struct {
	contract string
	part     diag.Text
	langs    []string
}

// add puts what several texts of a contract lack together.
func add(all, more []lack) []lack {
	for _, l := range more {
		i := slices.IndexFunc(all, func(x lack) bool { return x.contract == l.contract && x.part == l.part })
		if i < 0 {
			all = append(all, l)
			continue
		}
		all[i].langs = append(all[i].langs, l.langs...)
	}
	return all
}

func (l lack) fault(e *env) Fault {
	return Fault{
		Path: e.agreementPath(l.contract),
		Text: diag.T("%s (%s): the clause on %s is missing", "%s(%s): 관련 조항 없음: %s", l.contract, strings.Join(l.langs, ", "), l.part),
	}
}

// foundOut returns what the choice of clauses found out about a contract under
// other names of the rule.
func (e *env) foundOut(rule *Rule, contract string) []Fault {
	var all []Fault
	path := e.agreementPath(contract)
	for _, f := range e.in.Clauses {
		if slices.Contains(rule.Alias, f.Code) && (f.Path == path || strings.HasPrefix(f.Path, path+".")) {
			all = append(all, Fault{Text: f.Message, Path: f.Path, Reported: true})
		}
	}
	return all
}

// newFaults leaves out what is known: the texts of a contract in two languages
// share what was found out about it.
func newFaults(known, all []Fault) []Fault {
	return slices.DeleteFunc(all, func(f Fault) bool {
		return slices.ContainsFunc(known, func(k Fault) bool { return k.Path == f.Path && k.Text == f.Text })
	})
}

// in returns where the part stands. The order of the anchors decides.
func (p part) in(where doc.Locations) (doc.Location, bool) {
	for _, anchor := range p.Anchors {
		if at, ok := where[anchor]; ok {
			return at, true
		}
	}
	return doc.Location{}, false
}

// present says which parts the documents have.
func (c *clausePresent) present(looked map[int]bool, count int) diag.Text {
	var names []diag.Text
	for i, p := range c.Parts {
		if looked[i] {
			names = append(names, p.Name.Diag())
		}
	}
	return diag.T("%s: clauses on %s are there (documents: %d)", "%s: 관련 조항 있음(%s, 문서 %d건)", c.Label.Diag(), join(names, ", "), count)
}
