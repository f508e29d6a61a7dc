package merge

import (
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// labelOf returns the label of a party in the document's language and whether
// it is a role ("the Lead Institution") and not the party's short name. A role
// is a label only in a contract in which no other party has the same.
func (m *merger) labelOf(p *project.Party) (text string, role bool) {
	if m.in.Plan != nil && m.in.Plan.Agreement.Labels != "short" && m.alone(p) {
		if word, ok := m.in.Words.In("party_label", string(p.Role)); ok {
			return word.In(m.in.Lang), true
		}
	}
	return p.Short.In(m.in.Lang), false
}

// alone reports whether p is the only party of the contract with its role. An
// institution that is no party, as another one of a large project, never is.
func (m *merger) alone(p *project.Party) bool {
	var same []*project.Party
	for _, other := range m.in.Plan.Parties {
		if other.Role == p.Role {
			same = append(same, other)
		}
	}
	return len(same) == 1 && same[0] == p
}

func (m *merger) label(p *project.Party) any {
	text, role := m.labelOf(p)
	if text == "" {
		return m.gapAt(source.Child(p.Path, "short"))
	}
	if role && m.in.Lang == diag.English {
		text = "the " + text
	}
	return doc.Inline{Kind: doc.TermInline, Text: text, Target: "party." + p.ID}
}

// deflabel prints the label in quotes; the words around it are the template's.
func (m *merger) deflabel(id string) any {
	p := m.in.Project.Party(id)
	if p == nil {
		return m.noParty(id)
	}
	text, _ := m.labelOf(p)
	if text == "" {
		return m.gapAt(source.Child(p.Path, "short"))
	}
	return doc.Inline{Kind: doc.TermInline, Text: text, Target: "party." + p.ID, Define: true}
}

func (m *merger) party(id string) any {
	p := m.in.Project.Party(id)
	if p == nil {
		return m.noParty(id)
	}
	return m.label(p)
}

func (m *merger) noParty(id string) any {
	if id == "" {
		return fault{*empty}
	}
	return wrong("there is no party %s", "%s 당사자가 없습니다", id)
}

func (m *merger) lead() any {
	p := m.in.Project.Lead()
	if p == nil {
		return fault{*empty}
	}
	return m.label(p)
}

// overseas prints the label of the only overseas party of the contract, or of
// each of several.
func (m *merger) overseas() any {
	if m.in.Plan == nil || len(m.in.Plan.Overseas) == 0 {
		return wrong("overseas is for contracts", "overseas는 계약서에서만 씁니다")
	}
	if len(m.in.Plan.Overseas) == 1 {
		return m.label(m.in.Plan.Overseas[0])
	}
	word, ok := m.in.Words.In("party_label", "each_overseas")
	if !ok {
		return wrong("locales/words.yaml has no party_label.each_overseas", "locales/words.yaml에 party_label.each_overseas가 없습니다")
	}
	return doc.Inline{Kind: doc.TermInline, Text: word.In(m.in.Lang), Target: "party.overseas"}
}

// fullname prints the legal person, with the unit for which it acts.
func (m *merger) fullname(id string) any {
	p := m.in.Project.Party(id)
	if p == nil {
		return m.noParty(id)
	}
	unit, found := m.nameInlines(p.Name)
	if found != nil {
		return fault{*found}
	}
	if p.Entity == nil {
		return unit
	}
	entity, found := m.nameInlines(*p.Entity)
	if found != nil {
		return fault{*found}
	}
	if m.in.Lang == diag.Korean {
		return join3(entity, "(", unit, ")")
	}
	return join3(entity, ", for and on behalf of its ", unit, "")
}

// gapAt is a gap at a path that the template does not name itself.
func (m *merger) gapAt(path string) fault {
	f := fault{*empty}
	f.path = path
	return f
}

func (m *merger) nameInlines(n project.Name) ([]doc.Inline, *problem) {
	out, found := m.text(m.name(n))
	if found != nil {
		found = &problem{gap: found.gap, path: source.Child(n.Path, "en"), reason: found.reason, fix: found.fix}
	}
	for i := range out {
		out[i].Path = n.Path
	}
	return out, found
}

func join3(a []doc.Inline, between string, b []doc.Inline, end string) []doc.Inline {
	out := append([]doc.Inline{}, a...)
	out = append(out, doc.Inline{Kind: doc.TextInline, Text: between})
	out = append(out, b...)
	if end != "" {
		out = append(out, doc.Inline{Kind: doc.TextInline, Text: end})
	}
	return out
}

func (m *merger) institution(id string) any {
	p := m.in.Project.Party(id)
	if p == nil {
		return m.noParty(id)
	}
	return p.Name
}

// pi returns the principal investigator of a party, so that templates can print
// name, title and e-mail. Without one it returns a person without values, whose
// printing reports the gap.
func (m *merger) pi(id string) *project.Person {
	p := m.in.Project.Party(id)
	if p == nil {
		return &project.Person{}
	}
	if person := p.PI(); person != nil {
		return person
	}
	return &project.Person{At: source.At{Path: source.Child(p.Path, "people")}}
}

// contact returns the person who receives notices for a party, as pi does.
func (m *merger) contact(id string) *project.Person {
	p := m.in.Project.Party(id)
	if p == nil {
		return &project.Person{}
	}
	if person := p.Person(p.Notices.Attention); person != nil {
		return person
	}
	return &project.Person{At: source.At{Path: source.Child(source.Child(p.Path, "notices"), "attention")}}
}

// personName prints a name. Of a person who does not exist the path is that of
// where the project file would name one.
func (m *merger) personName(p project.Person) any {
	if p.ID == "" && p.Name.EN == "" {
		return m.gapAt(p.Path)
	}
	return p.Name
}

// person accepts a person, or the id of one.
func (m *merger) person(v any) any {
	switch p := v.(type) {
	case *project.Person:
		if p == nil {
			return fault{*empty}
		}
		return m.personName(*p)
	case project.Person:
		return m.personName(p)
	case project.Signatory:
		return p.Name
	case string:
		for i := range m.in.Project.Parties {
			if person := m.in.Project.Parties[i].Person(p); person != nil {
				return person.Name
			}
		}
		if p == "" {
			return fault{*empty}
		}
	}
	return wrong("there is no such person", "그런 사람이 없습니다")
}
