package generator

import (
	"bytes"
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/pack"
	"pactwright/generator/render/html"
	"pactwright/generator/versions"
)

// Side is one of two versions to compare: a project file with its folder, and
// how documents are made of it.
type Side struct {
	Name    string // as people call it
	World   World
	Options Options
	Found   diag.List // what is wrong with the pack that it is taken from
}

// PackSide is the version that a pack was made from. The error says that there is
// no pack.
func PackSide(dir string) (Side, error) {
	m, _, found, err := pack.Read(dir)
	side := Side{Name: dir, Found: found}
	if err != nil || m.Input == "" || slices.ContainsFunc(found, onInputs) {
		return side, err
	}
	side.World, side.Options, err = inputsOf(dir, m)
	return side, err
}

// Compared is what differs between two versions, and what is wrong with each.
type Compared struct {
	versions.Comparison
	Lang     diag.Lang
	Old, New Outcome     // of each version: what blocks it, with the text of its project file
	Files    []pack.File // the comparison as a page and as data
}

// Whole reports whether both versions could be made, so that nothing was left out
// of the comparison.
func (c Compared) Whole() bool {
	return len(c.Missing) == 0 && !c.Old.Findings.Has(diag.Blocking) && !c.New.Findings.Has(diag.Blocking)
}

// Diff compares two versions of a project. What blocks a version does not keep
// the rest of it from being compared.
func Diff(old, new Side, lang diag.Lang) (Compared, error) {
	out := Compared{Lang: lang}
	a, err := open(old)
	if err != nil {
		return out, err
	}
	b, err := open(new)
	if err != nil {
		return out, err
	}
	if out.Lang == "" && b != nil {
		out.Lang = b.lang()
	}
	was, found, err := a.version(out.Lang)
	if err != nil {
		return out, err
	}
	out.Old = a.blocked(old, found)
	is, found, err := b.version(out.Lang)
	if err != nil {
		return out, err
	}
	out.New = b.blocked(new, found)
	out.Comparison = versions.Compare(was, is)
	return out, out.write(old.Name, new.Name)
}

// open loads a version; nil if its pack cannot be trusted.
func open(side Side) (*state, error) {
	if side.World.Dir == nil {
		return nil, nil
	}
	o := side.Options
	o.Draft = true // gaps do not keep versions from being compared
	return load(side.World, o)
}

// blocked is what is wrong with a version.
func (s *state) blocked(side Side, found diag.List) Outcome {
	out := Outcome{Findings: side.Found}
	if s == nil {
		return out
	}
	if s.file != nil {
		out.Source = s.file.Data
	}
	for _, f := range found {
		if f.Severity == diag.Blocking {
			out.Findings.Add(f)
		}
	}
	return out
}

// version makes what is compared, as far as it can be made.
func (s *state) version(lang diag.Lang) (versions.Version, diag.List, error) {
	var v versions.Version
	if s == nil {
		return v, nil, nil
	}
	v.File, v.Project, v.Budget, v.Words = s.file, s.project, s.budget, s.words
	if s.plans == nil || s.budget == nil || s.project.Lead() == nil {
		return v, s.settled(), nil
	}
	contracts, err := s.contractTexts("", lang)
	if err != nil {
		return v, nil, err
	}
	for _, c := range contracts {
		one := versions.Contract{Plan: c.Plan}
		if len(c.Texts) > 0 {
			one.Text = c.Texts[0]
		}
		v.Contracts = append(v.Contracts, one)
	}
	dates, err := s.timeline()
	if err != nil {
		return v, nil, err
	}
	for _, r := range dates.Rows {
		v.Dates = append(v.Dates, versions.Date{ID: r.ID, What: r.What, Date: r.Date})
	}
	book, err := s.book()
	v.Book = book.Book()
	return v, s.settled(), err
}

// write makes the files of a comparison.
func (c *Compared) write(old, new string) error {
	var data bytes.Buffer
	if err := versions.JSON(&data, c.Comparison, old, new); err != nil {
		return err
	}
	page, blocks := versions.Page(c.Comparison, c.Lang, old, new)
	settled, _ := doc.Resolve(&page, nil)
	c.Files = []pack.File{
		{Path: "diff.html", Data: html.Render(settled.With(blocks))},
		{Path: "diff.json", Data: data.Bytes()},
	}
	return nil
}
