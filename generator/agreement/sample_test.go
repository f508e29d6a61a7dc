package agreement

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/money/moneytest"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// projectText is a project with three parties. Its last lines are the clauses
// of its one contract, which a test may add to.
const projectText = `parties:
  - {id: KR1, role: lead, name: {en: Hankuk Hospital, native: 한국병원}, signatories: [{method: seal}], people: [{id: kim}]}
  - {id: KR2, role: joint, name: {en: Daehan University, native: 대한대학교}, signatories: [{method: seal}]}
  - {id: US1, role: overseas, name: {en: Example Institute}, signatories: [{method: signature}]}
roles:
  - {party: US1, role: {en: Reads images, ko: 판독}}
results:
  - {id: R1, party: KR1, with: [US1]}
agreements:
  - id: a1
    parties: [KR1, US1]
    signed_text: en
    clauses:
      purpose: {option: plain}
`

// firstLine is the line of the first clause that a test adds.
var firstLine = strings.Count(projectText, "\n") + 1

const documentText = `id: agreement
title: {en: Agreement, ko: 계약서}
context: agreement
style: contract
parts:
  - title: {en: General, ko: 총칙}
    slots: [purpose, term]
  - title: {en: Intellectual Property, ko: 지식재산}
    slots: [ownership, access]
  - title: {en: Funds, ko: 연구개발비}
    slots: [funds]
exhibits: [exhibit-budget]
switched:
  funds: funded
  exhibit-budget: funded
`

// option is the text of a clause option with what its front matter says beside
// the title.
func option(front ...string) string {
	return "---\ntitle: {en: Title, ko: 제목}\n" + strings.Join(front, "\n") + "\n---\n{{define \"en\"}}{{end}}\n"
}

// baseClauses has one default for every slot.
func baseClauses() map[string]string {
	return map[string]string{
		"purpose/plain":        option("default: true"),
		"term/fixed":           option("default: true"),
		"ownership/generator":  option("default: true", "korean_priority: owns"),
		"ownership/partner":    option("korean_priority: none"),
		"access/free":          option("default: true", "korean_priority: not_applicable"),
		"funds/instalments":    option("default: true"),
		"exhibit-budget/table": option("default: true"),
	}
}

// sample is what a test chooses from.
type sample struct {
	project  string            // the text of the project file
	clauses  map[string]string // options over the base ones; an empty text removes one
	packages map[string]string // by id
	document string
	strictIP bool
}

func (s sample) inputs(t *testing.T) Inputs {
	t.Helper()
	f, found := source.Decode("project.yaml", []byte(s.project))
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	p, _ := project.Load(f, moneytest.Currency("KRW"))
	strong, weak := fstest.MapFS{}, fstest.MapFS{}
	for name, text := range s.clauses {
		if text != "" {
			strong["clauses/"+name+".md.tmpl"] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for id, text := range s.packages {
		strong["packages/"+id+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range baseClauses() {
		if over, removed := s.clauses[name]; !removed || over != "" {
			weak["clauses/"+name+".md.tmpl"] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	weak["documents/agreement/document.yaml"] = &fstest.MapFile{Data: []byte(s.document)}
	weak["documents/agreement/body.md.tmpl"] = &fstest.MapFile{}
	layers := library.Layers{{Name: "project", FS: strong}, {Name: "built in", FS: weak}}
	typ, found, err := layers.Document("agreement")
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	return Inputs{Project: p, Layers: layers, Type: typ, StrictIP: s.strictIP}
}

// choose returns the plan of the only contract and what is wrong with it.
func (s sample) choose(t *testing.T) (*Plan, diag.List) {
	t.Helper()
	plans, found, err := Choose(s.inputs(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(plans) != 1 {
		t.Fatalf("%d plans", len(plans))
	}
	return plans[0], found
}

// with is the base sample with clauses added to the contract, each line
// indented as an entry of clauses.
func with(clauses ...string) sample {
	text := projectText
	for _, c := range clauses {
		text += "      " + strings.ReplaceAll(c, "\n", "\n      ") + "\n"
	}
	return sample{project: text, clauses: map[string]string{}, document: documentText}
}

// said lists findings as "CODE severity place path: message".
func said(found diag.List) string {
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %s %s %s %s: %s", f.Code, f.Severity, f.Place, f.Template, f.Path, f.Message.EN))
	}
	return strings.Join(out, "\n")
}

// want is a finding that a test expects. Fields left empty are not compared,
// but a finding always speaks both languages and names a way out.
type want struct {
	code     string
	severity string
	path     string
	line     int // of the project file
	column   int
	template string
	message  string // part of it
	fix      string // part of it
	gap      bool
}

func expect(t *testing.T, found diag.List, wants ...want) {
	t.Helper()
	if len(found) != len(wants) {
		t.Fatalf("%d findings, want %d:\n%s", len(found), len(wants), said(found))
	}
	for i, w := range wants {
		f := found[i]
		switch {
		case f.Code != w.code,
			w.severity != "" && f.Severity.String() != w.severity,
			w.severity == "" && f.Severity != diag.Blocking,
			w.path != "" && f.Path != w.path,
			w.line > 0 && f.Place.Line != w.line,
			w.column > 0 && f.Place.Column != w.column,
			w.line > 0 && f.Place.File != "project.yaml",
			w.template != "" && f.Template.String() != w.template,
			!strings.Contains(f.Message.EN, w.message),
			!strings.Contains(f.Fix.EN, w.fix),
			f.Gap != w.gap,
			f.Message.KO == "", f.Message.KO == f.Message.EN, f.Fix.KO == "",
			strings.Contains(f.Message.EN+f.Message.KO+f.Fix.EN+f.Fix.KO, "%!"):
			t.Errorf("finding %d is %+v\nwant %+v", i, f, w)
		}
	}
}
