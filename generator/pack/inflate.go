package pack

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"path"
)

// maxInflated bounds what one file may unfold to when its content is hashed.
const maxInflated = 256 << 20

// inflated returns the content of a file with compression undone: the entries
// of a workbook or archive, the streams of a PDF. What cannot be undone stays
// as it is.
func inflated(name string, data []byte) []byte {
	switch path.Ext(name) {
	case ".xlsx", ".docx", ".zip":
		return inflatedZip(data)
	case ".pdf":
		return inflatedPDF(data)
	}
	return data
}

func inflatedZip(data []byte) []byte {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data
	}
	var out bytes.Buffer
	for _, f := range r.File {
		out.WriteString(f.Name + "\n")
		rc, err := f.Open()
		if err != nil {
			return data
		}
		n, err := io.Copy(&out, io.LimitReader(rc, maxInflated))
		rc.Close()
		if err != nil || n == maxInflated {
			return data
		}
	}
	return out.Bytes()
}

// inflatedPDF unfolds every stream that zlib understands. Offsets and lengths
// around the streams depend on the compressor, so only the streams count.
func inflatedPDF(data []byte) []byte {
	var out bytes.Buffer
	for rest := data; ; {
		_, after, ok := bytes.Cut(rest, []byte("stream\n"))
		if !ok {
			return out.Bytes()
		}
		body, tail, ok := bytes.Cut(after, []byte("endstream"))
		if !ok {
			return data
		}
		if plain, err := unzlib(body); err == nil {
			out.Write(plain)
		} else {
			out.Write(body)
		}
		rest = tail
	}
}

func unzlib(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, maxInflated))
}

// SameContent reports whether two files of the name differ only in how they are
// compressed.
func SameContent(name string, a, b []byte) bool {
	return bytes.Equal(inflated(name, a), inflated(name, b))
}
