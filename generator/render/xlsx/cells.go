package xlsx

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// cells writes the cells row by row.
func (w *writer) cells(stream *excelize.StreamWriter, s *sheet.Sheet) error {
	spans := spans(s)
	for _, cells := range rows(s) {
		if err := w.row(stream, s, spans, cells); err != nil {
			return err
		}
	}
	return nil
}

// rows returns the cells of each row that has any, in order.
func rows(s *sheet.Sheet) [][]*sheet.Cell {
	sorted := make([]*sheet.Cell, len(s.Cells))
	for i := range s.Cells {
		sorted[i] = &s.Cells[i]
	}
	slices.SortStableFunc(sorted, func(a, b *sheet.Cell) int {
		if a.Ref.Row != b.Ref.Row {
			return a.Ref.Row - b.Ref.Row
		}
		return a.Ref.Column - b.Ref.Column
	})
	var rows [][]*sheet.Cell
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Ref.Row == sorted[0].Ref.Row {
			n++
		}
		rows, sorted = append(rows, sorted[:n]), sorted[n:]
	}
	return rows
}

// row writes the cells of one row, from the first column that has one. The
// library takes pointers, so that one buffer serves all rows.
func (w *writer) row(stream *excelize.StreamWriter, s *sheet.Sheet, spans map[sheet.Ref]int, cells []*sheet.Cell) error {
	first := cells[0].Ref
	n := cells[len(cells)-1].Ref.Column - first.Column + 1
	w.values = slices.Grow(w.values[:0], n)[:n]
	w.line = slices.Grow(w.line[:0], n)[:n]
	clear(w.values)
	for _, c := range cells {
		look, err := w.looks.of(c, s.Unit)
		if err != nil {
			return err
		}
		value, err := raw(c.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Ref, err)
		}
		at := c.Ref.Column - first.Column
		w.line[at] = excelize.Cell{StyleID: look, Formula: c.Formula, Value: value}
		w.values[at] = &w.line[at]
	}
	return stream.SetRow(first.String(), w.values, excelize.RowOpts{Height: height(s.Columns, spans, cells)})
}

// raw is a value as the library takes it. This is the only place where an exact
// number becomes a binary fraction: a spreadsheet has nothing else.
func raw(v sheet.Value) (any, error) {
	switch {
	case v.Kind() == sheet.Empty:
		return nil, nil
	case v.Kind() == sheet.TextKind:
		return v.Text(), nil
	case v.Kind() == sheet.BoolKind:
		return v.IsTrue(), nil
	}
	if whole, ok := v.Number().Int64(); ok {
		return whole, nil
	}
	return strconv.ParseFloat(v.Number().Value(), 64)
}
