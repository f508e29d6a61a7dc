package merge

import (
	"slices"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/timeline"
)

// Timeline is what the templates of the timeline see.
type Timeline struct {
	Base
	Rows     []TimelineRow
	Settings []diag.Text // readings of the call on which dates depend
	Counting diag.Text   // the provisions by which terms are counted
	Sources  []diag.Text // the texts that the rows cite, with their versions
}

// TimelineRow is one date, or the same one of several contracts.
type TimelineRow struct {
	ID      string
	Date    calendar.Date
	Day     diag.Text // the Saturday, Sunday or fixed holiday that it is
	What    diag.Text
	Left    diag.Text // the days from the date of the documents, where the row asks for it
	Note    diag.Text
	Who     diag.Text
	Path    string    // where it stands, or that from which it is counted
	Counted diag.Text // how
	Source  diag.Text
	Default bool // a reading or a standard value of ours
	Remind  int  // days before; 0: no reminder
}

// NewTimeline collects what the templates of the timeline see.
func NewTimeline(base Base, in Judged, entries []timeline.Entry) Timeline {
	t := Timeline{Base: base}
	cited := sources{book: in.Rulebook}
	for _, e := range together(entries) {
		t.Rows = append(t.Rows, timelineRow(base.Date, in, e, &cited))
	}
	for _, s := range in.Call.Settings {
		if s.ID == phaseKind {
			t.Settings = append(t.Settings, reading(in, s))
		}
	}
	t.Counting = cited.short(call.Cite{Law: in.Law.Counting, Found: true})
	t.Sources = cited.full()
	return t
}

// Calendar returns every date as a row of its own, for calendars: there a date
// must stay the same event when a contract is added.
func Calendar(base Base, in Judged, entries []timeline.Entry) []TimelineRow {
	cited := sources{book: in.Rulebook}
	out := make([]TimelineRow, len(entries))
	for i, e := range entries {
		out[i] = timelineRow(base.Date, in, e, &cited)
	}
	return out
}

// phaseKind is the setting that says what the phases of the call are.
const phaseKind = "phase_kind"

func reading(in Judged, s call.Setting) diag.Text {
	value := in.Call.Setting(in.Project, s.ID)
	for _, o := range s.Values {
		if o.ID == value {
			return diag.T("%s: %s", "%s: %s", s.Title.Diag(), o.Name.Diag())
		}
	}
	return diag.Text{}
}

// together makes one row of the same date of several contracts.
func together(all []timeline.Entry) []timeline.Entry {
	var out []timeline.Entry
	for _, e := range all {
		i := slices.IndexFunc(out, func(o timeline.Entry) bool {
			return o.Row.ID == e.Row.ID && o.Date == e.Date && o.Subject == e.Subject && o.Counted == e.Counted && o.Article == e.Article && o.Standard == e.Standard
		})
		if i < 0 {
			out = append(out, e)
			continue
		}
		out[i].Who, out[i].About = union(out[i].Who, e.Who), union(out[i].About, e.About)
		if out[i].Path != e.Path {
			out[i].Path += ", " + e.Path
		}
	}
	return out
}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func timelineRow(from calendar.Date, in Judged, e timeline.Entry, cited *sources) TimelineRow {
	row := TimelineRow{
		ID: e.ID, Date: e.Date, Day: timeline.DayOff(in.Law, e.Date), What: what(in.Project, e), Note: e.Note, Path: e.Path,
		Counted: e.Counted, Who: concerned(in, e), Source: sourceOf(e, cited), Default: e.Default(), Remind: int(e.Row.Remind),
	}
	if e.Row.Days {
		row.Left = daysLeft(from, e.Date)
	}
	return row
}

// what names a date with what it is for.
func what(p *project.Project, e timeline.Entry) diag.Text {
	text, about := e.Row.Title.Diag(), named(p, e.About)
	if !e.Subject.IsZero() {
		text = diag.T("%s – %s", "%s – %s", text, e.Subject)
	}
	switch {
	case about.IsZero():
		return text
	case e.Subject.IsZero():
		return diag.T("%s – %s", "%s – %s", text, about)
	}
	return diag.T("%s, %s", "%s, %s", text, about)
}

// concerned names those whom a date concerns, many of them with one word.
func concerned(in Judged, e timeline.Entry) diag.Text {
	many := len(e.Who) > 1
	switch {
	case len(e.Who) == 0:
		return in.Call.Ministry.Short.Diag()
	case many && len(e.Who) == len(in.Project.Parties):
		return diag.T("All institutions", "모든 참여기관")
	case many && e.Row.Who == "institutions":
		return diag.T("All R&D institutions", "모든 연구개발기관")
	}
	return named(in.Project, e.Who)
}

// named lists the short names of parties.
func named(p *project.Project, ids []string) diag.Text {
	var en, ko []string
	for _, id := range ids {
		if party := p.Party(id); party != nil {
			t := shortName(party)
			en, ko = append(en, t.EN), append(ko, t.KO)
		}
	}
	return diag.Text{EN: strings.Join(en, ", "), KO: strings.Join(ko, ", ")}
}

// sourceOf prints on what a date rests: provisions, an article of the contract,
// or the project file.
func sourceOf(e timeline.Entry, cited *sources) diag.Text {
	row := e.Row
	if len(row.Cite) > 0 || row.Source != "" {
		return cited.short(call.Cite{Source: row.Source, Section: row.Section, Law: row.Cite, Found: row.Found})
	}
	text := diag.T("Project file", "과제 파일")
	if !e.Article.IsZero() {
		text = diag.T("Contract, article “%s”", "계약서 “%s” 조항", e.Article)
	}
	switch {
	case e.Standard:
		text = diag.T("%s (its standard value, a default)", "%s (조항의 표준값, 기본값)", text)
	case !row.Found:
		text = diag.T("%s (a default, to be checked)", "%s (기본값, 확인 필요)", text)
	}
	return text
}
