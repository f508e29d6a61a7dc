package pdftext

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPagesOfOthers counts the pages of files that another program wrote: with
// tables and objects in streams, for viewing while loading, and encrypted in
// every way. Those called owner open without a password, those called user do
// not.
func TestPagesOfOthers(t *testing.T) {
	names, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n, err := Pages(data)
		if strings.Contains(name, "user-") {
			if !errors.Is(err, ErrSecret) {
				t.Errorf("%s: %d pages, %v, want that it needs a password", name, n, err)
			}
			continue
		}
		if n != 3 || err != nil {
			t.Errorf("%s: %d pages, %v, want 3", name, n, err)
		}
		for _, cut := range []int{len(data) / 2, len(data) - 40} {
			if n, err := Pages(data[:cut]); err == nil {
				t.Errorf("%s cut off at %d: %d pages", name, cut, n)
			}
		}
	}
}

// TestPagesOfOwn counts those of a file as the program writes them, and refuses
// what is not whole.
func TestPagesOfOwn(t *testing.T) {
	sound := build(type0, identity, "", "", "")
	for name, c := range map[string]struct {
		data []byte
		want int
		err  error
	}{
		"sound":               {sound, 3, nil},
		"nothing":             {nil, 0, ErrDamaged},
		"a beginning":         {[]byte("%PDF-1.7\n"), 0, ErrDamaged},
		"cut off":             {sound[:len(sound)*2/3], 0, ErrDamaged},
		"moved":               {bytes.Replace(sound, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n% more\n"), 1), 0, ErrDamaged},
		"no pages":            {build(type0, identity), 0, ErrDamaged},
		"no catalog":          {bytes.Replace(sound, []byte("/Root 1 0 R"), []byte("/Boot 1 0 R"), 1), 0, ErrDamaged},
		"a page is elsewhere": {bytes.Replace(sound, []byte("/Kids [6 0 R"), []byte("/Kids [5 0 R"), 1), 0, ErrDamaged},
		"a ring of pages":     {bytes.Replace(sound, []byte("/Kids [6 0 R"), []byte("/Kids [2 0 R"), 1), 0, ErrTooLarge},
		"another lock":        {bytes.Replace(sound, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt <</Filter /Other>>"), 1), 0, ErrSecret},
		"too large":           {append(bytes.Clone(sound), make([]byte, maxFile)...), 0, ErrTooLarge},
	} {
		if n, err := Pages(c.data); n != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %d pages, %v, want %d, %v", name, n, err, c.want, c.err)
		}
	}
}

// FuzzPages: no bytes make the reader panic or run on, and what it refuses it
// refuses for one of its reasons.
func FuzzPages(f *testing.F) {
	names, err := filepath.Glob("testdata/*.pdf")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)/2])
		for _, c := range []struct{ old, new string }{{"/W [", "/W [ 9"}, {"/N ", "/N 9"}, {"/Index [", "/Index [9"}, {"/First ", "/First 9"}, {"/Columns ", "/Columns 9"}} {
			f.Add(bytes.ReplaceAll(data, []byte(c.old), []byte(c.new)))
		}
	}
	f.Add(build(type0, identity, ""))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := Pages(data)
		if err == nil && n == 0 {
			t.Error("no pages and no error")
		}
		if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrForm) && !errors.Is(err, ErrSecret) {
			t.Error(err)
		}
	})
}
