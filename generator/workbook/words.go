package workbook

import (
	"pactwright/generator/diag"
)

// Words are the texts of the workbook by key, each in both languages.
type Words map[string]diag.Text

// dictionary looks words up and remembers, once each, those that are missing.
type dictionary struct {
	words    Words
	used     map[string]bool
	findings diag.List
}

func newDictionary(words Words) *dictionary {
	return &dictionary{words: words, used: map[string]bool{}}
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
func (d *dictionary) both(key string) string { return join(d.text(key), " ") }

// head is a word on two lines, for the narrow heading of a column.
func (d *dictionary) head(key string) string { return join(d.text(key), "\n") }

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
