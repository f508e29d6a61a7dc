package generator_test

import (
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestCarveOutOnce looks for the duties to another public funder: whichever
// options of ownership and of joint results meet, the contract speaks of them
// once, and never where the project switches them off.
func TestCarveOutOnce(t *testing.T) {
	words := map[diag.Lang]string{diag.English: "another public funder", diag.Korean: "다른 공공 지원기관"}
	for _, pack := range []string{"short", "long"} {
		for _, ownership := range []string{"short", "generator"} {
			for _, joint := range []string{"short", "own-use-free"} {
				for _, flag := range []string{"true", "false"} {
					p := example(t, "two-party")
					contract := contractOf(p)
					contract["package"], contract["texts"] = pack, []any{"en", "ko"}
					clauses := contract["clauses"].(node)
					clauses["ownership"] = node{"option": ownership, "public_funding": flag}
					clauses["joint-exploitation"] = node{"option": joint}
					texts, found, err := generator.Contracts(world(t, "two-party", p))
					if err != nil || len(found) > 0 || len(texts) != 2 {
						t.Fatal(pack, ownership, joint, texts, found, err)
					}
					for _, text := range texts {
						if got := strings.Count(articlesOf(text), words[text.Lang]); got > 1 || (got == 1) != (flag == "true") {
							t.Errorf("package %s, ownership/%s, joint-exploitation/%s, switched on: %s: the %s text has the carve-out %d times", pack, ownership, joint, flag, text.Lang, got)
						}
					}
				}
			}
		}
	}
}

// articlesOf returns the text of all numbered sub-clauses.
func articlesOf(d *doc.Resolved) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		if c, ok := b.(*doc.Clause); ok {
			out.WriteString(doc.Text(c.Text) + "\n")
		}
	}
	return out.String()
}
