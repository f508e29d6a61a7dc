package received

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"unicode/utf16"
)

const zipMagic = "PK\x03\x04"

// opened is an archive of which every part has been read to its end.
type opened struct {
	names map[string]bool
	looks map[string][]byte // the parts that were asked for
}

// unpack reads every part of an archive, which proves that none is cut off, and
// keeps those that are asked for.
func unpack(data []byte, wanted ...string) (opened, error) {
	out := opened{map[string]bool{}, map[string][]byte{}}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case err != nil || len(r.File) == 0:
		return out, ErrDamaged
	case len(r.File) > maxParts:
		return out, ErrTooLarge
	}
	left := int64(maxUnpacked)
	for _, f := range r.File {
		if f.Flags&1 != 0 { // encrypted
			return out, ErrLocked
		}
		out.names[f.Name] = true
		var keep bytes.Buffer
		to := io.Writer(io.Discard)
		for _, name := range wanted {
			if f.Name == name && f.UncompressedSize64 <= maxPart {
				to = &keep
			}
		}
		n, err := unpackPart(f, to, left)
		if err != nil {
			return out, err
		}
		left -= n
		if to == &keep {
			out.looks[f.Name] = keep.Bytes()
		}
	}
	return out, nil
}

func unpackPart(f *zip.File, to io.Writer, left int64) (int64, error) {
	in, err := f.Open()
	if err != nil {
		return 0, ErrDamaged
	}
	defer in.Close()
	n, err := io.Copy(to, io.LimitReader(in, left+1))
	switch {
	case n > left:
		return n, ErrTooLarge
	case err != nil:
		return n, ErrDamaged
	}
	return n, nil
}

func lookZIP(data []byte) (File, error) {
	_, err := unpack(data)
	return File{}, err
}

// office looks at a document whose list of contents has a part of the type.
func office(contentType string) func([]byte) (File, error) {
	return func(data []byte) (File, error) {
		const list = "[Content_Types].xml"
		o, err := unpack(data, list)
		if err == nil && !strings.Contains(string(o.looks[list]), contentType) {
			err = ErrOther
		}
		return File{}, err
	}
}

// lookHWPX looks at a document of the Korean word processor in its open format.
func lookHWPX(data []byte) (File, error) {
	const kind, manifest = "mimetype", "META-INF/manifest.xml"
	o, err := unpack(data, kind, manifest)
	switch {
	case err != nil:
		return File{}, err
	case strings.TrimSpace(string(o.looks[kind])) != "application/hwp+zip":
		return File{}, ErrOther
	case strings.Contains(string(o.looks[manifest]), "encryption-data"):
		return File{}, ErrLocked
	case !o.names["Contents/content.hpf"]:
		return File{}, ErrDamaged
	}
	return File{}, nil
}

// isOLE reports whether a file has the form of old office documents, in which
// new ones are wrapped when a password is set.
func isOLE(data []byte) bool {
	return strings.HasPrefix(string(data[:min(8, len(data))]), "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

// locked reports whether such a file holds an encrypted document: the name of
// that part stands in its directory.
func locked(data []byte) bool {
	var name []byte
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		name = append(name, byte(u), byte(u>>8))
	}
	return bytes.Contains(data, name)
}
