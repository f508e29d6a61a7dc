package merge

import (
	"pactwright/generator/calendar"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// Basis is on what a report rests besides rules and readings: what the project
// file sets otherwise than the law, and what a reader should know about the text
// of the call.
type Basis struct {
	Changed []ChangedRow
	Notes   []diag.Text
	Contact Contact
}

// ChangedRow is one figure or provision that the project file sets otherwise.
type ChangedRow struct {
	Name      diag.Text
	Was, Now  diag.Text
	From      calendar.Date // zero: from the start
	AppliesTo diag.Text     // empty if not stated
	Reason    diag.Text
	InForce   bool // on the date of the documents
}

// Contact is where the call says that questions go.
type Contact struct {
	Team   diag.Text
	Phones []string
	Emails []EmailRow
}

// EmailRow is an address as the call prints it. Link is the address behind it
// if that is another one.
type EmailRow struct{ Address, Link string }

func newBasis(in Judged) Basis {
	b := Basis{Changed: changedLaw(in.Law), Contact: contact(in.Call.Contact)}
	for _, n := range in.Call.Notes {
		b.Notes = append(b.Notes, n.Text.Diag())
	}
	return b
}

func changedLaw(v *law.Version) []ChangedRow {
	var out []ChangedRow
	for _, c := range v.Changes {
		out = append(out, ChangedRow{
			Name: c.Name, Was: c.Was, Now: c.Now, From: c.From, AppliesTo: c.AppliesTo.Diag(), Reason: c.Reason.Diag(), InForce: c.InForce,
		})
	}
	return out
}

func contact(c call.Contact) Contact {
	out := Contact{Team: c.Team.Diag(), Phones: c.Phone}
	for _, e := range c.Email {
		row := EmailRow{Address: e.Printed}
		if e.Link != e.Printed {
			row.Link = e.Link
		}
		out.Emails = append(out.Emails, row)
	}
	return out
}
