//go:build conformance

package generator

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/render/pdf"
)

// TestClausesAreRead: pdftotext and mutool give back every heading, clause,
// paragraph and list item of every contract of all examples, in order, in both
// languages, and in two columns those of each language from its own column.
func TestClausesAreRead(t *testing.T) {
	t.Parallel()
	names, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			clausesAreRead(t, name, builtAs(t, name, pdf.Archive2b), diag.English, diag.Korean, "en of both", "ko of both")
		})
	}
	stacked := variant{"a variant with languages below each other", "two-party", [][2]string{{"    texts: [en, ko, en-ko] ", "    texts: [en, en-ko]\n    layout: stacked "}}, ""}
	out, err := Build(stacked.world(t), Options{})
	if err != nil || out.Findings.Has(diag.Blocking) {
		t.Fatal(err, out.Findings)
	}
	clausesAreRead(t, stacked.name, out.documents, diag.English, "en of both", "ko of both")
}

// clausesAreRead looks for the texts of the contracts among some documents, which
// have many in each of the languages.
func clausesAreRead(t *testing.T, name string, documents []document, langs ...diag.Lang) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "contract.pdf")
	contracts, texts := map[diag.Lang]int{}, map[diag.Lang]int{}
	for _, d := range documents {
		if d.kind != "agreement" {
			continue
		}
		if err := os.WriteFile(file, d.data, 0o644); err != nil {
			t.Fatal(err)
		}
		for reader, sides := range clauseReaders(t, file, len(d.texts) == 2 && !d.settled.Stacked) {
			for side, text := range d.texts {
				want := clauseTexts(text)
				contracts[d.pairedLang(side)]++
				texts[d.pairedLang(side)] += len(want)
				pages := sides[side]
				for i := range pages {
					pages[i] = strings.TrimPrefix(letters(pages[i]), letters(d.settled.Across)) // what lies under the page comes first
				}
				if lost := firstLost(pages, want); lost != "" {
					t.Errorf("%s %s: %s does not give back in %s, in its place: %.200s", name, d.file, reader, text.Lang, lost)
				}
			}
		}
	}
	for _, of := range langs {
		if contracts[of] == 0 || texts[of]/contracts[of] < 100 {
			t.Errorf("%s: %d texts of %d contracts in %s were looked for", name, texts[of], contracts[of], of)
		}
	}
}

// pairedLang names the language of a text, and whether another stands beside it.
func (d document) pairedLang(side int) diag.Lang {
	lang := d.texts[side].Lang
	if len(d.texts) == 2 {
		lang += " of both"
	}
	return lang
}

// clauseReaders returns what each program reads on the pages of a file for each of
// its languages: the same, but of a file in two columns what stands on the left and
// on the right of the gap between them.
func clauseReaders(t *testing.T, file string, columns bool) map[string][2][]string {
	t.Helper()
	read := func(program string, args ...string) []string {
		out, err := exec.Command(program, args...).Output()
		if err != nil {
			t.Fatalf("%s %v: %v", program, args, err)
		}
		return strings.Split(string(out), "\f")
	}
	if !columns {
		poppler, mupdf := read("pdftotext", "-raw", file, "-"), read("mutool", "draw", "-q", "-F", "txt", file)
		return map[string][2][]string{"pdftotext": {poppler, poppler}, "mutool": {mupdf, mupdf}}
	}
	edge := columnEdge(t, read("pdftotext", "-bbox", file, "-")[0])
	x := strconv.Itoa(edge)
	return map[string][2][]string{
		"pdftotext": {
			read("pdftotext", "-raw", "-x", "0", "-y", "0", "-W", x, "-H", "2000", file, "-"),
			read("pdftotext", "-raw", "-x", x, "-y", "0", "-W", "2000", "-H", "2000", file, "-"),
		},
		"mutool": dividedAt(t, edge, read("mutool", "draw", "-q", "-F", "stext.json", file)[0]),
	}
}

var wordBox = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"`)

// columnEdge returns the middle of the widest gap in the middle of the pages: words
// of a column never run across it, only those of what takes the whole width.
func columnEdge(t *testing.T, boxes string) int {
	t.Helper()
	const from, to = 180, 420 // of some 600 points
	var across [to]int
	words := wordBox.FindAllStringSubmatch(boxes, -1)
	for _, w := range words {
		left, err := strconv.ParseFloat(w[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		right, err := strconv.ParseFloat(w[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		for x := max(from, int(left)); x < min(to, int(right)+1); x++ {
			across[x]++
		}
	}
	most := 0
	for _, n := range across[from:] {
		most = max(most, n)
	}
	edge, widest := 0, 0
	for x, width := from, 0; x < to; x++ {
		if width++; across[x] > most/4 {
			width = 0
		}
		if width > widest {
			edge, widest = x-width/2, width
		}
	}
	if widest < 8 {
		t.Fatalf("there is no gap between columns: %v", across[from:])
	}
	return edge
}

// dividedAt returns what mutool found on each page, on either side of an edge.
func dividedAt(t *testing.T, edge int, found string) (sides [2][]string) {
	t.Helper()
	var file struct {
		Pages []struct {
			Blocks []struct {
				Lines []struct {
					X    float64
					Text string
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(found), &file); err != nil {
		t.Fatal(err)
	}
	for _, page := range file.Pages {
		var text [2]string
		for _, b := range page.Blocks {
			for _, l := range b.Lines {
				if l.X < float64(edge) {
					text[0] += l.Text
				} else {
					text[1] += l.Text
				}
			}
		}
		sides[0], sides[1] = append(sides[0], text[0]), append(sides[1], text[1])
	}
	return sides
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
