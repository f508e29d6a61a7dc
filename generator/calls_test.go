package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/readback/pdftext"
)

// TestEveryCall makes the draft of a new project under each call that is shipped.
// No document of it names another call, its agency or its ministry.
func TestEveryCall(t *testing.T) {
	books, err := generator.Books()
	if err != nil || len(books) < 2 {
		t.Fatal(len(books), err)
	}
	for _, b := range books {
		t.Run(b.Call.ID, func(t *testing.T) {
			files, _, err := generator.New("fresh", b.Call.ID)
			if err != nil || len(files) == 0 {
				t.Fatal(err)
			}
			dir := fstest.MapFS{files[0].Path: {Data: files[0].Data}}
			out, err := generator.Build(generator.World{Dir: dir, Name: files[0].Path}, generator.Options{Draft: true, Lang: diag.English})
			if err != nil || len(out.Files) == 0 {
				t.Fatalf("%v, %v", err, out.Findings)
			}
			var others []string
			for _, o := range books {
				if o != b {
					others = append(others, o.Call.Title.EN, o.Call.Title.KO, o.Call.Agency.Name.EN, o.Call.Agency.Name.KO, o.Call.Agency.Short.EN, o.Call.Agency.Short.KO)
				}
			}
			for _, f := range out.Files {
				if !strings.HasSuffix(f.Path, ".pdf") {
					continue
				}
				pages, err := pdftext.Read(f.Data)
				if err != nil {
					t.Fatalf("%s: %v", f.Path, err)
				}
				for _, other := range others {
					if text := strings.Join(pages, "\n"); strings.Contains(text, other) {
						t.Errorf("%s speaks of %q", f.Path, other)
					}
				}
			}
		})
	}
}
