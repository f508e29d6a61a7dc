package agreement

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// priorityArticles are the articles that can give the Korean side results or
// their first use; what others give concerns equipment or what is joint already.
var priorityArticles = []string{"ownership", "access", "exploitation"}

// priority checks that the contract lets the Korean side own results or use
// them first. The Decree obliges the ministry to support this and not
// the parties to agree on it, so the call's setting decides how much it weighs.
func (p *Plan) priority(in Inputs) diag.List {
	if p.Article("ownership") == nil {
		return nil
	}
	kept := slices.ContainsFunc(p.Articles(), func(a *Article) bool {
		return slices.Contains(priorityArticles, a.Option.Slot) && slices.Contains([]string{"owns", "share", "first_right"}, a.Option.Head.KoreanPriority)
	})
	if kept {
		return nil
	}
	path := source.Child(source.Child(p.Agreement.Path, "clauses"), "ownership")
	f := diag.Finding{
		Code: "X-09", Severity: diag.Warning, Path: path, Place: in.Project.File.Place(path),
		Message: diag.T("the contract gives the Korean side neither ownership of results nor a first right to use them", "계약상 국내 기관이 연구개발성과를 소유하지도 우선 실시하지도 못합니다"),
		Why:     diag.T("in joint research with an institution abroad the ministry is to support one of the two (Enforcement Decree, Art. 32(2)); a contract with neither may be sent back", "외국 기관과의 공동연구에서 중앙행정기관은 국내 기관의 소유 또는 우선 실시를 지원하여야 합니다(시행령 제32조제2항). 어느 것도 없는 계약은 보완을 요구받을 수 있습니다"),
		Fix:     diag.T("choose another option for ownership, or an access option with a first right", "ownership의 다른 선택지나 우선 실시권이 있는 access 선택지를 고르십시오"),
	}
	if in.StrictIP {
		f.Severity = diag.Unmet
	}
	return diag.List{f}
}
