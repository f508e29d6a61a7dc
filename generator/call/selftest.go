package call

import (
	"fmt"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// SelfTest judges the cases that the rules of a call carry and reports those
// that come out otherwise than expected.
func SelfTest(c *Call) diag.List {
	var found diag.List
	for i := range c.Rules {
		rule := &c.Rules[i]
		for j := range rule.Tests {
			found.Add(rule.try(c, j)...)
		}
	}
	return found
}

// try judges one case of a rule.
func (r *Rule) try(c *Call, index int) diag.List {
	test := &r.Tests[index]
	p := new(project.Project)
	if found := source.Into(c.File, test.Given, p, source.Strict); len(found) > 0 {
		return found
	}
	if p.Info.Track == "" && len(r.Tracks) > 0 {
		p.Info.Track = r.Tracks[0]
	}
	e := test.env(c, r, p)
	got := e.judgeOrTrace(r, test.documents())
	if got.status == test.Expect {
		return nil
	}
	path := source.Item(fmt.Sprintf("rules[%d].tests", r.index), index)
	return diag.List{{
		Code: CodeTest, Severity: diag.Blocking, Path: path, Place: c.File.Place(path),
		Message: diag.T("%s, test %d: %s, but expected %s (%s)", "%s, 시험 %d: 결과 %s, 기대 %s (%s)",
			r.ID, index+1, got.status.Name(), test.Expect.Name(), got.message),
		Fix: diag.T("correct the rule or its test", "규칙 또는 시험을 고치십시오"),
	}}
}

func (e *env) judgeOrTrace(r *Rule, documents []Document) outcome {
	t, ok := r.checker.(tracer)
	if !ok {
		return e.judge(r)
	}
	if o, excluded := e.excluded(r); excluded {
		return o
	}
	return t.trace(e, r, documents)
}

func (t *Test) env(c *Call, r *Rule, p *project.Project) *env {
	point := r.Due
	if t.Point != "" {
		point = t.Point
	}
	e := &env{
		in:   Input{Call: c, Project: p, At: point, Date: t.Date, Received: map[string]FileState{}},
		root: t.Given,
	}
	for _, name := range t.Attached {
		e.in.Received[name] = FileState{Exists: true, Readable: true}
	}
	if len(t.Government) > 0 {
		e.funds = givenFunds{p, t.Government}
	}
	return e
}

// documents makes the contracts of a case, with anchors that all stand on one
// page.
func (t *Test) documents() []Document {
	var all []Document
	for i, c := range t.Contracts {
		where := doc.Locations{}
		for j, anchor := range c.Anchors {
			where[anchor] = doc.Location{Number: fmt.Sprintf("Article %d", j+1), Page: 1}
		}
		all = append(all, Document{ID: fmt.Sprintf("contract-%d", i+1), Kind: c.Kind, Parties: c.Parties, Lang: "en", Where: where})
	}
	return all
}

// givenFunds is a budget of which a case says only what the government pays in
// each phase.
type givenFunds struct {
	project *project.Project
	won     []int64
}

// GovernmentTotal implements Funds.
func (g givenFunds) GovernmentTotal(phase string) (money.Amount, error) {
	var sum int64
	for i, p := range g.project.Phases {
		if i < len(g.won) && (phase == "" || p.ID == phase) {
			sum += g.won[i]
		}
	}
	return money.KRW(sum), nil
}
