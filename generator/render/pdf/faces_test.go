package pdf

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"golang.org/x/image/font/sfnt"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func TestSubsetHasWhatIsPrinted(t *testing.T) {
	set := &faceSet{faces: testFaces(t)}
	for id, s := range map[FaceID]string{
		Regular: "Agreement ệợőẞ 제12조(귀속) ㈜₩€", Bold: "뷁 Hợp", RegularFallback: "国団仮研究", BoldFallback: "国",
	} {
		runes := []rune(s)
		slices.Sort(runes)
		runes = slices.Compact(runes)
		full := set.face(id)
		data := full.subset(runes)
		if len(data) > 60_000 {
			t.Errorf("%v: the subset has %d bytes", id, len(data))
		}
		cut, err := parseFace(data)
		if err != nil {
			t.Fatal(id, err)
		}
		parsed, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(id, err)
		}
		var buf sfnt.Buffer
		for _, r := range runes {
			want, _ := full.advance(r)
			got, ok := cut.advance(r)
			if !ok || got != want {
				t.Errorf("%v %c: advance %d, want %d", id, r, got, want)
			}
			segments, err := parsed.LoadGlyph(&buf, sfnt.GlyphIndex(cut.glyphs[r]), 1000<<6, nil)
			if err != nil || len(segments) == 0 && r != ' ' {
				t.Errorf("%v %c: the subset has no outline: %v", id, r, err)
			}
		}
		if _, ok := cut.advance('Q'); ok {
			t.Errorf("%v: the subset has more than was asked for", id)
		}
	}
}

// TestDamagedFontIsAnError: no damage to a font makes the reader fail hard.
func TestDamagedFontIsAnError(t *testing.T) {
	good := (&faceSet{faces: testFaces(t)}).face(Regular).subset([]rune("Aéệ제조"))
	for i := 0; i < len(good); i += 1 + i/600 {
		for _, b := range []byte{0, 0xFF, good[i] + 1} {
			bad := bytes.Clone(good)
			bad[i] = b
			if f, err := parseFace(bad); err == nil {
				var runes []rune
				for _, r := range "Aéệ제조" {
					if _, ok := f.advance(r); ok {
						runes = append(runes, r)
					}
				}
				f.subset(runes)
			}
		}
	}
	for n := range 400 {
		if _, err := parseFace(good[:n]); err == nil {
			t.Fatalf("a font of %d bytes was read", n)
		}
	}
}

func TestMissingFontFile(t *testing.T) {
	if _, err := LoadFaces(fstest.MapFS{}, "fonts"); err == nil {
		t.Error("no error")
	}
}

func TestDamagedFontFile(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, "not a font")
	z.Close()
	for name, data := range map[string][]byte{"not packed": []byte("x"), "not a font": packed.Bytes()} {
		files := fstest.MapFS{}
		for _, n := range faceNames {
			files["fonts/"+n+".ttf.gz"] = &fstest.MapFile{Data: data}
		}
		f, err := LoadFaces(files, "fonts")
		if err != nil {
			t.Fatal(err)
		}
		l, _, found := Layout(resolved(doc.Document{Blocks: []doc.Block{&doc.Paragraph{Text: say("text")}}}), testStyle(t, "letter"), f)
		if len(found) > 0 {
			t.Errorf("%s: the user's data is blamed: %v", name, found)
		}
		if _, err := Render(l, testMeta(t, diag.English)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzParseFace(f *testing.F) {
	faces, err := fonts()
	if err != nil {
		f.Fatal(err)
	}
	f.Add((&faceSet{faces: faces}).face(Bold).subset([]rune("Aệ가")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if face, err := parseFace(data); err == nil {
			face.subset(nil)
		}
	})
}

func TestFontLicencesAreThere(t *testing.T) {
	for _, name := range []string{"LICENSE-Pretendard.txt", "LICENSE-NotoSansKR.txt", "README.md"} {
		if _, err := os.Stat("../../../templates/fonts/" + name); err != nil {
			t.Error(err)
		}
	}
}
