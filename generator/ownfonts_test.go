package generator

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pactwright/generator/diag"
	"pactwright/generator/render/pdf"
	"pactwright/templates"
)

// houseFont is a TrueType font that an office could have: the built-in serif, which
// the project of the test calls otherwise.
func houseFont(t *testing.T) []byte {
	t.Helper()
	packed, err := fs.ReadFile(templates.Files, "fonts/GowunBatang-Regular.ttf.gz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const houseFamilies = `families:
  - name: house
    regular: [House-Regular.ttf]
    bold: [House-Regular.ttf, GowunBatang-Bold.ttf.gz]
`

// withFonts is the two-party example of an office whose letters are set in fonts of
// its own.
func withFonts(t *testing.T, families string, font []byte) World {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../data/examples")); err != nil {
		t.Fatal(err)
	}
	style, err := fs.ReadFile(templates.Files, "styles/letter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"styles/letter.yaml":      append([]byte("family: house\n"), style...),
		"fonts/families.yaml":     []byte(families),
		"fonts/House-Regular.ttf": font,
	} {
		if data == nil {
			continue
		}
		file := filepath.Join(dir, "templates", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return World{Dir: os.DirFS(dir), Name: "two-party.yaml"}
}

// TestLettersInFontsOfTheOffice: letters carry the fonts of the office and other
// documents do not; a pack made from the inputs of the first is the same.
func TestLettersInFontsOfTheOffice(t *testing.T) {
	plain := Options{Archive: pdf.Archive1b} // its objects can be read as they are
	first, err := Build(withFonts(t, houseFamilies, houseFont(t)), plain)
	if err != nil || first.Findings.Has(diag.Blocking) {
		t.Fatal(err, first.Findings)
	}
	dir, letters := t.TempDir(), 0
	for _, f := range first.Files {
		if name, ok := strings.CutPrefix(f.Path, "inputs/"); ok {
			file := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		isLetter := strings.HasPrefix(f.Path, "letters/") && strings.HasSuffix(f.Path, ".pdf")
		if isLetter {
			letters++
		}
		if is := bytes.Contains(f.Data, []byte("+House-Regular")); is && !isLetter {
			t.Errorf("%s is set in the fonts of letters", f.Path)
		} else if isLetter && !is {
			t.Errorf("%s is not set in the fonts of the office", f.Path)
		}
	}
	if letters == 0 {
		t.Fatal("there is no letter")
	}
	again, err := Build(World{Dir: os.DirFS(dir), Name: "two-party.yaml"}, plain)
	if err != nil || len(again.Files) != len(first.Files) {
		t.Fatal(err, again.Findings, len(again.Files), len(first.Files))
	}
	for i, f := range again.Files {
		if f.Path != first.Files[i].Path || !bytes.Equal(f.Data, first.Files[i].Data) {
			t.Errorf("%s is another one", f.Path)
		}
	}
}

// TestBrokenFontIsAFinding: each fault of a font is one finding with its place, and no
// document is set.
func TestBrokenFontIsAFinding(t *testing.T) {
	good := houseFont(t)
	changed := func(change func(data []byte)) []byte {
		data := bytes.Clone(good)
		change(data)
		return data
	}
	os2 := func(data []byte) []byte { return data[tableAt(t, data, "OS/2"):] }
	for name, tt := range map[string]struct {
		families string
		font     []byte
		code     string
		says     string
		line     int
	}{
		"missing":            {houseFamilies, nil, "FONT-FILE", "is not there", 3},
		"no font":            {houseFamilies, []byte("hello"), "FONT-FILE", "TrueType", 3},
		"empty":              {houseFamilies, []byte{}, "FONT-FILE", "TrueType", 3},
		"PostScript":         {houseFamilies, append([]byte("OTTO"), good[4:]...), "FONT-FILE", "TrueType", 3},
		"a collection":       {houseFamilies, append([]byte("ttcf"), good[4:]...), "FONT-FILE", "TrueType", 3},
		"cut off":            {houseFamilies, good[:len(good)/2], "FONT-FILE", "damaged", 3},
		"packed and damaged": {houseFamilies, []byte("\x1f\x8b\x08\x00garbage"), "FONT-FILE", "damaged", 3},
		"restricted": {houseFamilies, changed(func(d []byte) { binary.BigEndian.PutUint16(os2(d)[8:], 0x0002) }),
			"FONT-FILE", "does not allow", 3},
		"whole or not at all": {houseFamilies, changed(func(d []byte) { binary.BigEndian.PutUint16(os2(d)[8:], 0x0100) }),
			"FONT-FILE", "does not allow", 3},
		"outlines that are none": {houseFamilies, changed(func(d []byte) {
			at := tableAt(t, d, "glyf")
			for i := at + 20000; i < at+60000; i++ {
				d[i] = 0xFF
			}
		}), "FONT-FILE", "damaged", 3},
		"no bold":      {"families:\n  - {name: house, regular: [House-Regular.ttf]}\n", good, "FONT-FAMILY", "under each of regular and bold", 2},
		"no name":      {"families:\n  - {regular: [House-Regular.ttf], bold: [House-Regular.ttf]}\n", good, "FONT-FAMILY", "needs a name", 2},
		"the last aid": {"families:\n  - {name: sans, regular: [House-Regular.ttf], bold: [House-Regular.ttf]}\n", good, "FONT-FAMILY", "other than", 2},
		"too many":     {"families: [" + strings.Repeat("{name: house, regular: [House-Regular.ttf], bold: [House-Regular.ttf]}, ", 9) + "]\n", good, "FONT-FAMILY", "9 families", 1},
		"outside":      {strings.ReplaceAll(houseFamilies, "House-Regular.ttf", "../secret.ttf"), good, "FONT-FILE", "is not there", 3},
		"another key":  {"families:\n  - {name: house, italic: [x], regular: [House-Regular.ttf], bold: [House-Regular.ttf]}\n", good, "", "italic", 2},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := Build(withFonts(t, tt.families, tt.font), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(out.Files) > 0 {
				t.Error("a pack was made")
			}
			for _, f := range out.Findings {
				if (f.Code == tt.code || tt.code == "") && strings.Contains(f.Message.EN, tt.says) {
					at := f.Template
					if at.Line == 0 {
						at = f.Place
					}
					if at.Line != tt.line || at.File != "fonts/families.yaml" {
						t.Errorf("it stands at %v", at)
					}
					return
				}
			}
			t.Errorf("not found: %v", out.Findings)
		})
	}
}

// TestFamilyThatThereIsNot: a style that names no family of fonts is a finding.
func TestFamilyThatThereIsNot(t *testing.T) {
	out, err := Build(withFonts(t, strings.ReplaceAll(houseFamilies, "house", "home"), houseFont(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range out.Findings {
		if f.Code == "PDF-STYLE" && strings.Contains(f.Fix.EN, "sans, serif, home") {
			return
		}
	}
	t.Error(out.Findings)
}

// tableAt returns where a table of a font begins.
func tableAt(t *testing.T, data []byte, tag string) int {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if r := data[12+16*i:]; string(r[:4]) == tag {
			return int(binary.BigEndian.Uint32(r[8:]))
		}
	}
	t.Fatalf("there is no table %s", tag)
	return 0
}
