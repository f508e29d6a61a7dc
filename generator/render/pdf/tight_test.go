package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/doc"
)

// letterOf has so many paragraphs of two lines.
func letterOf(paragraphs int) *doc.Resolved {
	d := doc.Document{Style: "letter", Paper: doc.A4}
	for range paragraphs {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("zz" + strings.Repeat(" word", 28))})
	}
	return resolved(d)
}

func layout(t *testing.T, r *doc.Resolved, s Style) *Laid {
	t.Helper()
	l, _, found := Layout(r, s, testFaces(t))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return l
}

// TestLetterThatRunsOver: a letter whose second page would hold a few lines is set
// on one; a longer one, and one that fits, are set as ever.
func TestLetterThatRunsOver(t *testing.T) {
	s := testStyle(t, "letter")
	loose := s
	loose.Tight = Tight{}
	saved := 0
	for n := 12; n < 34; n++ {
		usual, got := layout(t, letterOf(n), loose), layout(t, letterOf(n), s)
		if lost := lost(got, letterOf(n).Blocks); len(lost) > 0 {
			t.Errorf("%d paragraphs: lost %v", n, lost)
		}
		second := usual.Pages[len(usual.Pages)-1].Texts
		same := linesBelow(got, Target{Page: 1}) == linesBelow(usual, Target{Page: 1})
		switch {
		case len(got.Pages) < len(usual.Pages):
			saved++
			if len(usual.Pages) != 2 || usual.filled*100 > s.Tight.Over*usual.Pages[1].sheet.textHeight() {
				t.Errorf("%d paragraphs: %d pages became %d, with %d texts on the last", n, len(usual.Pages), len(got.Pages), len(second))
			}
		case len(got.Pages) != len(usual.Pages) || !same:
			t.Errorf("%d paragraphs on %d pages are not set as they were", n, len(got.Pages))
		}
	}
	if saved == 0 {
		t.Error("no letter was set tighter")
	}
	s.Tight.Over = 1 // not even one line
	for n := 12; n < 34; n++ {
		if usual, got := layout(t, letterOf(n), loose), layout(t, letterOf(n), s); len(got.Pages) != len(usual.Pages) {
			t.Errorf("%d paragraphs: more than may run over was set tighter", n)
		}
	}
}

func TestBadTightIsAFinding(t *testing.T) {
	for _, bad := range []Tight{{Over: 101, By: 5}, {Over: -1}, {Over: 20}, {Over: 20, By: 60}} {
		s := testStyle(t, "letter")
		s.Tight = bad
		if l := s.check(); len(l) != 1 || l[0].Code != "PDF-STYLE" || !strings.HasPrefix(l[0].Path, "tight.") {
			t.Errorf("%+v: %v", bad, l)
		}
	}
}
