package call

import (
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/expression"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Input is what the rules look at. The budget may be nil: rules about money are
// then not checked.
type Input struct {
	*Rulebook
	Project   *project.Project
	Budget    *budget.Budget
	Reported  diag.List            // what the budget found out: rules that it judges take it up
	Contracts []Contract           // as their articles were chosen
	Clauses   diag.List            // what the choice of clauses found out: rules of contracts
	Received  map[string]FileState // by the file names of project.received
	At        Point                // Application if empty
	Date      calendar.Date        // the day for which is asked; rules about expiry need it
}

// Funds is what the rules need of a budget.
type Funds interface {
	// GovernmentTotal returns the government's money in a phase, in all of them
	// if the phase is empty.
	GovernmentTotal(phase string) (money.Amount, error)
}

// Check judges the rules that need only the project's data, in the order of the
// rulebook. Rules that trace clauses are left to [Trace].
func Check(in Input) []Result { return newEnv(in).results() }

func (e *env) results() []Result {
	var results []Result
	for i := range e.in.Rules {
		rule := &e.in.Rules[i]
		if _, traces := rule.checker.(tracer); traces {
			continue
		}
		results = append(results, e.result(rule, e.judge(rule)))
	}
	return results
}

// env is an input with what is looked up in it often.
type env struct {
	in    Input
	root  *source.Value // of the project file; nil if the project was not read from one
	funds Funds         // nil if there is no budget

	vars *expression.Vars // what expressions see, once one asked for it
}

func newEnv(in Input) *env {
	e := &env{in: in}
	if e.in.At == "" {
		e.in.At = Application
	}
	if in.Project.File != nil {
		e.root = in.Project.File.Root
	}
	if in.Budget != nil {
		e.funds = in.Budget
	}
	return e
}

// judge runs the check of a rule that applies and is due.
func (e *env) judge(rule *Rule) outcome {
	if o, excluded := e.excluded(rule); excluded {
		return o
	}
	if !rule.Due.Reached(e.in.At) {
		return notApplicable(diag.T("not yet due: checked at the point “%s”", "아직 확인 시점이 아님: %s 시점에 확인", rule.Due.Name()))
	}
	c, ok := rule.checker.(dataChecker)
	if !ok {
		return notUnderstood()
	}
	return c.check(e)
}

// excluded says whether the rule has nothing to say about the project.
func (e *env) excluded(rule *Rule) (outcome, bool) {
	track := e.in.Project.Info.Track
	switch {
	case len(rule.Tracks) == 0:
	case track == "":
		return notChecked(diag.T("the track is not stated", "지원 트랙이 기재되지 않았습니다"), "project.track"), true
	case !slices.Contains(rule.Tracks, track):
		return notApplicable(diag.T("asked of another track only: %s", "다른 트랙에만 적용: %s", e.trackNames(rule.Tracks))), true
	}
	if rule.Until != "" && !e.in.At.Reached(rule.Until) {
		return notApplicable(diag.T("matters up to the point “%s” only", "%s 시점까지만 확인", rule.Until.Name())), true
	}
	for _, x := range rule.Unless {
		if e.stated(x.Path.path) && x.Path.in(e.in.Project) == x.Is {
			o := notApplicable(x.Why.Diag())
			o.evidence = []Evidence{e.evidence(x.Path.path, diag.T("%s: %s", "%s: %s", x.Path.path, x.Is))}
			return o, true
		}
	}
	return rule.gate.shut(e, rule)
}

func (e *env) trackNames(ids []string) diag.Text {
	var names []diag.Text
	for _, id := range ids {
		if t, ok := e.in.Call.Track(id); ok {
			names = append(names, t.Name.Diag())
		}
	}
	return join(names, ", ")
}

// result completes an outcome with what the rule says about itself.
func (e *env) result(rule *Rule, o outcome) Result {
	r := Result{
		Rule: *rule, Status: o.status, Due: rule.Due.Reached(e.in.At), Message: o.message,
		Faults: o.faults, Evidence: o.evidence, Path: o.path,
		Why: e.in.Why(rule.Cite),
	}
	e.waive(&r)
	if o.status != NotApplicable {
		r.Evidence = append(r.Evidence, e.readings(rule)...)
	}
	if r.Path == "" && len(r.Evidence) > 0 {
		r.Path = r.Evidence[0].Path
	}
	r.Place = e.place(r.Path)
	for i := range r.Faults {
		r.Faults[i].Place = e.place(r.Faults[i].Path)
	}
	return r
}

// readings tells which readings of the call the result rests on.
func (e *env) readings(rule *Rule) []Evidence {
	var all []Evidence
	for _, id := range rule.Settings {
		i := slices.IndexFunc(e.in.Call.Settings, func(s Setting) bool { return s.ID == id })
		if i < 0 {
			continue
		}
		s := e.in.Call.Settings[i]
		text := diag.T("reading of the call, %s: %s", "공고 해석, %s: %s", s.Title.Diag(), optionName(s.Values, e.in.Call.Setting(e.in.Project, id)))
		evidence := Evidence{Text: text}
		if path := source.Child("project.settings", id); e.stated(path) {
			evidence = e.evidence(path, text)
		}
		all = append(all, evidence)
	}
	return all
}

func optionName(options []Option, id string) diag.Text {
	for _, o := range options {
		if o.ID == id {
			return o.Name.Diag()
		}
	}
	return diag.Text{EN: id, KO: id}
}

// stated reports whether the project file has a value at the path. A project
// that was not read from a file states nothing.
func (e *env) stated(path string) bool {
	v := e.root.Find(path)
	return v != nil && v.Kind != source.Null
}

// place returns where the path stands in the project file, or the nearest
// place above it.
func (e *env) place(path string) diag.Place {
	if path == "" {
		return diag.Place{}
	}
	if v := e.root.Find(path); v != nil {
		return v.Place
	}
	if e.in.Project.File == nil {
		return diag.Place{}
	}
	return e.in.Project.File.Place(path)
}

func (e *env) evidence(path string, text diag.Text) Evidence {
	return Evidence{Text: text, Path: path, Place: e.place(path)}
}
