package readback

import (
	"fmt"
	"strconv"
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback/pdftext"
)

// sighting is a figure on a page.
type sighting struct {
	figure
	page int
}

// isPage reports whether a whole number may be that of a page.
func (s sighting) isPage(pages int) bool {
	n, err := strconv.Atoi(s.text)
	return err == nil && n >= 1 && n <= pages
}

// Document compares the text of a PDF with the settled document that it was made
// from, and returns how many figures it has.
func Document(file string, data []byte, settled *doc.Resolved) (int, diag.List) {
	pages, err := pdftext.Read(data)
	if err != nil {
		return 0, diag.List{unreadable(file, err)}
	}
	return comparePages(file, pages, settled)
}

func comparePages(file string, pages []string, settled *doc.Resolved) (int, diag.List) {
	want, have := expect(settled, len(pages)), sightings(pages)
	count := 0
	for _, f := range want.figures {
		if f.count {
			count++
		}
	}
	m := matching{want: want.figures, have: have, pages: pages}
	m.missing, m.surplus = want.deficit(have)
	if len(m.missing)+len(m.surplus) == 0 {
		return count, nil
	}
	m.mend()
	var found diag.List
	for _, p := range m.pairs() {
		found.Add(m.finding(file, p))
	}
	return count, fewer(file, found)
}

// sightings returns the figures of all pages without their page numbers.
func sightings(pages []string) []sighting {
	var out []sighting
	for i, text := range pages {
		for _, f := range figures(unnumbered(text, i+1, len(pages))) {
			out = append(out, sighting{f, i + 1})
		}
	}
	return out
}

// unnumbered takes the page number at the foot out of the text of a page.
func unnumbered(text string, page, pages int) string {
	number := fmt.Sprintf("\n%d / %d\n", page, pages)
	text = "\n" + text + "\n"
	if at := strings.LastIndex(text, number); at >= 0 {
		return text[:at] + "\n" + text[at+len(number):]
	}
	return text
}

// pair is a figure that is missing with the one that stands in its place. One of
// the two may be -1.
type pair struct {
	want, have int
	page       int // 0 if it is not known
}

// finding words a pair.
func (m *matching) finding(file string, p pair) diag.Finding {
	f := diag.Finding{Code: CodePDF, Severity: diag.Blocking, Place: diag.Place{File: file}, Fix: rebuild()}
	where := diag.T("%s", "%s", file)
	if p.page > 0 {
		where = diag.T("%s, page %d", "%s, %d쪽", file, p.page)
	}
	if p.want < 0 {
		f.Message = diag.T("%s: found %s, which the document does not have", "%s: 문서에 없는 수치가 있습니다. 실제 값: %s", where, m.have[p.have].shown)
		return f
	}
	want := m.want[p.want]
	if want.place != "" {
		where = diag.T("%s, %s", "%s, %s", where, want.place)
	}
	f.Path = want.path
	f.Message = diag.T("%s: expected %s, found nothing", "%s: 기대한 값 %s, 실제 값 없음", where, want.shown)
	if p.have >= 0 {
		f.Message = diag.T("%s: expected %s, found %s", "%s: 기대한 값 %s, 실제 값 %s", where, want.shown, m.have[p.have].shown)
	}
	return f
}
