package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"sync"
)

// part is one part of the file, packed.
type part struct {
	data []byte
	size int
	sum  uint32
}

// packers are kept from file to file: making one takes longer than packing a
// small part with it.
var packers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // a tenth larger, and written in two thirds of the time
	return w
}}

func pack(data []byte) part {
	packer := packers.Get().(*flate.Writer)
	defer packers.Put(packer)
	var out bytes.Buffer
	out.Grow(len(data)/4 + 64)
	packer.Reset(&out)
	_, _ = packer.Write(data) // a buffer does not fail
	_ = packer.Close()
	return part{data: out.Bytes(), size: len(data), sum: crc32.ChecksumIEEE(data)}
}

// write adds the part with the first date that the format knows, as Excel does.
func (p part) write(out *zip.Writer, name string) error {
	const january1980 = 1<<5 | 1
	//nolint:staticcheck // the newer field writes the time zone, too
	header := &zip.FileHeader{
		Name: name, Method: zip.Deflate, ModifiedDate: january1980,
		CRC32: p.sum, CompressedSize64: uint64(len(p.data)), UncompressedSize64: uint64(p.size),
	}
	to, err := out.CreateRaw(header)
	if err != nil {
		return err
	}
	_, err = to.Write(p.data)
	return err
}
