package generator

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/pack"
	"pactwright/generator/render/html"
	"pactwright/generator/review"
	"pactwright/templates"
)

// Reviewed is what differs from the standard in each contract of a project, and
// the files that say so.
type Reviewed struct {
	Outcome
	Reviews []*review.Review
}

// Word returns a word of the locales for a code.
func (r Reviewed) Word(group, code string) diag.Text {
	if r.state == nil {
		return diag.Text{}
	}
	word, _ := r.state.words.In(group, code)
	return word
}

// Review compares every contract of a project with the standard: the clauses of
// its package in the built-in library, filled with the values of the project.
func Review(w World, o Options) (Reviewed, error) {
	s, err := load(w, o)
	if err != nil {
		return Reviewed{}, err
	}
	out := Reviewed{Outcome: Outcome{Lang: s.lang()}}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if s.plans != nil && s.budget != nil && s.project.Lead() != nil {
		out.Project = s.project.Info.ID
		if out.Reviews, err = s.reviews(); err != nil {
			return out, err
		}
		out.state = s
		if !s.settled().Has(diag.Blocking) {
			out.documents, out.Files, err = s.reviewFiles(out.Reviews)
			out.Manifest = s.manifest(append(s.wordings(), out.documents...))
		}
	}
	if out.Findings = s.settled(); out.Findings.Has(diag.Blocking) {
		out.Files = nil
	}
	return out, err
}

// wordings are the contracts as far as a manifest tells what they are made from.
func (s *state) wordings() []document {
	var out []document
	for _, plan := range s.plans {
		if plan.Seated() {
			out = append(out, document{request: request{typ: plan.Type, plan: plan}})
		}
	}
	return out
}

// reviews compares the contracts. What is wrong with them is collected.
func (s *state) reviews() ([]*review.Review, error) {
	shared, err := s.sharedChanged()
	if err != nil {
		return nil, err
	}
	standard, err := s.standard(shared)
	if err != nil {
		return nil, err
	}
	bare, err := agreement.Standards(standard.choices(standard.typ), s.plans)
	if err != nil {
		return nil, err
	}
	out := make([]*review.Review, len(s.plans))
	found := make([]diag.List, len(s.plans))
	errs := make([]error, len(s.plans))
	var wg sync.WaitGroup
	for i, plan := range s.plans {
		if plan.Seated() {
			wg.Go(func() { out[i], found[i], errs[i] = s.review(standard, plan, bare[i], shared) })
		}
	}
	wg.Wait()
	s.found.Add(slices.Concat(found...)...)
	return slices.DeleteFunc(out, func(r *review.Review) bool { return r == nil }), errors.Join(errs...)
}

// review compares one contract. Without a review the findings say why.
func (s *state) review(standard standard, plan, bare *agreement.Plan, shared bool) (*review.Review, diag.List, error) {
	texts, found, err := s.bothTexts(standard.state, plan, bare, shared)
	if err != nil || texts == nil {
		return nil, found, err
	}
	r, err := review.Of(review.Input{
		Project: s.project, Plan: plan, Standard: bare, Library: standard.layers, Shared: shared, Words: s.words, Cite: s.cited, Title: s.conditionTitle, Texts: texts,
	})
	found.Add(review.Voided(s.project, plan, []*doc.Resolved{texts[0].Own, texts[1].Own})...)
	return r, found, err
}

// standard is the state in which the standard of a contract is made: the same
// project with the built-in library. What its package leaves open is a mark.
type standard struct {
	*state
	typ *library.DocumentType
}

// standard prepares it. changed tells that the words of the project are not the
// built-in ones, and are to be read anew.
func (s *state) standard(changed bool) (standard, error) {
	own := *s
	own.opts.Draft, own.standing = true, true
	own.layers = library.Layers{{Name: builtIn, FS: templates.Files}}
	own.found = nil
	if changed {
		if err := own.vocabulary(); err != nil {
			return standard{}, err
		}
	}
	typ, _, err := own.layers.Document("agreement")
	return standard{&own, typ}, err
}

// sharedFiles are the files of the library that all articles of a contract share.
var sharedFiles = []string{"documents/agreement/document.yaml", "documents/agreement/body.md.tmpl", "documents/agreement/definitions.md.tmpl", "locales/terms.yaml", "locales/words.yaml"}

// sharedChanged reports whether the layers above the built-in one hold any of
// them.
func (s *state) sharedChanged() (bool, error) {
	for _, name := range sharedFiles {
		f, err := s.layers.Read(name)
		if err != nil {
			return false, err
		}
		if f.Layer != builtIn {
			return true, nil
		}
	}
	return false, nil
}

// bothTexts makes a contract and its standard in English and in Korean, or
// nothing if the contract cannot be made. They are about the same, so that no
// data can make a difference. changed tells that the words and the body of the
// contract are not those of the standard: then nothing of one is the other's.
func (s *state) bothTexts(standard *state, own, bare *agreement.Plan, changed bool) ([]review.Texts, diag.List, error) {
	langs := []diag.Lang{diag.English, diag.Korean}
	out := make([]review.Texts, len(langs))
	made := make([]document, len(langs))
	context, err := s.contractContext(own)
	if err != nil {
		return nil, nil, err
	}
	plain := context
	plain.Cover = bare.Type.Contents
	var wg sync.WaitGroup
	for i, lang := range langs {
		wg.Go(func() {
			made[i] = document{request: s.contract(own, context, string(lang), false)}
			d := document{request: standard.contract(bare, plain, string(lang), false)}
			if !changed && context.Cover == plain.Cover {
				made[i].made = &merge.Made{}
				d.made = made[i].made
			}
			out[i].Lang, out[i].Own, out[i].Standard = lang, made[i].merge(s, lang), d.merge(standard, lang)
		})
	}
	wg.Wait()
	var found diag.List
	for i := range made {
		found.Add(made[i].found...)
		if out[i].Own == nil || out[i].Standard == nil {
			return nil, found, nil
		}
	}
	found.Add(doc.Parity(out[0].Own, out[1].Own)...)
	return out, found, nil
}

// cited names a provision whose text was found, and no other one.
func (s *state) cited(key string) diag.Text {
	if c, ok := s.law.Citation(key); ok && c.Printable() {
		return s.law.Cite(key)
	}
	return diag.Text{}
}

func (s *state) conditionTitle(id string) diag.Text {
	r, _ := s.rulebook.Rule(id)
	return r.Title.Diag()
}

func (s *state) contractContext(plan *agreement.Plan) (merge.Contract, error) {
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	return merge.NewContract(base, s.project, s.budget, plan)
}

// approvals warns of approvals of articles whose words have changed since.
func (s *state) approvals() error {
	if len(s.project.Approvals) == 0 {
		return nil
	}
	for _, plan := range s.plans {
		if !plan.Seated() || !s.project.Approves(plan.Agreement.ID) {
			continue
		}
		context, err := s.contractContext(plan)
		if err != nil {
			return err
		}
		var texts []*doc.Resolved
		for _, lang := range []diag.Lang{diag.English, diag.Korean} {
			d := document{request: s.contract(plan, context, string(lang), false)}
			if text := d.merge(s, lang); text != nil { // what is wrong with it is found where it is made
				texts = append(texts, text)
			}
		}
		s.found.Add(review.Voided(s.project, plan, texts)...)
	}
	return nil
}

// reviewFiles makes what is handed out of a review: for each contract the report
// on paper, for the screen and for programs, and the contract with its changes for
// Word.
func (s *state) reviewFiles(reviews []*review.Review) ([]document, []pack.File, error) {
	typ, found, err := s.layers.Document("review")
	if err != nil {
		return nil, nil, err
	}
	s.found.Add(found...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	var asked []request
	for _, r := range reviews {
		for _, lang := range typ.Languages {
			asked = append(asked, request{
				file: strings.ToLower(r.Agreement.ID) + "/review." + lang + ".pdf", kind: "review", id: r.Agreement.ID, typ: typ, lang: diag.Lang(lang),
				context: review.NewReport(base, r, diag.Lang(lang)), paper: doc.A4, date: s.fileDate(), use: "internal",
			})
		}
	}
	reports := s.make(asked)
	if err := s.collect(reports); err != nil {
		return nil, nil, err
	}
	var out []pack.File
	for _, d := range reports {
		if d.settled != nil && d.data != nil {
			out = append(out, pack.File{Path: d.file, Data: d.data}, pack.File{Path: asPage(d.file), Data: html.Render(d.settled)})
		}
	}
	for _, r := range reviews {
		text, err := r.JSON()
		if err != nil {
			return nil, nil, err
		}
		out = append(out, pack.File{Path: strings.ToLower(r.Agreement.ID) + "/review.json", Data: text})
		words, err := s.redlines(r)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, words...)
	}
	return reports, out, nil
}

// asPage is the name of a document as a page for the screen.
func asPage(file string) string { return strings.TrimSuffix(file, ".pdf") + ".html" }
