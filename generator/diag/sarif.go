package diag

import (
	"io"
	"net/url"
	"slices"
	"strings"
)

// SARIF writes the findings as a SARIF 2.1.0 log, for editors and build
// services. Messages are in the language asked for, reason and advice in the
// message; the severity of pactwright and the YAML path are properties, since
// SARIF has no level between warning and error.
func SARIF(w io.Writer, l List, lang Lang) error {
	sorted := l.Sorted()
	codes := ruleCodes(sorted)
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver.Name = "pactwright"
	run.Tool.Driver.Rules = []sarifRule{}
	for _, code := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{ID: code})
	}
	for _, f := range sorted {
		index, _ := slices.BinarySearch(codes, f.Code)
		run.Results = append(run.Results, resultOf(f, index, lang))
	}
	return writeJSON(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func ruleCodes(l List) []string {
	var codes []string
	for _, f := range l {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func resultOf(f Finding, ruleIndex int, lang Lang) sarifResult {
	r := sarifResult{
		RuleID: f.Code, RuleIndex: ruleIndex, Level: sarifLevel(f.Severity),
		Message:    sarifText{wholeMessage(f, lang)},
		Properties: sarifProperties{Severity: f.Severity, Path: f.Path},
	}
	first, second := f.Place, f.Template
	if first.IsZero() {
		first, second = second, Place{}
	}
	if !first.IsZero() {
		r.Locations = []sarifLocation{locationOf(first)}
	}
	if !second.IsZero() {
		location := locationOf(second)
		location.Message = &sarifText{Text{EN: "the template", KO: "서식"}.In(lang)}
		r.Related = []sarifLocation{location}
	}
	return r
}

// wholeMessage joins the headline, the reason and the advice; viewers show
// nothing else.
func wholeMessage(f Finding, lang Lang) string {
	var parts []string
	for _, t := range []Text{f.Message, f.Why, f.Fix} {
		if said := t.In(lang); said != "" {
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, "\n")
}

func sarifLevel(s Severity) string {
	switch {
	case s >= Unmet:
		return "error"
	case s == Warning:
		return "warning"
	}
	return "note"
}

func locationOf(p Place) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: strings.ReplaceAll(p.File, `\`, "/")}).String()
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{StartLine: p.Line, StartColumn: p.Column}
		if p.Column > 0 && p.Width > 0 {
			l.Physical.Region.EndColumn = p.Column + p.Width
		}
	}
	return l
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver struct {
			Name  string      `json:"name"`
			Rules []sarifRule `json:"rules"`
		} `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifRule struct {
	ID string `json:"id"`
}

type sarifResult struct {
	RuleID     string          `json:"ruleId"`
	RuleIndex  int             `json:"ruleIndex"`
	Level      string          `json:"level"`
	Message    sarifText       `json:"message"`
	Locations  []sarifLocation `json:"locations,omitempty"`
	Related    []sarifLocation `json:"relatedLocations,omitempty"`
	Properties sarifProperties `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
	Message *sarifText `json:"message,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifProperties struct {
	Severity Severity `json:"severity"`
	Path     string   `json:"path,omitempty"`
}
