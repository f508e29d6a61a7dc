package intake_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"pactwright/generator/intake"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/source"
)

// FuzzImport reads anything as an edited workbook: bytes, or a real workbook
// with a part of one sheet replaced. Nothing panics, what is said names its
// cell, and what is taken makes a project file that can be read.
func FuzzImport(f *testing.F) {
	s := newOffice(f).make(f, read(f, small))
	sheets := []string{"xl/workbook.xml", s.part("Inputs"), s.part("CostLines"), s.part("Origin")}
	texts := map[string]string{}
	for _, name := range sheets {
		rewritten(f, s.book, name, func(text string) string {
			texts[name] = text
			return text + " "
		})
	}
	f.Add([]byte("no workbook"), uint8(0), uint32(0), uint8(0), "")
	f.Add(bomb(f), uint8(0), uint32(0), uint8(0), "")
	place := func(part int, text string) uint32 { return uint32(strings.Index(texts[sheets[part]], text)) }
	for _, with := range []string{
		`<v>３</v>`, `<v>1E99</v>`, `<v>-1</v>`, `<is><t>1,275,000</t></is>`, `<f>1/0</f><v>#DIV/0!</v>`, `<v>` + strings.Repeat("9", 50) + `</v>`,
	} {
		f.Add([]byte(nil), uint8(2), place(2, `<c r="G6"`)+18, uint8(8), with)
		f.Add([]byte(nil), uint8(2), place(2, `<c r="H6"`)+18, uint8(8), with)
	}
	f.Add([]byte(nil), uint8(2), place(2, `</sheetData>`), uint8(0), `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
	f.Add([]byte(nil), uint8(2), place(2, `</sheetData>`), uint8(0), `<row r="9"><c r="A9" t="inlineStr"><is><t>l2</t></is></c><c r="G9"><v>2</v></c></row>`)
	f.Add([]byte(nil), uint8(0), place(0, `<workbookPr `)+12, uint8(0), `date1904="1" `)
	f.Add([]byte(nil), uint8(0), place(0, `CostLines!$A$6`), uint8(14), `CostLines!$A$6:$XFD$1048576`)
	f.Add([]byte(nil), uint8(3), place(3, `COUNTA(`), uint8(7), `COUNTA(Checks!$A$1:$XFD$1048576)</f><f>`)
	f.Fuzz(func(t *testing.T, data []byte, part uint8, at uint32, length uint8, with string) {
		if len(data) == 0 && len(with) < 4096 {
			name := sheets[int(part)%len(sheets)]
			from := int(at) % (len(texts[name]) + 1)
			to := min(from+int(length), len(texts[name]))
			data = spliced(s.book, name, texts[name][:from]+with+texts[name][to:])
		}
		book, err := xlsx.ReadBook(data)
		if err != nil {
			return
		}
		r := intake.Compare(s.input(book))
		for _, found := range r.Found {
			if found.Message.EN == "" || found.Message.KO == "" || strings.Contains(found.Message.EN+found.Message.KO+found.Fix.EN+found.Why.EN, "%!") {
				t.Fatalf("%s says %q / %q", found.Code, found.Message.EN, found.Message.KO)
			}
			switch found.Code {
			case intake.CodeValue, intake.CodeEmpty, intake.CodeFormula, intake.CodeCalc, intake.CodeFixed, intake.CodeID:
				if !strings.Contains(found.Message.EN, "!") {
					t.Fatalf("no cell in %q", found.Message.EN)
				}
			}
		}
		if text, found := source.Patch(s.file, r.Edits); len(found) == 0 {
			if _, found := source.Decode("project.yaml", text); len(found) > 0 {
				t.Fatalf("%v in %s", found, text)
			}
		}
	})
}

// spliced puts a text in the place of a part.
func spliced(book []byte, part, text string) []byte {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if f.Name != part {
			_ = w.Copy(f)
			continue
		}
		to, _ := w.Create(f.Name)
		_, _ = to.Write([]byte(text))
	}
	_ = w.Close()
	return out.Bytes()
}

// bomb unfolds to more than a workbook may have.
func bomb(t testing.TB) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	to, err := w.Create("xl/workbook.xml")
	if err == nil {
		_, err = to.Write(make([]byte, xlsx.MaxPart+1))
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
