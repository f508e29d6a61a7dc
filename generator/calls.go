package generator

import (
	"errors"
	"strings"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/money"
)

// Entry is one call or law version in a list.
type Entry struct {
	ID    string
	Title diag.Text
	Notes diag.Text // the window of a call; how many provisions a law version has
}

// Calls lists the calls.
func (r RuleFiles) Calls() ([]Entry, error) {
	books, err := r.shelf.all()
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, b := range books {
		out = append(out, Entry{b.Call.ID, b.Call.Title.Diag(), dates(b.Call.Window.Period().Start.String(), b.Call.Window.Period().End.String())})
	}
	return out, nil
}

func dates(from, to string) diag.Text {
	return diag.Text{EN: from + " – " + to, KO: from + " ~ " + to}
}

// Laws lists the law versions.
func (r RuleFiles) Laws() ([]Entry, error) {
	ids, err := r.shelf.ids(lawsDir)
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, id := range ids {
		v, err := r.law(id)
		if err != nil {
			return nil, err
		}
		out = append(out, Entry{v.ID, v.Title.Diag(), diag.T("%d provisions", "조문 %d건", len(v.Citations))})
	}
	return out, nil
}

func (r RuleFiles) law(id string) (*law.Version, error) {
	reading := reading{shelf: r.shelf, folder: lawsDir}
	file, _ := reading.file(id)
	if reading.err != nil {
		return nil, reading.err
	}
	v, _ := law.Read(file)
	return v, nil
}

// ShowCall tells what a call offers and asks for, a line each. If there is no
// such call it returns the ids of those that exist.
func (r RuleFiles) ShowCall(id string) (lines []diag.Text, known []string, err error) {
	b, _, err := r.shelf.rulebook(id, "")
	var missing *missingData
	if errors.As(err, &missing) {
		return nil, missing.known, nil
	}
	if err != nil || b == nil {
		return nil, nil, err
	}
	c := b.Call
	l := &listing{}
	l.add(diag.T("%s: %s", "%s: %s", c.ID, c.Title.Diag()))
	l.add(diag.T("Agency: %s; ministry: %s; law: %s", "전문기관: %s, 중앙행정기관: %s, 법령: %s", c.Agency.Name.Diag(), c.Ministry.Name.Diag(), c.LawVersion))
	l.add(diag.T("Applications: %s to %s. %s", "접수: %s부터 %s까지. %s", c.Window.Open, c.Window.Close, c.Window.Note.Diag()))
	l.tracks(c)
	l.head(diag.T("Phases", "연차"))
	for _, p := range c.Phases {
		l.item(diag.T("%s %s: %s to %s, %d months", "%s %s: %s부터 %s까지 %d개월", p.ID, p.Label.Diag(), p.Start, p.End, p.Months))
	}
	l.head(diag.T("Documents asked for", "제출 서류"))
	for _, d := range c.Documents {
		l.item(diag.T("%s: %s (%s)", "%s: %s(%s)", d.Name("…"), d.Title.Diag(), d.When.Name()))
		if limits := d.Limits(); !limits.IsZero() {
			l.item(diag.T("  %s", "  %s", limits))
		}
	}
	if limits := c.Submission.Limits(); !limits.IsZero() {
		l.item(limits)
	}
	l.settings(c)
	l.head(diag.T("Notes on the text of the call", "공고문에 관한 유의 사항"))
	for _, n := range c.Notes {
		l.item(n.Text.Diag())
	}
	l.head(diag.T("Rules: %d of the call, %d of the law (pactwright rules list)", "규칙: 공고 %d건, 법령 %d건(pactwright rules list)", len(c.Rules), len(b.Rules)-len(c.Rules)))
	return l.lines, nil, nil
}

// listing is text in sections.
type listing struct{ lines []diag.Text }

func (l *listing) add(t diag.Text)  { l.lines = append(l.lines, t) }
func (l *listing) head(t diag.Text) { l.add(diag.Text{}); l.add(t) }
func (l *listing) item(t diag.Text) { l.add(diag.Text{EN: "  " + t.EN, KO: "  " + t.KO}) }

func (l *listing) tracks(c *call.Call) {
	l.head(diag.T("Tracks", "트랙"))
	for _, t := range c.Tracks {
		total := t.Total.In(c.Currency)
		l.item(diag.T("%s %s: TRL %d to %d, projects selected: %d, government money up to %s in all", "%s %s: TRL %d~%d, %d개 과제, 정부지원금 총 %s 이내",
			t.ID, t.Name.Diag(), t.TRL.Min, t.TRL.Max, t.Projects, amountText(total)))
		for _, limit := range t.Caps {
			l.item(diag.T("  %s: up to %s", "  %s: %s 이내", limit.Key, amountText(limit.Value.In(c.Currency))))
		}
	}
}

func amountText(a money.Amount) diag.Text { return diag.Text{EN: a.English(), KO: a.Korean()} }

func (l *listing) settings(c *call.Call) {
	l.head(diag.T("What the call leaves open (project.settings)", "공고가 정하지 않은 사항(project.settings)"))
	for _, s := range c.Settings {
		var values []string
		for _, v := range s.Values {
			values = append(values, v.ID)
		}
		l.item(diag.T("%s = %s: %s (possible: %s)", "%s = %s: %s(가능한 값: %s)", s.ID, s.Default, s.Title.Diag(), strings.Join(values, ", ")))
		l.item(diag.T("    %s", "    %s", s.Note.Diag()))
	}
}

// ShowLaw tells what a law version holds, a line each; a word keeps only the
// provisions that hold it. If there is no such version it returns the ids of
// those that exist.
func (r RuleFiles) ShowLaw(id, word string) (lines []diag.Text, known []string, err error) {
	v, err := r.law(id)
	var missing *missingData
	if errors.As(err, &missing) {
		return nil, missing.known, nil
	}
	if err != nil {
		return nil, nil, err
	}
	l := &listing{}
	if word == "" {
		l.law(v)
	}
	for _, x := range v.Citations {
		line := diag.T("%s: %s. %s", "%s: %s. %s", x.Key, v.Cite(x.Key), x.Says.Diag())
		if strings.Contains(strings.ToLower(line.EN+line.KO), strings.ToLower(word)) {
			l.item(line)
		}
	}
	return l.lines, nil, nil
}

// law lists what stands in a law version besides its provisions.
func (l *listing) law(v *law.Version) {
	l.add(diag.T("%s: %s", "%s: %s", v.ID, v.Title.Diag()))
	for _, x := range v.Instruments {
		l.item(diag.T("%s: %s, %s", "%s: %s, %s", x.Key, x.Title.Diag(), x.Version.Diag()))
	}
	l.head(diag.T("Limits and thresholds", "한도와 기준"))
	for _, x := range v.Limits {
		l.item(diag.T("%s: %s %s%s", "%s: %s %s%s", x.Key, x.Name.Diag(), x.Percent.English(), notFound(x.Found)))
	}
	for _, x := range v.Thresholds {
		l.item(diag.T("%s: %s %s%s", "%s: %s %s%s", x.Key, x.Name.Diag(), threshold(x), notFound(x.Found)))
	}
	l.head(diag.T("Provisions", "조문"))
}

func notFound(found bool) diag.Text {
	if found {
		return diag.Text{}
	}
	return diag.T(" (not confirmed, a default)", "(미확인 기본값)")
}

func threshold(t law.Threshold) diag.Text {
	switch {
	case t.Months > 0:
		return diag.T("%d months", "%d개월", t.Months)
	case t.Days > 0:
		return diag.T("%d days", "%d일", t.Days)
	}
	return amountText(t.Amount)
}

func joined(names []string) string { return strings.Join(names, ", ") }
