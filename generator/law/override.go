package law

import (
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Codes of the findings about what a project file sets otherwise than the law.
const (
	CodeOverride     = "LAW-OVERRIDE"      // it cannot be applied
	CodeOverrideDate = "LAW-OVERRIDE-DATE" // it never applies, or nobody can tell from when
)

// Override replaces a figure or a provision of a version for one project. It
// names a limit, a threshold, or a provision; a provision with a value stands
// for the only limit or threshold that cites it.
type Override struct {
	Path      string // where it stands in the project file
	Provision string
	Value     string // of a figure, with its unit: 25%, 3 months, KRW 200,000,000
	Says      Text   // of a provision: what it orders instead
	From      calendar.Date
	AppliesTo Text
	Reason    Text
}

// Change is an override that is understood.
type Change struct {
	Override
	Name     diag.Text // of what is replaced
	Was, Now diag.Text
	InForce  bool // from its first day on; before, the version stays as it is
}

// Days are the days that decide which overrides are in force.
type Days struct {
	On  calendar.Date // the day for which the project is judged
	End calendar.Date // the last day of the project
}

// With returns the version as it stands for a project on a day: an override is
// in force if its first day is not later, and one without a first day always.
// All of a project is judged by one version, so that a figure does not change
// from phase to phase. The version itself stays as it is. What an override
// replaces is no longer found in a source, and says who changed it.
func (v *Version) With(overrides []Override, days Days) (*Version, diag.List) {
	if len(overrides) == 0 {
		return v, nil
	}
	changed := *v
	changed.Limits, changed.Thresholds = slices.Clone(v.Limits), slices.Clone(v.Thresholds)
	changed.Citations, changed.Changes = slices.Clone(v.Citations), nil
	c := changer{v: &changed, days: days, seen: map[string]string{}}
	for _, o := range overrides {
		c.override(o)
	}
	return &changed, c.found
}

// changer applies overrides to a copy of a version.
type changer struct {
	v     *Version
	days  Days
	seen  map[string]string // path of the override of a key
	found diag.List
}

func (c *changer) override(o Override) {
	kind, i := c.v.target(o)
	switch kind {
	case limitTarget:
		c.limit(o, &c.v.Limits[i])
	case thresholdTarget:
		c.threshold(o, &c.v.Thresholds[i])
	case citationTarget:
		c.citation(o, &c.v.Citations[i])
	case severalTargets:
		c.wrong(o, ".provision",
			diag.T("several figures of the law version %s cite %s", "법령 버전 %s에서 %s를 근거로 하는 수치가 여럿입니다", c.v.ID, o.Provision),
			diag.T("name the limit or threshold itself: %s", "한도나 기준의 키를 쓰십시오: %s", c.v.citing(o.Provision)))
	default:
		c.unknown(o)
	}
}

func (c *changer) unknown(o Override) {
	fix := diag.T("write the key of a limit, a threshold or a provision of that version", "그 버전에 있는 한도, 기준 또는 조문의 키를 쓰십시오")
	if near := source.Suggest(o.Provision, c.v.keys()); near != "" {
		fix = diag.T("did you mean %s?", "%s 값을 뜻하십니까?", near)
	}
	c.wrong(o, ".provision", diag.T("the law version %s has no provision %q", "법령 버전 %s에 없는 조문입니다: %q", c.v.ID, o.Provision), fix)
}

func (c *changer) limit(o Override, l *Limit) {
	f, ok := c.figure(o, percentUnit)
	if !ok || !c.begins(o, l.Key, Change{Name: l.Name.Diag(), Was: l.shown(), Now: f.shown()}) {
		return
	}
	l.Percent, l.Found = f.percent, false
	c.mark(l.Cite, l.Name, o)
}

func (c *changer) threshold(o Override, t *Threshold) {
	f, ok := c.figure(o, t.unit())
	if !ok || !c.begins(o, t.Key, Change{Name: t.Name.Diag(), Was: t.shown(), Now: f.shown()}) {
		return
	}
	t.set(f)
	t.Found = false
	c.mark(t.Cite, t.Name, o)
}

// citation replaces what a provision says.
func (c *changer) citation(o Override, x *Citation) {
	if o.Says.EN == "" || o.Says.KO == "" {
		c.wrong(o, "",
			diag.T("no figure cites %s, so it takes a text and no value", "%s를 근거로 하는 수치가 없으므로 값이 아니라 내용을 적어야 합니다", o.Provision),
			diag.T("write what the provision orders instead under says, in both languages", "대신 적용되는 내용을 says에 두 언어로 쓰십시오"))
		return
	}
	i, _ := c.v.Instrument(x.Instrument)
	name := diag.T("%s, %s", "「%s」 %s", i.Title.Diag(), x.Article.Diag())
	if !c.begins(o, x.Key, Change{Name: name, Was: x.Says.Diag(), Now: o.Says.Diag()}) {
		return
	}
	x.Says = o.Says
	c.mark(x.Key, Text{}, o)
}

// begins keeps a change that is understood, and says whether it is in force.
func (c *changer) begins(o Override, key string, change Change) bool {
	if first, twice := c.seen[key]; twice {
		c.wrong(o, ".provision",
			diag.T("%s is changed twice; first at %s", "%s 값이 두 번 변경되었습니다. 처음은 %s입니다", key, first),
			diag.T("keep one of them", "하나만 남기십시오"))
		return false
	}
	c.seen[key] = o.Path
	change.Override = o
	switch {
	case o.From.IsZero():
		change.InForce = true
	case c.days.On.IsZero():
		c.warn(o, diag.T("the project has no date, so nobody can tell whether the change of %s from %s on is in force; it was not applied", "과제 파일에 기준일이 없어 %s 변경(%s부터)의 적용 여부를 알 수 없으므로 적용하지 않았습니다", key, o.From),
			diag.T("state project.date", "project.date를 쓰십시오"))
	case !c.days.End.IsZero() && o.From.After(c.days.End):
		c.warn(o, diag.T("the change of %s takes effect on %s, after the project ends on %s", "%s 변경은 과제 종료일(%[3]s) 이후인 %[2]s에 시행됩니다", key, o.From, c.days.End),
			diag.T("remove it, or correct effective_from", "지우거나 effective_from을 고치십시오"))
	default:
		change.InForce = !o.From.After(c.days.On)
	}
	c.v.Changes = append(c.v.Changes, change)
	return change.InForce
}

// mark notes at a provision that a figure resting on it, or it itself, is
// changed. A provision that several figures cite says which one.
func (c *changer) mark(key string, figure Text, o Override) {
	i := slices.IndexFunc(c.v.Citations, func(x Citation) bool { return x.Key == key })
	if i < 0 {
		return
	}
	x := &c.v.Citations[i]
	note := diag.T("changed by the project file: %s", "과제 파일에서 변경: %s", o.Reason.Diag())
	if strings.Contains(c.v.citing(key), ", ") {
		note = diag.T("%s, %s", "%s, %s", figure.Diag(), note)
	}
	if !x.Changed.IsZero() {
		note = diag.T("%s; %s", "%s; %s", x.Changed, note)
	}
	x.exists = x.exists || x.Found
	x.Found, x.Changed = false, note
}

func (c *changer) wrong(o Override, below string, message, fix diag.Text) {
	c.found.Add(diag.Finding{Code: CodeOverride, Severity: diag.Blocking, Path: o.Path + below, Message: message, Fix: fix})
}

func (c *changer) warn(o Override, message, fix diag.Text) {
	c.found.Add(diag.Finding{Code: CodeOverrideDate, Severity: diag.Warning, Path: o.Path + ".effective_from", Message: message, Fix: fix})
}
