package generator

import (
	"pactwright/generator/doc"
	"pactwright/generator/merge"
)

// budgets asks for the budget on paper, in the language of the index.
func (s *state) budgets() ([]request, error) {
	if !s.opts.wants("budget") {
		return nil, nil
	}
	typ, found, err := s.layers.Document("budget")
	if err != nil {
		return nil, err
	}
	s.found.Add(found...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	return []request{{
		file: "budget/budget.pdf", kind: "budget", typ: typ, lang: s.lang(),
		context: merge.NewBudget(base, s.project, s.budget), paper: doc.A4, date: s.fileDate(), use: "reading",
	}}, nil
}
