package pack

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
)

// Archive returns a zip of the files in their order, stored and not deflated,
// with sizes in the local headers (some readers refuse data descriptors) and
// the earliest date that the format knows.
func Archive(files []File) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{
			Name: f.Path, Method: zip.Store,
			CRC32: crc32.ChecksumIEEE(f.Data), CompressedSize64: uint64(len(f.Data)), UncompressedSize64: uint64(len(f.Data)),
		}
		h.ModifiedDate = 0x21 // 1980-01-01
		out, err := w.CreateRaw(h)
		if err != nil {
			return nil, err
		}
		if _, err := out.Write(f.Data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
