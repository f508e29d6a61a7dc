package generator_test

import (
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestNoKeyTerms makes the contract without the sheet of key terms, under every
// order of precedence and in the short form: no text may then speak of it, and
// who directs the work, when it ends and what is paid stand in the articles.
func TestNoKeyTerms(t *testing.T) {
	for _, precedence := range []string{"funder", "internal", "list", "short form"} {
		p := example(t, "two-party")
		contract := contractOf(p)
		contract["texts"] = []any{"en", "ko"}
		clauses := contract["clauses"].(node)
		clauses["key-terms"] = node{"option": "inline"}
		if precedence == "short form" {
			contract["package"] = "short"
		} else {
			clauses["precedence"] = node{"option": precedence}
		}
		texts, found, err := generator.Contracts(world(t, "two-party", p))
		if err != nil || len(found) > 0 || len(texts) != 2 {
			t.Fatal(precedence, texts, found, err)
		}
		for _, text := range texts {
			all := strings.ToLower(wholeText(text))
			for _, sheet := range []string{"key terms", "핵심 계약조건"} {
				if strings.Contains(all, sheet) {
					t.Errorf("%s: the %s text speaks of its %s", precedence, text.Lang, sheet)
				}
			}
			for _, value := range valuesOfContract(text.Lang) {
				if !strings.Contains(all, strings.ToLower(value)) {
					t.Errorf("%s: the %s text does not say %s", precedence, text.Lang, value)
				}
			}
		}
	}
}

// wholeText returns all that a document prints.
func wholeText(d *doc.Resolved) string {
	var out strings.Builder
	for _, p := range d.Printed() {
		out.WriteString(doc.Text(p.Text) + "\n")
	}
	return out.String()
}

// valuesOfContract are values of the example that the sheet shows.
func valuesOfContract(lang diag.Lang) []string {
	if lang == diag.Korean {
		return []string{"한가상", "2026년 12월 31일", "960,000,000"}
	}
	return []string{"Han Ga-sang", "December 31, 2026", "960,000,000"}
}
