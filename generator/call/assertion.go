package call

import (
	"errors"
	"fmt"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/expression"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// assertion judges a rule by its expression: it must be true for every entry of
// the lists, or once if there are none.
type assertion struct {
	lists     []loop
	when      *expression.Program // of an entry; nil: every one
	holds     *expression.Program // nil: the entries are judged elsewhere and only shown
	place     string
	message   phrase
	shows     phrase
	numbers   bool // it compares numbers or dates
	otherwise diag.Text
}

// loop is a list with the name by which its entries are called.
type loop struct {
	name string
	list *expression.Program
}

func (a *assertion) prepare(*Call) error { return nil }

// check goes through the entries. One that cannot be judged keeps the rule from
// passing, but a fault elsewhere is a fault all the same.
func (a *assertion) check(e *env) outcome {
	t := trial{assertion: a, env: e}
	t.loop(0, e.expressions(), nil)
	switch {
	case t.err != nil:
		return ruleBroken(t.err)
	case len(t.faults) > 0:
		return judged(diag.Text{}, t.faults, t.evidence)
	case len(t.missing) > 0:
		return notStated(t.missing)
	case t.tried == 0:
		return notApplicable(a.otherwise)
	}
	o := judged(diag.T("holds for all that it concerns (%d)", "해당하는 항목(%d건) 모두 충족", t.tried), nil, t.evidence)
	if len(a.lists) == 0 && len(t.evidence) > 0 {
		o.message = t.evidence[0].Text
	}
	return o
}

func ruleBroken(err error) outcome {
	return broken(diag.T("the rule cannot be evaluated: %s", "규칙을 평가할 수 없습니다: %s", err.Error()))
}

func notStated(paths []string) outcome {
	all := strings.Join(paths, ", ")
	return notChecked(diag.T("not stated: %s", "기재되지 않음: %s", all), paths[0])
}

// trial is one judgement by an assertion.
type trial struct {
	*assertion
	env      *env
	seen     int
	tried    int
	faults   []Fault
	evidence []Evidence
	missing  []string
	err      error
}

func (t *trial) loop(depth int, vars *expression.Vars, entries []named) {
	if depth == len(t.lists) {
		t.entry(vars, entries)
		return
	}
	l := t.lists[depth]
	list, err := l.list.List(vars)
	if t.failed(err) {
		return
	}
	for _, v := range list {
		t.loop(depth+1, vars.With(l.name, v), append(entries[:len(entries):len(entries)], named{l.name, v}))
	}
}

// named is the entry of a list with the name by which it is called.
type named struct {
	name  string
	value expression.Value
}

// maxEntries bounds how many combinations of entries one rule goes through. A
// rule that joins long lists filters them first.
const maxEntries = 20_000

func (t *trial) entry(vars *expression.Vars, entries []named) {
	if t.seen++; t.seen > maxEntries {
		t.err = fmt.Errorf("more than %d combinations of entries; filter the lists under each", maxEntries)
	}
	if t.err != nil {
		return
	}
	if t.when != nil {
		if yes, err := t.when.True(vars); t.failed(err) || !yes {
			return
		}
	}
	holds := true
	if t.holds != nil {
		yes, err := t.holds.True(vars)
		if t.failed(err) {
			return
		}
		holds = yes
	}
	t.tried++
	path := t.path(entries)
	if holds {
		if text, ok := t.shows.text(t.env, vars); ok {
			t.evidence = append(t.evidence, t.env.evidence(path, text))
		}
		return
	}
	text, ok := t.message.text(t.env, vars)
	if !ok {
		text = t.message.bare()
	}
	t.faults = append(t.faults, Fault{Text: text, Path: path})
}

// failed keeps what went wrong: a value that is missing, or a mistake in the
// rule.
func (t *trial) failed(err error) bool {
	var missing *expression.NotStated
	switch {
	case err == nil:
		return false
	case errors.As(err, &missing):
		t.missing = append(t.missing, missing.Path)
	default:
		t.err = err
	}
	return true
}

// path is where the place of the rule stands for the entries at hand.
func (t *trial) path(entries []named) string {
	first, rest, _ := strings.Cut(t.place, ".")
	for i := len(entries) - 1; i >= 0; i-- {
		switch x := entries[i]; {
		case x.name == first && rest != "":
			return source.Child(x.value.Path(), rest)
		case x.name == first, t.place == "" && x.value.Path() != "":
			return x.value.Path()
		}
	}
	return t.place
}

// gate is the condition under which a rule with a named check applies.
type gate struct{ open *expression.Program }

// shut says whether the rule does not apply, or whether nobody can tell.
func (g *gate) shut(e *env, rule *Rule) (outcome, bool) {
	if g == nil {
		return outcome{}, false
	}
	open, err := g.open.True(e.expressions())
	var missing *expression.NotStated
	switch {
	case errors.As(err, &missing):
		return notStated([]string{missing.Path}), true
	case err != nil:
		return ruleBroken(err), true
	case !open:
		return notApplicable(otherwise(rule.Otherwise)), true
	}
	return outcome{}, false
}

func otherwise(t law.Text) diag.Text {
	if t.EN == "" || t.KO == "" {
		return diag.T("does not concern this project", "이 과제에는 해당하지 않음")
	}
	return t.Diag()
}

// condition compiles the condition of a rule that is judged by a named check.
// With lists it is one of their entries.
func (r *review) condition(rule *Rule) {
	if rule.When == nil || rule.CEL != "" || len(rule.Each) > 0 {
		return
	}
	if p := r.compile(rule.When, scope().Condition); p != nil {
		rule.gate = &gate{p}
	}
}

// assertion compiles the expressions of a rule. Only if all are understood the
// rule can be judged.
func (r *review) assertion(rule *Rule) {
	before := len(r.found)
	a, inner := r.entries(rule)
	if a == nil {
		return
	}
	a.holds = r.compile(r.file.Root.Find(rule.path+".cel"), inner.Condition)
	a.numbers = comparesNumbers(rule.CEL)
	a.message = r.phrase(rule.path+".message", rule.Message, inner)
	r.both(rule.path+".message", rule.Message)
	if rule.Check != "" || rule.Params != nil {
		r.add(CodeCheck, rule.path+".check",
			diag.T("the rule has an expression and a check", "규칙에 식(cel)과 검사(check)가 함께 있습니다"),
			diag.T("keep one of cel and check", "cel과 check 중 하나만 쓰십시오"))
	}
	if len(r.found) == before {
		rule.checker = a
	}
}

// entries compiles what a rule says of the entries that it concerns: the lists,
// the condition and the evidence. It is nil if the lists are not understood,
// since what follows speaks of entries that nobody knows.
func (r *review) entries(rule *Rule) (*assertion, *expression.Scope) {
	before := len(r.found)
	a := &assertion{place: rule.Place, otherwise: otherwise(rule.Otherwise)}
	inner := scope()
	for _, x := range rule.Each {
		value := x.Value
		r.compile(value, func(text string) (*expression.Program, error) {
			list, next, err := inner.Each(x.Key, text)
			if err == nil {
				a.lists, inner = append(a.lists, loop{x.Key, list}), next
			}
			return list, err
		})
	}
	if len(r.found) > before {
		return nil, nil
	}
	if rule.When != nil {
		a.when = r.compile(rule.When, inner.Condition)
	}
	if rule.Shows.EN != "" || rule.Shows.KO != "" {
		a.shows = r.phrase(rule.path+".shows", rule.Shows, inner)
	}
	return a, inner
}

// compile reads an expression that stands at a value of the file.
func (r *review) compile(v *source.Value, read func(string) (*expression.Program, error)) *expression.Program {
	if v == nil {
		return nil
	}
	p, err := read(v.Text)
	if err == nil {
		return p
	}
	r.found.Add(r.wrong(v, err))
	return nil
}

// wrong reports a mistake in an expression at its line and column.
func (r *review) wrong(v *source.Value, err error) diag.Finding {
	f := diag.Finding{
		Code: CodeExpression, Severity: diag.Blocking, Path: v.Path, Place: v.Place,
		Message: diag.T("the expression cannot be used: %s", "식을 사용할 수 없습니다: %s", err.Error()),
		Fix:     diag.T("correct the expression; pactwright rules fields lists the names that it may use", "식을 고치십시오. 쓸 수 있는 이름은 pactwright rules fields로 볼 수 있습니다"),
	}
	var at *expression.Error
	if errors.As(err, &at) {
		f.Message = diag.T("the expression cannot be used: %s", "식을 사용할 수 없습니다: %s", at.Message)
		f.Place = r.file.PlaceIn(v, at.Line, at.Column)
	}
	return f
}

// comparesNumbers reports whether an expression orders values, so that it has a
// limit at which it must be tried.
func comparesNumbers(text string) bool {
	return strings.ContainsAny(withoutTexts(text), "<>")
}

// withoutTexts drops what stands in quotes.
func withoutTexts(text string) string {
	var b strings.Builder
	var quote rune
	for _, r := range text {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
		case r == '"' || r == '\'':
			quote = r
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
