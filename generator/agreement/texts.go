package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// signedText checks that the text that is signed is among those that are made;
// both texts may stand side by side in one document.
func (p *Plan) signedText(pr *project.Project) diag.List {
	signed := []string{p.Agreement.Signed}
	if p.Agreement.Signed == "both" {
		signed = []string{"en", "ko"}
		if slices.Contains(p.Agreement.Texts, "en-ko") {
			return nil
		}
	}
	var missing []string
	for _, text := range signed {
		if text != "" && !slices.Contains(p.Agreement.Texts, text) {
			missing = append(missing, text)
		}
	}
	if len(missing) == 0 || len(p.Agreement.Texts) == 0 {
		return nil
	}
	path := source.Child(p.Agreement.Path, "texts")
	names := strings.Join(missing, ", ")
	return diag.List{{
		Code: "AGR-TEXTS", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
		Message: diag.T("the signed text %s is not among the texts that are made", "서명할 언어본 %s 값이 texts에 없습니다", names),
		Why:     diag.T("without it there is no copy to sign", "서명할 문서가 만들어지지 않습니다"),
		Fix:     diag.T("add %s to texts, or change signed_text", "texts에 %s 값을 넣거나 signed_text를 고치십시오", names),
	}}
}
