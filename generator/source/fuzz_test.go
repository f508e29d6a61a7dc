package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	sample, filled, "", "---\n", "a: [b, {c: d}]\n", "a: &x\n  b: *x\n", "<<: {a: b}\n", "? [a]\n: b\n",
	"a: |\n  x\n  y\n", "a: >-\n x\n", "'a''b': \"\\u00e9\\\n c\"\n", "a: !!binary eA==\n", "\ufeffa: 1\r\n",
	"%YAML 1.2\n---\na\n...\n", "- - - a\n", "{a: [}", "a: \"x", "\t", "a:\n\tb", "*a", "&a", "# x", "a: b: c",
	"a:\n- b\n  # c\n\n# d\n- e\n", "[a, b\n, c]: d", "- &a b\n- *a\n- *a", "? A", "가: 나\n다: [라, 마]",
}

func FuzzDecode(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Add([]byte(aliasBomb()))
	f.Add([]byte(strings.Repeat("[", 200)))
	s := compiled(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, found := Decode("project.yaml", data)
		checkFindings(t, found)
		if file.Root == nil && len(found) == 0 {
			t.Fatal("neither a tree nor a finding")
		}
		file.Root.Walk(func(v *Value) { checkValue(t, file, v) })
		checkFindings(t, s.Validate(file))
	})
}

// checkValue reports a value that cannot be pointed at or found again.
func checkValue(t *testing.T, f *File, v *Value) {
	lines := strings.Count(string(f.Data), "\n") + 1
	if v.Place.Line < 1 || v.Place.Line > lines || v.Place.Column < 1 || v.Place.Width < 1 {
		t.Fatalf("%s stands at %v, width %d", v.Path, v.Place, v.Place.Width)
	}
	if length := utf8.RuneCountInString(f.line(v.Place.Line)); v.Place.Column+v.Place.Width-1 > length+1 {
		t.Fatalf("%s ends beyond its line: %v, width %d, line of %d", v.Path, v.Place, v.Place.Width, length)
	}
	if f.Root.Find(v.Path) != v {
		t.Fatalf("%s does not lead to its value", v.Path)
	}
}

func FuzzInto(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, _ := Decode("project.yaml", data)
		var loose, strict target
		checkFindings(t, Into(file, file.Root, &loose))
		checkFindings(t, Into(file, file.Root, &strict, Strict))
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"DeepFlow", strings.Repeat("[", 1<<20)},
		{"DeepMaps", strings.Repeat("{a: ", 1<<18)},
		{"DeepDashes", strings.Repeat("- ", 1<<19)},
		{"DeepIndent", deepIndent()},
		{"AliasBomb", aliasBomb()},
		{"OneLine", "[" + strings.Repeat("a,", 150_000) + "]"},
		{"Project", strings.Repeat("- name: {en: A, ko: 가}\n  amount: 82_000_000\n", 500)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Decode("project.yaml", []byte(c.text))
			}
		})
	}
}

// deepIndent nests maps by indentation, about a mebibyte of them.
func deepIndent() string {
	var b strings.Builder
	for i := range 1400 {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// FuzzPatch makes edits of random bytes and holds what a patch promises: the
// text that it returns decodes to the tree that the edits mean, and lines
// without an edit are still there.
func FuzzPatch(f *testing.F) {
	for i, s := range append(seeds, patched) {
		f.Add([]byte(s), []byte{byte(i), 1, 2, 3, byte(i * 7), 2, 0, 9}, "new 값: # '\"")
	}
	f.Fuzz(func(t *testing.T, data, choices []byte, text string) {
		file, found := Decode("project.yaml", data)
		if file.Root == nil || len(found) > 0 || len(data) > 1<<14 || checkText("", []byte(text)) != nil || len(text) > 100 {
			return
		}
		var all []*Value
		file.Root.Walk(func(v *Value) { all = append(all, v) })
		var edits []Edit
		for i := 0; i+1 < len(choices) && len(edits) < 4; i += 2 {
			edits = append(edits, anyEdit(all[int(choices[i])%len(all)], choices[i+1], text))
		}
		out, found := Patch(file, edits)
		checkFindings(t, found)
		if (out == nil) != (len(found) > 0) {
			t.Fatal("neither a text nor a finding")
		}
		if out != nil {
			checkPatched(t, file, edits, out)
		}
	})
}

func anyEdit(v *Value, choice byte, text string) Edit {
	values := []*Value{NewText(text), NewNumber("1234567"), NewBool(true), mapped("k", NewText(text), "n", NewNumber("2000"))}
	value := values[int(choice/4)%len(values)]
	switch choice % 4 {
	case 0:
		return Set(v.Path, value)
	case 1:
		return Append(v.Path, value)
	case 2:
		return Insert(v.Path, "new", value)
	}
	return Remove(v.Path)
}

// checkPatched looks at a patched text without the tree that Patch compares.
func checkPatched(t *testing.T, before *File, edits []Edit, out []byte) {
	after, found := Decode("project.yaml", out)
	if len(found) > 0 {
		t.Fatalf("%q does not decode: %v", out, found)
	}
	removed := false
	for _, e := range edits {
		removed = removed || e.op == removing
	}
	for _, e := range edits {
		if v := after.Root.Find(e.Path); !removed && e.op == setting && e.value.IsScalar() && len(edits) == 1 &&
			strings.ReplaceAll(strings.TrimSuffix(v.Text, "\n"), "_", "") != strings.TrimSuffix(strings.ReplaceAll(e.value.Text, "_", ""), "\n") {
			t.Fatalf("%s is %q in %q", e.Path, v.Text, out)
		}
	}
	if removed {
		return
	}
	before.Root.Walk(func(v *Value) {
		now := after.Root.Find(v.Path)
		for _, e := range edits {
			if strings.HasPrefix(v.Path, e.Path) || strings.HasPrefix(e.Path, v.Path) {
				return
			}
		}
		if now == nil || !same(v, now) {
			t.Fatalf("%s changed, too: %q", v.Path, out)
		}
	})
	for _, line := range strings.Split(string(before.Data), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "#") && !strings.Contains(string(out), strings.TrimSpace(line)) {
			t.Fatalf("a comment is gone: %q from %q", line, out)
		}
	}
}
