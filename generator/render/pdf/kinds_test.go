package pdf

import (
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
	"LineBreak":      {doc.Inline{Kind: doc.LineBreak}, ""},
}

// declared returns the blocks and inline kinds that package doc declares.
func declared(t *testing.T) (blocks, inlines []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../doc/doc.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
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
	if len(blocks) < 10 || len(inlines) < 14 {
		t.Fatalf("found only the blocks %v and the inlines %v", blocks, inlines)
	}
	for _, name := range blocks {
		b, ok := blockKinds[name]
		if !ok {
			t.Errorf("the block %s is not tested", name)
			continue
		}
		l := lay(t, resolved(doc.Document{Lang: diag.English, Style: "contract", Blocks: []doc.Block{b}}))
		if name != "PageBreak" && !strings.Contains(pageText(l, false), "zz"+name) {
			t.Errorf("the block %s is not printed: %q", name, pageText(l, false))
		}
		if l.err != nil {
			t.Errorf("%s: %v", name, l.err)
		}
	}
	for _, name := range inlines {
		k, ok := inlineKinds[name]
		if !ok {
			t.Errorf("the inline %s is not tested", name)
			continue
		}
		p := &doc.Paragraph{Text: []doc.Inline{{Text: "("}, k.in, {Text: ")"}}}
		l := lay(t, resolved(doc.Document{Lang: diag.English, Style: "letter", Blocks: []doc.Block{p}}))
		if got := pageText(l, false); got != "("+k.want+")" {
			t.Errorf("the inline %s prints %q, not %q", name, got, "("+k.want+")")
		}
	}
}

type strange struct{ doc.Origin }

func TestUnknownBlockIsAnError(t *testing.T) {
	l, _, _ := Layout(resolved(doc.Document{Blocks: []doc.Block{strange{}}}), testStyle(t, "letter"), testFaces(t))
	if _, err := Render(l, testMeta(t, diag.English)); err == nil || !strings.Contains(err.Error(), "strange") {
		t.Errorf("got the error %v", err)
	}
}

// pageText returns all that is printed, without head and foot of the pages unless
// they are asked for; runs on one line stand together.
func pageText(l *Laid, all bool) string {
	var b strings.Builder
	for i := range l.Pages {
		for _, x := range l.Pages[i].Texts {
			if x.Element == layoutMark {
				continue // a hyphen that divides a word
			}
			if all || x.Y > 5000 && x.Y < l.Height-5500 {
				b.WriteString(x.S)
			}
		}
	}
	return b.String()
}
