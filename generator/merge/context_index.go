package merge

import (
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Index is what the templates of the index see.
type Index struct {
	Base
	Ready     bool
	Documents []DocumentRow
	Signing   []SigningRow
	Missing   []FindingRow
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
	Document diag.Text
	Party    string
	Person   project.Signatory
	Method   string
	State    string // to_sign, received
}
