package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// subsetFont is a font of the file: a face cut down to the characters that are
// printed.
type subsetFont struct {
	face  FaceID
	tag   string // six capitals that mark a subset
	runes []rune // in ascending order
}

// subsetTag makes the mark of a subset from its content.
func subsetTag(font []byte) string {
	hash := sha256.Sum256(font)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	return string(tag)
}

// libraryFont is what the library calls a font in its file.
func (s subsetFont) libraryFont() string { return "utf8" + libraryName(s.face) }

// name is what the font is called in ours.
func (s subsetFont) name() string { return s.tag + "+" + s.face.String() }

// meanings returns the table of what the characters mean. The library numbers
// characters by their code points, and its own table says so in one range, which
// the format does not allow: a range may not change the first byte.
func (s subsetFont) meanings() []byte {
	var blocks []int
	for _, r := range s.runes {
		if n := len(blocks); n == 0 || blocks[n-1] != int(r)>>8 {
			blocks = append(blocks, int(r)>>8)
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(blocks) > 0 {
		n := min(len(blocks), 100) // as many as a list may have
		fmt.Fprintf(&b, "%d beginbfrange\n", n)
		for _, high := range blocks[:n] {
			fmt.Fprintf(&b, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
		}
		b.WriteString("endbfrange\n")
		blocks = blocks[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(b.String())
}

// characters returns a bit for each character of the font, which level 1 asks for.
func (s subsetFont) characters() []byte {
	bits := make([]byte, int(s.runes[len(s.runes)-1])/8+1)
	bits[0] = 0x80 // the glyph for what is missing
	for _, r := range s.runes {
		bits[r/8] |= 0x80 >> (r % 8)
	}
	return bits
}

// fontOf returns the font that an object of the library belongs to.
func (f *finisher) fontOf(o []byte) (subsetFont, bool) {
	for _, s := range f.fonts {
		if bytes.Contains(o, []byte("/"+s.libraryFont()+"\n")) {
			return s, true
		}
	}
	return subsetFont{}, false
}

// font writes an object of a font under its name in the file.
func (f *finisher) font(number int, o []byte) error {
	s, ok := f.fontOf(o)
	if !ok {
		f.object(number, o) // the collection of characters
		return nil
	}
	o = bytes.ReplaceAll(o, []byte("/"+s.libraryFont()+"\n"), []byte("/"+s.name()+"\n"))
	if _, at, ok := bytes.Cut(o, []byte("/ToUnicode ")); ok {
		var table int
		if _, err := fmt.Sscanf(string(at), "%d 0 R", &table); err != nil {
			return errLibrary
		}
		f.tables[table] = s
	}
	if bytes.HasPrefix(o, descriptorObject) && f.meta.Archive == Archive1b {
		set := f.reserve(1)
		f.stream(set, "", s.characters())
		o = fmt.Appendf(bytes.TrimSuffix(bytes.TrimRight(o, "\n"), []byte(">>")), "/CIDSet %d 0 R>>", set)
	}
	f.object(number, o)
	return nil
}
