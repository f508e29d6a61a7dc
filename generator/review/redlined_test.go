package review

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pactwright/generator/doc"
)

// Whatever a redline ends with, the same redline that ends with what is gone says
// the same on both sides.
func TestEndsGone(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 3000 {
		old := randomText(r)
		redline := Redline(old, edited(r, old))
		got := endsGone(redline)
		if !slices.Equal(faces(Accept(got)), faces(Accept(redline))) || !slices.Equal(faces(Reject(got)), faces(Reject(redline))) {
			t.Fatalf("%s\nbecame\n%s", shown(redline), shown(got))
		}
		if n := len(got); n > 0 && got[n-1].Change == doc.Inserted && !allNew(got) {
			t.Fatalf("%s ends with what is new", shown(got))
		}
	}
}
