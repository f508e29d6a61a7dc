package merge

import (
	"slices"
	"strings"
	"text/template/parse"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
)

// Phrases fills short texts that are no documents, such as the headings of the
// budget workbook: templates without the Markdown around them. What all of them
// may print and repeat together is bounded as for one document.
type Phrases struct {
	m        *merger
	glossary doc.Glossary
}

// NewPhrases prepares to fill phrases in the language of the input. Of its other
// fields it needs those of any document that is no contract, but no type.
func NewPhrases(in Input, g doc.Glossary) *Phrases {
	if in.Type == nil {
		in.Type = &library.DocumentType{}
	}
	return &Phrases{m: newMerger(in), glossary: g}
}

// Fill fills one phrase and returns plain text. What is wrong with it is placed
// where the phrase stands.
func (p *Phrases) Fill(text string, at diag.Place) (string, diag.List) {
	if !strings.Contains(text, "{{") {
		return text, nil
	}
	m := p.m
	m.tokens, m.found = nil, nil
	filled := m.fillPhrase(at.File, text)
	settled, found := doc.Phrase(m.filledText(filled), m.in.Lang, p.glossary)
	found = append(m.found, found...)
	for i := range found {
		found[i].Template = at
	}
	return settled, found
}

// fillPhrase fills a template that is all of one text, without sections.
func (m *merger) fillPhrase(file, text string) string {
	set, p := m.parse(file, text)
	if p == nil {
		return ""
	}
	if list := m.check(set, file, m.in.Context); len(list) > 0 {
		m.found.Add(list...)
		return ""
	}
	var out strings.Builder
	if err := set.ExecuteTemplate(&limited{w: &out}, file, m.in.Context); err != nil {
		m.found.Add(m.ranFinding(file, err))
		return ""
	}
	return out.String()
}

// Languages returns the languages in which a template has a section, Korean
// first; of one that cannot be read both, so that filling it says what is wrong.
func Languages(file library.File) []diag.Lang {
	both := []diag.Lang{diag.Korean, diag.English}
	t := parse.New(file.Path)
	t.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := t.Parse(string(file.Data), "", "", set); err != nil {
		return both
	}
	has := slices.DeleteFunc(slices.Clone(both), func(l diag.Lang) bool { return set[string(l)] == nil })
	if len(has) == 0 {
		return both
	}
	return has
}
