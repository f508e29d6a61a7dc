package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func twoLayers() Layers {
	return Layers{
		folder("project", map[string]string{"clauses/term/long.md.tmpl": "mine", "clauses/term/own.md.tmpl": "mine", "clauses/NOTES": "mine"}),
		folder("built in", map[string]string{"clauses/term/long.md.tmpl": "theirs", "clauses/term/short.md.tmpl": "theirs", "clauses/v1.2/a.md.tmpl": "theirs", "styles/a.yaml": ""}),
	}
}

func TestReadTakesTheStrongestLayer(t *testing.T) {
	for name, want := range map[string]struct{ layer, text string }{
		"clauses/term/long.md.tmpl":  {"project", "mine"},
		"clauses/term/own.md.tmpl":   {"project", "mine"},
		"clauses/term/short.md.tmpl": {"built in", "theirs"},
	} {
		file, err := twoLayers().Read(name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(want.text))
		if file.Layer != want.layer || string(file.Data) != want.text || file.Path != name || file.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s is %+v", name, file)
		}
	}
}

func TestReadErrors(t *testing.T) {
	big := folder("project", map[string]string{"big": strings.Repeat("x", maxFile+1), "fits": strings.Repeat("x", maxFile), "folder/a": ""})
	layers := Layers{big, folder("built in", map[string]string{"big": "small", "folder": "a file"})}
	tests := []struct {
		name    string
		missing bool
	}{
		{"nothing", true}, {"../outside", true}, {"/absolute", true},
		{"big", false},    // a file that is too large must not fall through to the next layer
		{"folder", false}, // nor a folder
	}
	for _, tt := range tests {
		_, err := layers.Read(tt.name)
		if err == nil || errors.Is(err, fs.ErrNotExist) != tt.missing {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := layers.Read("fits"); err != nil {
		t.Error(err)
	}
}

func TestList(t *testing.T) {
	tests := map[string][]string{
		"clauses/term": {"long.md.tmpl", "own.md.tmpl", "short.md.tmpl"},
		"clauses":      {"NOTES", "term", "v1.2"},
		"missing":      nil,
	}
	for dir, want := range tests {
		got, err := twoLayers().List(dir)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", dir, got, err)
		}
	}
}

// A name's point does not tell a file from a folder.
func TestPaths(t *testing.T) {
	got, err := twoLayers().Paths("clauses")
	want := []string{"clauses/NOTES", "clauses/term/long.md.tmpl", "clauses/term/own.md.tmpl", "clauses/term/short.md.tmpl", "clauses/v1.2/a.md.tmpl"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := twoLayers().Paths("missing"); err != nil || got != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// broken is a layer that cannot be read.
type broken struct{ fstest.MapFS }

var errBroken = errors.New("broken disk")

func (broken) Open(string) (fs.File, error)          { return nil, errBroken }
func (broken) Stat(string) (fs.FileInfo, error)      { return nil, errBroken }
func (broken) ReadDir(string) ([]fs.DirEntry, error) { return nil, errBroken }

// A layer that cannot be read is an error; the weaker ones do not stand in.
func TestBrokenLayer(t *testing.T) {
	layers := append(Layers{{Name: "project", FS: broken{}}}, twoLayers()...)
	_, readErr := layers.Read("clauses/term/long.md.tmpl")
	_, listErr := layers.List("clauses")
	_, pathsErr := layers.Paths("clauses")
	_, _, optionsErr := layers.Options("term")
	_, _, documentErr := layers.Document("agreement")
	for _, err := range []error{readErr, listErr, pathsErr, optionsErr, documentErr} {
		if !errors.Is(err, errBroken) {
			t.Errorf("the error is %v", err)
		}
	}
}

func TestAllReadsEveryLayer(t *testing.T) {
	files, err := twoLayers().All("clauses/term/long.md.tmpl")
	if err != nil || len(files) != 2 || string(files[0].Data) != "mine" || files[1].Layer != "built in" {
		t.Errorf("%+v, %v", files, err)
	}
	if _, err := twoLayers().All("clauses/nothing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing: %v", err)
	}
	big := Layers{folder("project", map[string]string{"big": strings.Repeat("x", maxFile+1)}), folder("built in", map[string]string{"big": "small"})}
	if _, err := big.All("big"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is too large: %v", err)
	}
}
