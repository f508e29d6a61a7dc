package review

import (
	"bytes"
	"encoding/json"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// fileText is a text in both languages.
type fileText struct {
	EN string `json:"en"`
	KO string `json:"ko"`
}

func inFile(t diag.Text) fileText { return fileText{t.EN, t.KO} }

type fileReview struct {
	Agreement string        `json:"agreement"`
	Package   string        `json:"package"`
	Articles  int           `json:"articles"`
	Deviating int           `json:"deviating"`
	Open      int           `json:"open"`
	Approved  int           `json:"approved"`
	Void      int           `json:"void"`
	Rows      []fileArticle `json:"rows"`
}

type fileArticle struct {
	Article   string            `json:"article"`
	Number    fileText          `json:"number"`
	WasNumber *fileText         `json:"number_in_standard,omitempty"`
	Title     fileText          `json:"title"`
	Kind      Kind              `json:"kind"`
	Moved     bool              `json:"moved,omitempty"`
	Standard  string            `json:"standard,omitempty"`
	WasTitle  *fileText         `json:"standard_title,omitempty"`
	Option    string            `json:"option,omitempty"`
	IsTitle   *fileText         `json:"option_title,omitempty"`
	Code      string            `json:"code,omitempty"`
	Rank      string            `json:"rank,omitempty"`
	State     State             `json:"approval_state"`
	Approval  *fileApproval     `json:"approval,omitempty"`
	Hash      string            `json:"hash"`
	Changes   []fileChange      `json:"changes,omitempty"`
	Notes     []fileNote        `json:"notes,omitempty"`
	Risk      *fileText         `json:"risk,omitempty"`
	Policy    *fileText         `json:"partner_policy,omitempty"`
	Law       []fileText        `json:"law,omitempty"`
	Call      []string          `json:"call,omitempty"`
	Redline   *fileBothRedlines `json:"redline,omitempty"`
}

type fileApproval struct {
	Person string `json:"person"`
	Date   string `json:"date"`
	Hash   string `json:"hash"`
	Path   string `json:"path"`
}

type fileChange struct {
	Parameter string    `json:"parameter"`
	Title     fileText  `json:"title"`
	Old       *fileText `json:"old,omitempty"`
	New       fileText  `json:"new"`
	Path      string    `json:"path,omitempty"`
}

type fileNote struct {
	What   fileText  `json:"what"`
	Reason *fileText `json:"reason,omitempty"`
	By     string    `json:"by,omitempty"`
	Path   string    `json:"path,omitempty"`
}

type fileBothRedlines struct {
	EN []fileLine `json:"en"`
	KO []fileLine `json:"ko"`
}

type fileLine struct {
	Number string    `json:"number,omitempty"`
	Text   []fileRun `json:"text"`
}

type fileRun struct {
	Change doc.Change `json:"change,omitempty"`
	Text   string     `json:"text"`
}

// JSON returns the review for other programs. What is standard has its hash only.
func (r *Review) JSON() ([]byte, error) {
	sums := r.Sums()
	out := fileReview{
		Agreement: r.Agreement.ID, Articles: sums.Articles, Deviating: sums.Deviating, Open: sums.Open, Approved: sums.Approved, Void: sums.Void,
		Rows: []fileArticle{},
	}
	if r.Package != nil {
		out.Package = r.Package.ID
	}
	for _, d := range r.Deviations {
		out.Rows = append(out.Rows, d.inFile())
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.Bytes(), err
}

func (d Deviation) inFile() fileArticle {
	a := fileArticle{
		Article: d.Slot, Number: inFile(d.Number), WasNumber: optional(d.WasNumber), Title: inFile(d.Title), Kind: d.Kind, Moved: d.Moved,
		Standard: d.Standard.ID, WasTitle: optional(d.Standard.Title), Option: d.Option.ID, IsTitle: optional(d.Option.Title), Code: d.Code, Rank: d.Rank, State: d.State, Hash: d.Hash,
	}
	if d.Approval != nil {
		a.Approval = &fileApproval{d.Approval.Person, d.Approval.Date.String(), d.Approval.Hash, d.Approval.Path}
	}
	if d.Kind == Standard {
		return a
	}
	a.Risk, a.Policy = optional(d.Risk), optional(d.Policy)
	for _, c := range d.Call {
		a.Call = append(a.Call, c.ID)
	}
	for _, l := range d.Law {
		a.Law = append(a.Law, inFile(l))
	}
	for _, c := range d.Changes {
		a.Changes = append(a.Changes, fileChange{c.Name, inFile(c.Title), optional(c.Old), inFile(c.New), c.Path})
	}
	for _, n := range d.Notes {
		a.Notes = append(a.Notes, fileNote{inFile(n.What), optional(n.Reason), n.By, n.Path})
	}
	a.Redline = &fileBothRedlines{linesInFile(d.Redline[diag.English]), linesInFile(d.Redline[diag.Korean])}
	return a
}

func optional(t diag.Text) *fileText {
	if t.IsZero() {
		return nil
	}
	f := inFile(t)
	return &f
}

func linesInFile(lines []Line) []fileLine {
	out := []fileLine{}
	for _, l := range lines {
		f := fileLine{Number: l.Number, Text: []fileRun{}}
		for _, in := range l.Text {
			f.Text = append(f.Text, fileRun{in.Change, in.Text})
		}
		out = append(out, f)
	}
	return out
}
