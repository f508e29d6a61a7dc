package merge

import (
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
)

// annotation explains one article to a reviewer: what the option is, who wants
// it, what it costs, and which provisions and conditions it answers.
func (m *merger) annotation(a *agreement.Article) *doc.Notice {
	h := a.Option.Head
	n := &doc.Notice{Kind: doc.AnnotationNotice, Title: m.plainText(h.Code + " · " + a.Option.ID())}
	add := func(key string, text string) {
		if word, ok := m.in.Words.In("annotation", key); ok && text != "" {
			n.Body = append(n.Body, m.plainText(word.In(m.in.Lang)+": "+text))
		}
	}
	say := func(t library.Text) string { return t.Diag().In(m.in.Lang) }
	add("wants", say(h.Wants))
	add("costs", say(h.Costs))
	add("differs", say(h.Differs))
	add("risk", say(h.Risk))
	add("partner_policy", say(h.PartnerPolicy))
	add("korean_priority", m.priority(h.KoreanPriority))
	add("law", strings.Join(m.citations(h.Law), "; "))
	add("call", strings.Join(h.Call, ", "))
	return n
}

func (m *merger) priority(code string) string {
	word, _ := m.in.Words.In("korean_priority", code)
	return word.In(m.in.Lang)
}

// citations prints each provision with what it says and whether that was found
// in a source.
func (m *merger) citations(keys []string) []string {
	var out []string
	for _, key := range keys {
		c, ok := m.in.Law.Citation(key)
		if !ok {
			m.found.Add(diag.Finding{
				Code: "MERGE-LAW", Severity: diag.Blocking,
				Template: diag.Place{File: m.here().Option.File.Path, Line: 1},
				Message:  diag.T("the law version %s has no citation %s", "법령 버전 %s에 %s 인용이 없습니다", m.in.Law.ID, key),
				Fix:      diag.T("add the citation to the law data, or correct the key", "법령 데이터에 인용을 추가하거나 키를 고치십시오"),
			})
			continue
		}
		out = append(out, m.in.Law.Cite(key).In(m.in.Lang)+": "+c.Says.Diag().In(m.in.Lang))
	}
	return out
}

func (m *merger) plainText(s string) []doc.Inline {
	return []doc.Inline{{Kind: doc.TextInline, Text: s}}
}
