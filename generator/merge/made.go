package merge

import (
	"slices"

	"pactwright/generator/agreement"
	"pactwright/generator/doc"
)

// Made keeps the articles of a contract as its first document has them. A second
// document, in the same language and with the same data, words and body, takes
// over those that it would fill in the same way: a contract and its standard have
// most of theirs in common.
type Made struct {
	plan     *agreement.Plan
	articles map[string]made // by slot
}

// made is one article, and what it depends on besides its own parameters.
type made struct {
	titled bool // the part that it stands in has a title, above its own headings
	asked  []question
	blocks []doc.Block // below its heading, as the templates left them
}

// question is what a template asks about another place of the contract.
type question struct {
	about string // a slot, or the name of a place
	asks  asks
}

// asks tells which answers to a question are the same.
type asks int

const (
	askWhether asks = iota // the contract has the article
	askOption              // that it has for the slot
	askWords               // of the article
	askPlace               // that a name leads to
)

// same reports whether two contracts answer a question in the same way.
func (q question) same(a, b *agreement.Plan) bool {
	if q.asks == askPlace {
		return a.Target(q.about) == b.Target(q.about)
	}
	x, y := a.Article(q.about), b.Article(q.about)
	switch {
	case x == nil || y == nil || q.asks == askWhether:
		return (x == nil) == (y == nil)
	case q.asks == askOption:
		return x.Option.ID() == y.Option.ID()
	}
	return agreement.Same(x, y)
}

// ask notes a question of the article being filled.
func (m *merger) ask(about string, asks asks) {
	if m.in.Made != nil {
		m.asked = append(m.asked, question{about, asks})
	}
}

// madeBefore returns the blocks of an article, below its heading, if the first
// document has them as this one would.
func (m *merger) madeBefore(a *agreement.Article, titled bool) ([]doc.Block, bool) {
	first := m.in.Made
	if first == nil || first.plan == nil {
		return nil, false
	}
	slot := a.Option.Slot
	found, ok := first.articles[slot]
	if !ok || found.titled != titled || !agreement.Same(first.plan.Article(slot), a) {
		return nil, false
	}
	for _, q := range found.asked {
		if !q.same(first.plan, m.in.Plan) {
			return nil, false
		}
	}
	return found.blocks, true
}

// keep takes the articles of the first document out of its blocks, before they
// are edited.
func (m *merger) keep(d *doc.Document) {
	if m.in.Made == nil || m.in.Made.plan != nil {
		return
	}
	m.in.Made.plan = m.in.Plan
	for slot, a := range m.filled {
		a.blocks = slices.Clone(m.ofArticle(d.Blocks, slot))
		m.filled[slot] = a
	}
	m.in.Made.articles = m.filled
}
