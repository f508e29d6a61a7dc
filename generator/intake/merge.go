package intake

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// merge compares the rows of a table with those that were exported and with
// those of the project file.
func (r *reader) merge(t table) {
	present := map[string]bool{}
	for _, one := range t.rows {
		present[strings.ToLower(one.id)] = true
		was, is := r.exported.row(t.Name, one.id), r.current.row(t.Name, one.id)
		switch {
		case was == nil && is == nil:
			r.newRow(t, one)
		case was == nil:
			r.addedTwice(t, one, is)
		case is == nil:
			r.goneMeanwhile(t, one, was)
		default:
			r.changedRow(t, one, was, is)
		}
	}
	for _, id := range r.exported.ids(t.Name) {
		if !present[strings.ToLower(id)] {
			r.missingRow(t, id)
		}
	}
}

// merged is what the columns of a row come to.
type merged struct {
	text    map[string]string // by name, in the form of the workbook
	changed map[string]bool
	failed  bool // something was reported
}

// changedRow takes over the cells that were changed in the workbook only.
func (r *reader) changedRow(t table, one row, was, is map[string]string) {
	m := merged{text: map[string]string{}, changed: map[string]bool{}}
	moved := false
	for _, c := range t.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			m.text[name] = is[name]
			if before, input := was[name]; input {
				r.field(&m, c, one.cells[name], name, before, is[name])
			}
			moved = moved || c.Parent && m.changed[name]
		}
	}
	switch {
	case m.failed:
	case moved:
		r.moveRow(t, one, m, is)
	default:
		for _, c := range t.Columns {
			r.apply(t, c, one, m, is)
		}
	}
}

// field compares one cell with what was exported and with the project file.
func (r *reader) field(m *merged, c workbook.Column, now cell, name, was, is string) {
	text, p := r.value(c, now)
	stray := c.List == workbook.PaymentIDs && !p.none()
	switch {
	case now.Formula != "":
		r.formula(now)
	case !stray && (r.verbatim(c, now, was) || p.none() && same(c, text, was)):
		return
	case !c.Fixed.IsZero():
		r.notTaken(c, now, was)
		return
	case !p.none():
		r.add(CodeValue, now.address, p.message, diag.Text{}, p.fix)
	case text == "" && c.Required:
		r.empty(now)
	case same(c, text, is):
		return
	case !same(c, is, was):
		r.add(CodeConflict, now.address, diag.T("changed in the workbook to %s and in the project file to %s", "통합문서와 과제 파일에서 서로 다르게 바뀌었습니다. 통합문서: %s, 과제 파일: %s", quoted(c, text), quoted(c, is)),
			diag.T("the workbook was made with %s", "통합문서를 만들 때의 값: %s", quoted(c, was)),
			diag.T("decide which one is right and write it into both", "어느 값이 맞는지 정하여 두 곳에 같은 값을 쓰십시오"))
	default:
		m.text[name], m.changed[name] = text, true
		return
	}
	m.failed = true
}

// verbatim reports whether a cell holds exactly what was exported, so that it
// need not be understood. A day number means another day if days count from 1904.
func (r *reader) verbatim(c workbook.Column, now cell, was string) bool {
	return now.Value == was && !(c.Kind == workbook.Date && r.Book.Date1904)
}

// same compares two values in the form of the workbook. Numbers are compared as
// far as a cell can tell them apart.
func same(c workbook.Column, a, b string) bool {
	switch c.Kind {
	case workbook.Number, workbook.Percent:
		return a != "" && b != "" && significant(a, 15) == significant(b, 15) || a == b
	case workbook.Bilingual:
		return tidy(a) == tidy(b)
	case workbook.Word:
		return word(a) == word(b)
	}
	return a == b
}

func (r *reader) formula(c cell) {
	r.add(CodeFormula, c.address, diag.T("a formula stands where a value is needed", "값을 쓸 셀에 수식이 있습니다"),
		diag.T("the project file holds values only", "과제 파일에는 값만 둡니다"),
		diag.T("type the value, or paste it as a value", "값을 입력하거나 값으로 붙여 넣으십시오"))
}

func (r *reader) empty(c cell) {
	r.add(CodeEmpty, c.address, diag.T("the cell is empty, but the value is needed", "필요한 값이 비어 있습니다"), diag.Text{},
		diag.T("type the value, or clear the whole row with its id to remove it", "값을 입력하거나, 행을 없애려면 ID까지 모두 지우십시오"))
}

func (r *reader) notTaken(c workbook.Column, now cell, was string) {
	typed := now.Value
	if text, p := r.value(c, now); p.none() {
		typed = quoted(c, text).EN
	} else {
		typed = clip(typed)
	}
	r.add(CodeFixed, now.address, diag.T("not taken back: %s; typed: %s, made with: %s", "반영하지 않음(%s). 입력: %s, 만들 때의 값: %s", c.Fixed, typed, quoted(c, was)),
		diag.T("only values of the budget are taken from the workbook", "통합문서에서는 예산의 값만 가져옵니다"),
		diag.T("change it where it comes from, if it is wrong", "값이 틀렸다면 원래 자리에서 고치십시오"))
}

// newRow takes over a row that stands neither in the project file nor in what
// was exported.
func (r *reader) newRow(t table, one row) {
	m := merged{text: map[string]string{}, changed: map[string]bool{}}
	for _, c := range t.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			m.failed = !r.typed(&m, c, one.cells[name], name) || m.failed
		}
	}
	if m.failed {
		return
	}
	item, parent, ok := r.item(t, one, m)
	if ok {
		r.plan.append(t, parent, one.id, item)
		r.changes = append(r.changes, Change{Cell: t.sheet + "!" + one.at.String(), Path: r.listOf(t, parent), Row: diag.T("new row %s", "새 행 %s", one.id)})
	}
}

// typed reads a cell of a new row.
func (r *reader) typed(m *merged, c workbook.Column, now cell, name string) bool {
	if !c.Fixed.IsZero() {
		return true
	}
	text, p := r.value(c, now)
	switch {
	case now.Formula != "":
		r.formula(now)
	case !p.none():
		r.add(CodeValue, now.address, p.message, diag.Text{}, p.fix)
	case text == "" && c.Required:
		r.empty(now)
	default:
		m.text[name] = text
		return true
	}
	return false
}

// addedTwice looks at a row that is new in the workbook and in the project file.
func (r *reader) addedTwice(t table, one row, is map[string]string) {
	m := merged{text: map[string]string{}, changed: map[string]bool{}}
	for _, c := range t.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			input, known := is[name]
			_, shown := one.cells[name]
			if !known || !shown || !c.Fixed.IsZero() || !r.typed(&m, c, one.cells[name], name) || same(c, m.text[name], input) {
				continue
			}
			r.add(CodeConflict, one.cells[name].address, diag.T("the row %s is new in the workbook with %s and new in the project file with %s", "통합문서와 과제 파일에 각각 추가된 행 %s의 값이 다릅니다. 통합문서: %s, 과제 파일: %s", one.id, quoted(c, m.text[name]), quoted(c, input)),
				diag.Text{}, diag.T("give the row of the workbook another id, or write the same values into both", "통합문서의 행에 다른 ID를 쓰거나 두 곳에 같은 값을 쓰십시오"))
		}
	}
}

// goneMeanwhile looks at a row that was taken out of the project file since.
func (r *reader) goneMeanwhile(t table, one row, was map[string]string) {
	for _, c := range t.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			before, input := was[name]
			now := one.cells[name]
			if text, p := r.value(c, now); !input || r.verbatim(c, now, before) || p.none() && same(c, text, before) {
				continue
			}
			r.add(CodeConflict, now.address, diag.T("changed to %s, but the project file has no row %s any more", "통합문서에서 바뀌었으나(%s) 과제 파일에는 이 행이 더는 없습니다: %s", clip(now.Value), one.id),
				diag.T("the workbook was made with %s", "통합문서를 만들 때의 값: %s", quoted(c, before)),
				diag.T("delete the row here, or put it back into the project file", "이 행을 지우거나 과제 파일에 행을 되살리십시오"))
		}
	}
}

// missingRow removes a row that was deleted in the workbook.
func (r *reader) missingRow(t table, id string) {
	was, is := r.exported.row(t.Name, id), r.current.row(t.Name, id)
	item := t.Find(r.Project.File.Root, id)
	switch {
	case isFixed(t.Table):
		r.add(CodeName, "", diag.T("the row %s of the sheet %s cannot be found", "시트 %[2]s에서 찾을 수 없는 행: %[1]s", id, t.sheet),
			diag.T("its id was changed or the row was deleted; %s", "ID가 바뀌었거나 행이 삭제되었습니다. %s", t.Fixed), diag.T("undo the change", "되돌리십시오"))
	case is == nil || item == nil:
	case r.differs(t, was, is):
		r.add(CodeConflict, "", diag.T("the row %s was deleted on the sheet %s, but changed in the project file", "행 %s: 시트 %s에서는 삭제되었으나 과제 파일에서는 바뀌었습니다", id, t.sheet), diag.Text{},
			diag.T("delete it in the project file, too, or put it back into the workbook", "과제 파일에서도 지우거나 통합문서에 행을 되살리십시오"))
	case r.plan.goes(item.Path):
	default:
		r.plan.remove(item.Path)
		r.edits = append(r.edits, source.Remove(item.Path))
		r.changes = append(r.changes, Change{Path: item.Path, Row: diag.T("row %s removed, it is no longer on the sheet %s", "행 %s 삭제(시트 %s에 없음)", id, t.sheet)})
	}
}

func (r *reader) differs(t table, was, is map[string]string) bool {
	for _, c := range t.Columns {
		for _, name := range c.Names(len(r.Project.Phases)) {
			if before, input := was[name]; input && c.Fixed.IsZero() && !same(c, before, is[name]) {
				return true
			}
		}
	}
	return false
}
