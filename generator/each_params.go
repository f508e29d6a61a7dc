package generator

import (
	"regexp"
	"strings"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/merge"
)

// paramRows returns the parameters of an article that have a value.
func (s *state) paramRows(a *agreement.Article, used map[paramKey]bool) []merge.ParamRow {
	var out []merge.ParamRow
	for _, p := range a.Option.Head.Params {
		v := a.Params[p.Name]
		if !v.Set {
			continue
		}
		said := s.project.File.Root.Find(v.Path)
		same := p.Default != nil && said != nil && said.IsScalar() && said.Text == p.Default.Text
		row := merge.ParamRow{Name: p.Name, Title: p.Title.Diag(), Type: p.Type, Changed: v.Chosen && !same}
		row.Shown = s.shown(p, v, row.Changed, used[paramKey{a.Option.File.Path, p.Name}])
		out = append(out, row)
	}
	return out
}

// shown reports whether a sheet of terms shows a parameter: what the text of the
// contract prints, the choices that the catalogue of clauses names, and whatever
// the project changed. A default that this text does not print is no term of it.
func (s *state) shown(p library.Param, v agreement.Value, changed, printed bool) bool {
	switch p.Type {
	case "table":
		return false
	case "shares":
		return true
	case "flag":
		return v.Flag && changed
	case "choice":
		if c, ok := p.Choice(v.Choice); ok {
			return changed || printed || c.Code != ""
		}
		_, worded := s.words.In(p.Name, v.Choice)
		return worded && (changed || printed)
	}
	return printed
}

// paramKey is a parameter of the option in a file.
type paramKey struct{ file, name string }

// paramUse finds the parameter that an action of a template prints.
var paramUse = regexp.MustCompile(`\bparam\s+"([^"]*)"`)

// usedParams returns the parameters that the articles of a contract print: those
// of branches that its text does not take are not among them.
func usedParams(plan *agreement.Plan, contracts []document) map[paramKey]bool {
	lines := map[string][]string{}
	for _, a := range plan.Articles() {
		lines[a.Option.File.Path] = strings.Split(string(a.Option.File.Data), "\n")
	}
	used := map[paramKey]bool{}
	seen := map[diag.Place]bool{}
	for _, d := range textsOf(plan, contracts) {
		for _, text := range d.texts {
			if text == nil {
				continue
			}
			for _, printed := range text.Printed() {
				for _, in := range printed.Text {
					if at := in.Template; !seen[at] {
						seen[at] = true
						if name := paramAt(lines[at.File], at); name != "" {
							used[paramKey{at.File, name}] = true
						}
					}
				}
			}
		}
	}
	return used
}

// paramAt returns the parameter that the action at a place of a template prints.
func paramAt(lines []string, at diag.Place) string {
	if at.Line < 1 || at.Line > len(lines) || at.Column < 1 {
		return ""
	}
	runes := []rune(lines[at.Line-1])
	rest := string(runes[min(at.Column-1, len(runes)):])
	action, _, _ := strings.Cut(rest, "}}")
	if m := paramUse.FindStringSubmatch(action); m != nil {
		return m[1]
	}
	return ""
}
