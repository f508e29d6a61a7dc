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
// both write the same pack, byte for byte.
func TestProcessorsAgree(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("the levels are those of amd64")
	}
	packs := map[string]string{}
	for _, level := range []string{"v1", "v3"} {
		dir := t.TempDir()
		program := filepath.Join(dir, "pactwright")
		build := exec.Command("go", "build", "-o", program, "./cmd/pactwright")
		build.Dir = ".."
		build.Env = append(os.Environ(), "GOAMD64="+level)
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		packs[level] = filepath.Join(dir, "out")
		run := exec.Command(program, "build", "data/examples/two-party.yaml", "-o", packs[level])
		run.Dir = ".."
		if out, err := run.CombinedOutput(); err != nil {
			if bytes.Contains(out, []byte("This program can only be run on AMD64 processors with v3")) {
				t.Skip("this processor does not know v3")
			}
			t.Fatalf("%v: %s", err, out)
		}
	}
	files := 0
	err := filepath.WalkDir(packs["v1"], func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		rel, err := filepath.Rel(packs["v1"], path)
		if err != nil {
			return err
		}
		a, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		b, err := os.ReadFile(filepath.Join(packs["v3"], rel))
		if err != nil {
			return err
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs", rel)
		}
		return nil
	})
	if err != nil || files < 40 {
		t.Fatalf("%d files compared, %v", files, err)
	}
}
