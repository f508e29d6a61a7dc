// Package workbook makes the budget workbook: the budget as sheets with live
// formulas, whose values are those of the model. The numbers of a cell and its
// formula follow the same rules, so that a spreadsheet that recalculates the
// file arrives at the figures of the documents.
//
// Every word comes from the templates; headings stand in Korean and English in
// one cell.
package workbook

import (
	"regexp"
	"slices"
	"strings"

	"pactwright/generator/budget"
	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
)

// Codes of findings, all of them blocking.
const (
	CodeWord  = "WB-WORD"  // a word that the templates lack
	CodeID    = "WB-ID"    // an id that formulas would misread
	CodeCell  = "WB-CELL"  // something that no spreadsheet could hold
	CodeKey   = "WB-KEY"   // a word that the workbook does not use
	CodeSheet = "WB-SHEET" // a sheet of text that cannot be one
)

// Names of the sheets.
const (
	Summary       = "Summary"
	Inputs        = "Inputs"
	Rates         = "Rates"
	Personnel     = "Personnel"
	CostLines     = "CostLines"
	ByInstitution = "ByInstitution"
	ByCategory    = "ByCategory"
	ByYear        = "ByYear"
	Award         = "Award"
	Paste         = "Paste"
	Overseas      = "Overseas"
	Payments      = "Payments"
	Bases         = "Bases"
	Checks        = "Checks"
)

// Budget returns the budget as a workbook. A word that is missing and an id that
// formulas would misread are findings; there is no workbook then.
func Budget(p *project.Project, b *budget.Budget, words Words, o Options) (sheet.Checked, diag.List) {
	m := newMaker(p, b, words, o)
	m.make(o)
	found := append(m.findings, m.words.findings...)
	if found.Has(diag.Blocking) {
		return sheet.Checked{}, found
	}
	checked, problems := m.book.Checked()
	return checked, append(found, m.found(problems)...)
}

// make fills the sheets. Those that name others come after them.
func (m *maker) make(o Options) {
	m.checkIDs()
	m.makeInputs()
	m.makeRates()
	m.makePersonnel()
	m.makeCostLines()
	m.makePayments()
	m.makeOverseas()
	m.makeBases()
	m.makeByInstitution()
	m.makeByCategory()
	if m.hasYears() {
		m.makeByYear()
	}
	if m.b.Requested != nil {
		m.makeAward()
	}
	if len(m.form.Rows) > 0 {
		m.makePaste()
	}
	m.makeChecks()
	m.makeProse(o.Prose)
	m.makeSummary()
	m.settleStatus()
	m.makeOrigin()
}

// maker holds what the sheets share.
type maker struct {
	p        *project.Project
	b        *budget.Budget
	words    *dictionary
	book     *sheet.Workbook
	sources  []string // columns, cash before in kind
	rowKeys  []string // rows of an institution: categories and their sums
	findings diag.List

	in     inputCells
	bases  map[basisKey]int // rows of the sheet Bases
	checks []check
	prose  []proseSheet
	form   Form
	status []statusCell
}

func newMaker(p *project.Project, b *budget.Budget, words Words, o Options) *maker {
	m := &maker{p: p, b: b, words: newDictionary(words, o.Headings), bases: map[basisKey]int{}, form: o.Form}
	m.sources = []string{project.Government, project.OwnCash}
	if b.HasSource(project.Other) {
		m.sources = append(m.sources, project.Other)
	}
	m.sources = append(m.sources, project.OwnInKind)
	m.rowKeys = slices.Concat(m.categories(true), []string{directKey}, m.categories(false), []string{totalKey})
	m.book = &sheet.Workbook{
		Title:    m.words.both("title"),
		Subject:  join(diag.Text{EN: p.Info.Title.EN, KO: p.Info.Title.KO}, " / "),
		Language: "ko-KR",
		Currency: b.Currency,
	}
	if o.Headings == diag.English {
		m.book.Language = "en-US"
	}
	for _, s := range m.tables() {
		made := &sheet.Sheet{Name: s.name, Role: s.role, Protected: true}
		if o.Thousands && s.name != Checks && s.name != Paste { // these have a unit of their own
			made.Unit = sheet.Thousands
		}
		m.book.Sheets = append(m.book.Sheets, made)
	}
	return m
}

// tableSheet is a sheet that the program makes, with the keys of its words.
type tableSheet struct {
	name string
	role sheet.Role
	key  string
}

// tables lists the sheets in their order.
func (m *maker) tables() []tableSheet {
	all := []tableSheet{
		{Summary, sheet.OutputSheet, "summary"}, {Inputs, sheet.InputSheet, "inputs"}, {Rates, sheet.InputSheet, "rates"},
		{Personnel, sheet.InputSheet, "personnel"}, {CostLines, sheet.InputSheet, "cost_lines"},
		{ByInstitution, sheet.CalculationSheet, "by_institution"}, {ByCategory, sheet.OutputSheet, "by_category"},
		{ByYear, sheet.OutputSheet, "by_year"}, {Overseas, sheet.InputSheet, "overseas"}, {Payments, sheet.InputSheet, "payments"},
		{Award, sheet.OutputSheet, "award"}, {Paste, sheet.OutputSheet, "paste"},
		{Bases, sheet.CalculationSheet, "bases"}, {Checks, sheet.ControlSheet, "checks"},
	}
	left := map[string]bool{ByYear: !m.hasYears(), Award: m.b.Requested == nil, Paste: len(m.form.Rows) == 0}
	return slices.DeleteFunc(all, func(t tableSheet) bool { return left[t.name] })
}

// found turns what no spreadsheet could hold into findings. Those on a sheet of
// text stand at its template.
func (m *maker) found(problems []sheet.Problem) diag.List {
	var found diag.List
	for _, p := range problems {
		f := diag.Finding{
			Code: CodeCell, Severity: diag.Blocking,
			Message: diag.Text{EN: p.Place + ": " + p.EN, KO: p.Place + ": " + p.KO},
		}
		name, _, cell := strings.Cut(p.Place, "!")
		for _, s := range m.prose {
			if !strings.EqualFold(s.name, name) {
				continue
			}
			f.Template = s.place
			if !cell {
				f.Code = CodeSheet
				f.Fix = diag.T("name the template file with letters and digits, as no other sheet is named, or put less on one sheet",
					"서식 파일의 이름을 글자와 숫자로 하고 다른 시트와 겹치지 않게 하거나, 한 시트에 담는 내용을 줄이십시오")
			}
		}
		found.Add(f)
	}
	return found
}

// safeID is what the criteria of SUMIFS take literally: no wildcard, no
// comparison sign, no number.
var safeID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`)

// checkIDs reports ids that formulas would misread. Spreadsheets do not tell
// capital from small letters.
func (m *maker) checkIDs() {
	var parties, phases, payments []named
	for _, in := range m.b.Institutions {
		parties = append(parties, named{in.Party.ID, in.Party.Path + ".id"})
	}
	for i, phase := range m.b.Phases {
		phases = append(phases, named{phase.ID, m.p.Phases[i].Path + ".id"})
	}
	for _, pay := range m.b.Payments {
		payments = append(payments, named{pay.ID, pay.Path + ".id"})
	}
	for _, list := range [][]named{parties, phases, payments} {
		m.checkList(list)
	}
}

// named is an id with the place in the project file where it stands.
type named struct{ id, path string }

func (m *maker) checkList(list []named) {
	seen := map[string]bool{}
	for _, n := range list {
		lower := strings.ToLower(n.id)
		if safeID.MatchString(n.id) && lower != "true" && lower != "false" && !seen[lower] {
			seen[lower] = true
			continue
		}
		f := diag.Finding{
			Code: CodeID, Severity: diag.Blocking, Path: n.path,
			Message: diag.T("formulas cannot tell the id %q from others", "수식에서 구별할 수 없는 ID입니다: %q", n.id),
			Fix: diag.T("begin with a letter, use letters, digits, points and dashes, and no second id that differs by capitals only",
				"영문자로 시작하여 영문자, 숫자, 점, 붙임표만 쓰고 대소문자만 다른 ID는 쓰지 마십시오"),
		}
		if m.p.File != nil {
			f.Place = m.p.File.Place(n.path)
		}
		m.findings.Add(f)
	}
}

// sum returns a total of the budget. All keys come from the budget itself, so
// that it knows each of them.
func (m *maker) sum(party, category, phase, source string) money.Amount {
	a, err := m.b.Sum(party, category, phase, source)
	if err != nil {
		return m.b.Amount(0)
	}
	return a
}

// sumOf adds up the cells of several categories.
func (m *maker) sumOf(party string, categories []string, phase, source string) money.Amount {
	var sum int64
	for _, key := range categories {
		sum += m.sum(party, key, phase, source).Minor()
	}
	return m.b.Amount(sum)
}

// direct and indirect are the keys of the categories.
func (m *maker) categories(direct bool) []string {
	var keys []string
	for _, c := range m.b.Categories {
		if c.Direct == direct {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

func (m *maker) categoryName(key string) diag.Text {
	for _, c := range m.b.Categories {
		if c.Key == key {
			return c.Name
		}
	}
	return diag.Text{}
}
