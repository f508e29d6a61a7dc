package generator_test

import (
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/doc"
	"pactwright/generator/library"
	"pactwright/generator/readback/pdftext"
	"pactwright/templates"
)

// TestShortForm holds what the short form is for: a contract for two parties of
// at most twelve English pages and five exhibits that meets every rule of the call.
func TestShortForm(t *testing.T) {
	p := example(t, "two-party")
	list(p, "agreements")[0].(node)["package"] = "short"
	out, err := generator.Build(world(t, "two-party", p), generator.Options{Only: []string{"agreement"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range out.Findings {
		t.Errorf("%s %s %s: %s", f.Code, f.Path, f.Template, f.Message.EN)
	}
	for _, f := range out.Files {
		if f.Path != "agreement/us1.en.pdf" {
			continue
		}
		if pages, err := pdftext.Pages(f.Data); err != nil || pages == 0 || pages > 12 {
			t.Errorf("the contract has %d pages: %v", pages, err)
		}
	}
	texts, _, err := generator.Contracts(world(t, "two-party", p))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		exhibits := 0
		for _, b := range text.Blocks {
			if h, ok := b.(*doc.Heading); ok && h.Kind == doc.ExhibitHeading {
				exhibits++
			}
		}
		if exhibits == 0 || exhibits > 5 {
			t.Errorf("the %s text has %d exhibits", text.Lang, exhibits)
		}
	}
	found := false
	for _, w := range out.Manifest.Library {
		found = found || w.Path == "packages/short.yaml" && w.SHA256 != ""
	}
	if !found {
		t.Error("the manifest does not name the package")
	}
}

// TestPackages builds the contract of the example from every package: what a
// package names must exist, and its options must stand together.
func TestPackages(t *testing.T) {
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	packages, found, err := layers.Packages()
	if err != nil || len(found) > 0 || len(packages) < 2 {
		t.Fatal(packages, found, err)
	}
	for _, pack := range packages {
		id := pack.ID
		if pack.Title.EN == "" || pack.Title.KO == "" || pack.Use.EN == "" || pack.Use.KO == "" {
			t.Errorf("%s does not say in both languages what it is for", id)
		}
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			o := &library.Option{Slot: "purpose"}
			if pack.Omits("funds") {
				o.Head.When = "unfunded"
			}
			fill(t, o, node{"option": "fixed"}, id, 2, 3)
		})
	}
}

// TestOptionsInShortForm fills every option of every article in a contract that
// otherwise is in the short form: an option may refer to an article that is not
// there only where it asks whether it is.
func TestOptionsInShortForm(t *testing.T) {
	for _, s := range shelves(t) {
		if strings.HasPrefix(s.slot, "exhibit-") {
			continue // attached where an article names it
		}
		t.Run(s.slot, func(t *testing.T) {
			t.Parallel()
			for _, o := range s.options {
				t.Run(o.Name, func(t *testing.T) { fill(t, o, choices(o)[0].params, "short", 2) })
			}
		})
	}
}
