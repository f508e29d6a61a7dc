package pdf

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// kerning remembers by how much pairs of a face stand nearer, for one layout.
type kerning struct {
	face   *face
	buffer sfnt.Buffer
	pairs  map[[2]rune]int
}

// kern returns by how much the second of two neighbours moves to the right, in
// thousandths of an em: most often to the left, by a negative number. Only letters
// and marks of alphabets are kerned. Figures are not, so that they stand below each
// other in tables, and spaces belong to the lines.
func (s *faceSet) kern(id FaceID, a, b rune) int {
	if !kerned(a) || !kerned(b) || isDigit(a) && isDigit(b) {
		return 0
	}
	f := s.face(id)
	if f == nil {
		return 0
	}
	k := s.kerns[id]
	if k == nil {
		k = &kerning{face: f, pairs: map[[2]rune]int{}}
		s.kerns[id] = k
	}
	pair := [2]rune{a, b}
	by, known := k.pairs[pair]
	if !known {
		by = k.read(a, b)
		k.pairs[pair] = by
	}
	return by
}

// mostKern bounds what a font can ask for: a third of an em.
const mostKern = 333

// read asks the font.
func (k *kerning) read(a, b rune) int {
	f := k.face
	by, err := f.parsed.Kern(&k.buffer, sfnt.GlyphIndex(f.glyphs[a]), sfnt.GlyphIndex(f.glyphs[b]), 1000<<6, font.HintingNone)
	if err != nil { // the font does not speak of the pair
		return 0
	}
	return min(max(rounded(by), -mostKern), mostKern)
}

// rounded returns the nearest whole number, halves away from zero.
func rounded(v fixed.Int26_6) int {
	if v < 0 {
		return -int((-v + 32) >> 6)
	}
	return int((v + 32) >> 6)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// kerned tells whether a character is one of those that fonts kern: Latin with its
// diacritics, Greek, Cyrillic, and the marks that stand beside them.
func kerned(r rune) bool {
	return r > ' ' && r < 0x530 && r != 0xA0 || r >= 0x1E00 && r < 0x2000 || r >= 0x2010 && r <= 0x203A
}
