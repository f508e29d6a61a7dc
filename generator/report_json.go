package generator

import (
	"bytes"
	"encoding/json"

	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
)

// reportJSON is the compliance report for programs.
type reportJSON struct {
	Project  string         `json:"project"`
	Call     string         `json:"call"`
	Law      string         `json:"law_version"`
	At       call.Point     `json:"at"`
	Date     string         `json:"date"`
	Ready    bool           `json:"ready"`
	Results  []resultJSON   `json:"results"`
	Readings []readingJSON  `json:"readings"`
	Changes  []changeJSON   `json:"law_changes"`
	Findings []diag.Finding `json:"findings"`

	Documents call.Checklist `json:"documents"` // what the call asks for
	Received  []receivedJSON `json:"received"`  // what came in, in the order of the project file
}

type receivedJSON struct {
	For      string    `json:"for"`
	File     string    `json:"file"`
	Date     string    `json:"date"`
	Signer   string    `json:"signer,omitempty"`
	Readable bool      `json:"readable"`
	Fault    diag.Text `json:"fault,omitzero"`
	Size     int64     `json:"size"`
	Pages    int       `json:"pages,omitempty"`
	SHA256   string    `json:"sha256,omitempty"`
}

type resultJSON struct {
	Rule     string          `json:"rule"`
	Title    diag.Text       `json:"title"`
	Topic    string          `json:"topic"`
	Severity diag.Severity   `json:"severity"`
	Point    call.Point      `json:"point"` // at which the rule is due
	Due      bool            `json:"due"`
	Status   call.Status     `json:"status"`
	Rests    string          `json:"rests_on,omitempty"` // attached, document, declared, computed
	Message  diag.Text       `json:"message"`
	Faults   []call.Fault    `json:"faults,omitempty"`
	Evidence []call.Evidence `json:"evidence,omitempty"`
	Cite     citeJSON        `json:"cite"`
	Fix      diag.Text       `json:"fix"`
	Waiver   *waiverJSON     `json:"waiver,omitempty"`
}

type citeJSON struct {
	Text    diag.Text `json:"text"` // with the versions
	Found   bool      `json:"found"`
	Checked string    `json:"checked"`
}

type waiverJSON struct {
	Person string    `json:"person"`
	Date   string    `json:"date"`
	Reason diag.Text `json:"reason"`
}

type readingJSON struct {
	Setting string    `json:"setting"`
	Title   diag.Text `json:"title"`
	Value   diag.Text `json:"value"`
	Own     bool      `json:"set_by_project"`
}

// changeJSON is what the project file sets otherwise than the law version.
type changeJSON struct {
	Provision string    `json:"provision"`
	Was       diag.Text `json:"was"`
	Now       diag.Text `json:"now"`
	From      string    `json:"effective_from,omitempty"`
	InForce   bool      `json:"in_force"`
	Reason    diag.Text `json:"reason"`
	Found     bool      `json:"found"` // never: no source confirms it
}

func (s *state) changesJSON() []changeJSON {
	out := []changeJSON{}
	for _, c := range s.law.Changes {
		out = append(out, changeJSON{
			Provision: c.Provision, Was: c.Was, Now: c.Now, From: c.From.String(), InForce: c.InForce, Reason: c.Reason.Diag(),
		})
	}
	return out
}

func (s *state) reportJSON(report merge.Report, results []call.Result, asked call.Checklist, found diag.List) ([]byte, error) {
	r := reportJSON{
		Project: s.project.Info.ID, Call: s.call.ID, Law: s.law.ID, At: s.opts.at(), Date: s.date().String(),
		Ready: !found.Has(diag.Unmet), Results: []resultJSON{}, Findings: append([]diag.Finding{}, found...),
		Documents: append(call.Checklist{}, asked...), Received: []receivedJSON{}, Changes: s.changesJSON(),
	}
	for _, x := range s.project.Received {
		state := s.received[x.File]
		r.Received = append(r.Received, receivedJSON{
			For: x.For, File: x.File, Date: x.Date.String(), Signer: x.Signer, Readable: state.Readable, Fault: state.Fault,
			Size: state.Size, Pages: state.Pages, SHA256: state.SHA256,
		})
	}
	for _, x := range results {
		r.Results = append(r.Results, newResultJSON(x))
	}
	for _, x := range report.Readings {
		r.Readings = append(r.Readings, readingJSON{x.ID, x.Title, x.Value, x.Own})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

func newResultJSON(x call.Result) resultJSON {
	r := resultJSON{
		Rule: x.Rule.ID, Title: x.Rule.Title.Diag(), Topic: x.Rule.Topic, Severity: x.Rule.Severity.Severity, Point: x.Rule.Due,
		Due: x.Due, Status: x.Status, Rests: merge.Rests(x), Message: x.Message, Faults: x.Faults, Evidence: x.Evidence,
		Cite: citeJSON{x.Why, x.Rule.Cite.Found, x.Rule.Cite.Checked}, Fix: x.Rule.Hint.Diag(),
	}
	if w := x.Waiver; w != nil {
		r.Waiver = &waiverJSON{w.Person, w.Date.String(), diag.Text{EN: w.Reason.EN, KO: w.Reason.KO}}
	}
	return r
}
