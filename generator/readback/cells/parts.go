package cells

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// book is an open file.
type book struct {
	parts  map[string]*zip.File
	size   uint64
	shared []string
}

// open lists the parts of a file. Two of one name could be read as either.
func open(data []byte) (*book, error) {
	if len(data) > maxFile {
		return nil, ErrTooLarge
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrDamaged
	}
	if len(r.File) > maxParts {
		return nil, ErrTooLarge
	}
	b := &book{parts: map[string]*zip.File{}}
	for _, f := range r.File {
		name := strings.ToLower(f.Name)
		if b.parts[name] != nil {
			return nil, ErrDamaged
		}
		b.parts[name] = f
	}
	return b, nil
}

// part unfolds one part; ok is false if there is none.
func (b *book) part(name string) (data []byte, ok bool, err error) {
	f := b.parts[strings.ToLower(name)]
	if f == nil {
		return nil, false, nil
	}
	if b.size += f.UncompressedSize64; f.UncompressedSize64 > maxPart || b.size > maxUnzip {
		return nil, false, ErrTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, false, ErrDamaged
	}
	defer r.Close()
	data = make([]byte, 0, f.UncompressedSize64)
	buf := bytes.NewBuffer(data)
	if _, err := io.Copy(buf, io.LimitReader(r, maxPart+1)); err != nil {
		return nil, false, ErrDamaged
	}
	if buf.Len() > maxPart {
		return nil, false, ErrTooLarge
	}
	return buf.Bytes(), true, nil
}

// scanner goes through the XML of one part.
type scanner struct {
	decoder *xml.Decoder
	depth   int
}

func newScanner(data []byte) *scanner {
	return &scanner{decoder: xml.NewDecoder(bytes.NewReader(data))}
}

// maxDepth bounds elements within each other.
const maxDepth = 100

// next returns the next token that is the beginning or end of an element or
// text, and nil at the end. No part of a workbook declares entities.
func (s *scanner) next() (xml.Token, error) {
	for {
		t, err := s.decoder.RawToken()
		switch {
		case errors.Is(err, io.EOF) && s.depth == 0:
			return nil, nil
		case err != nil:
			return nil, ErrDamaged
		}
		switch t.(type) {
		case xml.StartElement:
			if s.depth++; s.depth > maxDepth {
				return nil, ErrDamaged
			}
			return t, nil
		case xml.EndElement:
			if s.depth--; s.depth < 0 {
				return nil, ErrDamaged
			}
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			return nil, ErrDamaged
		}
	}
}

// each calls f for the beginning of every element.
func (s *scanner) each(f func(xml.StartElement) error) error {
	for {
		t, err := s.next()
		if t == nil || err != nil {
			return err
		}
		if start, ok := t.(xml.StartElement); ok {
			if err := f(start); err != nil {
				return err
			}
		}
	}
}

// inner returns the text of the element that has just begun, without that of
// elements named in skip.
func (s *scanner) inner(skip string) (string, error) {
	var out strings.Builder
	outside, skipped := s.depth-1, 0
	for s.depth > outside {
		t, err := s.next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case nil:
			return "", ErrDamaged
		case xml.StartElement:
			if skipped == 0 && skip != "" && t.Name.Local == skip {
				skipped = s.depth
			}
		case xml.EndElement:
			if s.depth < skipped {
				skipped = 0
			}
		case xml.CharData:
			if skipped == 0 {
				out.Write(t)
			}
			if out.Len() > maxText {
				return "", ErrTooLarge
			}
		}
	}
	return out.String(), nil
}

// attribute returns an attribute by its name without a prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// relations returns the targets of the relations of a part by their id, and by
// the last word of their type.
func (b *book) relations(of string) (byID, byType map[string]string, err error) {
	dir, file := path.Split(of)
	byID, byType = map[string]string{}, map[string]string{}
	data, ok, err := b.part(dir + "_rels/" + file + ".rels")
	if err != nil || !ok {
		return byID, byType, err
	}
	err = newScanner(data).each(func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" {
			return nil
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		byID[attribute(e, "Id")] = target
		byType[path.Base(attribute(e, "Type"))] = target
		return nil
	})
	return byID, byType, err
}
