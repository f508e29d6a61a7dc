package budget

import (
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

func TestEmptyBudget(t *testing.T) {
	count := func(p *project.Project) int {
		_, found := Compute(p, &law.Version{}, Options{})
		n := 0
		for _, f := range found {
			if f.Code == CodeEmpty && f.Severity == diag.Unmet {
				n++
			}
		}
		return n
	}
	if n := count(&project.Project{}); n != 1 {
		t.Errorf("an empty budget gives %d findings, want 1", n)
	}
	full := &project.Project{Budget: project.Budget{Lines: []project.Line{{ID: "C1"}}}}
	if n := count(full); n != 0 {
		t.Errorf("a budget with a line gives %d findings, want 0", n)
	}
}
