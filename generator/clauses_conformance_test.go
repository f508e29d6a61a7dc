//go:build conformance

package generator

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/doc"
	"pactwright/generator/render/pdf"
)

// TestClausesAreRead: pdftotext and mutool give back every heading, clause,
// paragraph and list item of every contract of all examples, in order, in both
// languages. Two columns are left to the structure tree: only that says in which
// order they are read.
func TestClausesAreRead(t *testing.T) {
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "contract.pdf")
	for _, name := range names {
		for _, d := range builtAs(t, name, pdf.Archive2b) {
			if d.kind != "agreement" || d.beside != "" {
				continue
			}
			if err := os.WriteFile(file, d.data, 0o644); err != nil {
				t.Fatal(err)
			}
			for _, reader := range [][]string{{"pdftotext", "-raw", file, "-"}, {"mutool", "draw", "-q", "-F", "txt", file}} {
				out, err := exec.Command(reader[0], reader[1:]...).Output()
				if err != nil {
					t.Fatalf("%s %s: %v", reader[0], d.file, err)
				}
				pages := strings.Split(string(out), "\f")
				for i := range pages {
					pages[i] = strings.TrimPrefix(letters(pages[i]), letters(d.settled.Across)) // what lies under the page comes first
				}
				if lost := firstLost(pages, clauseTexts(d.settled)); lost != "" {
					t.Errorf("%s %s: %s does not give back, in its place: %.200s", name, d.file, reader[0], lost)
				}
			}
		}
	}
}

// clauseTexts returns the texts that are read line by line.
func clauseTexts(r *doc.Resolved) (out []string) {
	for _, b := range r.Blocks {
		switch b.(type) {
		case *doc.Heading, *doc.Clause, *doc.Paragraph, *doc.List:
			var text strings.Builder
			blockText(&text, b)
			if l := letters(text.String()); l != "" {
				out = append(out, l)
			}
		}
	}
	return out
}

// firstLost returns the first text that does not follow those before it. One that
// goes on with the next page begins that page; what stands at the foot of the
// first is between its parts.
func firstLost(pages, texts []string) string {
	page, at := 0, 0
	for _, text := range texts {
		found := false
		for p := page; p < len(pages) && !found; p++ {
			from := 0
			if p == page {
				from = at
			}
			if i := strings.Index(pages[p][from:], text); i >= 0 {
				page, at, found = p, from+i+len(text), true
			} else if p+1 < len(pages) {
				for k := len(text) - 1; k > 0 && !found; k-- {
					if strings.HasPrefix(pages[p+1], text[k:]) && strings.Contains(pages[p][from:], text[:k]) {
						page, at, found = p+1, len(text)-k, true
					}
				}
			}
		}
		if !found {
			return text
		}
	}
	return ""
}
