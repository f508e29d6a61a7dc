//go:build conformance

package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestWordDocuments: the contracts and letters of every example open in LibreOffice,
// which numbers them and computes their fields anew; all that the documents print
// stands there in its order, with the same numbers and references as in our PDF, and
// once more on the pages that LibreOffice makes of them.
func TestWordDocuments(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	type job struct {
		In     string `json:"in"`
		Out    string `json:"out"`
		Update bool   `json:"update"`
		Text   bool   `json:"text"`
		Pages  string `json:"pages"`
	}
	var jobs []job
	made := map[string]document{}
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
			jobs = append(jobs, job{in, out, true, true, filepath.Join(dir, file)})
			made[out] = d
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
		d := made[j.Out]
		printsAll(t, filepath.Base(j.In), squeezed(string(text)), d.settled)
		own := filepath.Join(dir, "own.pdf")
		if err := os.WriteFile(own, d.data, 0o644); err != nil {
			t.Fatal(err)
		}
		pagesShow(t, filepath.Base(j.In), j.Pages, d.settled, own)
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

// Where the text of a page stands between its head and its foot, as pdftotext takes
// it, and the halves in which languages side by side are read.
var (
	wholePage = []string{"-x", "0", "-y", "42", "-W", "596", "-H", "753"}
	leftHalf  = []string{"-x", "0", "-y", "42", "-W", "298", "-H", "753"}
	rightHalf = []string{"-x", "298", "-y", "42", "-W", "298", "-H", "753"}
)

// maxStart is how much of a text must stand on our own pages: its number and some
// words, or of a heading its letters, as an exhibit's number stands above its title.
const maxStart = 12

// pagesShow looks on the pages that LibreOffice made for every heading and every
// numbered text of a document, whole and each behind the one before it, and for the
// number of every page at its foot. What our own PDF prints is the measure.
func pagesShow(t *testing.T, name, file string, r *doc.Resolved, own string) {
	t.Helper()
	parts := [][]string{wholePage}
	if r.Second() != "" && !r.Stacked {
		parts = append(parts, leftHalf, rightHalf)
	}
	texts, ends := make([]string, len(parts)), make([]int, len(parts))
	ours := ""
	for i, part := range parts {
		texts[i] = pageText(t, file, part, r.Across)
		ours += pageText(t, own, part, r.Across)
	}
	for _, failed := range []string{"Reference source not found", "Error:", "Error!", "오류:"} {
		if strings.Contains(texts[0], squeezed(failed)) {
			t.Errorf("%s: a field fails", name)
		}
	}
	for _, p := range r.Printed() {
		if p.Number == "" && !p.Title {
			continue
		}
		want := squeezed(p.Number + doc.Text(p.Text))
		start := []rune(want)
		start = start[:min(len(start), maxStart)]
		if !strings.Contains(ours, string(start)) && !(p.Title && strings.Contains(letters(ours), letters(string(start)))) {
			t.Errorf("%s: our own pages do not show %q", name, want)
		}
		if !follows(texts, ends, want, r.Stacked) {
			t.Errorf("%s: no page shows %q of %s behind %q", name, want, p.Place, texts[0][max(ends[0]-60, 0):ends[0]])
			return
		}
	}
	if r.Contents && len(parts) == 1 {
		for _, b := range r.Blocks {
			if h, ok := b.(*doc.Heading); ok && h.Kind == doc.ArticleHeading && strings.Count(texts[0], squeezed(doc.Text(h.Text))) < 2 {
				t.Errorf("%s: %q does not stand in the contents", name, doc.Text(h.Text))
			}
		}
	}
	height := 842
	if r.Paper.Upright() == doc.Letter {
		height = 792
	}
	pagesCounted(t, name, file, strconv.Itoa(height-47))
}

// pageText reads a part of every page of a PDF, without the words under the text.
func pageText(t *testing.T, file string, part []string, across string) string {
	t.Helper()
	text := output(t, "pdftotext", append(append([]string{"-raw"}, part...), file, "-")...)
	return squeezed(strings.ReplaceAll(text, across, ""))
}

// follows looks for a text behind those found before it, in any of the readings of
// the pages.
func follows(texts []string, ends []int, want string, anywhere bool) bool {
	found := false
	for i, text := range texts {
		from := ends[i]
		if anywhere {
			from = 0
		}
		if at := strings.Index(text[from:], want); at >= 0 {
			found, ends[i] = true, max(ends[i], from+at+len(want))
		}
	}
	return found
}

// pagesCounted wants at the foot of every page its number and that of all pages.
func pagesCounted(t *testing.T, name, file, foot string) {
	t.Helper()
	feet := strings.Split(output(t, "pdftotext", "-raw", "-x", "0", "-y", foot, "-W", "596", "-H", "47", file, "-"), "\f")
	feet = feet[:len(feet)-1]
	for i, foot := range feet {
		if want := fmt.Sprintf("%d/%d", i+1, len(feet)); !strings.HasSuffix(squeezed(foot), want) {
			t.Errorf("%s: page %d has %q at its foot", name, i+1, foot)
		}
	}
}
