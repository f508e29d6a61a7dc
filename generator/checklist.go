package generator

import (
	"crypto/sha256"
	"encoding/hex"

	"pactwright/generator/call"
	"pactwright/generator/merge"
)

// checklist says of every document that the call asks for how far it is.
func (s *state) checklist(in handIn) call.Checklist {
	var out call.Checklist
	for _, a := range in {
		i := call.Item{
			Document: a.asked.ID, Title: a.asked.Title.Diag(), When: a.asked.When, Note: a.asked.Note.Diag(),
			State: s.stateOf(a), ToSign: a.unsigned,
		}
		switch a.asked.Per {
		case "overseas":
			i.Party = a.subject
		case "agreement":
			i.Agreement = a.subject
		}
		for _, f := range a.files {
			sum := sha256.Sum256(f.data)
			i.Files = append(i.Files, call.Handed{
				Name: f.name, From: f.from, Received: f.received, Size: int64(len(f.data)), Pages: f.pages, SHA256: hex.EncodeToString(sum[:]),
			})
		}
		for _, id := range s.comesInFor(a) {
			for _, r := range s.project.ReceivedFor(id) {
				if fault := s.received[r.File].Fault; i.Fault.IsZero() {
					i.Fault = fault
				}
			}
		}
		out = append(out, i)
	}
	return out
}

// stateOf tells how far an answer is.
func (s *state) stateOf(a answer) call.State {
	received := false
	for _, f := range a.files {
		received = received || f.received
	}
	switch {
	case !a.asked.When.Reached(s.opts.at()):
		return call.Later
	case len(a.files) == 0 && !s.dossier.Holds(a.asked.Needs):
		return call.NotAsked
	case received && !a.unsigned:
		return call.Received
	case (len(a.files) == 0 || a.unsigned) && s.declared(a):
		return call.Declared
	case len(a.files) > 0:
		return call.Made
	}
	return call.Missing
}

// declared reports whether the project file says that a document is there, or
// that a letter is signed.
func (s *state) declared(a answer) bool {
	if a.asked.Kind == "letter" {
		for _, l := range s.project.Letters {
			if l.Party == a.subject && l.State == "signed" {
				return true
			}
		}
	}
	return a.asked.Says(s.input())
}

// comesInFor returns what files for an answer come in for.
func (s *state) comesInFor(a answer) []string {
	switch a.asked.Kind {
	case "agreement":
		return []string{a.subject}
	case "letter":
		var ids []string
		for _, l := range s.project.Letters {
			if l.Party == a.subject {
				ids = append(ids, l.ID)
			}
		}
		return ids
	}
	return []string{a.asked.Received(a.subject)}
}

// askedRows shows the checklist in the index, one row for each document. A part
// of a pack hands nothing in.
func (s *state) askedRows(list call.Checklist) []merge.AskedRow {
	if s.opts.partial() {
		return nil
	}
	var out []merge.AskedRow
	for _, a := range s.call.Documents {
		items := list.Of(a.ID)
		row := merge.AskedRow{Title: a.Title.Diag(), When: a.When.Name(), Note: a.Note.Diag(), State: s.stateOfAll(a, items)}
		for _, i := range items {
			for _, f := range i.Files {
				row.Files = append(row.Files, f.Name)
			}
		}
		out = append(out, row)
	}
	return out
}

// stateOfAll is the state of a document over all of whom it is asked, a word of
// the group "asked_state".
func (s *state) stateOfAll(a call.Asked, items call.Checklist) string {
	without, unsigned := 0, false
	for _, i := range items {
		if len(i.Files) == 0 {
			without++
		}
		unsigned = unsigned || i.ToSign
	}
	switch {
	case !a.When.Reached(s.opts.at()):
		return "later"
	case items.All(call.NotAsked):
		return "not_needed"
	case without == len(items) && items.Count(call.Declared) > 0:
		return "declared"
	case without == len(items):
		return "to_add"
	case without > 0:
		return "incomplete"
	case unsigned:
		return "unsigned"
	case a.Kind == "agreement" || a.Kind == "letter":
		return "signed"
	}
	return "enclosed"
}
