package generator

import (
	"path"
	"slices"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
)

// manifest says what the pack was made from; pack.Write lists the files in it.
func (s *state) manifest(documents []document) pack.Manifest {
	m := pack.Manifest{
		Tool: "pactwright " + Version, Project: s.project.Info.ID, Input: path.Base(s.world.Name), Date: s.date().String(),
		Ready:   !s.settled().Has(diag.Unmet),
		Options: pack.Options{Draft: s.opts.Draft, Lang: string(s.lang()), At: string(s.opts.at()), Only: s.opts.Only},
	}
	if !s.opts.Date.IsZero() {
		m.Options.Date = s.opts.Date.String()
	}
	seen := map[string]bool{}
	add := func(w pack.Wording) {
		if !seen[w.Path] {
			seen[w.Path] = true
			m.Library = append(m.Library, w)
		}
	}
	for _, d := range documents {
		add(pack.Wording{Path: d.typ.Body.Path, Layer: d.typ.Body.Layer, SHA256: d.typ.Body.SHA256})
		if d.plan == nil {
			continue
		}
		for _, a := range d.plan.Articles() {
			f := a.Option.File
			add(pack.Wording{Path: f.Path, Layer: f.Layer, SHA256: f.SHA256})
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
	var out []pack.File
	add := func(id, from string, data []byte) {
		name := a.Name(id) + path.Ext(from)
		if !slices.ContainsFunc(out, func(f pack.File) bool { return f.Path == name }) {
			out = append(out, pack.File{Path: name, Data: data})
		}
	}
	switch a.Kind {
	case "budget":
		add("", workbookFile, book)
	case "agreement", "letter":
		for _, d := range documents {
			if d.kind != a.Kind || d.use != "signing" || d.beside != "" {
				continue
			}
			name, data := s.signedPaper(d)
			if data == nil {
				name, data = d.file, d.data
			}
			add(s.subject(d), name, data)
		}
	default:
		for _, party := range s.project.Parties {
			for _, r := range s.project.ReceivedFor(a.Received(party.ID)) {
				if data, ok := s.arrived[r.File]; ok {
					add(party.ID, r.File, data)
				}
			}
		}
	}
	return out
}

// signedPaper returns the signed file of a document, if it has arrived.
func (s *state) signedPaper(d document) (string, []byte) {
	for _, r := range s.project.ReceivedFor(d.id) {
		if data, ok := s.arrived[r.File]; ok {
			return r.File, data
		}
	}
	return "", nil
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
