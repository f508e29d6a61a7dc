package workbook

import (
	"strconv"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// Rows that all sheets share: title, outcome of the checks, remark, and, on
// sheets with one table, its heading with the rows below.
const (
	titleRow  = 1
	statusRow = 2
	remarkRow = 3
	headRow   = 5
	firstRow  = 6
)

// Widths of columns in tenths of a character.
const (
	idWidth     = 110
	codeWidth   = 95
	flagWidth   = 85
	moneyWidth  = 155
	numberWidth = 105
	dateWidth   = 120
	nameWidth   = 300
	textWidth   = 420
	pageWidth   = 2400 // what a landscape page holds in letters that can be read
	statusWidth = 420  // of the outcome of the checks, which runs over several columns
)

// open begins a sheet with its title, the status and the remark on how to read
// it. Keys of the words are the sheet's.
func (m *maker) open(name, title, remark string, widths ...int) *sheet.Sheet {
	s := m.book.Sheet(name)
	for _, w := range widths {
		s.Columns = append(s.Columns, sheet.Column{Width: w})
	}
	m.begin(s, m.words.both(title))
	s.Put(sheet.At(1, remarkRow), sheet.Text(m.words.both(remark)), sheet.RemarkStyle)
	return s
}

// begin writes title and status. The columns of the sheet are set.
func (m *maker) begin(s *sheet.Sheet, title string) {
	s.Put(sheet.At(1, titleRow), sheet.Text(title), sheet.TitleStyle)
	m.showStatus(s)
	s.Print.Header = title
	s.Print.Footer = m.p.Info.ID
}

// repeat returns a list of widths with one width several times in the middle.
func repeat(before []int, width, n int, after ...int) []int {
	widths := append([]int{}, before...)
	for range n {
		widths = append(widths, width)
	}
	return append(widths, after...)
}

// heads writes the heading of a table.
func heads(s *sheet.Sheet, row int, texts ...string) {
	for i, text := range texts {
		s.Put(sheet.At(1+i, row), sheet.Text(text), sheet.HeadStyle)
	}
}

// freeze keeps the heading and the first columns in view and on every page.
func freeze(s *sheet.Sheet, columns int) {
	s.Freeze = sheet.At(columns+1, firstRow)
	s.Print.TitleRows = [2]int{headRow, headRow}
	width := 0
	for _, c := range s.Columns {
		width += c.Width
	}
	if s.Print.Wide = (width + pageWidth - 1) / pageWidth; s.Print.Wide > 1 {
		s.Print.TitleColumns = columns
	}
}

// nameColumns names the columns of a table of some rows from its first cell on; an
// empty name leaves a column out. Names lead programs that read the file to its
// figures, wherever the tables come to stand.
func (m *maker) nameColumns(s *sheet.Sheet, from sheet.Ref, rows int, names ...string) {
	for i, name := range names {
		if name != "" && rows > 0 {
			m.book.Name(name, s, sheet.Down(from.Right(i), rows))
		}
	}
}

// each returns a name with each ending, between others.
func (m *maker) each(before []string, name string, endings []string, after ...string) []string {
	out := append([]string{}, before...)
	for _, ending := range endings {
		out = append(out, name+"_"+ending)
	}
	return append(out, after...)
}

// numbers are the numbers of the phases, as endings of names.
func (m *maker) numbers() []string {
	var out []string
	for i := range m.b.Phases {
		out = append(out, strconv.Itoa(i+1))
	}
	return out
}

// line writes text cells of one style next to each other; no text leaves a cell
// empty.
func line(s *sheet.Sheet, from sheet.Ref, style sheet.Style, texts ...string) {
	for i, text := range texts {
		value := sheet.Value{}
		if text != "" {
			value = sheet.Text(text)
		}
		s.Put(from.Right(i), value, style)
	}
}

// prose is a text of the project in both languages, one below the other.
func prose(t project.Text) string { return join(diag.Text{EN: t.EN, KO: t.KO}, "\n") }

// partyName is what a party is called, in its own script and in English.
func partyName(p *project.Party) string {
	if p == nil {
		return ""
	}
	native := p.Name.KO
	if native == "" {
		native = p.Name.Native
	}
	return join(diag.Text{EN: p.Name.EN, KO: native}, "\n")
}

// yesNo is how flags stand in cells: criteria on truth values differ from one
// program to the next.
func yesNo(yes bool) sheet.Value {
	if yes {
		return sheet.Text("Y")
	}
	return sheet.Text("N")
}

// oneIf is 1 or 0, so that flags can be added up.
func oneIf(ok bool) sheet.Value {
	if ok {
		return sheet.Int(1)
	}
	return sheet.Int(0)
}

// share is the percentage that a part is of a whole, 0 of nothing.
func share(part, whole money.Amount) sheet.Value {
	p, err := money.PercentOf(part, whole, 14)
	if err != nil {
		return sheet.Percent(money.Percent{})
	}
	return sheet.Percent(p)
}

// shareFormula guards the division of share.
func shareFormula(part, whole string) string {
	return "IF(" + whole + "=0,0," + part + "/" + whole + ")"
}

// numbered returns the name that a phase has in formulas, as in Months_2.
func numbered(name string, index int) string { return name + "_" + strconv.Itoa(index+1) }

// statusCell is a cell that shows the outcome of all checks, which is known only
// when every sheet is made.
type statusCell struct {
	sheet *sheet.Sheet
	index int
}

// showStatus shows the outcome of the checks below the title.
func (m *maker) showStatus(s *sheet.Sheet) {
	at := sheet.At(1, statusRow)
	formula := "Check_Status"
	if s.Name == Checks {
		formula = `IF(ISERROR(SUM(Check_Result)),` + quote(m.words.both("status_error")) +
			`,IF(Check_Failed=0,` + quote(m.words.both("status_ok")) +
			`,Check_Failed&` + quote(m.words.both("status_failed")) + `))`
		m.book.Name("Check_Status", s, at.Cell())
	}
	m.status = append(m.status, statusCell{s, len(s.Cells)})
	s.Calc(at, formula, sheet.Text(""), sheet.StatusStyle)
	shown := sheet.Right(at, covering(s.Columns, statusWidth))
	s.Conditions = append(s.Conditions,
		sheet.Condition{Range: shown, Formula: "Check_Failed=0", Style: sheet.GoodCondition},
		sheet.Condition{Range: shown, Formula: "Check_Failed>0", Style: sheet.BadCondition})
}

// covering is how many columns a text of a width runs over.
func covering(columns []sheet.Column, width int) int {
	n := 0
	for n < len(columns) && width > 0 {
		width -= columns[n].Width
		n++
	}
	return n
}

// settleStatus fills in the outcome everywhere.
func (m *maker) settleStatus() {
	text := m.words.both("status_ok")
	if n := m.failed(); n > 0 {
		text = strconv.Itoa(n) + m.words.both("status_failed")
	}
	for _, c := range m.status {
		c.sheet.Cells[c.index].Value = sheet.Text(text)
	}
}

// quote writes a text into a formula.
func quote(text string) string {
	quoted := []byte{'"'}
	for _, b := range []byte(text) {
		if b == '"' {
			quoted = append(quoted, '"')
		}
		quoted = append(quoted, b)
	}
	return string(append(quoted, '"'))
}
