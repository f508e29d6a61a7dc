package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// Limits on what is read. A budget has a few thousand cells; a hostile file may
// unfold to gigabytes or claim a cell in the last corner of a sheet.
const (
	MaxFile    = 16 << 20 // bytes of the file
	MaxUnzip   = 64 << 20 // bytes of all parts together
	MaxPart    = 16 << 20 // bytes of one part
	MaxParts   = 1_000
	MaxSheets  = 64
	MaxRows    = 20_000 // of one sheet
	MaxColumns = 512
	MaxCells   = 500_000 // of one sheet, blank ones between others included
)

// Cell is one cell as it was read: its formula without the equals sign, and its
// value as plain text, numbers in full.
type Cell struct {
	Formula string
	Value   string
	Kind    sheet.Kind // Empty, TextKind, BoolKind, DateKind for a date in words, DecimalKind for every number
	Error   bool       // the value is an error such as #REF!
}

// ReadCells returns the cells of each sheet by their places, as in C7. Cells
// with neither a value nor a formula are left out.
func ReadCells(data []byte) (map[string]map[string]Cell, error) {
	book, err := ReadBook(data)
	if err != nil {
		return nil, err
	}
	return book.Sheets, nil
}

// checkSize looks at the sizes that the file declares before anything is
// unfolded: the library would put large parts into temporary files. A part that
// is larger than it declares cannot be read.
func checkSize(data []byte) error {
	if len(data) > MaxFile {
		return fmt.Errorf("the workbook has %d bytes, more than %d", len(data), MaxFile)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	if len(r.File) > MaxParts {
		return fmt.Errorf("the workbook has %d parts, more than %d", len(r.File), MaxParts)
	}
	var total uint64
	for _, f := range r.File {
		if f.UncompressedSize64 > MaxPart || total > MaxUnzip {
			return errTooLarge
		}
		total += f.UncompressedSize64
	}
	return nil
}

// readSheet goes through the rows first, which shows their extent before the
// library unfolds the sheet in memory.
func readSheet(f *excelize.File, name string) (map[string]Cell, error) {
	extent, err := extentOf(f, name)
	if err != nil {
		return nil, err
	}
	cells := map[string]Cell{}
	for row, columns := range extent {
		for column := range columns {
			ref := sheet.At(column+1, row+1)
			cell, err := readCell(f, name, ref.String())
			if err != nil {
				return nil, fmt.Errorf("%s: %w", ref, err)
			}
			if cell != (Cell{}) {
				cells[ref.String()] = cell
			}
		}
	}
	return cells, nil
}

var errTooLarge = errors.New("the workbook is too large")

// extentOf returns how many columns each row has.
func extentOf(f *excelize.File, name string) ([]int, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var extent []int
	cells := 0
	for rows.Next() {
		if len(extent) >= MaxRows {
			return nil, errTooLarge
		}
		columns, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		cells += len(columns)
		if len(columns) > MaxColumns || cells > MaxCells {
			return nil, errTooLarge
		}
		extent = append(extent, len(columns))
	}
	return extent, rows.Error()
}

func readCell(f *excelize.File, name, ref string) (Cell, error) {
	formula, err := f.GetCellFormula(name, ref)
	if err != nil {
		return Cell{}, err
	}
	value, err := f.GetCellValue(name, ref)
	if err != nil {
		return Cell{}, err
	}
	kind, err := f.GetCellType(name, ref)
	if err != nil {
		return Cell{}, err
	}
	cell := Cell{Formula: formula, Value: value}
	switch kind {
	case excelize.CellTypeDate: // text in the form of ISO 8601, which some programs write
		cell.Kind = sheet.DateKind
	case excelize.CellTypeBool:
		cell.Kind = sheet.BoolKind
	case excelize.CellTypeError:
		cell.Kind, cell.Error = sheet.TextKind, true
	case excelize.CellTypeFormula, excelize.CellTypeInlineString, excelize.CellTypeSharedString:
		cell.Kind = sheet.TextKind
	default:
		if value != "" {
			cell.Kind = sheet.DecimalKind
		}
	}
	return cell, nil
}
