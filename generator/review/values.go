package review

import (
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/library"
)

// changes returns the parameters of an article that have other values than in
// the standard. Of another option they are those that the project file sets.
func (r *reviewer) changes(own, was *agreement.Article) []Change {
	var out []Change
	same := was != nil && was.Option.Name == own.Option.Name
	for _, p := range own.Option.Head.Params {
		v := own.Params[p.Name]
		c := Change{Name: p.Name, Title: p.Title.Diag(), New: r.value(p, v), Path: v.Path}
		switch {
		case same:
			old := was.Params[p.Name]
			if c.Old = r.value(p, old); c.Old == c.New && (p.Type != "table" || v.Chosen == old.Chosen) {
				continue
			}
		case !v.Chosen:
			continue
		}
		out = append(out, c)
	}
	return out
}

// value returns what a parameter says, in words.
func (r *reviewer) value(p library.Param, v agreement.Value) diag.Text {
	if !v.Set {
		return diag.T("not set", "정하지 않음")
	}
	switch v.Type {
	case "percent":
		return diag.Text{EN: v.Percent.English(), KO: v.Percent.Korean()}
	case "amount":
		return diag.Text{EN: v.Amount.English(), KO: v.Amount.Korean()}
	case "date":
		return diag.Text{EN: v.Date.English(), KO: v.Date.Korean()}
	case "text":
		return diag.Text{EN: v.Text.EN, KO: v.Text.KO}
	case "party":
		return r.party(v.Party)
	case "parties":
		return r.listed(v.Parties)
	case "result", "results":
		return both(strings.Join(v.Results, ", "))
	case "person":
		return both(v.Person)
	case "flag":
		if v.Flag {
			return diag.T("yes", "예")
		}
		return diag.T("no", "아니요")
	case "choice":
		return r.choice(p, v.Choice)
	case "shares":
		return r.shares(v.Shares)
	case "table":
		return diag.T("%d rows", "%d행", len(v.Rows))
	case "country":
		if word, ok := r.Words.In("country", v.Code); ok {
			return word
		}
		return both(v.Code)
	case "code":
		return both(v.Code)
	case "int":
		return diag.T("%d", "%d", v.Count.N)
	}
	return diag.Text{EN: v.Count.English(), KO: v.Count.Korean()}
}

func both(text string) diag.Text { return diag.Text{EN: text, KO: text} }

func (r *reviewer) choice(p library.Param, value string) diag.Text {
	if c, ok := p.Choice(value); ok {
		return c.Label.Diag()
	}
	if word, ok := r.Words.In(p.Name, value); ok {
		return word
	}
	return both(value)
}

func (r *reviewer) shares(shares []agreement.Share) diag.Text {
	var out diag.Text
	for i, s := range shares {
		one := diag.T("%s %s", "%s %s", r.party(s.Party), s.Percent)
		if out = diag.T("%s, %s", "%s, %s", out, one); i == 0 {
			out = one
		}
	}
	return out
}

func (r *reviewer) listed(ids []string) diag.Text {
	var out diag.Text
	for i, id := range ids {
		if out = diag.T("%s, %s", "%s, %s", out, r.party(id)); i == 0 {
			out = r.party(id)
		}
	}
	return out
}

// party names an institution by its short name, or by its id.
func (r *reviewer) party(id string) diag.Text {
	p := r.Project.Party(id)
	if p == nil || p.Short.EN == "" || p.Short.KO == "" {
		return both(id)
	}
	return diag.Text{EN: p.Short.EN, KO: p.Short.KO}
}
