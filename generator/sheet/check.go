package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pactwright/generator/money"
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

// Checked is a workbook without problems. Only Checked makes one, so that a
// workbook with problems cannot reach a writer.
type Checked struct{ book *Workbook }

// Book returns the workbook, or nil if there is none.
func (c Checked) Book() *Workbook { return c.book }

// Checked returns the workbook for a writer, or everything that is wrong with it.
func (w *Workbook) Checked() (Checked, []Problem) {
	if problems := w.Check(); len(problems) > 0 {
		return Checked{}, problems
	}
	return Checked{w}, nil
}

// Check returns everything that is wrong with the workbook, in order.
func (w *Workbook) Check() []Problem {
	c := checker{w: w, sheets: map[string]bool{}, names: map[string]bool{}, words: map[string]bool{}}
	if len(w.Sheets) == 0 {
		c.add("the workbook has no sheet", "시트가 없습니다")
	}
	c.text(w.Title, MaxPrompt)
	c.text(w.Subject, MaxText)
	for i, s := range w.Sheets {
		c.sheetName(s.Name)
		if i == 0 && s.Hidden {
			c.add("the first sheet cannot be hidden", "첫 시트는 숨길 수 없습니다")
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
	words    map[string]bool // parts of formulas that were found right
	at       place
	problems []Problem
}

// place is what is looked at: a sheet, cells of it, or a name. It is put into
// words only if something is wrong there.
type place struct {
	name  string
	cells Range
}

func (p place) String() string {
	if p.cells == (Range{}) {
		return p.name
	}
	return p.name + "!" + p.cells.String()
}

// on turns to cells of a sheet.
func (c *checker) on(s *Sheet, r Range) { c.at = place{s.Name, r} }

func (c *checker) add(en, ko string, args ...any) {
	c.problems = append(c.problems, Problem{c.at.String(), fmt.Sprintf(en, args...), fmt.Sprintf(ko, args...)})
}

// sheetName accepts plain identifiers only: every other name needs quotes in
// formulas, and forgetting them breaks the file.
func (c *checker) sheetName(name string) {
	c.at = place{name: name}
	lower := strings.ToLower(name)
	switch {
	case name == "" || units(name) > MaxTitle || !isIdentifier(name) || looksLikeCell(name):
		c.add("not usable as the name of a sheet", "시트 이름으로 쓸 수 없습니다")
	case lower == "history":
		c.add("the name is reserved by spreadsheet programs", "스프레드시트 프로그램이 예약한 이름입니다")
	case c.sheets[lower]:
		c.add("two sheets have this name", "시트 이름이 중복되었습니다")
	}
	c.sheets[lower] = true
}

func (c *checker) name(n Name) {
	c.at = place{name: n.Name}
	lower := strings.ToLower(n.Name)
	switch {
	case !isIdentifier(n.Name) || len(n.Name) > MaxName:
		c.add("not usable as a defined name", "정의된 이름으로 쓸 수 없습니다")
	case looksLikeCell(n.Name) || lower == "true" || lower == "false":
		c.add("a defined name must not look like a cell", "정의된 이름이 셀 주소와 혼동됩니다")
	case c.names[lower]:
		c.add("the name is defined twice", "정의된 이름이 중복되었습니다")
	}
	c.names[lower] = true
	sheet, cells, _ := strings.Cut(n.Range, "!")
	if !c.sheets[strings.ToLower(sheet)] || !absoluteRange.MatchString(cells) {
		c.add("the name stands for no range of a sheet", "이름이 가리키는 범위가 없습니다")
	}
}

func (c *checker) sheet(s *Sheet) {
	c.at = place{name: s.Name}
	if len(s.Cells) > MaxCells {
		c.add("more than %d cells", "셀이 %d개를 넘습니다", MaxCells)
		return
	}
	for i, column := range s.Columns {
		if column.Width <= 0 || column.Width > MaxWidth {
			c.add("column %s has no usable width", "%s열의 너비가 올바르지 않습니다", Letters(i+1))
		}
	}
	taken := make(map[uint64]bool, len(s.Cells))
	for i := range s.Cells {
		cell := &s.Cells[i]
		c.on(s, cell.Ref.Cell())
		key := uint64(cell.Ref.Row)<<32 | uint64(uint32(cell.Ref.Column))
		switch {
		case !cell.Ref.Valid():
			c.at = place{name: s.Name}
			c.add("a cell lies outside the sheet", "시트를 벗어난 셀이 있습니다")
			continue
		case taken[key]:
			c.add("the cell is filled twice", "같은 셀에 값이 두 번 들어갔습니다")
		}
		taken[key] = true
		c.cell(cell)
	}
	c.merged(s)
	c.features(s)
}

func (c *checker) cell(cell *Cell) {
	v := cell.Value
	switch {
	case v.Kind() == TextKind:
		c.text(v.Text(), MaxText)
	case v.IsNumber() && tooLarge(v):
		c.add("the number is too large for a cell", "셀에 넣기에는 너무 큰 수입니다")
	}
	if cell.Formula == "" {
		return
	}
	if v.Kind() == Empty {
		c.add("the formula has no value beside it", "수식에 계산된 값이 없습니다")
	}
	c.formula(cell.Formula)
}

// tooLarge reports whether the number is beyond what a binary fraction holds
// exactly.
func tooLarge(v Value) bool {
	if v.kind == DecimalKind || v.kind == PercentKind {
		return v.number.Cmp(mostNumber) >= 0 || v.number.Cmp(leastNumber) <= 0
	}
	return v.whole >= mostWhole || v.whole <= -mostWhole
}

const mostWhole = 1 << 53

var mostNumber, leastNumber = money.NewDecimal(mostWhole), money.NewDecimal(-mostWhole)

func (c *checker) text(text string, most int) {
	if len(text) <= most && plainText(text) {
		return
	}
	switch {
	case !utf8.ValidString(text):
		c.add("the text is not valid UTF-8", "글자 부호가 올바르지 않습니다")
	case strings.ContainsFunc(text, forbidden):
		c.add("the text has a control character", "제어 문자가 들어 있습니다")
	case units(text) > most:
		c.add("the text is longer than %d characters", "글이 %d자를 넘습니다", most)
	}
}

// plainText reports whether a text has printable ASCII characters only.
func plainText(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
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
