package generator

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/readback"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/sheet"
	"pactwright/generator/workbook"
)

// Templates of the sheets of text: the notes, and a folder in which every file
// is a sheet of its name.
const (
	notesFile   = "documents/budget/notes.md.tmpl"
	notesSheet  = "Notes"
	sheetsDir   = "documents/budget/sheets"
	sheetEnding = ".md.tmpl"
	maxSheets   = 30 // of text; a reader of the workbook refuses more than 64 in all
)

// workbook makes the budget workbook as a file.
func (s *state) workbook() ([]byte, error) {
	book, err := s.book()
	if book.Book() == nil || err != nil {
		return nil, err
	}
	data, err := xlsx.Write(book)
	if err != nil {
		return nil, err
	}
	var found diag.List
	s.figures, found = readback.Workbook(workbookFile, data, s.model())
	s.found.Add(found...)
	return data, nil
}

// book makes the budget workbook, or none if something blocks.
func (s *state) book() (sheet.Checked, error) {
	files, err := s.layers.All(wordsFile)
	if err != nil {
		return sheet.Checked{}, err
	}
	sheets, found, err := s.sheetTemplates()
	if err != nil {
		return sheet.Checked{}, err
	}
	phrases, more := merge.ReadPhrasebook(files)
	found = append(append(found, more...), unusedWords(phrases, sheets)...)
	s.used = append(append(s.used, files...), sheets...)
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	notes := merge.NewNotes(base, s.project, s.budget, s.call, s.law)
	before := len(s.found)
	words := s.fillWords(phrases, &notes)
	o := workbook.Options{Headings: s.opts.Headings, Thousands: s.opts.Thousands, Form: s.form()}
	for _, file := range sheets {
		o.Prose = append(o.Prose, s.prose(file, words, notes))
	}
	s.found.Add(found...)
	if blocks(s.found[before:], s.opts.Draft) {
		return sheet.Checked{}, nil
	}
	book, found := workbook.Budget(s.project, s.budget, words, o)
	s.found.Add(found...)
	return book, nil
}

// model is what the figures of the workbook are compared with.
func (s *state) model() readback.Model {
	return readback.Model{Project: s.project, Budget: s.budget, Form: s.call.BudgetForm}
}

// form is the agency's form as the workbook takes it.
func (s *state) form() workbook.Form {
	form := s.call.BudgetForm
	out := workbook.Form{Unit: form.Unit.In(s.call.Currency), Note: form.Note.Diag()}
	for _, r := range form.Rows {
		out.Rows = append(out.Rows, workbook.FormRow{Name: r.Name.Diag(), Categories: r.Categories, Money: r.Money})
	}
	return out
}

// blocks reports whether findings keep something from being made. A draft is
// made in spite of gaps.
func blocks(found diag.List, draft bool) bool {
	return found.Has(diag.Blocking) && !onlyGaps(found, draft)
}

// sheetTemplates returns the templates of the sheets of text in the order of the
// sheets: those of the folder by name, and the notes.
func (s *state) sheetTemplates() ([]library.File, diag.List, error) {
	names, err := s.layers.List(sheetsDir)
	if err != nil {
		return nil, nil, err
	}
	var found diag.List
	var out []library.File
	for _, name := range names {
		if strings.HasPrefix(name, ".") {
			continue
		}
		file := path.Join(sheetsDir, name)
		if !strings.HasSuffix(name, sheetEnding) || len(out) == maxSheets {
			found.Add(noSheet(file, len(out) == maxSheets))
			continue
		}
		f, err := s.layers.Read(file)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, f)
	}
	notes, err := s.layers.Read(notesFile)
	return append(out, notes), found, err
}

// noSheet reports a file that makes no sheet.
func noSheet(file string, tooMany bool) diag.Finding {
	f := diag.Finding{
		Code: workbook.CodeSheet, Severity: diag.Blocking, Template: diag.Place{File: file},
		Message: diag.T("%s is not the template of a sheet", "%s: 시트 서식 파일이 아닙니다", file),
		Fix:     diag.T("give it a name that ends in %s, or move it elsewhere", "이름을 %s로 끝나게 하거나 다른 곳으로 옮기십시오", sheetEnding),
	}
	if tooMany {
		f.Message = diag.T("the budget workbook takes at most %d sheets of text", "예산 통합문서에 넣을 수 있는 글 시트는 %d개까지입니다", maxSheets)
		f.Fix = diag.T("put several of them on one sheet", "여러 시트를 하나로 합치십시오")
	}
	return f
}

// prose fills the template of one sheet in the languages that it has.
func (s *state) prose(file library.File, words workbook.Words, notes merge.Notes) workbook.Prose {
	out := workbook.Prose{Name: sheetName(file.Path), Place: diag.Place{File: file.Path, Line: 1}}
	in := s.wording(notes)
	in.Type = &library.DocumentType{ID: "budget", Body: file}
	in.Phrases = words
	in.Meta = doc.Document{Title: out.Name, Paper: doc.A4}
	for _, in.Lang = range merge.Languages(file) {
		symbolic, found := merge.Document(in)
		s.found.Add(found...)
		resolved, found := doc.Resolve(symbolic, s.glossary)
		s.found.Add(found...)
		s.found.Add(readback.Amounts(workbookFile, resolved, s.known)...)
		out.Texts = append(out.Texts, resolved)
	}
	return out
}

// sheetName is the name of a file without its ending. Some systems take the
// syllables of Korean names apart.
func sheetName(file string) string {
	if file == notesFile {
		return notesSheet
	}
	return norm.NFC.String(strings.TrimSuffix(path.Base(file), sheetEnding))
}

// asWorkbook is the name of a document as a workbook.
func asWorkbook(file string) string { return strings.TrimSuffix(file, ".pdf") + ".xlsx" }

// workbookOf makes a document again as a workbook, to copy from.
func (s *state) workbookOf(d document) ([]byte, error) {
	book, problems := workbook.Document(d.typ.ID, s.project.Info.ID, s.call.Currency, d.settled)
	if len(problems) > 0 {
		return nil, problems[0]
	}
	return xlsx.Write(book)
}
