package call

import (
	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/source"
)

// CodeOverdue warns of rules and documents whose sources were not read for
// longer than their file relies on a reading.
const CodeOverdue = "CALL-FILE-OVERDUE"

// Overdue reports what of the call and of its law version is to be read again on
// a day: provisions, rules and documents.
func (b *Rulebook) Overdue(on calendar.Date) diag.List {
	var ofCall, ofLaw []law.Reading
	for i, d := range b.Call.Documents {
		ofCall = append(ofCall, law.Reading{Key: d.ID, Path: source.Item("documents", i) + ".cite.checked", Checked: d.Cite.Checked})
	}
	for _, r := range b.Rules {
		reading := law.Reading{Key: r.ID, Path: r.path + ".cite.checked", Checked: r.Cite.Checked}
		if r.file == b.Call.File {
			ofCall = append(ofCall, reading)
		} else {
			ofLaw = append(ofLaw, reading)
		}
	}
	found := b.Call.Review.Overdue(CodeOverdue, b.Call.File, ofCall, on)
	found.Add(b.Law.Overdue(on)...)
	found.Add(b.Law.Review.Overdue(CodeOverdue, b.Law.File, ofLaw, on)...)
	return found
}
