package received_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/generator/received"
)

// part is a part of an archive.
type part struct{ name, text string }

func archive(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		out, err := w.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../readback/pdftext/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// samples returns one sound file of each kind, by its name.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 40, 30))
	rand.New(rand.NewSource(1)).Read(picture.Pix)
	var p, j, x bytes.Buffer
	book := excelize.NewFile()
	if err := errors.Join(png.Encode(&p, picture), jpeg.Encode(&j, picture, nil), book.Write(&x), book.Close()); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"a.pdf": fixture(t, "streams.pdf"), "a.png": p.Bytes(), "a.jpg": j.Bytes(), "a.xlsx": x.Bytes(),
		"a.docx": archive(t, part{"[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`}, part{"word/document.xml", "<w:document/>"}),
		"a.hwpx": archive(t, part{"mimetype", "application/hwp+zip"}, part{"Contents/content.hpf", "<opf:package/>"}, part{"Contents/section0.xml", "<hs:sec/>"}),
		"a.zip":  archive(t, part{"letter.txt", strings.Repeat("a letter ", 100)}),
		"a.txt":  []byte("서신 본문\r\nLetter\n"),
	}
}

// TestSound: whole files are what their endings say, capital or not.
func TestSound(t *testing.T) {
	for name, data := range samples(t) {
		want := received.File{Kind: strings.TrimPrefix(name, "a.")}
		if want.Kind == "pdf" {
			want.Pages = 3
		}
		for _, name := range []string{name, strings.ToUpper(name)} {
			if got, err := received.Look(name, data); err != nil || got != want {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
		}
	}
	if got, err := received.Look("scan.JPEG", samples(t)["a.jpg"]); err != nil || got.Kind != "jpg" {
		t.Errorf("%+v, %v", got, err)
	}
	if !slices.Contains(received.Endings(), "jpeg") || received.Ending("a/B.Jpeg") != "jpg" || received.Ending("a") != "" {
		t.Errorf("endings: %v", received.Endings())
	}
}

// TestCutOff: a file that is cut off anywhere is never taken for a whole one,
// except text.
func TestCutOff(t *testing.T) {
	for name, data := range samples(t) {
		if name == "a.txt" {
			continue
		}
		for n := 1; n < len(data); n += max(1, len(data)/97) {
			if _, err := received.Look(name, data[:n]); !errors.Is(err, received.ErrDamaged) {
				if name == "a.pdf" && n > len(data)-6 { // only the end mark is missing
					continue
				}
				t.Errorf("%s cut off at %d of %d: %v", name, n, len(data), err)
			}
		}
	}
}

// TestOfAnotherKind: a file under the ending of another kind is noticed, except
// that any archive is one.
func TestOfAnotherKind(t *testing.T) {
	all := samples(t)
	for name, data := range all {
		for other := range all {
			isArchive := bytes.HasPrefix(data, []byte("PK"))
			if other == name || other == "a.zip" && isArchive {
				continue
			}
			if _, err := received.Look(other, data); !errors.Is(err, received.ErrOther) {
				t.Errorf("%s named %s: %v", name, other, err)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
	secret := append(bytes.Clone(ole), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	locked := archive(t, part{"a", "b"})
	for _, mark := range []string{"PK\x03\x04", "PK\x01\x02"} { // the flags stand behind the versions
		at := bytes.Index(locked, []byte(mark)) + map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8}[mark]
		locked[at] |= 1
	}
	flipped := samples(t)["a.png"]
	flipped[len(flipped)/2] ^= 1
	wide := bytes.Clone(samples(t)["a.jpg"])
	frame := bytes.Index(wide, []byte("\xff\xc0"))
	copy(wide[frame+5:], "\xff\xff\xff\xff")
	for name, c := range map[string]struct {
		file string
		data []byte
		want error
	}{
		"empty":               {"a.pdf", nil, received.ErrEmpty},
		"no ending":           {"letter", []byte("a"), received.ErrEnding},
		"another ending":      {"letter.exe", []byte("MZ"), received.ErrEnding},
		"with a password":     {"a.pdf", fixture(t, "user-256.pdf"), received.ErrLocked},
		"an office document":  {"a.docx", secret, received.ErrLocked},
		"an old document":     {"a.docx", ole, received.ErrOther},
		"an archive":          {"a.zip", locked, received.ErrLocked},
		"a Korean document":   {"a.hwpx", archive(t, part{"mimetype", "application/hwp+zip"}, part{"META-INF/manifest.xml", "<odf:encryption-data/>"}), received.ErrLocked},
		"without its content": {"a.hwpx", archive(t, part{"mimetype", "application/hwp+zip"}), received.ErrDamaged},
		"a bomb":              {"a.zip", archive(t, part{"a", strings.Repeat("\x00", 300<<20)}), received.ErrTooLarge},
		"a changed byte":      {"a.png", flipped, received.ErrDamaged},
		"too many pixels":     {"a.jpg", wide, received.ErrTooLarge},
		"blank text":          {"a.txt", []byte(" \n"), received.ErrEmpty},
		"another encoding":    {"a.txt", []byte("\xb0\xe8\xbe\xe0"), received.ErrOther},
	} {
		if _, err := received.Look(c.file, c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// FuzzLook: no bytes make a reader panic, and a file is refused for one of the
// reasons.
func FuzzLook(f *testing.F) {
	reasons := []error{received.ErrEmpty, received.ErrEnding, received.ErrOther, received.ErrDamaged, received.ErrLocked, received.ErrTooLarge}
	for name, data := range samples(f) {
		f.Add(name, data)
		f.Add(name, data[:len(data)/2])
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got, err := received.Look(name, data)
		if err != nil && !slices.Contains(reasons, err) {
			t.Error(err)
		}
		if err == nil && (got.Kind == "" || got.Kind == "pdf" && got.Pages == 0) {
			t.Errorf("%q: %+v", name, got)
		}
	})
}
