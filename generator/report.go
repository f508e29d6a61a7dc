package generator

import (
	"bytes"
	"encoding/json"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// input is what the rules of the call look at.
func (s *state) input() call.Input {
	return call.Input{
		Call: s.call, Law: s.law, Project: s.project, Budget: s.budget, Received: s.received,
		At: s.opts.at(), Date: s.date(),
	}
}

// judge runs the rules of the call on the data and on the documents made.
func (s *state) judge(documents []document) []call.Result {
	in := s.input()
	var traced []call.Document
	for _, d := range documents {
		if d.annotated || d.where == nil {
			continue
		}
		traced = append(traced, call.Document{
			ID: d.id, Kind: d.kind, Parties: d.parties, Lang: d.langCode(), File: d.file, Where: d.where,
		})
	}
	return call.InOrder(call.Check(in), call.Trace(in, traced))
}

// reports asks for the compliance report in its languages.
func (s *state) reports(results []call.Result, found diag.List) ([]request, error) {
	typ, list, err := s.layers.Document("report")
	if err != nil {
		return nil, err
	}
	s.found.Add(list...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	context := merge.NewReport(base, s.opts.at(), s.law.Title.Diag(), results, found)
	var out []request
	for _, lang := range typ.Languages {
		out = append(out, request{
			file: "compliance/report." + lang + ".pdf", kind: "report", typ: typ, lang: diag.Lang(lang),
			context: context, paper: doc.A4, date: s.fileDate(), use: "internal",
		})
	}
	return out, nil
}

// reportJSON is the compliance report for programs.
type reportJSON struct {
	Project  string         `json:"project"`
	Call     string         `json:"call"`
	Law      string         `json:"law_version"`
	At       call.Point     `json:"at"`
	Date     string         `json:"date"`
	Ready    bool           `json:"ready"`
	Results  []resultJSON   `json:"results"`
	Findings []diag.Finding `json:"findings"`
}

type resultJSON struct {
	Rule     string          `json:"rule"`
	Title    diag.Text       `json:"title"`
	Status   call.Status     `json:"status"`
	Due      bool            `json:"due"`
	Message  diag.Text       `json:"message"`
	Why      diag.Text       `json:"why"`
	Fix      diag.Text       `json:"fix"`
	Evidence []call.Evidence `json:"evidence,omitempty"`
}

func (s *state) reportJSON(results []call.Result, found diag.List) ([]byte, error) {
	r := reportJSON{
		Project: s.project.Info.ID, Call: s.call.ID, Law: s.law.ID, At: s.opts.at(), Date: s.date().String(),
		Ready: !found.Has(diag.Unmet), Results: []resultJSON{}, Findings: append([]diag.Finding{}, found...),
	}
	for _, x := range results {
		r.Results = append(r.Results, resultJSON{
			Rule: x.Rule.ID, Title: x.Rule.Title.Diag(), Status: x.Status, Due: x.Due, Message: x.Message,
			Why: x.Why, Fix: x.Rule.Hint.Diag(), Evidence: x.Evidence,
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

// index asks for the index. The rows name every document made so far.
func (s *state) index(rows []merge.DocumentRow, documents []document, found diag.List) (request, error) {
	typ, list, err := s.layers.Document("index")
	if err != nil {
		return request{}, err
	}
	s.found.Add(list...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	report := merge.NewReport(base, s.opts.at(), s.law.Title.Diag(), nil, found)
	context := merge.Index{
		Base: base, Ready: report.Ready, Documents: rows, Signing: s.signing(documents),
		Missing: append(report.Unmet, report.Warnings...),
	}
	return request{file: "index.pdf", kind: "index", typ: typ, lang: s.lang(), context: context, paper: doc.A4, date: s.fileDate()}, nil
}

// signing lists who signs the signing copies and the letters.
func (s *state) signing(documents []document) []merge.SigningRow {
	var out []merge.SigningRow
	for _, d := range documents {
		if d.use != "signing" || d.beside != "" {
			continue
		}
		for _, id := range d.parties {
			p := s.project.Party(id)
			if p == nil {
				continue
			}
			for _, person := range p.Signatories {
				out = append(out, merge.SigningRow{Document: s.titleOf(d), Party: id, Person: person, Method: person.Method, State: s.signed(d)})
			}
		}
	}
	return out
}

// signed tells whether the signed paper of a document has arrived.
func (s *state) signed(d document) string {
	for _, r := range s.project.ReceivedFor(d.id) {
		if s.received[r.File].Readable {
			return "received"
		}
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
			t = diag.T("%s – %s", "%s – %s", t, diag.Text{EN: p.Short.EN, KO: p.Short.KO})
			break
		}
	}
	return s.withLanguage(t, d)
}

func (s *state) withLanguage(t diag.Text, d document) diag.Text {
	word, ok := s.words.In("language", d.langCode())
	if !ok {
		return t
	}
	return diag.T("%s (%s)", "%s (%s)", t, word)
}
