package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// builder writes a small file of its own.
type builder struct {
	out     bytes.Buffer
	offsets []int
}

func (b *builder) object(text string) int {
	b.offsets = append(b.offsets, b.out.Len())
	n := len(b.offsets)
	fmt.Fprintf(&b.out, "%d 0 obj\n%s\nendobj\n", n, text)
	return n
}

func streamOf(text string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(text), text)
}

func deflated(text string) string {
	var out bytes.Buffer
	z, _ := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", out.Len(), out.String())
}

// identity maps every character to itself, as our files do.
const identity = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " +
	"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap"

// file makes a file whose pages have the given contents.
func build(font, cmap string, contents ...string) []byte {
	var b builder
	b.out.WriteString("%PDF-1.7\n")
	b.object("<</Type /Catalog /Pages 2 0 R>>")
	kids := ""
	for i := range contents {
		kids += fmt.Sprintf("%d 0 R ", 6+2*i)
	}
	b.object("<</Type /Pages /Kids [" + kids + "] /Resources <</Font <</F1 3 0 R>>>>>>")
	b.object(font)
	b.object(streamOf(cmap))
	b.object("<</Type /Font /Subtype /CIDFontType2 /DW 1000 /W [32 [250] 48 57 600 65 90 700]>>")
	for _, c := range contents {
		n := len(b.offsets) + 2
		b.object(fmt.Sprintf("<</Type /Page /Parent 2 0 R /Contents %d 0 R>>", n))
		b.object(deflated(c))
	}
	return b.end(1, "")
}

// end writes the table of objects.
func (b *builder) end(root int, more string) []byte {
	start := b.out.Len()
	fmt.Fprintf(&b.out, "xref\n0 %d\n0000000000 65535 f \n", len(b.offsets)+1)
	for _, at := range b.offsets {
		fmt.Fprintf(&b.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b.out, "trailer\n<</Size %d /Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(b.offsets)+1, root, more, start)
	return b.out.Bytes()
}

const type0 = "<</Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 4 0 R>>"

// hex writes a text as a string in angle brackets.
func hex(text string) string {
	out := "<"
	for _, u := range utf16.Encode([]rune(text)) {
		out += fmt.Sprintf("%04X", u)
	}
	return out + ">"
}

// literal writes a text as a string in brackets.
func literal(text string) string {
	var raw []byte
	for _, u := range utf16.Encode([]rune(text)) {
		raw = append(raw, byte(u>>8), byte(u))
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(string(raw)) + ")"
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"a word":            {"BT /F1 10 Tf 50 700 Td " + hex("금960,000,000원") + " Tj ET", "금960,000,000원"},
		"brackets":          {"BT /F1 10 Tf 50 700 Td " + literal(`(a\) 「제12조」 하`) + " Tj ET", `(a\) 「제12조」 하`},
		"moved parts":       {"BT /F1 10 Tf 50 700 Td [" + hex("12") + " -73.4 " + hex(" 34") + "] TJ ET", "12 34"},
		"follows":           {"BT /F1 10 Tf 50 700 Td " + hex("60") + " Tj ET BT 62 700 Td " + hex("%") + " Tj ET", "60%"},
		"a cell to go":      {"BT /F1 10 Tf 50 700 Td " + hex("60") + " Tj ET BT 90 700 Td " + hex("5") + " Tj ET", "60\n5"},
		"a line below":      {"BT /F1 10 Tf 12 TL 50 700 Td " + hex("A") + " Tj T* " + hex("B") + " Tj 0 -12 TD " + hex("C") + " Tj ET", "A\nB\nC"},
		"a matrix":          {"BT /F1 10 Tf 1 0 0 1 50 700 Tm " + hex("1") + " Tj 1 0 0 1 56 700 Tm " + hex("2") + " Tj ET", "12"},
		"saved and leaning": {"q 1 0 0.2 1 -140 0 cm BT /F1 10 Tf 50 700 Td " + hex("1") + " Tj ET Q BT /F1 10 Tf 56 700 Td " + hex("2") + " Tj ET", "12"},
		"spread":            {"BT /F1 10 Tf 2 Tc 50 700 Td " + hex("12") + " Tj ET BT 0 Tc 66 700 Td " + hex("3") + " Tj ET", "123"},
		"drawing":           {"0.5 w 1 0 0 RG 10 10 m 20 20 l S /GS <</A [1 2]>> gs [3 2] 0 d BT /F1 10 Tf 50 700 Td " + hex("1") + " Tj ET", "1"},
		"a comment":         {"% nothing\nBT /F1 10 Tf 50 700 Td " + hex("1") + " Tj ET", "1"},
		"nothing":           {"", ""},
	} {
		for _, data := range [][]byte{build(type0, identity, c.content), build(type0, identity, "", c.content)} {
			pages, err := Read(data)
			if err != nil || pages[len(pages)-1] != c.want {
				t.Errorf("%s: %q, %v", name, pages, err)
			}
		}
	}
}

// TestMeanings reads characters through tables of every form.
func TestMeanings(t *testing.T) {
	table := "2 beginbfchar <0001> <AE08> <0002> <00660069> endbfchar 2 beginbfrange <0030> <0039> <0030> <0040> <0041> [<C6D0> <0025>] endbfrange"
	pages, err := Read(build(type0, table, "BT /F1 10 Tf <0001003900300041004000020035> Tj ET"))
	if err != nil || pages[0] != "금90%원fi5" {
		t.Errorf("%q, %v", pages, err)
	}
	if _, err := Read(build(type0, table, "BT /F1 10 Tf <0050> Tj ET")); !errors.Is(err, ErrDamaged) {
		t.Errorf("a character without a meaning: %v", err)
	}
}

// TestRefused: what cannot be read for certain is not read at all.
func TestRefused(t *testing.T) {
	good := "BT /F1 10 Tf " + hex("1") + " Tj ET"
	sound := build(type0, identity, good)
	encrypted := bytes.Replace(sound, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt 1 0 R"), 1)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":          {nil, ErrDamaged},
		"another format":   {[]byte("PK\x03\x04"), ErrDamaged},
		"only a beginning": {[]byte("%PDF-1.7\n"), ErrDamaged},
		"encrypted":        {encrypted, ErrForm},
		"an empty table":   {[]byte("%PDF-1.7\n1 0 obj\n<</Type /XRef /Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF"), ErrDamaged},
		"a form":           {build(type0, identity, "/X1 Do"), ErrForm},
		"a picture":        {build(type0, identity, "BI /W 1 ID x EI"), ErrForm},
		"another font":     {build("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>", identity, good), ErrForm},
		"no meaning":       {build(strings.Replace(type0, "/ToUnicode 4 0 R", "", 1), identity, good), ErrForm},
		"half a character": {build(type0, identity, "BT /F1 10 Tf <00> Tj ET"), ErrDamaged},
		"no font":          {build(type0, identity, "BT "+hex("1")+" Tj ET"), ErrDamaged},
		"an unknown font":  {build(type0, identity, "BT /F9 10 Tf "+hex("1")+" Tj ET"), ErrDamaged},
		"an open string":   {build(type0, identity, "BT /F1 10 Tf (abc Tj ET"), ErrDamaged},
		"another filter":   {bytes.ReplaceAll(sound, []byte("/FlateDecode"), []byte("/ASCIIHexDecod")), ErrForm},
		"a stream cut":     {bytes.Replace(sound, []byte("stream\nx"), []byte("stream\ny"), -1), ErrDamaged},
		"too large":        {append(bytes.Clone(sound), make([]byte, maxFile)...), ErrTooLarge},
	} {
		if _, err := Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestPageOfError(t *testing.T) {
	_, err := Read(build(type0, identity, "", "/X1 Do"))
	var at *PageError
	if !errors.As(err, &at) || at.Page != 2 {
		t.Error(err)
	}
}

// TestBroken: a file whose table is wrong is read as viewers do, by looking for
// its objects, and a stream without its length by looking for its end.
func TestBroken(t *testing.T) {
	sound := build(type0, identity, "BT /F1 10 Tf "+hex("231,884.06")+" Tj ET")
	for name, data := range map[string][]byte{
		"moved":          bytes.Replace(sound, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n% more\n"), 1),
		"no table":       sound[:bytes.Index(sound, []byte("xref\n"))],
		"another length": bytes.Replace(sound, []byte("/Length 1"), []byte("/Length 9"), -1),
	} {
		pages, err := Read(data)
		if err != nil || len(pages) != 1 || pages[0] != "231,884.06" {
			t.Errorf("%s: %q, %v", name, pages, err)
		}
	}
}

// TestNewest: what was added to a file later counts, as in any viewer.
func TestNewest(t *testing.T) {
	sound := build(type0, identity, "BT /F1 10 Tf "+hex("1")+" Tj ET")
	old := bytes.LastIndex(sound, []byte("xref\n0"))
	var out bytes.Buffer
	out.Write(sound)
	at := out.Len()
	out.WriteString("7 0 obj\n" + deflated("BT /F1 10 Tf "+hex("2")+" Tj ET") + "\nendobj\n")
	table := out.Len()
	fmt.Fprintf(&out, "xref\n7 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", at, old, table)
	pages, err := Read(out.Bytes())
	if err != nil || len(pages) != 1 || pages[0] != "2" {
		t.Errorf("%q, %v", pages, err)
	}
}

// TestHostile: files that want everything.
func TestHostile(t *testing.T) {
	bomb := strings.Repeat(" ", maxUnfold+1)
	for name, data := range map[string][]byte{
		"a bomb":         build(type0, identity, bomb),
		"deep":           []byte("%PDF-1.7\n1 0 obj\n" + strings.Repeat("[", 1_000_000) + "\nstartxref\n9\n"),
		"a loop of kids": []byte("%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids [2 0 R 2 0 R]>>\nendobj\n"),
		"itself":         []byte("%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 1 0 R>>\nendobj\n2 0 obj\n2 0 R\nendobj\n"),
		"many tables":    []byte("%PDF-1.7\n" + strings.Repeat("xref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\n", 3) + "startxref\n9\n"),
		"a huge table":   []byte("%PDF-1.7\nxref\n0 999999999\nstartxref\n9\n"),
	} {
		if _, err := Read(data); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// TestManyTimes: small files that would be read for ever.
func TestManyTimes(t *testing.T) {
	var tree builder
	tree.out.WriteString("%PDF-1.7\n")
	tree.object("<</Type /Catalog /Pages 2 0 R>>")
	for i := range 50 {
		tree.object(fmt.Sprintf("<</Kids [%d 0 R %d 0 R]>>", i+3, i+3))
	}
	tree.object("<</Kids []>>")
	for name, data := range map[string][]byte{
		"a tree without pages": tree.end(1, ""),
		"objects without ends": []byte("%PDF-1.7\n" + strings.Repeat("1 0 obj (\n", 200_000)),
		"streams without ends": []byte("%PDF-1.7\n" + strings.Repeat("1 0 obj <<>> stream\n", 100_000)),
	} {
		start := time.Now()
		if _, err := Read(data); err == nil || time.Since(start) > 10*time.Second {
			t.Errorf("%s: %v after %v", name, err, time.Since(start))
		}
	}
}
