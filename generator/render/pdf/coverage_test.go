package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestHardStrings: the faces were chosen for these.
func TestHardStrings(t *testing.T) {
	c := testCompositor(t)
	for _, look := range []span{{}, {bold: true}, {family: "serif"}, {family: "serif", bold: true}} {
		main := c.chain(look)
		for _, r := range "国団仮㈜ệợőẞ뷁₩€한글ABCéñ「」『』§①⑳㉑ⅰⅣ㎡℃…–—“”‘’™©®№×÷±≤≥→■●○◇★※☎々〆ヶ" {
			if _, _, ok := c.faces.find(main, r); !ok {
				t.Errorf("%v has no %c (U+%04X)", look, r, r)
			}
		}
		missing := 0
		for r := rune(0xAC00); r <= 0xD7A3; r++ {
			if id, _, ok := c.faces.find(main, r); !ok || id != main[0] {
				missing++
			}
		}
		if missing > 0 {
			t.Errorf("%v lacks %d of the Hangul syllables", look, missing)
		}
	}
}

func TestUnprintableCharactersAreFindings(t *testing.T) {
	for _, tt := range []struct{ name, text, code, says string }{
		{"emoji", "done 😀 today", "U+1F600", "no glyph"},
		{"rare Hanja beyond the basic plane", "姓 𠮷田", "U+20BB7", "no glyph"},
		{"Hebrew", "name שלום here", "U+05E9", "right to left"},
		{"Arabic", "name سلام here", "U+0633", "right to left"},
		{"control", "a\x07b", "U+0007", "control"},
		{"zero width space", "a\u200bb", "U+200B", "control"},
		{"soft hyphen", "a\u00adb", "U+00AD", "control"},
		{"left-to-right mark", "a\u200eb", "U+200E", "control"},
		{"mark without a letter that has it", "x\u0302", "U+0302", "no glyph"},
		{"old Hangul", "\u1112\u119e\u11ab", "U+1112", "no glyph"},
		{"Thai", "ราคา", "U+0E23", "no glyph"},
		{"broken UTF-8", "a\xffb", "U+FFFD", "no glyph"},
		{"private use", "\ue000", "U+E000", "no glyph"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			origin := doc.Origin{Path: "parties[1].name.en", Template: diag.Place{File: "body.md.tmpl", Line: 3}}
			p := &doc.Table{Rows: [][]doc.Cell{{{{Origin: origin, Text: tt.text}}}}}
			l, _, found := Layout(resolved(doc.Document{Lang: diag.English, Blocks: []doc.Block{p}}), testStyle(t, "letter"), testFaces(t))
			if len(found) == 0 {
				t.Fatal("nothing was found")
			}
			f := found[0]
			if f.Code != "PDF-GLYPH" || f.Severity != diag.Blocking || f.Path != origin.Path || f.Template != origin.Template {
				t.Errorf("got %+v", f)
			}
			if !strings.Contains(f.Message.EN, tt.code) || !strings.Contains(f.Message.EN, tt.says) || !strings.Contains(f.Message.KO, tt.code) {
				t.Errorf("got %q / %q", f.Message.EN, f.Message.KO)
			}
			crossed := 0
			for _, k := range l.Pages[0].Checks {
				if k.Kind == Missing {
					crossed++
				}
			}
			if crossed == 0 {
				t.Error("the page shows no crossed box")
			}
			if _, err := Render(l, testMeta(t, diag.English)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestDecomposedTextIsComposed(t *testing.T) {
	l := lay(t, resolved(doc.Document{Style: "letter", Blocks: []doc.Block{
		&doc.Paragraph{Text: say("\u1112\u1161\u11ab\u1100\u1173\u11af e\u0301")},
	}}))
	if got := pageText(l, false); got != "한글 é" {
		t.Errorf("got %q", got)
	}
}

func TestEachCharacterIsReportedOnce(t *testing.T) {
	table := budgetTable(80)
	table.Head[0][0].Text = "😀"
	_, _, found := Layout(resolved(doc.Document{Blocks: []doc.Block{table}}), testStyle(t, "contract"), testFaces(t))
	if len(found) != 1 {
		t.Errorf("got %d findings, want 1", len(found))
	}
}

func TestTextsOfEveryPageAreChecked(t *testing.T) {
	for _, d := range []doc.Document{
		{Title: "😀", Blocks: []doc.Block{&doc.Paragraph{Text: say("a")}, &doc.PageBreak{}, &doc.Paragraph{Text: say("b")}}},
		{Mark: "😀"}, {Footer: "😀"}, {Mark: strings.Repeat("mark ", 200)}, {Footer: strings.Repeat("footer ", 500)},
	} {
		if _, _, found := Layout(resolved(d), testStyle(t, "contract"), testFaces(t)); len(found) != 1 || found[0].Severity != diag.Blocking {
			t.Errorf("%.20q %.20q %.20q: got %v", d.Title, d.Mark, d.Footer, found)
		}
	}
}
