package workbook

import (
	"reflect"
	"testing"

	"pactwright/generator/doc"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/sheet"
)

// TestFigureOnASheetOfText: a sheet draws no chart and has its data as a table,
// with the amounts as numbers.
func TestFigureOnASheetOfText(t *testing.T) {
	say := func(s string) doc.Cell { return doc.Cell{{Text: s}} }
	won := doc.Cell{{Kind: doc.AmountInline, Text: "5,000", Value: "KRW 5000"}}
	f := &doc.Figure{
		Kind: doc.ColumnsFigure, Title: say("Money by phase"), Alt: say("One phase."), Series: []doc.Cell{say("Government")},
		Rows: []doc.FigureRow{{Label: say("P1"), Values: []doc.Cell{won}, Note: won}},
	}
	s := &sheet.Sheet{}
	for _, width := range proseWidths([]*doc.Resolved{{Document: doc.Document{Blocks: []doc.Block{f}}}}) {
		s.Columns = append(s.Columns, sheet.Column{Width: width})
	}
	w := &proseWriter{s: s, row: 1}
	w.block(f)
	if len(s.Columns) != 3 {
		t.Fatalf("%d columns", len(s.Columns))
	}
	for ref, want := range map[sheet.Ref]sheet.Value{
		sheet.At(1, 2): sheet.Text("Money by phase"), sheet.At(1, 3): sheet.Text("One phase."),
		sheet.At(2, 4): sheet.Text("Government"), sheet.At(1, 5): sheet.Text("P1"),
	} {
		if got := at(s, ref); got != want {
			t.Errorf("%v holds %+v, want %+v", ref, got, want)
		}
	}
	for column := 2; column <= 3; column++ {
		if got := at(s, sheet.At(column, 5)); !reflect.DeepEqual(got, sheet.Amount(moneytest.KRW(5000))) {
			t.Errorf("column %d holds %+v", column, got)
		}
	}
}

// at returns the value of a cell.
func at(s *sheet.Sheet, ref sheet.Ref) sheet.Value {
	for _, c := range s.Cells {
		if c.Ref == ref {
			return c.Value
		}
	}
	return sheet.Value{}
}
