package generator

import (
	"path"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/pack"
)

// manifest says what the pack was made from; pack.Write lists the files in it.
func (s *state) manifest(documents []document) pack.Manifest {
	m := pack.Manifest{
		Tool: toolName(), Project: s.project.Info.ID, Input: path.Base(s.world.Name), Date: s.date().String(),
		Ready: !s.settled().Has(diag.Unmet),
		Options: pack.Options{
			Draft: s.opts.Draft, Lang: string(s.lang()), At: string(s.opts.at()), Only: s.opts.Only, Formats: s.opts.Formats,
			Headings: string(s.opts.Headings), Thousands: s.opts.Thousands,
			PDFA: string(s.opts.archive()),
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
		if d.typ.Definitions != nil {
			add(d.typ.Definitions.File)
		}
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

// toolName is how manifests name the program.
func toolName() string { return "pactwright " + Version }
