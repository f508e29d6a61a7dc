package pack

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pactwright/generator/diag"
)

const (
	changed = "was changed after the pack was made"
	added   = "was added after the pack was made"
	removed = "is missing from the pack"
)

func TestReadNamesWhatIsNotAsItWas(t *testing.T) {
	at := func(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	tests := []struct {
		name  string
		spoil func(t *testing.T, dir string)
		want  []string
	}{
		{"one byte changed", func(t *testing.T, dir string) { put(t, dir, "index.pdf", "%PDF-1.7 indeX") }, []string{"index.pdf: " + changed}},
		{"a byte appended", func(t *testing.T, dir string) { put(t, dir, "index.pdf", "%PDF-1.7 index\n") }, []string{"index.pdf: " + changed}},
		{"two files changed", func(t *testing.T, dir string) {
			put(t, dir, "index.pdf", "")
			put(t, dir, "inputs/project.yaml", "project: {id: s02}\n")
		}, []string{"index.pdf: " + changed, "inputs/project.yaml: " + changed}},
		{"added", func(t *testing.T, dir string) { put(t, dir, "letters/x.pdf", "") }, []string{"letters/x.pdf: " + added}},
		{"added and hidden", func(t *testing.T, dir string) { put(t, dir, ".DS_Store", "") }, []string{".DS_Store: " + added}},
		{"removed", func(t *testing.T, dir string) { os.Remove(at(dir, "agreement/a1.en.pdf")) }, []string{"agreement/a1.en.pdf: " + removed}},
		{"renamed", func(t *testing.T, dir string) { os.Rename(at(dir, "index.pdf"), at(dir, "Index.pdf")) }, []string{"Index.pdf: " + added, "index.pdf: " + removed}},
		{"a folder in its place", func(t *testing.T, dir string) {
			os.Remove(at(dir, "index.pdf"))
			put(t, dir, "index.pdf/x", "")
		}, []string{"index.pdf/x: " + added, "index.pdf: " + removed}},
		{"the manifest", func(t *testing.T, dir string) { put(t, dir, ManifestName, "{}") }, []string{ManifestName + ": " + changed}},
		{"a link to another file", func(t *testing.T, dir string) {
			other := filepath.Join(t.TempDir(), "other")
			os.WriteFile(other, []byte("%PDF-1.7 index"), 0o644)
			os.Remove(at(dir, "index.pdf"))
			if err := os.Symlink(other, at(dir, "index.pdf")); err != nil {
				t.Fatal(err)
			}
		}, []string{"index.pdf: " + changed}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t)
			tt.spoil(t, dir)
			_, _, found, err := Read(dir)
			if err != nil {
				t.Fatal(err)
			}
			if got := said(found); !slices.Equal(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
			for _, f := range found {
				if f.Code != "PACK-TAMPERED" || f.Severity != diag.Blocking || f.Message.KO == "" || f.Fix.IsZero() {
					t.Errorf("the finding is %+v", f)
				}
			}
		})
	}
}

func TestReadOfNoPack(t *testing.T) {
	empty := t.TempDir()
	file := filepath.Join(empty, "file")
	put(t, empty, "file", "x")
	for _, dir := range []string{empty, file, filepath.Join(empty, "missing")} {
		if _, _, _, err := Read(dir); err == nil {
			t.Errorf("%s: no error", filepath.Base(dir))
		}
	}
}
