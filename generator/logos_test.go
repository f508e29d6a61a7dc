package generator

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/render/pdf"
)

// withLogo is the two-party example with a logo for the institution abroad.
func withLogo(t *testing.T, logo string, data []byte) World {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../data/examples")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "two-party.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("  - id: US1\n"), []byte("  - id: US1\n    logo: "+logo+"\n"), 1)
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if data != nil {
		if err := os.WriteFile(filepath.Join(dir, logo), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return World{Dir: os.DirFS(dir), Name: "two-party.yaml"}
}

func ring(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/logos/northfield.png")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestLogoStandsOnTheLetter: the letter of the institution has its logo, once, and
// no other document has; the file travels with the pack.
func TestLogoStandsOnTheLetter(t *testing.T) {
	w := withLogo(t, "northfield.png", ring(t))
	out, err := Build(w, Options{})
	if err != nil || out.Findings.Has(diag.Blocking) {
		t.Fatal(err, out.Findings)
	}
	s, err := load(w, Options{Lang: diag.English})
	if err != nil {
		t.Fatal(err)
	}
	faces, err := builtInFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range out.documents {
		style, _, err := s.style(d.typ.Style)
		if err != nil {
			t.Fatal(err)
		}
		laid, _, _ := pdf.Layout(d.settled, style, faces)
		n := 0
		for i := range laid.Pages {
			for _, m := range laid.Pages[i].Images {
				n++
				if i > 0 || m.X < style.Margins.Inner || m.X+m.W > laid.Width-style.Margins.Outer || m.W*120 != m.H*300 && m.W*120/300-m.H > 1 {
					t.Errorf("%s: the logo stands at %d, %d by %d", d.file, m.X, m.W, m.H)
				}
				if alt := laid.Elements[m.Element].Alt; alt != "Logo of Northfield Example School of Medicine" {
					t.Errorf("%s: it is read as %q", d.file, alt)
				}
			}
		}
		want := 0
		if d.file == "letters/loi-us1.en.pdf" {
			want = 1
		}
		if n != want {
			t.Errorf("%s has %d logos", d.file, n)
		}
	}
	travels := false
	for _, f := range out.Files {
		travels = travels || f.Path == "inputs/northfield.png" && bytes.Equal(f.Data, ring(t))
	}
	if !travels {
		t.Error("the logo does not travel with the pack")
	}
}

func encoded(t *testing.T, m image.Image, asJPEG bool) []byte {
	t.Helper()
	var b bytes.Buffer
	err := png.Encode(&b, m)
	if asJPEG {
		b.Reset()
		err = jpeg.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLogosOfAllKinds: every kind of picture comes out opaque and in its colours;
// what is none, or too much, is refused in words.
func TestLogosOfAllKinds(t *testing.T) {
	box := image.Rect(0, 0, 40, 40)
	clear := image.NewNRGBA(box) // nothing but transparent black
	half := image.NewNRGBA(box)
	deep := image.NewRGBA64(box)
	grey := image.NewGray(box)
	few := image.NewPaletted(box, color.Palette{color.White, color.NRGBA{255, 0, 0, 255}})
	for y := range 40 {
		for x := range 40 {
			half.SetNRGBA(x, y, color.NRGBA{0, 0, 255, 128})
			deep.SetRGBA64(x, y, color.RGBA64{0xFFFF, 0x8000, 0, 0xFFFF})
			grey.SetGray(x, y, color.Gray{100})
			few.SetColorIndex(x, y, 1)
		}
	}
	for name, tt := range map[string]struct {
		data []byte
		want [3]byte
	}{
		"transparent": {encoded(t, clear, false), [3]byte{255, 255, 255}},
		"half":        {encoded(t, half, false), [3]byte{127, 127, 255}},
		"16 bits":     {encoded(t, deep, false), [3]byte{255, 128, 0}},
		"grey":        {encoded(t, grey, false), [3]byte{100, 100, 100}},
		"palette":     {encoded(t, few, false), [3]byte{255, 0, 0}},
		"jpeg":        {encoded(t, grey, true), [3]byte{100, 100, 100}},
	} {
		p, fault := logoOf(tt.data)
		if p == nil || p.Width != 40 || len(p.RGB) != 3*40*40 || [3]byte(p.RGB[:3]) != tt.want {
			t.Errorf("%s: %v, %s", name, p, fault.EN)
		}
	}
	good := ring(t)
	huge := bytes.Clone(good)
	binary.BigEndian.PutUint32(huge[16:], 1<<20)
	binary.BigEndian.PutUint32(huge[20:], 1<<20)
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("logo"), "gif": []byte("GIF89a\x28\x00\x28\x00\x80\x00\x00"), "head": good[:20], "cut off": good[:len(good)-200],
		"huge": huge, "one dot": encoded(t, image.NewGray(image.Rect(0, 0, 1, 1)), false),
	} {
		if p, fault := logoOf(data); p != nil || fault.EN == "" || fault.KO == "" {
			t.Errorf("%s is taken: %+v", name, fault)
		}
	}
}

// TestBrokenLogoIsAFinding at the line that names it.
func TestBrokenLogoIsAFinding(t *testing.T) {
	for logo, tt := range map[string]struct {
		data []byte
		code string
	}{
		"missing.png": {nil, "LOGO-FILE"}, "received": {nil, "LOGO-FILE"}, "text.png": {[]byte("x"), "LOGO-PICTURE"},
	} {
		out, err := Build(withLogo(t, logo, tt.data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range out.Findings {
			found = found || f.Code == tt.code && f.Severity == diag.Blocking && strings.HasSuffix(f.Path, "logo") && f.Place.Line > 0
		}
		if !found || len(out.Files) > 0 {
			t.Errorf("%s: %v, %d files", logo, out.Findings, len(out.Files))
		}
	}
}
