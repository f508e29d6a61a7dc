package workbook

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/sheet"
)

// Document returns one document as a workbook with one sheet and no formulas, so
// that its values can be copied cell by cell. Amounts of the grant show no code.
func Document(name, project string, grant money.Currency, text *doc.Resolved) (sheet.Checked, []sheet.Problem) {
	s := &sheet.Sheet{Name: name, Role: sheet.OutputSheet}
	for _, width := range proseWidths([]*doc.Resolved{text}) {
		s.Columns = append(s.Columns, sheet.Column{Width: width})
	}
	s.Put(sheet.At(1, titleRow), sheet.Text(text.Title), sheet.TitleStyle)
	s.Print.Header, s.Print.Footer, s.Print.Portrait = text.Title, project, true
	w := &proseWriter{s: s, row: remarkRow + 1}
	for _, b := range text.Blocks {
		w.block(b)
	}
	book := &sheet.Workbook{Title: text.Title, Subject: project, Language: languages[text.Lang], Currency: grant, Sheets: []*sheet.Sheet{s}}
	return book.Checked()
}

var languages = map[diag.Lang]string{diag.Korean: "ko-KR", diag.English: "en-US"}
