package generator

import (
	"regexp"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/source"
	"pactwright/generator/workbook"
)

// wordsFile holds the words of the budget workbook. It is read over all layers,
// so that a layer changes the words that it names and no others.
const wordsFile = "documents/budget/words.yaml"

// fillWords fills the words of the budget workbook in both languages, and those
// of the unit first, which the others and the sheets of text print.
func (s *state) fillWords(book merge.Phrasebook, notes *merge.Notes) workbook.Words {
	unit, name := "unit", "money"
	if s.opts.Thousands {
		unit, name = "unit_thousand", "money_thousand"
	}
	first, found := book.Fill(s.wording(*notes), s.glossary, unit, name)
	s.found.Add(found...)
	notes.Unit, notes.Money, notes.Thousands = first[unit], first[name], s.opts.Thousands
	words, found := book.Fill(s.wording(*notes), s.glossary, book.Keys()...)
	s.found.Add(found...)
	return words
}

// wording is what texts of the workbook are filled with.
func (s *state) wording(notes merge.Notes) merge.Input {
	return merge.Input{
		Project: s.project, Law: s.law, Call: s.call, Words: s.words, Context: notes, Draft: s.opts.Draft,
	}
}

// phraseUse finds the words that a template prints by their keys.
var phraseUse = regexp.MustCompile(`\bphrase\s+"([^"]*)"`)

// unusedWords reports words that a layer adds and nothing prints: a word that was
// meant to change another one stands there under a wrong key.
func unusedWords(book merge.Phrasebook, templates []library.File) diag.List {
	used := map[string]bool{}
	for _, file := range templates {
		for _, use := range phraseUse.FindAllSubmatch(file.Data, -1) {
			used[string(use[1])] = true
		}
	}
	known := slices.DeleteFunc(book.Keys(), func(key string) bool {
		return slices.ContainsFunc(book.Added, func(a merge.Said) bool { return a.Text == key })
	})
	var found diag.List
	for _, word := range book.Added {
		if used[word.Text] {
			continue
		}
		f := diag.Finding{
			Code: workbook.CodeKey, Severity: diag.Blocking, Template: word.At,
			Message: diag.T("the budget workbook has no word %q", "예산 통합문서에 없는 낱말입니다: %q", word.Text),
			Fix:     diag.T(`delete it, or print it in a sheet with {{phrase "%s"}}`, `지우거나 시트 서식에서 {{phrase "%s"}}로 쓰십시오`, word.Text),
		}
		if near := source.Suggest(word.Text, known); near != "" {
			f.Fix = diag.T("did you mean %s?", "혹시 이 낱말입니까? %s", near)
		}
		found.Add(f)
	}
	return found
}

// ownWords returns the words that the layers above the built-in one change, as
// one file: a pack has only one such layer.
func ownWords(files []library.File) []byte {
	if len(files) == 1 {
		return files[0].Data
	}
	own, _ := merge.ReadPhrasebook(files)
	return own.YAML("The words of several template folders, put together when the pack was made")
}
