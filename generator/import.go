package generator

import (
	"archive/zip"
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/intake"
	"pactwright/generator/render/xlsx"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// Imported is what an edited workbook or document changes in a project file. The
// outcome is that of the changed file, with what was found in what came back.
type Imported struct {
	Outcome
	Changes []diag.Text // in words
	Diff    string      // of the project file, with three lines around each change
	Text    []byte      // the changed project file; nil if nothing is to be written
}

// Import compares an edited budget workbook with the project file and changes
// the text of the file in memory, all or nothing. The changed file is checked as
// Check does; conditions that it does not meet do not keep it from being
// written.
func Import(w World, o Options, name string, data []byte) (Imported, error) {
	current := o
	current.Draft = true // a project whose contracts have gaps has a budget
	s, err := load(w, current)
	if err != nil {
		return Imported{}, err
	}
	out := Imported{Outcome: Outcome{Lang: s.lang()}}
	if s.file != nil {
		out.Source = s.file.Data
	}
	out.Findings, err = s.importable()
	if err != nil || out.Findings.Has(diag.Blocking) {
		return out, err
	}
	out.Project = s.project.Info.ID
	in, found, err := s.intake(name, data)
	if err != nil || found.Has(diag.Blocking) {
		out.Findings = found
		return out, err
	}
	result := intake.Compare(in)
	out.Findings = result.Found
	for _, c := range result.Changes {
		out.Changes = append(out.Changes, c.Text())
	}
	if len(result.Edits) == 0 {
		return out, nil
	}
	text, found := source.Patch(s.file, result.Edits)
	out.Findings.Add(found...)
	if found.Has(diag.Blocking) {
		return out, nil
	}
	return out, out.settle(w, o, text)
}

// importable returns what keeps the project from being compared with a workbook.
func (s *state) importable() (diag.List, error) {
	found := s.settled()
	if found.Has(diag.Blocking) || s.project == nil || s.budget == nil {
		return found, nil
	}
	if s.budget.Requested != nil {
		return diag.List{{
			Code: intake.CodeAward, Severity: diag.Blocking, Place: s.file.Place("award"), Path: "award",
			Message: diag.T("the workbook shows what was awarded, the project file holds what was asked for", "통합문서에는 확정 금액이, 과제 파일에는 신청 금액이 있습니다"),
			Why:     diag.T("a change of an awarded amount cannot be taken back into the amount it was cut from", "확정 금액을 고친 값은 감액 전 금액으로 되돌릴 수 없습니다"),
			Fix:     diag.T("change the award in the project file", "과제 파일의 award에서 고치십시오"),
		}}, nil
	}
	return nil, nil
}

// intake reads the workbook and makes the one that the project file as it is now
// would give.
func (s *state) intake(name string, data []byte) (intake.Input, diag.List, error) {
	book, err := xlsx.ReadBook(data)
	if err != nil {
		return intake.Input{}, diag.List{notWorkbook(name, err)}, nil
	}
	made, err := s.book()
	if err != nil || made.Book() == nil {
		return intake.Input{}, s.settled(), err
	}
	in := intake.Input{Name: name, Book: book, Project: s.project, Current: workbook.OriginOf(made.Book())}
	for _, c := range s.budget.Categories {
		in.Categories = append(in.Categories, c.Key)
	}
	return in, nil, nil
}

// notWorkbook words why a file cannot be read. One that is named neither as a
// workbook nor as a Word document is told so, since either was expected.
func notWorkbook(name string, err error) diag.Finding {
	name = path.Base(name)
	f := diag.Finding{
		Code: intake.CodeFile, Severity: diag.Blocking, Place: diag.Place{File: name},
		Message: diag.T("%s cannot be read as a workbook", "%s: 통합문서로 읽을 수 없습니다", name),
		Why:     diag.T("%s", "파일을 여는 중 오류가 났습니다(%s)", err),
		Fix:     diag.T("give the .xlsx file that was made from the project; save it again as .xlsx if another program wrote it", "과제에서 만든 .xlsx 파일을 지정하십시오. 다른 프로그램으로 저장했다면 .xlsx로 다시 저장하십시오"),
	}
	if errors.Is(err, zip.ErrFormat) {
		f.Why = diag.T("it is no workbook (.xlsx), or it is protected by a password", "통합문서(.xlsx)가 아니거나 암호가 걸려 있습니다")
	}
	if ending := strings.ToLower(path.Ext(name)); ending != ".xlsx" && ending != ".xlsm" {
		f.Message = diag.T("%s is neither a workbook (.xlsx) nor a Word document (.docx)", "%s: 통합문서(.xlsx)도 Word 문서(.docx)도 아닙니다", name)
		f.Why = diag.T("only these two kinds can be taken back; a PDF, a Hangul file or an old .doc cannot", "이 두 형식만 과제 파일에 반영할 수 있습니다. PDF, 한글 파일, 이전 형식의 .doc 파일은 반영할 수 없습니다")
		f.Fix = diag.T("ask for the Word file that was edited, or save the file as .docx; or write the changes into the project file, words of a contract under edits:", "수정한 Word 파일을 받거나 .docx로 다시 저장하십시오. 또는 바뀐 내용을 과제 파일에 직접 쓰십시오. 계약 문구는 edits:에 씁니다")
	}
	return f
}

// settle checks the changed file. What was found in what came back stays in front.
func (i *Imported) settle(w World, o Options, text []byte) error {
	before := i.Source
	name := path.Base(w.Name)
	w.Text = text
	after, err := Check(w, o)
	if err != nil {
		return err
	}
	found := append(i.Findings, after.Findings...)
	i.Outcome = after
	i.Findings = found
	i.Diff = string(unified(name, "imported", before, text))
	if !slices.ContainsFunc(found, keepsOut) {
		i.Text = text
	}
	return nil
}

// keepsOut reports whether a finding keeps a changed file from being written. That
// the other language of a contract does not yet say the same does not: it can only
// be mended there.
func keepsOut(f diag.Finding) bool { return f.Severity == diag.Blocking && f.Code != doc.CodeParity }

// unified is the difference of two texts as patch programs read it.
func unified(name, how string, before, after []byte) []byte {
	_, text, _ := bytes.Cut(diff.Diff(name, before, name+" ("+how+")", after), []byte("\n"))
	return text
}
