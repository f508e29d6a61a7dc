package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// subsetFont is a font of the file: a face cut down to the characters that are
// printed. A character is called by the number of its glyph, which is one more than
// its place among the runes.
type subsetFont struct {
	id      FaceID
	name    string // with the mark of a subset, as in ABCDEF+Pretendard-Regular
	face    *face
	runes   []rune // in ascending order
	program []byte
	glyphs  int
}

// newSubsetFont cuts a face down.
func newSubsetFont(id FaceID, f *face, name string, runes []rune) subsetFont {
	s := subsetFont{id: id, face: f, runes: runes}
	s.program, s.glyphs = f.subset(runes)
	s.name = subsetTag(s.program) + "+" + plainName(name)
	return s
}

// subsetTag makes the mark of a subset, six capitals, from its content.
func subsetTag(font []byte) string {
	hash := sha256.Sum256(font)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	return string(tag)
}

// plainName returns a name that needs no escapes in a file.
func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, s)
	if s == "" {
		return "Font"
	}
	return s[:min(len(s), 60)]
}

// resourceName is what pages call a font.
func resourceName(id FaceID) string { return "/F" + itoa(int(id)) }

// meanings returns the table of what the characters mean.
func (s subsetFont) meanings() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for first := 0; first < len(s.runes); first += 100 { // as many as a list may have
		part := s.runes[first:min(first+100, len(s.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", first+i+1, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// widths returns how far each character moves on, in thousandths of an em.
func (s subsetFont) widths() []byte {
	out := []byte("[1 [")
	for i, r := range s.runes {
		if i > 0 {
			out = append(out, ' ')
		}
		a, _ := s.face.advance(r)
		out = fmt.Append(out, a)
	}
	return append(out, "]]"...)
}

// characters returns a bit for each glyph of the font, which level 1 asks for.
func (s subsetFont) characters() []byte {
	bits := make([]byte, (s.glyphs+7)/8)
	for g := range s.glyphs {
		bits[g/8] |= 0x80 >> (g % 8)
	}
	return bits
}

// thousandths returns a number of a table in thousandths of an em.
func (f *face) thousandths(table string, at int) int {
	t := f.tables[table]
	if len(t) < at+2 {
		return 0
	}
	em := int(binary.BigEndian.Uint16(f.tables["head"][18:]))
	return int(int16(binary.BigEndian.Uint16(t[at:]))) * 1000 / em
}

// Places of measures in the tables of a font (OpenType).
const (
	headBox       = 36 // head: xMin, yMin, xMax, yMax
	hheaAscender  = 4
	hheaDescender = 6
	os2Weight     = 4
	os2CapHeight  = 88 // from version 2 of the table on
)

// usualCapHeight stands in for that of a font which does not tell.
const usualCapHeight = 700

// descriptor returns the entries that tell how a font looks. The width of stems
// follows from the weight, as no table has it.
func (f *face) descriptor() string {
	cap := f.thousandths("OS/2", os2CapHeight)
	if cap <= 0 {
		cap = usualCapHeight
	}
	weight := int(binary.BigEndian.Uint16(f.tables["OS/2"][os2Weight:]))
	return fmt.Sprintf("/Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV %d",
		f.thousandths("head", headBox), f.thousandths("head", headBox+2), f.thousandths("head", headBox+4), f.thousandths("head", headBox+6),
		f.thousandths("hhea", hheaAscender), f.thousandths("hhea", hheaDescender), cap, 50+weight*weight/4225)
}

// font writes the objects of a font and returns the number of the first.
func (f *finisher) font(s subsetFont) int {
	top, below, descriptor, program, meanings := f.reserve(1), f.reserve(1), f.reserve(1), f.reserve(1), f.reserve(1)
	f.text(top, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", s.name, below, meanings)
	f.text(below, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 1000 /W %s>>", s.name, descriptor, s.widths())
	set := ""
	if f.meta.Archive == Archive1b {
		at := f.reserve(1)
		f.stream(at, "", s.characters())
		set = fmt.Sprintf(" /CIDSet %d 0 R", at)
	}
	f.text(descriptor, "<</Type /FontDescriptor /FontName /%s %s /FontFile2 %d 0 R%s>>", s.name, s.face.descriptor(), program, set)
	f.stream(program, fmt.Sprintf("/Length1 %d ", len(s.program)), s.program)
	f.stream(meanings, "", s.meanings())
	return top
}
