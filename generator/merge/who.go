package merge

import (
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/project"
)

// who names the institution that has to act on a finding: the one that the
// entry of the project file at the path is about, else the lead R&D institution.
func who(p *project.Project, path string) diag.Text {
	party := p.Party(partyAt(p, path))
	if party == nil {
		party = p.Lead()
	}
	if party == nil {
		return diag.T("Lead R&D institution", "주관연구개발기관")
	}
	return shortName(party)
}

// shortName names an institution, by its id as long as the project file gives no
// short name.
func shortName(p *project.Party) diag.Text {
	if p.Short.EN == "" || p.Short.KO == "" {
		return diag.Text{EN: p.ID, KO: p.ID}
	}
	return diag.Text{EN: p.Short.EN, KO: p.Short.KO}
}

// partyAt returns the id of the party that an entry of a list is about.
func partyAt(p *project.Project, path string) string {
	list, rest, _ := strings.Cut(path, "[")
	index, _, _ := strings.Cut(rest, "]")
	n, err := strconv.Atoi(index)
	if err != nil {
		return ""
	}
	switch {
	case list == "parties" && n < len(p.Parties):
		return p.Parties[n].ID
	case list == "letters" && n < len(p.Letters):
		return p.Letters[n].Party
	case list == "received" && n < len(p.Received):
		return partyOfPaper(p, p.Received[n].For)
	case list == "evidence.excellence" && n < len(p.Evidence.Excellence):
		return p.Evidence.Excellence[n].Party
	case list == "evidence.ethics" && n < len(p.Evidence.Ethics):
		return p.Evidence.Ethics[n].Party
	}
	return ""
}

// partyOfPaper returns the id of the party that a file came in from or about:
// that of a letter, or the one behind the kind of a paper, as in
// business-registration-US1.
func partyOfPaper(p *project.Project, what string) string {
	if l := p.Letter(what); l != nil {
		return l.Party
	}
	for i := range p.Parties {
		if id := p.Parties[i].ID; strings.HasSuffix(what, "-"+id) {
			return id
		}
	}
	return ""
}
