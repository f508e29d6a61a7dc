package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"pactwright/data"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"pactwright": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs testdata/script. Each script finds the bundled example, with
// its received files, in $WORK/project.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("GOGC", "200") // processes that live for a second need not be thrifty
			return copyExample(filepath.Join(e.WorkDir, "project"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"append": appendTo, "approve": approve, "edit": edit, "flip": flip, "grow": grow, "same": same,
			"recell": recell, "reword": reword, "retype": retype, "cut": cut, "cell": cell, "row": row, "zipped": zipped,
		},
	})
}

func copyExample(dir string) error {
	examples, err := fs.Sub(data.Files, "examples")
	if err != nil {
		return err
	}
	return os.CopyFS(dir, examples)
}

// append FILE MORE puts the text of another file at the end of a file.
func appendTo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: append FILE MORE")
	}
	text := ts.ReadFile(args[0]) + "\n" + ts.ReadFile(args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// approve FILE REVIEW ARTICLE puts an approval of an article at the end of a
// project file, with the hash that the review names.
func approve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: approve FILE REVIEW ARTICLE")
	}
	var review struct {
		Agreement string
		Rows      []struct{ Article, Hash string }
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &review))
	for _, r := range review.Rows {
		if r.Article == args[2] {
			text := fmt.Sprintf("%sapprovals:\n  - {agreement: %s, article: %s, person: \"Jiwon Template, Legal Office\", date: 2024-05-02, hash: %q}\n",
				ts.ReadFile(args[0]), review.Agreement, r.Article, r.Hash)
			ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
			return
		}
	}
	ts.Fatalf("%s has no article %s", args[1], args[2])
}

// edit FILE OLD NEW replaces a text that stands exactly once in the file; \n in
// either is a line end.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	unescape := strings.NewReplacer(`\n`, "\n")
	old, new := unescape.Replace(args[1]), unescape.Replace(args[2])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%q stands %d times in %s", old, n, args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, new, 1)), 0o644))
}

// flip FILE changes one byte in the middle of a file.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	file := ts.MkAbs(args[0])
	text, err := os.ReadFile(file)
	ts.Check(err)
	text[len(text)/2] ^= 1
	ts.Check(os.WriteFile(file, text, 0o644))
}

// grow FILE KIND makes hostile input: zeros of a size in MB, deep nesting, an
// alias bomb, or rubbish.
func grow(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), hostile(args[1]), 0o644))
}

func hostile(kind string) []byte {
	switch kind {
	case "deep":
		return []byte("a: " + strings.Repeat("[", 200_000))
	case "bomb":
		var b strings.Builder
		b.WriteString("a0: &a0 [x,x,x,x,x,x,x,x,x]\n")
		for i := 1; i < 12; i++ {
			name, before := strconv.Itoa(i), "*a"+strconv.Itoa(i-1)
			b.WriteString("a" + name + ": &a" + name + " [" + strings.Repeat(before+",", 8) + before + "]\n")
		}
		return []byte(b.String())
	case "rubbish":
		return bytes.Repeat([]byte{0x00, 0xff, 0x1b, 0x80, 0xfe}, 1000)
	}
	size, _ := strconv.Atoi(kind)
	return make([]byte, size<<20)
}

// zipped FILE NAME… checks that an archive holds these files in this order.
func zipped(ts *testscript.TestScript, neg bool, args []string) {
	r, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer r.Close()
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); (got == want) == neg {
		ts.Fatalf("%s holds %s, want %s", args[0], got, want)
	}
}

// same DIR1 DIR2 compares two folders byte by byte.
func same(ts *testscript.TestScript, neg bool, args []string) {
	a, b := read(ts, args[0]), read(ts, args[1])
	if len(a) != len(b) {
		ts.Fatalf("%s has %d files, %s has %d", args[0], len(a), args[1], len(b))
	}
	for name, data := range a {
		if !bytes.Equal(data, b[name]) {
			ts.Fatalf("%s differs", name)
		}
	}
}

func read(ts *testscript.TestScript, dir string) map[string][]byte {
	files := map[string][]byte{}
	root := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	}))
	return files
}
