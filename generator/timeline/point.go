package timeline

import (
	"fmt"
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// point is one date from which rows count.
type point struct {
	date      calendar.Date
	path      string // where it stands in the project file; of a call with "call: " before it
	id        string // of what the date belongs to, in the ids of entries
	subject   diag.Text
	about     []string // parties that belong to the subject
	parties   []string // whom the date concerns
	phase     string   // in which it lies, for who pays in
	agreement string   // the contract that it belongs to
	note      diag.Text
	event     diag.Text // what happens on it, for texts that count from it
}

// pointsOf are the dates that rows may name. Those with several dates name a
// list of the project file.
var pointsOf = map[string]func(*maker) []point{
	"window.open": func(m *maker) []point {
		return one(m.Call.Window.Open, "call: window.open", "the opening of the call", "접수 시작일")
	},
	"window.close": (*maker).windowClose,
	"project.submission_date": func(m *maker) []point {
		return one(m.Project.Info.SubmittedOn, "project.submission_date", "the submission", "신청일")
	},
	"project.agreement_date": func(m *maker) []point {
		return one(m.Project.Info.AgreementDate, "project.agreement_date", "the project agreement", "협약 체결일")
	},
	"project.start": func(m *maker) []point {
		return one(m.Project.Info.Start, "project.start", "the start of the project", "과제 시작일")
	},
	"project.end":         (*maker).projectEnd,
	"award.notified":      (*maker).award,
	"phases.start":        func(m *maker) []point { return m.phases("start") },
	"phases.end":          func(m *maker) []point { return m.phases("end") },
	"phases.end.not_last": func(m *maker) []point { return butLast(m.phases("end")) },
	"annual.end":          (*maker).annualEnds,
	"stages.end":          (*maker).stageEnds,
	"stages.end.not_last": func(m *maker) []point { return butLast(m.stageEnds()) },
	"stages.end.last":     func(m *maker) []point { all := m.stageEnds(); return all[max(0, len(all)-1):] },

	"agreements.effective_date": (*maker).effectiveDates,
	"letters.valid_until": func(m *maker) []point {
		return m.letters("valid_until", func(l project.Letter) calendar.Date { return l.ValidUntil })
	},
	"letters.confidential_until": func(m *maker) []point {
		return m.letters("confidential_until", func(l project.Letter) calendar.Date { return l.SecretUntil })
	},
	"results.due":                     (*maker).results,
	"budget.payments.instalments.due": (*maker).instalments,
	"evidence.ethics.date":            (*maker).ethics,
	"changes.date":                    (*maker).changes,
}

// points returns the dates of a name, or those of a row further up.
func (m *maker) points(name string) []point {
	if make, ok := pointsOf[name]; ok {
		return make(m)
	}
	var out []point
	for _, e := range m.made[name] {
		event := diag.T("the day of “%s”", "“%s” 기한", e.Row.Title.Diag())
		p := point{date: e.Date, path: e.Path, subject: e.Subject, event: event}
		if e.Row.Each == "agreement" {
			p.agreement = m.contractOf(e)
		}
		out = append(out, p)
	}
	return out
}

// contractOf returns the id of the contract that an entry is made for.
func (m *maker) contractOf(e Entry) string {
	for _, plan := range m.Plans {
		if id := "." + plan.Agreement.ID; len(e.ID) > len(id) && e.ID[len(e.ID)-len(id):] == id {
			return plan.Agreement.ID
		}
	}
	return ""
}

func one(date calendar.Date, path, en, ko string) []point {
	return []point{{date: date, path: path, event: diag.Text{EN: en, KO: ko}}}
}

func (m *maker) windowClose() []point {
	all := one(m.Call.Window.Close, "call: window.close", "the close of the call", "접수 마감일")
	all[0].note = m.Call.Window.Note.Diag()
	return all
}

func (m *maker) projectEnd() []point {
	return one(m.Project.Info.End, "project.end", "the end of the project", "과제 종료일")
}

func (m *maker) award() []point {
	if m.Project.Award == nil {
		return nil
	}
	return one(m.Project.Award.Notified, "award.notified", "the notice of the result", "선정 결과 통보일")
}

// phases returns the first or the last days of the phases.
func (m *maker) phases(key string) []point {
	var out []point
	for _, ph := range m.Project.Phases {
		label := m.phaseLabel(ph.ID)
		p := point{
			date: ph.Start, path: source.Child(ph.Path, key), id: ph.ID, subject: label, phase: ph.ID,
			event: diag.T("the start of %s", "%s 시작일", label),
		}
		if key == "end" {
			p.date, p.event = ph.End, diag.T("the end of %s", "%s 종료일", label)
		}
		out = append(out, p)
	}
	return out
}

// phaseLabel is what the call names a phase.
func (m *maker) phaseLabel(id string) diag.Text {
	if ph, ok := m.Call.Phase(id); ok {
		return ph.Label.Diag()
	}
	return diag.Text{EN: id, KO: id}
}

// inStages reports whether the phases of the project are stages, and not annual
// periods of one stage that is the whole project.
func (m *maker) inStages() bool {
	return m.Call.Setting(m.Project, "phase_kind") == budget.StagePhases
}

// annualEnds are the ends of annual periods with which no stage ends: the stage
// report or the final report stands for the annual report of the others.
func (m *maker) annualEnds() []point {
	if m.inStages() {
		return nil
	}
	return butLast(m.phases("end"))
}

func (m *maker) stageEnds() []point {
	if m.inStages() {
		return m.phases("end")
	}
	return m.projectEnd()
}

func butLast(all []point) []point { return all[:max(0, len(all)-1)] }

func (m *maker) effectiveDates() []point {
	var out []point
	for _, a := range m.Project.Agreements {
		out = append(out, point{
			date: a.Effective, path: source.Child(a.Path, "effective_date"), agreement: a.ID,
			event: diag.T("the effective date of the contract", "계약의 효력발생일"),
		})
	}
	return out
}

func (m *maker) letters(key string, date func(project.Letter) calendar.Date) []point {
	var out []point
	for _, l := range m.Project.Letters {
		out = append(out, point{date: date(l), path: source.Child(l.Path, key), id: l.ID, parties: []string{l.Party}})
	}
	return out
}

func (m *maker) results() []point {
	var out []point
	for _, r := range m.Project.Results {
		out = append(out, point{
			date: r.Due, path: source.Child(r.Path, "due"), id: r.ID, parties: append([]string{r.Party}, r.With...),
			subject: diag.T("%s, %s", "%s, %s", r.ID, diag.Text{EN: r.Title.EN, KO: r.Title.KO}),
		})
	}
	return out
}

func (m *maker) instalments() []point {
	var out []point
	for _, y := range m.Project.Budget.Payments {
		for _, i := range y.Instalments {
			out = append(out, point{
				date: i.Due, path: source.Child(i.Path, "due"), id: i.ID, parties: []string{y.Payer},
				subject: diag.Text{EN: i.ID, KO: i.ID}, about: []string{y.Payee},
			})
		}
	}
	return out
}

// ethics takes the dates of reviews. Two of one institution have a number.
func (m *maker) ethics() []point {
	var out []point
	for _, e := range m.Project.Evidence.Ethics {
		id := e.Party
		for n := 2; slices.ContainsFunc(out, func(p point) bool { return p.id == id }); n++ {
			id = fmt.Sprintf("%s-%d", e.Party, n)
		}
		board := diag.Text{EN: e.Board.EN, KO: e.Board.KO}
		out = append(out, point{date: e.Date, path: source.Child(e.Path, "date"), id: id, subject: board, parties: []string{e.Party}})
	}
	return out
}

func (m *maker) changes() []point {
	var out []point
	for _, c := range m.Project.Changes {
		p := point{date: c.Date, path: source.Child(c.Path, "date"), id: c.ID, subject: diag.Text{EN: c.ID, KO: c.ID}}
		if a := m.Project.Agreement(c.Agreement); a != nil {
			p.parties = a.Parties
		}
		out = append(out, p)
	}
	return out
}
