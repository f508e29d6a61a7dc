package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/sheet"
)

// MaxNames is how many defined names are read.
const MaxNames = 10_000

// Book is a workbook as it was read.
type Book struct {
	Sheets   map[string]map[string]Cell // by name and place, as in C7
	Names    map[string]Area            // of one range each, by their small letters
	Date1904 bool                       // day numbers count from 1904, as in old files of the Mac
}

// Area is a range of a sheet.
type Area struct {
	Sheet string
	Range sheet.Range
}

// ReadBook reads a workbook within the limits of this package. The file may be
// anybody's.
func ReadBook(data []byte) (book *Book, err error) {
	if err := checkSize(data); err != nil {
		return nil, err
	}
	defer func() {
		// The library has not been seen to panic, but the file may be anybody's.
		if r := recover(); r != nil {
			book, err = nil, fmt.Errorf("the workbook cannot be read: %v", r)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: MaxUnzip, UnzipXMLSizeLimit: MaxUnzip, RawCellValue: true,
	})
	if err != nil {
		return nil, fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer f.Close()
	book = &Book{Sheets: map[string]map[string]Cell{}}
	names := f.GetSheetList()
	if len(names) > MaxSheets {
		return nil, fmt.Errorf("the workbook has %d sheets, more than %d", len(names), MaxSheets)
	}
	for _, name := range names {
		if book.Sheets[name], err = readSheet(f, name); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	if book.Names, err = readNames(f); err != nil {
		return nil, err
	}
	properties, err := f.GetWorkbookProps()
	if err != nil {
		return nil, fmt.Errorf("the workbook cannot be read: %w", err)
	}
	book.Date1904 = properties.Date1904 != nil && *properties.Date1904
	return book, nil
}

// Cell returns a cell of a sheet; a blank one is the zero Cell.
func (b *Book) Cell(name string, at sheet.Ref) Cell { return b.Sheets[name][at.String()] }

// readNames returns the names that stand for one range of the whole workbook.
func readNames(f *excelize.File) (map[string]Area, error) {
	defined := f.GetDefinedName()
	if len(defined) > MaxNames {
		return nil, fmt.Errorf("the workbook has %d names, more than %d", len(defined), MaxNames)
	}
	names := map[string]Area{}
	for _, n := range defined {
		if n.Scope != "Workbook" {
			continue
		}
		if area, ok := ParseArea(n.RefersTo); ok {
			names[strings.ToLower(n.Name)] = area
		}
	}
	return names, nil
}

var areaForm = regexp.MustCompile(`^=?(?:'((?:[^']|'')+)'|([^'!:]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$`)

// ParseArea reads one range as formulas write it: Inputs!$A$6:$A$9.
func ParseArea(text string) (Area, bool) {
	m := areaForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Area{}, false
	}
	from, to := ref(m[3], m[4]), ref(m[3], m[4])
	if m[5] != "" {
		to = ref(m[5], m[6])
	}
	if !from.Valid() || !to.Valid() || to.Column < from.Column || to.Row < from.Row {
		return Area{}, false
	}
	return Area{Sheet: strings.ReplaceAll(m[1], "''", "'") + m[2], Range: sheet.Range{From: from, To: to}}, true
}

func ref(letters, digits string) sheet.Ref {
	column := 0
	for _, r := range letters {
		column = column*26 + int(r-'A') + 1
	}
	row, _ := strconv.Atoi(digits) // seven digits at most
	return sheet.At(column, row)
}
