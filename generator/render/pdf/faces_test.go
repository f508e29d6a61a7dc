package pdf

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

func TestSubsetHasWhatIsPrinted(t *testing.T) {
	set := newFaceSet(testFaces(t))
	for name, s := range map[string]string{
		"Pretendard-Regular": "Agreement ệợőẞ 제12조(귀속) ㈜₩€", "Pretendard-Bold": "뷁 Hợp", "NotoSansKR-Regular": "国団仮研究",
		"NotoSansKR-Bold": "国", "GowunBatang-Regular": "Agreement ệőẞ 제12조(귀속) ㈜₩€①", "GowunBatang-Bold": "뷁 Hà",
	} {
		id := faceNamed(t, set, name)
		runes := []rune(s)
		slices.Sort(runes)
		runes = slices.Compact(runes)
		full := set.face(id)
		data, count := full.subset(runes)
		if count <= len(runes) {
			t.Errorf("%v: %d glyphs for %d characters", name, count, len(runes))
		}
		if len(data) > 60_000 {
			t.Errorf("%v: the subset has %d bytes", name, len(data))
		}
		cut, err := parseFace(data)
		if err != nil {
			t.Fatal(name, err)
		}
		parsed, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(name, err)
		}
		var buf sfnt.Buffer
		for _, r := range runes {
			want, _ := full.advance(r)
			got, ok := cut.advance(r)
			if !ok || got != want {
				t.Errorf("%v %c: advance %d, want %d", name, r, got, want)
			}
			segments, err := parsed.LoadGlyph(&buf, sfnt.GlyphIndex(cut.glyphs[r]), 1000<<6, nil)
			if err != nil || len(segments) == 0 && r != ' ' {
				t.Errorf("%v %c: the subset has no outline: %v", name, r, err)
			}
		}
		if _, ok := cut.advance('Q'); ok {
			t.Errorf("%v: the subset has more than was asked for", name)
		}
	}
}

// TestDamagedFontIsAnError: no damage to a font makes the reader fail hard.
func TestDamagedFontIsAnError(t *testing.T) {
	set := newFaceSet(testFaces(t))
	good, _ := set.face(0).subset([]rune("Aéệ제조"))
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

func faceNamed(t testing.TB, s *faceSet, name string) FaceID {
	t.Helper()
	for id, f := range s.faces.fonts {
		if f.name == name {
			return FaceID(id)
		}
	}
	t.Fatalf("there is no face %s", name)
	return 0
}

func TestDamagedFontFile(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, "not a font")
	z.Close()
	for name, data := range map[string][]byte{"not packed": []byte("x"), "not a font": packed.Bytes()} {
		font := []*Font{NewFont("Some", func() ([]byte, error) { return data, nil })}
		f, err := NewFaces(Family{Name: "sans", Regular: font, Bold: font})
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
	seed, _ := newFaceSet(faces).face(0).subset([]rune("Aệ가"))
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		font := NewFont("Some", func() ([]byte, error) { return data, nil })
		if font.Check() != nil {
			return
		}
		face, _ := font.open()
		var runes []rune
		for r := range rune(0x180) {
			if _, ok := face.advance(r); ok {
				runes = append(runes, r)
			}
		}
		face.subset(runes)
		face.descriptor()
		faces, err := NewFaces(Family{Name: "x", Regular: []*Font{font}, Bold: []*Font{font}})
		if err != nil {
			t.Fatal(err)
		}
		set := newFaceSet(faces)
		for i := 1; i < min(len(runes), 20); i++ {
			set.kern(0, runes[i-1], runes[i])
		}
	})
}

func TestFontLicencesAreThere(t *testing.T) {
	for _, name := range []string{"LICENSE-Pretendard.txt", "LICENSE-NotoSansKR.txt", "LICENSE-GowunBatang.txt", "README.md"} {
		if _, err := os.Stat("../../../templates/fonts/" + name); err != nil {
			t.Error(err)
		}
	}
}
