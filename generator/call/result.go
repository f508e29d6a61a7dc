package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Status is how a rule came out.
type Status string

// Statuses. Only Passed is a pass: a rule that was not checked says nothing
// about the project, a broken one is a mistake in the file of the rule, and a
// waived one failed, or could not be checked, and somebody answers for it.
const (
	Passed        Status = "passed"
	Failed        Status = "failed"
	NotApplicable Status = "not_applicable"
	NotChecked    Status = "not_checked"
	Broken        Status = "broken"
	Waived        Status = "waived"
)

var statusNames = map[Status]diag.Text{
	Passed:        {EN: "satisfied", KO: "충족"},
	Failed:        {EN: "not satisfied", KO: "미충족"},
	NotApplicable: {EN: "not applicable", KO: "해당 없음"},
	NotChecked:    {EN: "not checked", KO: "확인 불가"},
	Broken:        {EN: "rule broken", KO: "규칙 오류"},
	Waived:        {EN: "waived", KO: "적용 제외"},
}

// Name returns the status as a report prints it.
func (s Status) Name() diag.Text { return statusNames[s] }

// UnmarshalText reads what a test expects: pass, fail, not_applicable or
// not_checked.
func (s *Status) UnmarshalText(text []byte) error {
	known := map[string]Status{"pass": Passed, "fail": Failed, "not_applicable": NotApplicable, "not_checked": NotChecked}
	status, ok := known[string(text)]
	if !ok {
		return textError("%q is nothing to expect: write pass, fail, not_applicable or not_checked",
			"%q: pass, fail, not_applicable, not_checked 중 하나를 쓰십시오", text)
	}
	*s = status
	return nil
}

// Evidence is one fact on which a result rests: a value of the project file, a
// file that came in, or a clause in a document.
type Evidence struct {
	Text     diag.Text  `json:"text"`
	Path     string     `json:"path,omitempty"` // YAML path of the value
	Place    diag.Place `json:"place,omitzero"`
	Attached bool       `json:"attached,omitempty"` // a file is there, not only a statement
	Document string     `json:"document,omitempty"` // file of the pack that holds the clause
	Article  string     `json:"article,omitempty"`
	Page     int        `json:"page,omitempty"`
	Value    diag.Text  `json:"value,omitzero"` // of the term that the clause sets, as in 5 years
}

// Fault is one thing that keeps a rule from being satisfied.
type Fault struct {
	Text  diag.Text  `json:"text"`
	Path  string     `json:"path,omitempty"`
	Place diag.Place `json:"place,omitzero"`

	Severity diag.Severity `json:"-"` // if it weighs less than the rule
	Lighter  bool          `json:"-"`
	Fix      diag.Text     `json:"-"` // if it is another one than the hint of the rule
	Reported bool          `json:"-"` // it is a finding already, under another name of the rule
}

// Result is how one rule came out for a project.
type Result struct {
	Rule     Rule
	Status   Status
	Due      bool // the rule is due at the point asked about
	Message  diag.Text
	Faults   []Fault // of a failed rule
	Evidence []Evidence
	Why      diag.Text // the sources of the rule with their versions
	Path     string    // where to look in the project file
	Place    diag.Place
	Waiver   *project.Waiver // of a waived rule
}

// Findings turns results into findings: one for each fault of a failed rule,
// with the severity of the rule. A rule that is not due yet warns at most. What
// was not checked and what is broken is reported too, since neither is a pass.
func Findings(results []Result) diag.List {
	var found diag.List
	for _, r := range results {
		switch r.Status {
		case Failed:
			for _, f := range r.Faults {
				if !f.Reported {
					found.Add(r.finding(r.severity(), f))
				}
			}
		case NotChecked:
			found.Add(r.finding(min(r.severity(), diag.Warning), r.whole()))
		case Broken:
			found.Add(r.finding(diag.Unmet, r.whole()))
		case Waived:
			found.Add(r.finding(diag.Info, r.whole()))
		}
	}
	return found
}

func (r Result) severity() diag.Severity {
	if !r.Due {
		return min(r.Rule.Severity.Severity, diag.Warning)
	}
	return r.Rule.Severity.Severity
}

// whole is the result as one fault.
func (r Result) whole() Fault { return Fault{Text: r.Message, Path: r.Path, Place: r.Place} }

func (r Result) finding(s diag.Severity, f Fault) diag.Finding {
	fix := r.Rule.Hint.Diag()
	if !f.Fix.IsZero() {
		fix = f.Fix
	}
	if f.Lighter {
		s = min(s, f.Severity)
	}
	return diag.Finding{
		Code: r.Rule.ID, Severity: s, Place: f.Place, Path: f.Path,
		Message: f.Text, Why: r.Why, Fix: fix,
	}
}

// InOrder returns results in the order of the rulebook. It puts together
// what Check and Trace return.
func InOrder(results ...[]Result) []Result {
	all := slices.Concat(results...)
	slices.SortStableFunc(all, func(a, b Result) int { return a.Rule.index - b.Rule.index })
	return all
}

// outcome is what a check found out.
type outcome struct {
	status   Status
	message  diag.Text
	faults   []Fault
	evidence []Evidence
	path     string
}

func notApplicable(message diag.Text) outcome {
	return outcome{status: NotApplicable, message: message}
}

// notChecked says what is missing, and where it would stand.
func notChecked(message diag.Text, path string) outcome {
	return outcome{status: NotChecked, message: message, path: path}
}

func broken(message diag.Text) outcome { return outcome{status: Broken, message: message} }

func notUnderstood() outcome {
	return broken(diag.T("the rule cannot be evaluated; its file needs correction", "규칙을 평가할 수 없습니다. 규칙 파일을 고쳐야 합니다"))
}

// judged fails if there are faults and passes with the message if there are
// none.
func judged(pass diag.Text, faults []Fault, evidence []Evidence) outcome {
	if len(faults) == 0 {
		return outcome{status: Passed, message: pass, evidence: evidence}
	}
	messages := make([]diag.Text, len(faults))
	for i, f := range faults {
		messages[i] = f.Text
	}
	return outcome{status: Failed, message: join(messages, "; "), faults: faults, evidence: evidence, path: faults[0].Path}
}
