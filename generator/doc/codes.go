package doc

import (
	"strings"

	"pactwright/generator/diag"
)

// Codes of the findings about documents. All of them are blocking but
// CodeTermUnused: a document that is not understood, or that contradicts itself,
// cannot be made.
const (
	CodeMarkdown      = "DOC-MARKDOWN"       // Markdown that no document can carry, or that was not meant so
	CodeAnchor        = "DOC-ANCHOR"         // an anchor that is given twice, or where nothing can carry it
	CodeRef           = "DOC-REF"            // a reference to nothing
	CodeExhibit       = "DOC-EXHIBIT"        // an exhibit that no text names
	CodeNumber        = "DOC-NUMBER"         // a place that cannot be numbered
	CodeTerm          = "DOC-TERM"           // a term that the glossary does not have
	CodeTermUndefined = "DOC-TERM-UNDEFINED" // a term that is used and not defined
	CodeTermTwice     = "DOC-TERM-TWICE"     // a term that is defined twice
	CodeTermUnused    = "DOC-TERM-UNUSED"    // a term that is defined and never used
	CodeParticle      = "DOC-PARTICLE"       // a Korean particle that cannot be chosen
	CodeParity        = "DOC-PARITY"         // two languages that do not say the same
)

// blocking makes a finding about a node.
func blocking(code string, o Origin, message, fix diag.Text) diag.Finding {
	return diag.Finding{Code: code, Severity: diag.Blocking, Path: o.Path, Template: o.Template, Message: message, Fix: fix}
}

// quoteRunes is how much of a text a finding repeats.
const quoteRunes = 40

// quoted repeats a text in a finding, on one line and not at any length.
func quoted(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > quoteRunes {
		return string(runes[:quoteRunes]) + "…"
	}
	return string(runes)
}
