package review

import (
	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// Note says who wanted something and why, and where the project file says so.
type Note struct {
	What   diag.Text
	Reason diag.Text
	By     string // id of the party
	ByName diag.Text
	Path   string
}

// Line is the whole note: what was done, who asked for it and why.
func (n Note) Line() diag.Text {
	out := n.What
	if n.By != "" {
		out = diag.T("%s, asked for by %s (%s)", "%s, 요청 기관 %s(%s)", out, n.By, n.ByName)
	}
	if !n.Reason.IsZero() {
		out = diag.T("%s. %s", "%s. %s", out, n.Reason)
	}
	return out
}

// notes returns who asked for the choices and the edits of an article, and why.
func (r *reviewer) notes(d *Deviation) []Note {
	var out []Note
	for _, c := range r.Plan.Agreement.Clauses {
		if c.Key == d.Slot && c.Value != nil && (c.Value.Reason.EN != "" || c.Value.By != "") {
			out = append(out, Note{
				What:   diag.T("choice", "선택"),
				Reason: diag.Text{EN: c.Value.Reason.EN, KO: c.Value.Reason.KO}, By: c.Value.By, ByName: r.party(c.Value.By), Path: c.Path,
			})
		}
	}
	for _, e := range r.Plan.Edits {
		if e.Article == d.Slot {
			out = append(out, Note{
				What: editDone(e, r.place(e, d)), Reason: diag.Text{EN: e.Reason.EN, KO: e.Reason.KO}, By: e.By, ByName: r.party(e.By), Path: e.Path,
			})
		}
	}
	return out
}

// place returns where an edit stands: the number of its sub-clause as printed, if
// it has an anchor and is still there, else that of the article, with the address
// that the project file gives.
func (r *reviewer) place(e *project.Edit, d *Deviation) diag.Text {
	number := d.Number
	if e.Anchor != "" && e.Does() != project.EditRemove {
		for _, t := range r.Texts {
			number = inLang(number, t.Lang, t.Own.Reference(e.Article+"."+e.Anchor))
		}
	}
	if number.EN == "" || number.KO == "" {
		return both(e.Target())
	}
	return diag.T("%s (%s)", "%s(%s)", number, e.Target())
}

func editDone(e *project.Edit, at diag.Text) diag.Text {
	switch e.Does() {
	case project.EditRemove:
		return diag.T("removed: %s", "삭제: %s", at)
	case project.EditAdd:
		return diag.T("added behind %s", "추가: %s 뒤", at)
	}
	return diag.T("reworded: %s", "문구 수정: %s", at)
}
