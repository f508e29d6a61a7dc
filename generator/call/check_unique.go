package call

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/law"
)

// unique asks that no two entries of a list are the same in certain values.
// Entries that lack the first of them are left alone.
type unique struct {
	Label law.Text `yaml:"label"` // what the entries are
	List  List     `yaml:"list"`
	By    []column `yaml:"by"`
	Show  column   `yaml:"show"` // what names an entry in a report
}

func (u *unique) prepare(*Call) error {
	if len(u.By) == 0 {
		return textError("the check needs by", "검사에 by가 필요합니다")
	}
	for i := range u.By {
		if err := u.By[i].resolve(u.List); err != nil {
			return err
		}
	}
	return u.Show.resolve(u.List)
}

func (u *unique) check(e *env) outcome {
	first := map[string]entry{}
	var faults []Fault
	for _, x := range u.List.entries(e.in.Project) {
		if u.By[0].text(x) == "" {
			continue
		}
		key := u.key(x)
		before, twice := first[key]
		if !twice {
			first[key] = x
			continue
		}
		faults = append(faults, Fault{
			Text: diag.T("%s: %s is the same as %s (%s)", "%s: %s, %s 항목과 같음(%s)", u.Label.Diag(), u.Show.text(x), u.Show.text(before), u.shown(x)),
			Path: x.path,
		})
	}
	if len(first) == 0 {
		return notApplicable(diag.T("there is nothing to compare", "비교할 항목이 없음"))
	}
	return judged(diag.T("%s: each is there once (%d)", "%s: 서로 다름(%d건)", u.Label.Diag(), len(first)), faults, nil)
}

// key is what two entries that are the same share. The values are kept apart by
// a character that no text of a project file has.
func (u *unique) key(x entry) string {
	parts := make([]string, len(u.By))
	for i, c := range u.By {
		parts[i] = strings.Join(c.texts(x), "\x01")
	}
	return strings.Join(parts, "\x00")
}

func (u *unique) shown(x entry) string {
	var parts []string
	for _, c := range u.By {
		if text := c.text(x); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}
