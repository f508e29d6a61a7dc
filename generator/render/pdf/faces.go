package pdf

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sync"
)

// FaceID names one of the four faces.
type FaceID uint8

// The faces. A fallback face prints what its main face has no glyph for: Hanja,
// kanji and some signs.
const (
	Regular FaceID = iota
	Bold
	RegularFallback
	BoldFallback
	faceCount

	// boxFace marks a character that is drawn as a box, see Check.
	boxFace
)

// faceNames are the names of the faces; a file adds .ttf.gz.
var faceNames = [faceCount]string{"Pretendard-Regular", "Pretendard-Bold", "NotoSansKR-Regular", "NotoSansKR-Bold"}

// String returns the name of the face.
func (id FaceID) String() string {
	if id >= faceCount {
		return "box"
	}
	return faceNames[id]
}

// fallback returns the face that helps out, and whether there is one.
func (id FaceID) fallback() (FaceID, bool) { return id + 2, id < RegularFallback }

// maxFontBytes bounds a font after decompression.
const maxFontBytes = 32 << 20

// Faces are the fonts that documents are set in. A face is read when it is first
// used. Faces may be shared by goroutines.
type Faces struct {
	load [faceCount]func() (*face, error)
}

// LoadFaces finds the fonts in a folder: the TrueType files Pretendard-Regular,
// Pretendard-Bold, NotoSansKR-Regular and NotoSansKR-Bold, each with the ending
// .ttf.gz. What is wrong inside a file is reported by Render.
func LoadFaces(fsys fs.FS, dir string) (*Faces, error) {
	f := new(Faces)
	for id, name := range faceNames {
		file := path.Join(dir, name+".ttf.gz")
		if _, err := fs.Stat(fsys, file); err != nil {
			return nil, fmt.Errorf("finding a font: %w", err)
		}
		f.load[id] = sync.OnceValues(func() (*face, error) { return readFace(fsys, file) })
	}
	return f, nil
}

func readFace(fsys fs.FS, file string) (*face, error) {
	raw, err := fsys.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening a font: %w", err)
	}
	defer raw.Close()
	z, err := gzip.NewReader(raw)
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", file, err)
	}
	data, err := io.ReadAll(io.LimitReader(z, maxFontBytes+1))
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", file, err)
	}
	if len(data) > maxFontBytes {
		return nil, fmt.Errorf("%s is larger than %d MB", file, maxFontBytes>>20)
	}
	f, err := parseFace(data)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	return f, nil
}

// faceSet is the view that one layout has of the faces: it remembers what it has
// loaded and the first error.
type faceSet struct {
	faces *Faces
	open  [faceCount]*face
	err   error
}

// face returns the face, or nil if it cannot be read.
func (s *faceSet) face(id FaceID) *face {
	if s.open[id] == nil && s.err == nil {
		f, err := s.faces.load[id]()
		if err != nil {
			s.err = err
			return nil
		}
		s.open[id] = f
	}
	return s.open[id]
}

// find returns the face that has a glyph for r, first the main one, and its
// advance in thousandths of an em.
func (s *faceSet) find(main FaceID, r rune) (id FaceID, advance int, ok bool) {
	for id, more := main, true; more; {
		if f := s.face(id); f != nil {
			if a, ok := f.advance(r); ok {
				return id, a, true
			}
		}
		id, more = id.fallback()
	}
	return 0, 0, false
}

// face returns a face, or nil if it cannot be read.
func (f *Faces) face(id FaceID) *face {
	opened, err := f.load[id]()
	if err != nil {
		return nil
	}
	return opened
}
