package pdf

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"sync"
)

// FaceID is the number of a face among those that documents can be set in.
type FaceID uint8

// boxFace marks a character that is drawn as a box, see Check.
const boxFace FaceID = 0xFF

// maxFonts bounds how many faces there may be.
const maxFonts = 100

// MaxFontBytes bounds a font, packed and unpacked.
const MaxFontBytes = 32 << 20

// Font is a TrueType file. It is read when a document is first set in it, and may
// be shared by goroutines.
type Font struct {
	name string
	open func() (*face, error)
}

// NewFont returns the font that read returns the bytes of, as they are or packed with
// gzip. Its name is what files
// call it, as in Pretendard-Regular.
func NewFont(name string, read func() ([]byte, error)) *Font {
	return &Font{name: name, open: sync.OnceValues(func() (*face, error) {
		data, err := read()
		if err == nil {
			data, err = unpacked(data)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the font %s: %w", name, err)
		}
		f, err := parseFace(data)
		if err != nil {
			return nil, fmt.Errorf("reading the font %s: %w", name, err)
		}
		return f, nil
	})}
}

// unpacked returns the bytes of a font without what packs them.
func unpacked(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0x1F, 0x8B}) {
		return data, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errFont, err)
	}
	data, err = io.ReadAll(io.LimitReader(z, MaxFontBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errFont, err)
	case len(data) > MaxFontBytes:
		return nil, fmt.Errorf("%w: larger than %d MiB", errFont, MaxFontBytes>>20)
	}
	return data, nil
}

// Family is the fonts of a look. What the first has no glyph for is set in the
// next one that has.
type Family struct {
	Name    string
	Regular []*Font
	Bold    []*Font
}

// Faces are the families that documents are set in. They may be shared by
// goroutines.
type Faces struct {
	fonts    []*Font
	families []chains
}

// chains are the faces of a family, in the order in which they are asked.
type chains struct {
	name          string
	regular, bold []FaceID
}

// NewFaces returns the families. The first sets what names no family.
func NewFaces(families ...Family) (*Faces, error) {
	f := new(Faces)
	for _, v := range families {
		if len(v.Regular) == 0 || len(v.Bold) == 0 {
			return nil, fmt.Errorf("the family %s lacks a font", v.Name)
		}
		f.families = append(f.families, chains{name: v.Name, regular: f.numbers(v.Regular), bold: f.numbers(v.Bold)})
	}
	if len(f.families) == 0 || len(f.fonts) > maxFonts {
		return nil, fmt.Errorf("%d families of %d fonts", len(f.families), len(f.fonts))
	}
	return f, nil
}

// numbers returns the faces of fonts, each font once.
func (f *Faces) numbers(fonts []*Font) []FaceID {
	var out []FaceID
	for _, font := range fonts {
		n := slices.Index(f.fonts, font)
		if n < 0 {
			n = len(f.fonts)
			f.fonts = append(f.fonts, font)
		}
		out = append(out, FaceID(n))
	}
	return out
}

// Name returns the name of a face.
func (f *Faces) Name(id FaceID) string {
	if int(id) >= len(f.fonts) {
		return "box"
	}
	return f.fonts[id].name
}

// chain returns the faces of a family; of the first one if it has no name.
func (f *Faces) chain(family string, bold bool) []FaceID {
	at := 0
	for i := range f.families {
		if f.families[i].name == family {
			at = i
		}
	}
	if bold {
		return f.families[at].bold
	}
	return f.families[at].regular
}

// has tells whether there is a family of the name.
func (f *Faces) has(family string) bool {
	return slices.ContainsFunc(f.families, func(c chains) bool { return c.name == family })
}

// names returns the names of the families.
func (f *Faces) names() []string {
	var out []string
	for _, c := range f.families {
		out = append(out, c.name)
	}
	return out
}

// face returns a face, or nil if it cannot be read.
func (f *Faces) face(id FaceID) *face {
	opened, err := f.fonts[id].open()
	if err != nil {
		return nil
	}
	return opened
}

// faceSet is the view that one layout has of the faces: it remembers what it has
// loaded, what pairs are kerned by, and the first error.
type faceSet struct {
	faces *Faces
	open  []*face
	kerns []*kerning
	err   error
}

func newFaceSet(f *Faces) *faceSet {
	return &faceSet{faces: f, open: make([]*face, len(f.fonts)), kerns: make([]*kerning, len(f.fonts))}
}

// face returns the face, or nil if it cannot be read.
func (s *faceSet) face(id FaceID) *face {
	if s.open[id] == nil && s.err == nil {
		f, err := s.faces.fonts[id].open()
		if err != nil {
			s.err = err
			return nil
		}
		s.open[id] = f
	}
	return s.open[id]
}

// find returns the first face of a chain that has a glyph for r, and its advance in
// thousandths of an em.
func (s *faceSet) find(chain []FaceID, r rune) (id FaceID, advance int, ok bool) {
	for _, id := range chain {
		if f := s.face(id); f != nil {
			if a, ok := f.advance(r); ok {
				return id, a, true
			}
		}
	}
	return 0, 0, false
}
