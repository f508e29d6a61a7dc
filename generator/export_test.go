package generator

import (
	"pactwright/generator/agreement"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback"
	"pactwright/generator/review"
)

// Contracts makes the texts of the signing copies of the contracts, settled and
// compared, without laying them out, and returns them with all findings. It is
// for tests of very many contracts.
func Contracts(w World) ([]*doc.Resolved, diag.List, error) { return settled(w, false) }

// Texts does the same for letters and for the documents made for each of
// something, too.
func Texts(w World) ([]*doc.Resolved, diag.List, error) { return settled(w, true) }

// Loaded returns what is wrong before any document is made.
func Loaded(w World) (diag.List, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, err
	}
	return s.settled(), nil
}

// TextsUnless does as Texts if what is wrong before any document is made is not
// enough; that is what it returns otherwise.
func TextsUnless(w World, enough func(diag.List) bool) ([]*doc.Resolved, diag.List, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, nil, err
	}
	if found := s.settled(); enough(found) {
		return nil, found, nil
	}
	return s.settledTexts(true)
}

func settled(w World, all bool) ([]*doc.Resolved, diag.List, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, nil, err
	}
	return s.settledTexts(all)
}

func (s *state) settledTexts(all bool) ([]*doc.Resolved, diag.List, error) {
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		return nil, s.settled(), nil
	}
	requests, err := s.contracts()
	if err != nil {
		return nil, nil, err
	}
	documents := s.settleAll(requests)
	if all {
		letters, err := s.letters()
		if err != nil {
			return nil, nil, err
		}
		each, err := s.each(documents)
		if err != nil {
			return nil, nil, err
		}
		documents = append(documents, s.settleAll(append(letters, each...))...)
	}
	var texts []*doc.Resolved
	for _, d := range documents {
		texts = append(texts, d.texts...)
	}
	s.found.Add(parity(documents)...)
	return texts, s.settled(), nil
}

// settleAll settles the signing copies among documents. Everything that has a
// number is said to stand on the first page.
func (s *state) settleAll(requests []request) []document {
	var out []document
	for _, r := range requests {
		if r.annotated {
			continue
		}
		d := document{request: r}
		if both := d.settle(s); both != nil {
			s.found.Add(readback.Amounts(d.file, both, s.known)...)
			d.settled, d.where = both, doc.Locations{}
			if r.plan != nil {
				for _, a := range r.plan.All() {
					d.where[a.Option.Slot] = doc.Location{Number: both.Reference(a.Option.Slot), Page: 1}
				}
			}
		}
		s.found.Add(d.found...)
		out = append(out, d)
	}
	return out
}

// Judge makes the texts of all documents and runs the rules of the call that
// need only data, without laying anything out. It is for tests of very many
// projects.
func Judge(w World, at call.Point) (diag.List, error) {
	s, err := load(w, Options{Lang: diag.English, At: at})
	if err != nil {
		return nil, err
	}
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		return s.settled(), nil
	}
	requests, err := s.contracts()
	if err != nil {
		return nil, err
	}
	s.found.Add(parity(s.settleAll(requests))...)
	s.found.Add(call.Findings(call.Check(s.input()))...)
	return s.settled(), nil
}

// Judging makes the documents of a project once and returns the rules to run on
// them, again and again.
func Judging(w World) (func() []call.Result, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, err
	}
	documents, err := s.documents()
	return func() []call.Result { return s.judge(documents) }, err
}

// JudgeData loads a project and runs the rules that need only its data.
func JudgeData(w World) ([]call.Result, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, err
	}
	return call.Check(s.input()), nil
}

// Books returns every call that is shipped, with its law version.
func Books() ([]*call.Rulebook, error) { return builtInShelf.all() }

// Comparing loads a project and returns what compares its contracts with the
// standard, again and again, and prints nothing.
func Comparing(w World) (func() ([]*review.Review, error), error) {
	s, err := load(w, Options{Lang: diag.English})
	return s.reviews, err
}

// StandardTexts returns the standard of every contract of a project in both
// languages: beside its contract, as a review makes it, or alone, so that it has
// nothing of the contract.
func StandardTexts(w World, alone bool) ([]*doc.Resolved, error) {
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		return nil, err
	}
	standard, err := s.standard(true)
	if err != nil {
		return nil, err
	}
	bare, err := agreement.Standards(standard.choices(standard.typ), s.plans)
	if err != nil {
		return nil, err
	}
	var out []*doc.Resolved
	for i, plan := range s.plans {
		texts, _, err := s.bothTexts(standard.state, plan, bare[i], alone)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			out = append(out, t.Standard)
		}
	}
	return out, nil
}
