package pdftext_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"gopkg.in/yaml.v3"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback/pdftext"
	"pactwright/generator/render/pdf"
)

func say(text string) []doc.Inline { return []doc.Inline{{Text: text}} }

// faces returns the built-in sans with what helps it out.
func faces() (*pdf.Faces, error) {
	font := func(name string) *pdf.Font {
		return pdf.NewFont(name, func() ([]byte, error) { return os.ReadFile("../../../templates/fonts/" + name + ".ttf.gz") })
	}
	return pdf.NewFaces(pdf.Family{
		Name:    "sans",
		Regular: []*pdf.Font{font("Pretendard-Regular"), font("NotoSansKR-Regular")},
		Bold:    []*pdf.Font{font("Pretendard-Bold"), font("NotoSansKR-Bold")},
	})
}

// own makes a file with the program's own writer.
var own = sync.OnceValues(func() ([]byte, error) {
	faces, err := faces()
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile("../../../templates/styles/contract.yaml")
	if err != nil {
		return nil, err
	}
	var style pdf.Style
	if err := yaml.Unmarshal(raw, &style); err != nil {
		return nil, err
	}
	settled := &doc.Resolved{Document: doc.Document{Lang: diag.Korean, Title: "계약서", Paper: doc.A4, Draft: true, Across: "DRAFT", Blocks: []doc.Block{
		&doc.Heading{Kind: doc.ArticleHeading, Level: 1, Text: say("제1조(연구개발비)")},
		&doc.Clause{Depth: 1, Number: "①", Text: say(strings.Repeat("주관기관은 금960,000,000원(금구억육천만원)을 (2024. 7. 1.까지) 지급하고 60.00%를 부담한다. ", 12))},
		&doc.Table{Head: []doc.Cell{say("연차"), say("금액")}, Rows: [][]doc.Cell{{say("P1"), say("320,000,000")}, {say("P2"), say("US$231,884.06")}}},
		&doc.Paragraph{Text: []doc.Inline{{Text: "기울인 것 ", Emph: true}, {Text: "굵은 것", Strong: true}, {Text: " 國立 Nguyễn \\()"}}},
	}}}
	laid, _, found := pdf.Layout(settled, style, faces)
	if found.Has(diag.Blocking) {
		return nil, errors.New(found[0].Message.EN)
	}
	day, err := calendar.New(2024, 7, 1)
	if err != nil {
		return nil, err
	}
	return pdf.Render(laid, pdf.Meta{Title: "계약서", Lang: diag.Korean, Date: day})
})

func ownFile(t testing.TB) []byte {
	t.Helper()
	data, err := own()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOwnFile: what the writer printed is read, in its order.
func TestOwnFile(t *testing.T) {
	pages, err := pdftext.Read(ownFile(t))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(pages, "\n")
	for want, n := range map[string]int{
		"금960,000,000원(금구억육천만원)을": 12, "(2024. 7. 1.까지)": 12, "60.00%를": 12, "\n320,000,000": 1, "US$231,884.06": 1, "기울인 것 굵은 것 國立 Nguyễn \\()": 1,
	} {
		joined := text
		if n > 1 { // lines end in the running text
			joined, want = strings.ReplaceAll(strings.ReplaceAll(text, "\n", ""), " ", ""), strings.ReplaceAll(want, " ", "")
		}
		if got := strings.Count(joined, want); got != n {
			t.Errorf("%q is read %d times, want %d:\n%s", want, got, n, text)
		}
	}
}

// FuzzRead: no bytes make the reader panic, and what it refuses it refuses for
// one of its reasons.
func FuzzRead(f *testing.F) {
	data := ownFile(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(data[len(data)/2:])
	for _, c := range []struct{ old, new string }{
		{"/Kids [", "/Kids [1 0 R "}, {"xref\n", "xxxx\n"}, {"/Length ", "/Length 9"}, {" 0 obj", " 1 obj"}, {"/Contents ", "/Contents 1"}, {"/FlateDecode", "/LZWDecode"},
	} {
		f.Add(bytes.ReplaceAll(data, []byte(c.old), []byte(c.new)))
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R>>endobj 4 0 obj<<>>stream\nBT [(a\\053)1]TJ ET\nendstream endobj"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages, err := pdftext.Read(data)
		if err == nil && len(pages) == 0 {
			t.Error("no pages and no error")
		}
		if err != nil && !errors.Is(err, pdftext.ErrDamaged) && !errors.Is(err, pdftext.ErrTooLarge) && !errors.Is(err, pdftext.ErrForm) {
			t.Error(err)
		}
	})
}

// BenchmarkRead reads the program's own file.
func BenchmarkRead(b *testing.B) {
	data := ownFile(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdftext.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
