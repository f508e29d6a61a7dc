package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// withExhibit is a contract with an exhibit of two pages, and an article behind it.
func withExhibit() *doc.Resolved {
	return resolved(doc.Document{Lang: diag.Korean, Paper: doc.A4, Style: "contract", Title: "zzTitle", Blocks: []doc.Block{
		article("제1조", "정의", ""),
		&doc.Paragraph{Text: say("zzBody")},
		&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "별표 1", Text: []doc.Inline{{Text: "별표 1. "}, {Text: "zzBudget"}}},
		&doc.Heading{Kind: doc.SectionHeading, Level: 2, Text: say("절")},
		&doc.Paragraph{Text: say("zzFirst")},
		&doc.PageBreak{},
		&doc.Paragraph{Text: say("zzSecond")},
		&doc.PageBreak{},
		article("제2조", "zzAfter", ""),
	}})
}

// runningHead returns what stands at the head of the page of a text.
func runningHead(t *testing.T, l *Laid, s string) string {
	t.Helper()
	_, p := pageOf(t, l, s)
	head := ""
	for _, x := range p.Texts {
		if x.Y < p.sheet.margins.Top*7/10 {
			head += x.S
		}
	}
	return head
}

// TestExhibitNamesItself: the pages of an exhibit are headed by its number and title
// and by those of the document, and no others are.
func TestExhibitNamesItself(t *testing.T) {
	r := withExhibit()
	l := lay(t, r)
	for s, want := range map[string]string{"zzFirst": "별표 1. zzBudget · zzTitle", "zzSecond": "별표 1. zzBudget · zzTitle", "zzAfter": "zzTitle"} {
		if got := runningHead(t, l, s); got != want {
			t.Errorf("the page of %s is headed %q, want %q", s, got, want)
		}
	}
	r.Title = strings.Repeat("zzTitle ", 30)
	if got := runningHead(t, lay(t, r), "zzSecond"); got != "별표 1. zzBudget" {
		t.Errorf("beside a long title the exhibit is called %q", got)
	}
	s := testStyle(t, "contract")
	s.Schedule.RunningTitle = false
	quiet, _, _ := Layout(withExhibit(), s, testFaces(t))
	if got := runningHead(t, quiet, "zzSecond"); got != "zzTitle" {
		t.Errorf("a style without running titles of exhibits has %q", got)
	}
}

// TestExhibitHasItsOwnPageStyle: margins and type sizes of exhibits hold there, and
// nowhere else.
func TestExhibitHasItsOwnPageStyle(t *testing.T) {
	s := testStyle(t, "contract")
	small := s.Body
	small.Size, small.Leading = 800, 1200
	s.Schedule.Margins = &Margins{Top: 6000, Bottom: 6000, Inner: 5700, Outer: 5700}
	s.Schedule.Body = &small
	l, _, found := Layout(withExhibit(), s, testFaces(t))
	if len(found) > 0 {
		t.Fatal(found)
	}
	for text, want := range map[string][2]int{"zzBody": {7087, 1020}, "zzSecond": {5700, 800}, "zzAfter": {0, 1120}} {
		_, p := pageOf(t, l, text)
		for _, x := range p.Texts {
			if strings.Contains(x.S, text) && (want[0] > 0 && x.X != want[0] || x.Size != want[1]) {
				t.Errorf("%s stands at %d in size %d", text, x.X, x.Size)
			}
		}
	}
	s.Schedule.Margins.Outer, small.Leading = 4252, 0
	_, _, found = Layout(withExhibit(), s, testFaces(t))
	if len(found) != 2 || found[0].Path != "schedule.margins.outer" || found[1].Path != "schedule.body.size/leading" {
		t.Errorf("got %v", found)
	}
}

// TestSealMargin: a contract style that leaves less room than seals across pages need
// is a finding with a reason and a way out in both languages.
func TestSealMargin(t *testing.T) {
	for _, name := range []string{"contract", "contract-short"} {
		s := testStyle(t, name)
		if s.SealMargin < twentyMillimetres {
			t.Errorf("%s keeps %d free for seals", name, s.SealMargin)
		}
		s.Margins.Outer = s.SealMargin
		if l := s.check(); len(l) > 0 {
			t.Errorf("%s: %v", name, l)
		}
		s.Margins.Outer--
		l := s.check()
		if len(l) != 1 || l[0].Code != "PDF-SEAL" || l[0].Path != "margins.outer" || l[0].Severity != diag.Blocking {
			t.Fatalf("%s: %v", name, l)
		}
		for _, text := range []diag.Text{l[0].Message, l[0].Why, l[0].Fix} {
			if text.EN == "" || text.KO == "" || text.EN == text.KO {
				t.Errorf("%s says %+v", name, text)
			}
		}
		if !strings.Contains(l[0].Message.EN, "20.0 mm") {
			t.Error(l[0].Message.EN)
		}
	}
}

// TestSigningFoot: pages on which people sign say at their foot what is signed; no
// other page does.
func TestSigningFoot(t *testing.T) {
	r := englishContract()
	r.Signing = "[Signature Page to Joint Research and Development Agreement]"
	for _, footer := range []string{r.Footer, ""} {
		r.Footer = footer
		l := lay(t, r)
		signed := 0
		for i := range l.Pages {
			p := &l.Pages[i]
			has, signs := false, false
			for _, x := range p.Texts {
				has = has || strings.HasPrefix(x.S, "[Signature Page") && x.Y > p.Height-6800
				signs = signs || x.S == "By:" || x.S == "직인"
			}
			if has != signs {
				t.Errorf("page %d: signatures %v, foot %v", i+1, signs, has)
			}
			if has {
				signed++
			}
		}
		if signed == 0 {
			t.Error("no page is signed")
		}
	}
	r.Signing = strings.Repeat("long ", 400)
	if _, _, found := Layout(r, testStyle(t, "contract"), testFaces(t)); len(found) != 1 || found[0].Code != "PDF-ROOM" || found[0].Path != "signing" {
		t.Errorf("got %v", found)
	}
}
