package generator

import (
	"fmt"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Model is a project with its computed budget, before any document is made.
type Model struct {
	Project *project.Project
	Budget  *budget.Budget
}

// Figures reads a project and computes its budget. A project that cannot be
// computed is an error here; Check says what is wrong with it.
func Figures(w World) (Model, error) {
	s, err := load(w, Options{})
	if err != nil {
		return Model{}, err
	}
	if s.budget == nil || s.found.Has(diag.Blocking) {
		return Model{}, fmt.Errorf("%s cannot be computed: %s", w.Name, diag.Summary(s.found, diag.English))
	}
	return Model{Project: s.project, Budget: s.budget}, nil
}
