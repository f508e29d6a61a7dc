package call

import (
	"fmt"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// SelfTest judges the cases that the rules carry and reports those that come
// out otherwise than expected.
func (b *Rulebook) SelfTest() diag.List {
	var found diag.List
	for i := range b.Rules {
		found.Add(b.Try(&b.Rules[i])...)
	}
	return found
}

// Try judges the cases of one rule.
func (b *Rulebook) Try(rule *Rule) diag.List {
	var found diag.List
	for i := range rule.Tests {
		found.Add(rule.try(b, i)...)
	}
	return found
}

// neutral returns the law version under a call that says nothing: what a rule of
// the law comes out as does not depend on the call.
func (b *Rulebook) neutral() *Rulebook {
	c := &Call{File: b.Call.File, LawVersion: b.Law.ID, Currency: b.Law.Currency}
	return &Rulebook{Call: c.under(b.Law), Law: b.Law, Rules: b.Rules}
}

// try judges one case of a rule.
func (r *Rule) try(b *Rulebook, index int) diag.List {
	if r.file == b.Law.File {
		b = b.neutral()
	}
	test := &r.Tests[index]
	p := &project.Project{Grant: b.Call.Currency}
	if found := source.Into(r.file, test.Given, p, source.Strict, project.Amounts(p.Grant)); len(found) > 0 {
		return found
	}
	if p.Info.Track == "" && len(r.Tracks) > 0 {
		p.Info.Track = r.Tracks[0]
	}
	e := test.env(b, r, p)
	got := e.judgeOrTrace(r, test.documents())
	if got.status == test.Expect {
		return nil
	}
	path := source.Item(r.path+".tests", index)
	return diag.List{{
		Code: CodeTest, Severity: diag.Blocking, Path: path, Place: r.file.Place(path),
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

func (t *Test) env(b *Rulebook, r *Rule, p *project.Project) *env {
	in := Input{Rulebook: b, Project: p, At: r.Due, Date: t.Date, Received: map[string]FileState{}}
	if t.Point != "" {
		in.At = t.Point
	}
	for _, name := range t.Attached {
		in.Received[name] = FileState{Exists: true, Readable: true}
	}
	for i, c := range t.Contracts {
		in.Contracts = append(in.Contracts, Contract{ID: caseID(i), Parties: c.Parties, Options: c.Options, Values: c.Values})
		for _, code := range c.Found {
			in.Clauses.Add(diag.Finding{Code: code, Path: "agreements", Message: diag.T("found out", "지적됨")})
		}
	}
	if len(p.Phases) > 0 && t.Given.Get("budget") != nil && len(t.Government) == 0 {
		in.Budget, in.Reported = budget.Compute(p, b.Law, b.Call.BudgetOptions(p))
	}
	e := newEnv(in)
	e.root = t.Given
	if len(t.Government) > 0 {
		e.funds = givenFunds{p, t.Government}
	}
	return e
}

func caseID(i int) string { return fmt.Sprintf("contract-%d", i+1) }

// documents makes the contracts of a case, with anchors that all stand on one
// page.
func (t *Test) documents() []Document {
	var all []Document
	for i, c := range t.Contracts {
		where := doc.Locations{}
		for j, anchor := range c.Anchors {
			where[anchor] = doc.Location{Number: fmt.Sprintf("Article %d", j+1), Page: 1}
		}
		all = append(all, Document{ID: caseID(i), Kind: c.Kind, Parties: c.Parties, Lang: "en", Where: where})
	}
	return all
}

// givenFunds is a budget of which a case says only what the government pays in
// each phase.
type givenFunds struct {
	project *project.Project
	amounts []project.Amount
}

// GovernmentTotal implements Funds.
func (g givenFunds) GovernmentTotal(phase string) (money.Amount, error) {
	var sum project.Amount
	for i, p := range g.project.Phases {
		if i < len(g.amounts) && (phase == "" || p.ID == phase) {
			sum += g.amounts[i]
		}
	}
	return sum.In(g.project.Grant), nil
}
