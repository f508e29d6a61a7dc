// Package pdf sets a resolved document on pages and writes them as PDF.
//
// The work is done in two steps. [Layout] is pure: it breaks lines and pages in
// integer centipoints and yields plain drawing operations, so the same document
// always has the same pages and page numbers are known before a byte is
// written. [Render] hands the operations to a PDF library and finishes the file: what
// the library writes is taken apart and written anew as PDF/A, with links,
// bookmarks, properties and attachments that the library does not know or gets wrong.
//
// Every character has its glyph checked during layout. A character that no face
// can print is a blocking finding, never a blank on paper.
//
// Faces are upright only, as Korean faces are: emphasis is set slanted by twelve
// degrees in every script, strong text in the bold face. The boxes ☐ ☑ ☒ are
// drawn as lines, because no face has them all.
package pdf

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// maxPages bounds the length of one document.
const maxPages = 2000

// Layout sets the document on pages. Locations holds every anchor that stands on
// a page. A document with blocking findings has pages too, on which characters
// that cannot be printed are crossed boxes; a style that leaves no room for text
// has none.
func Layout(r *doc.Resolved, s Style, f *Faces) (*Laid, doc.Locations, diag.List) {
	wrong := s.check()
	wrong.Add(s.checkFamilies(f)...)
	if hasFigure(r.Blocks) {
		wrong.Add(s.Figure.check()...)
	}
	if len(wrong) > 0 {
		w, h := paperSize(r.Paper)
		return &Laid{Width: w, Height: h, faces: f}, doc.Locations{}, wrong
	}
	laid, where, found := layStyled(r, s, f)
	for step := 1; step <= tightSteps && laid.runsOver(s.Tight); step++ {
		closer, whereCloser, foundCloser := layStyled(r, s.tighter(s.Tight.By*step/tightSteps), f)
		if len(closer.Pages) < len(laid.Pages) {
			return closer, whereCloser, foundCloser
		}
	}
	return laid, where, found
}

// layStyled sets a document in a style that pages can be set with.
func layStyled(r *doc.Resolved, s Style, f *Faces) (*Laid, doc.Locations, diag.List) {
	laid := &Laid{faces: f}
	laid.Width, laid.Height = paperSize(r.Paper)
	c := newCompositor(r, s, f)
	items := c.document()
	p := newPaginator(c, laid)
	p.run(items)
	p.numberContents()
	laid.filled = p.filled()
	c.reading.open = 0
	c.furnish(laid)
	laid.Elements = c.reading.settle()
	laid.Targets = c.targets
	laid.Bookmarks = c.bookmarks
	laid.dropDeadLinks()
	laid.nameFields()
	laid.err = c.faces.err
	return laid, c.locations(), c.findings
}

// paperSize returns width and height in centipoints.
func paperSize(p doc.Paper) (w, h int) {
	w, h = 59528, 84189
	if p.Upright() == doc.Letter {
		w, h = 61200, 79200
	}
	if p.IsLandscape() {
		return h, w
	}
	return w, h
}
