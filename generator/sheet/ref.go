package sheet

import "strconv"

// The size of a sheet in the file format.
const (
	MaxColumn = 16_384
	MaxRow    = 1_048_576
)

// Ref is a cell's place; both count from 1. The zero Ref is no place.
type Ref struct{ Column, Row int }

// At returns the place in a column and a row, both from 1.
func At(column, row int) Ref { return Ref{column, row} }

// IsZero reports whether r is no place.
func (r Ref) IsZero() bool { return r == Ref{} }

// Valid reports whether r lies on a sheet.
func (r Ref) Valid() bool {
	return r.Column >= 1 && r.Column <= MaxColumn && r.Row >= 1 && r.Row <= MaxRow
}

// Right returns the place n columns to the right.
func (r Ref) Right(n int) Ref { return Ref{r.Column + n, r.Row} }

// Down returns the place n rows below.
func (r Ref) Down(n int) Ref { return Ref{r.Column, r.Row + n} }

// join returns the corner that takes in another place, too.
func (r Ref) join(other Ref) Ref {
	return Ref{max(r.Column, other.Column), max(r.Row, other.Row)}
}

// String returns the place as in C7.
func (r Ref) String() string { return Letters(r.Column) + strconv.Itoa(r.Row) }

// Absolute returns the place as in $C$7.
func (r Ref) Absolute() string { return "$" + Letters(r.Column) + "$" + strconv.Itoa(r.Row) }

// FixedColumn returns the place as in $C7.
func (r Ref) FixedColumn() string { return "$" + r.String() }

// On returns the place on another sheet, as in Inputs!C7.
func (r Ref) On(s *Sheet) string { return s.Name + "!" + r.String() }

// Letters returns the letters of a column, A for 1.
func Letters(column int) string {
	var reversed [8]byte
	at := len(reversed)
	for ; column > 0 && at > 0; column = (column - 1) / 26 {
		at--
		reversed[at] = byte('A' + (column-1)%26)
	}
	return string(reversed[at:])
}

// Range is the cells from one corner to the other, both included.
type Range struct{ From, To Ref }

// Down returns the range of n rows that begins at a cell, one row at least.
func Down(from Ref, n int) Range { return Range{from, from.Down(max(n, 1) - 1)} }

// Right returns the range of n columns that begins at a cell, one at least.
func Right(from Ref, n int) Range { return Range{from, from.Right(max(n, 1) - 1)} }

// Cell returns the range of one cell.
func (r Ref) Cell() Range { return Range{r, r} }

// String returns the range as in A6:C9, or as in A6 for one cell.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + ":" + r.To.String()
}

// Absolute returns the range as in $A$6:$C$9.
func (r Range) Absolute() string {
	if r.From == r.To {
		return r.From.Absolute()
	}
	return r.From.Absolute() + ":" + r.To.Absolute()
}

// Valid reports whether both corners lie on a sheet, in their order.
func (r Range) Valid() bool {
	return r.From.Valid() && r.To.Valid() && r.From.Column <= r.To.Column && r.From.Row <= r.To.Row
}

// Contains reports whether a cell lies in the range.
func (r Range) Contains(at Ref) bool {
	return r.From.Column <= at.Column && at.Column <= r.To.Column && r.From.Row <= at.Row && at.Row <= r.To.Row
}

// length counts the cells of one row or one column, and 0 of any other range.
func (r Range) length() int {
	switch {
	case !r.Valid():
		return 0
	case r.From.Row == r.To.Row:
		return r.To.Column - r.From.Column + 1
	case r.From.Column == r.To.Column:
		return r.To.Row - r.From.Row + 1
	}
	return 0
}
