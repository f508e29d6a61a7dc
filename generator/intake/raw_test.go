package intake_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator/workbook"
)

// rewritten changes the text of one part of a workbook, as other programs write
// it.
func rewritten(t testing.TB, book []byte, part string, change func(text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	changed := false
	for _, f := range in.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			now := change(string(text))
			changed = now != string(text)
			text = []byte(now)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil || !changed {
		t.Fatalf("%s is not changed: %v", part, err)
	}
	return out.Bytes()
}

// cellXML replaces the XML of one cell.
func cellXML(t testing.TB, book []byte, part, at, xml string) []byte {
	t.Helper()
	form := regexp.MustCompile(`<c r="` + at + `"([^>]*)>.*?</c>`)
	return rewritten(t, book, part, func(text string) string { return form.ReplaceAllString(text, xml) })
}

// TestOtherPrograms reads what other programs write in other ways.
func TestOtherPrograms(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	lines, payments := s.part("CostLines"), s.part("Payments")
	for _, c := range []struct {
		name    string
		book    []byte
		changes string
	}{
		{"17 digits", cellXML(t, s.book, lines, "G6", `<c r="G6"><v>0.30000000000000004</v></c>`), "CostLines!G6 → budget.lines[0].quantity: 3 → 0.3"},
		{"an exponent, unchanged", cellXML(t, s.book, lines, "H6", `<c r="H6"><v>8.8E7</v></c>`), ""},
		{"17 digits, unchanged", cellXML(t, s.book, s.part("Personnel"), "L6", `<c r="L6"><v>0.40000000000000002</v></c>`), ""},
		{"text in the cell", cellXML(t, s.book, lines, "C6", `<c r="C6" t="inlineStr"><is><r><t>MA</t></r><r><rPr><b/></rPr><t>TL</t></r></is></c>`), "CostLines!C6 → budget.lines[0].category: EQUIP → MATL"},
		{"a date in words", cellXML(t, s.book, payments, "E6", `<c r="E6" t="d"><v>2024-10-01T00:00:00</v></c>`), "Payments!E6 → budget.payments[0].instalments[0].due: 2024-09-30 → 2024-10-01"},
		{"a shared formula", rewritten(t, s.book, lines, func(text string) string {
			master := regexp.MustCompile(`(<c r="J6"[^>]*>)<f>([^<]*)</f>`).ReplaceAllString(text, `$1<f t="shared" ref="J6:J7" si="0">$2</f>`)
			return regexp.MustCompile(`(<c r="J7"[^>]*>)<f>[^<]*</f>`).ReplaceAllString(master, `$1<f t="shared" si="0"/>`)
		}), ""},
	} {
		if r := s.compare(t, c.book); changesOf(r) != c.changes || len(r.Found) > 0 {
			t.Errorf("%s: %s\n%s", c.name, changesOf(r), findingsOf(r.Found))
		}
	}
}

// TestDate1904 reads day numbers that count from 1904: the same numbers are days
// four years later.
func TestDate1904(t *testing.T) {
	s := newOffice(t).make(t, read(t, example))
	flagged := func(book []byte) []byte {
		return rewritten(t, book, "xl/workbook.xml", func(text string) string {
			return strings.Replace(text, "<workbookPr ", `<workbookPr date1904="1" `, 1)
		})
	}
	book := s.book
	for _, in := range s.inputs(t) { // the days as they were
		if day, err := strconv.Atoi(in.value.Text); err == nil && in.column.Kind == workbook.Date {
			sheet, at, _ := strings.Cut(in.address, "!")
			book = cellXML(t, book, s.part(sheet), at, fmt.Sprintf(`<c r="%s"><v>%d</v></c>`, at, day-1462))
		}
	}
	if r := s.compare(t, flagged(book)); len(r.Edits) > 0 || len(r.Changes) > 0 {
		t.Errorf("%s\n%s", changesOf(r), findingsOf(r.Found))
	}
	if r := s.compare(t, flagged(s.book)); !strings.Contains(changesOf(r), "due: 2024-09-30 → 2028-10-01") {
		t.Errorf("%s\n%s", changesOf(r), findingsOf(r.Found))
	}
}
