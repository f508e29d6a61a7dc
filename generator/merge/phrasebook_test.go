package merge

import (
	"slices"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/library"
)

func wordFile(layer, text string) library.File {
	return library.File{Path: wordPlace.File, Layer: layer, Data: []byte(text)}
}

func fillBook(t *testing.T, b Phrasebook) (map[string]diag.Text, diag.List) {
	t.Helper()
	return b.Fill(job{lang: diag.English, body: "-"}.input(t), nil, b.Keys()...)
}

// A stronger layer changes the words that it names in the languages that it
// gives.
func TestPhrasebookLayers(t *testing.T) {
	b, found := ReadPhrasebook([]library.File{
		wordFile("--templates", "total: {ko: 총계}\nnew: {en: New, ko: 신규}\n"),
		wordFile("project", "total: {en: Sum, ko: 합}\nid: {en: Number, ko: 번호}\n"),
		wordFile("built in", "id: {en: ID, ko: 식별자}\ntotal: {en: Total, ko: 합계}\nname: {en: \"{{.Project.Title}}\", ko: 명칭}\n"),
	})
	words, more := fillBook(t, b)
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(said(found))
	}
	for key, want := range map[string]diag.Text{
		"total": {EN: "Sum", KO: "총계"}, "id": {EN: "Number", KO: "번호"},
		"name": {EN: "Deep reading of images", KO: "명칭"}, "new": {EN: "New", KO: "신규"},
	} {
		if words[key] != want {
			t.Errorf("%s is %+v, want %+v", key, words[key], want)
		}
	}
	if len(b.Added) != 1 || b.Added[0] != (Said{"new", diag.Place{File: wordPlace.File, Line: 2, Column: 1, Width: 3}}) {
		t.Errorf("added: %+v", b.Added)
	}
}

// A finding names the line of the layer that says the word.
func TestPhrasebookPlaces(t *testing.T) {
	b, _ := ReadPhrasebook([]library.File{
		wordFile("project", "# ours\n\ntotal:\n  ko: |\n    {{.Projct}}\n  en: Total\n"),
		wordFile("built in", "total: {en: \"{{.Nothing}}\", ko: 합계}\n"),
	})
	_, found := fillBook(t, b)
	if len(found) != 1 || found[0].Code != "MERGE-FIELD" || found[0].Template.File != wordPlace.File || found[0].Template.Line != 4 {
		t.Error(said(found))
	}
	_, found = ReadPhrasebook([]library.File{wordFile("built in", "total: {en: Total, kr: 합계}\n")})
	if len(found) == 0 || found[0].Template.Line != 1 || !found[0].Place.IsZero() {
		t.Error(said(found))
	}
}

// Several layers put together say the same as one file.
func TestPhrasebookYAML(t *testing.T) {
	strong := wordFile("a", "\"yes\": {ko: \"a: \\\"b\\\" {{.X}}\\n<&\"}\ntotal: {en: Sum}\n")
	weak := wordFile("b", "total: {en: no, ko: '# 합'}\n")
	b, _ := ReadPhrasebook([]library.File{strong, weak})
	again, found := ReadPhrasebook([]library.File{wordFile("one", string(b.YAML("put together")))})
	if len(found) > 0 || !slices.Equal(again.Keys(), b.Keys()) {
		t.Fatalf("%s %v", said(found), again.Keys())
	}
	for key, p := range b.phrases {
		if q := again.phrases[key]; p.en.Text != q.en.Text || p.ko.Text != q.ko.Text {
			t.Errorf("%s: %+v, want %+v", key, q, p)
		}
	}
}
