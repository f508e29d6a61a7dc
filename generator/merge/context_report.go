package merge

import (
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Judged is a project with all that was found out about it at one point.
type Judged struct {
	*call.Rulebook
	Project *project.Project
	At      call.Point
	Results []call.Result
	Found   diag.List // all findings of the build, sorted
}

// Report is what the templates of the compliance report see.
type Report struct {
	Base
	State
	Basis
	Law       diag.Text
	Passed    int
	Due       int // conditions that matter at this point
	Count     Count
	Topics    []TopicRows // every condition that matters, under its topic
	Results   []ResultRow // the same: first what is not satisfied, then what is
	Waived    []ResultRow
	Later     []ResultRow // due later, or not applicable
	Contracts []ContractColumn
	Traces    []TraceRow // where the contracts state what is asked of them
	Asked     []AskedRow
	Readings  []ReadingRow
	Sources   []diag.Text // the texts that the conditions cite, with their versions
	Warnings  []FindingRow
}

// Count is how the conditions that matter came out.
type Count struct{ Passed, Failed, NotChecked, Waived, Later int }

// TopicRows are the conditions of one topic.
type TopicRows struct {
	Name diag.Text
	Rows []ResultRow
}

// State says whether a project is ready and what is left to do. The report and
// the index both open with it.
type State struct {
	Ready    bool
	At       diag.Text // the point at which the project was judged
	Deadline Deadline
	Unmet    []FindingRow
	Points   int // how many findings the rows of Unmet stand for
}

// Deadline is the day by which the point must be reached.
type Deadline struct {
	Date calendar.Date // zero if none is known
	What diag.Text
	Left diag.Text // the days from the date of the documents; empty if they have none
	Note diag.Text
}

// FindingRow is one finding as a report prints it.
type FindingRow struct {
	Code    string
	Who     diag.Text // the institution that has to act
	Where   string    // file and line; empty if none is known
	Message diag.Text
	Why     diag.Text
	Fix     diag.Text

	gap bool // of a value that is still missing
}

// ResultRow is one rule with how it came out and on what that rests.
type ResultRow struct {
	ID       string
	Title    diag.Text
	Status   string // code: passed, failed, …
	Name     diag.Text
	Due      diag.Text // the point at which the rule is due
	Rests    string    // on what the result rests: group "rests" of the words; empty if on nothing
	Finding  diag.Text
	Evidence []EvidenceRow // of contracts only what the trace table does not show
	Source   diag.Text
	Hint     diag.Text
	Waiver   *project.Waiver // nil unless waived
}

// EvidenceRow is one fact on which a result rests.
type EvidenceRow struct {
	Text  diag.Text
	Where diag.Text // file and line, or document, article and page; may be empty

	traced bool // a clause of a contract: the trace table shows it
}

// NewReport collects what the templates of the report see, except the documents
// that the call asks for. The contracts are those with the text that is signed.
func NewReport(base Base, in Judged, contracts []ContractColumn) Report {
	r := Report{
		Base: base, State: newState(base.Date, in), Basis: newBasis(in), Law: in.Law.Title.Diag(), Warnings: in.warnings(),
		Contracts: contracts, Readings: in.readings(),
	}
	cited := sources{book: in.Rulebook}
	for _, x := range in.Results {
		row := resultRow(x, cited.short(x.Rule.Cite))
		r.Count.add(x.Status)
		switch x.Status {
		case call.NotApplicable:
			r.Later = append(r.Later, row)
			continue
		case call.Waived:
			r.Waived = append(r.Waived, row)
		}
		r.Traces = append(r.Traces, traces(x, contracts)...)
		r.Results = append(r.Results, row)
	}
	r.Due, r.Passed = len(r.Results), r.Count.Passed
	r.Topics = in.topics(r.Results)
	slices.SortStableFunc(r.Results, func(a, b ResultRow) int { return rank(a) - rank(b) })
	r.Sources = cited.full()
	return r
}

func (c *Count) add(s call.Status) {
	switch s {
	case call.Passed:
		c.Passed++
	case call.Failed, call.Broken:
		c.Failed++
	case call.NotChecked:
		c.NotChecked++
	case call.Waived:
		c.Waived++
	case call.NotApplicable:
		c.Later++
	}
}

// topics puts conditions under their topics, in the order of the law version.
func (in Judged) topics(rows []ResultRow) []TopicRows {
	var out []TopicRows
	for _, t := range in.Law.Topics {
		topic := TopicRows{Name: t.Name.Diag()}
		for _, r := range rows {
			if rule, ok := in.Rule(r.ID); ok && rule.Topic == t.ID {
				topic.Rows = append(topic.Rows, r)
			}
		}
		if len(topic.Rows) > 0 {
			out = append(out, topic)
		}
	}
	return out
}

// rank puts what is not satisfied before what could not be checked and what is
// waived, and all before what is satisfied.
func rank(r ResultRow) int {
	return slices.Index([]string{string(call.Failed), string(call.Broken), string(call.NotChecked), string(call.Waived), string(call.Passed)}, r.Status)
}

func newState(date calendar.Date, in Judged) State {
	return State{Ready: !in.Found.Has(diag.Unmet), At: in.At.Name(), Deadline: in.deadline(date), Unmet: in.unmet(), Points: in.Found.Count(diag.Unmet) + in.Found.Count(diag.Blocking)}
}

// deadline is the close of the call for an application, and the planned date
// of the project agreement for that.
func (in Judged) deadline(from calendar.Date) Deadline {
	var d Deadline
	switch in.At {
	case call.Application:
		d = Deadline{Date: in.Call.Window.Close, What: diag.T("Close of the call", "접수 마감"), Note: in.Call.ClosingNote(in.Project)}
	case call.Agreement:
		d = Deadline{Date: in.Project.Info.AgreementDate, What: diag.T("Planned project agreement", "협약 체결 예정일")}
	}
	d.Left = daysLeft(from, d.Date)
	return d
}

// daysLeft says how many days lie between the date of the documents and a day;
// it is empty if one of them is not known.
func daysLeft(from, to calendar.Date) diag.Text {
	if to.IsZero() || from.IsZero() {
		return diag.Text{}
	}
	switch days := from.DaysUntil(to); {
	case days < 0:
		return diag.T("%d days ago", "%d일 지남", -days)
	case days == 0:
		return diag.T("the last day", "마감 당일")
	case days == 1:
		return diag.T("one day left", "1일 남음")
	default:
		return diag.T("%d days left", "%d일 남음", days)
	}
}

func (in Judged) rows(severities ...diag.Severity) []FindingRow {
	var out []FindingRow
	for _, f := range in.Found {
		if slices.Contains(severities, f.Severity) {
			out = append(out, FindingRow{
				Code: f.Code, Who: who(in.Project, f.Path), Where: f.Place.String(), Message: f.Message, Why: in.why(f), Fix: f.Fix, gap: f.Gap,
			})
		}
	}
	return out
}

// why prints the source of a finding, short if a rule of the call names it.
func (in Judged) why(f diag.Finding) diag.Text {
	rule, ok := in.Rule(f.Code)
	if !ok {
		return f.Why
	}
	cited := sources{book: in.Rulebook}
	return cited.short(rule.Cite)
}

// fewOfAKind is how many rows of one kind a report prints one by one.
const fewOfAKind = 5

// warnings lists the warnings, many of one code as one row.
func (in Judged) warnings() []FindingRow {
	all := in.rows(diag.Warning)
	return grouped(all, func(r FindingRow) string { return r.Code })
}

// unmet lists what stands in the way. The gaps of a draft, of which a new
// project file has a hundred, are one row for each institution.
func (in Judged) unmet() []FindingRow {
	all := in.rows(diag.Unmet, diag.Blocking)
	return grouped(all, func(r FindingRow) string {
		if !r.gap {
			return ""
		}
		return r.Code + " " + r.Who.EN
	})
}

// grouped prints many rows of one kind as the first of them. A row of the kind
// "" stands for itself.
func grouped(all []FindingRow, kind func(FindingRow) string) []FindingRow {
	count := map[string]int{}
	for _, r := range all {
		count[kind(r)]++
	}
	var out []FindingRow
	for _, r := range all {
		k := kind(r)
		n := count[k]
		if n == 0 {
			continue
		}
		if k != "" && n > fewOfAKind {
			r.Message = diag.T("%s, and %d more of this kind", "%s, 그 밖에 같은 사항 %d건", r.Message, n-1)
			count[k] = 0
		}
		out = append(out, r)
	}
	return out
}
