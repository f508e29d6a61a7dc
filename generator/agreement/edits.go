package agreement

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Frame is the name under which what stands in no article is approved: the title,
// the parties, the signatures.
const Frame = "frame"

// edits takes the edits of the words of a contract, and reports those of articles
// that it does not have, approvals included.
func (p *Plan) edits(in Inputs) diag.List {
	var found diag.List
	known := in.Type.Slots()
	article := diag.T("article", "조항")
	for i := range in.Project.Edits {
		e := &in.Project.Edits[i]
		path := source.Child(e.Path, "article")
		switch {
		case e.Agreement != p.Agreement.ID:
		case !slices.Contains(known, e.Article):
			found.Add(project.UnknownID(in.Project, path, e.Article, article, known))
		case p.Article(e.Article) == nil:
			found.Add(diag.Finding{
				Code: "EDIT-TARGET", Severity: diag.Blocking, Path: path, Place: in.Project.File.Place(path),
				Message: diag.T("the contract %s has no article %s whose words could be changed", "계약 %s에는 문구를 고칠 조항 %s 항목이 없습니다", e.Agreement, e.Article),
				Fix:     diag.T("delete the edit, or choose the article under clauses", "수정 항목을 지우거나 clauses에서 그 조항을 두십시오"),
			})
		default:
			p.Edits = append(p.Edits, e)
		}
	}
	for _, a := range in.Project.Approvals {
		if a.Agreement == p.Agreement.ID && a.Article != Frame && !slices.Contains(known, a.Article) {
			found.Add(project.UnknownID(in.Project, source.Child(a.Path, "article"), a.Article, article, append(slices.Clone(known), Frame)))
		}
	}
	return found
}
