package merge

import (
	"fmt"

	"pactwright/generator/agreement"
	"pactwright/generator/library"
)

// param returns a parameter of the article being filled.
func (m *merger) param(name string) any {
	a := m.own()
	if a == nil {
		return wrong("param is for clauses; use paramof", "param은 조항 안에서만 씁니다. paramof를 쓰십시오")
	}
	return m.value(a, name)
}

// own returns what holds the parameters of the text being filled: the article,
// or the document itself if it stands by itself.
func (m *merger) own() *agreement.Article {
	if a := m.here(); a != nil {
		return a
	}
	return m.in.Own
}

func (m *merger) paramof(slot, name string) any {
	if m.in.Plan == nil {
		return wrong("paramof is for contracts", "paramof는 계약서에서만 씁니다")
	}
	a := m.of(slot, askWords)
	if a == nil {
		return wrong("this contract has no article %s", "이 계약에 %s 조항이 없습니다", slot)
	}
	return m.value(a, name)
}

// of returns the article that fills a slot of the contract, or nil: also where
// the document is about no contract. asks tells what is wanted of it.
func (m *merger) of(slot string, asks asks) *agreement.Article {
	if m.in.Plan == nil {
		return nil
	}
	m.ask(slot, asks)
	return m.in.Plan.Article(slot)
}

func (m *merger) hasparam(slot, name string) bool {
	a := m.of(slot, askWords)
	return a != nil && a.Params[name].Set
}

func (m *merger) value(a *agreement.Article, name string) any {
	p, ok := a.Option.Param(name)
	if !ok {
		return wrong("the clause %s has no parameter %s", "조항 %s에 %s 매개변수가 없습니다", a.Option.ID(), name)
	}
	return m.printed(p, a.Params[name])
}

// printed returns what a value prints. Flags, shares and tables are asked with
// functions of their own.
func (m *merger) printed(p library.Param, v agreement.Value) any {
	m.taken = v.Path
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
		m.taken = "" // its words are the library's, and are searched for terms
		if c, ok := p.Choice(v.Choice); ok {
			return c.Label.Diag()
		}
		return m.enum(p.Name, v.Choice)
	case "int":
		return v.Count.N
	case "result", "results":
		return m.join(v.Results)
	case "person":
		return m.person(v.Person)
	case "country":
		return m.country(v.Code)
	case "code":
		return v.Code
	case "flag", "shares", "table":
		return wrong("the parameter %s is used with flag, shares or rows", "매개변수 %s: flag, shares 또는 rows와 함께 씁니다", p.Name)
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
	if a := m.own(); a != nil {
		return a.Params[name].Choice
	}
	return ""
}

// choiceof returns the choice of another article; it is empty if the contract
// does not have it.
func (m *merger) choiceof(slot, name string) string {
	if a := m.of(slot, askWords); a != nil {
		return a.Params[name].Choice
	}
	return ""
}

func (m *merger) flag(name string) bool {
	a := m.own()
	return a != nil && a.Params[name].Flag
}

func (m *merger) shares(name string) []Share {
	if a := m.here(); a != nil {
		return a.Params[name].Shares
	}
	return nil
}

func (m *merger) sharesof(slot, name string) []Share {
	if a := m.of(slot, askWords); a != nil {
		return a.Params[name].Shares
	}
	return nil
}

// rows returns the rows of a table of the article being filled.
func (m *merger) rows(name string) []agreement.Row {
	if a := m.here(); a != nil {
		return a.Params[name].Rows
	}
	return nil
}

// rowsof returns the rows of a table of another article; there are none if the
// contract does not have it.
func (m *merger) rowsof(slot, name string) []agreement.Row {
	if a := m.of(slot, askWords); a != nil {
		return a.Params[name].Rows
	}
	return nil
}

// cell prints one cell of a row.
func (m *merger) cell(r agreement.Row, name string) any {
	if c, ok := (library.Param{Columns: r.Columns}).Column(name); ok {
		return m.printed(c, r.Cells[name])
	}
	return wrong("the table has no column %s", "표에 %s 열이 없습니다", name)
}

func hascell(r agreement.Row, name string) (bool, error) {
	return r.Cells[name].Set, column(r, name)
}

// cellis reports whether a cell has the value: a choice, the id of a party, a
// flag or a code.
func cellis(r agreement.Row, name, value string) (bool, error) {
	v := r.Cells[name]
	same := v.Set && v.Code == value
	switch v.Type {
	case "choice":
		same = v.Choice == value
	case "party":
		same = v.Party == value
	case "flag":
		same = v.Flag == (value == "true")
	}
	return same, column(r, name)
}

// column says that a table has no such column: a question about it would
// silently be answered with no.
func column(r agreement.Row, name string) error {
	if _, ok := (library.Param{Columns: r.Columns}).Column(name); !ok {
		return fmt.Errorf("the table has no column %s", name)
	}
	return nil
}

func cellshares(r agreement.Row, name string) ([]Share, error) {
	return r.Cells[name].Shares, column(r, name)
}
