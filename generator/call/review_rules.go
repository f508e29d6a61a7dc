package call

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

func (r *review) rules() {
	ids := newNames(r)
	for i := range r.call.Rules {
		rule := &r.call.Rules[i]
		rule.index = i
		path := source.Item("rules", i)
		ids.add(path, rule.ID)
		r.both(path+".title", rule.Title)
		r.both(path+".hint", rule.Hint)
		r.filled(path+".at", string(rule.Due))
		r.cite(path+".cite", rule.Cite)
		r.references(path, rule)
		r.check(path, rule)
		r.tests(path, rule)
	}
	if len(r.call.Rules) == 0 {
		r.empty("rules")
	}
}

// references looks up what a rule names elsewhere in the call.
func (r *review) references(path string, rule *Rule) {
	for i, id := range rule.Tracks {
		if _, ok := r.call.Track(id); !ok {
			r.unknown(source.Item(path+".tracks", i), id)
		}
	}
	for i, id := range rule.Settings {
		if !slices.ContainsFunc(r.call.Settings, func(s Setting) bool { return s.ID == id }) {
			r.unknown(source.Item(path+".settings", i), id)
		}
	}
	for i, x := range rule.Unless {
		at := source.Item(path+".unless", i)
		r.both(at+".why", x.Why)
		if x.Path.path == "" || x.Is == "" {
			r.empty(at)
		}
	}
}

// check finds the check of a rule and gives it its parameters. Only a check that
// takes them all becomes the rule's.
func (r *review) check(path string, rule *Rule) {
	newCheck, ok := checks[rule.Check]
	if !ok {
		r.add(CodeCheck, path+".check",
			diag.T("there is no check %q", "없는 검사입니다: %q", rule.Check),
			diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", strings.Join(slices.Sorted(maps.Keys(checks)), ", ")))
		return
	}
	c := newCheck()
	if found := source.Into(r.file, rule.Params, c, source.Strict); len(found) > 0 {
		r.found.Add(found...)
		return
	}
	if err := c.prepare(r.call); err != nil {
		r.add(CodeParams, path+".params",
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

// tests asks for a case that passes and, unless the check cannot fail, for one
// that fails.
func (r *review) tests(path string, rule *Rule) {
	for i, t := range rule.Tests {
		if t.Expect == "" {
			r.empty(source.Item(path+".tests", i) + ".expect")
		}
	}
	has := func(s Status) bool {
		return slices.ContainsFunc(rule.Tests, func(t Test) bool { return t.Expect == s })
	}
	if _, advice := rule.checker.(*adviceCountries); has(Passed) && (has(Failed) || advice) {
		return
	}
	r.add(CodeTests, path+".tests",
		diag.T("the rule %s has no case that passes and one that fails", "규칙 %s: 충족 사례와 미충족 사례가 모두 있어야 합니다", rule.ID),
		diag.T("add tests with expect: pass and expect: fail", "expect: pass와 expect: fail인 시험을 추가하십시오"))
}
