//go:build conformance

package pdftext_test

import (
	"os"
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
	for _, level := range pdf.Archives {
		for _, name := range names {
			w := generator.World{Dir: os.DirFS("../../../data/examples"), Name: name + ".yaml"}
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
