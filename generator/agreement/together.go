package agreement

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// together checks what must hold between articles: excluded and required
// options, shareholders that are parties, roles and results for every overseas
// party.
func (p *Plan) together(pr *project.Project) diag.List {
	var found diag.List
	for _, a := range p.All() {
		found.Add(p.exclusions(pr, a)...)
		found.Add(p.holders(pr, a)...)
	}
	for _, party := range p.Overseas {
		found.Add(p.substance(pr, party)...)
	}
	for _, party := range p.Parties {
		found.Add(signatories(pr, party)...)
	}
	return found
}

func (p *Plan) exclusions(pr *project.Project, a *Article) diag.List {
	var found diag.List
	path := source.Child(source.Child(p.Agreement.Path, "clauses"), a.Option.Slot)
	for _, b := range p.All() {
		if slices.Contains(a.Option.Head.Excludes, b.Option.ID()) {
			found.Add(diag.Finding{
				Code: "X-51", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
				Message: diag.T("the options %s and %s exclude each other", "선택지 %s, %s 는 함께 쓸 수 없습니다", a.Option.ID(), b.Option.ID()),
				Fix:     diag.T("choose another option for one of the two articles", "두 조항 가운데 하나의 선택지를 바꾸십시오"),
			})
		}
	}
	for _, need := range a.needs() {
		if !p.met(need) {
			found.Add(diag.Finding{
				Code: "AGR-REQUIRES", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
				Message: diag.T("the option %s needs %s, which this contract does not have", "선택지 %s에는 %s 조항이 필요한데 이 계약에 없습니다", a.Option.ID(), need),
				Fix:     diag.T("choose %s, or another option here", "%s 조항을 선택하거나 여기서 다른 선택지를 고르십시오", need),
			})
		}
	}
	return found
}

// holders checks that only parties of the contract hold shares.
func (p *Plan) holders(pr *project.Project, a *Article) diag.List {
	var found diag.List
	for _, param := range a.Option.Head.Params {
		for _, s := range a.Params[param.Name].Shares {
			if s.Party != "" && !p.has(s.Party) {
				path := source.Child(s.Path, "party")
				found.Add(diag.Finding{
					Code: "X-05", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
					Message: diag.T("%s holds a share but is no party of this contract", "%s: 이 계약의 당사자가 아닌데 지분이 있습니다", s.Party),
					Fix:     diag.T("add it to the parties of the contract, or give the share to a party", "계약의 parties에 넣거나 당사자에게 지분을 주십시오"),
				})
			}
		}
	}
	return found
}

// signatories checks that somebody signs for a party: a contract without
// its line would bind nobody.
func signatories(pr *project.Project, party *project.Party) diag.List {
	if len(party.Signatories) > 0 {
		return nil
	}
	path := source.Child(party.Path, "signatories")
	return diag.List{{
		Code: "X-49", Severity: diag.Blocking, Gap: true, Path: path, Place: pr.File.Place(path),
		Message: diag.T("%s has no signatory, so the contract has no line to sign for it", "%s: 서명자가 없어 계약서에 서명란이 생기지 않습니다", party.ID),
		Why:     diag.T("a party is bound only by a person who may sign for it", "당사자는 대표 권한이 있는 사람의 서명으로만 구속됩니다"),
		Fix:     diag.T("add name, title and method under signatories of the party", "당사자의 signatories에 성명, 직위, 방법을 적으십시오"),
	}}
}

// jointRules checks that a contract under which results can belong to several
// parties says how they use, license, transfer and file them.
func (p *Plan) jointRules(pr *project.Project) diag.List {
	if p.Article("ownership") == nil {
		return nil
	}
	var found diag.List
	for _, slot := range []string{"joint-exploitation", "prosecution"} {
		if p.Article(slot) != nil || !slices.Contains(p.Type.Slots(), slot) {
			continue
		}
		path := source.Child(p.Agreement.Path, "clauses")
		found.Add(diag.Finding{
			Code: "X-07", Severity: diag.Blocking, Path: path, Place: pr.File.Place(path),
			Message: diag.T("results can belong to several parties, but the article %s does not stand", "성과가 여러 당사자에게 귀속할 수 있는데 %s 조항이 없습니다", slot),
			Why:     diag.T("without a rule each country's law decides on use, licenses and transfer, and the answers differ; for Korean patents see the Patent Act, Art. 99", "정하지 않으면 실시, 허락, 양도가 나라마다 다른 법에 따라 정해집니다. 국내 특허는 「특허법」 제99조를 보십시오"),
			Fix:     diag.T("name an option for %s, or take a package that keeps it", "%s 조항의 선택지를 적거나 그 조항이 있는 조항 묶음을 쓰십시오", slot),
		})
	}
	return found
}

// rates checks that the exchange rate of each payment abroad says when and where
// it was taken from.
func (p *Plan) rates(pr *project.Project) diag.List {
	var found diag.List
	for _, y := range p.Payments(pr) {
		for _, r := range pr.Budget.Rates {
			if r.Currency != y.Currency {
				continue
			}
			for _, key := range []struct {
				name    string
				missing bool
				what    diag.Text
			}{
				{"date", r.Date.IsZero(), diag.T("day", "기준일")},
				{"source", r.Source.EN == "" || r.Source.KO == "", diag.T("source", "출처")},
			} {
				if !key.missing {
					continue
				}
				path := source.Child(r.Path, key.name)
				found.Add(diag.Finding{
					Code: "X-25", Severity: diag.Unmet, Path: path, Place: pr.File.Place(path),
					Message: diag.T("the exchange rate of the payments to %s has no %s", "%s에 대한 지급의 환율에 %s 항목이 없습니다", y.Payee, key.what),
					Why:     diag.T("whoever checks the amounts must be able to look the rate up", "금액을 검토하는 사람이 환율을 확인할 수 있어야 합니다"),
					Fix:     diag.T("write it under budget.rates", "budget.rates에 적으십시오"),
				})
			}
		}
	}
	return found
}

// announced checks that an option that the parties cannot choose by themselves
// has its ground in the call or in the project agreement.
func (p *Plan) announced(in Inputs, a *Article) diag.List {
	setting := a.Option.Head.Announced
	if setting == "" || in.Setting != nil && in.Setting(setting) == "yes" {
		return nil
	}
	path := source.Child(source.Child(p.Agreement.Path, "clauses"), a.Option.Slot)
	return diag.List{{
		Code: "X-10", Severity: diag.Blocking, Path: path, Place: in.Project.File.Place(path),
		Message: diag.T("the option %s stands only where the call or the project agreement provides for it", "선택지 %s: 공고 또는 협약에 근거가 있는 경우에만 쓸 수 있습니다", a.Option.ID()),
		Why:     diag.T("by the setting %s neither does", "설정 %s에 따르면 근거가 없습니다", setting),
		Fix:     diag.T("choose another option, or set %s: yes under project.settings if one of them does", "다른 선택지를 고르거나, 근거가 있으면 project.settings에 %s: yes를 쓰십시오", setting),
	}}
}

// substance checks that the contract can state roles and results for each
// overseas party.
func (p *Plan) substance(pr *project.Project, party *project.Party) diag.List {
	var found diag.List
	why := diag.T("the call asks that the contract state roles, results and the end date", "공고는 계약서에 역할, 성과, 종료일 등을 적도록 요구합니다")
	if !slices.ContainsFunc(pr.Roles, func(r project.RoleRow) bool { return r.Party == party.ID }) {
		found.Add(diag.Finding{
			Code: "X-02", Severity: diag.Blocking, Gap: true, Path: party.Path, Place: pr.File.Place("roles"),
			Message: diag.T("%s has no role in the project", "%s: 과제에서 맡은 역할이 없습니다", party.ID), Why: why,
			Fix: diag.T("add a row for it under roles", "roles에 해당 기관의 행을 추가하십시오"),
		})
	}
	if !slices.ContainsFunc(pr.Results, func(r project.Result) bool { return r.Party == party.ID || slices.Contains(r.With, party.ID) }) {
		found.Add(diag.Finding{
			Code: "X-02", Severity: diag.Blocking, Gap: true, Path: party.Path, Place: pr.File.Place("results"),
			Message: diag.T("%s delivers no result", "%s: 제출할 성과가 없습니다", party.ID), Why: why,
			Fix: diag.T("name it under results as party or with", "results의 party 또는 with에 적으십시오"),
		})
	}
	return found
}
