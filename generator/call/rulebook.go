package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// Rulebook is everything that a project is judged by: a call, the law version
// that the call names, and the rules of both, ready to be evaluated. It does not
// change and may be used from several goroutines.
type Rulebook struct {
	Call  *Call
	Law   *law.Version
	Rules []Rule // those of the call, then those of the law
}

// NewRulebook puts the rules of a call and of its law together. Checks,
// parameters and expressions that are not understood are findings, as are rules
// without a citation or without tests. The rulebook is never nil; a rule with a
// finding about its check is Broken in every result.
func NewRulebook(c *Call, v *law.Version) (*Rulebook, diag.List) {
	c = c.under(v)
	b := &Rulebook{Call: c, Law: v}
	own := review{call: c, law: v, file: c.File}
	if c.LawVersion != v.ID {
		own.add(CodeUnknown, "law_version",
			diag.T("the call is judged by the law version %s, not by %s", "공고의 법령 버전: %s, 적용된 버전: %s", c.LawVersion, v.ID),
			diag.T("use the law version that the call names", "공고가 정한 법령 버전을 쓰십시오"))
	}
	own.citesOfDocuments()
	own.submission()
	own.form()
	if len(c.Rules) == 0 {
		own.empty("rules")
	}
	common := review{call: c, law: v, file: v.File}
	b.Rules = append(own.taken(c.Rules), common.taken(common.rulesOfLaw())...)
	seen := map[string]*Rule{}
	for i := range b.Rules {
		rule := &b.Rules[i]
		rule.index = i
		if first := seen[rule.ID]; first != nil {
			common.found.Add(twice(rule, first))
		}
		seen[rule.ID] = rule
	}
	return b, append(own.found, common.found...)
}

// Under returns the same rules under a version of the law in which a project
// changed something. The rulebook itself stays as it is.
func (b *Rulebook) Under(v *law.Version) *Rulebook {
	other := *b
	other.Law = v
	return &other
}

// under returns the call with the settings of the law version of which it has
// none itself.
func (c *Call) under(v *law.Version) *Call {
	with := *c
	with.Settings = slices.Clone(c.Settings)
	for _, s := range v.Settings {
		if !slices.ContainsFunc(c.Settings, func(own Setting) bool { return own.ID == s.ID }) {
			with.Settings = append(with.Settings, s)
		}
	}
	return &with
}

// rulesOfLaw reads the rules that a law version carries as plain data.
func (r *review) rulesOfLaw() []Rule {
	var rules []Rule
	if r.law.Rules != nil {
		r.found.Add(source.Into(r.file, r.law.Rules, &rules, source.Strict)...)
	}
	return rules
}

// taken makes rules of one file ready for use.
func (r *review) taken(rules []Rule) []Rule {
	out := slices.Clone(rules)
	for i := range out {
		out[i].file, out[i].path = r.file, source.Item("rules", i)
		r.rule(&out[i])
	}
	return out
}

func twice(rule, first *Rule) diag.Finding {
	at := rule.path + ".id"
	return diag.Finding{
		Code: CodeTwice, Severity: diag.Blocking, Path: at, Place: rule.file.Place(at),
		Message: diag.T("two rules have the id %s; the other one stands at %s", "규칙 ID가 중복됩니다: %s (다른 규칙의 위치: %s)", rule.ID, first.file.Place(first.path+".id")),
		Fix:     diag.T("give one of them another id, or take one away", "둘 중 하나의 ID를 바꾸거나 지우십시오"),
	}
}

// TakenUp divides what the budget found out into what rules of the book take up
// and the rest.
func (b *Rulebook) TakenUp(found diag.List) (taken, rest diag.List) {
	for _, f := range found {
		rule, ok := b.Rule(f.Code)
		if _, ours := rule.checker.(*budgetRule); ok && ours {
			taken = append(taken, f)
		} else {
			rest = append(rest, f)
		}
	}
	return taken, rest
}

// Rule returns the rule with the id.
func (b *Rulebook) Rule(id string) (Rule, bool) {
	for _, r := range b.Rules {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Judges returns the rules that judge what a code stands for: the rule with that
// id, or those of which it is another name.
func (b *Rulebook) Judges(code string) []Rule {
	var all []Rule
	for _, r := range b.Rules {
		if r.ID == code || slices.Contains(r.Alias, code) {
			all = append(all, r)
		}
	}
	return all
}

// Source returns a source of the call or of the law version.
func (b *Rulebook) Source(id string) (law.Source, bool) { return sourceOf(b.Call, b.Law, id) }

func sourceOf(c *Call, v *law.Version, id string) (law.Source, bool) {
	for _, s := range slices.Concat(c.Sources, v.Sources) {
		if s.ID == id {
			return s, true
		}
	}
	return law.Source{}, false
}

// Why prints the sources of a rule with their versions.
func (b *Rulebook) Why(cite Cite) diag.Text {
	var parts []diag.Text
	if s, ok := b.Source(cite.Source); ok {
		parts = append(parts, diag.T("%s, %s (%s)", "%s, %s (%s)", s.Title.Diag(), cite.Section.Diag(), s.Version.Diag()))
	}
	for _, key := range cite.Law {
		if t := b.Law.Cite(key); !t.IsZero() {
			parts = append(parts, t)
		}
	}
	why := join(parts, "; ")
	if !cite.Found {
		why = diag.T("%s; not stated by the call, a default to be checked", "%s; 공고에 명시되지 않은 기본값이므로 확인 필요", why)
	}
	return why
}
