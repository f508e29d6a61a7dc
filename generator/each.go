package generator

import (
	"maps"
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// each asks for the documents of all types that are made for each of something.
// They come after the contracts, so that they can name articles and pages.
func (s *state) each(contracts []document) ([]request, error) {
	ids, err := s.layers.List("documents")
	if err != nil {
		return nil, err
	}
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	dossier, err := merge.NewDossier(base, s.project, s.budget)
	if err != nil {
		return nil, err
	}
	if track, ok := s.call.Track(s.project.Info.Track); ok {
		dossier.Track = track.Name.Diag()
	}
	for _, f := range s.call.Fields {
		if f.ID == s.project.Info.Field {
			dossier.Field = f.Name.Diag()
		}
	}
	dossier.Point, dossier.At, dossier.Enclosures = string(s.opts.at()), s.opts.at().Name(), s.enclosures(dossier)
	s.dossier = dossier
	seated := s.contractSubjects(dossier, contracts)
	var out []request
	asked, signed := map[string][]string{}, map[string][]string{}
	for _, id := range ids {
		typ, found, err := s.layers.Document(id)
		if err != nil {
			return nil, err
		}
		s.found.Add(found...)
		if typ == nil || typ.Each == "" || typ.ByCall && !slices.Contains(s.call.Papers, id) {
			continue
		}
		if wrong := typ.Known(merge.DossierConditions, eaches, slices.Sorted(maps.Keys(s.words["use"]))); len(wrong) > 0 {
			s.found.Add(wrong...)
			continue
		}
		subjects := s.subjects(typ, dossier, seated)
		if typ.Asked {
			asked[id] = idsOf(subjects)
		}
		if typ.Use == "signing" {
			signed[id] = idsOf(subjects)
		}
		out = append(out, s.ofType(typ, subjects)...)
	}
	s.found.Add(s.unknownAsked(asked)...)
	return out, s.checkTargets(signed)
}

// ofType asks for the documents of one type.
func (s *state) ofType(typ *library.DocumentType, subjects []subject) []request {
	var out []request
	for _, x := range subjects {
		x.context.Asked = nil
		if typ.Asked {
			x.context.Asked = s.askedFor(typ.ID, x.id)
		}
		unasked := !typ.Asked || typ.Unasked != "" && x.context.Holds(typ.Unasked)
		if !unasked && x.context.Asked == nil || !x.context.Holds(typ.When) {
			continue
		}
		if a := x.context.Asked; a != nil && !a.Date.IsZero() {
			x.context.Date = a.Date
		}
		own, found := agreement.Own(s.project, typ, x.context.Asked)
		s.found.Add(found...)
		for _, lang := range typ.Languages {
			if lang := diag.Lang(lang); !typ.Own || lang == langOf(x.context.Party) {
				r := s.derived(typ, x, lang)
				r.own = own
				out = append(out, r)
			}
		}
	}
	return out
}

// langOf is the language in which an institution writes to the agency.
func langOf(p *project.Party) diag.Lang {
	if p == nil || p.Country == "KR" {
		return diag.Korean
	}
	return diag.English
}

// enclosures are the documents that the call asks for at the point for which
// the pack is made, as far as this project has to hand them in.
func (s *state) enclosures(d merge.Dossier) []merge.Enclosure {
	var out []merge.Enclosure
	for _, a := range s.call.Documents {
		n := 1
		switch {
		case a.When != s.opts.at():
			continue
		case !d.Holds(a.Needs):
			continue
		case a.Per == "overseas":
			n = len(s.project.Overseas())
		case a.Per == "agreement":
			n = len(s.project.Agreements)
		}
		out = append(out, merge.Enclosure{Title: a.Title.Diag(), Copies: money.Count{N: int64(n), Unit: money.Original}})
	}
	return out
}

func (s *state) derived(typ *library.DocumentType, x subject, lang diag.Lang) request {
	r := request{
		file: strings.NewReplacer("{id}", strings.ToLower(x.id), "{lang}", string(lang)).Replace(typ.Name) + ".pdf",
		kind: typ.ID, id: x.id, typ: typ, lang: lang, plan: x.plan, context: x.context, paper: doc.A4,
		parties: x.parties, date: x.context.Date, use: typ.Use,
	}
	if r.use == "submission" && lang != handedIn(document{request: r}) {
		r.use = "reference"
	}
	if typ.Paper == "partner" && x.paper != nil {
		r.paper = paperOf(x.paper)
	}
	if r.date.IsZero() {
		r.date = s.fileDate()
	}
	if signed := signedLang(typ, x); signed != "both" && signed != string(lang) {
		r.use = "reference"
		if word, ok := s.words.In("mark", "reference"); ok {
			r.mark = word.In(lang)
		}
		x.context.Reference = true
		r.context = x.context
	}
	return r
}

// signedLang returns the language of the text that is signed of a document, or
// both if each of its texts is.
func signedLang(typ *library.DocumentType, x subject) string {
	switch {
	case typ.Signed == "":
		return "both"
	case typ.Signed == "contract" && x.plan != nil:
		return x.plan.Agreement.Signed
	}
	return typ.Signed
}

// askedFor returns what the project file says where it asks for a document, or
// nil.
func (s *state) askedFor(typ, id string) *project.Document {
	for i := range s.project.Documents {
		d := &s.project.Documents[i]
		if d.Type == typ && (d.For == id || d.For == "") {
			return d
		}
	}
	return nil
}

// unknownAsked reports documents that the project file asks for and that no
// type, or no subject of that type, is there for.
func (s *state) unknownAsked(known map[string][]string) diag.List {
	types := slices.Sorted(maps.Keys(known))
	var found diag.List
	for i := range s.project.Documents {
		d := &s.project.Documents[i]
		ids, ok := known[d.Type]
		switch {
		case d.Type == "": // the schema has reported it
		case !ok:
			found.Add(project.UnknownID(s.project, source.Child(d.Path, "type"), d.Type, diag.T("document that is made where asked for", "요청에 따라 만드는 문서"), types))
		case d.For != "" && !slices.Contains(ids, d.For):
			found.Add(project.UnknownID(s.project, source.Child(d.Path, "for"), d.For, diag.T("subject of this document", "이 문서의 대상"), ids))
		}
	}
	return found
}

func idsOf(subjects []subject) []string {
	var ids []string
	for _, x := range subjects {
		if x.id != "" {
			ids = append(ids, x.id)
		}
	}
	return ids
}
