package cells_test

import (
	"bytes"
	"errors"
	"testing"

	"pactwright/generator/readback/cells"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
)

// own makes a file with the program's own writer.
func own(t testing.TB) []byte {
	t.Helper()
	s := &sheet.Sheet{Name: "Budget", Columns: []sheet.Column{{Width: 100}, {Width: 100}}}
	s.Put(sheet.At(1, 1), sheet.Text("인건비"), sheet.TextStyle)
	s.Put(sheet.At(2, 1), sheet.Int(320_000_000), sheet.CalcStyle)
	s.Calc(sheet.At(2, 2), "SUM(B1)", sheet.Int(320_000_000), sheet.CalcStyle)
	w := &sheet.Workbook{Title: "Budget", Sheets: []*sheet.Sheet{s}}
	w.Name("Total", s, sheet.At(2, 2).Cell())
	checked, problems := w.Checked()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := xlsx.Write(checked)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOwnFile: what the writer wrote is read.
func TestOwnFile(t *testing.T) {
	b, err := cells.Read(own(t))
	if err != nil {
		t.Fatal(err)
	}
	at := b.Names["Total"]
	if c := b.Sheet(at.Sheet).Cells[at.From]; c != (cells.Cell{Kind: cells.Number, Value: "320000000", Formula: true}) {
		t.Errorf("%+v", c)
	}
}

// FuzzRead: no bytes make the reader panic, and what it refuses it refuses for
// one of its reasons.
func FuzzRead(f *testing.F) {
	data := own(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(bytes.ReplaceAll(data, []byte("sheet1"), []byte("sheet2")))
	f.Add(bytes.ReplaceAll(data, []byte("PK\x03\x04"), []byte("PK\x03\x05")))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := cells.Read(data)
		if err != nil && !errors.Is(err, cells.ErrDamaged) && !errors.Is(err, cells.ErrTooLarge) {
			t.Error(err)
		}
	})
}

// FuzzSheet reads XML that somebody wrote as the only sheet.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>1e5</v></c></row></sheetData></worksheet>`)
	f.Add(`<a:worksheet xmlns:a="x"><a:c r="A1"><a:v>1</a:v></a:c></a:worksheet>`)
	f.Add(`<c r="A1"><is><t>x</t><rPh><t>y</t></rPh></is></c><c`)
	f.Fuzz(func(t *testing.T, text string) {
		if err := cells.ReadSheet(text); err != nil && !errors.Is(err, cells.ErrDamaged) && !errors.Is(err, cells.ErrTooLarge) {
			t.Error(err)
		}
	})
}
