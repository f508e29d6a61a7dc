package pdf

import (
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// twentyMillimetres is what stays free for seals across pages.
const twentyMillimetres = 5669

func TestBuiltInStyles(t *testing.T) {
	for _, name := range []string{"contract", "letter", "report", "index", "budget"} {
		s := testStyle(t, name)
		if l := append(s.check(), s.Figure.check()...); len(l) > 0 {
			t.Errorf("%s: %v", name, l)
		}
		if s.Margins.Inner < twentyMillimetres || s.Margins.Outer < twentyMillimetres {
			t.Errorf("%s: the margins are %+v", name, s.Margins)
		}
		if s.Contents.Title.EN == "" || s.Contents.Title.KO == "" {
			t.Errorf("%s: the contents page has no title", name)
		}
	}
}

func TestBadStyleIsAFinding(t *testing.T) {
	for name, spoil := range map[string]func(*Style){
		"margins.inner":            func(s *Style) { s.Margins.Inner = -1 },
		"body.size/leading":        func(s *Style) { s.Body.Leading = 0 },
		"sections[1].size/leading": func(s *Style) { s.Sections[1].Size = 0 },
		"sections":                 func(s *Style) { s.Sections = nil },
		"title.align":              func(s *Style) { s.Title.Align = "justify" },
		"part.before/after":        func(s *Style) { s.Part.Before = 1 << 30 },
		"signatures.writing":       func(s *Style) { s.Signatures.Writing = 0 },
		"table.whole":              func(s *Style) { s.Table.Whole = 101 },
		"table.pad_x":              func(s *Style) { s.Table.PadX = 1 << 20 },
	} {
		s := testStyle(t, "contract")
		spoil(&s)
		r := englishContract()
		r.Paper = doc.Letter
		l, _, found := Layout(r, s, testFaces(t))
		if len(found) != 1 || found[0].Code != "PDF-STYLE" || found[0].Path != name || found[0].Severity != diag.Blocking {
			t.Errorf("%s: got %v", name, found)
		}
		if len(l.Pages) != 0 {
			t.Errorf("%s: there are pages", name)
		}
	}
}
