package call

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// rule reviews one rule and gives it its check.
func (r *review) rule(rule *Rule) {
	r.filled(rule.path+".id", rule.ID)
	r.both(rule.path+".title", rule.Title)
	r.both(rule.path+".hint", rule.Hint)
	r.filled(rule.path+".at", string(rule.Due))
	r.cite(rule.path+".cite", rule.Cite)
	r.references(rule)
	r.condition(rule)
	if rule.CEL != "" {
		r.assertion(rule)
	} else {
		r.check(rule)
	}
	r.tests(rule)
}

// references looks up what a rule names elsewhere in the call. A rule of the law
// may name a setting that only some calls have.
func (r *review) references(rule *Rule) {
	for i, id := range rule.Tracks {
		if _, ok := r.call.Track(id); !ok {
			r.unknown(source.Item(rule.path+".tracks", i), id)
		}
	}
	if !slices.ContainsFunc(r.law.Topics, func(t law.Topic) bool { return t.ID == rule.Topic }) {
		r.unknown(rule.path+".topic", rule.Topic)
	}
	for i, id := range rule.Settings {
		known := slices.ContainsFunc(r.call.Settings, func(s Setting) bool { return s.ID == id })
		if !known && r.file == r.call.File {
			r.unknown(source.Item(rule.path+".settings", i), id)
		}
	}
	for i, x := range rule.Unless {
		at := source.Item(rule.path+".unless", i)
		r.both(at+".why", x.Why)
		if x.Path.path == "" || x.Is == "" {
			r.empty(at)
		}
	}
}

// citesOfDocuments reviews the sources of the documents that the call asks for.
func (r *review) citesOfDocuments() {
	for i, d := range r.call.Documents {
		r.cite(source.Item("documents", i)+".cite", d.Cite)
	}
}

// cite asks for a source that exists and for the day on which it was read.
func (r *review) cite(path string, c Cite) {
	s, ok := sourceOf(r.call, r.law, c.Source)
	switch {
	case c.Source == "" && len(c.Law) == 0:
		r.add(CodeCite, path,
			diag.T("nothing is cited", "근거가 인용되지 않았습니다"),
			diag.T("name a source of the call or a provision of the law", "공고의 출처 또는 법령 조문을 쓰십시오"))
	case c.Source != "" && !ok:
		r.unknown(path+".source", c.Source)
	case c.Source != "":
		r.both(path+".section", c.Section)
	}
	if ok && c.Found && !s.Found {
		r.notFound(path, c.Source)
	}
	for i, key := range c.Law {
		r.provision(source.Item(path+".law", i), key, c)
	}
	if _, err := calendar.Parse(c.Checked); err != nil {
		r.add(CodeCite, path+".checked",
			diag.T("it is not said when the source was last read", "출처를 마지막으로 확인한 날짜가 없습니다"),
			diag.T("write the day, as in checked: 2026-11-23", "checked: 2026-11-23처럼 날짜를 쓰십시오"))
	}
}

func (r *review) notFound(path, what string) {
	r.add(CodeCite, path+".found",
		diag.T("%s is cited as found, but was not read", "확인된 것으로 인용되었으나 확인되지 않은 출처입니다: %s", what),
		diag.T("set found: false", "found: false로 고치십시오"))
}

// provision asks for a provision that the law version has. A rule that rests on
// a provision alone cannot be better founded than that.
func (r *review) provision(path, key string, c Cite) {
	x, ok := r.law.Citation(key)
	if !ok {
		r.add(CodeUnknown, path,
			diag.T("the law version %s has no provision %q", "법령 버전 %s에 없는 조문입니다: %q", r.law.ID, key),
			diag.T("correct the key or add the provision to the law version", "키를 고치거나 법령 버전에 조문을 추가하십시오"))
		return
	}
	if c.Source == "" && c.Found && !x.Found {
		r.notFound(strings.TrimSuffix(path[:strings.LastIndex(path, ".law[")], "."), key)
	}
}

// check finds the check of a rule and gives it its parameters. Only a check that
// takes them all becomes the rule's.
func (r *review) check(rule *Rule) {
	newCheck, ok := checks[rule.Check]
	if !ok {
		r.add(CodeCheck, rule.path+".check",
			diag.T("there is no check %q", "없는 검사입니다: %q", rule.Check),
			diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(slices.Sorted(maps.Keys(checks)), ", ")))
		return
	}
	c := newCheck()
	b, ofBudget := c.(*budgetRule)
	switch {
	case ofBudget:
		b.id = rule.ID
		if len(rule.Each) > 0 {
			b.rows, _ = r.entries(rule)
		}
	case len(rule.Each) > 0:
		r.add(CodeCheck, rule.path+".each",
			diag.T("the check %q goes through no lists", "검사 %q에는 each를 쓸 수 없습니다", rule.Check),
			diag.T("take each away, or write the rule as an expression", "each를 지우거나 식(cel)으로 쓰십시오"))
	}
	if found := source.Into(r.file, rule.Params, c, source.Strict); len(found) > 0 {
		r.found.Add(found...)
		return
	}
	if err := c.prepare(r.call); err != nil {
		r.add(CodeParams, rule.path+".params",
			diag.T("%s: %s", "%s: %s", rule.Check, inBoth(err)),
			diag.T("correct the parameters of the check", "검사의 매개변수를 고치십시오"))
		return
	}
	rule.checker = c
}

// inBoth returns an error in both languages, as far as it has them.
func inBoth(err error) diag.Text {
	t := diag.Text{EN: err.Error(), KO: err.Error()}
	var korean interface{ Korean() string }
	if errors.As(err, &korean) {
		t.KO = korean.Korean()
	}
	return t
}
