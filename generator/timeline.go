package generator

import (
	"io/fs"
	"path"

	"pactwright/data"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/law"
	"pactwright/generator/merge"
	"pactwright/generator/pack"
	"pactwright/generator/render/ics"
	"pactwright/generator/timeline"
)

// commonDates is the file of dates that every project has.
const commonDates = "reference/deadlines.yaml"

// Dates are all dates of a project, for a terminal and for calendars.
type Dates struct {
	Outcome
	Rows []merge.TimelineRow

	calendar map[diag.Lang][]byte
}

// Calendar returns the file for calendars in a language.
func (d Dates) Calendar(lang diag.Lang) []byte { return d.calendar[lang] }

// Timeline computes the dates of a project. Gaps in the file do not keep it from
// answering: what is not known yet has no row.
func Timeline(w World, o Options) (Dates, error) {
	o.Draft = true
	s, err := load(w, o)
	if err != nil {
		return Dates{}, err
	}
	out := Dates{Outcome: Outcome{Lang: s.lang()}}
	if s.file != nil {
		out.Source = s.file.Data
	}
	if s.plans != nil && s.budget != nil {
		out.Project = s.project.Info.ID
		t, err := s.timeline()
		if err != nil {
			return out, err
		}
		out.Rows = t.Rows
		if out.calendar, err = s.calendars(); err != nil {
			return out, err
		}
	}
	out.Findings = s.settled()
	return out, nil
}

// dates computes the dates of the project once.
func (s *state) dates() ([]timeline.Entry, error) {
	if s.entries != nil {
		return s.entries, nil
	}
	common, err := s.commonDates()
	if err != nil {
		return nil, err
	}
	s.entries = timeline.Make(timeline.Inputs{
		Project: s.project, Call: s.call, Law: s.law, Budget: s.budget, Plans: s.plans, Common: common,
	})
	return s.entries, nil
}

// commonDates reads the dates that every project has.
func (s *state) commonDates() ([]law.Deadline, error) {
	text, err := fs.ReadFile(data.Files, commonDates)
	if err != nil {
		return nil, err
	}
	common, f, found := timeline.Load(path.Base(commonDates), text)
	found.Add(timeline.Check(f, common, s.law, s.call.Deadlines, s.law.Deadlines)...)
	s.found.Add(found...)
	return common, nil
}

// timeline is what the templates of the timeline see.
func (s *state) timeline() (merge.Timeline, error) {
	entries, err := s.dates()
	if err != nil {
		return merge.Timeline{}, err
	}
	return merge.NewTimeline(s.base(), s.judged(nil, nil), entries), nil
}

func (s *state) base() merge.Base {
	base := merge.NewBase(s.project, s.call, s.date())
	base.Draft = s.opts.Draft
	return base
}

// timelines asks for the timeline in its languages.
func (s *state) timelines() ([]request, error) {
	typ, list, err := s.layers.Document("timeline")
	if err != nil {
		return nil, err
	}
	s.found.Add(list...)
	context, err := s.timeline()
	if err != nil {
		return nil, err
	}
	var out []request
	for _, lang := range typ.Languages {
		out = append(out, request{
			file: "timeline/timeline." + lang + ".pdf", kind: "timeline", typ: typ, lang: diag.Lang(lang),
			context: context, paper: doc.A4, date: s.fileDate(), use: "planning",
		})
	}
	return out, nil
}

// calendarFiles are the dates for calendars, a file for each language.
func (s *state) calendarFiles() ([]pack.File, error) {
	made, err := s.calendars()
	if err != nil {
		return nil, err
	}
	var out []pack.File
	for _, lang := range []diag.Lang{diag.Korean, diag.English} {
		out = append(out, pack.File{Path: s.calendarName(lang), Data: made[lang]})
	}
	return out, nil
}

func (s *state) calendarName(lang diag.Lang) string {
	return "timeline/" + s.project.Info.ID + "." + string(lang) + ".ics"
}

// calendars writes the dates for calendars in both languages.
func (s *state) calendars() (map[diag.Lang][]byte, error) {
	entries, err := s.dates()
	if err != nil {
		return nil, err
	}
	rows := merge.Calendar(s.base(), s.judged(nil, nil), entries)
	made := map[diag.Lang][]byte{}
	for _, lang := range []diag.Lang{diag.Korean, diag.English} {
		c := ics.Calendar{Name: s.project.Info.Title.In(lang), Lang: string(lang), Product: "pactwright " + Version, Made: s.fileDate()}
		for _, r := range rows {
			c.Events = append(c.Events, s.event(r, lang))
		}
		if made[lang], err = ics.Write(c); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// event words one date for a calendar.
func (s *state) event(r merge.TimelineRow, lang diag.Lang) ics.Event {
	e := ics.Event{UID: s.project.Info.ID + "." + r.ID + "@pactwright", Date: r.Date, Summary: r.What.In(lang), Remind: r.Remind}
	line := func(en, ko string, t diag.Text) {
		if text := t.In(lang); text != "" {
			e.Description = append(e.Description, diag.Text{EN: en, KO: ko}.In(lang)+": "+text)
		}
	}
	line("Who", "담당", r.Who)
	line("Note", "유의 사항", r.Note)
	line("Day", "요일·공휴일", r.Day)
	line("Counted", "산정 방법", r.Counted)
	line("From", "기준", diag.Text{EN: r.Path, KO: r.Path})
	line("Source", "근거", r.Source)
	return e
}
