package generator_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/doc"
	"pactwright/generator/library"
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
		if pages := len(regexp.MustCompile(`/Type /Page\b[^s]`).FindAll(f.Data, -1)); pages == 0 || pages > 12 {
			t.Errorf("the contract has %d pages", pages)
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
	names, err := fs.Glob(templates.Files, "packages/*.yaml")
	if err != nil || len(names) < 2 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		id := strings.TrimSuffix(strings.TrimPrefix(name, "packages/"), ".yaml")
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			for _, size := range []int{2, 3} {
				fill(t, &library.Option{Slot: "purpose"}, node{"option": "fixed"}, id, size)
			}
		})
	}
}

// TestOptionsInShortForm fills every option of every article in a contract that
// otherwise is in the short form: an option may refer to an article that is not
// there only where it asks whether it is.
func TestOptionsInShortForm(t *testing.T) {
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	slots, err := layers.Slots()
	if err != nil {
		t.Fatal(err)
	}
	for _, slot := range slots {
		options, _, err := layers.Options(slot)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(slot, func(t *testing.T) {
			t.Parallel()
			for _, o := range options {
				t.Run(o.Name, func(t *testing.T) { fill(t, o, choices(o)[0].params, "short", 2) })
			}
		})
	}
}
