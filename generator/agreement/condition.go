package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/project"
)

// Conditions are the names that a document type or an option may use.
var Conditions = []string{
	"funded", "unfunded", "data_flows", "human_subjects", "signed_en", "signed_ko", "signed_both",
	"chosen", "needed", "multi", "commercial", "model_a",
	"no_data_flows", "trial_plan", "regulated",
	"always", "business", "equipment", "software", "visits",
}

// stands reports whether the article of a slot stands in the contract. One that
// stands only if chosen or needed does so wherever the project or its package
// names it, and where the package includes it.
func (c *chooser) stands(slot string) bool {
	switch condition := c.in.Type.Condition(slot); condition {
	case "chosen":
		return c.named(slot) || c.included(slot)
	case "needed":
		return c.named(slot) || c.included(slot) || c.requires(slot)
	case "regulated":
		return c.named(slot) || c.plan.stands(c.in, "trial_plan") || c.plan.stands(c.in, "commercial")
	default:
		return c.plan.stands(c.in, condition)
	}
}

// stands reports whether a condition of the document type or of an option holds
// for the contract.
func (p *Plan) stands(in Inputs, condition string) bool {
	switch condition {
	case "", "always":
		return true
	case "funded":
		return len(p.Payments(in.Project)) > 0
	case "unfunded":
		return len(p.Payments(in.Project)) == 0
	case "signed_en", "signed_ko", "signed_both":
		return condition == "signed_"+p.Agreement.Signed
	case "data_flows":
		return len(p.DataFlows(in.Project)) > 0
	case "no_data_flows":
		return len(p.DataFlows(in.Project)) == 0
	case "trial_plan":
		return slices.ContainsFunc(p.Results(in.Project), func(x project.Result) bool { return x.Type == "trial_plan_application" })
	case "human_subjects":
		return len(p.Ethics(in.Project)) > 0 || len(p.DataFlows(in.Project)) > 0
	case "multi":
		return len(p.Parties) > 2
	case "commercial":
		return in.Project.Info.Track == "commercialization"
	case "business":
		return p.business(in.Project)
	case "equipment":
		return p.equipment(in.Project)
	case "software":
		return slices.ContainsFunc(p.Results(in.Project), func(x project.Result) bool { return x.Type == "software" || x.Type == "model" })
	case "visits":
		return p.visits(in.Project)
	case "model_a":
		return slices.ContainsFunc(p.Overseas, func(x *project.Party) bool { return x.Role == project.JointForeign })
	}
	return false
}

// requires reports whether a chosen option or choice needs the article of a slot.
func (c *chooser) requires(slot string) bool {
	_, needed := c.needed[slot]
	return needed
}

// needs returns the slots and options that an article cannot do without: those
// of its option and of the choices made in it.
func (a *Article) needs() []string {
	needs := slices.Clone(a.Option.Head.Requires)
	for _, p := range a.Option.Head.Params {
		if choice, ok := p.Choice(a.Params[p.Name].Choice); ok {
			needs = append(needs, choice.Requires...)
		}
	}
	return needs
}

// met reports whether the contract has what an article needs: an article, one
// option of it, or one of several that are joined by "or".
func (p *Plan) met(need string) bool {
	for _, one := range alternatives(need) {
		slot, option, exact := strings.Cut(one, "/")
		if a := p.Article(slot); a != nil && (!exact || a.Option.Name == option) {
			return true
		}
	}
	return false
}

func alternatives(need string) []string { return strings.Split(need, " or ") }
