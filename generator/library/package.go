package library

import (
	"path"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Package is a start point for the choices of a contract: a file in packages/.
// What the project file chooses itself always stands before it.
type Package struct {
	source.At
	ID          string                      `yaml:"id"`
	Title       Text                        `yaml:"title"`
	Use         Text                        `yaml:"use"`          // when to take it, and when not
	Default     bool                        `yaml:"default"`      // of contracts that name no package and stay below no threshold
	DefaultWhen *Threshold                  `yaml:"default_when"` // nil: never by itself
	Style       string                      `yaml:"style"`        // of the printed contract; empty: that of the document type
	Contents    *bool                       `yaml:"contents"`     // a page of contents; nil: as the document type says
	Parts       *bool                       `yaml:"parts"`        // headings of parts above the articles; nil: yes
	Omit        []*source.Value             `yaml:"omit"`         // slots that do not stand unless the project names them
	Include     source.Pairs[string]        `yaml:"include"`      // slot: the condition under which it stands without being named
	Clauses     source.Pairs[*source.Value] `yaml:"clauses"`      // slot: {option: …, parameter: …}
	File        File                        `yaml:"-"`
}

// Threshold says up to where a package is the default. All of it must hold.
type Threshold struct {
	source.At
	MaxParties   int64         `yaml:"max_parties"`   // 0: any number
	MaxFunds     *source.Value `yaml:"max_funds"`     // an amount with its currency; nil: any
	PersonalData string        `yaml:"personal_data"` // none: no data on persons may move; empty: any
}

const packageSuffix = ".yaml"

// Packages returns the packages in order of their names.
func (ls Layers) Packages() ([]*Package, diag.List, error) {
	names, err := ls.List("packages")
	if err != nil {
		return nil, nil, err
	}
	var out []*Package
	var found diag.List
	for _, n := range names {
		id, ok := strings.CutSuffix(n, packageSuffix)
		if !ok {
			continue
		}
		file, err := ls.Read(path.Join("packages", n))
		if err != nil {
			return nil, nil, err
		}
		p, list := parsePackage(id, file)
		found.Add(list...)
		if p != nil {
			out = append(out, p)
		}
	}
	return out, found, nil
}

func parsePackage(id string, file File) (*Package, diag.List) {
	f, found := source.Decode(file.Path, file.Data)
	if f == nil || f.Root == nil {
		return nil, asTemplate(found)
	}
	p := &Package{File: file}
	found.Add(source.Into(f, f.Root, p, source.Strict)...)
	if p.ID != id {
		found.Add(p.wrong(f.Place("id"),
			diag.T("the package in %s.yaml calls itself %q", "%s.yaml 파일의 조항 묶음 이름이 %q입니다", id, p.ID),
			diag.T("write id: %s, or rename the file", "id: %s 로 쓰거나 파일 이름을 바꾸십시오", id)))
	}
	if t := p.DefaultWhen; t != nil && t.PersonalData != "" && t.PersonalData != "none" {
		found.Add(p.wrong(f.Place("default_when.personal_data"),
			diag.T("the threshold of the package %s says %q about personal data", "조항 묶음 %s의 기준에서 personal_data 값 %q의 뜻을 알 수 없습니다", id, t.PersonalData),
			diag.T("write none, or leave it out", "none으로 쓰거나 생략하십시오")))
	}
	for _, o := range p.Omit {
		if p.Fills(o.Text) != nil {
			found.Add(p.wrong(o.Place,
				diag.T("the package %s both omits and fills the article %s", "조항 묶음 %s에서 조항 %s 항목을 빼면서 동시에 채웁니다", id, o.Text),
				diag.T("take it out of omit or out of clauses", "omit과 clauses 가운데 한 곳에서 지우십시오")))
		}
		if _, both := p.Includes(o.Text); both {
			found.Add(p.wrong(o.Place,
				diag.T("the package %s both omits and includes the article %s", "조항 묶음 %s에서 조항 %s 항목을 빼면서 동시에 넣습니다", id, o.Text),
				diag.T("take it out of omit or out of include", "omit과 include 가운데 한 곳에서 지우십시오")))
		}
	}
	return p, asTemplate(found)
}

func (p *Package) wrong(place diag.Place, message, fix diag.Text) diag.Finding {
	return diag.Finding{Code: "LIB-PACKAGE", Severity: diag.Blocking, Place: place, Message: message, Fix: fix}
}

// Omits reports whether the package leaves the article of a slot out.
func (p *Package) Omits(slot string) bool {
	if p == nil {
		return false
	}
	for _, o := range p.Omit {
		if o.Text == slot {
			return true
		}
	}
	return false
}

// Includes returns the condition under which the package has an article that
// otherwise stands only where it is named.
func (p *Package) Includes(slot string) (condition string, ok bool) {
	if p == nil {
		return "", false
	}
	for _, i := range p.Include {
		if i.Key == slot {
			return i.Value, true
		}
	}
	return "", false
}

// Fills returns what the package chooses for a slot, or nil.
func (p *Package) Fills(slot string) *source.Value {
	if p == nil {
		return nil
	}
	for _, c := range p.Clauses {
		if c.Key == slot {
			return c.Value
		}
	}
	return nil
}
