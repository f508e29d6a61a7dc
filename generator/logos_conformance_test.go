//go:build conformance

package generator

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/render/pdf"
)

// TestLogoIsArchival: at each level qpdf finds no fault in a letter with a logo, and
// poppler finds one opaque picture in it.
func TestLogoIsArchival(t *testing.T) {
	w := withLogo(t, "northfield.png", ring(t))
	file := filepath.Join(t.TempDir(), "letter.pdf")
	for _, level := range pdf.Archives {
		out, err := Build(w, Options{Archive: level})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range out.documents {
			if d.file != "letters/loi-us1.en.pdf" {
				continue
			}
			if err := os.WriteFile(file, d.data, 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
				t.Errorf("%s: %v: %s", level, err, out)
			}
			list, err := exec.Command("pdfimages", "-list", file).CombinedOutput()
			if err != nil || strings.Count(string(list), " 0 image ") != 1 || strings.Contains(string(list), "smask") {
				t.Errorf("%s: %v: %s", level, err, list)
			}
		}
	}
}
