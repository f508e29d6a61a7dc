package pdf

import (
	"encoding/binary"
	"slices"
)

// subset returns a TrueType font with the glyphs of the given runes only, which
// must be in ascending order and covered by the face, and how many glyphs it has.
// The rune i has the glyph i+1, one of its own, so that a glyph means one character;
// behind them stand the parts that they are made of.
func (f *face) subset(runes []rune) ([]byte, int) {
	s := subsetter{face: f, renumbered: map[uint16]uint16{0: 0}, glyphs: []uint16{0}}
	codes := make([]uint16, len(runes))
	for i, r := range runes {
		codes[i] = uint16(len(s.glyphs))
		s.glyphs = append(s.glyphs, f.glyphs[r])
	}
	glyf, loca := s.outlines()
	count := len(s.glyphs)
	hmtx := make([]byte, 0, 4*count)
	for _, g := range s.glyphs {
		m := f.metrics(g)
		hmtx = append(hmtx, m[:]...)
	}
	tables := []table{
		{"OS/2", f.tables["OS/2"]},
		{"cmap", charMap(runes, codes)},
		{"cvt ", f.tables["cvt "]},
		{"fpgm", f.tables["fpgm"]},
		{"glyf", glyf},
		{"head", headOf(f.tables["head"])},
		{"hhea", patched(f.tables["hhea"], 34, count)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", patched(f.tables["maxp"], 4, count)},
		{"name", make([]byte, 6)},
		{"post", append([]byte{0, 3, 0, 0}, f.tables["post"][4:32]...)},
		{"prep", f.tables["prep"]},
	}
	return assemble(slices.DeleteFunc(tables, func(t table) bool { return len(t.data) == 0 && t.tag != "glyf" })), count
}

// headOf returns the head of a font with long places of glyphs and without the sum
// over the file, which assemble adds.
func headOf(table []byte) []byte {
	out := patched(table, 50, 1)
	clear(out[8:12])
	return out
}

// subsetter collects glyphs under new numbers: those of characters, then the parts
// of composite ones in the order of first use.
type subsetter struct {
	face       *face
	renumbered map[uint16]uint16
	glyphs     []uint16
}

func (s *subsetter) take(g uint16) uint16 {
	n, known := s.renumbered[g]
	if !known {
		n = uint16(len(s.glyphs))
		s.renumbered[g] = n
		s.glyphs = append(s.glyphs, g)
	}
	return n
}

// outlines copies the outlines and adds the parts that composite glyphs are made
// of, which may be composite themselves.
func (s *subsetter) outlines() (glyf, loca []byte) {
	for i := 0; i < len(s.glyphs); i++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, s.face.outline(s.glyphs[i])...)
		s.renumberParts(glyf[start:])
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// Flags of a part of a composite glyph (OpenType, table glyf).
const (
	partWords     = 0x0001
	partScale     = 0x0008
	partMore      = 0x0020
	partTwoScales = 0x0040
	partMatrix    = 0x0080
)

// renumberParts gives the parts of a composite glyph their new numbers in place.
func (s *subsetter) renumberParts(outline []byte) {
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return
	}
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		part := binary.BigEndian.Uint16(outline[at+2:])
		if int(part) < len(s.face.advances) {
			binary.BigEndian.PutUint16(outline[at+2:], s.take(part))
		}
		if flags&partMore == 0 {
			return
		}
		at += 6
		if flags&partWords != 0 {
			at += 2
		}
		switch {
		case flags&partScale != 0:
			at += 2
		case flags&partTwoScales != 0:
			at += 4
		case flags&partMatrix != 0:
			at += 8
		}
	}
}

// charMap returns a cmap table with one subtable of format 4.
func charMap(runes []rune, glyphs []uint16) []byte {
	type segment struct{ first, last, delta uint16 }
	var segs []segment
	for i, r := range runes {
		c, delta := uint16(r), glyphs[i]-uint16(r)
		if n := len(segs); n > 0 && segs[n-1].last+1 == c && segs[n-1].delta == delta {
			segs[n-1].last = c
			continue
		}
		segs = append(segs, segment{c, c, delta})
	}
	segs = append(segs, segment{0xFFFF, 0xFFFF, 1})

	n := uint16(len(segs))
	power, log := uint16(1), uint16(0)
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := words(nil, 0, 1, 3, 1, 0, 12) // one subtable: Windows, Unicode, at offset 12
	out = words(out, 4, 16+8*n, 0, 2*n, 2*power, log, 2*(n-power))
	for _, s := range segs {
		out = words(out, s.last)
	}
	out = words(out, 0)
	for _, s := range segs {
		out = words(out, s.first)
	}
	for _, s := range segs {
		out = words(out, s.delta)
	}
	for range segs {
		out = words(out, 0)
	}
	return out
}

func words(b []byte, w ...uint16) []byte {
	for _, v := range w {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// patched returns a copy with one 16-bit number replaced.
func patched(table []byte, at, value int) []byte {
	out := slices.Clone(table)
	binary.BigEndian.PutUint16(out[at:], uint16(value))
	return out
}

type table struct {
	tag  string
	data []byte
}

// assemble writes a font file of the tables, which are in the order of their tags.
func assemble(tables []table) []byte {
	size := 12 + 16*len(tables)
	power, log := uint16(1), uint16(0)
	for int(power)*2 <= len(tables) {
		power, log = power*2, log+1
	}
	head := words([]byte{0, 1, 0, 0}, uint16(len(tables)), 16*power, log, 16*uint16(len(tables))-16*power)
	var body []byte
	headAt := 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = size + len(body)
		}
		head = append(head, t.tag...)
		head = binary.BigEndian.AppendUint32(head, checksum(t.data))
		head = binary.BigEndian.AppendUint32(head, uint32(size+len(body)))
		head = binary.BigEndian.AppendUint32(head, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out := append(head, body...)
	if headAt > 0 {
		binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum adds up the words of a table, the last one filled with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
