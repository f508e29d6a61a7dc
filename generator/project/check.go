package project

import (
	"slices"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// checkParties checks that ids are unique, that one lead exists, and that every
// party can be bound.
func (p *Project) checkParties() diag.List {
	var found diag.List
	leads := 0
	for i := range p.Parties {
		party := &p.Parties[i]
		if party.Role == Lead {
			leads++
		}
		found.Add(p.checkParty(party)...)
	}
	if leads != 1 {
		found.Add(p.at("parties", "X-01",
			diag.T("a project has exactly one lead R&D institution, this one has %d", "주관연구개발기관은 하나여야 하는데 %d개입니다", leads),
			diag.Text{}, diag.T("set role: lead at one party", "한 당사자에만 role: lead를 적으십시오")))
	}
	for _, ids := range p.identified() {
		found.Add(p.unique(ids)...)
	}
	return found
}

func (p *Project) checkParty(party *Party) diag.List {
	var found diag.List
	if party.Unit && party.Entity == nil {
		f := p.at(source.Child(party.Path, "unit"), "PTY-ENTITY",
			diag.T("%s is part of a larger institution and has no legal person that can sign for it", "%s: 더 큰 기관의 소속 기관인데 계약할 법인이 적혀 있지 않습니다", party.ID),
			diag.T("a party to a contract is a legal person; a school, a department or a hospital of a university usually is not", "계약의 당사자는 법인이어야 하며, 대학의 단과대학·학과·병원은 보통 법인이 아닙니다"),
			diag.T("add entity: with the full name of the legal person", "entity:에 법인의 정식 명칭을 적으십시오"))
		f.Severity = diag.Unmet
		found.Add(f)
	}
	found.Add(p.knownPerson(source.Child(party.Notices.Path, "attention"), party.ID, party.Notices.Attention)...)
	return found
}

// knownPerson checks that a person who is named is one of the party's people.
func (p *Project) knownPerson(path, party, id string) diag.List {
	owner := p.Party(party)
	if id == "" || owner == nil || owner.Person(id) != nil {
		return nil
	}
	return diag.List{UnknownID(p, path, id, diag.T("person", "사람"), personIDs(owner))}
}

func personIDs(p *Party) []string {
	var ids []string
	for _, person := range p.People {
		ids = append(ids, person.ID)
	}
	return ids
}

// named is an id with the path of the block that bears it.
type named struct{ id, path string }

func names[T any](list []T, name func(T) named) []named {
	out := make([]named, len(list))
	for i, x := range list {
		out[i] = name(x)
	}
	return out
}

// identified returns every group of blocks whose ids must differ.
func (p *Project) identified() [][]named {
	groups := [][]named{
		names(p.Parties, func(x Party) named { return named{x.ID, x.Path} }),
		names(p.Phases, func(x Phase) named { return named{x.ID, x.Path} }),
		names(p.Work, func(x Work) named { return named{x.ID, x.Path} }),
		names(p.Results, func(x Result) named { return named{x.ID, x.Path} }),
		names(p.Background, func(x Background) named { return named{x.ID, x.Path} }),
		names(p.DataFlows, func(x DataFlow) named { return named{x.ID, x.Path} }),
		names(p.Agreements, func(x Agreement) named { return named{x.ID, x.Path} }),
		names(p.Letters, func(x Letter) named { return named{x.ID, x.Path} }),
		names(p.Changes, func(x Change) named { return named{x.ID, x.Path} }),
		slices.Concat(
			names(p.Budget.People, func(x Staff) named { return named{x.ID, x.Path} }),
			names(p.Budget.Lines, func(x Line) named { return named{x.ID, x.Path} }),
			names(p.Budget.Payments, func(x Payment) named { return named{x.ID, x.Path} }),
		),
		names(p.Evidence.Excellence, func(x Excellence) named { return named{x.ID, x.Path} }),
	}
	for _, pay := range p.Budget.Payments {
		groups = append(groups, names(pay.Instalments, func(x Instalment) named { return named{x.ID, x.Path} }))
	}
	return groups
}

func (p *Project) unique(list []named) diag.List {
	var found diag.List
	first := map[string]string{}
	for _, n := range list {
		if n.id == "" {
			continue
		}
		if other, twice := first[n.id]; twice {
			found.Add(p.at(source.Child(n.path, "id"), "PRJ-TWICE",
				diag.T("the id %s is used twice; first at line %d", "id %s 값이 두 번 쓰였습니다. 처음은 %d행입니다", n.id, p.File.Place(other).Line),
				diag.Text{}, diag.T("give each block an id of its own", "블록마다 다른 id를 쓰십시오")))
			continue
		}
		first[n.id] = n.path
	}
	return found
}

// checkDates checks that periods run forwards and lie inside the project.
func (p *Project) checkDates() diag.List {
	var found diag.List
	whole := p.Period()
	if whole.Start.IsZero() || whole.End.IsZero() {
		return nil
	}
	found.Add(p.forwards(p.Info.Path, whole)...)
	for _, ph := range p.Phases {
		found.Add(p.forwards(ph.Path, ph.Period())...)
		found.Add(p.inside(source.Child(ph.Path, "start"), ph.Start)...)
		found.Add(p.inside(source.Child(ph.Path, "end"), ph.End)...)
	}
	for _, w := range p.Work {
		found.Add(p.forwards(w.Path, calendar.Period{Start: w.Start, End: w.End})...)
		found.Add(p.inside(source.Child(w.Path, "start"), w.Start)...)
		found.Add(p.inside(source.Child(w.Path, "end"), w.End)...)
	}
	for _, r := range p.Results {
		if r.Due.After(whole.End) {
			found.Add(p.at(source.Child(r.Path, "due"), "X-03",
				diag.T("the result %s is due on %s, after the project ends on %s", "성과 %s 제출일 %s: 과제 종료일 %s 이후입니다", r.ID, r.Due, whole.End),
				diag.T("what is due after the end date is owed by nobody", "종료일 뒤의 제출 의무는 누구에게도 물을 수 없습니다"),
				diag.T("move due to %s or earlier", "due를 %s 이전으로 고치십시오", whole.End)))
		}
	}
	return found
}

func (p *Project) forwards(path string, period calendar.Period) diag.List {
	if period.Start.IsZero() || period.End.IsZero() || period.Valid() {
		return nil
	}
	return diag.List{p.at(source.Child(path, "end"), "X-03",
		diag.T("the period ends on %s, before it starts on %s", "종료일 %s 값이 시작일 %s보다 앞섭니다", period.End, period.Start),
		diag.Text{}, diag.T("exchange or correct the dates", "날짜를 바로잡으십시오"))}
}

func (p *Project) inside(path string, d calendar.Date) diag.List {
	if d.IsZero() || p.Period().Contains(d) {
		return nil
	}
	return diag.List{p.at(path, "X-03",
		diag.T("%s lies outside the project period %s", "%s: 과제기간(%s) 밖입니다", d, p.Period()),
		diag.Text{}, diag.T("choose a date inside the project period", "과제기간 안의 날짜를 쓰십시오"))}
}

// Period returns the first and the last day of the project.
func (p *Project) Period() calendar.Period {
	return calendar.Period{Start: p.Info.Start, End: p.Info.End}
}

// checkReferences checks that every id that is mentioned exists.
func (p *Project) checkReferences() diag.List {
	var found diag.List
	party := func(path, id string) {
		if id != "" && p.Party(id) == nil {
			found.Add(UnknownID(p, path, id, diag.T("party", "당사자"), p.PartyIDs()))
		}
	}
	for _, w := range p.Work {
		party(source.Child(w.Path, "lead"), w.Lead)
	}
	for _, r := range p.Roles {
		party(source.Child(r.Path, "party"), r.Party)
		party(source.Child(r.Path, "host"), r.Host)
		found.Add(p.knownWork(r)...)
		found.Add(p.knownPerson(source.Child(r.Path, "person"), r.Party, r.Person)...)
	}
	for _, r := range p.Results {
		party(source.Child(r.Path, "party"), r.Party)
		for i, id := range r.With {
			party(source.Item(source.Child(r.Path, "with"), i), id)
		}
	}
	for _, b := range p.Background {
		party(source.Child(b.Path, "owner"), b.Owner)
	}
	for _, d := range p.DataFlows {
		party(source.Child(d.Path, "exporter"), d.Exporter)
		party(source.Child(d.Path, "importer"), d.Importer)
	}
	for _, l := range p.Letters {
		party(source.Child(l.Path, "party"), l.Party)
		found.Add(p.knownProofs(l)...)
		found.Add(p.knownPerson(source.Child(l.Path, "contact"), l.Party, l.Contact)...)
	}
	for _, e := range p.Evidence.Excellence {
		party(source.Child(e.Path, "party"), e.Party)
	}
	for _, e := range p.Evidence.Ethics {
		party(source.Child(e.Path, "party"), e.Party)
	}
	return found
}

func (p *Project) knownWork(r RoleRow) diag.List {
	var ids []string
	for _, w := range p.Work {
		ids = append(ids, w.ID)
	}
	if r.Work == "" || slices.Contains(ids, r.Work) {
		return nil
	}
	return diag.List{UnknownID(p, source.Child(r.Path, "work_package"), r.Work, diag.T("work package", "세부과제"), ids)}
}

func (p *Project) knownProofs(l Letter) diag.List {
	var ids []string
	for _, e := range p.Evidence.Excellence {
		ids = append(ids, e.ID)
	}
	var found diag.List
	for i, id := range l.Excellence {
		if !slices.Contains(ids, id) {
			found.Add(UnknownID(p, source.Item(source.Child(l.Path, "excellence"), i), id, diag.T("proof of excellence", "우수성 증빙"), ids))
		}
	}
	return found
}
