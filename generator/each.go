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

// subject is what a document is made for.
type subject struct {
	id      string // in the name of the file
	context merge.Dossier
	plan    *agreement.Plan
	parties []string // ids of those whom the document concerns
	paper   *project.Party
}

// eaches are what documents may be made for each of.
var eaches = []string{"project", "party", "overseas", "agreement", "instalment", "change"}

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
	var out []request
	asked := map[string][]string{}
	for _, id := range ids {
		typ, found, err := s.layers.Document(id)
		if err != nil {
			return nil, err
		}
		s.found.Add(found...)
		if typ == nil || typ.Each == "" {
			continue
		}
		if wrong := typ.Known(merge.DossierConditions, eaches, slices.Sorted(maps.Keys(s.words["use"]))); len(wrong) > 0 {
			s.found.Add(wrong...)
			continue
		}
		subjects := s.subjects(typ, dossier, contracts)
		if typ.Asked {
			asked[id] = idsOf(subjects)
		}
		out = append(out, s.ofType(typ, subjects)...)
	}
	s.found.Add(s.unknownAsked(asked)...)
	return out, nil
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

// subjects returns what a type of documents is made for, one after the other.
func (s *state) subjects(typ *library.DocumentType, d merge.Dossier, contracts []document) []subject {
	var out []subject
	switch typ.Each {
	case "project":
		out = append(out, subject{context: d, paper: s.project.Lead()})
	case "party", "overseas":
		for _, p := range d.Parties {
			if typ.Each == "party" || p.Role.IsForeign() {
				out = append(out, subject{id: p.ID, context: d.ForParty(p), parties: []string{p.ID}, paper: p})
			}
		}
	case "agreement":
		for _, plan := range s.plans {
			if plan != nil && plan.Lead != nil && len(plan.Overseas) > 0 {
				out = append(out, s.contractSubject(plan, d, contracts))
			}
		}
	case "instalment":
		for _, plan := range s.plans {
			if plan != nil && plan.Lead != nil && len(plan.Overseas) > 0 {
				out = append(out, instalments(s.contractSubject(plan, d, contracts))...)
			}
		}
	case "change":
		for i := range s.project.Changes {
			c := &s.project.Changes[i]
			for _, plan := range s.plans {
				if plan != nil && plan.Agreement.ID == c.Agreement && plan.Lead != nil && len(plan.Overseas) > 0 {
					out = append(out, s.changeSubject(s.contractSubject(plan, d, contracts), c)...)
				}
			}
		}
	}
	return out
}

func (s *state) contractSubject(plan *agreement.Plan, d merge.Dossier, contracts []document) subject {
	x := subject{id: plan.Agreement.ID, plan: plan, parties: plan.Agreement.Parties, paper: plan.Overseas[0]}
	x.context = d.ForContract(s.project, plan)
	x.context.Articles = s.articleRows(plan, contracts)
	x.context.Requirements = merge.Requirements(s.call, s.law, x.context.Articles, finder(plan, contracts))
	return x
}

// changeSubject turns the subject of a contract into that of one of its changes.
// Amounts that cannot be added up have been reported with the budget.
func (s *state) changeSubject(x subject, c *project.Change) []subject {
	context, err := x.context.ForChange(s.project, c)
	if err != nil {
		return nil
	}
	x.id, x.context, x.paper = c.ID, context, s.project.Lead()
	if c.Party != "" && !slices.Contains(x.parties, c.Party) {
		x.parties = append(slices.Clone(x.parties), c.Party)
	}
	return []subject{x}
}

// instalments makes a subject of every payment of a contract.
func instalments(x subject) []subject {
	var out []subject
	for i := range x.context.Payments {
		y := &x.context.Payments[i]
		for j := range y.Instalments {
			z := x
			z.id, z.context.Payment, z.context.Instalment = y.Instalments[j].ID, y, &y.Instalments[j]
			for _, p := range x.context.Parties {
				if p.ID == y.Payee {
					z.context.Party, z.paper = p, p
				}
			}
			out = append(out, z)
		}
	}
	return out
}

// finder tells where an anchor stands in the texts of a contract.
func finder(plan *agreement.Plan, contracts []document) merge.Find {
	return func(anchor string) (merge.Passage, bool) {
		var p merge.Passage
		found := false
		for _, d := range textsOf(plan, contracts) {
			at, ok := d.where[anchor]
			found = found || ok
			p.Number, p.Page = numbered(p.Number, p.Page, d, at)
		}
		p.Number = either(p.Number)
		return p, found
	}
}

// textsOf returns the texts of a contract, each by itself, or side by side if
// they are made so only.
func textsOf(plan *agreement.Plan, contracts []document) []document {
	var single, beside []document
	for _, d := range contracts {
		switch {
		case d.plan != plan || d.annotated:
		case d.beside == "":
			single = append(single, d)
		default:
			beside = append(beside, d)
		}
	}
	if len(single) == 0 {
		return beside
	}
	return single
}

// numbered adds where a text of a contract has something: its number in the
// language of the text, and its page if that text is signed.
func numbered(number diag.Text, page int, d document, at doc.Location) (diag.Text, int) {
	if d.lang == diag.Korean {
		number.KO = at.Number
	} else {
		number.EN = at.Number
	}
	if d.use == "signing" {
		page = at.Page
	}
	return number, page
}

// either gives a contract that is made in one language only the numbers of that
// language.
func either(t diag.Text) diag.Text {
	if t.KO == "" {
		t.KO = t.EN
	}
	if t.EN == "" {
		t.EN = t.KO
	}
	return t
}

// articleRows describes the articles of a contract, with their numbers, which are
// the same in both languages, and their pages in the signed text.
func (s *state) articleRows(plan *agreement.Plan, contracts []document) []merge.ArticleRow {
	var out []merge.ArticleRow
	exhibits := len(plan.Articles()) - len(plan.Exhibits)
	used := usedParams(plan, contracts)
	for i, a := range plan.Articles() {
		h := a.Option.Head
		row := merge.ArticleRow{
			Slot: a.Option.Slot, Code: h.Code, Title: h.Title.Diag(), Default: h.Default, Rank: h.Rank,
			Wants: h.Wants.Diag(), Costs: h.Costs.Diag(), Differs: h.Differs.Diag(), Risk: h.Risk.Diag(),
			PartnerPolicy: h.PartnerPolicy.Diag(), KoreanPriority: h.KoreanPriority, Law: h.Law, Call: h.Call,
		}
		row.Params = s.paramRows(a, used)
		for _, d := range textsOf(plan, contracts) {
			row.Number, row.Page = numbered(row.Number, row.Page, d, d.where[row.Slot])
		}
		if kind, n := doc.ArticleHeading, i+1; row.Number != (diag.Text{}) {
			if i >= exhibits {
				kind, n = doc.ExhibitHeading, i+1-exhibits
			}
			row.Number = diag.Text{EN: doc.HeadingNumber(diag.English, kind, n), KO: doc.HeadingNumber(diag.Korean, kind, n)}
		}
		out = append(out, row)
	}
	return out
}
