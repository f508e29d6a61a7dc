package call

import "pactwright/generator/diag"

// Checklist says of every document that a call asks for how far it is, in the
// order of the call: one item for the project, or one for each institution
// abroad or contract where the call asks for one each. Index, report and
// report.json are made from it.
type Checklist []Item

// Item is one document that the call asks for, once.
type Item struct {
	Document  string    `json:"document"` // id of the call's document
	Title     diag.Text `json:"title"`
	When      Point     `json:"when"`
	Party     string    `json:"party,omitempty"`     // the institution abroad, where there is one each
	Agreement string    `json:"agreement,omitempty"` // the contract, where there is one each
	State     State     `json:"state"`
	ToSign    bool      `json:"to_sign,omitempty"` // what was made here still lacks a signature
	Files     []Handed  `json:"files,omitempty"`   // in the order in which they are handed in
	Note      diag.Text `json:"note,omitzero"`     // what the call says of the document
	Fault     diag.Text `json:"fault,omitzero"`    // why a file that came in for it does not count
}

// Handed is one file that is handed in.
type Handed struct {
	Name     string `json:"name"` // the call's name, with the ending of the file
	From     string `json:"from"` // its path in the pack
	Received bool   `json:"received,omitempty"`
	Size     int64  `json:"size"`
	Pages    int    `json:"pages,omitempty"` // of a PDF
	SHA256   string `json:"sha256"`
}

// State is how far a document is.
type State string

// States. Only Made and Received have everything that is asked for, Made only
// if nothing is left to sign.
const (
	Made     State = "made"      // by this program, in full or, see ToSign, except for signatures
	Received State = "received"  // a file came in for it and can be read
	Declared State = "declared"  // the project file says that it is there, but no file shows it
	Missing  State = "missing"   // neither made nor received
	NotAsked State = "not_asked" // not of this project
	Later    State = "later"     // at a later point than the one asked about
)

var stateNames = map[State]diag.Text{
	Made:     {EN: "made here", KO: "작성됨"},
	Received: {EN: "received", KO: "접수됨"},
	Declared: {EN: "stated, but no file is there", KO: "기재되었으나 파일 없음"},
	Missing:  {EN: "missing", KO: "없음"},
	NotAsked: {EN: "not asked of this project", KO: "해당 없음"},
	Later:    {EN: "due later", KO: "이후 시점에 제출"},
}

// Name returns the state as a report prints it.
func (s State) Name() diag.Text { return stateNames[s] }

// Of returns the items of one document of the call.
func (c Checklist) Of(document string) Checklist {
	var out Checklist
	for _, i := range c {
		if i.Document == document {
			out = append(out, i)
		}
	}
	return out
}

// All reports whether every item has the state. An empty list has none.
func (c Checklist) All(s State) bool { return len(c) > 0 && c.Count(s) == len(c) }

// Count returns how many items have the state.
func (c Checklist) Count(s State) int {
	n := 0
	for _, i := range c {
		if i.State == s {
			n++
		}
	}
	return n
}

// Says reports whether the project file states that the document is there.
func (a Asked) Says(in Input) bool { return !a.Declared.missing() && a.Declared.in(in.Project) }
