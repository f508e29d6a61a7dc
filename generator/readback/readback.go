// Package readback reads the figures of a pack back from the bytes of its PDF
// files and its workbook and compares them with the model. It imports no code
// that writes either, so that one mistake cannot stand on both sides.
//
// What is proved, and how far:
//
//   - [Amounts]: every typed amount of a settled document is an amount of the
//     budget, a parameter of the contract or a value of the project file, and
//     the figures and words that stand for it have its value;
//   - [Document]: the text of a PDF holds every figure of the settled document
//     as often as the document prints it, and no other. Figures are numbers of
//     any form and amounts in words of either language. They are compared as
//     they are printed, and counted over the document, not place by place: two
//     figures that have changed places are not found. Running heads, heads of
//     tables and contents pages may repeat theirs, and the page numbers of a
//     contents page may hide that another whole number of as few digits changed.
//     In a chart its title, its words and every value that it prints are compared
//     with its data, as the document has them. It may leave values out that do
//     not fit, and may have six round numbers at its axis and the name of their
//     unit; lengths of bars and columns are not measured;
//   - [Workbook]: every number that the model knows stands in the cell that
//     names and row labels lead to, as exactly as a spreadsheet can hold it. The
//     sheet of checks, and which rows keep their rules, are worked out again from
//     their own cells. A number in any other cell is a warning, but on sheets to
//     which no names lead: those of text and the hidden one of what was exported.
//
// The text of a PDF is what its fonts say that the characters mean; that they
// are drawn so is not read here.
package readback

import (
	"errors"

	"pactwright/generator/diag"
	"pactwright/generator/readback/cells"
	"pactwright/generator/readback/pdftext"
)

// Count is how many figures were read back, in how many documents.
type Count struct{ Figures, Documents int }

// Add counts one more document.
func (c *Count) Add(figures int) {
	c.Figures += figures
	c.Documents++
}

// Codes of findings.
const (
	CodeAmount = "FIG-AMOUNT" // an amount of a document that the model does not have
	CodeCell   = "FIG-CELL"   // a cell of the workbook that is not what the model has
	CodePDF    = "FIG-PDF"    // a figure of a PDF that is not what the document has
	CodeMore   = "FIG-MORE"   // a number of the workbook that the model does not know
	CodeRead   = "FIG-READ"   // a file that cannot be read back
)

// mostFindings bounds the findings about one file; one more says how many are
// left out.
const mostFindings = 20

// rebuild is what to do about a file that disagrees.
func rebuild() diag.Text {
	return diag.T("build the pack again, or get the file from whoever sent the pack; do not use the pack while a figure differs",
		"팩을 다시 만들거나 보낸 곳에서 파일을 다시 받으십시오. 수치가 다른 팩은 쓰지 마십시오")
}

// unreadable reports a file that cannot be read back.
func unreadable(file string, err error) diag.Finding {
	why := diag.T("the file is damaged", "파일이 손상되었습니다")
	switch {
	case errors.Is(err, pdftext.ErrTooLarge) || errors.Is(err, cells.ErrTooLarge):
		why = diag.T("it is larger than any file that is made here", "여기서 만드는 어떤 파일보다도 큽니다")
	case errors.Is(err, pdftext.ErrForm):
		why = diag.T("it has a form in which no file is made here", "여기서 만들지 않는 형식입니다")
	}
	message := diag.T("the figures of %s cannot be read back", "%s: 금액과 수치를 다시 읽을 수 없습니다", file)
	var page *pdftext.PageError
	if errors.As(err, &page) {
		message = diag.T("the figures of %s, page %d, cannot be read back", "%s, %d쪽: 금액과 수치를 다시 읽을 수 없습니다", file, page.Page)
	}
	return diag.Finding{
		Code: CodeRead, Severity: diag.Blocking, Place: diag.Place{File: file},
		Message: message, Why: why, Fix: rebuild(),
	}
}

// fewer shortens a long list of findings about one file.
func fewer(file string, found diag.List) diag.List {
	left := len(found) - mostFindings
	if left <= 0 {
		return found
	}
	last := found[mostFindings-1]
	found = found[:mostFindings]
	last.Path, last.Why = "", diag.Text{}
	last.Message = diag.T("%s: %d more figures differ", "%s: 그 밖에 수치 %d개가 더 다릅니다", file, left)
	return append(found, last)
}
