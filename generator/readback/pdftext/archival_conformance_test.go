//go:build conformance

package pdftext_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/readback/pdftext"
	"pactwright/generator/render/pdf"
)

// TestExamplesAreArchival examines all documents of all examples at each level.
func TestExamplesAreArchival(t *testing.T) {
	names, err := generator.Examples()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() // of the examples, one of them with a logo
	logo, err := os.ReadFile("../../testdata/logos/northfield.png")
	if err := errors.Join(err, os.CopyFS(dir, os.DirFS("../../../data/examples")), os.WriteFile(filepath.Join(dir, "logo.png"), logo, 0o644)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "two-party.yaml")
	text, err := os.ReadFile(file)
	text = bytes.Replace(text, []byte("  - id: US1\n"), []byte("  - id: US1\n    logo: logo.png\n"), 1)
	if err := errors.Join(err, os.WriteFile(file, text, 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, level := range pdf.Archives {
		for _, name := range names {
			w := generator.World{Dir: os.DirFS(dir), Name: name + ".yaml"}
			out, err := generator.Build(w, generator.Options{Archive: level})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range out.Files {
				if !strings.HasSuffix(f.Path, ".pdf") || strings.HasPrefix(f.Path, "inputs/") {
					continue
				}
				found, err := pdftext.Archival(f.Data, string(level))
				if err != nil {
					t.Errorf("%s %s %s: %v", name, level, f.Path, err)
				}
				for _, s := range found {
					t.Errorf("%s %s %s: %s", name, level, f.Path, s)
				}
			}
		}
	}
}
