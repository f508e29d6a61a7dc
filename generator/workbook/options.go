package workbook

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Options are how the budget is shown. The zero value shows headings in both
// languages and money in ones, without sheets of text.
type Options struct {
	Headings  diag.Lang // the language of headings and names of categories; empty: both
	Thousands bool      // money in thousands, but what is typed in ones
	Prose     []Prose   // sheets of text behind the others, in their order
	Form      Form      // of the agency; without rows there is no sheet to copy from
}

// Prose is a sheet of text as its template made it.
type Prose struct {
	Name  string
	Place diag.Place      // of the template
	Texts []*doc.Resolved // in the languages that it has, Korean first
}
