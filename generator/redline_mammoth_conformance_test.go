//go:build conformance

package generator

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// mammoth is the folder of the script that reads Word documents with mammoth,
// which takes all changes as accepted.
const mammoth = "render/docx/testdata/readers"

// What mammoth reads of the redline of every contract of every example is the
// contract: all of it and nothing else.
func TestRedlinesInMammoth(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(filepath.Join(mammoth, "node_modules")); err != nil {
		t.Fatalf("mammoth is needed for conformance tests; run npm ci in generator/%s: %v", mammoth, err)
	}
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range names {
		var files []string
		for _, j := range redlineJobs(t, dir, name, World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}) {
			if base, ok := strings.CutSuffix(j.Out, ".contract.txt"); ok {
				files = append(files, base+".redline", base+".contract")
			}
		}
		readByMammoth(t, files)
		for i := 0; i < len(files); i += 2 {
			sameWords(t, filepath.Base(files[i])+" (mammoth)", files[i]+".mammoth.txt", files[i+1]+".mammoth.txt")
		}
	}
}

// readByMammoth writes the text of each Word document beside it. The names are
// without their ending.
func readByMammoth(t *testing.T, files []string) {
	t.Helper()
	args := []string{filepath.Join(mammoth, "text.mjs")}
	for _, f := range files {
		args = append(args, f+".docx")
	}
	out, err := exec.Command("node", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<24)
	n := 0
	for ; lines.Scan() && n < len(files); n++ {
		var read struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &read); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[n]+".mammoth.txt", []byte(read.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if lines.Err() != nil || n != len(files) {
		t.Fatalf("mammoth read %d of %d documents: %v", n, len(files), lines.Err())
	}
}
