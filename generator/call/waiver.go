package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// CodeWaiver is a warning about a waiver of a rule that needs none.
const CodeWaiver = "CALL-WAIVER"

// waive marks a rule that is not satisfied as waived if the project file waives
// it. It stays what it is for everybody to see: not satisfied.
func (e *env) waive(r *Result) {
	if r.Status != Failed && r.Status != NotChecked {
		return
	}
	i := slices.IndexFunc(e.in.Project.Waivers, func(w project.Waiver) bool { return w.Rule == r.Rule.ID })
	if i < 0 {
		return
	}
	w := &e.in.Project.Waivers[i]
	path := source.Item("waivers", i)
	said := diag.T("waived by %s on %s: %s", "적용 제외(%s, %s): %s", w.Person,
		diag.Text{EN: w.Date.English(), KO: w.Date.KoreanPoint()}, diag.Text{EN: w.Reason.EN, KO: w.Reason.KO})
	r.Status, r.Waiver = Waived, w
	r.Message = diag.T("%s; %s", "%s; %s", r.Message, said)
	r.Evidence = append(r.Evidence, e.evidence(path, said))
}

// Waivers reports waivers of rules that do not exist or that need none.
func Waivers(in Input, results []Result) diag.List {
	var found diag.List
	var ids []string
	for _, r := range in.Rules {
		ids = append(ids, r.ID)
	}
	for i, w := range in.Project.Waivers {
		path := source.Item("waivers", i) + ".rule"
		at := slices.IndexFunc(results, func(r Result) bool { return r.Rule.ID == w.Rule })
		switch {
		case w.Rule == "":
		case !slices.Contains(ids, w.Rule):
			found.Add(project.UnknownID(in.Project, path, w.Rule, diag.T("rule", "규칙"), ids))
		case at >= 0 && (results[at].Status == Passed || results[at].Status == NotApplicable):
			f := projectFinding(in.Project, CodeWaiver, path,
				diag.T("the rule %s needs no waiver: %s", "규칙 %s: 적용 제외가 필요하지 않습니다(%s)", w.Rule, results[at].Status.Name()),
				diag.T("remove the waiver", "적용 제외를 지우십시오"))
			f.Severity = diag.Warning
			found.Add(f)
		}
	}
	return found
}
