package pack

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"path"
	"regexp"
)

// maxInflated bounds what one file may unfold to when its content is hashed.
const maxInflated = 256 << 20

// inflated returns the content of a file with compression undone: the entries
// of a workbook or archive, the streams of a PDF. What cannot be undone stays
// as it is.
func inflated(name string, data []byte) []byte {
	switch path.Ext(name) {
	case ".xlsx", ".docx", ".zip":
		return inflatedZip(data, maxInflated)
	case ".pdf":
		return inflatedPDF(data, maxInflated)
	}
	return data
}

func inflatedZip(data []byte, limit int) []byte {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data
	}
	var out bytes.Buffer
	for _, f := range r.File {
		// The size keeps a name from passing for the end of the entry before it.
		fmt.Fprintf(&out, "%d %s\n", f.UncompressedSize64, f.Name)
		rc, err := f.Open()
		if err != nil {
			return data
		}
		_, err = io.Copy(&out, io.LimitReader(rc, room(&out, limit)))
		rc.Close()
		if err != nil || out.Len() > limit {
			return data
		}
	}
	return out.Bytes()
}

// ofCompressor are the parts of a PDF that depend on how well its streams were
// compressed: lengths, the offsets of objects, and the identifier, which is a
// hash of the bytes.
var ofCompressor = regexp.MustCompile(`/Length \d+|(?m:^\d{10} \d{5} [nf] ?$)|startxref\s+\d+|/ID \[<[[:xdigit:]]*> <[[:xdigit:]]*>\]`)

// inflatedPDF unfolds every stream that zlib understands and keeps what stands
// around the streams, without the parts that depend on the compressor.
func inflatedPDF(data []byte, limit int) []byte {
	var out bytes.Buffer
	for rest := data; ; {
		before, after, ok := bytes.Cut(rest, []byte("stream\n"))
		out.Write(ofCompressor.ReplaceAll(before, nil))
		if !ok {
			return out.Bytes()
		}
		body, tail, ok := bytes.Cut(after, []byte("endstream"))
		if !ok {
			return data
		}
		plain, err := unzlib(body, room(&out, limit))
		if err != nil {
			plain = body
		}
		out.Write(plain)
		if out.Len() > limit {
			return data
		}
		rest = tail
	}
}

func unzlib(data []byte, most int64) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, most))
}

// room is one byte more than may still be unfolded, so that passing the bound
// shows.
func room(out *bytes.Buffer, limit int) int64 { return int64(max(limit-out.Len(), 0)) + 1 }

// SameContent reports whether two files of the name differ only in how they are
// compressed.
func SameContent(name string, a, b []byte) bool {
	return bytes.Equal(inflated(name, a), inflated(name, b))
}
