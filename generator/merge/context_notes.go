package merge

import (
	"slices"

	"pactwright/generator/budget"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/law"
	"pactwright/generator/project"
)

// Notes is what the words and the sheets of text of the budget workbook see.
type Notes struct {
	Base
	Budget    *budget.Budget
	Law       diag.Text
	Settings  []SettingRow
	Sources   []SourceRow
	Unit      diag.Text // in which unit the sheets show money, as in "Unit: KRW"
	Money     diag.Text // the same in a heading, as in "KRW"
	Thousands bool      // money is shown in thousands
}

// SettingRow is a point that the call leaves open, with the reading taken.
type SettingRow struct {
	ID    string
	Title diag.Text
	Value diag.Text
	Own   bool // the project file sets it; else it is the default
	Note  diag.Text
}

// SourceRow is a provision on which a limit or a category of the budget rests.
type SourceRow struct {
	Title   diag.Text // of the instrument
	Version diag.Text
	Article diag.Text
	Says    diag.Text
	Found   bool // read in the source; else it is a default to be checked
}

// NewNotes collects what the words and the sheets of text see, except the unit.
func NewNotes(base Base, p *project.Project, b *budget.Budget, c *call.Call, v *law.Version) Notes {
	return Notes{Base: base, Budget: b, Law: v.Title.Diag(), Settings: settings(p, c), Sources: provisions(b, v)}
}

func settings(p *project.Project, c *call.Call) []SettingRow {
	var out []SettingRow
	for _, s := range c.Settings {
		value := c.Setting(p, s.ID)
		row := SettingRow{ID: s.ID, Title: s.Title.Diag(), Value: diag.Text{EN: value, KO: value}, Note: s.Note.Diag()}
		if i := slices.IndexFunc(s.Values, func(o call.Option) bool { return o.ID == value }); i >= 0 {
			row.Value = s.Values[i].Name.Diag()
		}
		for _, own := range p.Info.Settings {
			row.Own = row.Own || own.Key == s.ID && own.Value != ""
		}
		out = append(out, row)
	}
	return out
}

// provisions returns those that the limits looked at and the categories with
// money rest on, in the order of the law version.
func provisions(b *budget.Budget, v *law.Version) []SourceRow {
	used := map[diag.Text]bool{}
	for _, l := range b.Limits {
		used[l.Cite] = true
	}
	for _, category := range b.Categories {
		if c, ok := v.Category(category.Key); ok && !category.Totals.Total.IsZero() {
			used[v.Cite(c.Cite)] = true
		}
	}
	var out []SourceRow
	for _, c := range v.Citations {
		if !used[v.Cite(c.Key)] {
			continue
		}
		i, _ := v.Instrument(c.Instrument)
		out = append(out, SourceRow{
			Title: i.Title.Diag(), Version: i.Version.Diag(), Article: c.Article.Diag(), Says: c.Says.Diag(), Found: c.Found,
		})
	}
	return out
}
