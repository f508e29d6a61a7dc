package workbook

import (
	"pactwright/generator/diag"
)

// Words are the texts of the workbook by key, each in both languages.
type Words map[string]diag.Text

// dictionary looks words up and remembers, once each, those that are missing.
type dictionary struct {
	words    Words
	lang     diag.Lang // the only one that is shown; empty: both
	used     map[string]bool
	findings diag.List
}

func newDictionary(words Words, lang diag.Lang) *dictionary {
	return &dictionary{words: words, lang: lang, used: map[string]bool{}}
}

func (d *dictionary) text(key string) diag.Text {
	text := d.words[key]
	if (text.EN == "" || text.KO == "") && !d.used[key] {
		d.findings.Add(diag.Finding{
			Code: CodeWord, Severity: diag.Blocking,
			Message: diag.T("the words of the budget workbook lack %q", "예산 통합문서의 낱말이 없습니다: %q", key),
			Fix:     diag.T("add it with en and ko to words.yaml", "words.yaml에 en과 ko로 추가하십시오"),
		})
		text = diag.Text{EN: "?", KO: "?"}
	}
	d.used[key] = true
	return text
}

// both is a word on one line, as in 인건비 Personnel.
func (d *dictionary) both(key string) string { return d.show(d.text(key), " ") }

// head is a word on two lines, for the narrow heading of a column.
func (d *dictionary) head(key string) string { return d.show(d.text(key), "\n") }

// show writes a text of templates or of the law in the language of headings, or
// in both. Names of parties and texts of the project stand in both always.
func (d *dictionary) show(t diag.Text, between string) string {
	if d.lang != "" && t.In(d.lang) != "" {
		return t.In(d.lang)
	}
	return join(t, between)
}

// join writes a text in both languages, or once if they are the same.
func join(t diag.Text, between string) string {
	switch {
	case t.KO == t.EN, t.EN == "":
		return t.KO
	case t.KO == "":
		return t.EN
	}
	return t.KO + between + t.EN
}
