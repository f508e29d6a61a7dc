package merge

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/timeline"
)

// Todo is what the templates of a to-do list see: what is needed of one
// institution, in words that are sent to it.
type Todo struct {
	Base
	At       diag.Text
	Deadline Deadline
	Party    string          // id
	Contact  *project.Person // of the lead; nil if it names none
	Rows     []TodoRow       // what stands in the way, then what would be good to have
	Dates    []TimelineRow   // that it has to keep from now on; of the lead none: it has the timeline
}

// TodoRow is one thing that is needed.
type TodoRow struct {
	Ask    diag.Text // what the institution is asked for
	Why    diag.Text // what is wrong or missing now
	Source diag.Text
	Must   bool // something stands in the way without it
}

// NewTodo collects what is needed of a party. To an institution other than the
// lead only that is told which a rule words for it: how a project file is filled
// in does not concern it.
func NewTodo(base Base, in Judged, party *project.Party, dates []timeline.Entry) Todo {
	t := Todo{Base: base, At: in.At.Name(), Deadline: in.deadline(base.Date), Party: party.ID}
	if lead := in.Project.Lead(); lead != nil {
		t.Contact = lead.Person(lead.Notices.Attention)
	}
	if party.Role != project.Lead {
		t.Dates = datesOf(base, in, party.ID, dates)
	}
	for _, severity := range []diag.Severity{diag.Unmet, diag.Warning} {
		for _, f := range in.Found {
			if f.Severity != severity || f.Gap || actor(in.Project, f.Path) != party.ID {
				continue
			}
			rule, _ := in.Rule(f.Code)
			ask := rule.Ask.Diag()
			if ask.IsZero() && party.Role != project.Lead {
				continue
			}
			if ask.IsZero() {
				ask = f.Fix
			}
			t.Rows = append(t.Rows, TodoRow{Ask: ask, Why: f.Message, Source: in.why(f), Must: severity == diag.Unmet})
		}
	}
	return t
}

// datesOf returns the dates of one party from that of the documents on.
func datesOf(base Base, in Judged, party string, dates []timeline.Entry) []TimelineRow {
	var own []timeline.Entry
	for _, e := range dates {
		if slices.Contains(e.Who, party) && !e.Date.Before(base.Date) {
			own = append(own, e)
		}
	}
	return NewTimeline(base, in, own).Rows
}

// actor returns the id of the party that has to act on what stands at a path.
func actor(p *project.Project, path string) string {
	if id := partyAt(p, path); id != "" {
		return id
	}
	if lead := p.Lead(); lead != nil {
		return lead.ID
	}
	return ""
}
