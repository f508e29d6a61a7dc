package generator_test

import (
	"testing"

	"pactwright/generator"
)

// No built-in template has a figure, a date or a name typed into it, breaks the
// glossary, or stands unused.
func TestLint(t *testing.T) {
	found, err := generator.Lint(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s %s: %s", f.Code, f.Template, f.Message.EN)
	}
}
