package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback/pdftext"
)

// TestEveryCharacterHasItsGlyph: the face that a text on a page names has a glyph
// for each of its characters.
func TestEveryCharacterHasItsGlyph(t *testing.T) {
	faces := testFaces(t)
	for name, r := range samples(t) {
		l := lay(t, r)
		for i := range l.Pages {
			for _, x := range l.Pages[i].Texts {
				f := faces.face(x.Face)
				for _, ch := range x.S {
					if _, ok := f.advance(ch); !ok {
						t.Fatalf("%s: %s has no glyph for %q of %q", name, faces.Name(x.Face), ch, x.S)
					}
				}
			}
		}
	}
}

// TestTablesOfAnyLength: each row stands on a page once, with none, one and very
// many, and a table without rows still has its head.
func TestTablesOfAnyLength(t *testing.T) {
	for _, rows := range []int{0, 1, 2, 500} {
		table := &doc.Table{Head: cells("Head", "Amount"), Align: []doc.Align{doc.AlignLeft, doc.AlignRight}}
		for i := range rows {
			table.Rows = append(table.Rows, cells(fmt.Sprintf("row%04d.", i), fmt.Sprint(i*1000)))
		}
		l := lay(t, resolved(doc.Document{Style: "contract", Blocks: []doc.Block{table}}))
		words := pageText(l, true)
		if heads := strings.Count(words, "Head"); heads != len(l.Pages) {
			t.Errorf("%d rows: %d heads on %d pages", rows, heads, len(l.Pages))
		}
		for i := range rows {
			if strings.Count(words, fmt.Sprintf("row%04d.", i)) != 1 {
				t.Errorf("row %d of %d does not stand there once", i, rows)
			}
		}
	}
}

// TestCellTallerThanAPage: a cell that no page holds is divided at its lines and
// loses none of them.
func TestCellTallerThanAPage(t *testing.T) {
	var words []string
	for i := range 4000 {
		words = append(words, fmt.Sprintf("w%04d", i))
	}
	r := resolved(doc.Document{Style: "contract", Blocks: []doc.Block{
		&doc.Table{Head: cells("No.", "Text"), Rows: [][]doc.Cell{cells("1", strings.Join(words, " ")), cells("2", "end")}},
	}})
	l := lay(t, r)
	if len(l.Pages) < 3 {
		t.Fatalf("it stands on %d pages", len(l.Pages))
	}
	for _, p := range l.Pages {
		for _, x := range p.Texts {
			if x.Y > l.Height-5000 && strings.HasPrefix(x.S, "w") {
				t.Fatalf("%q runs into the foot of the page", x.S)
			}
		}
	}
	got := strings.Join(strings.Fields(strings.ReplaceAll(pageText(l, true), "w", " w")), " ")
	for _, w := range words {
		if !strings.Contains(got, w) {
			t.Fatalf("%s is lost", w)
		}
	}
}

// TestAgreementOf300Pages: contents, bookmarks and links of a very long agreement
// lead to the pages that hold the articles.
func TestAgreementOf300Pages(t *testing.T) {
	d := doc.Document{Lang: diag.English, Title: "Long Agreement", Style: "contract", Contents: true}
	text := strings.Repeat("The Parties carry out the tasks of this article with due care and report on them. ", 9)
	for i := range 800 {
		n := fmt.Sprint(i + 1)
		d.Blocks = append(d.Blocks, article("Article "+n, "Matter "+n, "a"+n))
		for k := range 2 {
			d.Blocks = append(d.Blocks, clause(1, fmt.Sprintf("%s.%d", n, k+1), text))
		}
	}
	l, where, found := Layout(resolved(d), testStyle(t, "contract"), testFaces(t))
	if len(found) > 0 || len(l.Pages) < 300 {
		t.Fatalf("%d pages, %v", len(l.Pages), found)
	}
	for i := range 800 {
		title := fmt.Sprintf("Matter %d", i+1)
		at := where[fmt.Sprintf("a%d", i+1)].Page
		if at == 0 || l.Targets[l.Bookmarks[i].Target].Page != at || !strings.Contains(l.Bookmarks[i].Title, title) {
			t.Fatalf("article %d stands on page %d, its bookmark %q leads to %d", i+1, at, l.Bookmarks[i].Title, l.Targets[l.Bookmarks[i].Target].Page)
		}
		stands := false
		for _, x := range l.Pages[at-1].Texts {
			stands = stands || x.S == title
		}
		if !stands {
			t.Fatalf("page %d does not have the title of article %d", at, i+1)
		}
	}
	printed := numbersInContents(l, where["a1"].Page)
	for i := range 800 {
		number := fmt.Sprintf("Article %d.", i+1)
		if want := itoa(where[fmt.Sprintf("a%d", i+1)].Page); printed[number] != want {
			t.Fatalf("the contents print page %q for %s, which stands on page %s", printed[number], number, want)
		}
	}
	if _, err := Render(l, testMeta(t, diag.English)); err != nil {
		t.Fatal(err)
	}
}

// numbersInContents returns what stands at the end of each line of the contents,
// by what stands at its beginning. The contents end before a page.
func numbersInContents(l *Laid, before int) map[string]string {
	out := map[string]string{}
	for _, p := range l.Pages[:before-1] {
		first, last := map[int]Text{}, map[int]Text{}
		for _, x := range p.Texts {
			if a, ok := first[x.Y]; !ok || x.X < a.X {
				first[x.Y] = x
			}
			if b, ok := last[x.Y]; !ok || x.X > b.X {
				last[x.Y] = x
			}
		}
		for y, a := range first {
			out[a.S] = last[y].S
		}
	}
	return out
}

// hostileWords are what somebody might type, or paste, into any field.
func hostileWords() []string {
	return []string{
		"", " ", ")", "(((", `\`, ") >> endobj\n1 0 obj <<", "%%EOF", "{nb}", "<</Type /Catalog>>", "EMC BT ET Q", "\x00\x01\x1b", "\xff\xfe", "\xed\xa0\x80",
		"한\xea", "😀🇰🇷", "שלום", "\u202Egnp.exe", "\u200b\u200b", "e\u0301\u0301\u0301\u0301", "\u1112\u1161\u11ab", strings.Repeat("길", 10000),
		strings.Repeat("x", 10000), strings.Repeat("word ", 2000), "a\tb\r\nc\n\n", "javascript:alert(1)", "file:///etc/passwd", "../../x", "\u2028\u2029", "\U0010FFFF", "ไทย", "ქართული",
	}
}

// hostileFile puts words wherever a document takes some.
func hostileFile(t *testing.T, w string) ([]byte, diag.List, error) {
	in := say(w)
	link := []doc.Inline{{Kind: doc.LinkInline, Text: "x", Target: w}, {Kind: doc.RefInline, Text: w, Target: w}}
	r := resolved(doc.Document{
		Lang: diag.English, Title: w, Mark: w, Footer: w, Contents: true, Across: w,
		Blocks: []doc.Block{
			&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Anchor: w, Number: w, Text: in},
			&doc.Clause{Depth: 1, Number: w, Anchor: w, Text: append(link, in...)},
			&doc.Paragraph{Style: doc.Letterhead, Text: in},
			&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: in, Seal: w, Signer: w, Lines: []doc.SignatureLine{{Label: in, Value: in}}}}},
		},
	})
	l, _, found := Layout(r, testStyle(t, "contract"), testFaces(t))
	m := testMeta(t, diag.English)
	m.Title, m.Author = w, w
	out, err := Render(l, m)
	return out, found, err
}

// TestHostileWords: whatever stands in a title, a name, a number, a link, a footer
// or a field, the pages come out sound or there is a finding, and the program does
// not fail.
func TestHostileWords(t *testing.T) {
	for _, w := range hostileWords() {
		out, found, err := hostileFile(t, w)
		if err != nil && len(found) == 0 {
			t.Errorf("%.40q: no finding, and %v", w, err)
		}
		if err == nil {
			sound(t, fmt.Sprintf("%.40q", w), out)
		}
	}
	for _, lang := range []diag.Lang{"", "de", ") /X (", "en\x00"} {
		m := testMeta(t, diag.English)
		m.Lang = lang
		if _, err := Render(lay(t, letter()), m); err == nil {
			t.Errorf("the language %q is taken", lang)
		}
	}
}

// hostilePlaces are documents that have words in one place only, with how many
// times they are printed there.
func hostilePlaces(w string) map[string]struct {
	d     doc.Document
	times int
} {
	type place = struct {
		d     doc.Document
		times int
	}
	in := say(w)
	holds := func(b ...doc.Block) place { return place{doc.Document{Blocks: b}, 1} }
	signed := func(b doc.SignatureBlock) place {
		return holds(&doc.Signatures{Blocks: []doc.SignatureBlock{b}})
	}
	listed := holds(&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Number: "7", Text: []doc.Inline{{Text: "7 "}, {Text: w}}})
	listed.d.Contents, listed.times = true, 2
	return map[string]place{
		"title":      holds(&doc.Heading{Kind: doc.TitleHeading, Text: in}),
		"heading":    listed,
		"number":     holds(&doc.Clause{Depth: 1, Number: w, Text: say("x")}),
		"clause":     holds(&doc.Clause{Depth: 1, Number: "1", Text: in}),
		"paragraph":  holds(&doc.Paragraph{Text: in}),
		"letterhead": holds(&doc.Paragraph{Style: doc.Letterhead, Text: in}),
		"link":       holds(&doc.Paragraph{Text: []doc.Inline{{Kind: doc.LinkInline, Text: w, Target: "https://a.example/"}}}),
		"reference":  holds(&doc.Paragraph{Text: []doc.Inline{{Kind: doc.RefInline, Text: w, Target: "x"}}}),
		"list":       holds(&doc.List{Items: [][]doc.Inline{in}}),
		"cell":       holds(&doc.Table{Head: cells("7", "7"), Rows: [][]doc.Cell{{in, say("7")}}}),
		"key":        holds(&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: in, Value: say("7")}}}),
		"notice":     holds(&doc.Notice{Title: in}),
		"signer":     signed(doc.SignatureBlock{Heading: in}),
		"label":      signed(doc.SignatureBlock{Lines: []doc.SignatureLine{{Label: in, Value: say("7")}}}),
		"value":      signed(doc.SignatureBlock{Lines: []doc.SignatureLine{{Label: say("7"), Value: in}}}),
		"seal":       signed(doc.SignatureBlock{Seal: w, Heading: say("7")}),
		"footer":     {doc.Document{Footer: w, Blocks: []doc.Block{&doc.Paragraph{Text: say("x")}}}, 1},
		"mark":       {doc.Document{Mark: w, Blocks: []doc.Block{&doc.Paragraph{Text: say("x")}}}, 1},
		"across":     {doc.Document{Across: w, Blocks: []doc.Block{&doc.Paragraph{Text: say("x")}}}, 1},
	}
}

// TestNoHostileCharacterVanishes: a character that stands in one place of a
// document is read back from the file, on the paper, as often as it stands there,
// or a finding names it, or says that there is no room.
func TestNoHostileCharacterVanishes(t *testing.T) {
	for _, w := range hostileWords() {
		for name, place := range hostilePlaces(w) {
			name := fmt.Sprintf("%.40q in the %s", w, name)
			place.d.Lang, place.d.Style = diag.English, "contract"
			l, _, found := Layout(resolved(place.d), testStyle(t, "contract"), testFaces(t))
			if found.Has(diag.Blocking) && hasCode(found, "PDF-ROOM", "") {
				continue
			}
			file, err := Render(l, testMeta(t, diag.English))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			pages, err := pdftext.Read(file)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			missing := map[rune]int{}
			count(missing, strings.Join(strings.Fields(norm.NFC.String(w)), " "), place.times)
			count(missing, strings.Join(pages, ""), -1)
			for r, n := range missing {
				if n > 0 && !hasCode(found, "PDF-GLYPH", fmt.Sprintf("U+%04X", r)) && !isBox(r) {
					t.Errorf("%s: %q (%U) vanished %d times, and nothing says so", name, r, r, n)
				}
			}
			offPaper(t, name, l)
		}
	}
}

func hasCode(found diag.List, code, words string) bool {
	return slices.ContainsFunc(found, func(f diag.Finding) bool {
		return f.Code == code && strings.Contains(f.Message.EN, words) && strings.Contains(f.Message.KO, words)
	})
}

// offPaper fails for texts that nobody can read, beyond an edge or too small.
func offPaper(t *testing.T, name string, l *Laid) {
	t.Helper()
	for _, x := range l.watermark.Texts {
		if x.Size < acrossLeast {
			t.Errorf("%s: the watermark is %d small", name, x.Size)
		}
	}
	for i, p := range l.Pages {
		for _, x := range p.Texts {
			if x.S != "" && (x.X < 0 || x.X+x.Width > l.Width || x.Y < 0 || x.Y > l.Height) {
				t.Errorf("%s: %.40q of page %d runs off the paper, from %d to %d", name, x.S, i+1, x.X, x.X+x.Width)
				return
			}
		}
	}
}

// sound looks at what a broken string would break first.
func sound(t *testing.T, name string, out []byte) {
	t.Helper()
	s := string(out)
	if !strings.HasPrefix(s, "%PDF-1.7\n") || !strings.HasSuffix(s, "%%EOF\n") || strings.Count(s, "startxref") != 1 {
		t.Errorf("%s: the file is torn", name)
	}
	if b, e := strings.Count(s, "\nstream\n"), strings.Count(s, "\nendstream\n"); b != e {
		t.Errorf("%s: %d streams begin and %d end", name, b, e)
	}
}
