// Package intake takes an edited budget workbook back: it reads the cells that
// the user may change, compares them with what the workbook was made with and
// with the project file as it is now, and says what is to change in the file.
//
// Only input cells count. They are found by defined names and rows by their
// ids, so that rows and columns may have been moved, inserted and sorted. What a
// formula gives is never read as input.
package intake

import (
	"fmt"
	"path"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// Codes of findings. All are blocking but those about values that come from
// elsewhere, which are warnings.
const (
	CodeFile     = "IMP-FILE"     // not a workbook that can be read
	CodeOrigin   = "IMP-ORIGIN"   // a workbook that does not say what it was made with
	CodeAward    = "IMP-AWARD"    // a workbook of awarded amounts
	CodeProject  = "IMP-PROJECT"  // a workbook of another project
	CodeName     = "IMP-NAME"     // a column that cannot be found any more
	CodeID       = "IMP-ID"       // a row without an id, or with one that cannot be used
	CodeValue    = "IMP-VALUE"    // a cell that does not hold what its column needs
	CodeEmpty    = "IMP-EMPTY"    // an empty cell where a value is needed
	CodeFormula  = "IMP-FORMULA"  // a formula in a cell for a value
	CodeCalc     = "IMP-CALC"     // a value in a cell for a formula
	CodeFixed    = "IMP-FIXED"    // a value that comes from elsewhere
	CodeConflict = "IMP-CONFLICT" // changed in the workbook and in the project file
)

// Input is what is compared.
type Input struct {
	Name       string // of the workbook, for places
	Book       *xlsx.Book
	Project    *project.Project
	Current    workbook.Exported // of the workbook made from the project file as it is now
	Categories []string          // cost categories of the law
}

// Result is what is to change. Edits are empty if a finding blocks.
type Result struct {
	Changes []Change
	Edits   []source.Edit
	Found   diag.List
}

// Change is one change in words: a value, or a whole row that is new or gone.
type Change struct {
	Cell    string // as CostLines!H12; empty for what is gone
	Path    string // in the project file
	Was, Is string
	Row     diag.Text // what became of a row; zero for a single value
}

// Text says the change in one line.
func (c Change) Text() diag.Text {
	if c.Row.IsZero() && c.Cell == "" {
		return diag.T("%s: %s → %s", "%s: %s → %s", c.Path, shownOr(c.Was), shownOr(c.Is))
	}
	if c.Row.IsZero() {
		return diag.T("%s → %s: %s → %s", "%s → %s: %s → %s", c.Cell, c.Path, shownOr(c.Was), shownOr(c.Is))
	}
	at := c.Path
	if c.Cell != "" {
		at = c.Cell + " → " + c.Path
	}
	return diag.T("%s: %s", "%s: %s", at, c.Row)
}

func shownOr(text string) diag.Text {
	if text == "" {
		return diag.T("(empty)", "(빈 값)")
	}
	return diag.Text{EN: text, KO: text}
}

// Compare finds out what was changed in a workbook.
func Compare(in Input) Result {
	r := newReader(in)
	if r.origin() {
		tables := r.tables()
		r.overwritten(tables)
		for _, t := range tables {
			r.merge(t)
		}
		r.assemble()
	}
	if r.left > 0 || len(r.found) == maxFindings {
		r.found.Add(diag.Finding{
			Code: source.CodeMore, Severity: diag.Blocking, Place: diag.Place{File: path.Base(r.Name)},
			Message: diag.T("further findings are not shown", "나머지 지적 사항은 표시하지 않았습니다"),
			Fix:     diag.T("correct those shown and import again", "표시된 것을 고친 뒤 다시 가져오십시오"),
		})
	}
	if r.found.Has(diag.Blocking) {
		r.edits, r.changes = nil, nil
	}
	return Result{Changes: r.changes, Edits: r.edits, Found: r.found}
}

// reader holds what the steps share.
type reader struct {
	Input
	lists    map[workbook.List][]string
	exported values
	current  values
	ranges   []xlsx.Area // of formulas
	plan     plan
	changes  []Change
	edits    []source.Edit
	found    diag.List
	left     int // findings beyond those shown
}

func newReader(in Input) *reader {
	r := &reader{Input: in, current: index(in.Current.Values), plan: newPlan()}
	r.lists = r.words()
	return r
}

// origin reads what the workbook was made with and reports whether it can be
// compared at all.
func (r *reader) origin() bool {
	cells, ok := r.Book.Sheets[workbook.Origin]
	var was workbook.Exported
	if ok {
		was, ok = workbook.ReadOrigin(func(at sheet.Ref) (string, string) {
			c := cells[at.String()]
			return c.Value, c.Formula
		})
	}
	again := diag.T("build the project again and edit that workbook", "과제를 다시 만들어 그 통합문서를 고치십시오")
	switch {
	case !ok:
		r.add(CodeOrigin, "", diag.T("%s does not say what it was made with", "%s: 무엇으로 만들었는지 알 수 없는 통합문서입니다", path.Base(r.Name)),
			diag.T("its hidden sheet %s is not there; this is no budget workbook of this program, or a program dropped the sheet", "숨은 시트 %s가 없습니다. 이 프로그램이 만든 예산 통합문서가 아니거나 다른 프로그램이 시트를 지웠습니다", workbook.Origin), again)
	case was.Format != workbook.OriginFormat:
		r.add(CodeOrigin, "", diag.T("%s was made by another version of this program", "%s: 이 프로그램의 다른 판에서 만든 통합문서입니다", path.Base(r.Name)),
			diag.T("it has the format %s, this version reads %s", "통합문서의 형식은 %s이고 이 판은 %s 형식을 읽습니다", clip(was.Format), workbook.OriginFormat), again)
	case was.Project != r.Project.Info.ID:
		r.add(CodeProject, "", diag.T("%s belongs to the project %s, not to %s", "%[1]s: %[3]s 과제가 아니라 %[2]s 과제의 통합문서입니다", path.Base(r.Name), clip(was.Project), r.Project.Info.ID),
			diag.Text{}, diag.T("name the project file that the workbook was made from", "이 통합문서를 만든 과제 파일을 지정하십시오"))
	case r.Book.Sheets[workbook.Award] != nil:
		r.add(CodeAward, "", diag.T("%s shows awarded amounts, the project file holds what was asked for", "%s: 통합문서에는 확정 금액이, 과제 파일에는 신청 금액이 있습니다", path.Base(r.Name)),
			diag.T("an amount that was cut cannot be taken back into the amount it was cut from", "감액된 금액은 감액 전 금액으로 되돌릴 수 없습니다"), again)
	default:
		r.exported = index(was.Values)
		for _, text := range was.Ranges {
			if area, ok := xlsx.ParseArea(text); ok {
				r.ranges = append(r.ranges, area)
			}
		}
		return true
	}
	return false
}

// values are the cells of a workbook as it was made, by table and row.
type values map[string]*rows

type rows struct {
	order []string                     // ids as written
	cells map[string]map[string]string // by small letters of the id and by column
	ids   map[string]string            // ids as written, by their small letters
}

func index(list []workbook.ExportedValue) values {
	out := values{}
	for _, v := range list {
		t := out[v.Table]
		if t == nil {
			t = &rows{cells: map[string]map[string]string{}, ids: map[string]string{}}
			out[v.Table] = t
		}
		key := strings.ToLower(v.ID)
		if t.cells[key] == nil {
			t.cells[key], t.ids[key] = map[string]string{}, v.ID
			t.order = append(t.order, v.ID)
		}
		t.cells[key][v.Column] = v.Text
	}
	return out
}

// row returns the cells of a row, or nil.
func (v values) row(table, id string) map[string]string {
	if t := v[table]; t != nil {
		return t.cells[strings.ToLower(id)]
	}
	return nil
}

// spelled returns an id as it was written, or what is asked.
func (v values) spelled(table, id string) string {
	if t := v[table]; t != nil && t.ids[strings.ToLower(id)] != "" {
		return t.ids[strings.ToLower(id)]
	}
	return id
}

func (v values) ids(table string) []string {
	if t := v[table]; t != nil {
		return t.order
	}
	return nil
}

// add reports something about the workbook; cell is as CostLines!F12 or empty.
func (r *reader) add(code, cell string, message, why, fix diag.Text) {
	if cell != "" {
		message = diag.T("%s: %s", "%s: %s", cell, message)
	}
	severity := diag.Blocking
	if code == CodeFixed {
		severity = diag.Warning
	}
	if len(r.found) == maxFindings {
		r.left++
		return
	}
	r.found.Add(diag.Finding{Code: code, Severity: severity, Place: diag.Place{File: path.Base(r.Name)}, Message: message, Why: why, Fix: fix})
}

// maxFindings is how many findings are shown: a hostile workbook has one in every
// cell.
const maxFindings = 200

// clip shortens text of the workbook for a message.
func clip(text string) string {
	const most = 60
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most-1]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
