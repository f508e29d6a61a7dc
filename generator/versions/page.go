package versions

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// Section is a list of changes under its heading.
type Section struct {
	Title   diag.Text
	Changes []Change
}

// Before returns the sections that stand before the contracts, After that which
// stands behind them.
func (c Comparison) Before() []Section {
	return []Section{
		{diag.T("Parties", "당사자"), c.Parties},
		{diag.T("Amounts", "금액"), c.Amounts},
		{diag.T("Dates", "날짜"), c.Dates},
		{diag.T("Options and parameters", "선택지와 매개변수"), c.Choices},
		{diag.T("Other data of the project", "그 밖의 과제 자료"), c.Other},
	}
}

// After is the section behind the contracts.
func (c Comparison) After() Section {
	return Section{diag.T("Budget workbook", "예산 통합문서"), c.Cells}
}

// Page returns an empty document and the blocks of the comparison, which are
// settled.
func Page(c Comparison, lang diag.Lang, old, new string) (doc.Document, []doc.Block) {
	p := page{lang: lang}
	title := diag.T("What differs", "두 판의 차이").In(lang)
	p.add(&doc.Heading{Kind: doc.TitleHeading, Text: text(title)})
	p.add(&doc.KeyValue{Rows: []doc.KeyValueRow{
		{Key: text(diag.T("Old", "이전 판").In(lang)), Value: text(old)}, {Key: text(diag.T("New", "새 판").In(lang)), Value: text(new)},
	}})
	for _, m := range c.Missing {
		p.add(&doc.Notice{Kind: doc.WarningNotice, Title: text(diag.T("Not compared", "비교하지 못함").In(lang)), Body: [][]doc.Inline{text(m.In(lang))}})
	}
	if c.Same() {
		p.add(&doc.Paragraph{Text: text(Nothing(c).In(lang))})
	}
	for _, s := range c.Before() {
		p.section(s)
	}
	for _, k := range c.Contracts {
		p.contract(k)
	}
	p.section(c.After())
	return doc.Document{Lang: lang, Title: title, Paper: doc.A4}, p.blocks
}

// Nothing says that nothing differs, as far as it was compared.
func Nothing(c Comparison) diag.Text {
	if len(c.Missing) > 0 {
		return diag.T("nothing differs as far as it was compared", "비교한 범위에서는 차이가 없습니다")
	}
	return diag.T("nothing differs", "차이가 없습니다")
}

type page struct {
	lang   diag.Lang
	blocks []doc.Block
}

func (p *page) add(b doc.Block) { p.blocks = append(p.blocks, b) }

func text(s string) []doc.Inline { return []doc.Inline{{Text: s}} }

func (p *page) heading(level int, t string) {
	p.add(&doc.Heading{Kind: doc.SectionHeading, Level: level, Text: text(t)})
}

func (p *page) section(s Section) {
	if len(s.Changes) == 0 {
		return
	}
	p.heading(1, s.Title.In(p.lang))
	head := func(en, ko string) doc.Cell { return text(diag.Text{EN: en, KO: ko}.In(p.lang)) }
	t := &doc.Table{
		Align: []doc.Align{doc.AlignLeft, doc.AlignLeft, doc.AlignRight, doc.AlignLeft},
		Head:  []doc.Cell{head("What", "항목"), head("Old → new", "이전 → 변경"), head("Difference", "차이"), head("Place", "위치")},
	}
	for _, c := range s.Changes {
		t.Rows = append(t.Rows, []doc.Cell{text(c.What.In(p.lang)), c.Marked(p.lang), text(c.Difference.In(p.lang)), text(c.Place())})
	}
	p.add(t)
}

// Marked is a change as a redline: what was, deleted, and what is, inserted.
func (c Change) Marked(lang diag.Lang) []doc.Inline {
	if c.Redline != nil {
		return c.Redline
	}
	var out []doc.Inline
	if old := c.Old.In(lang); old != "" {
		out = append(out, doc.Inline{Text: old, Change: doc.Deleted})
	}
	if new := c.New.In(lang); new != "" {
		if len(out) > 0 {
			out = append(out, doc.Inline{Text: " "})
		}
		out = append(out, doc.Inline{Text: new, Change: doc.Inserted})
	}
	return out
}

// Place tells where a change stands in both versions, or in the one that has it.
func (c Change) Place() string {
	switch {
	case c.OldPlace == c.NewPlace || c.NewPlace == "":
		return c.OldPlace
	case c.OldPlace == "":
		return c.NewPlace
	}
	return c.OldPlace + " → " + c.NewPlace
}

func (p *page) contract(k ContractChange) {
	p.heading(1, k.Name().In(p.lang))
	for _, a := range k.Articles {
		p.heading(2, Name(a).In(p.lang))
		for _, c := range a.Clauses {
			p.add(&doc.Paragraph{Text: text(ClauseName(c).In(p.lang))})
		}
		for _, l := range a.Lines {
			p.add(&doc.Paragraph{Text: append(text(strings.TrimSpace(l.Number)+" "), l.Text...)})
		}
	}
}
