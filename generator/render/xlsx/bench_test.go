package xlsx_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pactwright/generator/budget/budgettest"
	"pactwright/generator/render/xlsx"
)

// large is a budget of nine institutions with as many cost lines as asked for.
func large(t testing.TB, lines int) inputs {
	t.Helper()
	in := load(t, "small")
	in.p = budgettest.Random(rand.New(rand.NewPCG(1, 1)), budgettest.Size{
		Institutions: 9, Phases: 3, Currencies: 4, People: 60, Lines: lines, Payments: 4,
	})
	return in
}

// BenchmarkWrite writes a ready workbook: checks, order and all.
func BenchmarkWrite(b *testing.B) {
	w, _ := large(b, 400).make(b)
	b.ReportAllocs()
	for b.Loop() {
		write(b, w)
	}
}

// BenchmarkPeer writes the same cells with the library alone.
func BenchmarkPeer(b *testing.B) {
	w, _ := large(b, 400).make(b)
	peer := xlsx.NewPeer(b, w)
	b.ReportAllocs()
	for b.Loop() {
		peer.Write(b)
	}
}

// BenchmarkBudget goes the whole way from a project that is read to a file.
func BenchmarkBudget(b *testing.B) {
	for _, lines := range []int{100, 200, 400, 800} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			in := large(b, lines)
			b.ReportAllocs()
			for b.Loop() {
				in.make(b)
			}
		})
	}
}

func BenchmarkReadCells(b *testing.B) {
	_, data := load(b, "consortium").make(b)
	for b.Loop() {
		if _, err := xlsx.ReadCells(data); err != nil {
			b.Fatal(err)
		}
	}
}
