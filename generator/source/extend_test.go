package source_test

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// shelf opens files by their ids.
func shelf(texts map[string]string) func(string) (*source.File, diag.List) {
	return func(id string) (*source.File, diag.List) {
		text, ok := texts[id]
		if !ok {
			return nil, nil
		}
		return source.Decode(id+".yaml", []byte(text))
	}
}

const base = `id: base
title: {en: Base, ko: 기본}
fields: [a, b]
rules:
  - {id: R1, hint: first}
  - {id: R2, hint: second}
  - {id: R3, hint: third}
`

func TestExtend(t *testing.T) {
	open := shelf(map[string]string{"base": base, "middle": "id: middle\nextends: base\nfields: [c]\n"})
	own := `id: own
extends: middle
omit: {rules: [R3]}
title: {ko: 고친 제목}
rules:
  - {id: R2, hint: changed}
  - {id: R4, hint: new}
`
	f, _ := source.Decode("own.yaml", []byte(own))
	out, found := source.Extend(f, open)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for path, want := range map[string]string{
		"id": "own", "title.en": "Base", "title.ko": "고친 제목", "fields[0]": "c",
		"rules[0].hint": "first", "rules[1].hint": "changed", "rules[2].hint": "new",
	} {
		v := out.Root.Find(path)
		if v == nil || v.Text != want || v.Path != path {
			t.Errorf("%s: %+v, want %q", path, v, want)
		}
	}
	if out.Root.Find("rules[3]") != nil || out.Root.Get("extends") != nil || out.Root.Get("omit") != nil {
		t.Errorf("too much is left: %+v", out.Root.Entries)
	}
	if p := out.Place("rules[0].hint"); p.File != "base.yaml" || p.Line != 5 {
		t.Errorf("place of what was taken over: %s", p)
	}
	if p := out.Place("rules[1].hint"); p.File != "own.yaml" || p.Line != 6 {
		t.Errorf("place of what was changed: %s", p)
	}
	if p := out.PlaceIn(out.Root.Find("rules[0].hint"), 1, 3); p.String() != "base.yaml:5:22" {
		t.Errorf("place within what was taken over: %s", p)
	}
	again, _ := source.Decode("base.yaml", []byte(base))
	if f, found := source.Extend(again, open); f != again || len(found) > 0 {
		t.Error("a file that extends nothing is changed")
	}
}

func TestExtendFindings(t *testing.T) {
	tests := map[string]struct {
		text, says string
		line       int
	}{
		"circle":       {"id: own\nextends: a\n", "own → a → b → own", 2},
		"own circle":   {"id: own\nextends: own\n", "own → own", 2},
		"no such file": {"id: own\nextends: none\n", `no file "none"`, 2},
		"omit list":    {"id: own\nextends: base\nomit: {ruels: [R1]}\n", "nothing under ruels", 3},
		"omit entry":   {"id: own\nextends: base\nomit: {rules: [R9]}\n", `no entry "R9"`, 3},
	}
	open := shelf(map[string]string{"base": base, "a": "id: a\nextends: b\n", "b": "id: b\nextends: own\n", "own": "id: own\nextends: a\n"})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f, _ := source.Decode("own.yaml", []byte(test.text))
			out, found := source.Extend(f, open)
			if out == nil || len(found) != 1 || found[0].Code != source.CodeExtends || !strings.Contains(found[0].Message.EN, test.says) {
				t.Fatalf("findings %v", found)
			}
			if name != "circle" && found[0].Place.Line != test.line {
				t.Errorf("place %s", found[0].Place)
			}
		})
	}
}
