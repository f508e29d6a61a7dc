package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Chooser is who chose the option of an article.
type Chooser string

// Choosers, the strongest first.
const (
	ByProject Chooser = "project" // the project file names the option
	ByPackage Chooser = "package" // the package does
	ByNeed    Chooser = "need"    // another option needs it
	ByDefault Chooser = "default" // it is the standard option
)

// chooserOf tells who chose an option that has been picked.
func (c *chooser) chooserOf(o *library.Option, choice *project.Choice) Chooser {
	named := c.plan.Package.Fills(o.Slot).Get("option")
	switch {
	case choice != nil && choice.Option != "":
		return ByProject
	case named != nil && named.Text == o.Name:
		return ByPackage
	case c.needed[o.Slot] == o.Name:
		return ByNeed
	}
	return ByDefault
}

// ChoicePath returns where the project file chooses the option of an article, or
// would.
func (p *Plan) ChoicePath(slot string) string {
	return source.Child(source.Child(source.Child(p.Agreement.Path, "clauses"), slot), "option")
}

// NeededBy returns the articles of the contract that cannot do without a slot.
func (p *Plan) NeededBy(slot string) []string {
	var out []string
	for _, a := range p.All() {
		needs := slices.ContainsFunc(a.needs(), func(need string) bool {
			return slices.ContainsFunc(alternatives(need), func(one string) bool {
				wanted, _, _ := strings.Cut(one, "/")
				return wanted == slot
			})
		})
		if needs {
			out = append(out, a.Option.ID())
		}
	}
	return out
}

// Basis says under which condition of the document type, the package or the
// option something stands in the contract, with the value that decides it. It is
// empty for what always stands.
func (p *Plan) Basis(pr *project.Project, condition string) diag.Text {
	switch condition {
	case "chosen":
		return diag.T("only where it is named", "따로 정할 때에만 둠")
	case "needed":
		return diag.T("only where it is named or another article needs it", "따로 정하거나 다른 조항에 필요할 때에만 둠")
	case "funded", "unfunded":
		return diag.T("funds paid under the contract: %s", "이 계약에 따른 지급액: %s", diag.Text{EN: p.Funds(pr).English(), KO: p.Funds(pr).Korean()})
	case "signed_en", "signed_ko", "signed_both":
		return diag.T("signed text: %s", "서명본 언어: %s", p.Agreement.Signed)
	case "data_flows", "no_data_flows":
		return diag.T("data flows of the contract: %d", "이 계약의 데이터 이동: %d건", len(p.DataFlows(pr)))
	case "human_subjects":
		return diag.T("ethics approvals: %d, data flows: %d", "윤리 심의: %d건, 데이터 이동: %d건", len(p.Ethics(pr)), len(p.DataFlows(pr)))
	case "trial_plan", "software":
		return diag.T("types of results: %s", "성과 종류: %s", typesOf(p.Results(pr)))
	case "multi":
		return diag.T("parties: %d", "당사자: %d개", len(p.Parties))
	case "commercial":
		return diag.T("track: %s", "트랙: %s", pr.Info.Track)
	case "regulated":
		return diag.T("track: %s; types of results: %s", "트랙: %s, 성과 종류: %s", pr.Info.Track, typesOf(p.Results(pr)))
	case "business":
		return diag.T("track: %s; kinds of parties: %s", "트랙: %s, 당사자 유형: %s", pr.Info.Track, each(p.Parties, func(x *project.Party) string { return x.Kind }))
	case "model_a":
		return diag.T("roles of the parties abroad: %s", "해외 당사자의 지위: %s", each(p.Overseas, func(x *project.Party) string { return string(x.Role) }))
	case "equipment":
		return diag.T("equipment or materials that a party abroad buys, or materials that a party brings in", "해외 당사자가 구입하는 장비·재료 또는 당사자가 가져오는 재료")
	case "visits":
		return diag.T("people who work at the premises of another party, or materials that come there", "다른 당사자의 시설에서 일하는 인력 또는 그곳에 들이는 재료")
	}
	return diag.Text{}
}

func typesOf(results []project.Result) string {
	var out []string
	for _, r := range results {
		if !slices.Contains(out, r.Type) {
			out = append(out, r.Type)
		}
	}
	return strings.Join(out, ", ")
}

// each says something of each party, after its id.
func each(parties []*project.Party, say func(*project.Party) string) string {
	var out []string
	for _, p := range parties {
		out = append(out, p.ID+" "+say(p))
	}
	return strings.Join(out, ", ")
}
