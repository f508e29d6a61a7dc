package merge

import (
	"slices"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// articles fills every part and article of the contract.
func (m *merger) articles() any {
	if f, ok := m.body("articles"); !ok {
		return f
	}
	m.contract = true
	var out []string
	for _, part := range m.in.Plan.Parts {
		if part.Title.EN != "" {
			out = append(out, "\n\n## ", m.title(part.Title.Diag()), " {.part}\n")
		}
		for _, a := range part.Articles {
			out = append(out, "\n### ", m.title(a.Option.Head.Title.Diag()), " {#"+a.Option.Slot+" .article}\n\n", m.numbered(a, part.Title.EN != ""))
		}
	}
	return markdown(strings.Join(out, ""))
}

// exhibits fills every exhibit; the style says that each begins a page.
func (m *merger) exhibits() any {
	if f, ok := m.body("exhibits"); !ok {
		return f
	}
	var out []string
	for _, a := range m.in.Plan.Exhibits {
		out = append(out, "\n\n## ", m.title(a.Option.Head.Title.Diag()), " {#"+a.Option.Slot+" .exhibit}\n\n", m.numbered(a, false))
	}
	return markdown(strings.Join(out, ""))
}

// section fills the option of a slot that has no number, such as the recitals.
// Nothing is printed if the contract does not have it.
func (m *merger) section(slot string) any {
	if f, ok := m.body("section"); !ok {
		return f
	}
	for _, a := range m.in.Plan.Sections {
		if a.Option.Slot == slot {
			return markdown("\n\n" + m.article(a))
		}
	}
	if !slices.Contains(m.in.Plan.Type.Sections, slot) {
		return wrong("there is no section %s", "%s 부분이 없습니다", slot)
	}
	return markdown("\n")
}

// body reports whether a function that prints all articles stands in the body of
// a contract. In an article it would print that article within itself.
func (m *merger) body(name string) (fault, bool) {
	switch {
	case m.in.Plan == nil:
		return wrong("%s is for contracts", "%s 함수는 계약서에서만 씁니다", name), false
	case m.here() != nil:
		return wrong("%s is for the body of a contract, not for its articles", "%s 함수는 계약서 본문에서만 쓰고 조항에서는 쓰지 않습니다", name), false
	}
	return fault{}, true
}

func (m *merger) title(t diag.Text) string {
	return m.token(doc.Token{Inlines: []doc.Inline{{Kind: doc.TextInline, Text: t.In(m.in.Lang)}}})
}

func (m *merger) article(a *agreement.Article) string {
	m.scope = append(m.scope, a)
	defer func() { m.scope = m.scope[:len(m.scope)-1] }()
	text := m.ahead() + m.fill(a.Option.File.Path, a.Option.Body, m.in.Context)
	if m.in.Annotated {
		text += "\n\n" + m.token(doc.Token{Blocks: []doc.Block{m.annotation(a)}}) + "\n\n"
	}
	return text + "\n"
}

// numbered fills an article or an exhibit, or takes over what another document of
// the contract has. titled tells that it stands in a part with a title.
func (m *merger) numbered(a *agreement.Article, titled bool) string {
	if blocks, ok := m.madeBefore(a, titled); ok {
		return m.token(doc.Token{Blocks: blocks}) + "\n"
	}
	before := len(m.found)
	m.asked = nil
	text := m.article(a)
	if m.in.Made != nil && len(m.found) == before {
		m.filled[a.Option.Slot] = made{titled: titled, asked: m.asked}
	}
	return text
}

// here returns the article being filled, or nil outside articles.
func (m *merger) here() *agreement.Article {
	if len(m.scope) == 0 {
		return nil
	}
	return m.scope[len(m.scope)-1]
}

func (m *merger) anchor(name string) doc.Inline {
	if a := m.here(); a != nil {
		name = a.Option.Slot + "." + name
	}
	return doc.Inline{Kind: doc.AnchorInline, Target: name}
}

func (m *merger) ref(name string) doc.Inline {
	target := name
	if m.in.Plan != nil {
		m.ask(name, askPlace)
		target = m.in.Plan.Target(name)
	}
	return doc.Inline{Kind: doc.RefInline, Target: target, Value: target}
}

func (m *merger) term(key string) any    { return m.termInline(key, false) }
func (m *merger) defterm(key string) any { return m.termInline(key, true) }

func (m *merger) termInline(key string, define bool) any {
	return doc.Inline{Kind: doc.TermInline, Target: key, Define: define}
}

func (m *merger) has(slot string) bool {
	return m.of(slot, askWhether) != nil
}

func (m *merger) optionis(slot, option string) bool {
	a := m.of(slot, askOption)
	return a != nil && a.Option.Name == option
}
