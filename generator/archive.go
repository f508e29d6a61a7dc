package generator

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/pack"
)

// manifest says what the pack was made from; pack.Write lists the files in it.
func (s *state) manifest(documents []document) pack.Manifest {
	m := pack.Manifest{
		Tool: "pactwright " + Version, Project: s.project.Info.ID, Input: path.Base(s.world.Name), Date: s.date().String(),
		Ready: !s.settled().Has(diag.Unmet),
		Options: pack.Options{
			Draft: s.opts.Draft, Lang: string(s.lang()), At: string(s.opts.at()), Only: s.opts.Only,
			Headings: string(s.opts.Headings), Thousands: s.opts.Thousands,
		},
	}
	if !s.opts.Date.IsZero() {
		m.Options.Date = s.opts.Date.String()
	}
	add := func(f library.File) {
		w := pack.Wording{Path: f.Path, Layer: f.Layer, SHA256: f.SHA256}
		if !slices.Contains(m.Library, w) {
			m.Library = append(m.Library, w)
		}
	}
	for _, f := range s.used {
		add(f)
	}
	for _, d := range documents {
		add(d.typ.Body)
		if d.plan == nil {
			continue
		}
		if d.plan.Package != nil {
			add(d.plan.Package.File)
		}
		for _, a := range d.plan.All() {
			add(a.Option.File)
		}
	}
	return m
}

// archive adds the file that is handed in: what the call asks for, under its
// names and in its order. Findings, manifests and the project file stay at home.
func (s *state) archive(out *Outcome, documents []document, book []byte) error {
	var files []pack.File
	for _, asked := range s.call.Documents {
		files = append(files, s.asked(asked, documents, book)...)
	}
	data, err := pack.Archive(files)
	if err != nil {
		return err
	}
	out.Files = append(out.Files, pack.File{Path: s.project.Info.ID + ".zip", Data: data})
	return nil
}

// asked returns the files that answer one document of the call's list.
func (s *state) asked(a call.Asked, documents []document, book []byte) []pack.File {
	var out answers
	for _, d := range documents {
		if slices.Contains(a.Types, d.kind) && d.langCode() == string(handedIn(d)) {
			out.add(a.Name(s.subject(d)), d.file, d.data)
		}
	}
	switch a.Kind {
	case "budget":
		out.add(a.Name(""), workbookFile, book)
	case "agreement", "letter":
		for _, d := range documents {
			if d.kind == a.Kind && toSign(d, documents) {
				s.paper(&out, a.Name(s.subject(d)), d)
			}
		}
	default:
		for _, party := range s.project.Parties {
			s.papers(&out, a.Name(party.ID), a.Received(party.ID))
		}
	}
	return out
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
type answers []pack.File

// add takes a file in under the call's name with the ending of its own. Another
// file under the same name gets a number, and the same one is taken in once.
func (as *answers) add(name, from string, data []byte) {
	for n := 1; ; n++ {
		file := name + path.Ext(from)
		if n > 1 {
			file = fmt.Sprintf("%s-%d%s", name, n, path.Ext(from))
		}
		at := slices.IndexFunc(*as, func(f pack.File) bool { return f.Path == file })
		if at < 0 {
			*as = append(*as, pack.File{Path: file, Data: data})
			return
		}
		if bytes.Equal((*as)[at].Data, data) {
			return
		}
	}
}

// paper adds the signed papers of a document, or the document itself as long as
// none has arrived.
func (s *state) paper(out *answers, name string, d document) {
	if !s.papers(out, name, d.id) {
		out.add(name, d.file, d.data)
	}
}

// papers adds the files that came in for something and can be read.
func (s *state) papers(out *answers, name, what string) bool {
	arrived := false
	for _, r := range s.project.ReceivedFor(what) {
		if s.received[r.File].Readable {
			out.add(name, r.File, s.arrived[r.File])
			arrived = true
		}
	}
	return arrived
}

// subject returns what a document is about in the call's file names: the
// agreement, or the overseas party of a letter.
func (s *state) subject(d document) string {
	if d.kind == "agreement" {
		return d.id
	}
	for _, id := range d.parties {
		if p := s.project.Party(id); p != nil && p.Role.IsForeign() {
			return id
		}
	}
	return ""
}
