package merge

import (
	"fmt"

	"pactwright/generator/call"
	"pactwright/generator/diag"
)

// Report is what the templates of the compliance report see.
type Report struct {
	Base
	Ready    bool
	At       diag.Text // the point at which the project was judged
	Law      diag.Text
	Passed   int
	Failed   int
	Open     int // not checked, or broken
	NotDue   int // due later, or not applicable
	Unmet    []FindingRow
	Warnings []FindingRow
	Results  []ResultRow
	Trace    []TraceRow
}

// FindingRow is one finding as a report prints it.
type FindingRow struct {
	Code    string
	Where   string // file and line; empty if none is known
	Message diag.Text
	Why     diag.Text
	Fix     diag.Text
}

// ResultRow is one rule with how it came out and on what that rests.
type ResultRow struct {
	ID       string
	Title    diag.Text
	Status   string // code: passed, failed, …
	Name     diag.Text
	Message  diag.Text
	Why      diag.Text
	Hint     diag.Text
	Evidence []EvidenceRow
}

// EvidenceRow is one fact on which a result rests.
type EvidenceRow struct {
	Text     diag.Text
	Where    string // file and line, or document, article and page
	Attached bool   // a file is there; false: only declared
}

// TraceRow says where a contract or a law's demand is met in the contract.
type TraceRow struct {
	Rule     string
	Title    diag.Text
	Document string
	Article  string
	Page     int
}

// NewReport collects what the templates of the report see. The findings are all
// findings of the build, sorted.
func NewReport(base Base, at call.Point, law diag.Text, results []call.Result, found diag.List) Report {
	r := Report{Base: base, At: at.Name(), Law: law, Ready: !found.Has(diag.Unmet)}
	for _, f := range found {
		row := FindingRow{Code: f.Code, Where: f.Place.String(), Message: f.Message, Why: f.Why, Fix: f.Fix}
		switch f.Severity {
		case diag.Unmet, diag.Blocking:
			r.Unmet = append(r.Unmet, row)
		case diag.Warning:
			r.Warnings = append(r.Warnings, row)
		}
	}
	for _, x := range results {
		r.count(x.Status)
		r.Results = append(r.Results, resultRow(x))
		r.Trace = append(r.Trace, traceRows(x)...)
	}
	return r
}

func (r *Report) count(s call.Status) {
	switch s {
	case call.Passed:
		r.Passed++
	case call.Failed:
		r.Failed++
	case call.NotApplicable:
		r.NotDue++
	default:
		r.Open++
	}
}

func resultRow(x call.Result) ResultRow {
	row := ResultRow{
		ID: x.Rule.ID, Title: x.Rule.Title.Diag(), Status: string(x.Status), Name: x.Status.Name(),
		Message: x.Message, Why: x.Why, Hint: x.Rule.Hint.Diag(),
	}
	for _, e := range x.Evidence {
		row.Evidence = append(row.Evidence, EvidenceRow{Text: e.Text, Where: where(e), Attached: e.Attached})
	}
	return row
}

func where(e call.Evidence) string {
	switch {
	case e.Document != "" && e.Page > 0:
		return fmt.Sprintf("%s, %s, p. %d", e.Document, e.Article, e.Page)
	case e.Document != "":
		return e.Document
	case e.Place.Line > 0:
		return fmt.Sprintf("%s:%d", e.Place.File, e.Place.Line)
	}
	return ""
}

func traceRows(x call.Result) []TraceRow {
	var out []TraceRow
	for _, e := range x.Evidence {
		if e.Document != "" && e.Page > 0 {
			out = append(out, TraceRow{Rule: x.Rule.ID, Title: x.Rule.Title.Diag(), Document: e.Document, Article: e.Article, Page: e.Page})
		}
	}
	return out
}
