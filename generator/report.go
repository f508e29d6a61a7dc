package generator

import (
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
	"pactwright/generator/project"
	"pactwright/generator/readback"
)

// input is what the rules of the call look at.
func (s *state) input() call.Input {
	return call.Input{
		Rulebook: s.rulebook, Project: s.project, Budget: s.budget, Reported: s.reported, Contracts: s.chosen(),
		Clauses: s.clauses, Received: s.received, At: s.opts.at(), Date: s.date(),
	}
}

// judge runs the rules of the call on the data and on the documents made.
func (s *state) judge(documents []document) []call.Result {
	in := s.input()
	var traced []call.Document
	for _, d := range documents {
		if d.annotated || d.where == nil || len(d.parties) == 0 || readingCopy(d, documents) {
			continue // nobody's document answers no rule
		}
		traced = append(traced, call.Document{
			ID: d.id, Kind: d.kind, Parties: d.parties, Lang: d.langCode(), File: d.file, Where: d.where,
		})
	}
	results := call.InOrder(call.Check(in), call.Trace(in, traced))
	s.found.Add(call.Waivers(in, results)...)
	return results
}

// readingCopy reports whether a document only sets texts side by side that are
// there by themselves.
func readingCopy(d document, documents []document) bool {
	return d.beside != "" && slices.ContainsFunc(documents, func(o document) bool {
		return o.id == d.id && o.beside == "" && !o.annotated
	})
}

// toSign reports whether a document is a signing copy.
func toSign(d document, documents []document) bool {
	return d.use == "signing" && !readingCopy(d, documents)
}

// judged is what the report and the index are made from.
func (s *state) judged(results []call.Result, found diag.List) merge.Judged {
	return merge.Judged{Rulebook: s.rulebook, Project: s.project, At: s.opts.at(), Results: results, Found: found}
}

// reports asks for the compliance report in its languages.
func (s *state) reports(results []call.Result, documents []document, asked call.Checklist, found diag.List) ([]request, merge.Report, error) {
	typ, list, err := s.layers.Document("report")
	if err != nil {
		return nil, merge.Report{}, err
	}
	s.found.Add(list...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	context := merge.NewReport(base, s.judged(results, found), s.signedTexts(documents))
	context.Asked = s.askedRows(asked)
	var out []request
	for _, lang := range typ.Languages {
		out = append(out, request{
			file: "compliance/report." + lang + ".pdf", kind: "report", typ: typ, lang: diag.Lang(lang),
			context: context, paper: doc.A4, date: s.fileDate(), use: "internal",
		})
	}
	todo, err := s.todos(base, results, found)
	return append(out, todo...), context, err
}

// signedTexts lists the contracts with the file of the text that is signed; of
// two texts that are both signed it is the English one.
func (s *state) signedTexts(documents []document) []merge.ContractColumn {
	var out []merge.ContractColumn
	for _, d := range documents {
		if d.plan == nil || d.kind != "agreement" || !toSign(d, documents) {
			continue
		}
		i := slices.IndexFunc(out, func(c merge.ContractColumn) bool { return c.ID == d.id })
		switch {
		case i < 0:
			out = append(out, merge.ContractColumn{ID: d.id, Name: s.partnersOf(d), File: d.file})
		case d.langCode() == d.plan.Agreement.Signed || d.plan.Agreement.Signed == "both" && d.lang == diag.English:
			out[i].File = d.file
		}
	}
	return out
}

// partnersOf names the parties of a contract other than the lead.
func (s *state) partnersOf(d document) diag.Text {
	var out diag.Text
	for _, p := range d.plan.Parties {
		switch {
		case p.Role == project.Lead:
		case out.IsZero():
			out = shortName(p)
		default:
			out = diag.T("%s, %s", "%s, %s", out, shortName(p))
		}
	}
	return out
}

// index asks for the index. The rows name every document made so far.
func (s *state) index(rows []merge.DocumentRow, documents []document, asked call.Checklist, found diag.List, agreed readback.Count) (request, error) {
	typ, list, err := s.layers.Document("index")
	if err != nil {
		return request{}, err
	}
	s.found.Add(list...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	context := merge.NewIndex(base, s.judged(nil, found))
	context.Asked, context.Signing, context.Documents = s.askedRows(asked), s.signing(documents), rows
	context.Figures, context.Compared = agreed.Figures, agreed.Documents
	return request{file: "index.pdf", kind: "index", typ: typ, lang: s.lang(), context: context, paper: doc.A4, date: s.fileDate()}, nil
}

// signing lists who signs the signing copies and the letters.
func (s *state) signing(documents []document) []merge.SigningRow {
	var out []merge.SigningRow
	for _, d := range documents {
		if !toSign(d, documents) {
			continue
		}
		for _, id := range d.parties {
			p := s.project.Party(id)
			if p == nil {
				continue
			}
			for _, person := range p.Signatories {
				out = append(out, merge.SigningRow{
					Document: s.titleOf(d), Originals: originals(d), Party: id, Person: person, Method: person.Method, State: s.signed(d),
				})
			}
		}
	}
	return out
}

// originals is how many copies of a document are signed: of a contract one for
// each party, of a letter one.
func originals(d document) int {
	if d.plan == nil {
		return 1
	}
	return len(d.plan.Parties)
}

// signed tells whether the signed paper of a document has arrived.
func (s *state) signed(d document) string {
	if len(s.papers(receivedFor(d))) > 0 {
		return "received"
	}
	return "to_sign"
}

// titleOf names a document with its language and what it is about.
func (s *state) titleOf(d document) diag.Text {
	t := d.typ.Title.Diag()
	if d.id == "" {
		return s.withLanguage(t, d)
	}
	for _, id := range d.parties {
		if p := s.project.Party(id); p != nil && p.Role != project.Lead {
			t = diag.T("%s – %s", "%s – %s", t, shortName(p))
			break
		}
	}
	return s.withLanguage(t, d)
}

// shortName names a party, by its id as long as the project file does not.
func shortName(p *project.Party) diag.Text {
	if p.Short.EN == "" || p.Short.KO == "" {
		return diag.Text{EN: p.ID, KO: p.ID}
	}
	return diag.Text{EN: p.Short.EN, KO: p.Short.KO}
}

func (s *state) withLanguage(t diag.Text, d document) diag.Text {
	word, ok := s.words.In("language", d.langCode())
	if !ok {
		return t
	}
	return diag.T("%s (%s)", "%s (%s)", t, word)
}
