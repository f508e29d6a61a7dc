package money

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	tests := []struct {
		total   int64
		weights []int64
		want    []int64
	}{
		{1_600_000_000, []int64{6, 3}, []int64{1_066_666_667, 533_333_333}},
		{100, []int64{1, 1, 1}, []int64{33, 34, 33}},
		{-100, []int64{1, 1, 1}, []int64{-33, -34, -33}},
		{1, []int64{1, 1}, []int64{1, 0}},
		{-1, []int64{1, 1}, []int64{-1, 0}},
		{5, []int64{0, 1, 0, 1, 0}, []int64{0, 3, 0, 2, 0}},
		{0, []int64{1, 2}, []int64{0, 0}},
		{7, []int64{1}, []int64{7}},
		{MaxMinor, []int64{math.MaxInt64, math.MaxInt64}, []int64{4503599627370496, 4503599627370495}},
	}
	for _, test := range tests {
		got, err := Split(KRW(test.total), test.weights)
		if err != nil || !slices.Equal(minors(got), test.want) {
			t.Errorf("%d by %v: %v, %v", test.total, test.weights, got, err)
		}
	}
}

func minors(amounts []Amount) []int64 {
	out := make([]int64, len(amounts))
	for i, a := range amounts {
		out[i] = a.Minor()
	}
	return out
}

func TestSplitRefuses(t *testing.T) {
	tests := map[string][]int64{"none": nil, "all 0": {0, 0}, "negative": {5, -1}}
	for name, weights := range tests {
		parts, err := Split(KRW(100), weights)
		checkBilingual(t, name, err)
		if parts != nil {
			t.Errorf("%s: %v beside an error", name, parts)
		}
	}
	_, err := Split(KRW(math.MinInt64), []int64{1})
	checkBilingual(t, "too large", err)
}

// Parts add up, keep the currency and the sign, never leave their own share by a
// whole unit, and the running totals are rounded.
func TestSplitProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	usd := currency(t, "USD")
	for range 5000 {
		total := New(random.Int64N(2*MaxMinor)-MaxMinor, usd)
		weights := make([]int64, 1+random.IntN(12))
		for i := range weights {
			weights[i] = random.Int64N(40)
		}
		weights[random.IntN(len(weights))]++
		parts, err := Split(total, weights)
		if err != nil {
			t.Fatal(err)
		}
		if sum, err := Sum(parts...); err != nil || sum != total {
			t.Fatalf("%s by %v: sum %s, %v", total, weights, sum, err)
		}
		checkShares(t, total, weights, parts)
	}
}

func checkShares(t *testing.T, total Amount, weights []int64, parts []Amount) {
	t.Helper()
	whole, soFar, given := int64(0), int64(0), int64(0)
	for _, weight := range weights {
		whole += weight
	}
	for i, weight := range weights {
		soFar += weight
		given += parts[i].Minor()
		if want := roundHalfAway(shareOf(total, soFar, whole)); given != want {
			t.Fatalf("%s by %v: running total %d, want %d", total, weights, given, want)
		}
		off := new(big.Rat).SetInt64(parts[i].Minor())
		off.Sub(off, shareOf(total, weight, whole))
		if off.Abs(off).Cmp(big.NewRat(1, 1)) > 0 || total.Minor() > 0 && parts[i].IsNegative() {
			t.Fatalf("%s by %v: part %d is %s", total, weights, i, parts[i])
		}
	}
}

func shareOf(total Amount, part, whole int64) *big.Rat {
	share := new(big.Rat).SetFrac64(part, whole)
	return share.Mul(share, new(big.Rat).SetInt64(total.Minor()))
}

func BenchmarkSplit(b *testing.B) {
	weights := []int64{6, 3, 9, 12}
	for b.Loop() {
		if _, err := Split(KRW(1_600_000_000), weights); err != nil {
			b.Fatal(err)
		}
	}
}
