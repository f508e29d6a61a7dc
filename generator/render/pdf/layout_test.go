package pdf

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump prints what is placed where, in points, one mark a line.
func dump(l *Laid) string {
	var b strings.Builder
	pt := func(n int) string { return fmt.Sprintf("%.2f", float64(n)/100) }
	for i := range l.Pages {
		p := &l.Pages[i]
		fmt.Fprintf(&b, "page %d of %d, %s x %s\n", i+1, len(l.Pages), pt(p.Width), pt(p.Height))
		for _, r := range p.Rects {
			fmt.Fprintf(&b, "  rect %s %s size %s %s %v stroke %s dash %d\n", pt(r.X), pt(r.Y), pt(r.W), pt(r.H), r.Color, pt(r.Stroke), r.Dash)
		}
		for _, r := range p.Rules {
			fmt.Fprintf(&b, "  rule %s %s to %s %s width %s %v dash %d\n", pt(r.X1), pt(r.Y1), pt(r.X2), pt(r.Y2), pt(r.Width), r.Color, r.Dash)
		}
		for _, k := range p.Checks {
			fmt.Fprintf(&b, "  box %d %s %s size %s\n", k.Kind, pt(k.X), pt(k.Y), pt(k.Size))
		}
		for _, t := range p.Texts {
			fmt.Fprintf(&b, "  text %s %s %v %s %q", pt(t.X), pt(t.Y), l.faces.Name(t.Face), pt(t.Size), t.S)
			if t.Extra != 0 || t.Letter != 0 {
				fmt.Fprintf(&b, " spaces +%s letters +%.3f", pt(t.Extra), float64(t.Letter)/1000)
			}
			if t.Slant {
				b.WriteString(" slanted")
			}
			b.WriteByte('\n')
		}
		for _, k := range p.Links {
			to := k.URI
			if to == "" {
				to = fmt.Sprintf("page %d at %s", l.Targets[k.Target].Page, pt(l.Targets[k.Target].Y))
			}
			fmt.Fprintf(&b, "  link %s %s size %s %s to %s\n", pt(k.X), pt(k.Y), pt(k.W), pt(k.H), to)
		}
	}
	for _, m := range l.Bookmarks {
		fmt.Fprintf(&b, "bookmark %d %q page %d\n", m.Level, m.Title, l.Targets[m.Target].Page)
	}
	return b.String()
}

// golden compares a dump with the file that a person has looked at.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name + ".txt"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s, line %d:\ngot  %s\nwant %s", file, i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	t.Fatalf("%s has %d more lines", file, len(w)-len(g))
}

// everything has each kind of block once, on few pages.
func everything(t testing.TB) *doc.Resolved {
	t.Helper()
	d := englishContract().Document
	d.Across, d.Mark = "DRAFT", "Annotated copy"
	var kept []doc.Block
	articles := 0
	for _, b := range d.Blocks {
		switch v := b.(type) {
		case *doc.Heading:
			if v.Kind == doc.ArticleHeading {
				articles++
			}
		case *doc.Table:
			v.Rows = v.Rows[len(v.Rows)-4:]
		}
		_, isClause := b.(*doc.Clause)
		h, isHeading := b.(*doc.Heading)
		if articles > 2 && (isClause || isHeading && h.Kind == doc.ArticleHeading) {
			continue
		}
		kept = append(kept, b)
	}
	columns := sideBySide(t).Blocks
	d.Blocks = append(append(kept, columns[2:6]...), columns[len(columns)-2:]...)
	d.Blocks = append(d.Blocks, phases([3]int64{1_600_000_000, 8_000_000, 72_000_000}, [3]int64{1_600_000_000, 0, 0}), institutions(3_200_000_000, 80_000_000))
	return resolved(d)
}

func TestLayoutGolden(t *testing.T) {
	golden(t, "everything", dump(lay(t, everything(t))))
	golden(t, "korean", dump(lay(t, koreanContract())))
	golden(t, "letter", dump(lay(t, letter())))
	golden(t, "report", dump(lay(t, report())))
	golden(t, "figures", dump(lay(t, figures())))
	golden(t, "turned", dump(lay(t, withWideTable(10, 4))))
}

// wordsOf returns all that a block prints.
func wordsOf(b doc.Block) string {
	var out strings.Builder
	add := func(runs ...[]doc.Inline) {
		for _, r := range runs {
			for _, in := range r {
				if in.Kind == doc.BlankInline && in.Text == "" {
					in.Text = "[________]"
				}
				out.WriteString(in.Text)
			}
		}
	}
	switch v := b.(type) {
	case *doc.Heading:
		if v.Kind == doc.ExhibitHeading {
			out.WriteString(v.Number)
			add(v.Text[1:])
		} else {
			add(v.Text)
		}
	case *doc.Clause:
		out.WriteString(v.Number)
		add(v.Text)
	case *doc.Paragraph:
		add(v.Text)
	case *doc.List:
		for i := range v.Items {
			if v.Ordered {
				fmt.Fprintf(&out, "%d.", i+1)
			} else {
				out.WriteString("•")
			}
		}
		add(v.Items...)
	case *doc.Table:
		for _, row := range append([][]doc.Cell{v.Head}, v.Rows...) {
			for _, c := range row {
				add(c)
			}
		}
	case *doc.KeyValue:
		for _, r := range v.Rows {
			add(r.Key, r.Value)
		}
	case *doc.Signatures:
		for _, s := range v.Blocks {
			out.WriteString(s.Seal)
			add(s.Heading)
			for _, l := range s.Lines {
				add(l.Label, l.Value)
			}
		}
	case *doc.Notice:
		add(v.Title)
		add(v.Body...)
	case *doc.Columns:
		return wordsOf(v.Left) + wordsOf(v.Right)
	}
	return out.String()
}

// count adds the characters of a text, but for spaces.
func count(n map[rune]int, s string, by int) {
	for _, r := range s {
		if classOf(r) != classSpace && r != '\n' {
			n[r] += by
		}
	}
}

// lost returns the characters that do not stand on the pages as often as in the
// document, which has no texts of its own for head and foot.
func lost(l *Laid, blocks []doc.Block) map[rune]int {
	n := map[rune]int{}
	for _, b := range blocks {
		count(n, wordsOf(b), 1)
	}
	count(n, pageText(l, true), -1)
	for i := range l.Pages {
		count(n, fmt.Sprintf("%d / %d", i+1, len(l.Pages)), 1)
		for _, x := range l.Pages[i].Texts {
			if x.Y < l.Pages[i].sheet.margins.Top*7/10 { // the exhibit that the page belongs to
				count(n, x.S, 1)
			}
		}
		for _, k := range l.Pages[i].Checks {
			n[[]rune("☐☑☒�")[k.Kind]]--
		}
	}
	for r, k := range n {
		if k == 0 {
			delete(n, r)
		}
	}
	return n
}

// bare takes away what a document prints beside its blocks.
func bare(r *doc.Resolved) *doc.Resolved {
	r.Title, r.Footer, r.Mark, r.Contents = "", "", "", false
	return r
}

// TestNothingIsLost: every character of a document stands on its pages as often
// as in the document; only the head of a table may stand there more often.
func TestNothingIsLost(t *testing.T) {
	for name, r := range samples(t) {
		if hasFigure(r.Blocks) {
			continue // a chart has marks of its own, and values that do not fit are left to the table
		}
		bare(r)
		for r, n := range lost(lay(t, r), r.Blocks) {
			repeatedHead := name == "english" && strings.ContainsRune("No.Category and purposePhase 1 (KRW)Phase 2 (KRW)Total (KRW)", r) && n < 0
			if !repeatedHead {
				t.Errorf("%s: %q stands %d times too seldom", name, r, n)
			}
		}
	}
}

// randomDocument has blocks of many kinds and lengths.
func randomDocument(r *rand.Rand) *doc.Resolved {
	d := doc.Document{Lang: diag.Korean, Paper: []doc.Paper{doc.A4, doc.Letter}[r.IntN(2)], Style: "contract"}
	text := func() []doc.Inline { return say(sentence(r, 1+r.IntN(120))) }
	for n := range 10 + r.IntN(60) {
		var b doc.Block
		switch r.IntN(9) {
		case 0, 1:
			b = article("Article "+itoa(n), sentence(r, 1+r.IntN(20)), "")
		case 2, 3:
			b = &doc.Clause{Depth: 1 + r.IntN(4), Number: "(" + itoa(n) + ")", Text: text()}
		case 4:
			b = &doc.Table{Rows: [][]doc.Cell{{text(), text()}, {text(), say("12")}, {say(sentence(r, 900))}}}
		case 5:
			b = &doc.Notice{Kind: doc.GoodNotice, Title: text(), Body: [][]doc.Inline{text(), text()}}
		case 6:
			b = &doc.Columns{Left: &doc.Clause{Depth: 1, Number: itoa(n) + ".1", Text: text()}, Right: &doc.Paragraph{Text: text()}}
		case 7:
			b = &doc.Columns{Left: article("Article "+itoa(n), sentence(r, 9), ""), Right: article("제"+itoa(n)+"조", sentence(r, 3), "")}
		default:
			b = &doc.Paragraph{Text: text()}
		}
		d.Blocks = append(d.Blocks, b)
	}
	d.Blocks = append(d.Blocks, &doc.Paragraph{Text: text()}, &doc.Signatures{Blocks: []doc.SignatureBlock{
		{Heading: say("zzBegin"), Seal: "직인", Lines: []doc.SignatureLine{signLine("a", ""), signLine("zzEnd", "")}},
	}})
	return resolved(d)
}

// TestPagesOfRandomDocuments: nothing is lost, nothing stands outside the margins,
// no heading stands last on its page, a signature block is whole and has words
// above it.
func TestPagesOfRandomDocuments(t *testing.T) {
	for seed := range uint64(60) {
		r := randomDocument(rand.New(rand.NewPCG(seed, 1)))
		l := lay(t, r)
		if n := lost(l, r.Blocks); len(n) > 0 {
			t.Errorf("seed %d: lost %v", seed, n)
		}
		m := testStyle(t, r.Style).Margins
		for i := range l.Pages {
			for _, x := range l.Pages[i].Texts {
				inFoot := x.Y > l.Height-m.Bottom
				if x.X < m.Inner || x.X+x.Width > l.Width-m.Outer+20 || !inFoot && x.Y < m.Top {
					t.Errorf("seed %d, page %d: %q stands at %d %d, %d wide", seed, i+1, x.S, x.X, x.Y, x.Width)
				}
				if inFoot && !strings.Contains(x.S, "/") {
					t.Errorf("seed %d, page %d: %q stands in the foot", seed, i+1, x.S)
				}
			}
		}
		for _, b := range l.Bookmarks {
			at := l.Targets[b.Target]
			if below := linesBelow(l, at); below < 2 {
				t.Errorf("seed %d, page %d: %d lines below the heading %q", seed, at.Page, below, b.Title)
			}
		}
		begin, end := find(l, "zzBegin"), find(l, "zzEnd")
		if begin.Page != end.Page || begin.Page == 0 {
			t.Errorf("seed %d: the signature block begins on page %d and ends on page %d", seed, begin.Page, end.Page)
		}
		if above := linesBelow(l, Target{Page: begin.Page}) - linesBelow(l, begin); above < 2 {
			t.Errorf("seed %d: %d lines above the signatures", seed, above)
		}
	}
}

// linesBelow counts the lines of text below a place on its page, without the foot.
func linesBelow(l *Laid, at Target) int {
	seen := map[int]bool{}
	for _, x := range l.Pages[at.Page-1].Texts {
		if x.Y > at.Y && x.Y < l.Height-6800 {
			seen[x.Y] = true
		}
	}
	return len(seen) - 1
}

// find returns where a text stands.
func find(l *Laid, s string) Target {
	for i := range l.Pages {
		for _, x := range l.Pages[i].Texts {
			if strings.Contains(x.S, s) {
				return Target{Page: i + 1, Y: x.Y}
			}
		}
	}
	return Target{}
}

func TestTableRepeatsItsHead(t *testing.T) {
	l := lay(t, resolved(doc.Document{Style: "contract", Blocks: []doc.Block{
		&doc.Paragraph{Text: say("before")}, budgetTable(120), &doc.Paragraph{Text: say("after")},
	}}))
	if len(l.Pages) < 4 {
		t.Fatalf("got %d pages", len(l.Pages))
	}
	for i := range l.Pages {
		heads := 0
		for _, x := range l.Pages[i].Texts {
			if x.S == "Category and purpose" {
				heads++
			}
		}
		if heads != 1 {
			t.Errorf("page %d has %d heads", i+1, heads)
		}
	}
	if total, row := find(l, "8,180,000,000"), find(l, "연구활동비"); total.Page != len(l.Pages) || row.Page == 0 {
		t.Errorf("the total stands on page %d of %d", total.Page, len(l.Pages))
	}
	last := l.Pages[len(l.Pages)-1]
	for _, x := range last.Texts {
		if x.S == "8,180,000,000" && x.Face != l.faces.chain("", true)[0] {
			t.Error("the total is not bold")
		}
	}
}

// A column with a head and nothing below it is for writing by hand: it begins
// left of where its head alone would put it.
func TestColumnsToFillIn(t *testing.T) {
	head := func(below string) int {
		table := &doc.Table{Head: cells("Matter", "Answer"), Rows: [][]doc.Cell{cells("What is asked, in words that take most of the line of the page", below), cells("More", "")}}
		for _, x := range lay(t, resolved(doc.Document{Style: "letter", Blocks: []doc.Block{table}})).Pages[0].Texts {
			if x.S == "Answer" {
				return x.X
			}
		}
		t.Fatal("the head is not on the page")
		return 0
	}
	if free, filled := head(""), head("yes"); free >= filled {
		t.Errorf("the free column begins at %d, the filled one at %d", free, filled)
	}
}

func TestNumberOfPages(t *testing.T) {
	for _, tt := range []struct{ breaks, want int }{{0, 1}, {1, 2}, {99, 100}} {
		d := doc.Document{Style: "letter"}
		d.Blocks = append(d.Blocks, &doc.PageBreak{})
		for range tt.breaks {
			d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("x")}, &doc.PageBreak{}, &doc.PageBreak{})
		}
		if tt.breaks > 0 {
			d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("x")}, &doc.PageBreak{})
		}
		l := lay(t, resolved(d))
		if len(l.Pages) != tt.want {
			t.Errorf("%d page breaks make %d pages, want %d", tt.breaks, len(l.Pages), tt.want)
		}
		last := pageText(&Laid{Height: l.Height, Pages: l.Pages[len(l.Pages)-1:]}, true)
		if want := fmt.Sprintf("%d / %d", tt.want, tt.want); !strings.HasSuffix(last, want) {
			t.Errorf("the last page is numbered %q", last)
		}
		if _, err := Render(l, testMeta(t, diag.English)); err != nil {
			t.Error(err)
		}
	}
}

func TestTooManyPages(t *testing.T) {
	d := doc.Document{Style: "letter"}
	for range maxPages + 5 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Text: say("x")}, &doc.PageBreak{})
	}
	l, _, found := Layout(resolved(d), testStyle(t, "letter"), testFaces(t))
	if len(l.Pages) != maxPages || len(found) != 1 || found[0].Code != "PDF-PAGES" {
		t.Errorf("%d pages, findings %v", len(l.Pages), found)
	}
}

func TestTooManyColumns(t *testing.T) {
	row := make([]string, 40)
	for i := range row {
		row[i] = "cell"
	}
	table := &doc.Table{Rows: [][]doc.Cell{cells(row...)}}
	_, _, found := Layout(resolved(doc.Document{Blocks: []doc.Block{table}}), testStyle(t, "contract"), testFaces(t))
	if len(found) != 1 || found[0].Code != "PDF-ROOM" {
		t.Errorf("got %v", found)
	}
}

func TestLocations(t *testing.T) {
	r := englishContract()
	r.Blocks = append(r.Blocks, &doc.PageBreak{}, &doc.Clause{Depth: 1, Number: "13.1", Anchor: "last", Text: rich("words {anchor inside} and {ref last|Section 13.1}")})
	l, at, _ := Layout(r, testStyle(t, "contract"), testFaces(t))
	for name, want := range map[string]doc.Location{
		"a3":     {Number: "Article 3", Title: "Publication", Page: find(l, "3.1").Page},
		"budget": {Number: "Exhibit A", Title: "Budget of the Project", Page: find(l, "Budget of the Project").Page},
		"last":   {Number: "Exhibit A", Title: "Notes", Page: len(l.Pages)},
		"inside": {Number: "Exhibit A", Title: "Notes", Page: len(l.Pages)},
	} {
		if name == "budget" || name == "a3" {
			want.Page = at[name].Page // the contents page has the words too
		}
		if at[name] != want {
			t.Errorf("%s: got %+v, want %+v", name, at[name], want)
		}
	}
	if at["a3"].Page < 3 || at["budget"].Page <= at["a3"].Page {
		t.Errorf("pages %d and %d", at["a3"].Page, at["budget"].Page)
	}
}

// TestContentsNamesThePages: each entry has the page that its heading stands on.
func TestContentsNamesThePages(t *testing.T) {
	r := englishContract()
	l, at, _ := Layout(r, testStyle(t, "contract"), testFaces(t))
	contents := l.Pages[1]
	for n := 1; n <= 12; n++ {
		y := -1
		for _, x := range contents.Texts {
			if x.S == "Article "+itoa(n)+"." {
				y = x.Y
			}
		}
		var onLine []string
		for _, x := range contents.Texts {
			if x.Y == y {
				onLine = append(onLine, x.S)
			}
		}
		if want := itoa(at["a"+itoa(n)].Page); len(onLine) != 3 || onLine[2] != want {
			t.Errorf("the entry is %q, want page %s", onLine, want)
		}
	}
	for _, k := range contents.Links {
		if l.Targets[k.Target].Page < 3 {
			t.Errorf("an entry leads to page %d", l.Targets[k.Target].Page)
		}
	}
}

// TestContentsInTwoLanguages: the entries of both languages stand beside each
// other, with the page in the right column.
func TestContentsInTwoLanguages(t *testing.T) {
	l := lay(t, sideBySide(t))
	contents := l.Pages[1]
	onLine := func(start string) []string {
		var out []string
		for _, x := range contents.Texts {
			if x.S == start {
				for _, other := range contents.Texts {
					if other.Y == x.Y {
						out = append(out, other.S)
					}
				}
			}
		}
		return out
	}
	if got := onLine("Contents"); len(got) != 2 || got[1] != "목차" {
		t.Errorf("the title is %q", got)
	}
	got := onLine("Article 1.")
	if len(got) < 4 || !strings.HasPrefix(got[2], "제1조") || got[len(got)-1] != "3" {
		t.Errorf("the first entry is %q", got)
	}
}

func TestLinksToOtherDocumentsAreDropped(t *testing.T) {
	l := lay(t, resolved(doc.Document{Style: "letter", Blocks: []doc.Block{
		&doc.Paragraph{Text: rich("see {ref elsewhere|Section 4} and {link javascript:alert(1)|this} and {link https://a.example/ü b|that}")},
	}}))
	if links := l.Pages[0].Links; len(links) != 1 || links[0].URI != "https://a.example/%C3%BC%20b" {
		t.Errorf("got %+v", links)
	}
}

func TestDuplexChangesTheMargins(t *testing.T) {
	s := testStyle(t, "contract")
	s.Duplex, s.Margins.Inner, s.Margins.Outer = true, 9000, 6000
	l, _, _ := Layout(bare(englishContract()), s, testFaces(t))
	for i := range l.Pages {
		want := []int{9000, 6000}[i%2]
		for _, x := range l.Pages[i].Texts {
			if x.X < want {
				t.Fatalf("page %d: %q begins at %d", i+1, x.S, x.X)
			}
		}
		if rules := l.Pages[i].Rules; rules[len(rules)-1].X1 != want {
			t.Errorf("page %d: the foot begins at %d", i+1, rules[len(rules)-1].X1)
		}
	}
}

func FuzzLayout(f *testing.F) {
	faces, err := fonts()
	if err != nil {
		f.Fatal(err)
	}
	style := testStyle(f, "contract")
	f.Add("연구개발성과 the Results 國立 😀\n(₩1,000)", uint8(3))
	f.Add("\xff\x00\u200b“", uint8(0))
	f.Fuzz(func(t *testing.T, s string, n uint8) {
		in := []doc.Inline{{Kind: doc.InlineKind(int(n) % 14), Text: s, Target: s}}
		r := resolved(doc.Document{Lang: diag.English, Title: s, Contents: true, Blocks: []doc.Block{
			&doc.Heading{Kind: doc.HeadingKind(int(n) % 5), Level: int(n) % 4, Anchor: s, Number: s, Text: in},
			&doc.Table{Head: []doc.Cell{in, in, in}, Rows: [][]doc.Cell{{in}}},
			&doc.Columns{Left: &doc.Clause{Depth: int(n), Number: s, Text: in}, Right: &doc.Notice{Body: [][]doc.Inline{in}}},
		}})
		l, _, _ := Layout(r, style, faces)
		if _, err := Render(l, testMeta(t, diag.English)); err != nil {
			t.Error(err)
		}
	})
}
