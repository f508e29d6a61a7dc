package generator_test

import (
	"testing"

	"pactwright/generator"
)

// BenchmarkBuild makes the whole pack of the bundled example in one process:
// load, choose, merge, resolve, lay out and render every document, judge, and
// the workbook. Fonts are read once, before the clock starts.
func BenchmarkBuild(b *testing.B) {
	w, err := generator.Example()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := generator.Build(w, generator.Options{}); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		out, err := generator.Build(w, generator.Options{})
		if err != nil || len(out.Files) == 0 {
			b.Fatal(err, out.Findings)
		}
	}
}
