package project

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// letterTexts are the texts that an institution has to write itself.
var letterTexts = []struct {
	key  string
	name diag.Text
	text func(*Letter) Text
}{
	{"role", diag.T("role", "역할"), func(l *Letter) Text { return l.Role }},
	{"reason", diag.T("reason", "참여 사유"), func(l *Letter) Text { return l.Reason }},
	{"operation", diag.T("plan of operation", "협력 운영 계획"), func(l *Letter) Text { return l.Operation }},
}

// checkLetters warns of letters of different institutions that say the same in
// the same words.
func (p *Project) checkLetters() diag.List {
	var found diag.List
	for i := range p.Letters {
		for _, t := range letterTexts {
			for j := range i {
				if like(p.Letters[j], p.Letters[i], t.text) {
					found.Add(p.alike(&p.Letters[j], &p.Letters[i], t.key, t.name))
					break
				}
			}
		}
	}
	return found
}

func like(a, b Letter, text func(*Letter) Text) bool {
	x, y := text(&a), text(&b)
	same := func(x, y string) bool { return plainWords(x) != "" && plainWords(x) == plainWords(y) }
	return a.Party != b.Party && (same(x.EN, y.EN) || same(x.KO, y.KO))
}

// plainWords is a text without what two writers would not differ in: capitals,
// line breaks and marks.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n.,;:", r) }), " ")
}

func (p *Project) alike(first, second *Letter, key string, name diag.Text) diag.Finding {
	path := source.Child(second.Path, key)
	return diag.Finding{
		Code: "LET-ALIKE", Severity: diag.Warning, Path: path, Place: p.File.Place(path),
		Message: diag.T("the letters %s and %s state the %s in the same words", "%s와(과) %s: 두 서신의 %s 문구가 같습니다", first.ID, second.ID, name),
		Why:     diag.T("identical letters of different institutions look as if the applicant had written them", "기관이 다른데 문구가 같으면 신청기관이 대신 쓴 것으로 보입니다"),
		Fix:     diag.T("ask the institution to say it in its own words", "해당 기관이 자기 말로 쓰도록 요청하십시오"),
	}
}
