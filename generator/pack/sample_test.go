package pack

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/diag"
)

func sampleFiles() []File {
	return []File{
		{"index.pdf", []byte("%PDF-1.7 index")},
		{"agreement/a1.en.pdf", []byte("%PDF-1.7 contract")},
		{"inputs/project.yaml", []byte("project: {id: s01}\n")},
	}
}

func sampleManifest() Manifest {
	return Manifest{
		Tool: "pactwright 0.1.0", Project: "s01", Input: "project.yaml", Date: "2024-07-01", Ready: true,
		Options: Options{Lang: "ko", At: "application"},
		Library: []Wording{
			{Path: "documents/index/body.md.tmpl", Layer: "built in", SHA256: "aa"},
			{Path: "clauses/ownership/generator.md.tmpl", Layer: "project", SHA256: "bb"},
		},
	}
}

// write puts the sample into a new folder and returns it.
func write(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "output", "s01")
	if err := Write(dir, sampleFiles(), sampleManifest()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// tree returns the content of every file below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	names, err := list(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

// said lists findings as "file: message".
func said(found diag.List) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Place.File+": "+strings.TrimPrefix(f.Message.EN, f.Place.File+" "))
	}
	slices.Sort(out)
	return out
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
