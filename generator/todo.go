package generator

import (
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
	"pactwright/generator/project"
)

// todos asks for one list for each institution of which something is needed or
// that has dates to keep: in English for one abroad, in Korean for a Korean one.
func (s *state) todos(base merge.Base, results []call.Result, found diag.List) ([]request, error) {
	typ, list, err := s.layers.Document("todo")
	if err != nil {
		return nil, err
	}
	s.found.Add(list...)
	dates, err := s.dates()
	if err != nil {
		return nil, err
	}
	var out []request
	for i := range s.project.Parties {
		party := &s.project.Parties[i]
		context := merge.NewTodo(base, s.judged(results, found), party, dates)
		if len(context.Rows)+len(context.Dates) == 0 {
			continue
		}
		lang := todoLang(party)
		out = append(out, request{
			file: "compliance/todo-" + party.ID + "." + string(lang) + ".pdf", kind: "todo", id: "todo-" + party.ID, typ: typ, lang: lang,
			context: context, paper: paperOf(party), date: s.fileDate(), use: "mail", parties: []string{party.ID},
		})
	}
	return out, nil
}

func todoLang(p *project.Party) diag.Lang {
	if p.Role.IsForeign() {
		return diag.English
	}
	return diag.Korean
}
