package pack

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

func TestWriteAndRead(t *testing.T) {
	dir := write(t)
	m, files, found, err := Read(dir)
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	if m.Project != "s01" || m.Format != 1 || len(m.Files) != 3 {
		t.Errorf("the manifest is %+v", m)
	}
	got := map[string]string{}
	for _, f := range files {
		got[f.Path] = string(f.Data)
	}
	for _, f := range sampleFiles() {
		if got[f.Path] != string(f.Data) {
			t.Errorf("%s is %q", f.Path, got[f.Path])
		}
	}
}

// A pack holds what was asked for and nothing else; nothing is left beside it.
func TestWriteReplacesTheWholePack(t *testing.T) {
	dir := write(t)
	files := []File{{"index.pdf", []byte("second")}}
	if err := Write(dir, files, sampleManifest()); err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(tree(t, dir)))
	if !slices.Equal(names, []string{"index.pdf", ManifestName}) {
		t.Errorf("the pack holds %v", names)
	}
	onlyChild(t, dir)
}

// onlyChild checks that a folder stands alone in the one above it.
func onlyChild(t *testing.T, dir string) {
	t.Helper()
	beside, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range beside {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// Whatever fails, an earlier pack stays as it was and nothing is left behind.
func TestFailedWriteKeepsTheEarlierPack(t *testing.T) {
	tests := []struct {
		name  string
		files []File
	}{
		{"a file where a folder is needed", []File{{"a", nil}, {"a/b", nil}}},
		{"a folder where a file is needed", []File{{"a/b", nil}, {"a", nil}}},
		{"one path twice", []File{{"a", []byte("1")}, {"a", []byte("2")}}},
		{"one path in two spellings", []File{{"a/b", nil}, {"a/./b", nil}}},
		{"a step up", []File{{"../a", []byte("out")}}},
		{"a step up further down", []File{{"a/../../b", []byte("out")}}},
		{"an absolute path", []File{{"/tmp/pactwright-outside", []byte("out")}}},
		{"no name", []File{{"", []byte("x")}}},
		{"the folder itself", []File{{".", []byte("x")}}},
		{"the manifest's own name", []File{{ManifestName, []byte("{}")}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t)
			before := tree(t, dir)
			if err := Write(dir, append(sampleFiles(), tt.files...), sampleManifest()); err == nil {
				t.Fatal("no error")
			}
			if !maps.Equal(tree(t, dir), before) {
				t.Errorf("the earlier pack is now %v", tree(t, dir))
			}
			onlyChild(t, dir)
		})
	}
}

func TestWriteBelowAFile(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "in-the-way", "x")
	if err := Write(filepath.Join(parent, "in-the-way", "s01"), sampleFiles(), sampleManifest()); err == nil {
		t.Fatal("no error")
	}
	if got := tree(t, parent); !maps.Equal(got, map[string]string{"in-the-way": "x"}) {
		t.Errorf("the folder is now %v", got)
	}
}

// If the second renaming fails, the earlier pack comes back.
func TestSwapPutsTheEarlierPackBack(t *testing.T) {
	dir := write(t)
	before := tree(t, dir)
	if err := swap(filepath.Join(filepath.Dir(dir), "is-not-there"), dir); err == nil {
		t.Fatal("no error")
	}
	if !maps.Equal(tree(t, dir), before) {
		t.Error("the earlier pack is gone")
	}
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, dir string)
		want  []string
	}{
		{"a file of the user in a pack", func(t *testing.T, dir string) { put(t, dir, "agreement/notes.txt", "mine") }, []string{"agreement/notes.txt"}},
		{"no pack at all", func(t *testing.T, dir string) {
			os.RemoveAll(dir)
			put(t, dir, "thesis.docx", "mine")
			put(t, dir, "b/c", "mine")
		}, []string{"b/c", "thesis.docx"}},
		{"a manifest of another program", func(t *testing.T, dir string) {
			os.RemoveAll(dir)
			put(t, dir, ManifestName, `{"name": "my web page"}`)
		}, []string{ManifestName}},
		{"a manifest that was changed", func(t *testing.T, dir string) {
			data, _ := os.ReadFile(filepath.Join(dir, ManifestName))
			put(t, dir, ManifestName, string(bytes.Replace(data, []byte("s01"), []byte("s02"), 1)))
		}, []string{"agreement/a1.en.pdf", "index.pdf", "inputs/project.yaml", ManifestName}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t)
			tt.spoil(t, dir)
			before := tree(t, dir)
			err := Write(dir, sampleFiles(), sampleManifest())
			var foreign *ErrForeign
			if !errors.As(err, &foreign) {
				t.Fatalf("the error is %v", err)
			}
			if foreign.Dir != dir || !slices.Equal(foreign.Files, tt.want) {
				t.Errorf("the error names %q in %q", foreign.Files, foreign.Dir)
			}
			if !maps.Equal(tree(t, dir), before) {
				t.Error("the folder was touched")
			}
		})
	}
}

func TestAFileWhereThePackBelongs(t *testing.T) {
	parent := t.TempDir()
	put(t, parent, "s01", "mine")
	if err := Write(filepath.Join(parent, "s01"), sampleFiles(), sampleManifest()); err == nil {
		t.Fatal("no error")
	}
	if got := tree(t, parent); !maps.Equal(got, map[string]string{"s01": "mine"}) {
		t.Errorf("the folder is now %v", got)
	}
}

// Several builds into one folder may refuse each other, but what stands there
// in the end is a whole pack of one of them. They share one manifest.
func TestConcurrentWrites(t *testing.T) {
	const writers, rounds = 4, 10
	dir := write(t)
	m := sampleManifest()
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for range rounds {
				files := sampleFiles()
				for i := range files {
					files[i].Data = fmt.Appendf(nil, "writer %d", w)
				}
				Write(dir, files, m) // may fail: only what stands there counts
			}
		})
	}
	wg.Wait()
	_, files, found, err := Read(dir)
	if err != nil || len(found) > 0 {
		t.Fatal(err, said(found))
	}
	for _, f := range files {
		if !bytes.Equal(f.Data, files[0].Data) {
			t.Errorf("%s is by another writer than %s", f.Path, files[0].Path)
		}
	}
	onlyChild(t, dir)
}
