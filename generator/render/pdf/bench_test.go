package pdf

import (
	"testing"

	"pactwright/generator/doc"
)

// twentyPages is a bilingual agreement of about twenty pages.
func twentyPages(t testing.TB) *doc.Resolved {
	t.Helper()
	r := sideBySide(t)
	for _, b := range r.Blocks[1:] {
		r.Blocks = append(r.Blocks, b)
	}
	r.Blocks = append(r.Blocks, budgetTable(140))
	r.Across = ""
	return r
}

func BenchmarkLayout(b *testing.B) {
	r, faces := twentyPages(b), testFaces(b)
	s := testStyle(b, "contract")
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		l, _, _ := Layout(r, s, faces)
		pages = len(l.Pages)
	}
	b.ReportMetric(float64(pages), "pages")
}

func BenchmarkRender(b *testing.B) {
	r := twentyPages(b)
	l := lay(b, r)
	meta := testMeta(b, r.Lang)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(l, meta); err != nil {
			b.Fatal(err)
		}
	}
}
