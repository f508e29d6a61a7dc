// Package cells reads the cells and the defined names of a workbook (.xlsx) from
// its bytes alone, with nothing but the archive and the XML of the standard
// library. It shares nothing with the code that writes our workbook.
//
// A number stays the text that the file holds, so that it can be compared
// exactly; of a formula the value counts that stands beside it.
package cells

import (
	"errors"
	"strconv"
	"strings"
)

// Why a file cannot be read.
var (
	ErrDamaged  = errors.New("the file is damaged")
	ErrTooLarge = errors.New("the file is larger than can be read")
)

// Bounds on what is read. A budget has a few thousand cells.
const (
	maxFile   = 16 << 20 // bytes of the file
	maxPart   = 16 << 20 // bytes of one part
	maxUnzip  = 64 << 20 // bytes of all parts that are read
	maxParts  = 1_000
	maxSheets = 64
	maxNames  = 10_000
	maxCells  = 500_000 // of one sheet
	maxShared = 500_000
	maxText   = 1 << 16 // bytes of one cell
	maxColumn = 16_384
	maxRow    = 1_048_576
)

// Kind is what a cell holds.
type Kind uint8

// Kinds of cells.
const (
	Empty Kind = iota
	Number
	Text
	Truth
	Fault // an error such as #REF!
)

// Cell is one cell.
type Cell struct {
	Kind    Kind
	Value   string // as it stands in the file; a text in full
	Formula bool
}

// Ref is the place of a cell; both count from 1.
type Ref struct{ Column, Row int }

// String returns the place as in C7.
func (r Ref) String() string {
	var letters []byte
	for c := r.Column; c > 0; c = (c - 1) / 26 {
		letters = append([]byte{byte('A' + (c-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(r.Row)
}

// Range is the cells of a sheet from one corner to the other.
type Range struct {
	Sheet    string
	From, To Ref
}

// Sheet is one sheet.
type Sheet struct {
	Name  string
	Cells map[Ref]Cell // those that hold something
}

// Book is a workbook. Names that stand for no plain range are left out.
type Book struct {
	Sheets []Sheet
	Names  map[string]Range
}

// Sheet returns the sheet of a name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return nil
}

// parseRef reads C7.
func parseRef(text string) (Ref, bool) {
	var r Ref
	i := 0
	for ; i < len(text) && text[i] >= 'A' && text[i] <= 'Z' && i < 3; i++ {
		r.Column = r.Column*26 + int(text[i]-'A') + 1
	}
	digits := text[i:]
	if i == 0 || digits == "" || len(digits) > 7 || digits[0] == '0' {
		return Ref{}, false
	}
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return Ref{}, false
		}
		r.Row = r.Row*10 + int(c-'0')
	}
	return r, r.Column <= maxColumn && r.Row <= maxRow
}

// parseRange reads Inputs!$A$6:$A$9.
func parseRange(text string) (Range, bool) {
	sheet, area, ok := strings.Cut(text, "!")
	if !ok {
		return Range{}, false
	}
	if inner, quoted := strings.CutPrefix(sheet, "'"); quoted {
		sheet = strings.ReplaceAll(strings.TrimSuffix(inner, "'"), "''", "'")
	}
	area = strings.ReplaceAll(area, "$", "")
	first, last, wide := strings.Cut(area, ":")
	from, ok := parseRef(first)
	to := from
	if ok && wide {
		to, ok = parseRef(last)
	}
	return Range{sheet, from, to}, ok && to.Column >= from.Column && to.Row >= from.Row
}
