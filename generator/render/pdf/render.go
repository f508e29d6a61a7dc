package pdf

import (
	"fmt"
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
)

// Meta is what a file says about itself.
type Meta struct {
	Title   string
	Author  string
	Lang    diag.Lang
	Date    calendar.Date // of creation and of the last change
	Archive Archive       // 2b if empty
	Source  *Attachment   // what the document was made from; level 3b only
}

// producer is the program that the file names as its maker.
const producer = "pactwright"

// Render writes a document that Layout has placed as PDF/A. The same pages and
// meta data always make the same bytes. It may run at the same time as others
// that use the same Faces.
func Render(l *Laid, m Meta) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // the PDF library panics on some errors
			out, err = nil, fmt.Errorf("writing the PDF %q: %v", m.Title, r)
		}
	}()
	switch {
	case l.err != nil:
		return nil, l.err
	case len(l.Pages) == 0:
		return nil, fmt.Errorf("the document %q has not been laid out", m.Title)
	case m.Lang != diag.English && m.Lang != diag.Korean:
		return nil, fmt.Errorf("the language %q of a PDF is neither en nor ko", m.Lang)
	case m.Date.IsZero():
		return nil, fmt.Errorf("the PDF %q has no date", m.Title)
	}
	if m.Archive == "" {
		m.Archive = Archive2b
	}
	if !slices.Contains(Archives, m.Archive) {
		return nil, fmt.Errorf("the level %q of PDF/A is none of 1b, 2b and 3b", m.Archive)
	}
	if m.Source != nil && m.Archive != Archive3b {
		return nil, fmt.Errorf("level %s of PDF/A has no attachments", m.Archive)
	}
	used := usedCharacters(l)
	fonts, err := subsets(l.faces, used)
	if err != nil {
		return nil, err
	}
	c := newCanvas(l, used)
	for n := range l.Pages {
		c.page(l, n+1)
	}
	raw, err := c.bytes()
	if err != nil {
		return nil, err
	}
	return finish(raw, l, c.marks, fonts, m)
}

// drawings returns what stands on the pages.
func drawings(pages []Page) []Drawing {
	out := make([]Drawing, len(pages))
	for i := range pages {
		out[i] = pages[i].Drawing
	}
	return out
}

// subsets cuts down the faces that are used.
func subsets(faces *Faces, used []*codes) ([]subsetFont, error) {
	var out []subsetFont
	for id, k := range used {
		if k == nil {
			continue
		}
		f, err := faces.fonts[id].open()
		if err != nil {
			return nil, err
		}
		out = append(out, newSubsetFont(FaceID(id), f, faces.fonts[id].name, k.number()))
	}
	return out, nil
}

// usedCharacters returns the characters that are printed in each face; nil for a
// face that prints none.
func usedCharacters(l *Laid) []*codes {
	used := make([]*codes, len(l.faces.fonts))
	drawn := append([]Drawing{l.watermark}, drawings(l.Pages)...)
	for i := range drawn {
		for _, t := range drawn[i].Texts {
			if used[t.Face] == nil {
				used[t.Face] = new(codes)
			}
			for _, r := range t.S {
				used[t.Face].note(r)
			}
			if t.Space {
				used[t.Face].note(' ')
			}
		}
	}
	return used
}
