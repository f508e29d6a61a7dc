package readback

import (
	"math/big"
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/readback/cells"
)

// Columns of the sheet of checks.
const (
	checkNumber     = "Check_Number"
	checkLeft       = "Check_Left"
	checkRule       = "Check_Rule"
	checkRight      = "Check_Right"
	checkTolerance  = "Check_Tolerance"
	checkDifference = "Check_Difference"
	checkResult     = "Check_Result"
)

// checks works the sheet of checks out again from its own cells: the difference
// of the two sides, whether the rule holds, and how many rows fail. The sides
// are sums of cells that are compared themselves.
func (l *locator) checks(file string) diag.List {
	var found diag.List
	failed := int64(0)
	area := l.book.Names[checkResult]
	for row := area.From.Row; row <= area.To.Row && row > 0 && row-area.From.Row < maxRows; row++ {
		c := check{l, row, row - area.From.Row + 1}
		wrong, passed := c.work(file)
		found.Add(wrong...)
		if !passed {
			failed++
		}
	}
	failing := wanted{column: "Check_Failed", value: count(failed), what: diag.T("checks that are not passed", "미충족 검증 수")}
	at, ok := l.find(failing)
	if !ok {
		return append(found, homeless(file, failing))
	}
	l.claimed[at] = true
	if c := l.cell(at); !sameNumber(c, failing.value) {
		found.Add(other(file, at, failing.what, shown(failing.value), c))
	}
	return found
}

// kept works out which rows keep their rules, from the sentences beside them:
// those are texts, which are not compared.
func (l *locator) kept(file, table string) diag.List {
	var found diag.List
	rules, marks, good := l.book.Names[table+"_Rule"], l.book.Names[table+"_Kept"], l.book.Names["Rule_ok"]
	for row := marks.From.Row; row <= marks.To.Row && row > 0 && row-marks.From.Row < maxRows; row++ {
		says := l.text(rules, row)
		if says == "" {
			continue
		}
		want := count(0)
		if says == l.text(good, good.From.Row) {
			want = one
		}
		at := place{marks.Sheet, cells.Ref{Column: marks.From.Column, Row: row}}
		l.claimed[at] = true
		if c := l.cell(at); !sameNumber(c, want) {
			found.Add(other(file, at, diag.T("mark of a row that keeps its rules", "규칙 충족 표시"), shown(want), c))
		}
	}
	return found
}

// check is one row of the sheet of checks.
type check struct {
	*locator
	row    int
	number int
}

// at is the cell of the row in a column.
func (c check) at(column string) place {
	area := c.book.Names[column]
	return place{area.Sheet, cells.Ref{Column: area.From.Column, Row: c.row}}
}

// work reports the cells of the row that do not follow from the two sides, and
// whether the check is passed.
func (c check) work(file string) (found diag.List, passed bool) {
	what := diag.T("check %d", "검증 %d", c.number)
	wrong := func(column string, want any) {
		at := c.at(column)
		found.Add(other(file, at, what, want, c.cell(at)))
	}
	is := func(column, want string) {
		c.claimed[c.at(column)] = true
		if c.cell(c.at(column)).Value != want {
			wrong(column, want)
		}
	}
	is(checkNumber, strconv.Itoa(c.number))
	is(checkTolerance, "0")
	left, right, difference := c.side(checkLeft), c.side(checkRight), c.side(checkDifference)
	if left == nil || right == nil || difference == nil {
		for _, column := range []string{checkLeft, checkRight, checkDifference} {
			if c.side(column) == nil {
				wrong(column, diag.T("a number", "숫자"))
			}
		}
		return found, false
	}
	exactly := new(big.Rat).Sub(left, right)
	if !near(left, right, difference) {
		wrong(checkDifference, exactly.FloatString(6))
	}
	passed = holds(c.cell(c.at(checkRule)).Value, exactly)
	is(checkResult, map[bool]string{true: "1", false: "0"}[passed])
	return found, passed
}

// side reads a number of the row; nil if it is none.
func (c check) side(column string) *big.Rat {
	at := c.at(column)
	c.claimed[at] = true
	n, _ := exact(c.cell(at))
	return n
}

// near reports whether a number is the difference of two others: to the sixth
// decimal, to which the sheet rounds it, and to the digits that cells keep.
func near(left, right, difference *big.Rat) bool {
	off := new(big.Rat).Sub(left, right)
	off.Sub(off, difference)
	room := new(big.Rat).Abs(left)
	room.Add(room, new(big.Rat).Abs(right)).Mul(room, big.NewRat(1, keptDigits)).Add(room, big.NewRat(1, 1_000_000))
	return off.Abs(off).Cmp(room) <= 0
}

// holds reports whether the rule between two sides of a difference holds.
func holds(rule string, difference *big.Rat) bool {
	switch rule {
	case "≤":
		return difference.Sign() <= 0
	case "≥":
		return difference.Sign() >= 0
	}
	return difference.Sign() == 0
}
