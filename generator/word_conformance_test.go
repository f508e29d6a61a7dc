//go:build conformance

package generator

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestWordDocuments: the contracts and letters of every example open in LibreOffice,
// which numbers them and computes their fields anew; all that the documents print
// stands there in its order, with the same numbers and references as in our PDF.
func TestWordDocuments(t *testing.T) {
	dir := t.TempDir()
	type job struct {
		In     string `json:"in"`
		Out    string `json:"out"`
		Update bool   `json:"update"`
		Text   bool   `json:"text"`
	}
	var jobs []job
	texts := map[string]*doc.Resolved{}
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		s, err := load(World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}, Options{Lang: diag.English})
		if err != nil {
			t.Fatal(err)
		}
		documents, err := s.documents()
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range documents {
			if d.word == nil {
				continue
			}
			file := name + "_" + strings.ReplaceAll(d.file, "/", "_")
			in, out := filepath.Join(dir, asWord(file)), filepath.Join(dir, file+".txt")
			if err := os.WriteFile(in, d.word, 0o644); err != nil {
				t.Fatal(err)
			}
			jobs = append(jobs, job{in, out, true, true})
			texts[out] = d.settled
		}
	}
	runOffice(t, dir, jobs)
	for _, j := range jobs {
		text, err := os.ReadFile(j.Out)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "Error:") {
			t.Errorf("%s: a field fails", filepath.Base(j.In))
		}
		printsAll(t, filepath.Base(j.In), squeezed(string(text)), texts[j.Out])
	}
}

// printsAll looks for every text of a document in what a program shows of it, each
// behind the one before it. Languages below each other take turns, and signature
// blocks beside each other are read line by line.
func printsAll(t *testing.T, name, shown string, r *doc.Resolved) {
	t.Helper()
	var signed string
	for _, b := range r.Blocks {
		if v, ok := b.(*doc.Signatures); ok {
			signed += squeezed(doc.PlainText([]doc.Block{v}))
		}
	}
	at := 0
	for _, p := range r.Printed() {
		want := squeezed(p.Number + doc.Text(p.Text))
		from := at
		if r.Stacked || strings.Contains(signed, want) {
			from = 0
		}
		i := strings.Index(shown[from:], want)
		if i < 0 {
			t.Errorf("%s: LibreOffice does not show %q of %s behind %q", name, want, p.Place, shown[max(from-60, 0):from])
			return
		}
		at = max(at, from+i+len(want))
	}
}

// TestWordPages: the pages that LibreOffice makes of the contract in English, Korean
// and both, and of a letter, show the number and the first words of every heading
// and sub-clause, and no field that fails.
func TestWordPages(t *testing.T) {
	dir, documents := written(t)
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	shown := map[string]document{}
	for _, d := range documents {
		switch d.file {
		case "agreement/us1.en.pdf", "agreement/us1.ko.pdf", "agreement/us1.en-ko.pdf", "letters/loi-us1.en.pdf":
			args = append(args, filepath.Join(dir, filepath.FromSlash(asWord(d.file))))
			shown[d.file] = d
		}
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil || len(shown) != 4 {
		t.Fatalf("%v, %d documents: %s", err, len(shown), out)
	}
	for file, d := range shown {
		text := output(t, "pdftotext", "-raw", filepath.Join(dir, filepath.Base(file)), "-")
		if strings.Contains(text, "Reference source not found") || strings.Contains(text, "Error!") {
			t.Errorf("%s: a field fails", file)
		}
		all := squeezed(strings.ReplaceAll(text, d.settled.Across, ""))
		for _, p := range d.settled.Printed() {
			if p.Number == "" && !p.Title {
				continue
			}
			first := []rune(squeezed(p.Number + doc.Text(p.Text)))
			if want := string(first[:min(len(first), 14)]); !strings.Contains(all, want) {
				t.Errorf("%s: no page shows %q (%s)", file, want, p.Place)
			}
		}
	}
}
