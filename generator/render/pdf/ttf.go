package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// face is a TrueType font opened for measuring and for cutting subsets. It is
// never written to after parseFace.
type face struct {
	parsed   *sfnt.Font
	tables   map[string][]byte
	glyphs   []uint16 // glyph of each rune below U+10000; 0 is none
	advances []uint16 // of each glyph, in thousandths of an em
	loca     []uint32 // start of each glyph in glyf, and the end of the last
}

var errFont = errors.New("damaged TrueType font")

// runesCovered is the number of code points that a face is asked for: the basic
// plane, since the PDF library fails beyond it.
const runesCovered = 0x10000

// parseFace opens a font with glyf outlines.
func parseFace(data []byte) (*face, error) {
	if !isTrueType(data) {
		return nil, ErrFontKind
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFont, err)
	}
	f := &face{parsed: parsed, glyphs: make([]uint16, runesCovered)}
	if f.tables, err = readTables(data); err != nil {
		return nil, err
	}
	count := parsed.NumGlyphs()
	if err := f.readLoca(count); err != nil {
		return nil, err
	}
	if err := f.readAdvances(count); err != nil {
		return nil, err
	}
	var buf sfnt.Buffer
	for r := range f.glyphs {
		g, err := parsed.GlyphIndex(&buf, rune(r))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errFont, err)
		}
		if int(g) < count {
			f.glyphs[r] = uint16(g)
		}
	}
	return f, nil
}

// advance returns the width of a rune in thousandths of an em, and whether the
// face has a glyph for it.
func (f *face) advance(r rune) (int, bool) {
	if r < 0 || int(r) >= len(f.glyphs) || f.glyphs[r] == 0 {
		return 0, false
	}
	return int(f.advances[f.glyphs[r]]), true
}

// tableSizes are the tables that are needed, with the least length of each.
var tableSizes = map[string]int{
	"OS/2": 78, "glyf": 1, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4, "maxp": 6, "post": 32,
}

func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errFont
	}
	tables := make(map[string][]byte)
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, errFont
	}
	for i := range n {
		rec := data[12+16*i:]
		start, size := uint64(binary.BigEndian.Uint32(rec[8:])), uint64(binary.BigEndian.Uint32(rec[12:]))
		if start+size > uint64(len(data)) {
			return nil, errFont
		}
		tables[string(rec[:4])] = data[start : start+size : start+size]
	}
	for tag, least := range tableSizes {
		if len(tables[tag]) < least {
			return nil, fmt.Errorf("%w: table %s", errFont, tag)
		}
	}
	return tables, nil
}

func (f *face) readLoca(count int) error {
	table := f.tables["loca"]
	long := binary.BigEndian.Uint16(f.tables["head"][50:]) != 0
	f.loca = make([]uint32, count+1)
	for i := range f.loca {
		switch {
		case long && len(table) >= 4*i+4:
			f.loca[i] = binary.BigEndian.Uint32(table[4*i:])
		case !long && len(table) >= 2*i+2:
			f.loca[i] = 2 * uint32(binary.BigEndian.Uint16(table[2*i:]))
		default:
			return fmt.Errorf("%w: loca is too short", errFont)
		}
		if int(f.loca[i]) > len(f.tables["glyf"]) || i > 0 && f.loca[i] < f.loca[i-1] {
			return fmt.Errorf("%w: loca points outside glyf", errFont)
		}
	}
	return nil
}

func (f *face) readAdvances(count int) error {
	hmtx := f.tables["hmtx"]
	full := int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	em := int(binary.BigEndian.Uint16(f.tables["head"][18:]))
	if full == 0 || full > count || len(hmtx) < 4*full+2*(count-full) || em == 0 {
		return fmt.Errorf("%w: hmtx", errFont)
	}
	f.advances = make([]uint16, count)
	for g := range f.advances {
		a := int(binary.BigEndian.Uint16(hmtx[4*min(g, full-1):]))
		f.advances[g] = uint16((2000*a + em) / (2 * em))
	}
	return nil
}

// outline returns the glyf entry of a glyph; empty for a blank one.
func (f *face) outline(g uint16) []byte {
	return f.tables["glyf"][f.loca[g]:f.loca[g+1]]
}

// metrics returns advance and left bearing of a glyph as hmtx holds them.
func (f *face) metrics(g uint16) (m [4]byte) {
	hmtx := f.tables["hmtx"]
	full := int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if int(g) < full {
		copy(m[:], hmtx[4*int(g):])
		return m
	}
	copy(m[:2], hmtx[4*(full-1):])
	copy(m[2:], hmtx[4*full+2*(int(g)-full):])
	return m
}
