package review

import (
	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Voided warns of approvals of articles of a contract whose words have changed
// since, or that no longer stand in it. The texts are those of the contract in
// English and in Korean.
func Voided(p *project.Project, plan *agreement.Plan, texts []*doc.Resolved) diag.List {
	if !p.Approves(plan.Agreement.ID) {
		return nil
	}
	all := make([][]part, len(texts))
	for i, t := range texts {
		all[i] = parts(t, plan)
	}
	var found diag.List
	for _, a := range p.Approvals {
		if a.Agreement != plan.Agreement.ID {
			continue
		}
		path := source.Child(a.Path, "hash")
		f := diag.Finding{Code: "REV-VOID", Severity: diag.Warning, Path: path, Place: p.File.Place(path)}
		switch hash := hashOf(a.Article, all); {
		case a.Article != frame && plan.Article(a.Article) == nil:
			f.Message = diag.T("the approval of %s by %s is void: the contract %s has no such article", "%[1]s 조항에 대한 %[2]s의 승인은 효력이 없습니다. 계약 %[3]s에 그 조항이 없습니다", a.Article, a.Person, a.Agreement)
			f.Fix = diag.T("delete the approval", "승인 항목을 지우십시오")
		case hash == a.Hash:
			continue
		default:
			f.Message = diag.T("the approval of %s by %s on %s is void: the text has changed since", "%[1]s 조항에 대한 %[2]s의 승인(%[3]s)은 효력이 없습니다. 승인한 뒤 문구가 바뀌었습니다", a.Article, a.Person, a.Date)
			f.Fix = diag.T("have the text as it now stands approved, and write hash: %s", "현재 문구를 다시 승인받은 뒤 hash: %s 로 쓰십시오", hash)
		}
		f.Why = diag.T("an approval holds for exactly the words that were approved", "승인은 승인한 문구에만 효력이 있습니다")
		found.Add(f)
	}
	return found
}
