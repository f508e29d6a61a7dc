package generator

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/render/pdf"
)

// updating tells whether golden files are to be written anew.
func updating() bool {
	return flag.Lookup("update").Value.(flag.Getter).Get().(bool)
}

// TestFirstPages holds where everything stands on the first page of a document of
// each type and language, and how many pages it has. A change of layout shows here
// as numbers, before anybody looks at a page.
func TestFirstPages(t *testing.T) {
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	faces, err := builtInFaces()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range names {
		w := World{Dir: os.DirFS("../data/examples"), Name: name + ".yaml"}
		out, err := Build(w, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := load(w, Options{Lang: diag.English})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range out.documents {
			kind := d.typ.ID + "." + d.langCode()
			if d.settled == nil || seen[kind] {
				continue
			}
			seen[kind] = true
			style, _, err := s.style(d.typ.Style)
			if err != nil {
				t.Fatal(err)
			}
			laid, _, _ := pdf.Layout(d.settled, style, faces)
			comparePage(t, filepath.Join("testdata", "pages", kind+".txt"), fmt.Sprintf("%s of %s\n%s", d.file, name, firstPage(laid, faces)))
		}
	}
	if !updating() {
		kept, err := filepath.Glob(filepath.Join("testdata", "pages", "*.txt"))
		if err != nil || len(kept) != len(seen) {
			t.Errorf("%d files for %d kinds of documents, %v", len(kept), len(seen), err)
		}
	}
}

// firstPage prints the texts of the first page with their places in points.
func firstPage(l *pdf.Laid, faces *pdf.Faces) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d pages of %d x %d\n", len(l.Pages), l.Width/100, l.Height/100)
	for _, x := range l.Pages[0].Texts {
		fmt.Fprintf(&b, "%7.2f %7.2f %5.2f %s %q\n", float64(x.X)/100, float64(x.Y)/100, float64(x.Size)/100, faces.Name(x.Face), x.S)
	}
	p := &l.Pages[0]
	fmt.Fprintf(&b, "%d grounds, %d rules, %d boxes, %d links, %d fields\n", len(p.Rects), len(p.Rules), len(p.Checks), len(p.Links), len(p.Fields))
	return b.String()
}

func comparePage(t *testing.T, file, got string) {
	t.Helper()
	if updating() {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		line := func(l []string) string {
			if i < len(l) {
				return l[i]
			}
			return "(nothing)"
		}
		if line(a) != line(b) {
			t.Errorf("%s, line %d:\n want %s\n  got %s", file, i+1, line(a), line(b))
			return
		}
	}
}
