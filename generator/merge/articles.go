package merge

import (
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
	var b strings.Builder
	for _, part := range m.in.Plan.Parts {
		b.WriteString("\n\n## " + m.title(part.Title.Diag()) + " {.part}\n")
		for _, a := range part.Articles {
			b.WriteString("\n### " + m.title(a.Option.Head.Title.Diag()) + " {#" + a.Option.Slot + " .article}\n\n")
			b.WriteString(m.article(a))
		}
	}
	return markdown(b.String())
}

// exhibits fills every exhibit; the style says that each begins a page.
func (m *merger) exhibits() any {
	if f, ok := m.body("exhibits"); !ok {
		return f
	}
	var b strings.Builder
	for _, a := range m.in.Plan.Exhibits {
		b.WriteString("\n\n## " + m.title(a.Option.Head.Title.Diag()) + " {#" + a.Option.Slot + " .exhibit}\n\n")
		b.WriteString(m.article(a))
	}
	return markdown(b.String())
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
	text := m.fill(a.Option.File.Path, a.Option.Body, m.in.Context)
	if m.in.Annotated {
		text += "\n\n" + m.token(doc.Token{Block: m.annotation(a)}) + "\n\n"
	}
	return text + "\n"
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
	return doc.Inline{Kind: doc.RefInline, Target: name, Value: name}
}

func (m *merger) term(key string) any    { return m.termInline(key, false) }
func (m *merger) defterm(key string) any { return m.termInline(key, true) }

func (m *merger) termInline(key string, define bool) any {
	return doc.Inline{Kind: doc.TermInline, Target: key, Define: define}
}

func (m *merger) has(slot string) bool {
	return m.in.Plan != nil && m.in.Plan.Article(slot) != nil
}

func (m *merger) optionis(slot, option string) bool {
	if m.in.Plan == nil {
		return false
	}
	a := m.in.Plan.Article(slot)
	return a != nil && a.Option.Name == option
}

// param returns a parameter of the article being filled.
func (m *merger) param(name string) any {
	a := m.here()
	if a == nil {
		return wrong("param is for clauses; use paramof", "param은 조항 안에서만 씁니다. paramof를 쓰십시오")
	}
	return m.value(a, name)
}

func (m *merger) paramof(slot, name string) any {
	if m.in.Plan == nil {
		return wrong("paramof is for contracts", "paramof는 계약서에서만 씁니다")
	}
	a := m.in.Plan.Article(slot)
	if a == nil {
		return wrong("this contract has no article %s", "이 계약에 %s 조항이 없습니다", slot)
	}
	return m.value(a, name)
}

func (m *merger) hasparam(slot, name string) bool {
	if m.in.Plan == nil {
		return false
	}
	a := m.in.Plan.Article(slot)
	return a != nil && a.Params[name].Set
}

func (m *merger) value(a *agreement.Article, name string) any {
	p, ok := a.Option.Param(name)
	if !ok {
		return wrong("the clause %s has no parameter %s", "조항 %s에 %s 매개변수가 없습니다", a.Option.ID(), name)
	}
	v := a.Params[name]
	if !v.Set {
		return m.gapAt(v.Path)
	}
	switch v.Type {
	case "percent":
		return v.Percent
	case "amount":
		return v.Amount
	case "date":
		return v.Date
	case "text":
		return v.Text
	case "party":
		return m.party(v.Party)
	case "parties":
		return m.join(m.labels(v.Parties))
	case "choice":
		return m.enum(p.Name, v.Choice)
	case "int":
		return v.Count.N
	case "flag", "shares":
		return wrong("the parameter %s is used with flag or shares", "매개변수 %s: flag 또는 shares와 함께 씁니다", name)
	}
	return v.Count
}

func (m *merger) labels(ids []string) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = m.party(id)
	}
	return out
}

func (m *merger) choice(name string) string {
	if a := m.here(); a != nil {
		return a.Params[name].Choice
	}
	return ""
}

func (m *merger) flag(name string) bool {
	a := m.here()
	return a != nil && a.Params[name].Flag
}

func (m *merger) shares(name string) []Share {
	if a := m.here(); a != nil {
		return a.Params[name].Shares
	}
	return nil
}

func (m *merger) sharesof(slot, name string) []Share {
	if a := m.in.Plan.Article(slot); a != nil {
		return a.Params[name].Shares
	}
	return nil
}
