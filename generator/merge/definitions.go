package merge

import (
	"slices"
	"strings"

	"pactwright/generator/library"
)

// meanings are the definitions of a contract in the document's language. Each is
// filled once, wherever the contract prints it.
type meanings struct {
	keys  []string          // of the definitions that print something, in order
	texts map[string]string // by key
	asked []question        // while they were filled
}

// meanings fills the definitions of the document type. One that prints nothing,
// since the contract lacks what it is about, is left out.
func (m *merger) meanings() *meanings {
	if m.terms != nil {
		m.asked = append(m.asked, m.terms.asked...)
		return m.terms
	}
	m.terms = &meanings{texts: map[string]string{}}
	d := m.in.Type.Definitions
	if d == nil || m.in.Plan == nil {
		return m.terms
	}
	if p, f := remembered(d.File.Path, d.Body); p == nil { // said once, and not for each term
		m.found.Add(f)
		return m.terms
	}
	before := len(m.asked)
	for _, t := range d.Terms {
		text := strings.TrimSpace(m.fillSection(d.File.Path, d.Body, string(m.in.Lang)+" "+t.Key, m.in.Context))
		if text != "" {
			m.terms.keys = append(m.terms.keys, t.Key)
			m.terms.texts[t.Key] = text
		}
	}
	m.terms.asked = slices.Clone(m.asked[before:])
	return m.terms
}

func (m *merger) definitions() []string { return m.meanings().keys }

func (m *merger) definition(key string) any {
	text, ok := m.meanings().texts[key]
	if !ok {
		return wrong("this contract has no definition %s", "이 계약에 %s 정의가 없습니다", key)
	}
	return markdown(text)
}

// definedhere returns the terms that stand at the head of the article being
// filled.
func (m *merger) definedhere() []string {
	a := m.here()
	if a == nil || !m.dispersed() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.definitions()), func(key string) bool { return m.home(key) != a.Option.Slot })
}

// definedin refers to the anchor that the section ahead gives each definition.
func (m *merger) definedin(key string) any {
	if _, ok := m.meanings().texts[key]; !ok || !m.dispersed() {
		return wrong("no article defines the term %s", "%s 용어를 정의한 조가 없습니다", key)
	}
	return m.ref(m.home(key) + "." + key)
}

// ahead fills what stands at the head of an article: the terms that belong to it,
// if the contract has the option with which they do.
func (m *merger) ahead() string {
	if len(m.definedhere()) == 0 {
		return ""
	}
	d := m.in.Type.Definitions
	return m.fillSection(d.File.Path, d.Body, string(m.in.Lang)+" ahead", m.in.Context) + "\n"
}

// dispersed reports whether each term is defined in the article on its subject.
func (m *merger) dispersed() bool {
	d := m.in.Type.Definitions
	if d == nil || m.in.Plan == nil {
		return false
	}
	a := m.of(d.Slot(), askOption)
	return a != nil && a.Option.ID() == d.Ahead
}

// home returns the article in which a term is defined: the first on its subject
// that the contract has, else the article on definitions.
func (m *merger) home(key string) string {
	d := m.in.Type.Definitions
	i := slices.IndexFunc(d.Terms, func(t library.Definition) bool { return t.Key == key })
	for _, slot := range d.Terms[i].Home {
		if m.of(slot, askWhether) != nil {
			return slot
		}
	}
	return d.Slot()
}
