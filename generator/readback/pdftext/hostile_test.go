package pdftext_test

import (
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/readback/pdftext"
	"pactwright/generator/render/pdf"
)

// syntax is what means something in a file of its own.
var syntax = []string{
	")", "(", "(((", ")))", `\`, `\\`, `\)`, `(\`, `\101`, "\\\n", ") >> endobj 1 0 obj <<", ") /S /JavaScript /JS (x", "<</Type /Catalog>>", "%%EOF", "%", "<FEFF>", "[1 0 R]", "endstream",
}

// TestHostileStrings: brackets, backslashes and whole objects in the address of a
// link, the name of a field, a bookmark or a property come out as what they are,
// and the file that holds them has no fault.
func TestHostileStrings(t *testing.T) {
	for _, w := range syntax {
		file := withStrings(t, w)
		if found, err := pdftext.Archival(file, "2b"); err != nil || len(found) > 0 {
			t.Errorf("%q: %v %q", w, err, found)
			continue
		}
		n, err := pdftext.NotesOf(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range n.Addresses {
			if n.Addresses[i], err = url.PathUnescape(a); err != nil {
				t.Error(err)
			}
		}
		flat := strings.ReplaceAll(w, "\n", " ")
		for what, got := range map[string][2][]string{
			"addresses":  {n.Addresses, {"https://a.example/" + w, "mailto:a@b.example?subject=" + w}},
			"fields":     {n.Fields, {"sig-" + w, "sig-" + w + "-2"}},
			"bookmarks":  {n.Bookmarks, {strings.TrimSpace(flat)}},
			"properties": {n.Properties, {flat, flat}},
		} {
			if !slices.Equal(got[0], got[1]) {
				t.Errorf("%q: the %s are %q, not %q", w, what, got[0], got[1])
			}
		}
	}
}

// withStrings makes a file that has a text in each of these places.
func withStrings(t *testing.T, w string) []byte {
	t.Helper()
	faces, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("../../../templates/styles/contract.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var style pdf.Style
	if err := yaml.Unmarshal(raw, &style); err != nil {
		t.Fatal(err)
	}
	signed := doc.SignatureBlock{Heading: say(w), Signer: w, Lines: []doc.SignatureLine{{Label: say("By:")}}}
	laid, _, found := pdf.Layout(&doc.Resolved{Document: doc.Document{Lang: diag.English, Title: w, Paper: doc.A4, Blocks: []doc.Block{
		heading(doc.ArticleHeading, 1, w, w),
		&doc.Paragraph{Text: []doc.Inline{
			{Kind: doc.LinkInline, Text: "one", Target: "https://a.example/" + w}, {Text: " "},
			{Kind: doc.LinkInline, Text: "two", Target: "mailto:a@b.example?subject=" + w}, {Text: " "},
			{Kind: doc.RefInline, Text: "three", Target: w},
		}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{signed, signed}},
	}}}, style, faces)
	for _, f := range found {
		t.Fatal(f.Message.EN)
	}
	day, err := calendar.New(2024, 7, 1)
	if err != nil {
		t.Fatal(err)
	}
	file, err := pdf.Render(laid, pdf.Meta{Title: w, Author: w, Lang: diag.English, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	return file
}
