package generator

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
	"pactwright/generator/project"
)

// enclosed is a file that answers a document of the call's list.
type enclosed struct {
	name     string // the call's name, with the ending of the file
	from     string // its path in the pack
	path     string // where the project file speaks of it
	received bool
	pages    int // of a PDF
	data     []byte
}

// handIn is all that is handed in, in the call's order. Findings, manifests and
// the project file stay at home.
type handIn []answer

// answer is what is handed in for one document of the call's list, for one
// institution or contract where there is one each.
type answer struct {
	asked    call.Asked
	subject  string // id of the institution or contract; empty: of the project
	files    answers
	unsigned bool // what was made here still lacks a signature
}

// handIn finds what answers each document of the call's list.
func (s *state) handIn(documents []document, book []byte) handIn {
	var out handIn
	for _, a := range s.call.Documents {
		for _, subject := range s.subjectsOf(a) {
			out = append(out, s.answerTo(a, subject, documents, book))
		}
	}
	return out
}

// subjectsOf returns the ids of those of which a call asks for a document each;
// one empty id if it asks for it once.
func (s *state) subjectsOf(a call.Asked) []string {
	var ids []string
	switch a.Per {
	case "overseas":
		for _, p := range s.project.Overseas() {
			ids = append(ids, p.ID)
		}
	case "agreement":
		for _, g := range s.project.Agreements {
			ids = append(ids, g.ID)
		}
	default:
		ids = []string{""}
	}
	return ids
}

// answerTo returns the files that answer one document of the call's list.
func (s *state) answerTo(a call.Asked, subject string, documents []document, book []byte) answer {
	out := answer{asked: a, subject: subject}
	name := a.Name(subject)
	for _, d := range documents {
		if slices.Contains(a.Types, d.kind) && d.langCode() == string(handedIn(d)) && s.about(a, d, subject) {
			out.files.add(name, s.madeFile(d))
		}
	}
	switch a.Kind {
	case "budget":
		out.files.add(name, enclosed{from: workbookFile, path: "budget", data: book})
	case "agreement", "letter":
		for _, d := range documents {
			if d.kind != a.Kind || !toSign(d, documents) || !s.about(a, d, subject) {
				continue
			}
			if !s.enclose(&out.files, name, receivedFor(d)) {
				out.files.add(name, s.madeFile(d))
				out.unsigned = true
			}
		}
	default:
		s.enclose(&out.files, name, a.Received(subject))
	}
	return out
}

// about reports whether a document is about the institution or contract of
// which the call asks for one each.
func (s *state) about(a call.Asked, d document, subject string) bool {
	switch a.Per {
	case "agreement":
		return d.id == subject
	case "overseas":
		return s.partyOf(d) == subject
	}
	return true
}

// partyOf returns the overseas party of a document.
func (s *state) partyOf(d document) string {
	for _, id := range d.parties {
		if p := s.project.Party(id); p != nil && p.Role.IsForeign() {
			return id
		}
	}
	return ""
}

// madeFile is a document made here. The project file speaks of contracts and
// letters; that there are others follows from the call.
func (s *state) madeFile(d document) enclosed {
	e := enclosed{from: d.file, path: "project.call", pages: d.pages, data: d.data}
	if a := s.project.Agreement(d.id); a != nil && d.kind == "agreement" {
		e.path = a.Path
	}
	if l := s.project.Letter(d.id); l != nil && d.kind == "letter" {
		e.path = l.Path
	}
	return e
}

// enclose adds the files that came in for something and can be read.
func (s *state) enclose(out *answers, name, what string) bool {
	papers := s.papers(what)
	for _, r := range papers {
		out.add(name, s.receivedFile(r))
	}
	return len(papers) > 0
}

func (s *state) receivedFile(r *project.Received) enclosed {
	return enclosed{
		from: path.Join(inputsDir, r.File), path: r.Path + ".file", received: true, pages: s.received[r.File].Pages, data: s.arrived[r.File],
	}
}

// receivedFor returns what the signed paper of a document comes in for: the id
// of a letter or a contract; the type of any other document with what it is for,
// as in nda-US1.
func receivedFor(d document) string {
	switch {
	case d.kind == "agreement" || d.kind == "letter":
		return d.id
	case d.id == "":
		return d.kind
	}
	return d.kind + "-" + d.id
}

// handedIn is the language in which a document goes to the agency: Korean, if
// it is made in Korean.
func handedIn(d document) diag.Lang {
	if slices.Contains(d.typ.Languages, string(diag.Korean)) {
		return diag.Korean
	}
	return d.lang
}

// answers are the files that answer one document of the call's list.
type answers []enclosed

// add takes a file in under the call's name with the ending of its own. Another
// file under the same name gets a number, and the same one is taken in once.
func (as *answers) add(name string, e enclosed) {
	for n := 1; ; n++ {
		e.name = name + path.Ext(e.from)
		if n > 1 {
			e.name = fmt.Sprintf("%s-%d%s", name, n, path.Ext(e.from))
		}
		at := slices.IndexFunc(*as, func(f enclosed) bool { return f.name == e.name })
		if at < 0 {
			*as = append(*as, e)
			return
		}
		if bytes.Equal((*as)[at].data, e.data) {
			return
		}
	}
}

// submissionDir holds what is handed in where a call takes the files one by one.
const submissionDir = "submission"

// enclosedFiles returns what is handed in as files of the pack: one archive, or
// a folder where the call takes the files one by one. A part of a pack hands
// nothing in.
func (s *state) enclosedFiles(in handIn) ([]pack.File, error) {
	if s.opts.partial() {
		return nil, nil
	}
	var out []pack.File
	for _, a := range in {
		for _, f := range a.files {
			out = append(out, pack.File{Path: f.name, Data: f.data})
		}
	}
	if s.call.Submission.ByFile() {
		for i := range out {
			out[i].Path = path.Join(submissionDir, out[i].Path)
		}
		return out, nil
	}
	data, err := pack.Archive(out)
	return []pack.File{{Path: s.fixedName("archive"), Data: data}}, err
}
