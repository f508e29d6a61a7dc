package agreement

import (
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// missing reports a parameter without a value.
func (r reader) missing() diag.Finding {
	f := gap(r.project, r.path, r.param.Title.Diag())
	f.Template = diag.Place{File: r.option.File.Path, Line: r.param.Place.Line, Column: r.param.Place.Column}
	return f
}

func gap(p *project.Project, path string, what diag.Text) diag.Finding {
	return diag.Finding{
		Code: "AGR-PARAM", Severity: diag.Blocking, Gap: true, Path: path, Place: p.File.Place(path),
		Message: diag.T("%s has no value, and the contract prints it", "%s 값이 비어 있는데 계약서에 인쇄됩니다", what),
		Why:     diag.T("a blank in a contract is a term that nobody agreed", "계약서의 빈칸은 합의되지 않은 조건입니다"),
		Fix:     diag.T("give a value for %s", "%s 값을 적으십시오", path),
	}
}

// wrong reports a parameter of the wrong form.
func (r reader) wrong(want diag.Text) diag.Finding {
	f := diag.Finding{
		Code: "AGR-TYPE", Severity: diag.Blocking, Path: r.path, Place: r.project.File.Place(r.path),
		Message: diag.T("%s must be %s", "%s: %s 형식이어야 합니다", r.param.Title.Diag(), want),
		Fix:     diag.T("write %s", "다음 형식으로 쓰십시오: %s", want),
	}
	if !r.chosen {
		f.Template = diag.Place{File: r.option.File.Path, Line: r.param.Place.Line, Column: r.param.Place.Column}
	}
	return f
}
