package pdf

import "strconv"

// text draws a run of characters: the library knows neither kerning nor fonts whose
// characters are called by their glyphs.
func (c *canvas) text(t Text) {
	c.paint(t.Color)
	b := append(c.operators[:0], "BT "...)
	if t.Face != c.face || t.Size != c.size {
		c.face, c.size = t.Face, t.Size
		b = append(append(b, resourceName(t.Face)...), ' ')
		b = append(decimal(b, t.Size, 2), " Tf "...)
	}
	if t.Letter != c.letter {
		c.letter = t.Letter
		b = append(decimal(b, t.Letter, 3), " Tc "...)
	}
	if t.Slant {
		b = append(b, slant...)
	}
	b = append(decimal(b, t.X, 2), ' ')
	b = decimal(b, c.height-t.Y, 2)
	if t.Slant {
		b = append(b, " Tm "...)
	} else {
		b = append(b, " Td "...)
	}
	b = append(c.characters(b, t), " ET"...)
	c.operators = b
	c.pdf.RawWriteStr(string(b))
}

// slant leans emphasised letters by twelve degrees.
const slant = "1 0 0.2126 1 "

// characters appends the characters of a text with the moves between them.
func (c *canvas) characters(b []byte, t Text) []byte {
	codes := c.codes[t.Face]
	if t.Kern == nil && t.Extra == 0 {
		b = append(b, '(')
		for _, r := range t.S {
			b = character(b, codes.of(r))
		}
		if t.Space {
			b = character(b, codes.of(' '))
		}
		return append(b, ")Tj"...)
	}
	gaps := spread{total: t.Extra * 1000 / t.Size, gaps: spacesIn(t.S)}
	b = append(b, "[("...)
	i := 0
	for _, r := range t.S {
		b = character(b, codes.of(r))
		by := 0
		if t.Kern != nil {
			by = int(t.Kern[i])
		}
		if r == ' ' && t.Extra > 0 {
			by += gaps.next()
		}
		if by != 0 {
			b = append(b, ')')
			b = strconv.AppendInt(b, int64(-by), 10) // a positive number moves to the left
			b = append(b, '(')
		}
		i++
	}
	if t.Space {
		b = character(b, codes.of(' '))
	}
	return append(b, ")]TJ"...)
}

// spread gives gaps their shares of a whole; the last has what rounding left.
type spread struct{ total, gaps, given int }

func (s *spread) next() int {
	before := s.total * s.given / s.gaps
	s.given++
	return s.total*s.given/s.gaps - before
}

func spacesIn(s string) int {
	n := 0
	for _, r := range s {
		if r == ' ' {
			n++
		}
	}
	return n
}

// character appends the two bytes of a character within a string.
func character(b []byte, code uint16) []byte {
	for _, ch := range [2]byte{byte(code >> 8), byte(code)} {
		switch ch {
		case '(', ')', '\\':
			b = append(b, '\\', ch)
		case '\r': // else read as the end of a line
			b = append(b, '\\', 'r')
		default:
			b = append(b, ch)
		}
	}
	return b
}

// decimal appends a whole number of hundredths or thousandths.
func decimal(b []byte, n, digits int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	unit := 1
	for range digits {
		unit *= 10
	}
	b = strconv.AppendInt(b, int64(n/unit), 10)
	if n %= unit; n == 0 {
		return b
	}
	b = append(b, '.')
	for n > 0 {
		unit /= 10
		b = append(b, '0'+byte(n/unit))
		n %= unit
	}
	return b
}

// codes are the numbers of the characters of a font in the file, by their upper and
// their lower byte.
type codes [256]*[256]uint16

// of returns the number of a character.
func (k *codes) of(r rune) uint16 {
	if block := k[r>>8&0xFF]; block != nil {
		return block[r&0xFF]
	}
	return 0
}

// note makes a character one that is printed.
func (k *codes) note(r rune) {
	block := k[r>>8&0xFF]
	if block == nil {
		block = new([256]uint16)
		k[r>>8&0xFF] = block
	}
	block[r&0xFF] = 1
}

// number numbers the characters that are printed in ascending order, from 1 on, and
// returns them.
func (k *codes) number() []rune {
	var out []rune
	for high, block := range k {
		if block == nil {
			continue
		}
		for low, is := range block {
			if is != 0 {
				out = append(out, rune(high<<8|low))
				block[low] = uint16(len(out))
			}
		}
	}
	return out
}
