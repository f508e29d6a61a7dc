package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of the file format, and of what a budget can need.
const (
	MaxText    = 32_767 // UTF-16 units of one cell
	MaxFormula = 8_192
	MaxName    = 255 // of a defined name
	MaxTitle   = 31  // UTF-16 units of a sheet's name
	MaxPrompt  = 255 // UTF-16 units of the texts of validations and links
	MaxQuoted  = 255 // UTF-16 units of a text inside a formula
	MaxHeader  = 200 // UTF-16 units of a header or footer; its codes take the rest of 255
	MaxAddress = 2_083
	MaxCells   = 500_000
	MaxWidth   = 2_550 // tenths of a character
)

// Problem is something in a workbook that a spreadsheet program would refuse,
// repair or misread.
type Problem struct {
	Place  string // as in Inputs!B4; a name for a defined name
	EN, KO string
}

// Error returns the English text with its place.
func (p Problem) Error() string { return p.Place + ": " + p.EN }

// Check returns everything that is wrong with the workbook, in order.
func (w *Workbook) Check() []Problem {
	c := checker{w: w, sheets: map[string]bool{}, names: map[string]bool{}}
	if len(w.Sheets) == 0 {
		c.add("", "the workbook has no sheet", "시트가 없습니다")
	}
	c.text("", w.Title, MaxPrompt)
	c.text("", w.Subject, MaxText)
	for i, s := range w.Sheets {
		c.sheetName(s.Name)
		if i == 0 && s.Hidden {
			c.add(s.Name, "the first sheet cannot be hidden", "첫 시트는 숨길 수 없습니다")
		}
	}
	for _, n := range w.Names {
		c.name(n)
	}
	for _, s := range w.Sheets {
		c.sheet(s)
	}
	return c.problems
}

type checker struct {
	w        *Workbook
	sheets   map[string]bool // lower case
	names    map[string]bool // lower case
	problems []Problem
}

func (c *checker) add(place, en, ko string, args ...any) {
	c.problems = append(c.problems, Problem{place, fmt.Sprintf(en, args...), fmt.Sprintf(ko, args...)})
}

// sheetName accepts plain identifiers only: every other name needs quotes in
// formulas, and forgetting them breaks the file.
func (c *checker) sheetName(name string) {
	lower := strings.ToLower(name)
	switch {
	case name == "" || units(name) > MaxTitle || !isIdentifier(name) || looksLikeCell(name):
		c.add(name, "not usable as the name of a sheet", "시트 이름으로 쓸 수 없습니다")
	case lower == "history":
		c.add(name, "the name is reserved by spreadsheet programs", "스프레드시트 프로그램이 예약한 이름입니다")
	case c.sheets[lower]:
		c.add(name, "two sheets have this name", "시트 이름이 중복되었습니다")
	}
	c.sheets[lower] = true
}

func (c *checker) name(n Name) {
	lower := strings.ToLower(n.Name)
	switch {
	case !isIdentifier(n.Name) || len(n.Name) > MaxName:
		c.add(n.Name, "not usable as a defined name", "정의된 이름으로 쓸 수 없습니다")
	case looksLikeCell(n.Name) || lower == "true" || lower == "false":
		c.add(n.Name, "a defined name must not look like a cell", "정의된 이름이 셀 주소와 혼동됩니다")
	case c.names[lower]:
		c.add(n.Name, "the name is defined twice", "정의된 이름이 중복되었습니다")
	}
	c.names[lower] = true
	sheet, cells, _ := strings.Cut(n.Range, "!")
	if !c.sheets[strings.ToLower(sheet)] || !absoluteRange.MatchString(cells) {
		c.add(n.Name, "the name stands for no range of a sheet", "이름이 가리키는 범위가 없습니다")
	}
}

func (c *checker) sheet(s *Sheet) {
	if len(s.Cells) > MaxCells {
		c.add(s.Name, "more than %d cells", "셀이 %d개를 넘습니다", MaxCells)
		return
	}
	taken := make(map[Ref]bool, len(s.Cells))
	for _, cell := range s.Cells {
		place := s.Name + "!" + cell.Ref.String()
		switch {
		case !cell.Ref.Valid():
			c.add(s.Name, "a cell lies outside the sheet", "시트를 벗어난 셀이 있습니다")
			continue
		case taken[cell.Ref]:
			c.add(place, "the cell is filled twice", "같은 셀에 값이 두 번 들어갔습니다")
		}
		taken[cell.Ref] = true
		c.cell(place, cell)
	}
	for i, column := range s.Columns {
		if column.Width <= 0 || column.Width > MaxWidth {
			c.add(s.Name, "column %s has no usable width", "%s열의 너비가 올바르지 않습니다", Letters(i+1))
		}
	}
	c.merged(s)
	c.features(s)
}

func (c *checker) cell(place string, cell Cell) {
	v := cell.Value
	switch {
	case v.Kind() == TextKind:
		c.text(place, v.Text(), MaxText)
	case v.IsNumber() && tooLarge(v):
		c.add(place, "the number is too large for a cell", "셀에 넣기에는 너무 큰 수입니다")
	}
	if cell.Formula == "" {
		return
	}
	if v.Kind() == Empty {
		c.add(place, "the formula has no value beside it", "수식에 계산된 값이 없습니다")
	}
	c.formula(place, cell.Formula)
}

// tooLarge reports whether the whole number in the value is beyond what a
// binary fraction holds exactly.
func tooLarge(v Value) bool {
	const most = 1 << 53
	return v.whole >= most || v.whole <= -most
}

func (c *checker) text(place, text string, most int) {
	switch {
	case !utf8.ValidString(text):
		c.add(place, "the text is not valid UTF-8", "글자 부호가 올바르지 않습니다")
	case strings.ContainsFunc(text, forbidden):
		c.add(place, "the text has a control character", "제어 문자가 들어 있습니다")
	case units(text) > most:
		c.add(place, "the text is longer than %d characters", "글이 %d자를 넘습니다", most)
	}
}

// forbidden reports characters that a cell cannot hold; a line break and a tab
// can stand in one.
func forbidden(r rune) bool {
	return r == unicode.ReplacementChar || r == 0xFFFE || r == 0xFFFF ||
		unicode.IsControl(r) && r != '\n' && r != '\t'
}

// units counts UTF-16 units, as the file format does.
func units(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
