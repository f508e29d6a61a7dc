package generator_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pactwright/generator"
)

// TestSmallestCall: the call that CONTRIBUTING shows is one to judge by.
func TestSmallestCall(t *testing.T) {
	page, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(page), "The smallest call that is judged:\n\n```yaml\n")
	text, _, closed := strings.Cut(after, "```")
	if !ok || !closed {
		t.Fatal("CONTRIBUTING shows no call")
	}
	files := generator.RulesIn(fstest.MapFS{"calls/my-call-2027.yaml": {Data: []byte(text)}})
	linted, _, err := files.Lint()
	if err != nil || len(linted) > 0 {
		t.Errorf("lint: %v, %v", linted, err)
	}
	tried, n, err := files.Test()
	if err != nil || len(tried) > 0 || n.Cases < 2 {
		t.Errorf("test: %v, %v, %d cases", tried, err, n.Cases)
	}
}
