package generator

import (
	"testing"

	"pactwright/generator/pack"
)

// TestAnswersLoseNothing: two different papers for one document are both handed
// in, the same one only once.
func TestAnswersLoseNothing(t *testing.T) {
	var got answers
	got.add("08_irb-approval", "received/kr.pdf", []byte("approval in Seoul"))
	got.add("08_irb-approval", "received/us.pdf", []byte("approval in Northfield"))
	got.add("08_irb-approval", "received/kr-again.pdf", []byte("approval in Seoul"))
	got.add("08_irb-approval", "received/kr.png", []byte("a picture"))
	want := answers{
		{Path: "08_irb-approval.pdf", Data: []byte("approval in Seoul")},
		{Path: "08_irb-approval-2.pdf", Data: []byte("approval in Northfield")},
		{Path: "08_irb-approval.png", Data: []byte("a picture")},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d files: %s", len(got), names(got))
	}
	for i := range want {
		if got[i].Path != want[i].Path || string(got[i].Data) != string(want[i].Data) {
			t.Errorf("file %d is %s with %q", i, got[i].Path, got[i].Data)
		}
	}
}

func names(files []pack.File) string {
	out := ""
	for _, f := range files {
		out += f.Path + " "
	}
	return out
}
