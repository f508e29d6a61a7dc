package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// Why a font cannot set documents. A damaged font is neither of these.
var (
	ErrFontKind   = errors.New("no TrueType font") // PostScript outlines, collections, fonts of the web
	ErrFontRights = errors.New("the font may not be embedded in part")
)

// Bits of fsType in the table OS/2 that forbid what documents need (OpenType 1.9).
const (
	rightsPlace      = 8
	restricted       = 0x0002
	noSubsetting     = 0x0100
	bitmapsOnly      = 0x0200
	rightsForEditing = 0x000C // a wider right beside the narrow one counts
)

// Check reads all of a font that the program does not bring itself: whether it is of
// the kind that is needed, whether it may be embedded, and whether the outline of
// every character can be drawn.
func (f *Font) Check() error {
	opened, err := f.open()
	if err != nil {
		return err
	}
	rights := binary.BigEndian.Uint16(opened.tables["OS/2"][rightsPlace:])
	if rights&(noSubsetting|bitmapsOnly) != 0 || rights&restricted != 0 && rights&rightsForEditing == 0 {
		return ErrFontRights
	}
	var buf sfnt.Buffer
	for r, g := range opened.glyphs {
		if g == 0 {
			continue
		}
		if _, err := opened.parsed.LoadGlyph(&buf, sfnt.GlyphIndex(g), 1000<<6, nil); err != nil {
			return fmt.Errorf("%w: the outline of %U: %w", errFont, r, err)
		}
	}
	return nil
}

// isTrueType tells whether a file begins as a single TrueType font does. PostScript
// outlines, collections and fonts of the web begin otherwise.
func isTrueType(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0, 1, 0, 0}) || bytes.HasPrefix(data, []byte("true"))
}
