package library

import (
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

const fullOption = `---
code: A22 OWN-JOINT-FIXED
version: 3
title: {en: Ownership, ko: 귀속}
default: true
rank: preferred
wants: {en: both, ko: 양쪽}
korean_priority: share
when: funded
law: [act-16-1]
call: [CALL-K-IP]
requires: [background]
excludes: [inventions/none]
params:
  - {name: shares, type: shares, required: true, title: {en: Shares, ko: 지분}}
  - name: days
    type: days
    default: 30
    title: {en: Time, ko: 기간}
---
{{define "en"}}
1. {{.Nope}}
{{end}}
`

func one(t *testing.T, text string) (*Option, diag.List) {
	t.Helper()
	options, found, err := Layers{folder("built in", map[string]string{"clauses/ownership/joint-fixed.md.tmpl": text})}.Options("ownership")
	if err != nil {
		t.Fatal(err)
	}
	if len(options) == 0 {
		return nil, found
	}
	return options[0], found
}

func TestOption(t *testing.T) {
	o, found := one(t, fullOption)
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	h := o.Head
	if o.ID() != "ownership/joint-fixed" || o.File.Layer != "built in" || h.Code != "A22 OWN-JOINT-FIXED" || h.Version != 3 || !h.Default ||
		h.Rank != "preferred" || h.KoreanPriority != "share" || h.When != "funded" || h.Title.Diag() != (diag.Text{EN: "Ownership", KO: "귀속"}) ||
		!slices.Equal(h.Law, []string{"act-16-1"}) || !slices.Equal(h.Call, []string{"CALL-K-IP"}) ||
		!slices.Equal(h.Requires, []string{"background"}) || !slices.Equal(h.Excludes, []string{"inventions/none"}) {
		t.Errorf("the option is %+v", o)
	}
	days, ok := o.Param("days")
	if !ok || days.Type != "days" || days.Default == nil || days.Default.Text != "30" || days.Place.Line != 16 {
		t.Errorf("the parameter days is %+v", days)
	}
	shares, ok := o.Param("shares")
	if !ok || !shares.Required || shares.Default != nil {
		t.Errorf("the parameter shares is %+v", shares)
	}
	if _, ok := o.Param("day"); ok {
		t.Error("there is no parameter day")
	}
}

// Lines of the body keep the numbers that they have in the file.
func TestBodyKeepsItsLines(t *testing.T) {
	o, _ := one(t, fullOption)
	in, out := strings.Split(fullOption, "\n"), strings.Split(o.Body, "\n")
	if len(in) != len(out) {
		t.Fatalf("%d lines became %d", len(in), len(out))
	}
	for i, line := range out {
		if line != "" && line != in[i] {
			t.Errorf("line %d is %q, in the file %q", i+1, line, in[i])
		}
	}
	if strings.Contains(o.Body, "OWN-JOINT-FIXED") {
		t.Error("the front matter is part of the body")
	}
}

func TestFrontMatterFindings(t *testing.T) {
	const file = "clauses/ownership/joint-fixed.md.tmpl"
	tests := []struct {
		name, text, want string
	}{
		{"none", "{{define \"en\"}}{{end}}\n", "LIB-FRONT " + file + ":1:1"},
		{"empty file", "", "LIB-FRONT " + file + ":1:1"},
		{"not closed", "---\ntitle: {en: A, ko: B}\n", "LIB-FRONT " + file + ":1:1"},
		{"not at the top", "\n---\ntitle: {en: A, ko: B}\n---\n", "LIB-FRONT " + file + ":1:1"},
		{"unknown key", "---\nversion: 1\ntitel: {en: A, ko: B}\n---\n", source.CodeKey + " " + file + ":3:1"},
		{"wrong type", "---\nversion: 1\n\ndefault: maybe\n---\n", source.CodeType + " " + file + ":4:10"},
		{"unknown key of a parameter", "---\nversion: 1\nparams:\n  - {name: a, tpye: days}\n---\n", source.CodeKey + " " + file + ":4:15"},
		{"no YAML", "---\nversion: [1\n---\n", source.CodeSyntax + " " + file + ":"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := one(t, tt.text)
			if len(found) != 1 || !strings.HasPrefix(said(found), tt.want) {
				t.Fatalf("found\n%s\nwant %s", said(found), tt.want)
			}
			if f := found[0]; !f.Place.IsZero() || f.Severity != diag.Blocking || f.Fix.IsZero() {
				t.Errorf("the finding is %+v", f)
			}
		})
	}
}

// A file that was saved on Windows is read like any other.
func TestFrontMatterWithOtherLineEnds(t *testing.T) {
	o, found := one(t, "\xef\xbb\xbf"+strings.ReplaceAll(fullOption, "\n", "\r\n"))
	if len(found) > 0 {
		t.Fatal(said(found))
	}
	if days, _ := o.Param("days"); days.Place.Line != 16 {
		t.Errorf("the parameter days stands at %s", days.Place)
	}
	if lines := strings.Split(o.Body, "\n"); !strings.Contains(lines[20], `{{define "en"}}`) {
		t.Errorf("line 21 is %q", lines[20])
	}
}

func TestOptionsOverLayers(t *testing.T) {
	layers := Layers{
		folder("project", map[string]string{
			"clauses/term/long.md.tmpl": clause("Mine"), "clauses/term/alpha.md.tmpl": clause("Alpha"),
			"clauses/term/README.md": "no option", "clauses/term/.hidden": "no option",
		}),
		folder("built in", map[string]string{"clauses/term/long.md.tmpl": clause("Theirs"), "clauses/term/zulu.md.tmpl": clause("Zulu"), "clauses/forum/kcab.md.tmpl": clause("Forum")}),
	}
	options, found, err := layers.Options("term")
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	var got []string
	for _, o := range options {
		got = append(got, o.Name+" "+o.Head.Title.EN+" "+o.File.Layer)
	}
	if want := []string{"alpha Alpha project", "long Mine project", "zulu Zulu built in"}; !slices.Equal(got, want) {
		t.Errorf("the options are %q, want %q", got, want)
	}
	if options, found, err := layers.Options("missing"); err != nil || len(options)+len(found) > 0 {
		t.Errorf("an unknown slot has %v, %s, %v", options, said(found), err)
	}
	if slots, err := layers.Slots(); err != nil || !slices.Equal(slots, []string{"forum", "term"}) {
		t.Errorf("the slots are %q, %v", slots, err)
	}
}

// One broken option does not hide the others.
func TestBrokenOptionLeavesTheOthers(t *testing.T) {
	options, found, err := Layers{folder("built in", map[string]string{"clauses/term/a.md.tmpl": "no front matter", "clauses/term/b.md.tmpl": clause("B")})}.Options("term")
	if err != nil || len(options) != 1 || options[0].Name != "b" || len(found) != 1 {
		t.Errorf("%v, %s, %v", options, said(found), err)
	}
}

func FuzzOption(f *testing.F) {
	f.Add([]byte(fullOption))
	f.Add([]byte("---\n---\n"))
	f.Add([]byte("---\n\n---\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, found := parseOption("slot", "name", File{Path: "f", Data: data})
		if o == nil && len(found) == 0 {
			t.Error("neither an option nor a finding")
		}
	})
}
