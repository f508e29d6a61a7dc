package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func render(t testing.TB, r *doc.Resolved) []byte {
	t.Helper()
	out, err := Render(lay(t, r), testMeta(t, r.Lang))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// renderAs renders at a level of PDF/A.
func renderAs(t testing.TB, r *doc.Resolved, a Archive) []byte {
	t.Helper()
	meta := testMeta(t, r.Lang)
	meta.Archive = a
	out, err := Render(lay(t, r), meta)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSameBytes(t *testing.T) {
	for name := range samples(t) {
		if !bytes.Equal(render(t, samples(t)[name]), render(t, samples(t)[name])) {
			t.Errorf("%s: two renderings differ", name)
		}
	}
}

// TestFacesAreShared renders at the same time with faces that nobody has opened.
func TestFacesAreShared(t *testing.T) {
	faces, err := newFonts()
	if err != nil {
		t.Fatal(err)
	}
	want := render(t, report())
	style, meta := testStyle(t, "report"), testMeta(t, diag.Korean)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			l, _, _ := Layout(report(), style, faces)
			got, err := Render(l, meta)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("a rendering differs or fails: %v", err)
			}
		})
	}
	wait.Wait()
}

// TestFileIsSound reads a file of level 1b back, whose objects all stand by
// themselves: every object is named by another one, all streams unpack, and what
// the catalog must say is there.
func TestFileIsSound(t *testing.T) {
	named := regexp.MustCompile(`\b(\d+) 0 R\b`)
	for name, r := range samples(t) {
		out := renderAs(t, r, Archive1b)
		if !bytes.HasPrefix(out, []byte("%PDF-1.4\n")) || !bytes.HasSuffix(out, []byte("\n%%EOF\n")) {
			t.Errorf("%s: begins or ends wrongly", name)
		}
		objects, err := readObjects(out)
		if err != nil {
			t.Fatal(name, err)
		}
		seen := map[string]bool{}
		for i, o := range objects {
			head, body, isStream := bytes.Cut(o, streamStart)
			for _, m := range named.FindAllSubmatch(head, -1) {
				seen[string(m[1])] = true
			}
			if isStream && bytes.Contains(head, []byte("/FlateDecode")) {
				z, err := zlib.NewReader(bytes.NewReader(bytes.TrimSuffix(body, streamEnd)))
				if err != nil {
					t.Fatalf("%s: object %d: %v", name, i+1, err)
				}
				if _, err := io.Copy(io.Discard, z); err != nil {
					t.Errorf("%s: object %d: %v", name, i+1, err)
				}
			}
		}
		trailer := out[bytes.LastIndex(out, []byte("trailer")):]
		for _, m := range named.FindAllSubmatch(trailer, -1) {
			seen[string(m[1])] = true
		}
		for i := range objects {
			if !seen[strconv.Itoa(i+1)] {
				t.Errorf("%s: nothing names object %d: %.80q", name, i+1, objects[i])
			}
		}
		for _, want := range []string{
			"/Lang (" + string(r.Lang) + ")", "/DisplayDocTitle true", "/Metadata ", "(D:20240701000000Z)",
			"<xmp:ModifyDate>2024-07-01T00:00:00Z</xmp:ModifyDate>", "/ID [<",
			"<pdfaid:part>1</pdfaid:part>", "/DestOutputProfile ", "/CIDSet ",
		} {
			if !bytes.Contains(out, []byte(want)) {
				t.Errorf("%s: the file has no %s", name, want)
			}
		}
		if bytes.Contains(out, []byte("/Count 0>>")) || bytes.Contains(out, []byte("/utf8face")) {
			t.Errorf("%s: the library's own forms are left", name)
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	l, meta := lay(t, letter()), testMeta(t, diag.English)
	undated, strange, newer := meta, meta, meta
	undated.Date, strange.Lang, newer.Archive = calendar.Date{}, "en) /X (", "4"
	for name, call := range map[string]func() ([]byte, error){
		"no pages":   func() ([]byte, error) { return Render(&Laid{faces: testFaces(t)}, meta) },
		"no date":    func() ([]byte, error) { return Render(l, undated) },
		"a level":    func() ([]byte, error) { return Render(l, newer) },
		"a language": func() ([]byte, error) { return Render(l, strange) },
		"bad marks": func() ([]byte, error) {
			return Render(&Laid{Pages: make([]Page, 1), Bookmarks: []Bookmark{{Target: 9}}}, meta)
		},
	} {
		if out, err := call(); err == nil || out != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestMetaTextIsHarmless(t *testing.T) {
	meta := testMeta(t, diag.Korean)
	meta.Title, meta.Author = "a\xff😀(\\)\x00<b>&", "]]>\"'"
	out, err := Render(lay(t, letter()), meta)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("<b>")) {
		t.Error("the meta data is not escaped")
	}
}

func TestDamagedFileOfTheLibrary(t *testing.T) {
	for _, raw := range []string{"", "startxref\n", "startxref\n99\n", "startxref\n0\n%%EOF", "xref\n0 1\n0000000009 00000 n \nstartxref\n0\n"} {
		if _, err := finish([]byte(raw), nil, nil, nil, testMeta(t, diag.English)); err == nil {
			t.Errorf("%q: no error", raw)
		}
	}
}
