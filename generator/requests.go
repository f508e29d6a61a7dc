package generator

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// contracts asks for every contract, in each of its texts, as a signing copy
// and as an annotated one.
func (s *state) contracts() ([]request, error) {
	var out []request
	for _, plan := range s.plans {
		if !plan.Seated() {
			continue
		}
		for _, annotated := range []bool{false, true} {
			base := merge.NewBase(s.project, s.call, s.date())
			base.Annotated, base.Draft = annotated, s.opts.Draft
			context, err := merge.NewContract(base, s.project, s.budget, plan)
			if err != nil {
				return nil, err
			}
			for _, text := range plan.Agreement.Texts {
				out = append(out, s.contract(plan, context, text, annotated))
			}
		}
	}
	return out, nil
}

func (s *state) contract(plan *agreement.Plan, context merge.Contract, text string, annotated bool) request {
	context.Beside = text == "en-ko"
	r := request{
		kind: "agreement", id: plan.Agreement.ID, typ: plan.Type, plan: plan, context: context, annotated: annotated,
		paper: doc.A4, date: s.fileDate(), parties: plan.Agreement.Parties, lang: diag.Lang(text),
	}
	if context.Beside {
		r.lang, r.beside = diag.English, diag.Korean
		r.stacked = plan.Agreement.Layout == "stacked"
	}
	r.file = "agreement/" + r.id + "." + text + ".pdf"
	r.use = "signing"
	if signed := plan.Agreement.Signed; signed != "both" && signed != text {
		r.use = "reference"
	}
	if annotated {
		r.use = "annotated"
		r.file = "agreement/" + r.id + "." + text + ".annotated.pdf"
	}
	mark := r.use
	if r.use == "reference" && context.Beside {
		mark = "beside"
	}
	if word, ok := s.words.In("mark", mark); ok {
		r.mark = word.In(r.lang)
		if r.beside != "" {
			r.mark += " / " + word.In(r.beside)
		}
	}
	return r
}

// letters asks for every letter and for its summary, if its kind has one.
func (s *state) letters() ([]request, error) {
	known, err := s.layers.List("documents")
	if err != nil {
		return nil, err
	}
	var out []request
	for i := range s.project.Letters {
		l := &s.project.Letters[i]
		party := s.project.Party(l.Party)
		if party == nil {
			continue
		}
		for _, id := range []string{l.Kind, l.Kind + "-summary"} {
			if id != l.Kind && !slices.Contains(known, id) {
				continue
			}
			typ, found, err := s.layers.Document(id)
			if err != nil {
				return nil, err
			}
			s.found.Add(found...)
			out = append(out, s.letter(l, party, typ)...)
		}
	}
	return out, nil
}

// letter asks for a letter, or for its summary, in all its languages.
func (s *state) letter(l *project.Letter, party *project.Party, typ *library.DocumentType) []request {
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	context := merge.NewLetter(base, s.project, s.budget, l)
	written := context.Date
	if written.IsZero() {
		written = s.fileDate()
	}
	parties := []string{party.ID}
	if lead := s.project.Lead(); typ.LeadSigns && lead != nil {
		parties = append([]string{lead.ID}, parties...)
	}
	var out []request
	for _, lang := range typ.Languages {
		r := request{
			file: "letters/" + l.ID + "." + lang + ".pdf", kind: "letter", id: l.ID, typ: typ, lang: diag.Lang(lang),
			context: context, paper: paperOf(party), parties: parties, date: written, use: "signing",
		}
		if typ.ID != l.Kind {
			r.kind, r.use, r.paper = "summary", "summary", doc.A4
		}
		out = append(out, r)
	}
	return out
}

func paperOf(p *project.Party) doc.Paper {
	if p.Paper == string(doc.Letter) {
		return doc.Letter
	}
	return doc.A4
}
