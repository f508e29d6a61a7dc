package generator

import "testing"

// TestAnswersLoseNothing: two different papers for one document are both handed
// in, the same one only once.
func TestAnswersLoseNothing(t *testing.T) {
	var got answers
	got.add("08_irb-approval", enclosed{from: "received/kr.pdf", data: []byte("approval in Seoul")})
	got.add("08_irb-approval", enclosed{from: "received/us.pdf", data: []byte("approval in Northfield")})
	got.add("08_irb-approval", enclosed{from: "received/kr-again.pdf", data: []byte("approval in Seoul")})
	got.add("08_irb-approval", enclosed{from: "received/kr.png", data: []byte("a picture")})
	want := answers{
		{name: "08_irb-approval.pdf", data: []byte("approval in Seoul")},
		{name: "08_irb-approval-2.pdf", data: []byte("approval in Northfield")},
		{name: "08_irb-approval.png", data: []byte("a picture")},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d files: %v", len(got), got)
	}
	for i := range want {
		if got[i].name != want[i].name || string(got[i].data) != string(want[i].data) {
			t.Errorf("file %d is %s with %q", i, got[i].name, got[i].data)
		}
	}
}
