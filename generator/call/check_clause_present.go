package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// clausePresent asks that the contract with every party of a role has certain
// clauses, in every language in which the contract is made.
type clausePresent struct {
	Label law.Text       `yaml:"label"` // of the document
	Kinds []string       `yaml:"kinds"` // of documents
	Roles []project.Role `yaml:"roles"`
	Parts []part         `yaml:"parts"`
}

// part is something that the contract must state. One of the anchors stands
// where it does.
type part struct {
	Name    law.Text `yaml:"name"`
	Anchors []string `yaml:"anchors"`
}

// Stated is something that a rule wants contracts to state. One of the anchors
// stands where they do.
type Stated struct {
	Name    diag.Text
	Anchors []string
}

// Stated returns what a rule wants contracts to state; nothing if it looks at
// something else.
func (r Rule) Stated() []Stated {
	c, ok := r.checker.(*clausePresent)
	if !ok {
		return nil
	}
	var out []Stated
	for _, p := range c.Parts {
		out = append(out, Stated{p.Name.Diag(), p.Anchors})
	}
	return out
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
	members := e.members(c.Roles)
	if len(members) == 0 {
		return notApplicable(diag.T("there is no party to which this applies", "해당하는 기관이 없습니다"))
	}
	var faults []Fault
	var used []Document
	for _, m := range members {
		theirs := concluded(documents, c.Kinds, m.ID)
		if len(theirs) == 0 {
			faults = append(faults, Fault{Text: diag.T("no %s with %s is in the pack", "제출 묶음에 없음: %s, %s", c.Label.Diag(), m.name()), Path: m.path})
		}
		for _, d := range theirs {
			if !slices.ContainsFunc(used, func(u Document) bool { return u.File == d.File && u.ID == d.ID }) {
				used = append(used, d)
			}
		}
	}
	if len(used) == 0 && !rule.Due.Reached(e.in.At) {
		return notApplicable(diag.T("not yet due: checked at the point “%s”", "아직 확인 시점이 아님: %s 시점에 확인", rule.Due.Name()))
	}
	var evidence []Evidence
	for _, d := range used {
		seen, missing := c.look(e, d)
		evidence, faults = append(evidence, seen...), append(faults, missing...)
	}
	return judged(c.present(used), faults, evidence)
}

// look returns where the parts stand in one document and which are missing.
func (c *clausePresent) look(e *env, d Document) (evidence []Evidence, faults []Fault) {
	path := e.agreementPath(d.ID)
	for _, p := range c.Parts {
		at, ok := p.in(d.Where)
		if !ok {
			faults = append(faults, Fault{Path: path, Text: diag.T("%s (%s): the clause on %s is missing", "%s(%s): 관련 조항 없음: %s", d.ID, d.Lang, p.Name.Diag())})
			continue
		}
		evidence = append(evidence, Evidence{
			Text: p.Name.Diag(), Path: path, Place: e.place(path),
			Document: d.File, Article: at.Number, Page: at.Page,
		})
	}
	return evidence, faults
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

func (c *clausePresent) present(used []Document) diag.Text {
	names := make([]diag.Text, len(c.Parts))
	for i, p := range c.Parts {
		names[i] = p.Name.Diag()
	}
	return diag.T("%s: clauses on %s are there (documents: %d)", "%s: 관련 조항 있음(%s, 문서 %d건)", c.Label.Diag(), join(names, ", "), len(used))
}
