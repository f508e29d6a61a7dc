package generator

import (
	"fmt"
	"strings"

	"pactwright/generator/diag"
)

// DumpDocuments returns the tree of every contract, letter and budget in every
// language, after numbers, references and particles are settled: what the formats get.
func DumpDocuments(w World, o Options) (string, error) {
	s, err := load(w, o)
	if err != nil {
		return "", err
	}
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		return "", fmt.Errorf("%s cannot be turned into documents; check it first", w.Name)
	}
	documents, err := s.documents()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, d := range documents {
		for _, text := range d.texts {
			if text != nil {
				fmt.Fprintf(&b, "== %s (%s)\n%s\n", d.file, text.Lang, text.Dump())
			}
		}
	}
	return b.String(), nil
}

// DumpWorkbook returns the cells of the budget workbook, one per line.
func DumpWorkbook(w World, o Options) (string, error) {
	s, err := load(w, o)
	if err != nil {
		return "", err
	}
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		return "", fmt.Errorf("%s cannot be turned into a workbook; check it first", w.Name)
	}
	book, err := s.book()
	if err != nil {
		return "", err
	}
	if book.Book() == nil {
		return "", fmt.Errorf("%s cannot be turned into a workbook: %s", w.Name, diag.Summary(s.settled(), diag.English))
	}
	return book.Book().Dump(), nil
}
