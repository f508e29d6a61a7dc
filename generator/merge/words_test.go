package merge

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/library"
)

func locales(files map[string]string) library.Layers {
	m := fstest.MapFS{}
	for name, text := range files {
		m["locales/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return library.Layers{{Name: "built in", FS: m}}
}

func TestLoadWords(t *testing.T) {
	words, found, err := LoadWords(locales(map[string]string{"words.yaml": "role:\n  lead: {en: lead institution, ko: 주관기관}\ncountry:\n  US: {en: United States, ko: 미국}\n"}))
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if w, ok := words.In("country", "US"); !ok || w != (diag.Text{EN: "United States", KO: "미국"}) {
		t.Errorf("the word is %+v", w)
	}
	for _, x := range [][2]string{{"country", "KR"}, {"planet", "US"}, {"role", "US"}} {
		if w, ok := words.In(x[0], x[1]); ok {
			t.Errorf("%v is %+v", x, w)
		}
	}
}

func TestWordsInOneLanguage(t *testing.T) {
	for name, text := range map[string]string{
		"no Korean":     "a:\n\n  b: {en: one}\n",
		"no English":    "a:\n\n  b: {ko: 하나}\n",
		"blank":         "a:\n\n  b: {en: one, ko: \" \"}\n",
		"null":          "a:\n\n  b: {en: one, ko: null}\n",
		"tilde":         "a:\n\n  b: {en: ~, ko: 하나}\n",
		"a list":        "a:\n\n  b: {en: one, ko: [x]}\n",
		"no map":        "a:\n\n  b: one\n",
		"nothing":       "a:\n\n  b:\n",
		"a misspelling": "a:\n\n  b: {en: one, kr: 하나}\n",
	} {
		_, found, err := LoadWords(locales(map[string]string{"words.yaml": text}))
		if err != nil {
			t.Fatal(err)
		}
		if f := one(t, found, "LIB-WORD"); f.Template.String() != "locales/words.yaml:3:3" || !strings.Contains(f.Message.EN, "a.b") {
			t.Errorf("%s: found\n%s", name, said(found))
		}
	}
}

func TestLoadTerms(t *testing.T) {
	terms, found, err := LoadTerms(locales(map[string]string{"terms.yaml": "- {key: results, en: Results, ko: 연구개발성과}\n- {key: party, en: Party, ko: 당사자}\n"}))
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if len(terms) != 2 || !reflect.DeepEqual(terms[0], doc.Term{Key: "results", EN: "Results", KO: "연구개발성과"}) || terms[1].Key != "party" {
		t.Errorf("the terms are %+v", terms)
	}
	for name, text := range map[string]string{
		"misspelt key": "- {key: results, en: Results, kr: 성과}\n",
		"no Korean":    "- {key: results, en: Results}\n",
		"no key":       "- {en: Results, ko: 성과}\n",
		"no list":      "results: {en: Results, ko: 성과}\n",
		"no YAML":      "- {key: results\n",
	} {
		_, found, err := LoadTerms(locales(map[string]string{"terms.yaml": text}))
		if err != nil || len(found) == 0 || !found.Has(diag.Blocking) {
			t.Errorf("%s: %v, found\n%s", name, err, said(found))
			continue
		}
		if f := found[0]; f.Template.File != "locales/terms.yaml" || !f.Place.IsZero() {
			t.Errorf("%s: the place is %s and %s", name, f.Place, f.Template)
		}
	}
}

// A file of words that is no YAML is the template's fault, and a missing one an
// error.
func TestLocalesThatCannotBeRead(t *testing.T) {
	_, found, err := LoadWords(locales(map[string]string{"words.yaml": "a: [b\n"}))
	if err != nil || len(found) != 1 || found[0].Template.File != "locales/words.yaml" || !found[0].Place.IsZero() {
		t.Errorf("%v, found\n%s", err, said(found))
	}
	if _, _, err := LoadWords(locales(nil)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
	if _, _, err := LoadTerms(locales(nil)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}
