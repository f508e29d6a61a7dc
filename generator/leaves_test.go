package generator_test

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// TestPrintedLeaves takes away some of the values that an example prints.
func TestPrintedLeaves(t *testing.T) { takeLeaves(t, 5) }

// takeLeaves takes away, one after the other, so many of the values of each example
// that its documents print; 0: all of them. Each must be missed by name, or what it
// stood in must be gone from both texts: a blank is never silent.
func takeLeaves(t *testing.T, most int) {
	t.Helper()
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			texts, found, err := generator.Texts(world(t, name, example(t, name)))
			if err != nil || found.Has(diag.Blocking) {
				t.Fatal(err, found)
			}
			leaves := slices.Sorted(maps.Keys(printedPaths(texts)))
			if len(leaves) < 40 {
				t.Fatalf("only %d printed leaves", len(leaves))
			}
			tried := 0
			stride := 1
			if most > 0 {
				stride = len(leaves)/most + 1
			}
			for i := stride / 2; i < len(leaves); i += stride {
				p := example(t, name)
				if remove(p, leaves[i]) {
					tried++
					missed(t, name, p, leaves[i])
				}
			}
			t.Logf("%d of %d printed leaves taken away", tried, len(leaves))
		})
	}
}

// printedPaths returns the YAML paths of all values that stand in the texts.
func printedPaths(texts []*doc.Resolved) map[string]bool {
	paths := map[string]bool{}
	for _, text := range texts {
		if text == nil {
			continue
		}
		for _, p := range text.Printed() {
			for _, x := range p.Text {
				if x.Path != "" {
					paths[x.Path] = true
				}
			}
		}
	}
	return paths
}

// missed checks that a value that was taken away is missed.
func missed(t *testing.T, name string, p node, path string) {
	t.Helper()
	named := func(found diag.List) bool { return names(found, path) }
	texts, found, err := generator.TextsUnless(world(t, name, p), named)
	if err != nil {
		t.Fatal(err)
	}
	if named(found) {
		return
	}
	if found.Has(diag.Blocking) {
		t.Errorf("without %s: something else is found: %s %s: %s", path, found[0].Code, found[0].Path, found[0].Message.EN)
	}
	fallsBack := strings.Contains(path, ".clauses.") // to the default of the option, which is no blank
	if printedPaths(texts)[path] && !isItem.MatchString(path) && !fallsBack {
		t.Errorf("without %s: it is printed all the same and nothing is found", path)
	}
}

// names reports whether a finding names a path, or a place around or in it. An
// entry of a list is missed where its list is.
func names(found diag.List, path string) bool {
	parent := path
	if isItem.MatchString(path) {
		parent = path[:strings.LastIndex(path, "[")]
		if i := strings.LastIndex(parent, "."); i >= 0 {
			parent = parent[:i]
		}
	}
	return slices.ContainsFunc(found, func(f diag.Finding) bool {
		return f.Path == path || strings.HasPrefix(f.Path, parent+".") || strings.HasPrefix(path, f.Path+".") || strings.HasPrefix(path, f.Path+"[")
	})
}

var (
	isItem = regexp.MustCompile(`\[\d+\]$`)
	step   = regexp.MustCompile(`([^.\[\]]+)|\[(\d+)\]`)
)

// remove takes the value at a path out of a project, and reports whether there
// was one.
func remove(p node, path string) bool {
	steps := step.FindAllString(path, -1)
	var at any = p
	for i, s := range steps {
		last := i == len(steps)-1
		switch v := at.(type) {
		case node:
			next, ok := v[s]
			if !ok {
				return false
			}
			if last {
				delete(v, s)
				return true
			}
			if l, isList := next.([]any); isList && i+2 == len(steps) {
				n, _ := strconv.Atoi(strings.Trim(steps[i+1], "[]"))
				if n >= len(l) {
					return false
				}
				if _, row := l[n].(node); row {
					return false // a whole row is no leaf
				}
				v[s] = slices.Delete(slices.Clone(l), n, n+1)
				return true
			}
			at = next
		case []any:
			n, _ := strconv.Atoi(strings.Trim(s, "[]"))
			if n >= len(v) {
				return false
			}
			at = v[n]
		default:
			return false
		}
	}
	return false
}
