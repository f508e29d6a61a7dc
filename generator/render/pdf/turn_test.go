package pdf

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// wideTable has columns of amounts whose digits no line may divide.
func wideTable(columns, rows int) *doc.Table {
	t := &doc.Table{}
	row := make([]string, columns)
	for i := range row {
		row[i] = "{amount|1,204,500,000}"
		t.Align = append(t.Align, doc.AlignRight)
		t.Head = append(t.Head, say("Head"+itoa(i)))
	}
	for range rows {
		t.Rows = append(t.Rows, cells(row...))
	}
	return t
}

// withWideTable is a contract with a table that does not fit on an upright page,
// and what stands around it.
func withWideTable(columns, rows int) *doc.Resolved {
	return resolved(doc.Document{Lang: diag.English, Paper: doc.A4, Style: "contract", Contents: true, Title: "Agreement", Across: "DRAFT", Blocks: []doc.Block{
		article("Article 1", "zzFirst", "first"),
		&doc.Paragraph{Text: rich("words before {ref tables|Article 2}")},
		article("Article 2", "zzTables", "tables"),
		&doc.Paragraph{Style: doc.Right, Text: say("zzUnit")},
		wideTable(columns, rows),
		article("Article 3", "zzLast", "last"),
		&doc.Paragraph{Text: say("words behind")},
		&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("zzBegin"), Signer: "KR1-1", Lines: []doc.SignatureLine{signLine("By", "")}}}},
	}})
}

// pageOf returns the page after the contents that a text stands on.
func pageOf(t *testing.T, l *Laid, s string) (int, *Page) {
	t.Helper()
	for i := len(l.Pages) - 1; i >= 0; i-- {
		for _, x := range l.Pages[i].Texts {
			if strings.Contains(x.S, s) {
				return i + 1, &l.Pages[i]
			}
		}
	}
	t.Fatalf("%q stands on no page", s)
	return 0, nil
}

// TestWideTableIsTurned: only the page with the table lies on its side, with the
// heading and the line above the table; amounts stay whole.
func TestWideTableIsTurned(t *testing.T) {
	r := withWideTable(10, 4)
	l, at, found := Layout(r, testStyle(t, "contract"), testFaces(t))
	if len(found) > 0 {
		t.Fatal(found)
	}
	side := 0
	for i := range l.Pages {
		if p := &l.Pages[i]; p.Width > p.Height {
			side++
			if p.Width != l.Height || p.Height != l.Width {
				t.Errorf("page %d is %d by %d", i+1, p.Width, p.Height)
			}
		}
	}
	n, p := pageOf(t, l, "1,204,500,000")
	if side != 1 || p.Width < p.Height {
		t.Fatalf("%d pages lie on their side, that of the table is %d wide", side, p.Width)
	}
	for _, s := range []string{"zzUnit", "zzTables", "Head9"} {
		if k, _ := pageOf(t, l, s); k != n {
			t.Errorf("%s stands on page %d, the table on page %d", s, k, n)
		}
	}
	if at["tables"].Page != n || at["last"].Page != n+1 {
		t.Errorf("the articles stand on pages %d and %d, the table on %d", at["tables"].Page, at["last"].Page, n)
	}
	numbered := false
	for _, x := range p.Texts {
		if x.S == itoa(n)+" / "+itoa(len(l.Pages)) {
			numbered = x.X+x.Width > p.Width-7200 && x.X+x.Width <= p.Width-7087+20 && x.Y > p.Height-6800 && x.Y < p.Height
		}
	}
	if !numbered {
		t.Error("the page number does not stand at the right of the foot")
	}
	last := l.Fields()[0]
	if field := l.Pages[last.Page-1].Fields[0]; last.Rectangle[3] != pt(l.Height-field.Y) {
		t.Errorf("the field is at %v, %d from the top", last.Rectangle, field.Y)
	}
	s := testStyle(t, "contract")
	s.Table.Turn.Columns = 0
	upright, _, _ := Layout(r, s, testFaces(t))
	if find(upright, "1,204,500,000").Page != 0 {
		t.Error("the amounts fit on an upright page: the table need not have been turned")
	}
}

// TestTurnedPageInTheFile: the file says how large each page is, and what lies over
// a page and leads to it counts from its own foot.
func TestTurnedPageInTheFile(t *testing.T) {
	l := lay(t, withWideTable(10, 4))
	m := testMeta(t, diag.English)
	m.Archive = Archive1b // no object is packed
	out, err := Render(l, m)
	if err != nil {
		t.Fatal(err)
	}
	n, p := pageOf(t, l, "zzTables")
	var y int
	for _, b := range l.Bookmarks {
		if strings.Contains(b.Title, "zzTables") {
			y = p.Height - l.Targets[b.Target].Y
		}
	}
	leads := "[" + itoa(pageNumber(n-1)) + " 0 R /XYZ 0 " + pt(y) + " null]"
	for what, least := range map[string]int{"/MediaBox [0 0 841.89 595.28]": 1, "/MediaBox [0 0 595.28 841.89]": 1, leads: 3} {
		if got := bytes.Count(out, []byte(what)); got < least { // leads: the contents, the bookmark, the reference
			t.Errorf("%q stands %d times in the file", what, got)
		}
	}
	if y <= 0 || y > p.Height {
		t.Errorf("the bookmark leads to %d", y)
	}
}

// TestShortAndFittingTablesStay: a table that fits, or of few columns, is not turned,
// however long it is.
func TestShortAndFittingTablesStay(t *testing.T) {
	for name, table := range map[string]*doc.Table{
		"fits":        wideTable(6, 30),
		"few columns": {Rows: [][]doc.Cell{{say(strings.Repeat("x", 400)), say(strings.Repeat("y", 400))}}},
		"budget":      budgetTable(120),
	} {
		l := lay(t, resolved(doc.Document{Style: "contract", Paper: doc.A4, Blocks: []doc.Block{table}}))
		for i := range l.Pages {
			if l.Pages[i].Width > l.Pages[i].Height {
				t.Errorf("%s: page %d is turned", name, i+1)
			}
		}
	}
}

// TestTallTableIsTurnedIfItSaves: where amounts leave words but a narrow column, rows
// get high beside them. A table of many such rows is turned, a short one is not, nor
// one that would have to save more.
func TestTallTableIsTurnedIfItSaves(t *testing.T) {
	table := func(rows int) *doc.Table {
		v := &doc.Table{}
		for range rows {
			v.Rows = append(v.Rows, cells("{amount|1,204,500,000}", "{amount|1,204,500,000}", "{amount|1,204,500,000}", "{amount|1,204,500,000}",
				"{amount|1,204,500,000}", "what the amounts of this row are for, in words that need some room"))
		}
		return v
	}
	s := testStyle(t, "contract")
	strict := s
	strict.Table.Turn.Save = 90
	for _, tt := range []struct {
		rows  int
		style Style
		want  bool
	}{{40, s, true}, {3, s, false}, {40, strict, false}} {
		l, _, _ := Layout(resolved(doc.Document{Style: "contract", Paper: doc.A4, Blocks: []doc.Block{table(tt.rows)}}), tt.style, testFaces(t))
		if p := l.Pages[0]; (p.Width > p.Height) != tt.want {
			t.Errorf("%d rows that must save %d %%: a page of %d by %d", tt.rows, tt.style.Table.Turn.Save, p.Width, p.Height)
		}
	}
}

// TestWholeExhibitIsTurned: an exhibit with pages of its own is turned as a whole if
// that pays, so that no half-empty pages stand around its table.
func TestWholeExhibitIsTurned(t *testing.T) {
	d := doc.Document{Style: "contract", Paper: doc.A4, Title: "Agreement"}
	exhibit := func(letter string, b ...doc.Block) {
		d.Blocks = append(d.Blocks, &doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "Exhibit " + letter,
			Text: []doc.Inline{{Text: "Exhibit " + letter + ". "}, {Text: "zz" + letter}}})
		d.Blocks = append(d.Blocks, b...)
	}
	exhibit("A", &doc.Paragraph{Text: say("upright")})
	exhibit("B", &doc.Paragraph{Text: say("lead")}, wideTable(10, 3), &doc.Paragraph{Text: say("zzTail")})
	exhibit("C", &doc.Paragraph{Text: say("zzUpright")})
	l := lay(t, resolved(d))
	if len(l.Pages) != 3 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	for s, side := range map[string]bool{"zzA": false, "zzB": true, "zzTail": true, "zzC": false, "zzUpright": false} {
		if _, p := pageOf(t, l, s); (p.Width > p.Height) != side {
			t.Errorf("%s stands on a page of %d by %d", s, p.Width, p.Height)
		}
	}
}

// TestPagesWithTurnedTables: among random blocks with tables of many columns nothing
// is lost, and nothing stands outside the margins of its own page.
func TestPagesWithTurnedTables(t *testing.T) {
	turned := 0
	for seed := range uint64(25) {
		random := rand.New(rand.NewPCG(seed, 7))
		r := randomDocument(random)
		for range 1 + random.IntN(3) {
			wide := wideTable(4+random.IntN(8), 1+random.IntN(40))
			wide.Head = nil // a head stands on every page
			at := random.IntN(len(r.Blocks) - 1)
			r.Blocks = append(r.Blocks[:at:at], append([]doc.Block{wide}, r.Blocks[at:]...)...)
		}
		l := lay(t, r)
		if n := lost(l, r.Blocks); len(n) > 0 {
			t.Errorf("seed %d: lost %v", seed, n)
		}
		m := testStyle(t, r.Style).Margins
		for i := range l.Pages {
			p := &l.Pages[i]
			if p.Width > p.Height {
				turned++
			}
			for _, x := range p.Texts {
				if x.X < m.Inner || x.X+x.Width > p.Width-m.Outer+20 || x.Y < m.Top || x.Y > p.Height {
					t.Errorf("seed %d, page %d of %d by %d: %q stands at %d %d, %d wide", seed, i+1, p.Width, p.Height, x.S, x.X, x.Y, x.Width)
				}
			}
			if len(p.Texts) < 2 {
				t.Errorf("seed %d: page %d is empty", seed, i+1)
			}
		}
		if begin, end := find(l, "zzBegin"), find(l, "zzEnd"); begin.Page != end.Page || l.Pages[begin.Page-1].Width > l.Pages[begin.Page-1].Height {
			t.Errorf("seed %d: the signature block stands on pages %d and %d", seed, begin.Page, end.Page)
		}
	}
	if turned < 5 {
		t.Errorf("%d pages were turned: too few to say anything", turned)
	}
}
