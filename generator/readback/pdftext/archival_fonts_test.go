package pdftext

import (
	"encoding/binary"
	"math"
	"regexp"

	"golang.org/x/image/font/sfnt"
)

// fonts: every character that is drawn has a glyph in the file, as wide as the file
// says, and a meaning.
func (s *specimen) fonts() {
	used := s.usedCharacters()
	for number, characters := range used {
		s.font(number, characters)
	}
}

// usedCharacters returns the characters of each font by the number of its object.
func (s *specimen) usedCharacters() map[int]map[uint16]bool {
	used := map[int]map[uint16]bool{}
	for _, p := range s.pages {
		fonts := s.dict(s.dict(s.dict(p)["Resources"])["Font"])
		s.marked(s.contents[p.number], func(font name, codes []byte, _ []mark) {
			r, ok := fonts[font].(reference)
			if !ok {
				s.fault("font", "%s is not there", font)
				return
			}
			if used[r.number] == nil {
				used[r.number] = map[uint16]bool{}
			}
			for i := 0; i+1 < len(codes); i += 2 {
				used[r.number][uint16(codes[i])<<8|uint16(codes[i+1])] = true
			}
		})
	}
	return used
}

func (s *specimen) font(number int, used map[uint16]bool) {
	top := s.dict(reference{number})
	below := s.list(top["DescendantFonts"])
	if len(below) != 1 {
		s.fault("font", "%d is of another kind", number)
		return
	}
	f := s.dict(below[0])
	desc := s.dict(f["FontDescriptor"])
	for _, n := range []any{top["BaseFont"], f["BaseFont"], desc["FontName"]} {
		if n, _ := n.(name); !regexp.MustCompile(`^[A-Z]{6}\+.`).MatchString(string(n)) || n != top["BaseFont"] {
			s.fault("font", "%d is called %v", number, n)
		}
	}
	glyphs := s.unfold(desc["FontFile2"])
	if f["CIDToGIDMap"] != name("Identity") {
		s.fault("font", "%d numbers its glyphs in another way", number)
	}
	to := &font{usual: 1000}
	if s.file.meanings(to, top["ToUnicode"]) != nil || s.file.widths(to, array{below[0]}) != nil {
		s.fault("font", "%d does not say what it holds", number)
		return
	}
	advances, ok := readAdvances(glyphs)
	if !ok {
		s.fault("font", "%d is not embedded", number)
		return
	}
	program, err := sfnt.Parse(glyphs)
	if err != nil {
		s.fault("font", "%d is damaged: %v", number, err)
		return
	}
	set := s.unfold(desc["CIDSet"])
	if s.level == "1b" && set == nil {
		s.fault("font", "%d does not list its characters", number)
	}
	for c := range used {
		g, text := int(c), to.meaning(c)
		switch {
		case g == 0 || g >= len(advances):
			s.fault("glyph", "font %d has none for %d", number, c)
		case math.Abs(advances[g]-to.width(c)) > 1:
			s.fault("width", "%d in font %d is %v wide, the file says %v", c, number, advances[g], to.width(c))
		case !isGlyphOf(program, c, text):
			s.fault("meaning", "%d in font %d means %q", c, number, text)
		case set != nil && (int(c)/8 >= len(set) || set[c/8]&(0x80>>(c%8)) == 0):
			s.fault("font", "%d does not list %d", number, c)
		}
	}
}

// isGlyphOf tells whether the font itself has the glyph for a character.
func isGlyphOf(f *sfnt.Font, glyph uint16, text string) bool {
	r := []rune(text)
	if len(r) != 1 {
		return false
	}
	g, err := f.GlyphIndex(nil, r[0])
	return err == nil && g == sfnt.GlyphIndex(glyph)
}

// readAdvances returns the width of each glyph of a TrueType font in thousandths.
func readAdvances(data []byte) ([]float64, bool) {
	tables := map[string][]byte{}
	if len(data) < 12 {
		return nil, false
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		r := data[12+16*i:]
		at, n := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		if uint64(at)+uint64(n) > uint64(len(data)) {
			return nil, false
		}
		tables[string(r[:4])] = data[at : at+n]
	}
	if len(tables["head"]) < 54 || len(tables["hhea"]) < 36 || len(tables["maxp"]) < 6 || len(tables["glyf"]) == 0 {
		return nil, false
	}
	em, full := float64(binary.BigEndian.Uint16(tables["head"][18:])), int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	out := make([]float64, binary.BigEndian.Uint16(tables["maxp"][4:]))
	for g := range out {
		at := 4 * min(g, full-1)
		if at+1 >= len(tables["hmtx"]) {
			return nil, false
		}
		out[g] = float64(binary.BigEndian.Uint16(tables["hmtx"][at:])) * 1000 / em
	}
	return out, true
}
