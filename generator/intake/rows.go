package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// table is one table as the workbook holds it now.
type table struct {
	workbook.Table
	sheet string
	rows  []row
}

// row is one row with its cells by the names of their columns.
type row struct {
	id    string
	at    sheet.Ref // of the id
	cells map[string]cell
}

// cell is one cell with its address.
type cell struct {
	xlsx.Cell
	address string // as CostLines!F12
}

func (c cell) blank() bool { return c.Formula == "" && blank(c.Value) }

// words are the lists of codes that cells may hold.
func (r *reader) words() map[workbook.List][]string {
	lists := map[workbook.List][]string{
		workbook.Categories:  r.Categories,
		workbook.Currencies:  money.CurrencyCodes(),
		workbook.Sources:     append(budget.Sources(), budget.Unpaid),
		workbook.Employments: workbook.EmploymentCodes,
		workbook.CashGrounds: workbook.CashGroundCodes,
	}
	for _, p := range r.Project.Parties {
		lists[workbook.Parties] = append(lists[workbook.Parties], p.ID)
	}
	lists[workbook.Payees] = slices.Clone(lists[workbook.Parties])
	for _, l := range r.Project.Budget.Lines {
		if l.Payee != "" && !slices.Contains(lists[workbook.Payees], l.Payee) {
			lists[workbook.Payees] = append(lists[workbook.Payees], l.Payee)
		}
	}
	for _, p := range r.Project.Phases {
		lists[workbook.Phases] = append(lists[workbook.Phases], p.ID)
	}
	return lists
}

// tables reads all tables. The ids of payments become the list that instalments
// choose from.
func (r *reader) tables() []table {
	var out []table
	for _, def := range workbook.Tables {
		t, ok := r.table(def)
		if !ok {
			continue
		}
		out = append(out, t)
		if def.ID == "Payment_ID" {
			for _, row := range t.rows {
				r.lists[workbook.PaymentIDs] = append(r.lists[workbook.PaymentIDs], row.id)
			}
		}
	}
	return out
}

// table finds the columns of a table and reads its rows.
func (r *reader) table(def workbook.Table) (table, bool) {
	t := table{Table: def}
	columns := map[string]sheet.Ref{}
	ids, ok := r.area(def, def.ID)
	if !ok {
		return t, false
	}
	t.sheet = ids.Sheet
	for _, c := range def.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			if c.Optional && !r.has(def.Name, name) {
				continue
			}
			area, ok := r.area(def, name)
			if !ok {
				return t, false
			}
			if def.ID != "" && area.Sheet != ids.Sheet {
				r.lost(name)
				return t, false
			}
			columns[name] = area.Range.From
			t.sheet = area.Sheet
		}
	}
	if def.ID == "" {
		t.rows = []row{r.single(t.sheet, columns)}
		return t, true
	}
	r.read(&t, ids, columns)
	return t, true
}

// area returns the range of a name. A table that was empty when it was exported
// is not missed.
func (r *reader) area(def workbook.Table, name string) (xlsx.Area, bool) {
	if name == "" {
		return xlsx.Area{}, true
	}
	area, ok := r.Book.Names[strings.ToLower(name)]
	if ok = ok && r.Book.Sheets[area.Sheet] != nil; !ok && (!isFixed(def) || len(r.exported.ids(def.Name)) > 0) {
		r.lost(name)
	}
	return area, ok
}

// has reports whether a column stands in the workbook or stood there when it was
// exported.
func (r *reader) has(table, name string) bool {
	if _, ok := r.Book.Names[strings.ToLower(name)]; ok {
		return true
	}
	for _, id := range r.exported.ids(table) {
		if _, ok := r.exported.row(table, id)[name]; ok {
			return true
		}
	}
	return false
}

func isFixed(def workbook.Table) bool { return !def.Fixed.IsZero() }

func (r *reader) lost(name string) {
	r.add(CodeName, "", diag.T("the column with the name %s cannot be found in the workbook", "통합문서에서 이름이 %s인 열을 찾을 수 없습니다", name),
		diag.T("columns are found by their defined names, which go with them when they are moved", "열은 정의된 이름으로 찾으며, 이름은 열을 옮겨도 따라갑니다"),
		diag.T("undo what deleted the column or its name", "열이나 이름을 지운 작업을 되돌리십시오"))
}

// single is the row of a table that has one cell for each name.
func (r *reader) single(name string, columns map[string]sheet.Ref) row {
	out := row{cells: map[string]cell{}}
	for column, at := range columns {
		out.cells[column] = r.cell(name, at)
	}
	return out
}

func (r *reader) cell(name string, at sheet.Ref) cell {
	return cell{r.Book.Cell(name, at), name + "!" + at.String()}
}

// read reads the rows of a table: those of its name and those that were written
// below it.
func (r *reader) read(t *table, ids xlsx.Area, columns map[string]sheet.Ref) {
	last := ids.Range.To.Row
	if !isFixed(t.Table) {
		last = max(last, lastRow(r.Book.Sheets[ids.Sheet]))
	}
	last = min(last, ids.Range.From.Row+xlsx.MaxRows)
	seen := map[string]string{}
	for n := ids.Range.From.Row; n <= last; n++ {
		at := sheet.At(ids.Range.From.Column, n)
		one := row{at: at, cells: map[string]cell{}}
		empty := true
		for name, first := range columns {
			one.cells[name] = r.cell(ids.Sheet, sheet.At(first.Column, n))
			empty = empty && one.cells[name].blank()
		}
		if r.identify(t, &one, r.cell(ids.Sheet, at), empty, seen) {
			t.rows = append(t.rows, one)
		}
	}
}

func lastRow(cells map[string]xlsx.Cell) int {
	last := 0
	for place := range cells {
		n, _ := strconv.Atoi(strings.TrimLeft(place, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		last = max(last, n)
	}
	return last
}

// idForm is what the id of a new row looks like, as the schema of project files
// has it.
var idForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,31}$`)

var idRule = diag.T("write up to 32 letters, digits and hyphens, beginning with a letter", "영문자로 시작하는 영문자·숫자·붙임표 32자 이내로 쓰십시오")

// identify reads the id of a row and reports whether there is a row at all: the
// line below a table, which tells where to insert rows, is none.
func (r *reader) identify(t *table, one *row, id cell, empty bool, seen map[string]string) bool {
	text := word(id.Value)
	known := r.exported.row(t.Name, text) != nil || r.current.row(t.Name, text) != nil
	switch {
	case empty && (text == "" || !known && !idForm.MatchString(text)), t.Key == "currency" && strings.EqualFold(text, r.Project.Grant.Code()):
		return false
	case isFixed(t.Table) && !known:
		return false // a label that was changed; the row it named is missed
	case id.Formula != "":
		r.formula(id)
	case text == "":
		r.add(CodeID, id.address, diag.T("the row has no id", "행에 ID가 없습니다"),
			diag.T("rows are matched by their ids", "행은 ID로 대응합니다"),
			diag.T("write an id that no other row of the table has, as in %s, or clear the row", "이 표의 다른 행에 없는 ID를 %s처럼 쓰거나 행을 비우십시오", example(t)))
	case seen[strings.ToLower(text)] != "":
		r.add(CodeID, id.address, diag.T("the id %s stands in %s already", "ID %s: %s에 이미 있습니다", clip(text), seen[strings.ToLower(text)]),
			diag.T("rows are matched by their ids", "행은 ID로 대응합니다"), diag.T("give the new row an id of its own", "새 행에는 다른 ID를 쓰십시오"))
	case !known && !r.usable(t, &text):
		r.add(CodeID, id.address, diag.T("%s cannot be an id", "ID로 쓸 수 없습니다: %s", clip(text)), diag.Text{}, r.idAdvice(t))
	default:
		seen[strings.ToLower(text)] = id.address
		one.id = r.current.spelled(t.Name, r.exported.spelled(t.Name, text))
		return true
	}
	return false
}

// usable reports whether a new row may have the id. Rows of exchange rates are
// named by a currency.
func (r *reader) usable(t *table, id *string) bool {
	if t.Key != "currency" {
		return idForm.MatchString(*id)
	}
	code, ok := listed(*id, r.lists[workbook.Currencies])
	*id = code
	return ok
}

func (r *reader) idAdvice(t *table) diag.Text {
	if t.Key == "currency" {
		return diag.T("write the code of a currency, as in USD", "USD처럼 통화 코드를 쓰십시오")
	}
	return diag.T("%s, as in %s", "%s. 예: %s", idRule, example(t))
}

// example is an id as the table has them.
func example(t *table) string {
	for _, one := range t.rows {
		if one.id != "" {
			return one.id + "-2"
		}
	}
	return "L1"
}
