package merge

import (
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Index is what the templates of the index see.
type Index struct {
	Base
	State
	Asked     []AskedRow
	Signing   []SigningRow
	Documents []DocumentRow
	Figures   int // read back from the files of the pack; all of them agree with the budget and the texts
	Compared  int // in how many documents
}

// NewIndex collects what the templates of the index see, except the documents.
func NewIndex(base Base, in Judged) Index {
	return Index{Base: base, State: newState(base.Date, in)}
}

// AskedRow is one document that the call asks for.
type AskedRow struct {
	Title diag.Text
	When  diag.Text // the point at which it is handed in
	Note  diag.Text
	Files []string // names in the archive that is handed in
	State string   // group "asked_state" of the words
}

// DocumentRow is one document of the pack.
type DocumentRow struct {
	File  string
	Title diag.Text
	Pages int // 0 for a workbook or a data file
	Use   diag.Text
}

// SigningRow says who signs one document and how.
type SigningRow struct {
	Document  diag.Text
	Originals int // how many copies are signed
	Party     string
	Person    project.Signatory
	Method    string
	State     string // to_sign, received
}
