package docx

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// blockKinds has one of each kind of block; the word in it must be printed.
var blockKinds = map[string]doc.Block{
	"Heading":    &doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("zzHeading")},
	"Clause":     &doc.Clause{Depth: 1, Number: "1.1", Text: say("zzClause")},
	"Paragraph":  &doc.Paragraph{Text: say("zzParagraph")},
	"List":       &doc.List{Items: [][]doc.Inline{say("zzList")}},
	"Table":      &doc.Table{Head: cells("zzTable"), Rows: [][]doc.Cell{cells("row")}},
	"KeyValue":   &doc.KeyValue{Rows: []doc.KeyValueRow{{Key: say("zzKeyValue"), Value: say("value")}}},
	"Signatures": &doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("zzSignatures")}}},
	"Notice":     &doc.Notice{Kind: doc.InfoNotice, Body: [][]doc.Inline{say("zzNotice")}},
	"Figure":     &doc.Figure{Kind: doc.BarsFigure, Title: say("zzFigure"), Rows: []doc.FigureRow{{Label: say("row"), Values: []doc.Cell{say("5")}}}},
	"PageBreak":  &doc.PageBreak{},
	"Columns":    &doc.Columns{Left: &doc.Paragraph{Text: say("zzColumns")}, Right: &doc.Paragraph{Text: say("right")}},
}

// inlineKinds has one of each kind of inline, with what it prints.
var inlineKinds = map[string]struct {
	in   doc.Inline
	want string
}{
	"TextInline":     {doc.Inline{Kind: doc.TextInline, Text: "zzText"}, "zzText"},
	"AmountInline":   {doc.Inline{Kind: doc.AmountInline, Text: "KRW 960,000,000"}, "KRW 960,000,000"},
	"PercentInline":  {doc.Inline{Kind: doc.PercentInline, Text: "10%"}, "10%"},
	"DateInline":     {doc.Inline{Kind: doc.DateInline, Text: "2024. 7. 1."}, "2024. 7. 1."},
	"CountInline":    {doc.Inline{Kind: doc.CountInline, Text: "thirty (30) days"}, "thirty (30) days"},
	"NumberInline":   {doc.Inline{Kind: doc.NumberInline, Text: "12.5"}, "12.5"},
	"RefInline":      {doc.Inline{Kind: doc.RefInline, Target: "a", Text: "Section 1.1"}, "Section 1.1"},
	"AnchorInline":   {doc.Inline{Kind: doc.AnchorInline, Target: "a"}, ""},
	"TermInline":     {doc.Inline{Kind: doc.TermInline, Target: "results", Text: "Results"}, "Results"},
	"LawRefInline":   {doc.Inline{Kind: doc.LawRefInline, Target: "act", Text: "「국가연구개발혁신법」 제13조"}, "「국가연구개발혁신법」 제13조"},
	"ParticleInline": {doc.Inline{Kind: doc.ParticleInline, Target: "을/를", Text: "를"}, "를"},
	"BlankInline":    {doc.Inline{Kind: doc.BlankInline, Text: "budget total"}, "[budget total]"},
	"LinkInline":     {doc.Inline{Kind: doc.LinkInline, Target: "https://example.org"}, "https://example.org"},
	"LineBreak":      {doc.Inline{Kind: doc.LineBreak}, "\n"},
}

// declared returns the blocks and inline kinds that package doc declares.
func declared(t *testing.T) (blocks, inlines []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../doc/doc.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	file2, err := parser.ParseFile(token.NewFileSet(), "../../doc/figure.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range append(file.Decls, file2.Decls...) {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		kinds := false
		for _, s := range g.Specs {
			switch v := s.(type) {
			case *ast.TypeSpec:
				if isBlock(v) {
					blocks = append(blocks, v.Name.Name)
				}
			case *ast.ValueSpec:
				if id, ok := v.Type.(*ast.Ident); ok {
					kinds = id.Name == "InlineKind"
				}
				if kinds {
					inlines = append(inlines, v.Names[0].Name)
				}
			}
		}
	}
	return blocks, inlines
}

// isBlock tells whether a type embeds Origin, as all blocks do.
func isBlock(v *ast.TypeSpec) bool {
	s, ok := v.Type.(*ast.StructType)
	if !ok || v.Name.Name == "Inline" {
		return false
	}
	for _, f := range s.Fields.List {
		if id, ok := f.Type.(*ast.Ident); ok && len(f.Names) == 0 && id.Name == "Origin" {
			return true
		}
	}
	return false
}

func TestEveryKindIsPrinted(t *testing.T) {
	blocks, inlines := declared(t)
	if len(blocks) < 11 || len(inlines) < 14 {
		t.Fatalf("found only the blocks %v and the inlines %v", blocks, inlines)
	}
	for _, name := range blocks {
		b, ok := blockKinds[name]
		if !ok {
			t.Errorf("the block %s is not tested", name)
			continue
		}
		got := text(t, b)
		if name != "PageBreak" && !strings.Contains(got, "zz"+name) {
			t.Errorf("the block %s is not printed: %q", name, got)
		}
	}
	for _, name := range inlines {
		k, ok := inlineKinds[name]
		if !ok {
			t.Errorf("the inline %s is not tested", name)
			continue
		}
		p := &doc.Paragraph{Text: []doc.Inline{{Text: "("}, k.in, {Text: ")"}}}
		if got := text(t, p); got != "("+k.want+")" {
			t.Errorf("the inline %s prints %q, not %q", name, got, "("+k.want+")")
		}
	}
}

// text returns what a block shows in Word.
func text(t *testing.T, b doc.Block) string {
	t.Helper()
	out, err := Render(&doc.Resolved{Document: doc.Document{Lang: diag.English, Blocks: []doc.Block{b}}}, Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, out).body().shown("w:del")
}

type strange struct{ doc.Origin }

func TestUnknownBlockIsAnError(t *testing.T) {
	_, err := Render(&doc.Resolved{Document: doc.Document{Blocks: []doc.Block{strange{}}}}, Meta{})
	if err == nil || !strings.Contains(err.Error(), "strange") {
		t.Errorf("got the error %v", err)
	}
}

func TestSameBytes(t *testing.T) {
	for name, r := range samples(t) {
		a, err := Render(r, testMeta(t, r))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := Render(r, testMeta(t, r))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two renders differ", name)
		}
	}
}

// hostileWords are what somebody might type, or paste, into any field.
func hostileWords() []string {
	return []string{
		"", " ", `"><w:p/>`, "]]>", "<!--", "&amp;&#0;", "\x00\x01\x1b\x7f", "\xff\xfe", "\xed\xa0\x80", "\ufffe\uffff", "😀🇰🇷", "שלום", "\u202Egnp.exe",
		"e\u0301", strings.Repeat("길", 10000), strings.Repeat("x", 10000), "a\tb\r\nc\n\n", "javascript:alert(1)", "file:///etc/passwd", "../../x", "\u2028\u2029",
		`\h \* MERGEFORMAT`, `" \o "1-9`, "{ INCLUDETEXT /etc/passwd }", "https://e.org/\"onload=", "http://[::1", "%1%2", "\U0010FFFF",
	}
}

// TestHostileWords: whatever stands in a title, a name, a number, an anchor, a path
// or a link, the file is sound.
func TestHostileWords(t *testing.T) {
	for _, w := range hostileWords() {
		in := say(w)
		all := []doc.Inline{
			{Kind: doc.LinkInline, Text: "x", Target: w}, {Kind: doc.RefInline, Text: w, Target: w}, {Origin: doc.Origin{Path: w}, Text: w},
			{Kind: doc.BlankInline, Text: w}, {Text: w, Change: doc.Deleted}, {Text: w, Change: doc.Inserted},
		}
		r := &doc.Resolved{Document: doc.Document{
			Lang: diag.Lang(w), Title: w, Mark: w, Footer: w, Contents: true, Across: w, Paper: doc.Paper(w), Style: w,
			Blocks: []doc.Block{
				&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Anchor: w, Number: w, Text: in},
				&doc.Heading{Kind: doc.ArticleHeading, Level: 99, Anchor: w, Number: w, Text: all},
				&doc.Clause{Depth: -1, Number: w, Anchor: w, Text: all},
				&doc.Clause{Depth: 99, Number: w, Text: in},
				&doc.Paragraph{Style: doc.Letterhead, Logo: w, Text: in},
				&doc.Figure{Title: in, Alt: in, Rows: []doc.FigureRow{{Label: in}}},
				&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: in, Seal: w, Signer: w, Lines: []doc.SignatureLine{{Label: in, Value: in}}}}},
			},
		}}
		m := testMeta(t, r)
		m.Title, m.Author, m.Changes.Author = w, w, w+"x"
		m.Comments = []Comment{{Block: 0, Author: w, Text: w}}
		out, err := Render(r, m)
		if err != nil {
			t.Fatalf("%.40q: %v", w, err)
		}
		f := opened(t, out)
		for part, top := range f.parts {
			checkOrder(t, part, top)
			top.each(func(n *node) {
				if n.name == "w:instrText" && !fieldCode.MatchString(n.text) {
					t.Errorf("%.40q: a field has the code %q", w, n.text)
				}
			})
		}
		checkIDs(t, "hostile", f)
		for _, rel := range f.parts["word/_rels/document.xml.rels"].all("Relationship") {
			if to := rel.attr["Target"]; rel.attr["TargetMode"] == "External" && !strings.HasPrefix(to, "https://e.org/") {
				t.Errorf("%.40q: a link leads to %q", w, to)
			}
		}
	}
}
