//go:build conformance

package generator

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"pactwright/generator/render/pdf"
)

// TestThousandRendersAreEqual lays an agreement out and writes it a thousand times,
// a hundred of them on one core and the others two at a time on two, and makes a
// pack twenty times: the bytes never differ.
func TestThousandRendersAreEqual(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	p := sampleOf(t, "agreement/us1.en-ko.pdf")
	first, _ := p.write(t)
	for cores, times := range map[int]int{1: 100, 2: 450} {
		runtime.GOMAXPROCS(cores)
		var all sync.WaitGroup
		for range cores {
			all.Go(func() {
				for i := range times {
					laid, _, _ := pdf.Layout(p.text, p.style, p.faces)
					if data, err := pdf.Render(laid, p.meta); err != nil || !bytes.Equal(data, first) {
						t.Errorf("render %d on %d cores is another one, %v", i+1, cores, err)
						return
					}
				}
			})
		}
		all.Wait()
	}
	w := World{Dir: os.DirFS("../data/examples"), Name: "two-party.yaml"}
	var pack [sha256.Size]byte
	for i := range 20 {
		runtime.GOMAXPROCS(1 + i%2)
		out, err := Build(w, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.New()
		for _, f := range out.Files {
			sum.Write([]byte(f.Path))
			sum.Write(f.Data)
		}
		if got := [sha256.Size]byte(sum.Sum(nil)); i == 0 {
			pack = got
		} else if got != pack {
			t.Fatalf("pack %d is another one", i+1)
		}
	}
}

// TestProcessorsAgree builds the program for the oldest and for newer processors:
// both write the same packs of all examples, file by file and byte by byte.
func TestProcessorsAgree(t *testing.T) {
	t.Parallel()
	if runtime.GOARCH != "amd64" {
		t.Skip("the levels are those of amd64")
	}
	names, err := Examples()
	if err != nil || len(names) == 0 {
		t.Fatalf("there are %d examples, %v", len(names), err)
	}
	packs := map[string]string{}
	for _, level := range []string{"v1", "v3"} {
		dir := t.TempDir()
		packs[level] = filepath.Join(dir, "out")
		program := filepath.Join(dir, "pactwright")
		build := exec.Command("go", "build", "-o", program, "./cmd/pactwright")
		build.Dir = ".."
		build.Env = append(os.Environ(), "GOAMD64="+level)
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, name := range names {
			run := exec.Command(program, "build", "data/examples/"+name+".yaml", "-o", filepath.Join(packs[level], name))
			run.Dir = ".."
			out, err := run.CombinedOutput()
			if bytes.Contains(out, []byte("This program can only be run on AMD64 processors with v3")) {
				t.Skip("this processor does not know v3")
			}
			if code := run.ProcessState.ExitCode(); err != nil && code != 1 { // 1 is a condition that is not met: the pack is written
				t.Fatalf("%s: %v: %s", name, err, out)
			}
		}
	}
	old, newer := bytesBelow(t, packs["v1"]), bytesBelow(t, packs["v3"])
	for _, name := range names {
		count := 0
		for file := range old {
			if strings.HasPrefix(file, name+"/") {
				count++
			}
		}
		if count < 40 {
			t.Errorf("the pack of %s has %d files", name, count)
		}
	}
	for file, data := range old {
		if other, ok := newer[file]; !ok {
			t.Errorf("%s is in the pack of v1 only", file)
		} else if !bytes.Equal(data, other) {
			t.Errorf("%s differs", file)
		}
	}
	for file := range newer {
		if _, ok := old[file]; !ok {
			t.Errorf("%s is in the pack of v3 only", file)
		}
	}
}

// bytesBelow reads all files below a folder, by their paths in it.
func bytesBelow(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	below := os.DirFS(dir)
	err := fs.WalkDir(below, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		out[file], err = fs.ReadFile(below, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
