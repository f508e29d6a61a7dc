//go:build conformance

package generator

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/pack"
)

// written builds the bundled example and writes it to a folder.
func written(t *testing.T) (string, []document) {
	t.Helper()
	w, err := Example()
	if err != nil {
		t.Fatal(err)
	}
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	documents, err := s.documents()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Build(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "pack")
	if err := pack.Write(dir, out.Files, out.Manifest); err != nil {
		t.Fatal(err)
	}
	return dir, documents
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// TestPDFsAreSound lets qpdf read every PDF of the pack.
func TestPDFsAreSound(t *testing.T) {
	dir, _ := written(t)
	err := filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
		if err == nil && filepath.Ext(path) == ".pdf" {
			output(t, "qpdf", "--check", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestClausesAreFound looks for the text of every clause of the contract in
// what poppler extracts from the signing copies, in both languages. Headers and
// footers are cut off, since a clause may run over a page.
func TestClausesAreFound(t *testing.T) {
	dir, documents := written(t)
	clauses := 0
	for _, d := range documents {
		if d.kind != "agreement" || d.annotated || d.beside != "" {
			continue
		}
		text := squeezed(output(t, "pdftotext", "-raw", "-y", "62", "-x", "0", "-W", "596", "-H", "716", filepath.Join(dir, d.file), "-"))
		if d.settled.Across != "" {
			text = strings.ReplaceAll(text, squeezed(d.settled.Across), "")
		}
		text = strings.ReplaceAll(text, "-", "") // those that divide words cannot be told from others
		for _, b := range d.texts[0].Blocks {
			c, ok := b.(*doc.Clause)
			if !ok {
				continue
			}
			clauses++
			if want := strings.ReplaceAll(squeezed(doc.Text(c.Text)), "-", ""); !strings.Contains(text, want) {
				t.Errorf("%s does not hold %s %s", d.file, c.Number, doc.Text(c.Text))
			}
		}
	}
	if clauses < 300 {
		t.Errorf("only %d clauses were compared", clauses)
	}
}

// TestBudgetIsRead reads budget.pdf as a reader would: every amount of its tree
// stands in it, the totals on its first page, on paper that lies on its side, and
// the index names it.
func TestBudgetIsRead(t *testing.T) {
	dir, documents := written(t)
	at := slices.IndexFunc(documents, func(d document) bool { return d.kind == "budget" })
	file := filepath.Join(dir, documents[at].file)
	if info := output(t, "pdfinfo", file); !strings.Contains(info, "841.89 x 595.28") {
		t.Errorf("the paper is %s", info)
	}
	text := output(t, "pdftotext", "-layout", file, "-")
	amounts := regexp.MustCompile(`<amount [A-Z]+ \d+\|([^>@]*[^>@ ])`).FindAllStringSubmatch(documents[at].texts[0].Dump(), -1)
	if len(amounts) < 200 {
		t.Errorf("only %d amounts", len(amounts))
	}
	for _, a := range amounts {
		if !strings.Contains(squeezed(text), squeezed(a[1])) {
			t.Errorf("%s is not read", a[1])
		}
	}
	first := output(t, "pdftotext", "-layout", "-l", "1", file, "-")
	for _, want := range []string{"4,800,000,000", "1,600,000,000", "Unit: KRW", "Government", "P3"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first page does not hold %s", want)
		}
	}
	if index := output(t, "pdftotext", "-layout", filepath.Join(dir, "index.pdf"), "-"); !regexp.MustCompile(`budget/budget\.pdf +R&D Budget \(English\) +\d+ `).MatchString(index) {
		t.Errorf("the index does not name the budget: %s", index)
	}
}

// squeezed drops blanks, which an extraction moves, and nothing else.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestFiguresAgree reads the figures of the funds abroad back from the bytes of
// the contract in both languages, of the letter and of the workbook.
func TestFiguresAgree(t *testing.T) {
	dir, _ := written(t)
	text := func(name string) string { return output(t, "pdftotext", "-layout", filepath.Join(dir, name), "-") }
	en, ko := text("agreement/us1.en.pdf"), text("agreement/us1.ko.pdf")
	for _, c := range []struct {
		name, text, want string
		least            int
	}{
		{"English contract", en, `231,884\.06`, 6},
		{"Korean contract", ko, `231,884\.06`, 6},
		{"English contract", en, `695,652\.18`, 3},
		{"Korean contract", ko, `695,652\.18`, 3},
		{"English contract", en, `320,000,000`, 6},
		{"Korean contract", ko, `320,000,000`, 6},
		{"English contract", en, `KRW 960,000,000`, 1},
		{"Korean contract", ko, `금960,000,000원\(금구억육천만원\)`, 1},
		{"English contract", en, `60\.00%`, 2},
		{"Korean contract", ko, `60\.00%`, 2},
		{"English contract", en, `40\.00%`, 2},
		{"Korean contract", ko, `40\.00%`, 2},
		{"letter", text("letters/loi-us1.en.pdf"), `approximately\s+US\$695,652`, 1},
	} {
		if n := len(regexp.MustCompile(c.want).FindAllString(c.text, -1)); n < c.least {
			t.Errorf("%s holds %s %d times, want at least %d", c.name, c.want, n, c.least)
		}
	}
	for _, wrong := range []string{"695,652.17", "695652.17"} {
		if strings.Contains(en+ko, wrong) {
			t.Errorf("the contract holds %s, the total converted as a whole", wrong)
		}
	}
	cells := sheetXML(t, filepath.Join(dir, "budget/budget.xlsx"))
	for _, want := range []string{"<v>231884.06</v>", "<v>695652.18</v>", "<v>320000000</v>", "<v>960000000</v>", "<v>1600000000</v>", "<v>4800000000</v>"} {
		if !strings.Contains(cells, want) {
			t.Errorf("no cell of the workbook holds %s", want)
		}
	}
}

// sheetXML returns the sheets of a workbook as they stand in the file.
func sheetXML(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range r.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, rc); err != nil {
			t.Fatal(err)
		}
		rc.Close()
	}
	return all.String()
}
