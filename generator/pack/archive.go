package pack

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
)

// What the header of an entry says besides its name and sizes: its name is
// UTF-8, and any reader since version 2.0 of the format can read it. CreateRaw,
// which puts sizes in front, leaves both to its caller.
const (
	namesInUTF8  = 1 << 11
	zipVersion20 = 20
)

// Archive returns a zip of the files in their order, stored and not deflated,
// with sizes in the local headers (some readers refuse data descriptors) and
// the earliest date that the format knows.
func Archive(files []File) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{
			Name: f.Path, Method: zip.Store, Flags: namesInUTF8, CreatorVersion: zipVersion20, ReaderVersion: zipVersion20,
			CRC32: crc32.ChecksumIEEE(f.Data), CompressedSize64: uint64(len(f.Data)), UncompressedSize64: uint64(len(f.Data)),
		}
		h.ModifiedDate = 0x21 //nolint:staticcheck // 1980-01-01; CreateRaw writes this field and not Modified
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
