// Package xlsx writes workbooks in the format of Excel and reads their cells
// back. Cells with a formula carry the value beside it in its own type, so that
// readers that do not calculate see the same figures; the same workbook always
// gives the same bytes.
//
// Cells are written through a stream writer because no other way of the library
// keeps a formula and a typed value together.
package xlsx

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// Write returns the workbook as a file.
func Write(checked sheet.Checked) ([]byte, error) {
	w := checked.Book()
	if w == nil {
		return nil, errors.New("there is no workbook to write")
	}
	f := excelize.NewFile()
	defer f.Close()
	out := &writer{f: f, looks: newLooks(f, w.Currency)}
	if err := out.book(w); err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	f.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return newArchive(to, w) })
	buf, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	return buf.Bytes(), nil
}

// writer fills one file of the library. The file is written once and dropped:
// reading or changing it afterwards gives wrong results.
type writer struct {
	f     *excelize.File
	looks *looks

	values []any // of the row that is written, as the library takes them
	line   []excelize.Cell
}

func (w *writer) book(book *sheet.Workbook) error {
	if err := w.f.SetDefaultFont(fontName); err != nil {
		return err
	}
	if err := w.looks.conditions(); err != nil {
		return err
	}
	for i, s := range book.Sheets {
		if err := w.addSheet(i, s); err != nil {
			return err
		}
	}
	if err := w.names(book); err != nil {
		return err
	}
	recalculate := true
	if err := w.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &recalculate}); err != nil {
		return err
	}
	for _, s := range book.Sheets {
		if err := w.sheet(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	return nil
}

// addSheet names the sheet that a new file has, or adds another one.
func (w *writer) addSheet(i int, s *sheet.Sheet) error {
	if i == 0 {
		return w.f.SetSheetName("Sheet1", s.Name)
	}
	if _, err := w.f.NewSheet(s.Name); err != nil {
		return err
	}
	if s.Hidden {
		return w.f.SetSheetVisible(s.Name, false, true)
	}
	return nil
}

// names defines the names of formulas and those for printing.
func (w *writer) names(book *sheet.Workbook) error {
	for _, n := range book.Names {
		if err := w.f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: n.Range}); err != nil {
			return fmt.Errorf("name %s: %w", n.Name, err)
		}
	}
	for _, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		area := excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.Name + "!" + s.Used().Absolute(), Scope: s.Name}
		if err := w.f.SetDefinedName(&area); err != nil {
			return err
		}
		if titles := repeated(s); titles != "" {
			name := excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name}
			if err := w.f.SetDefinedName(&name); err != nil {
				return err
			}
		}
	}
	return nil
}

// repeated names the columns and rows that stand on every printed page.
func repeated(s *sheet.Sheet) string {
	var parts []string
	if n := s.Print.TitleColumns; n > 0 {
		parts = append(parts, s.Name+"!$A:$"+sheet.Letters(n))
	}
	if first, last := s.Print.TitleRows[0], s.Print.TitleRows[1]; first > 0 {
		parts = append(parts, s.Name+"!$"+strconv.Itoa(first)+":$"+strconv.Itoa(last))
	}
	return strings.Join(parts, ",")
}

// sheet writes one sheet. What stands around the cells must be set before the
// stream of cells is closed, what stands before them before it is opened.
func (w *writer) sheet(s *sheet.Sheet) error {
	if err := w.before(s); err != nil {
		return err
	}
	stream, err := w.f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i, column := range s.Columns {
		if err := stream.SetColWidth(i+1, i+1, float64(column.Width)/10); err != nil {
			return err
		}
	}
	if err := freeze(stream, s.Freeze); err != nil {
		return err
	}
	for _, row := range s.Print.Breaks {
		if err := stream.InsertPageBreak(sheet.At(1, row).String()); err != nil {
			return err
		}
	}
	if err := w.around(s); err != nil {
		return err
	}
	if err := w.cells(stream, s); err != nil {
		return err
	}
	for _, r := range s.Merged {
		if err := stream.MergeCell(r.From.String(), r.To.String()); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func freeze(stream *excelize.StreamWriter, at sheet.Ref) error {
	if at.IsZero() {
		return nil
	}
	pane := "bottomRight"
	switch {
	case at.Column == 1:
		pane = "bottomLeft"
	case at.Row == 1:
		pane = "topRight"
	}
	return stream.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: at.Column - 1, YSplit: at.Row - 1, TopLeftCell: at.String(), ActivePane: pane,
	})
}
