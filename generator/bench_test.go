package generator_test

import (
	"fmt"
	"runtime"
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

// BenchmarkRules runs every rule on the largest example, whose documents are
// made before the clock starts.
func BenchmarkRules(b *testing.B) {
	judge, err := generator.Judging(world(b, "nine-parties", example(b, "nine-parties")))
	if err != nil {
		b.Fatal(err)
	}
	rules := len(judge())
	b.ReportAllocs()
	for b.Loop() {
		judge()
	}
	b.ReportMetric(float64(rules), "rules")
}

// BenchmarkThousandProjects judges a thousand projects one after another and
// reports how the memory in use at the end compares with that after the first
// hundred.
func BenchmarkThousandProjects(b *testing.B) {
	for b.Loop() {
		var early, late uint64
		for i := range 1000 {
			p := example(b, "two-party")
			p["project"].(node)["id"] = fmt.Sprintf("project-%d", i)
			if _, err := generator.JudgeData(world(b, "two-party", p)); err != nil {
				b.Fatal(err)
			}
			switch i {
			case 99:
				early = inUse()
			case 999:
				late = inUse()
			}
		}
		b.ReportMetric(float64(early)/(1<<20), "MB-after-100")
		b.ReportMetric(float64(late)/(1<<20), "MB-after-1000")
	}
}

func inUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
