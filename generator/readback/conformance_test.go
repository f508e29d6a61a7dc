//go:build conformance

package readback_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/readback"
	"pactwright/generator/readback/pdftext"
)

// TestFiguresAreThoseOfPoppler reads every PDF of the bundled example in both
// languages with poppler too: the figures of each page are the same.
func TestFiguresAreThoseOfPoppler(t *testing.T) {
	w, err := generator.Example()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []diag.Lang{diag.English, diag.Korean} {
		out, err := generator.Build(w, generator.Options{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		files, figures := 0, 0
		for _, f := range out.Files {
			if strings.HasSuffix(f.Path, ".pdf") && !strings.HasPrefix(f.Path, "inputs/") {
				files++
				figures += compare(t, f.Path, f.Data)
			}
		}
		if files < 11 || figures < 3000 {
			t.Errorf("only %d figures in %d files", figures, files)
		}
	}
}

// compare compares the figures of each page of a file and counts them. Poppler
// reads in another order.
func compare(t *testing.T, name string, data []byte) int {
	t.Helper()
	pages, err := pdftext.Read(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	file := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.Split(string(text), "\f")
	if len(theirs) != len(pages)+1 {
		t.Fatalf("%s: poppler has %d pages, not %d", name, len(theirs)-1, len(pages))
	}
	n := 0
	for i, page := range pages {
		have, want := sorted(page), sorted(theirs[i])
		if !slices.Equal(have, want) {
			t.Errorf("%s, page %d:\n%q\npoppler:\n%q", name, i+1, have, want)
		}
		n += len(have)
	}
	return n
}

// sorted are the figures of a page in digits and words.
func sorted(text string) []string {
	out := readback.Shown(text)
	slices.Sort(out)
	return out
}
