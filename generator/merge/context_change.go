package merge

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/money"
	"pactwright/generator/project"
)

// ChangedFunds are the planned amounts of international joint R&D funds that a
// change changes.
type ChangedFunds struct {
	Rows       []ChangedAmount
	Before     money.Amount
	After      money.Amount
	Difference money.Amount
}

// ChangedAmount is one of them.
type ChangedAmount struct {
	Payee      string
	Phase      string
	Before     money.Amount
	After      money.Amount
	Difference money.Amount
}

// NewChangedFunds collects the changed amounts of a change.
func NewChangedFunds(p *project.Project, c *project.Change) (ChangedFunds, error) {
	out := ChangedFunds{Before: money.New(0, p.Grant), After: money.New(0, p.Grant)}
	for _, a := range c.Amounts {
		row := ChangedAmount{Phase: a.Phase, Before: a.Before.In(p.Grant), After: a.After.In(p.Grant)}
		if y := p.Payment(a.Payment); y != nil {
			row.Payee = y.Payee
		}
		var err error
		if row.Difference, err = row.After.Sub(row.Before); err != nil {
			return out, err
		}
		if out.Before, err = out.Before.Add(row.Before); err != nil {
			return out, err
		}
		if out.After, err = out.After.Add(row.After); err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
	}
	var err error
	out.Difference, err = out.After.Sub(out.Before)
	return out, err
}

// Amounts returns all amounts of a change that documents may print.
func (c ChangedFunds) Amounts() []money.Amount {
	out := []money.Amount{c.Before, c.After, c.Difference}
	for _, r := range c.Rows {
		out = append(out, r.Before, r.After, r.Difference)
	}
	return out
}

// articleOf prints the number of an article of the contract that the document is
// about. Where the contract has no text in this language, it prints the title.
func (m *merger) articleOf(slot string) any {
	d, ok := m.in.Context.(Dossier)
	if !ok || m.in.Plan == nil {
		return wrong("article is for documents about a contract", "article은 계약에 관한 문서에서만 씁니다")
	}
	for _, row := range d.Articles {
		if row.Slot != slot {
			continue
		}
		if number := row.Number.In(m.in.Lang); number != "" {
			return doc.Inline{Kind: doc.TextInline, Text: number, Origin: doc.Origin{Path: "articles." + slot}}
		}
		title := diag.T("the Article “%s”", "“%s”에 관한 조", row.Title)
		return doc.Inline{Kind: doc.TextInline, Text: title.In(m.in.Lang), Origin: doc.Origin{Path: "articles." + slot}}
	}
	return wrong("this contract has no article %s", "이 계약에 %s 조항이 없습니다", slot)
}
