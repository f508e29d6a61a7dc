package agreement

import (
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Own types the parameters of a document that stands by itself: the standard
// values of its type, and those that the project file sets where it asks for
// the document.
func Own(p *project.Project, typ *library.DocumentType, asked *project.Document) (*Article, diag.List) {
	a := &Article{
		Option: &library.Option{Slot: "documents", Name: typ.ID, File: typ.Body, Head: library.Head{Params: typ.Params}},
		Params: map[string]Value{},
	}
	var node *source.Value
	path := "documents"
	if asked != nil {
		path = source.Child(asked.Path, "values")
		node = p.File.Root.Find(path)
	}
	c := chooser{in: Inputs{Project: p}}
	c.values(a, node, nil, path, nil)
	return a, c.found
}
