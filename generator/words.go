package generator

import (
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// workbookWords reads the words of the budget workbook from the template
// layers.
func workbookWords(layers library.Layers) (workbook.Words, diag.List, error) {
	file, err := layers.Read("documents/budget/words.yaml")
	if err != nil {
		return nil, nil, err
	}
	f, found := source.Decode(file.Path, file.Data)
	texts := map[string]library.Text{}
	if f != nil {
		found.Add(source.Into(f, f.Root, &texts, source.Strict)...)
	}
	words := workbook.Words{}
	for key, t := range texts {
		words[key] = t.Diag()
	}
	return words, found, nil
}
