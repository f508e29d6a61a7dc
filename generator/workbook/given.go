package workbook

import (
	"pactwright/generator/diag"
	"pactwright/generator/project"
	"pactwright/generator/sheet"
	"pactwright/generator/source"
)

// Given is a cell that holds a value which somebody gives.
type Given struct {
	Row  string    // path of the entry in the project file that the row stands for; empty if it is none
	ID   string    // of that row
	Path string    // of the value in the project file; empty if it does not come from there
	Key  string    // of the value in its entry, or the defined name of the column
	From diag.Text // where the value comes from, if it is not taken from the project file
}

// Givens finds the cells of a budget workbook that hold what the project file,
// the call or the law gives.
func Givens(book *sheet.Workbook, p *project.Project) map[sheet.Address]Given {
	g := newGrid(book)
	out := map[sheet.Address]Given{}
	for _, t := range Tables {
		for i, id := range g.ids(t) {
			if id == nil {
				continue
			}
			item := t.Find(p.File.Root, *id)
			for _, c := range t.Columns {
				for n, name := range c.Names(len(p.Phases)) {
					if on, from, ok := g.first(name); ok {
						out[sheet.Address{Sheet: on, Ref: from.Down(i)}] = given(t, c, *id, n, item)
					}
				}
			}
		}
	}
	return out
}

func given(t Table, c Column, id string, n int, item *source.Value) Given {
	out := Given{ID: id, Key: c.Key, From: c.Fixed}
	if item == nil || c.Key == "" || !c.Fixed.IsZero() {
		out.Key = c.Name
		if out.From.IsZero() {
			out.From = t.Fixed
		}
		if out.From.IsZero() {
			out.From = ofBook
		}
		return out
	}
	out.Row, out.Path = item.Path, source.Child(item.Path, c.Key)
	if c.PerPhase {
		out.Path = source.Item(out.Path, n)
	}
	return out
}

var ofBook = diag.Text{EN: "the workbook itself sets it", KO: "통합문서에서 정한 값"}
