package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"text/template"

	"pactwright/data"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/pack"
)

// blank is what the template of a new project file sees.
type blank struct {
	ID          string
	Call        string
	CallTitleEN string
	CallTitleKO string
	LawVersion  string
	Tracks      []string
	Fields      []string
	Start, End  string
	Phases      []blankPhase
	UnitsEN     string // of the grant's currency
	UnitsKO     string
	MoneyKO     string
}

type blankPhase struct{ ID, Start, End string }

// New returns the files of a new project for a call: the project file to fill
// in and the schema that editors use. If there is no such call it returns the
// names of those that exist.
func New(id, callID string) ([]pack.File, []string, error) {
	book, found, err := builtInShelf.rulebook(callID, "")
	var missing *missingData
	if errors.As(err, &missing) {
		return nil, missing.known, nil
	}
	if err != nil {
		return nil, nil, err
	}
	c := book.Call
	if found.Has(diag.Blocking) {
		return nil, nil, fmt.Errorf("the call %s cannot be read: %s", callID, found[0].Message.EN)
	}
	form, err := fs.ReadFile(data.Files, "reference/new-project.yaml.tmpl")
	if err != nil {
		return nil, nil, err
	}
	t, err := template.New("new-project").Option("missingkey=error").Parse(string(form))
	if err != nil {
		return nil, nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, newBlank(id, c)); err != nil {
		return nil, nil, err
	}
	schema, err := Schema()
	return []pack.File{{Path: id + ".yaml", Data: out.Bytes()}, {Path: "project.schema.json", Data: schema}}, nil, err
}

func newBlank(id string, c *call.Call) blank {
	b := blank{
		UnitsEN: c.Currency.EnglishUnits(), UnitsKO: c.Currency.KoreanUnits(), MoneyKO: c.Currency.KoreanMoney(),
		ID: id, Call: c.ID, CallTitleEN: c.Title.EN, CallTitleKO: c.Title.KO, LawVersion: c.LawVersion,
		Start: c.Period().Start.String(), End: c.Period().End.String(),
	}
	for _, t := range c.Tracks {
		b.Tracks = append(b.Tracks, t.ID)
	}
	for _, f := range c.Fields {
		b.Fields = append(b.Fields, f.ID)
	}
	for _, p := range c.Phases {
		b.Phases = append(b.Phases, blankPhase{p.ID, p.Start.String(), p.End.String()})
	}
	return b
}

// Schema returns the JSON Schema of project files.
func Schema() ([]byte, error) { return fs.ReadFile(data.Files, "schema/project.schema.json") }
