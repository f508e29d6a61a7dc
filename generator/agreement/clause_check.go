package agreement

import (
	"slices"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// examiner runs the checks that the options of a contract declare.
type examiner struct {
	in    Inputs
	plan  *Plan
	found diag.List
}

// examine runs the checks of all articles of the contract.
func (p *Plan) examine(in Inputs) diag.List {
	e := examiner{in: in, plan: p}
	for _, a := range p.All() {
		for _, c := range a.Option.Head.Checks {
			e.check(a, c)
		}
	}
	return e.found
}

func (e *examiner) check(a *Article, c library.Check) {
	if !e.declared(a, c) || !holdsFor(a, c.If) {
		return
	}
	switch c.Kind {
	case "at_most", "less_than", "at_least":
		e.compare(a, c)
	case "positive":
		e.positive(a, c)
	case "whole":
		e.whole(a, c)
	case "disjoint":
		e.disjoint(a, c)
	case "together":
		e.together(a, c)
	case "in_kind":
		e.inKind(a, c)
	case "rows_at_most":
		e.rowsAtMost(a, c)
	case "never":
		e.report(a, c, a.Params[firstKey(c)].Path, diag.Text{})
	case "only":
		if !e.plan.stands(e.in, c.When) {
			e.report(a, c, e.place(a), diag.Text{})
		}
	}
}

// declared reports whether the words of a check are known; taken as it is, a
// misspelt one would never find anything.
func (e *examiner) declared(a *Article, c library.Check) bool {
	names := []string{}
	for _, p := range a.Option.Head.Params {
		names = append(names, p.Name)
	}
	before := len(e.found)
	k := chooser{in: e.in, plan: e.plan}
	place := diag.Place{File: a.Option.File.Path, Line: c.Place.Line, Column: c.Place.Column}
	k.known(c.Kind, place, diag.T("kind of check", "점검 종류"), library.CheckKinds)
	k.known(c.Severity, place, diag.T("severity", "경중"), []string{"blocking", "unmet", "warning"})
	k.known(c.When, place, diag.T("condition", "조건"), Conditions)
	k.known(c.Table, place, diag.T("parameter", "매개변수"), names)
	for _, name := range c.Of {
		if !strings.Contains(name, ".") {
			k.known(name, place, diag.T("parameter", "매개변수"), names)
		}
	}
	for _, p := range c.If {
		k.known(p.Key, place, diag.T("parameter", "매개변수"), names)
	}
	if table, ok := a.Option.Param(c.Table); ok {
		for _, name := range columnsOf(c) {
			k.known(name, place, diag.T("column", "열"), columnNames(table))
		}
	}
	if e.in.Law != nil {
		var keys []string
		for _, x := range e.in.Law.Citations {
			keys = append(keys, x.Key)
		}
		for _, key := range c.Law {
			k.known(key, place, diag.T("citation", "인용"), keys)
		}
	}
	e.found.Add(k.found...)
	return len(e.found) == before
}

// holdsFor reports whether the choices and flags of an article are these.
func holdsFor(a *Article, want source.Pairs[string]) bool {
	for _, p := range want {
		v := a.Params[p.Key]
		switch v.Type {
		case "choice":
			if !slices.Contains(strings.Split(p.Value, "|"), v.Choice) {
				return false
			}
		case "flag":
			if v.Flag != (p.Value == "true") {
				return false
			}
		default:
			if v.Set != (p.Value == "set") {
				return false
			}
		}
	}
	return true
}

// operand is a parameter of this or another article, with its title.
func (e *examiner) operand(a *Article, name string) (Value, diag.Text, bool) {
	if slot, param, ok := strings.Cut(name, "."); ok {
		if a = e.plan.Article(slot); a == nil {
			return Value{}, diag.Text{}, false
		}
		name = param
	}
	p, ok := a.Option.Param(name)
	v := a.Params[name]
	return v, p.Title.Diag(), ok && v.Set
}

func (e *examiner) compare(a *Article, c library.Check) {
	sum, titles, ok := e.sum(a, c.Of)
	if !ok {
		return
	}
	limit, name := sum, diag.Text{}
	if c.With != "" {
		v, title, ok := e.operand(a, c.With)
		if !ok || !sameUnit(v, sum) {
			return
		}
		limit, name = v, title
	} else if !setNumber(&limit, e.limit(c)) {
		return
	}
	order := number(sum).Cmp(number(limit))
	switch {
	case c.Kind == "at_most" && order <= 0, c.Kind == "less_than" && order < 0, c.Kind == "at_least" && order >= 0:
		return
	}
	v, _, _ := e.operand(a, c.Of[len(c.Of)-1])
	e.report(a, c, v.Path, notWithin(c.Kind, titles, sum, name, limit))
}

// limit is the number that a check states, or that a setting of the call has.
func (e *examiner) limit(c library.Check) string {
	if c.Setting != "" && e.in.Setting != nil {
		return e.in.Setting(c.Setting)
	}
	return c.Limit
}

// notWithin says what a sum is and what it may be, and by which other term of
// the contract.
func notWithin(kind string, titles diag.Text, sum Value, name diag.Text, limit Value) diag.Text {
	bound := map[string]diag.Text{"at_most": {EN: "at most", KO: "이하"}, "less_than": {EN: "less than", KO: "미만"}, "at_least": {EN: "at least", KO: "이상"}}[kind]
	if name.EN == "" {
		return diag.T("%s: %s, but it must be %[4]s %[3]s", "%s: %s입니다. %s %s이어야 합니다", titles, sum.Printed(), limit.Printed(), bound)
	}
	return diag.T("%s: %s, but it must be %[4]s %[3]s (%[5]s)", "%s: %s입니다. %s %s이어야 합니다(%s)", titles, sum.Printed(), limit.Printed(), bound, name)
}

// sum adds operands of one unit, without those that do not count. It is not
// known if one of them has no value.
func (e *examiner) sum(a *Article, names []string) (Value, diag.Text, bool) {
	var total Value
	var titles []diag.Text
	for _, name := range names {
		if p, own := a.Option.Param(name); own && !holdsFor(a, p.OnlyIf) {
			continue
		}
		v, title, ok := e.operand(a, name)
		if !ok || len(titles) > 0 && !sameUnit(v, total) {
			return Value{}, diag.Text{}, false
		}
		titles = append(titles, title)
		if len(titles) == 1 {
			total = v
			continue
		}
		total.Count.N += v.Count.N
		total.Percent = total.Percent.Add(v.Percent)
	}
	return total, joined(titles), len(titles) > 0
}

func joined(titles []diag.Text) diag.Text {
	var en, ko []string
	for _, t := range titles {
		en, ko = append(en, t.EN), append(ko, t.KO)
	}
	return diag.Text{EN: strings.Join(en, " + "), KO: strings.Join(ko, " + ")}
}

func sameUnit(a, b Value) bool {
	return a.Count.Unit == b.Count.Unit && (a.Type == "percent") == (b.Type == "percent")
}

func number(v Value) money.Decimal {
	if v.Type == "percent" {
		return v.Percent.Decimal()
	}
	return v.Count.Decimal()
}

// setNumber gives a value of the same unit another number.
func setNumber(v *Value, text string) bool {
	d, err := money.ParseDecimal(text)
	if err != nil {
		return false
	}
	if v.Type == "percent" {
		v.Percent, err = money.ParsePercent(text)
		return err == nil
	}
	n, whole := d.Int64()
	v.Count.N = n
	return whole
}

func (e *examiner) positive(a *Article, c library.Check) {
	for _, name := range c.Of {
		if p, own := a.Option.Param(name); own && !holdsFor(a, p.OnlyIf) {
			continue
		}
		if v, title, ok := e.operand(a, name); ok && v.Count.IsZero() && v.Percent.IsZero() {
			e.report(a, c, v.Path, diag.T("%s: it must be more than zero", "%s: 0보다 커야 합니다", title))
		}
	}
}

// together finds parameters of which the project has chosen some, but not all.
func (e *examiner) together(a *Article, c library.Check) {
	var chosen, left []diag.Text
	path := ""
	for _, name := range c.Of {
		v, title, _ := e.operand(a, name)
		if v.Chosen {
			chosen, path = append(chosen, title), v.Path
		} else {
			left = append(left, title)
		}
	}
	if len(chosen) > 0 && len(left) > 0 {
		e.report(a, c, path, diag.T("%s is chosen, but not %s", "%s 항목은 정하고 %s 항목은 정하지 않았습니다", joined(chosen), joined(left)))
	}
}

// report adds a finding of a check. What the check itself says goes before what
// is said from its operands.
func (e *examiner) report(a *Article, c library.Check, path string, message diag.Text) {
	f := diag.Finding{
		Code: c.Rule, Severity: severities[c.Severity], Path: path, Place: e.in.Project.File.Place(path),
		Template: diag.Place{File: a.Option.File.Path, Line: c.Place.Line, Column: c.Place.Column},
		Message:  message, Why: e.why(c), Fix: c.Fix.Diag(),
	}
	if c.Message.EN != "" {
		f.Message = c.Message.Diag()
	}
	if f.Fix.EN == "" {
		f.Fix = diag.T("correct %s", "%s 값을 고치십시오", path)
	}
	e.found.Add(f)
}

// why is the reason of a check with the provisions that it rests on.
func (e *examiner) why(c library.Check) diag.Text {
	why := c.Why.Diag()
	if e.in.Law == nil {
		return why
	}
	for _, key := range c.Law {
		cite := e.in.Law.Cite(key)
		if why.EN == "" {
			why = cite
			continue
		}
		why = diag.T("%s; %s", "%s; %s", why, cite)
	}
	return why
}

// severities map the words of a check; no word is blocking.
var severities = map[string]diag.Severity{"": diag.Blocking, "blocking": diag.Blocking, "unmet": diag.Unmet, "warning": diag.Warning}

// place is where the project chooses the option, or would.
func (e *examiner) place(a *Article) string {
	return source.Child(source.Child(e.plan.Agreement.Path, "clauses"), a.Option.Slot)
}

func firstKey(c library.Check) string {
	if len(c.If) == 0 {
		return ""
	}
	return c.If[0].Key
}
