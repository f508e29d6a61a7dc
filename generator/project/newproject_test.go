package project_test

import (
	"bytes"
	"strings"
	"testing"
	"text/template"
)

const templateFile = "../../data/reference/new-project.yaml.tmpl"

// newProject is what the template of an empty project is filled with.
type newProject struct {
	ID, Call, CallTitleEN, CallTitleKO, LawVersion string
	Tracks, Fields                                 []string
	Start, End                                     string
	Phases                                         []newPhase
	UnitsEN, UnitsKO, MoneyKO                      string
}

type newPhase struct{ ID, Start, End string }

func TestNewProjectLacksOnlyValues(t *testing.T) {
	tmpl, err := template.New("new").Option("missingkey=error").Parse(string(read(t, templateFile)))
	if err != nil {
		t.Fatal(err)
	}
	three := newProject{
		ID: "my-project", Call: "iitp-2024-medical-ai", CallTitleEN: "A call: with a colon", CallTitleKO: "공고", LawVersion: "kr-2024-02-29",
		Tracks: []string{"rnd", "commercialization"}, Fields: []string{"medical_ai"}, Start: "2024-07-01", End: "2026-12-31",
		UnitsEN: "won", UnitsKO: "원", MoneyKO: "원화",
		Phases: []newPhase{{"P1", "2024-07-01", "2025-03-31"}, {"P2", "2025-04-01", "2025-12-31"}, {"P3", "2026-01-01", "2026-12-31"}},
	}
	one := three
	one.Fields, one.Phases = nil, []newPhase{{"P1", "2024-07-01", "2026-12-31"}}
	for name, data := range map[string]newProject{"three phases": three, "one phase and no fields": one} {
		var text bytes.Buffer
		if err := tmpl.Execute(&text, data); err != nil {
			t.Fatal(err)
		}
		withExamples := strings.ReplaceAll(text.String(), "\n#|", "\n")
		if withExamples == text.String() {
			t.Error("the template has no examples")
		}
		for _, variant := range []string{text.String(), withExamples} {
			t.Run(name, func(t *testing.T) { onlyEmpty(t, variant, len(data.Phases)) })
		}
	}
}

// onlyEmpty checks that a project lacks values and has no other fault.
func onlyEmpty(t *testing.T, text string, phases int) {
	p, found := load(t, "new.yaml", []byte(text))
	empty := 0
	for _, f := range found {
		if f.Code != "YAML-EMPTY" {
			t.Errorf("%s: %s: %s", f.Place, f.Code, f.Message.EN)
		}
		empty++
	}
	if empty == 0 || p == nil || len(p.Phases) != phases || len(p.Parties) != 2 || len(p.Letters) != 1 || len(p.Agreements) != 1 {
		t.Errorf("%d empty values; the project was not read as written", empty)
	}
	if first, _, _ := strings.Cut(text, "\n"); first != "# yaml-language-server: $schema=./project.schema.json" {
		t.Errorf("the first line does not name the schema for editors: %s", first)
	}
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimRight(line, " ") != line {
			t.Errorf("line %d ends with a space", i+1)
		}
	}
}
