package origin

import (
	"fmt"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// Book is the budget workbook of a project, to be asked about.
type Book struct {
	Project *project.Project
	cells   *sheet.Cells
	givens  map[sheet.Address]workbook.Given
	read    map[sheet.Address][]sheet.Address // by formulas, as far as they were asked about
	checks  []checkRow
}

// checkRow is one check of the workbook: its cells from left to right.
type checkRow struct {
	number, text, left, right, outcome sheet.Address
}

// NewBook reads a workbook that has just been made.
func NewBook(book *sheet.Workbook, p *project.Project) *Book {
	b := &Book{Project: p, cells: sheet.NewCells(book), givens: workbook.Givens(book, p), read: map[sheet.Address][]sheet.Address{}}
	for _, s := range book.Sheets {
		if s.Name != workbook.Checks {
			continue
		}
		for _, c := range s.Cells {
			if c.Ref.Column == 1 && c.Value.Kind() == sheet.IntKind {
				at := func(n int) sheet.Address { return sheet.Address{Sheet: s.Name, Ref: c.Ref.Right(n)} }
				b.checks = append(b.checks, checkRow{number: at(0), text: at(1), left: at(2), right: at(4), outcome: at(8)})
			}
		}
	}
	return b
}

// Address reads the address of a cell. If there is no such cell the second
// result says why, with what there is.
func (b *Book) Address(text string) (sheet.Address, diag.Text) {
	a, ok := b.cells.Address(text)
	switch {
	case !ok:
		return a, diag.T("write the sheet and the cell, as Summary!C7", "Summary!C7과 같이 시트와 칸을 쓰십시오")
	case !slices.Contains(b.cells.Sheets(), a.Sheet):
		return a, diag.T("the workbook has the sheets %s", "통합문서의 시트: %s", strings.Join(b.cells.Sheets(), ", "))
	}
	if cell, ok := b.cells.At(a); !ok || cell.Value.Kind() == sheet.Empty && cell.Formula == "" {
		var filled []string
		for _, c := range b.cells.Row(a.Sheet, a.Ref.Row) {
			if c.Value.Kind() != sheet.Empty {
				filled = append(filled, c.Ref.String())
			}
		}
		if len(filled) == 0 {
			return a, diag.T("nothing stands in row %d of the sheet", "시트의 %d행에 아무것도 없습니다", a.Ref.Row)
		}
		return a, diag.T("in that row something stands in %s", "그 행에서 값이 있는 칸: %s", strings.Join(filled, ", "))
	}
	return a, diag.Text{}
}

// Amount returns the amount in a cell; false if it holds none, or nothing.
func (b *Book) Amount(a sheet.Address) (money.Amount, bool) {
	cell, _ := b.cells.At(a)
	return cell.Value.Amount(), cell.Value.Kind() == sheet.AmountKind && !cell.Value.Amount().IsZero()
}

// Cell tells where a cell comes from, a line at a time. The documents are
// searched for the same amount.
func (b *Book) Cell(a sheet.Address, documents []Document) []diag.Text {
	var out lines
	cell, _ := b.cells.At(a)
	out.add(both(a.String()))
	row, column, table := b.cells.Labels(a)
	label := func(en, ko, text string) {
		if text != "" {
			out.say(en, ko, line(text))
		}
	}
	label("  table:    %s", "  표:     %s", table)
	label("  row:      %s", "  행:     %s", strings.Join(row, ", "))
	label("  column:   %s", "  열:     %s", column)
	label("  value:    %s", "  값:     %s", cell.Value.Printed())
	if cell.Formula == "" {
		out.say("  formula:  none", "  수식:   없음")
	} else {
		out.say("  formula:  =%s", "  수식:   =%s", cell.Formula)
	}
	b.reads(&out, a)
	b.rests(&out, a)
	b.checked(&out, a)
	b.printed(&out, a, documents)
	return out
}

// maxListed bounds each list of cells.
const maxListed = 200

// reads lists the cells that the formula itself reads.
func (b *Book) reads(out *lines, a sheet.Address) {
	direct := b.precedents(a)
	if len(direct) == 0 {
		return
	}
	out.part("Cells that the formula reads", "수식이 읽는 칸")
	for i, p := range direct {
		if i == maxListed {
			out.say("  and %d more", "  외 %d칸", len(direct)-i)
			break
		}
		cell, _ := b.cells.At(p)
		out.say("  %s %s (%s)", "  %s %s (%s)", p, line(cell.Value.Printed()), b.label(p))
	}
}

// label names a cell by its row and its column.
func (b *Book) label(a sheet.Address) string {
	row, column, _ := b.cells.Labels(a)
	if column != "" {
		row = append(row, column)
	}
	return line(strings.Join(row, ", "))
}

func (b *Book) precedents(a sheet.Address) []sheet.Address {
	known, ok := b.read[a]
	if !ok {
		known = b.cells.Precedents(a)
		b.read[a] = known
	}
	return known
}

// below returns the cells that a cell rests on, through all formulas between
// them, itself included.
func (b *Book) below(from ...sheet.Address) []sheet.Address {
	seen := map[sheet.Address]bool{}
	var out []sheet.Address
	for stack := slices.Clone(from); len(stack) > 0; {
		a := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[a] {
			continue
		}
		seen[a] = true
		out = append(out, a)
		stack = append(stack, b.precedents(a)...)
	}
	return out
}

// rests lists the values given somewhere on which the cell rests: those of the
// project file by their entries, then those of the call and the law.
func (b *Book) rests(out *lines, a sheet.Address) {
	out.part("Inputs that it rests on", "바탕이 되는 입력값")
	type entry struct {
		path, id string
		values   []string
	}
	var entries []*entry
	byPath := map[string]*entry{}
	var others lines
	for _, at := range b.inOrder(b.below(a)) {
		g, ok := b.givens[at]
		cell, _ := b.cells.At(at)
		if !ok || cell.Formula != "" || cell.Value.Kind() == sheet.Empty {
			continue
		}
		if g.Path == "" {
			others.say("  %s %s: %s, %s", "  %s %s: %s, %s", at, line(cell.Value.Printed()), b.label(at), g.From)
			continue
		}
		e := byPath[g.Row]
		if e == nil {
			e = &entry{path: g.Row, id: g.ID}
			byPath[g.Row], entries = e, append(entries, e)
		}
		e.values = append(e.values, fmt.Sprintf("%s %s (%s, %s)", g.Key, line(cell.Value.Printed()), at, b.place(g.Path)))
	}
	for i, e := range entries {
		if i == maxListed {
			out.say("  and %d more entries", "  외 %d개 항목", len(entries)-i)
			break
		}
		out.say("  %s (%s): %s", "  %s (%s): %s", e.path, e.id, strings.Join(e.values, "; "))
	}
	out.add(others...)
	if len(entries) == 0 && len(others) == 0 {
		out.say("  none", "  없음")
	}
}

// place tells the line of a value in the project file, or that it has none.
func (b *Book) place(path string) string {
	if b.Project.File.Root.Find(path) == nil {
		return path + " not written"
	}
	return b.Project.File.Place(path).String()
}

// inOrder sorts cells as the workbook has them: by sheet, row and column.
func (b *Book) inOrder(cells []sheet.Address) []sheet.Address {
	at := map[string]int{}
	for i, name := range b.cells.Sheets() {
		at[name] = i
	}
	slices.SortFunc(cells, func(x, y sheet.Address) int {
		for _, d := range []int{at[x.Sheet] - at[y.Sheet], x.Ref.Row - y.Ref.Row} {
			if d != 0 {
				return d
			}
		}
		return x.Ref.Column - y.Ref.Column
	})
	return cells
}

// taken returns the cell and those from which its figure is only taken over, one
// from the other.
func (b *Book) taken(a sheet.Address) []sheet.Address {
	out := []sheet.Address{a}
	for {
		cell, _ := b.cells.At(a)
		from := b.precedents(a)
		if len(from) != 1 {
			return out
		}
		source, _ := b.cells.At(from[0])
		if source.Value.String() != cell.Value.String() || slices.Contains(out, from[0]) {
			return out
		}
		a = from[0]
		out = append(out, a)
	}
}

// checked lists the checks of the workbook that rest on the cell, or on one from
// which its figure is taken over.
func (b *Book) checked(out *lines, a sheet.Address) {
	out.part("Checks of the workbook that rest on this figure", "이 수치를 확인하는 검증")
	same := b.taken(a)
	any := false
	for _, c := range b.checks {
		below := b.below(c.left, c.right)
		if !slices.ContainsFunc(same, func(s sheet.Address) bool { return slices.Contains(below, s) }) {
			continue
		}
		any = true
		number, _ := b.cells.At(c.number)
		text, _ := b.cells.At(c.text)
		outcome, _ := b.cells.At(c.outcome)
		out.say("  %s %s: %s", "  %s번 %s: %s", number.Value.Printed(), line(text.Value.Text()), line(outcome.Value.Text()))
	}
	if !any {
		out.say("  none", "  없음")
	}
}

// Document is a document in which an amount may be printed, too.
type Document struct {
	File string
	Text *doc.Resolved
}

// printed lists the places of documents that print the same amount. That they do
// is no proof that they mean the same.
func (b *Book) printed(out *lines, a sheet.Address, documents []Document) {
	amount, ok := b.Amount(a)
	if !ok {
		return
	}
	out.part("Documents that print the same amount", "같은 금액이 인쇄된 문서")
	told := map[string]bool{}
	for _, d := range documents {
		for _, p := range d.Text.Printed() {
			for _, in := range p.Text {
				if key := d.File + p.Place; in.Kind == doc.AmountInline && strings.TrimPrefix(in.Value, "about ") == amount.Value() && !told[key] {
					told[key] = true
					out.say("  %s (%s)", "  %s (%s)", strings.TrimSuffix(d.File+": "+line(p.Place), ": "), in.Text)
				}
			}
		}
	}
	if len(told) == 0 {
		out.say("  none", "  없음")
	}
}
