// Package timeline computes every date of a project: those that stand in the
// project file and the call, and those that the call, the law and the contracts
// count from them. Which dates there are is data (`deadlines:`); this package
// knows the names of the dates that rows may count from, of those whom they
// concern, and of conditions.
//
// A term is counted as [calendar.Term] says. A day that is a Saturday, a Sunday
// or a holiday stays where it is; it is only noted.
package timeline

import (
	"cmp"
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// Inputs are what the dates follow from.
type Inputs struct {
	Project *project.Project
	Call    *call.Call
	Law     *law.Version
	Budget  *budget.Budget
	Plans   []*agreement.Plan
	Common  []law.Deadline // rows for every project, beside those of call and law
}

// Entry is one date.
type Entry struct {
	Row      law.Deadline
	ID       string // stays the same as long as the row and what it is for do
	Date     calendar.Date
	Subject  diag.Text // what it is for, as a phase or a result; may be empty
	About    []string  // parties that belong to the subject
	Who      []string  // ids of the parties that it concerns
	Path     string    // where the date, or that from which it counts, stands
	Counted  diag.Text // how it is counted; empty: it is the date that stands there
	Article  diag.Text // of the contract that it follows from; may be empty
	Standard bool      // the time is the standard value of that article
	Note     diag.Text // of the row, or of the call about its window
}

// Default reports whether the date rests on a reading or a standard value of
// ours.
func (e Entry) Default() bool { return !e.Row.Found || e.Standard }

// Make returns all dates of a project, sorted by date and id. A date that the
// project file does not have yet, and what would count from it, is left out.
func Make(in Inputs) []Entry {
	m := maker{Inputs: in, made: map[string][]Entry{}}
	for _, rows := range [][]law.Deadline{in.Call.Deadlines, in.Law.Deadlines, in.Common} {
		for _, row := range rows {
			if m.applies(row.When) {
				m.made[row.ID] = m.entries(row)
			}
		}
	}
	var out []Entry
	for _, entries := range m.made {
		out = append(out, entries...)
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.ID, b.ID))
	})
	return out
}

// maker makes the entries row by row, so that a row can count from one before.
type maker struct {
	Inputs
	made map[string][]Entry
}

// entries returns the dates of one row.
func (m *maker) entries(row law.Deadline) []Entry {
	name := cmp.Or(row.DateOf, row.From)
	var out []Entry
	for _, p := range m.points(name) {
		for _, plan := range m.contracts(row, p) {
			out = append(out, m.entry(row, p, plan)...)
		}
	}
	if row.Last {
		out = lastOfEach(out)
	}
	return out
}

// contracts returns the contracts for which a row stands at a date: the one of
// the date, each of the project, or none.
func (m *maker) contracts(row law.Deadline, p point) []*agreement.Plan {
	if row.Each != "agreement" && p.agreement == "" {
		return []*agreement.Plan{nil}
	}
	var out []*agreement.Plan
	for _, plan := range m.Plans {
		if plan.Seated() && (p.agreement == "" || p.agreement == plan.Agreement.ID) {
			out = append(out, plan)
		}
	}
	return out
}

// entry returns the date of a row at one point, or its days of several years.
func (m *maker) entry(row law.Deadline, p point, plan *agreement.Plan) []Entry {
	e := Entry{Row: row, Subject: p.subject, About: p.about, Path: p.path, Note: row.Note.Diag()}
	if e.Note.IsZero() {
		e.Note = p.note
	}
	who, concerned := m.who(row.Who, p, plan)
	if e.Who = who; !concerned {
		return nil
	}
	id := []string{row.ID, p.id}
	if plan != nil {
		id = append(id, plan.Agreement.ID)
		if row.Who == "lead" {
			e.About = idsOf(plan.Overseas)
		}
	}
	e.ID = strings.Join(slices.DeleteFunc(id, func(s string) bool { return s == "" }), ".")
	if row.Yearly != nil {
		return yearly(e, p)
	}
	if !m.count(&e, p, plan) || e.Date.IsZero() {
		return nil
	}
	return []Entry{e}
}

// lastOfEach keeps the last entry of each contract.
func lastOfEach(all []Entry) []Entry {
	var out []Entry
	for _, e := range all {
		contract := e.ID[strings.LastIndex(e.ID, ".")+1:]
		i := slices.IndexFunc(out, func(o Entry) bool { return strings.HasSuffix(o.ID, "."+contract) })
		switch {
		case i < 0:
			out = append(out, e)
		case e.Date.After(out[i].Date):
			out[i] = e
		}
	}
	return out
}

func idsOf(parties []*project.Party) []string {
	ids := make([]string, len(parties))
	for i, p := range parties {
		ids[i] = p.ID
	}
	return ids
}
