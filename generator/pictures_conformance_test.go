//go:build conformance

package generator

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// pictured is a page that is compared as a picture. Pages count from 1, or from
// the last, which is -1.
type pictured struct {
	example, file string
	page          int
	draft         bool
}

var picturedPages = []pictured{
	{"two-party", "agreement/us1.en.pdf", 1, false},
	{"two-party", "agreement/us1.en.pdf", 3, false},
	{"two-party", "agreement/us1.en.pdf", 4, false},
	{"two-party", "agreement/us1.en.pdf", 12, false},
	{"two-party", "agreement/us1.en.pdf", 35, false},
	{"two-party", "agreement/us1.ko.pdf", 1, false},
	{"two-party", "agreement/us1.ko.pdf", 5, false},
	{"two-party", "agreement/us1.ko.pdf", -4, false},
	{"two-party", "agreement/us1.en-ko.pdf", 3, false},
	{"two-party", "agreement/us1.en-ko.pdf", 7, false},
	{"two-party", "agreement/us1.en-ko.pdf", -6, false},
	{"two-party", "agreement/us1.en.annotated.pdf", 8, false},
	{"two-party", "agreement/us1.en.pdf", 5, true},
	{"two-party", "agreement/us1.signing-kit.ko.pdf", 1, false},
	{"two-party", "letters/loi-us1.en.pdf", 1, false},
	{"two-party", "letters/loi-us1.ko.pdf", 1, false},
	{"two-party", "letters/submission-letter.ko.pdf", 1, false},
	{"two-party", "budget/budget.pdf", 1, false},
	{"two-party", "budget/budget.pdf", 2, false},
	{"two-party", "compliance/report.ko.pdf", 1, false},
	{"two-party", "compliance/todo-US1.en.pdf", 1, false},
	{"two-party", "timeline/timeline.ko.pdf", 1, false},
	{"two-party", "proposal/fund-use.ko.pdf", 1, false},
	{"nine-parties", "index.pdf", 1, false},
	{"nine-parties", "compliance/report.en.pdf", 1, false},
	{"nine-parties", "agreement/us1.en-ko.pdf", 1, false},
}

// A picture is another one if more than a part in pixelShare of its pixels differ
// by more than pixelTolerance of 255 shades of grey: poppler draws the same file
// alike, and a line that moves by a point is well above.
const (
	pixelTolerance = 64
	pixelShare     = 400
)

// TestPicturesOfPages compares chosen pages with pictures that a person has looked
// at. A failure writes an HTML page with both and with what differs, in the folder
// that PICTURES names or in a temporary one. With -update the pictures are made anew.
func TestPicturesOfPages(t *testing.T) {
	t.Parallel()
	built := map[string]map[string][]byte{}
	var report strings.Builder
	dir := t.TempDir()
	for _, p := range picturedPages {
		key := p.example + strconv.FormatBool(p.draft)
		if built[key] == nil {
			out, err := Build(World{Dir: os.DirFS("../data/examples"), Name: p.example + ".yaml"}, Options{Draft: p.draft})
			if err != nil {
				t.Fatal(err)
			}
			built[key] = map[string][]byte{}
			for _, d := range out.documents {
				built[key][d.file] = d.data
			}
		}
		got, err := picture(dir, built[key][p.file], p.page)
		if err != nil {
			t.Errorf("%s %s: %v", p.example, p.file, err)
			continue
		}
		name := fmt.Sprintf("%s-%s-%d.png", p.example, strings.NewReplacer("/", "-", ".pdf", "").Replace(p.file), p.page)
		if p.draft {
			name = "draft-" + name
		}
		kept := filepath.Join("testdata", "pictures", name)
		if updating() {
			if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(kept, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(kept)
		if err != nil {
			t.Error(err)
			continue
		}
		if difference, share := compared(t, want, got); share > 0 {
			t.Errorf("%s: %d of 10,000 pixels differ", name, share)
			fmt.Fprintf(&report, "<h2>%s</h2><p>before, after, what differs</p>", name)
			for _, data := range [][]byte{want, got, difference} {
				fmt.Fprintf(&report, `<img alt="" src="data:image/png;base64,%s"> `, base64.StdEncoding.EncodeToString(data))
			}
		}
	}
	if report.Len() > 0 {
		t.Log("look at " + differencePage(t, report.String()))
	}
}

// picture draws one page of a file in shades of grey, 50 dots to the inch.
func picture(dir string, data []byte, page int) ([]byte, error) {
	file := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return nil, err
	}
	if page < 0 {
		info, err := exec.Command("pdfinfo", file).Output()
		if err != nil {
			return nil, err
		}
		_, rest, _ := strings.Cut(string(info), "Pages:")
		count, err := strconv.Atoi(strings.Fields(rest + " ?")[0])
		if err != nil {
			return nil, err
		}
		page += count + 1
	}
	n := strconv.Itoa(page)
	out, err := exec.Command("pdftoppm", "-r", "50", "-gray", "-png", "-f", n, "-l", n, file).Output()
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("there is no page %d", page)
	}
	drawn, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		return nil, err
	}
	grey := image.NewGray(drawn.Bounds()) // poppler writes three channels all the same
	draw.Draw(grey, grey.Bounds(), drawn, drawn.Bounds().Min, draw.Src)
	return shrunk(grey)
}

// shrunk writes a picture as small as it goes.
func shrunk(m *image.Gray) ([]byte, error) {
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, m)
	return out.Bytes(), err
}

// greys reads a picture of one channel of 8 bits and refuses any other.
func greys(t *testing.T, data []byte) *image.Gray {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	grey, ok := m.(*image.Gray)
	if !ok {
		t.Fatalf("the picture is %T and not of one channel", m)
	}
	return grey
}

// compared returns what differs of two pictures, in black on white, and how many
// of 10,000 pixels do if they are too many.
func compared(t *testing.T, want, got []byte) ([]byte, int) {
	t.Helper()
	a, b := greys(t, want), greys(t, got)
	if a.Bounds() != b.Bounds() {
		return got, 10000
	}
	out, differ := image.NewGray(a.Bounds()), 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			d := int(a.GrayAt(x, y).Y) - int(b.GrayAt(x, y).Y)
			out.SetGray(x, y, color.Gray{255})
			if max(d, -d) > pixelTolerance {
				differ++
				out.SetGray(x, y, color.Gray{0})
			}
		}
	}
	all := a.Bounds().Dx() * a.Bounds().Dy()
	if differ*pixelShare <= all {
		return nil, 0
	}
	data, err := shrunk(out)
	if err != nil {
		t.Fatal(err)
	}
	return data, differ * 10000 / all
}

// differencePage writes the page about what differs and returns its path.
func differencePage(t *testing.T, report string) string {
	t.Helper()
	dir := os.Getenv("PICTURES")
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "pictures"); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "pictures.html")
	page := "<!doctype html><meta charset=utf-8><title>Pages that look different</title><style>img{border:1px solid #999}</style>" + report
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
