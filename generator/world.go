package generator

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/render/pdf"
	"pactwright/templates"
)

// Version is the version of the program, as manifests record it.
const Version = "0.1.0"

// World is all that a build can see: the project file with its folder, and the
// layers of templates above the built-in one.
type World struct {
	Dir    fs.FS           // the folder of the project file
	Name   string          // the project file within Dir
	Text   []byte          // its text, if it is not to be read from Dir
	Layers []library.Layer // from --templates, the strongest first
}

// Options are what the user can ask of a check or a build.
type Options struct {
	Draft bool          // gaps become visible marks
	Lang  diag.Lang     // of index and findings; empty: Korean for a Korean lead
	Date  calendar.Date // zero: the project's own date
	At    call.Point    // the point at which the project is judged; empty: application
	Only  []string      // kinds of documents: agreement, letters, budget, proposal, changes, report, timeline; empty: all

	Formats []string // of documents: pdf, xlsx, docx; empty: each document in those of its type

	Headings  diag.Lang // the language of headings in the workbook; empty: both
	Thousands bool      // the workbook shows money in thousands

	Archive pdf.Archive // the level of PDF/A of all documents; empty: 2b
}

// archive returns the level of PDF/A that documents keep to.
func (o Options) archive() pdf.Archive {
	if o.Archive == "" {
		return pdf.Archive2b
	}
	return o.Archive
}

func (o Options) at() call.Point {
	if o.At == "" {
		return call.Application
	}
	return o.At
}

// Kinds are the parts of a pack that Only may name.
var Kinds = []string{"agreement", "letters", "budget", "proposal", "changes", "report", "timeline"}

// Formats are the formats of documents that Options.Formats may name.
var Formats = []string{"pdf", "xlsx", "docx"}

// partial reports whether only a part of the pack is asked for. It hands nothing in.
func (o Options) partial() bool { return len(o.Only) > 0 || len(o.Formats) > 0 }

// writes reports whether a file has one of the formats asked for.
func (o Options) writes(file string) bool {
	format := strings.TrimPrefix(path.Ext(file), ".")
	return len(o.Formats) == 0 || !slices.Contains(Formats, format) || slices.Contains(o.Formats, format)
}

func (o Options) wants(kind string) bool {
	if len(o.Only) == 0 {
		return true
	}
	for _, k := range o.Only {
		if k == kind {
			return true
		}
	}
	return false
}

// layers returns all template layers, the strongest first: those asked for, the
// folder templates/ beside the project file, and the built-in one.
func (w World) layers() (library.Layers, error) {
	out := append(library.Layers{}, w.Layers...)
	info, err := fs.Stat(w.Dir, "templates")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err == nil && info.IsDir() {
		own, err := fs.Sub(w.Dir, "templates")
		if err != nil {
			return nil, err
		}
		out = append(out, library.Layer{Name: "project", FS: own})
	}
	return append(out, library.Layer{Name: builtIn, FS: templates.Files}), nil
}

// builtIn is the name of the layer that is part of the program.
const builtIn = "built in"
