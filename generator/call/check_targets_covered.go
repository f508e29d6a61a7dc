package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// targetsCovered asks that every target above zero appears among the results of
// the project, with a date on which it is due.
type targetsCovered struct {
	List    List     `yaml:"list"`
	Type    column   `yaml:"type"`
	Due     column   `yaml:"due"`
	Targets []target `yaml:"targets"`
}

// target is a number that results of some types stand for.
type target struct {
	Label law.Text    `yaml:"label"`
	Path  Path[int64] `yaml:"path"`
	Types []string    `yaml:"types"`
}

func (t *targetsCovered) prepare(*Call) error {
	for _, x := range t.Targets {
		if x.Path.missing() || len(x.Types) == 0 {
			return textError("each target needs a path and types", "목표마다 path와 types가 필요합니다")
		}
	}
	if len(t.Targets) == 0 {
		return textError("the check needs targets", "검사에 targets가 필요합니다")
	}
	if err := t.Type.resolve(t.List, textType); err != nil {
		return err
	}
	return t.Due.resolve(t.List, dateType)
}

func (t *targetsCovered) check(e *env) outcome {
	var faults []Fault
	var evidence []Evidence
	asked := false
	for _, x := range t.Targets {
		if x.Path.in(e.in.Project) < 1 {
			continue
		}
		asked = true
		found := t.results(e, x)
		if len(found) == 0 {
			faults = append(faults, Fault{Path: x.Path.path, Text: diag.T("%s: a target, but no result with a due date stands for it",
				"%s: 목표가 있으나 기한이 있는 해당 성과가 없음", x.Label.Diag())})
		}
		evidence = append(evidence, found...)
	}
	if !asked {
		return notApplicable(diag.T("there are no targets", "설정된 목표가 없습니다"))
	}
	return judged(diag.T("every target appears among the results", "모든 목표가 성과 목록에 반영됨"), faults, evidence)
}

// results returns the results that stand for a target.
func (t *targetsCovered) results(e *env, x target) []Evidence {
	var found []Evidence
	for _, r := range t.List.entries(e.in.Project) {
		if due := dateOf(t.Due, r); slices.Contains(x.Types, t.Type.text(r)) && !due.IsZero() {
			found = append(found, e.evidence(r.path, diag.T("%s: due %s", "%s: 기한 %s", x.Label.Diag(), shownDate(due))))
		}
	}
	return found
}
