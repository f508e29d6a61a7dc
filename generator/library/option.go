package library

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"sync"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Text is a phrase in both languages.
type Text struct {
	source.At
	EN string `yaml:"en"`
	KO string `yaml:"ko"`
}

// Diag returns the phrase as a message.
func (t Text) Diag() diag.Text { return diag.Text{EN: t.EN, KO: t.KO} }

// Option is one option of one clause slot: a file in clauses/<slot>.
type Option struct {
	Slot string // ownership
	Name string // joint-fixed
	File File
	Head Head
	Body string // the file with its front matter blanked, so that lines keep their numbers
}

// Head is the front matter of a clause option.
type Head struct {
	source.At
	Code           string   `yaml:"code"` // of the clause catalogue: A22 OWN-JOINT-FIXED
	Version        int64    `yaml:"version"`
	Title          Text     `yaml:"title"`
	Label          Text     `yaml:"label"` // how it is told from the other options of its article, where the title does not
	Default        bool     `yaml:"default"`
	Rank           string   `yaml:"rank"` // preferred, fallback, approval
	Wants          Text     `yaml:"wants"`
	Costs          Text     `yaml:"costs"`
	Differs        Text     `yaml:"differs"`
	Risk           Text     `yaml:"risk"`
	PartnerPolicy  Text     `yaml:"partner_policy"`
	KoreanPriority string   `yaml:"korean_priority"` // owns, first_right, share, none, not_applicable
	Law            []string `yaml:"law"`             // keys of citations
	Call           []string `yaml:"call"`            // ids of rules
	BasedOn        []string `yaml:"based_on"`
	Params         []Param  `yaml:"params"`
	When           string   `yaml:"when"`     // the condition under which it may be a default
	Requires       []string `yaml:"requires"` // slot or slot/option; "governance/committee or governance/assembly"
	Excludes       []string `yaml:"excludes"`

	// StandsFor names articles whose core the option holds: slot or slot.anchor, and
	// the anchor of this option to which references go if that article is not there.
	StandsFor source.Pairs[string] `yaml:"stands_for"`
	Checks    []Check              `yaml:"checks"`
	Announced string               `yaml:"announced"` // the setting that must be yes for the option to stand: the call or the project agreement provides for it
}

// Param declares one parameter of an option.
type Param struct {
	source.At
	Name     string        `yaml:"name"`
	Type     string        `yaml:"type"`
	Required bool          `yaml:"required"`
	Default  *source.Value `yaml:"default"` // nil: the project must set it
	Title    Text          `yaml:"title"`
	Values   []string      `yaml:"values"`  // of a choice whose words stand in the locales
	Choices  []Choice      `yaml:"choices"` // of a choice that says here what its values mean
	Columns  []Param       `yaml:"columns"` // of a table

	OnlyIf source.Pairs[string] `yaml:"only_if"` // it counts only where these choices are made; a bar stands between several values
}

// Choice is one way of filling a clause option: a value of a parameter that has
// a code of its own in the clause catalogue.
type Choice struct {
	source.At
	Value    string   `yaml:"value"`
	Code     string   `yaml:"code"` // EXP-OWN-USE-FREE; empty if the catalogue has none
	Label    Text     `yaml:"label"`
	Wants    Text     `yaml:"wants"`
	Costs    Text     `yaml:"costs"`
	Differs  Text     `yaml:"differs"`
	Requires []string `yaml:"requires"` // slot or slot/option
}

// Name is how the option is told from the others of its article: its label or,
// without one, its title.
func (h Head) Name() diag.Text {
	if h.Label.EN == "" && h.Label.KO == "" {
		return h.Title.Diag()
	}
	return h.Label.Diag()
}

// ID names the option: ownership/joint-fixed.
func (o *Option) ID() string { return o.Slot + "/" + o.Name }

// Param returns the declaration of a parameter.
func (o *Option) Param(name string) (Param, bool) {
	for _, p := range o.Head.Params {
		if p.Name == name {
			return p, true
		}
	}
	return Param{}, false
}

// Allowed returns the values that a choice may have.
func (p Param) Allowed() []string {
	if len(p.Choices) == 0 {
		return p.Values
	}
	out := make([]string, len(p.Choices))
	for i, c := range p.Choices {
		out[i] = c.Value
	}
	return out
}

// Choice returns what a value of a choice means.
func (p Param) Choice(value string) (Choice, bool) {
	for _, c := range p.Choices {
		if c.Value == value {
			return c, true
		}
	}
	return Choice{}, false
}

// Column returns the declaration of a column of a table.
func (p Param) Column(name string) (Param, bool) {
	for _, c := range p.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return Param{}, false
}

const optionSuffix = ".md.tmpl"

// Options returns the options of a slot in order of their names.
func (ls Layers) Options(slot string) ([]*Option, diag.List, error) {
	names, err := ls.List(path.Join("clauses", slot))
	if err != nil {
		return nil, nil, err
	}
	var out []*Option
	var found diag.List
	for _, n := range names {
		name, ok := strings.CutSuffix(n, optionSuffix)
		if !ok {
			continue
		}
		file, err := ls.Read(path.Join("clauses", slot, n))
		if err != nil {
			return nil, nil, err
		}
		o, list := optionOf(slot, name, file)
		found.Add(list...)
		if o != nil {
			out = append(out, o)
		}
	}
	return out, found, nil
}

// Slots returns the names of all clause slots.
func (ls Layers) Slots() ([]string, error) { return ls.List("clauses") }

// parsed remembers options by layer, path and content: a program that makes
// many contracts reads each file of the library once. Nobody changes an option.
var parsed sync.Map

type parsedOption struct {
	option *Option
	found  diag.List
}

func optionOf(slot, name string, file File) (*Option, diag.List) {
	key := [3]string{file.Layer, file.Path, file.SHA256}
	if p, ok := parsed.Load(key); ok {
		return p.(parsedOption).option, slices.Clone(p.(parsedOption).found)
	}
	o, found := parseOption(slot, name, file)
	parsed.Store(key, parsedOption{o, slices.Clone(found)})
	return o, found
}

func parseOption(slot, name string, file File) (*Option, diag.List) {
	head, body, ok := splitFront(file.Data)
	place := diag.Place{File: file.Path, Line: 1, Column: 1}
	if !ok {
		return nil, diag.List{{
			Code: "LIB-FRONT", Severity: diag.Blocking, Template: place,
			Message: diag.T("clause %s/%s has no front matter", "조항 %s/%s에 머리말(front matter)이 없습니다", slot, name),
			Fix:     diag.T("begin the file with a block between two lines of ---", "파일 맨 앞에 --- 두 줄로 둘러싼 블록을 넣으십시오"),
		}}
	}
	f, found := source.Decode(file.Path, head)
	o := &Option{Slot: slot, Name: name, File: file, Body: body}
	if f != nil {
		found.Add(source.Into(f, f.Root, &o.Head, source.Strict)...)
	}
	return o, asTemplate(found)
}

// bom begins files that some Windows programs save.
var bom = []byte("\xef\xbb\xbf")

// splitFront cuts the front matter off. Both halves keep the line numbers of
// the file: the head begins with a blank line for the opening mark, and the
// body with as many blank lines as the head had.
func splitFront(data []byte) (head []byte, body string, ok bool) {
	data = bytes.ReplaceAll(bytes.TrimPrefix(data, bom), []byte("\r\n"), []byte("\n"))
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return nil, "", false
	}
	front, text, ok := bytes.Cut(rest, []byte("\n---\n"))
	if !ok {
		return nil, "", false
	}
	lines := bytes.Count(front, []byte("\n")) + 3
	return append([]byte("\n"), front...), strings.Repeat("\n", lines) + string(text), true
}

// asTemplate moves the places of findings about a library file to the template
// side, since the user's own data is not what is wrong.
func asTemplate(found diag.List) diag.List {
	for i := range found {
		found[i].Template, found[i].Place = found[i].Place, diag.Place{}
	}
	return found
}
